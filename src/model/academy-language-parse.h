/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-near.h"

G_BEGIN_DECLS

gboolean academy_language_parse_date  (const AcademyLanguage  *self,
                                       const char             *text,
                                       const AcademyNear      *near,
                                       GDate                  *date,
                                       GError                **error);
gboolean academy_language_parse_value (const AcademyLanguage  *self,
                                       const AcademyField     *field,
                                       const char             *text,
                                       const AcademyNear      *near,
                                       GValue                 *value,
                                       gint64                 *minutes,
                                       GError                **error);

G_END_DECLS
