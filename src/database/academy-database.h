/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "academy-database-column.h"
#include "academy-database-functions.h"

G_BEGIN_DECLS

/**
 * AcademyDatabase:
 *
 * A connection to SQLite and its prepared statements. It belongs to one thread.
 */
typedef struct _AcademyDatabase AcademyDatabase;

/**
 * ACADEMY_DATABASE_PATIENCE_MS:
 *
 * The default time that a connection waits for a lock, in milliseconds.
 */
#define ACADEMY_DATABASE_PATIENCE_MS 2000

/**
 * AcademyStep:
 * @ACADEMY_STEP_FAILED: the statement failed
 * @ACADEMY_STEP_ROW: it has a row
 * @ACADEMY_STEP_DONE: it has no more rows
 *
 * The result of academy_database_step().
 */
typedef enum {
  ACADEMY_STEP_FAILED,
  ACADEMY_STEP_ROW,
  ACADEMY_STEP_DONE,
} AcademyStep;

/**
 * AcademyFaultFunc:
 * @fault: (transfer none): the fault
 * @data: the data set with the function
 *
 * Receives a fault of the file that does not stop a read.
 */
typedef void (*AcademyFaultFunc) (const GError *fault,
                                  gpointer      data);

char            *academy_database_make_uri        (const char        *path,
                                                   const char        *query) G_GNUC_WARN_UNUSED_RESULT;
AcademyDatabase *academy_database_open            (const char        *uri,
                                                   int                flags,
                                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyDatabase *academy_database_open_alone      (const char        *uri,
                                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         academy_database_close           (AcademyDatabase   *self,
                                                   GError           **error);
void             academy_database_free            (AcademyDatabase   *self);
void             academy_database_set_patience    (AcademyDatabase   *self,
                                                   int                milliseconds);
sqlite3         *academy_database_get_handle      (AcademyDatabase   *self);
sqlite3_stmt    *academy_database_prepare         (AcademyDatabase   *self,
                                                   const char        *sql,
                                                   GError           **error);
sqlite3_stmt    *academy_database_recall          (AcademyDatabase   *self,
                                                   gconstpointer      key);
sqlite3_stmt    *academy_database_remember        (AcademyDatabase   *self,
                                                   gconstpointer      key,
                                                   const char        *sql,
                                                   GError           **error);
AcademyStep      academy_database_step            (AcademyDatabase   *self,
                                                   sqlite3_stmt      *statement,
                                                   GError           **error);
gboolean         academy_database_finish          (AcademyDatabase   *self,
                                                   sqlite3_stmt      *statement,
                                                   GError           **error);
gboolean         academy_database_run             (AcademyDatabase   *self,
                                                   const char        *sql,
                                                   GError           **error);
gboolean         academy_database_execute         (AcademyDatabase   *self,
                                                   const char        *sql,
                                                   GError           **error);
gboolean         academy_database_get_int         (AcademyDatabase   *self,
                                                   const char        *sql,
                                                   gint64            *number,
                                                   GError           **error);
gboolean         academy_database_begin           (AcademyDatabase   *self,
                                                   GError           **error);
gboolean         academy_database_commit          (AcademyDatabase   *self,
                                                   GError           **error);
void             academy_database_rollback        (AcademyDatabase   *self);
gboolean         academy_database_is_log_long     (AcademyDatabase   *self);
gboolean         academy_database_is_ok           (AcademyDatabase   *self,
                                                   const char        *check,
                                                   GError           **error);
gboolean         academy_database_fail            (AcademyDatabase   *self,
                                                   int                code,
                                                   GError           **error);
void             academy_database_set_cancellable (AcademyDatabase   *self,
                                                   GCancellable      *cancellable);
void             academy_database_set_report      (AcademyDatabase   *self,
                                                   AcademyFaultFunc   report,
                                                   gpointer           data);
void             academy_database_report          (AcademyDatabase   *self,
                                                   const GError      *fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyDatabase, academy_database_free)

G_END_DECLS
