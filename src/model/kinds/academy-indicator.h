/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

gboolean academy_indicator_get_level (AcademyItem           *self,
                                      const char            *name,
                                      double                *number);
char    *academy_indicator_dup_level (AcademyItem           *self,
                                      const char            *name,
                                      const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
