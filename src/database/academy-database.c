/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-database.h"

#include "academy-database-error.h"
#include "academy-read-limit.h"

/* Two megabytes hold a plan of some thousand measures, which lists read in another
 * order than it is stored and SQLite sorts; a small file takes less. A writing
 * transaction moves between tables and indexes and may use up to 64 megabytes; most
 * edits need almost nothing. */
#define CACHE_SIZE         "PRAGMA cache_size = -2048"
#define WRITING_CACHE_SIZE "PRAGMA cache_size = -65536"

/* SQLite's own default: checkpoint a log of this many pages even when the program
 * is not idle. */
#define LONG_LOG_PAGES 1000

#define READ "SELECT 1 FROM sqlite_schema"

/* Limits beyond the needs of our files, so that a malicious file cannot exhaust
 * the memory. */
static const struct {
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 16 << 20 },
  { SQLITE_LIMIT_SQL_LENGTH, 1 << 20 },
  { SQLITE_LIMIT_COLUMN, 200 },
  { SQLITE_LIMIT_EXPR_DEPTH, 100 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
  { SQLITE_LIMIT_ATTACHED, 1 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

struct _AcademyDatabase {
  /* Owned */
  sqlite3          *handle;
  GHashTable       *statements;
  GHashTable       *keys;

  AcademyReadLimit  limit;
  int               n_log_pages;

  /* Borrowed */
  AcademyFaultFunc  report;
  gpointer          report_data;
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static int
log_written_cb (gpointer    data,
                sqlite3    *handle,
                const char *name,
                int         n_pages)
{
  AcademyDatabase *self = data;

  self->n_log_pages = n_pages;
  return SQLITE_OK;
}

static gboolean
configure (AcademyDatabase  *self,
           GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].limit, limits[i].value);
  academy_read_limit_install (&self->limit, self->handle);
  sqlite3_extended_result_codes (self->handle, 1);
  academy_database_set_patience (self, ACADEMY_DATABASE_PATIENCE_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  /* Replaces the automatic checkpoint, which would restart the log in the middle
   * of a series of edits. */
  sqlite3_wal_hook (self->handle, log_written_cb, self);
  /* Double quotes delimit an identifier, never a string. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  academy_database_add_functions (self->handle);

  /* Overwrite deleted content in the file as well, above all that of a person. */
  return academy_database_execute (self, "PRAGMA secure_delete = ON", error) &&
         academy_database_execute (self, "PRAGMA cell_size_check = ON", error) &&
         academy_database_execute (self, CACHE_SIZE, error) &&
         academy_database_execute (self, "PRAGMA foreign_keys = ON", error) &&
         academy_database_execute (self, "PRAGMA synchronous = FULL", error);
}

/**
 * academy_database_make_uri:
 * @path: an absolute path
 * @query: the query after the path, such as `?immutable=1`, or ""
 *
 * Escapes @path, which may hold any bytes, also those with a meaning in a URI.
 *
 * Returns: (transfer full): a `file:` URI for SQLite
 */
char *
academy_database_make_uri (const char *path,
                           const char *query)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strconcat ("file:", escaped, query, NULL);
}

static AcademyDatabase *
open_database (const char  *uri,
               int          flags,
               gboolean     alone,
               GError     **error)
{
  g_autoptr(AcademyDatabase) self = g_new0 (AcademyDatabase, 1);
  int code = sqlite3_open_v2 (uri, &self->handle,
                              flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->keys = g_hash_table_new (NULL, NULL);
  if (code != SQLITE_OK)
    {
      academy_database_fail (self, code, error);
      return NULL;
    }
  if (alone && !academy_database_execute (self, "PRAGMA locking_mode = EXCLUSIVE", error))
    return NULL;
  if (!configure (self, error) || !academy_database_execute (self, READ, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * academy_database_open:
 * @uri: a `file:` URI
 * @flags: SQLITE_OPEN_READONLY or SQLITE_OPEN_READWRITE
 * @error: return location for an error
 *
 * Returns: (transfer full): a connection
 */
AcademyDatabase *
academy_database_open (const char  *uri,
                       int          flags,
                       GError     **error)
{
  return open_database (uri, flags, FALSE, error);
}

/* Returns to a rollback journal with an exclusive lock, which needs no shared
 * memory. */
static gboolean
leave_log (AcademyDatabase  *self,
           GError          **error)
{
  gboolean left = academy_database_run (self, "PRAGMA locking_mode = EXCLUSIVE", error) &&
                  academy_database_run (self, "PRAGMA journal_mode = DELETE", error);

  /* SQLite releases the lock at the next read. */
  return academy_database_run (self, "PRAGMA locking_mode = NORMAL", left ? error : NULL) &&
         academy_database_execute (self, READ, left ? error : NULL) && left;
}

/**
 * academy_database_open_alone:
 * @uri: a `file:` URI
 * @error: return location for an error
 *
 * Opens a file that no other connection has open, without shared memory for the
 * index of its log, and switches to a rollback journal, which needs none.
 *
 * Returns: (transfer full): a connection
 */
AcademyDatabase *
academy_database_open_alone (const char  *uri,
                             GError     **error)
{
  g_autoptr(AcademyDatabase) self = open_database (uri, SQLITE_OPEN_READWRITE, TRUE, error);

  return self != NULL && leave_log (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * academy_database_close:
 * @self: a connection
 * @error: return location for an error
 *
 * Closes the connection, but does not free @self. The last connection to a file
 * checkpoints its write-ahead log.
 *
 * Returns: whether the connection is closed
 */
gboolean
academy_database_close (AcademyDatabase  *self,
                        GError          **error)
{
  int code;

  self->limit.statement = NULL;
  g_hash_table_remove_all (self->keys);
  g_hash_table_remove_all (self->statements);
  code = sqlite3_close (self->handle);
  if (code != SQLITE_OK)
    return academy_database_fail (self, code, error);

  self->handle = NULL;
  return TRUE;
}

/**
 * academy_database_free:
 * @self: (transfer full): a connection
 *
 * Closes the connection if it is open still, and frees it.
 */
void
academy_database_free (AcademyDatabase *self)
{
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->handle, sqlite3_close_v2);
  academy_read_limit_set_cancellable (&self->limit, NULL);
  g_free (self);
}

/**
 * academy_database_set_patience:
 * @self: a connection
 * @milliseconds: the longest time to wait for the lock of another writer
 *
 * Sets the busy timeout of the connection.
 */
void
academy_database_set_patience (AcademyDatabase *self,
                               int              milliseconds)
{
  sqlite3_busy_timeout (self->handle, milliseconds);
}

/**
 * academy_database_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none) (nullable): the handle of SQLite, or %NULL after
 *   academy_database_close()
 */
sqlite3 *
academy_database_get_handle (AcademyDatabase *self)
{
  return self->handle;
}

/**
 * academy_database_prepare:
 * @self: a connection
 * @sql: a single SQL statement
 * @error: return location for an error
 *
 * Prepares a statement once for a connection; later calls reset it and clear its
 * bindings.
 *
 * Returns: (nullable) (transfer none): the statement, which @self owns
 */
sqlite3_stmt *
academy_database_prepare (AcademyDatabase  *self,
                          const char       *sql,
                          GError          **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  /* The first statement reads the schema. */
  academy_read_limit_begin (&self->limit, NULL);
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      academy_database_fail (self, code, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/**
 * academy_database_recall:
 * @self: a connection
 * @key: an address that identifies the statement, such as a kind or a field
 *
 * Finds a statement without making its SQL, which would take long where thousands
 * of rows are read.
 *
 * Returns: (nullable) (transfer none): the statement stored by
 *   academy_database_remember(), reset, or %NULL
 */
sqlite3_stmt *
academy_database_recall (AcademyDatabase *self,
                         gconstpointer    key)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->keys, key);

  if (statement != NULL)
    sqlite3_reset (statement);
  return statement;
}

/**
 * academy_database_remember:
 * @self: a connection
 * @key: an address that identifies the statement
 * @sql: a single SQL statement
 * @error: return location for an error
 *
 * Prepares a statement and stores it for academy_database_recall().
 *
 * Returns: (nullable) (transfer none): the statement, which @self owns
 */
sqlite3_stmt *
academy_database_remember (AcademyDatabase  *self,
                           gconstpointer     key,
                           const char       *sql,
                           GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self, sql, error);

  if (statement != NULL)
    g_hash_table_insert (self->keys, (gpointer) key, statement);
  return statement;
}

/**
 * academy_database_step:
 * @self: a connection
 * @statement: a statement of @self
 * @error: return location for an error
 *
 * Steps to the next row and checks that its texts are UTF-8. Resets the statement
 * after the last row and after an error, because an open statement would hold
 * back checkpoints.
 *
 * Returns: whether there is a row, the statement is done, or it failed
 */
AcademyStep
academy_database_step (AcademyDatabase  *self,
                       sqlite3_stmt     *statement,
                       GError          **error)
{
  int code;

  academy_read_limit_begin (&self->limit, statement);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      if (academy_database_check_texts (statement, error))
        return ACADEMY_STEP_ROW;
    }
  else if (code != SQLITE_DONE)
    academy_database_fail (self, code, error);
  sqlite3_reset (statement);

  return code == SQLITE_DONE ? ACADEMY_STEP_DONE : ACADEMY_STEP_FAILED;
}

/**
 * academy_database_finish:
 * @self: a connection
 * @statement: a statement of @self
 * @error: return location for an error
 *
 * Runs a statement and ignores its rows. Clears its bindings, which may be large.
 *
 * Returns: whether it ran without an error
 */
gboolean
academy_database_finish (AcademyDatabase  *self,
                         sqlite3_stmt     *statement,
                         GError          **error)
{
  AcademyStep step;

  do
    step = academy_database_step (self, statement, error);
  while (step == ACADEMY_STEP_ROW);
  sqlite3_clear_bindings (statement);

  return step == ACADEMY_STEP_DONE;
}

/**
 * academy_database_run:
 * @self: a connection
 * @sql: a single SQL statement without bindings
 * @error: return location for an error
 *
 * Prepares and runs a statement, which stays prepared.
 *
 * Returns: whether it ran without an error
 */
gboolean
academy_database_run (AcademyDatabase  *self,
                      const char       *sql,
                      GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self, sql, error);

  return statement != NULL && academy_database_finish (self, statement, error);
}

/**
 * academy_database_execute:
 * @self: a connection
 * @sql: any number of SQL statements
 * @error: return location for an error
 *
 * Runs statements that are not worth keeping prepared.
 *
 * Returns: whether all ran without an error
 */
gboolean
academy_database_execute (AcademyDatabase  *self,
                          const char       *sql,
                          GError          **error)
{
  int code;

  academy_read_limit_begin (&self->limit, NULL);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || academy_database_fail (self, code, error);
}

/**
 * academy_database_get_int:
 * @self: a connection
 * @sql: a query of one number
 * @number: (out): the number in the first row; 0 without a row
 * @error: return location for an error
 *
 * Returns: whether the query ran without an error
 */
gboolean
academy_database_get_int (AcademyDatabase  *self,
                          const char       *sql,
                          gint64           *number,
                          GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self, sql, error);

  *number = 0;
  if (statement == NULL)
    return FALSE;

  switch (academy_database_step (self, statement, error))
    {
    case ACADEMY_STEP_ROW:
      *number = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
      return TRUE;
    case ACADEMY_STEP_DONE:
      return TRUE;
    case ACADEMY_STEP_FAILED:
    default:
      return FALSE;
    }
}

/**
 * academy_database_begin:
 * @self: a connection
 * @error: return location for an error
 *
 * Begins a writing transaction, with a larger page cache.
 *
 * Returns: whether the transaction has begun
 */
gboolean
academy_database_begin (AcademyDatabase  *self,
                        GError          **error)
{
  return academy_database_execute (self, "BEGIN IMMEDIATE", error) &&
         academy_database_execute (self, WRITING_CACHE_SIZE, error);
}

/**
 * academy_database_commit:
 * @self: a connection in a transaction
 * @error: return location for an error
 *
 * Returns: whether the transaction is committed; otherwise it must be rolled back
 */
gboolean
academy_database_commit (AcademyDatabase  *self,
                         GError          **error)
{
  if (!academy_database_execute (self, "COMMIT", error))
    return FALSE;

  sqlite3_exec (self->handle, CACHE_SIZE, NULL, NULL, NULL);
  return TRUE;
}

/**
 * academy_database_rollback:
 * @self: a connection
 *
 * Rolls the transaction back, unless SQLite has done so itself after an error.
 */
void
academy_database_rollback (AcademyDatabase *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_exec (self->handle, CACHE_SIZE, NULL, NULL, NULL);
}

/**
 * academy_database_is_log_long:
 * @self: a connection
 *
 * Returns: whether the write-ahead log wants a checkpoint though the program is
 *   not idle
 */
gboolean
academy_database_is_log_long (AcademyDatabase *self)
{
  return self->n_log_pages >= LONG_LOG_PAGES;
}

/**
 * academy_database_is_ok:
 * @self: a connection
 * @check: a PRAGMA that answers “ok” for a sound file, such as `PRAGMA
 *   quick_check`
 * @error: return location for an error, %ACADEMY_ERROR_DAMAGED when the check
 *   finds one
 *
 * Returns: whether the check answers “ok”
 */
gboolean
academy_database_is_ok (AcademyDatabase  *self,
                        const char       *check,
                        GError          **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self, check, error);
  gboolean sound;

  if (statement == NULL || academy_database_step (self, statement, error) != ACADEMY_STEP_ROW)
    return FALSE;

  sound = g_str_equal (academy_database_get_text (statement, 0), "ok");
  sqlite3_reset (statement);
  return sound || academy_database_fail (self, SQLITE_CORRUPT, error);
}

/**
 * academy_database_fail:
 * @self: a connection
 * @code: a result code of SQLite
 * @error: return location for the error, in words for people
 *
 * Returns: %FALSE
 */
gboolean
academy_database_fail (AcademyDatabase  *self,
                       int               code,
                       GError          **error)
{
  if ((code & 0xff) != SQLITE_INTERRUPT || !g_cancellable_set_error_if_cancelled (self->limit.cancellable, error))
    academy_database_set_error (error, self->handle, code);
  return FALSE;
}

/**
 * academy_database_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): cancels reads from now on; without it a read may not
 *   take long
 */
void
academy_database_set_cancellable (AcademyDatabase *self,
                                  GCancellable    *cancellable)
{
  academy_read_limit_set_cancellable (&self->limit, cancellable);
}

/**
 * academy_database_set_report:
 * @self: a connection
 * @report: (nullable): called for each fault of the file that does not stop a
 *   read
 * @data: data for @report
 */
void
academy_database_set_report (AcademyDatabase  *self,
                             AcademyFaultFunc  report,
                             gpointer          data)
{
  self->report = report;
  self->report_data = data;
}

/**
 * academy_database_report:
 * @self: a connection
 * @fault: (transfer none): the fault
 *
 * Reports a fault that does not stop a read.
 */
void
academy_database_report (AcademyDatabase *self,
                         const GError    *fault)
{
  if (self->report != NULL)
    self->report (fault, self->report_data);
}
