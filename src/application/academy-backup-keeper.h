/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_BACKUP_KEEPER (academy_backup_keeper_get_type ())

G_DECLARE_FINAL_TYPE (AcademyBackupKeeper, academy_backup_keeper, ACADEMY, BACKUP_KEEPER, GObject)

AcademyBackupKeeper *academy_backup_keeper_new   (AcademyStore *store) G_GNUC_WARN_UNUSED_RESULT;
void                 academy_backup_keeper_close (AcademyBackupKeeper *self);

G_END_DECLS
