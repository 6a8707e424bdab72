/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-log.h"

#include <sys/stat.h>

/* What has never been edited has the token of its programme. */
#define TOKEN "coalesce (nullif (\"token\", ''), (SELECT min (\"id\") FROM \"programme\"), '')"

static const char * const endings[ACADEMY_LOG_N_PARTS] = { "-wal", "-journal", "-shm" };

char *
academy_log_get_path (const char     *path,
                      AcademyLogPart  part)
{
  return g_strconcat (path, endings[part], NULL);
}

/* The size in bytes of a part of the log; 0 also when there is none. */
gint64
academy_log_get_size (const char     *path,
                      AcademyLogPart  part)
{
  g_autofree char *name = academy_log_get_path (path, part);
  struct stat status;

  return stat (name, &status) == 0 ? status.st_size : 0;
}

/* The ending of the log that holds something which is not in the file itself, or
 * %NULL. */
const char *
academy_log_find (const char *path)
{
  for (AcademyLogPart part = 0; part < ACADEMY_LOG_INDEX; part++)
    if (academy_log_get_size (path, part) > 0)
      return endings[part];

  return NULL;
}

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

/* Reads the mark as the connection sees it; files of older versions have none. */
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

/* Reads the mark in the file itself, whatever is in its log. */
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
 * @view: the mark that is seen through the log
 *
 * A log begins with a new token and what the token of the file was then. Folded
 * into the file, it leaves its own token there. So a file with any other token
 * was put in its place: a backup, or what a synchroniser brought.
 *
 * Returns: whether the log was written for the file
 */
gboolean
academy_log_belongs (const AcademyLogMark *file,
                     const AcademyLogMark *view)
{
  /* A file without a mark is of an older version, and the log brings it up to date. */
  if (file->token == NULL || view->token == NULL)
    return view->token == NULL || *view->base == '\0';

  return g_str_equal (file->token, view->token) || g_strcmp0 (file->token, view->base) == 0;
}

/**
 * academy_log_write_mark:
 * @database: a connection within a transaction
 * @is_new: whether this is the first transaction of a log
 * @error: says why it could not be written
 *
 * Writes a new token; or the same one again, where the log may have some already.
 *
 * Returns: whether it is written
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

/* Whether the file has a write-ahead log, rather than the older journal. */
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

/* Goes over to a write-ahead log, which is there from the first reading on; the
 * older journal is as safe, but lets nobody read meanwhile. */
gboolean
academy_log_start (AcademyDatabase *database)
{
  return academy_database_run (database, "PRAGMA journal_mode = WAL", NULL) &&
         academy_database_execute (database, "SELECT 1 FROM \"sqlite_schema\"", NULL) && academy_log_exists (database);
}

/* Folds the log into the file and empties it, if nobody reads from it just now. */
void
academy_log_checkpoint (AcademyDatabase *database)
{
  sqlite3_wal_checkpoint_v2 (academy_database_get_handle (database), "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}
