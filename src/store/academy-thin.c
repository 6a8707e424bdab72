/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-thin.h"

#include "academy-stamp.h"
#include "academy-store-private.h"

/* Thinning of the history. Ids and times of entries stay: copies of a file find by
 * them what they have in common. */

/* The entries that have content and are older than a time. */
#define OLD "\"at\" < ? AND \"action\" <> 'base'"

#define COUNT "SELECT count (*) FROM \"history\" WHERE " OLD

#define THIN \
  "UPDATE \"history\" SET \"action\" = 'base', \"author\" = '', \"label\" = '', \"target\" = NULL, \"personal\" = 0, " \
  "\"changeset\" = x'' WHERE " OLD

static sqlite3_stmt *
prepare (AcademyStore  *self,
         const char    *sql,
         GDateTime     *before,
         GError       **error)
{
  g_autofree char *at = academy_stamp_to_text (g_date_time_to_unix_usec (before), error);
  sqlite3_stmt *statement = at != NULL ? academy_database_prepare (self->database, sql, error) : NULL;

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, at, -1, SQLITE_TRANSIENT);

  return statement;
}

/**
 * academy_store_count_history:
 * @self: a store
 * @before: a time
 * @count: (out): the number of entries before @before that have content
 * @error: return location for an error
 *
 * Returns: whether there was no error
 */
gboolean
academy_store_count_history (AcademyStore  *self,
                             GDateTime     *before,
                             gint64        *count,
                             GError       **error)
{
  sqlite3_stmt *statement = prepare (self, COUNT, before, error);

  *count = 0;
  if (statement == NULL || academy_database_step (self->database, statement, error) != ACADEMY_STEP_ROW)
    return FALSE;

  *count = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * academy_store_thin_history:
 * @self: a store
 * @before: a time
 * @error: return location for an error
 *
 * Deletes the content of all entries before @before, which can be neither undone
 * nor read any more. Each becomes a base, as the first entry of a file is: the
 * content of older copies is compared with what the file holds now. The file does
 * not become smaller; new edits fill the pages that are free then.
 *
 * Returns: whether the history is thinned
 */
gboolean
academy_store_thin_history (AcademyStore  *self,
                            GDateTime     *before,
                            GError       **error)
{
  sqlite3_stmt *statement;

  if (!academy_store_begin (self, error))
    return FALSE;

  statement = prepare (self, THIN, before, error);
  if (statement == NULL || !academy_database_finish (self->database, statement, error) ||
      !academy_store_commit (self, error))
    {
      academy_store_rollback (self);
      return FALSE;
    }

  return academy_store_read_again (self, error);
}
