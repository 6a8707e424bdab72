/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-backup.h"

G_BEGIN_DECLS

/**
 * AcademyDifference:
 * @organisation: (nullable): the id of an organisation, or %NULL for items
 *   without one
 * @title: (nullable): the name of the organisation
 * @kind: a kind
 * @fewer: the number of present items that the backup does not have
 * @more: the number of items that only the backup has
 * @changed: the number of items with other values in the backup
 *
 * The difference of a backup from the present content, counted by organisation
 * and kind.
 */
typedef struct {
  /* Owned */
  char              *organisation;
  char              *title;

  /* Borrowed */
  const AcademyKind *kind;

  gint64             fewer;
  gint64             more;
  gint64             changed;
} AcademyDifference;

void       academy_difference_free        (AcademyDifference    *self);

void       academy_restore_compare_async  (const char           *path,
                                           const AcademyBackup  *backup,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
GPtrArray *academy_restore_compare_finish (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void       academy_restore_async          (const char           *path,
                                           const AcademyBackup  *backup,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void       academy_restore_file_async     (const char           *damaged,
                                           const char           *path,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gboolean   academy_restore_finish         (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
