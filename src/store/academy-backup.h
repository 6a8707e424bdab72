/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_BACKUP (academy_backup_get_type ())

/**
 * AcademyBackup:
 * @path: its path
 * @time: the time when it was made
 * @size: its size in bytes
 *
 * A backup of a programme.
 */
typedef struct {
  /* Owned */
  char      *path;
  GDateTime *time;

  goffset    size;
} AcademyBackup;

GType          academy_backup_get_type         (void);
AcademyBackup *academy_backup_copy             (const AcademyBackup  *self);
void           academy_backup_free             (AcademyBackup        *self);

char          *academy_backup_get_programme    (AcademyStore         *store,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *academy_backup_list             (const char           *programme,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *academy_backup_list_of_file     (const char           *path,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       academy_backup_make             (AcademyStore         *store,
                                                GCancellable         *cancellable,
                                                GError              **error);
void           academy_backup_choose           (GDateTime * const    *times,
                                                guint                 n_times,
                                                GDateTime            *now,
                                                gboolean             *kept);

void           academy_backup_keep_async       (const char           *path,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
gboolean       academy_backup_keep_finish      (GAsyncResult         *result,
                                                char                **state,
                                                char                **unreached,
                                                GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyBackup, academy_backup_free)

G_END_DECLS
