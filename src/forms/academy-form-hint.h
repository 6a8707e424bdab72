/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_FORM_HINT (academy_form_hint_get_type ())

G_DECLARE_FINAL_TYPE (AcademyFormHint, academy_form_hint, ACADEMY, FORM_HINT, GObject)

AcademyFormHint *academy_form_hint_new     (AcademyEditor   *editor) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget       *academy_form_hint_get_row (AcademyFormHint *self);
void             academy_form_hint_update  (AcademyFormHint *self);

G_END_DECLS
