/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-backup.h"
#include "academy-database.h"

G_BEGIN_DECLS

/* The last backup of each of this many days is kept. */
#define ACADEMY_BACKUP_DAYS 30

char      *academy_backup_get_folder        (const char       *programme);
char      *academy_backup_dup_name          (const char       *id) G_GNUC_WARN_UNUSED_RESULT;
char      *academy_backup_read_programme    (AcademyDatabase  *database,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char      *academy_backup_read_state        (AcademyDatabase  *database,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char      *academy_backup_read_state_of     (const char       *path);
gboolean   academy_backup_write             (AcademyDatabase  *database,
                                             GCancellable     *cancellable,
                                             GError          **error);
gboolean   academy_backup_write_if_changed  (AcademyDatabase  *database,
                                             char            **state,
                                             GCancellable     *cancellable,
                                             GError          **error);
gboolean   academy_backup_prune             (const char       *programme,
                                             GError          **error);
int        academy_backup_lock              (const char       *folder,
                                             int               operation,
                                             GError          **error);
void       academy_backup_unlock            (int               lock);

gboolean   academy_backup_erase             (AcademyDatabase  *database,
                                             const char       *programme,
                                             GPtrArray        *unreached,
                                             GCancellable     *cancellable,
                                             GError          **error);
GPtrArray *academy_backup_read_erased       (AcademyDatabase  *database,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   academy_backup_delete_people     (AcademyDatabase  *copy,
                                             GPtrArray        *erased,
                                             GError          **error);

gboolean   academy_backup_index_add         (const char       *programme,
                                             const char       *path,
                                             GError          **error);
char      *academy_backup_index_find        (const char       *path,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean   academy_kept_line_prune          (AcademyDatabase  *database,
                                             const char       *programme,
                                             GError          **error);

G_END_DECLS
