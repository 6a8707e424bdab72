/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-typed-day.h"

G_BEGIN_DECLS

gboolean academy_typed_read_instant (const AcademyLanguage  *language,
                                     const char             *text,
                                     const AcademyNear      *near,
                                     GDateTime             **instant,
                                     gint64                 *minutes,
                                     GError                **error);
gboolean academy_typed_has_time     (const AcademyLanguage  *language,
                                     const char             *text);

G_END_DECLS
