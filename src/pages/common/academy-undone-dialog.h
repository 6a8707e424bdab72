/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_UNDONE_DIALOG (academy_undone_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyUndoneDialog, academy_undone_dialog, ACADEMY, UNDONE_DIALOG, AdwDialog)

AdwDialog *academy_undone_dialog_new (AcademyStore *store,
                                      GtkWidget    *opener) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
