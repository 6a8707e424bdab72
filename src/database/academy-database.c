/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-database.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <time.h>

#include "academy-collation.h"
#include "academy-date.h"
#include "academy-error.h"
#include "academy-language.h"

/* Half a megabyte is enough for reading: lists are small, and the system caches
 * the file. A writing transaction moves between tables and indexes and may use up
 * to 64 megabytes; most edits need almost nothing. */
#define CACHE_SIZE         "PRAGMA cache_size = -512"
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

/* The processor time of one read, in microseconds; waiting for a slow disk does
 * not count. It is checked after this many steps of SQLite's virtual machine. */
#define LONGEST_READING   (3 * G_USEC_PER_SEC)
#define STEPS_BETWEEN     10000

struct _AcademyDatabase {
  gint64            reading_since;
  gboolean          endless;

  /* Owned */
  sqlite3          *handle;
  GHashTable       *statements;
  GHashTable       *keys;
  GCancellable     *cancellable;

  int               n_log_pages;

  /* Borrowed */
  sqlite3_stmt     *reading;
  AcademyFaultFunc  report;
  gpointer          report_data;
};

static gboolean
set_error (AcademyDatabase  *self,
           int               code,
           GError          **error)
{
  const char *message = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);
  int system_error = self->handle != NULL ? sqlite3_system_errno (self->handle) : 0;
  int primary = code & 0xff;

  if (primary == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if ((primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) &&
      (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG))
    primary = SQLITE_FULL;

  switch (primary)
    {
    case SQLITE_FULL:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FULL,
                   _("The disk is full. Free some space and try again."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_READ_ONLY,
                   _("The file cannot be written. Check its permissions, or save a copy elsewhere."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_BUSY,
                   _("Another program is writing to the file. Try again in a moment."));
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("The file is damaged. Restore it from a backup."));
      break;
    case SQLITE_TOOBIG:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("The file is damaged: a text in it is longer than any text may be. Restore it from a backup."));
      break;
    case SQLITE_INTERRUPT:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("The file is damaged: there is no end to reading it. Restore it from a backup."));
      break;
    case SQLITE_NOTADB:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_A_PROGRAMME,
                   _("This is not a programme file."));
      break;
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                     _("Something that this belongs to or links to is no longer there."));
      else
        g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                     _("The file refuses this value: %s"), message);
      break;
    case SQLITE_IOERR:
      g_set_error (error, ACADEMY_ERROR,
                   code == SQLITE_IOERR_SHMMAP || code == SQLITE_IOERR_SHMOPEN || code == SQLITE_IOERR_SHMLOCK
                     ? ACADEMY_ERROR_UNSHARED : ACADEMY_ERROR_FAILED,
                   _("The file could not be read or written: %s"), message);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
                   _("The file cannot be opened. Check that it and its folder may be read."));
      break;
    default:
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
                   _("The file could not be read or written: %s"), message);
      break;
    }

  return FALSE;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
contains (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *part = (const char *) sqlite3_value_text (values[1]);
  g_autofree char *folded = NULL;

  if (text != NULL && g_utf8_validate_len (text, sqlite3_value_bytes (values[0]), NULL))
    folded = academy_language_fold (text);

  sqlite3_result_int (context, folded != NULL && part != NULL && strstr (folded, part) != NULL);
}

static int
compare_texts (gpointer      data,
               int           length_a,
               gconstpointer a,
               int           length_b,
               gconstpointer b)
{
  return academy_collation_compare (a, length_a, b, length_b);
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

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* A read that can be cancelled may take as long as the user waits. */
static int
progress_cb (gpointer data)
{
  AcademyDatabase *self = data;
  gint64 now;

  if (self->cancellable != NULL)
    return g_cancellable_is_cancelled (self->cancellable);

  now = get_processor_time ();
  if (self->reading_since == 0)
    self->reading_since = now;

  /* After one read without end, refuse all others too. */
  self->endless = self->endless || now - self->reading_since > LONGEST_READING;
  return self->endless;
}

/* A read lasts from the first step of a statement to its last, including the
 * other statements run for its rows. */
static void
begin_reading (AcademyDatabase *self,
               sqlite3_stmt    *statement)
{
  if (self->reading != NULL && sqlite3_stmt_busy (self->reading))
    return;

  self->reading = statement;
  self->reading_since = 0;
}

static gboolean
configure (AcademyDatabase  *self,
           GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].limit, limits[i].value);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN, progress_cb, self);
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
  sqlite3_create_function_v2 (self->handle, ACADEMY_CONTAINS, 2,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                              NULL, contains, NULL, NULL, NULL);
  sqlite3_create_collation_v2 (self->handle, "academy_finnish", SQLITE_UTF8, NULL, compare_texts, NULL);

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
      set_error (self, code, error);
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

  self->reading = NULL;
  g_hash_table_remove_all (self->keys);
  g_hash_table_remove_all (self->statements);
  code = sqlite3_close (self->handle);
  if (code != SQLITE_OK)
    return set_error (self, code, error);

  self->handle = NULL;
  return TRUE;
}

void
academy_database_free (AcademyDatabase *self)
{
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->handle, sqlite3_close_v2);
  g_clear_object (&self->cancellable);
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
  begin_reading (self, NULL);
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
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

/* A damaged file may have other bytes than UTF-8 in a text. */
static gboolean
is_readable (sqlite3_stmt  *statement,
             GError       **error)
{
  int n_columns = sqlite3_data_count (statement);

  for (int i = 0; i < n_columns; i++)
    if (sqlite3_column_type (statement, i) == SQLITE_TEXT)
      {
        const char *text = (const char *) sqlite3_column_text (statement, i);

        if (text != NULL && g_utf8_validate_len (text, sqlite3_column_bytes (statement, i), NULL))
          continue;

        /* Translators: the name of a field, as the file has it */
        g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                     _("The file is damaged: a text in “%s” is not readable. Restore it from a backup."),
                     sqlite3_column_name (statement, i));
        return FALSE;
      }

  return TRUE;
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

  begin_reading (self, statement);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      if (is_readable (statement, error))
        return ACADEMY_STEP_ROW;
    }
  else if (code != SQLITE_DONE)
    set_error (self, code, error);
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

  begin_reading (self, NULL);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || set_error (self, code, error);
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
  return set_error (self, code, error);
}

/**
 * academy_database_find_text:
 * @statement: a statement that has a row
 * @column: the number of a column that may be NULL
 *
 * Returns: (nullable) (transfer none): its text, in UTF-8 and valid until the
 *   next step; %NULL when the column is NULL or not a text
 */
const char *
academy_database_find_text (sqlite3_stmt *statement,
                            int           column)
{
  return sqlite3_column_type (statement, column) == SQLITE_TEXT
           ? (const char *) sqlite3_column_text (statement, column) : NULL;
}

/**
 * academy_database_get_text:
 * @statement: a statement that has a row
 * @column: the number of a column that is never NULL
 *
 * Returns: (transfer none): its text, in UTF-8 and valid until the next step; ""
 *   when a damaged file has no text there
 */
const char *
academy_database_get_text (sqlite3_stmt *statement,
                           int           column)
{
  const char *text = academy_database_find_text (statement, column);

  return text != NULL ? text : "";
}

/**
 * academy_database_get_day:
 * @statement: a statement that has a row
 * @column: the number of a column with a date
 *
 * Returns: the Julian day, or 0 for NULL
 */
guint32
academy_database_get_day (sqlite3_stmt *statement,
                          int           column)
{
  const char *text = academy_database_find_text (statement, column);
  GDate date;

  return text != NULL && academy_date_from_text (text, &date, NULL) ? g_date_get_julian (&date) : 0;
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
  g_set_object (&self->cancellable, cancellable);
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
