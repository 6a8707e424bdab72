/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-typed.h"

G_BEGIN_DECLS

char *academy_typed_dup_number (const AcademyLanguage  *language,
                                const AcademyField     *field,
                                const char             *text,
                                gboolean               *rounded,
                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
