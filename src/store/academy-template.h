/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-edit.h"
#include "academy-language.h"

G_BEGIN_DECLS

AcademyEdit *academy_template_create_edit (const char             *name,
                                           const AcademyLanguage  *language,
                                           GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
