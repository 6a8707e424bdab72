/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-progress.h"

#include "academy-date.h"
#include "academy-store-private.h"

/**
 * academy_progress_read:
 * @progress: (out caller-allocates): where the sums are put
 * @store: a store
 * @organisation: the id of an organisation
 * @today: the day that lateness is judged by
 * @error: says why they could not be read
 *
 * Returns: whether the sums could be read
 */
gboolean
academy_progress_read (AcademyProgress  *progress,
                       AcademyStore     *store,
                       const char       *organisation,
                       const GDate      *today,
                       GError          **error)
{
  static const char sql[] =
    "SELECT count(*), "
    "total (\"status\" = 'done'), "
    "total (\"status\" <> 'done' AND \"end\" < ?2), "
    "total (\"person_days\"), "
    "total (\"cost\") "
    "FROM \"measure\" WHERE \"organisation\" = ?1 AND \"status\" <> 'dropped'";
  sqlite3_stmt *statement = academy_database_prepare (store->database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, organisation, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, academy_date_to_text (today), -1, g_free);
  if (academy_database_step (store->database, statement, error) != ACADEMY_STEP_ROW)
    return FALSE;

  progress->measures = sqlite3_column_int64 (statement, 0);
  progress->done = sqlite3_column_int64 (statement, 1);
  progress->overdue = sqlite3_column_int64 (statement, 2);
  progress->person_days = sqlite3_column_double (statement, 3);
  progress->cost = sqlite3_column_int64 (statement, 4);
  sqlite3_reset (statement);

  return TRUE;
}
