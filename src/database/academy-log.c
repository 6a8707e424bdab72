/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-log.h"

#include <sys/stat.h>

/* A file that was never edited has the id of its programme as token. */
#define TOKEN "coalesce (nullif (\"token\", ''), (SELECT min (\"id\") FROM \"programme\"), '')"

static const char * const endings[ACADEMY_LOG_N_PARTS] = { "-wal", "-journal", "-shm" };

/**
 * academy_log_get_path:
 * @path: the path of a programme file
 * @part: a part of its log
 *
 * Returns: (transfer full): the path of @part, whether it exists or not
 */
char *
academy_log_get_path (const char     *path,
                      AcademyLogPart  part)
{
  return g_strconcat (path, endings[part], NULL);
}

/**
 * academy_log_get_size:
 * @path: the path of a programme file
 * @part: a part of its log
 *
 * Returns: the size of @part in bytes; 0 when it does not exist
 */
gint64
academy_log_get_size (const char     *path,
                      AcademyLogPart  part)
{
  g_autofree char *name = academy_log_get_path (path, part);
  struct stat status;

  return stat (name, &status) == 0 ? status.st_size : 0;
}

/**
 * academy_log_find:
 * @path: the path of a programme file
 *
 * Returns: (nullable) (transfer none): the ending of a log with content that may
 *   not be in the file yet, such as `-wal`, or %NULL
 */
const char *
academy_log_find (const char *path)
{
  for (AcademyLogPart part = 0; part < ACADEMY_LOG_INDEX; part++)
    if (academy_log_get_size (path, part) > 0)
      return endings[part];

  return NULL;
}

/**
 * academy_log_mark_clear:
 * @mark: a mark
 *
 * Frees what @mark owns, but not @mark.
 */
void
academy_log_mark_clear (AcademyLogMark *mark)
{
  g_clear_pointer (&mark->token, g_free);
  g_clear_pointer (&mark->base, g_free);
}

static gboolean
has_mark (AcademyDatabase  *database,
          gint64           *exists,
          GError          **error)
{
  return academy_database_get_int (database, "SELECT count (*) FROM \"sqlite_schema\" WHERE \"name\" = 'log_mark'",
                                   exists, error);
}

/**
 * academy_log_read_mark:
 * @database: a connection
 * @mark: (out caller-allocates): return location for the mark; its tokens are
 *   %NULL in a file of an older version
 * @error: return location for an error
 *
 * Reads the mark as the connection sees it, through the log.
 *
 * Returns: whether there was no error
 */
gboolean
academy_log_read_mark (AcademyDatabase  *database,
                       AcademyLogMark   *mark,
                       GError          **error)
{
  sqlite3_stmt *statement;
  gint64 exists;

  academy_log_mark_clear (mark);
  if (!has_mark (database, &exists, error))
    return FALSE;
  if (!exists)
    return TRUE;

  statement = academy_database_prepare (database, "SELECT " TOKEN ", \"base\" FROM \"log_mark\"", error);
  if (statement == NULL)
    return FALSE;

  switch (academy_database_step (database, statement, error))
    {
    case ACADEMY_STEP_ROW:
      mark->token = g_strdup (academy_database_find_text (statement, 0));
      mark->base = g_strdup (academy_database_find_text (statement, 1));
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
 * academy_log_read_file_mark:
 * @path: the path of a programme file
 * @mark: (out caller-allocates): return location for the mark
 * @error: return location for an error
 *
 * Reads the mark in the file itself and ignores its log.
 *
 * Returns: whether there was no error
 */
gboolean
academy_log_read_file_mark (const char      *path,
                            AcademyLogMark  *mark,
                            GError         **error)
{
  g_autofree char *uri = academy_database_make_uri (path, "?immutable=1");
  g_autoptr(AcademyDatabase) database = academy_database_open (uri, SQLITE_OPEN_READONLY, error);

  return database != NULL && academy_log_read_mark (database, mark, error);
}

/**
 * academy_log_belongs:
 * @file: the mark in the file itself
 * @view: the mark as read through the log
 *
 * A log begins with a new token and the token of its file at that time; a
 * checkpoint writes the new token into the file. A file with any other token has
 * replaced the original: a backup, or the version of a file synchroniser.
 *
 * Returns: whether the log was written for the file
 */
gboolean
academy_log_belongs (const AcademyLogMark *file,
                     const AcademyLogMark *view)
{
  /* The log of a file without a mark migrates it from an older version. */
  if (file->token == NULL || view->token == NULL)
    return view->token == NULL || *view->base == '\0';

  return g_str_equal (file->token, view->token) || g_strcmp0 (file->token, view->base) == 0;
}

/**
 * academy_log_write_mark:
 * @database: a connection within a transaction
 * @is_new: whether this is the first transaction in a log
 * @error: return location for an error
 *
 * Writes a new token. In a log that is not new, writes the present token again, so
 * that the log has a mark in any case.
 *
 * Returns: whether the mark is written
 */
gboolean
academy_log_write_mark (AcademyDatabase  *database,
                        gboolean          is_new,
                        GError          **error)
{
  g_autofree char *token = g_uuid_string_random ();
  sqlite3_stmt *statement =
    academy_database_prepare (database, is_new ? "UPDATE \"log_mark\" SET \"base\" = " TOKEN ", \"token\" = ?"
                                               : "UPDATE \"log_mark\" SET \"token\" = \"token\"", error);

  if (statement == NULL)
    return FALSE;

  if (is_new)
    sqlite3_bind_text (statement, 1, token, -1, SQLITE_TRANSIENT);
  return academy_database_finish (database, statement, error);
}

/**
 * academy_log_exists:
 * @database: a connection
 *
 * Returns: whether the file has a write-ahead log, rather than a rollback journal
 */
gboolean
academy_log_exists (AcademyDatabase *database)
{
  sqlite3_stmt *statement = academy_database_prepare (database, "PRAGMA journal_mode", NULL);
  gboolean has_log = FALSE;

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    has_log = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "wal") == 0;
  if (statement != NULL)
    sqlite3_reset (statement);

  return has_log;
}

/**
 * academy_log_start:
 * @database: a connection
 *
 * Switches to a write-ahead log, which exists from the first read on. A rollback
 * journal is as safe, but blocks readers during a write.
 *
 * Returns: whether the file has a write-ahead log now
 */
gboolean
academy_log_start (AcademyDatabase *database)
{
  return academy_database_run (database, "PRAGMA journal_mode = WAL", NULL) &&
         academy_database_execute (database, "SELECT 1 FROM \"sqlite_schema\"", NULL) && academy_log_exists (database);
}

/**
 * academy_log_checkpoint:
 * @database: a connection
 *
 * Checkpoints and truncates the log, unless a reader is using it.
 */
void
academy_log_checkpoint (AcademyDatabase *database)
{
  sqlite3_wal_checkpoint_v2 (academy_database_get_handle (database), "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}
