/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-what-changed.h"

#include "academy-item-change.h"
#include "academy-kinds.h"
#include "academy-store-query.h"

/* A baseline notes the second in which it is made, and its entry in the history
 * follows within so many microseconds. */
#define BASELINE_DELAY (2 * G_TIME_SPAN_SECOND)

/* The moment of the last session before another. */
typedef struct {
  const char *except;
  gint64      before;
  gint64      last;
} Moment;

static gint64
parse_instant (const char *text)
{
  g_autoptr(GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix_usec (time) : 0;
}

/* A row is an id, when the session began and ended, and how many minutes it was to take. */
static void
take_next (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  Moment *moment = data;

  if (g_strcmp0 (academy_database_find_text (row, 0), moment->except) == 0)
    moment->before = parse_instant (academy_database_find_text (row, 1));
}

static void
take_held (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  Moment *moment = data;
  gint64 held = parse_instant (academy_database_find_text (row, 1));
  gint64 ended = parse_instant (academy_database_find_text (row, 2));

  if (held == 0 || g_strcmp0 (academy_database_find_text (row, 0), moment->except) == 0 ||
      (moment->before != 0 && held >= moment->before))
    return;

  if (ended == 0)
    ended = held + sqlite3_column_int64 (row, 3) * G_TIME_SPAN_MINUTE;
  moment->last = MAX (moment->last, MAX (held, ended));
}

/**
 * academy_what_changed_find_session:
 * @store: a store
 * @organisation: the id of an organisation
 * @before_session: (nullable): the id of a sparring session; %NULL for one that is
 *   yet to come
 * @since: (out): when the last session held before it ended; 0 when there is none
 * @error: return location for an error
 *
 * Finds the moment since when changes matter at a session. To one that was not held
 * yet, all that were held came before, whenever it is planned.
 *
 * Returns: whether there was no error
 */
gboolean
academy_what_changed_find_session (AcademyStore  *store,
                                   const char    *organisation,
                                   const char    *before_session,
                                   gint64        *since,
                                   GError       **error)
{
  static const char sql[] = "SELECT \"id\", \"held\", \"ended\", \"duration\" FROM \"session\" WHERE \"organisation\" = ?1";
  Moment moment = { .except = before_session };

  *since = 0;
  if (!academy_store_query (store, sql, &organisation, 1, take_next, &moment, error) ||
      !academy_store_query (store, sql, &organisation, 1, take_held, &moment, error))
    return FALSE;

  *since = moment.last;
  return TRUE;
}

/**
 * academy_what_changed_find_baseline:
 * @store: a store
 * @baseline: the id of a baseline
 * @since: (out): when it was set
 * @error: return location for an error
 *
 * Finds the moment whose days a baseline has kept.
 *
 * Returns: whether the baseline was found
 */
gboolean
academy_what_changed_find_baseline (AcademyStore  *store,
                                    const char    *baseline,
                                    gint64        *since,
                                    GError       **error)
{
  g_autoptr(AcademyItem) item = academy_store_get (store, &academy_baseline_kind, baseline, error);
  const AcademyField *made = academy_kind_find_field (&academy_baseline_kind, "made");
  GDateTime *time;

  *since = 0;
  if (item == NULL)
    return FALSE;

  time = g_value_get_boxed (academy_item_get_value (item, made));
  *since = time != NULL ? g_date_time_to_unix_usec (time) : 0;
  return time == NULL ||
         academy_store_find_added (store, baseline, *since, *since + BASELINE_DELAY, since, error);
}
