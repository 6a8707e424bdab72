/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_BACKUP_DIALOG (academy_backup_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyBackupDialog, academy_backup_dialog, ACADEMY, BACKUP_DIALOG, AdwDialog)

AdwDialog *academy_backup_dialog_new (AcademyStore *store,
                                      GtkWidget    *opener) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
