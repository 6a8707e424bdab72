/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_TEXT_DIALOG (academy_text_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTextDialog, academy_text_dialog, ACADEMY, TEXT_DIALOG, AdwDialog)

AdwDialog *academy_text_dialog_new (const char *title,
                                    const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
