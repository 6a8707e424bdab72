/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * AcademyReadLimit:
 *
 * The limit of the time that one read of a connection may take, so that a
 * malicious file cannot keep the program busy for ever. A read that can be
 * cancelled has no limit: it may take as long as the user waits.
 */
typedef struct {
  /* Owned */
  GCancellable *cancellable;

  /* Borrowed */
  sqlite3_stmt *statement;

  gint64        since;
  gboolean      endless;
} AcademyReadLimit;

void academy_read_limit_install         (AcademyReadLimit *self,
                                         sqlite3          *handle);
void academy_read_limit_begin           (AcademyReadLimit *self,
                                         sqlite3_stmt     *statement);
void academy_read_limit_set_cancellable (AcademyReadLimit *self,
                                         GCancellable     *cancellable);

G_END_DECLS
