/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-what-changed-private.h"

#include "academy-item-change.h"
#include "academy-kinds.h"

/* A baseline notes the second in which it is made, and its entry in the history
 * follows within so many microseconds. */
#define BASELINE_DELAY (2 * G_TIME_SPAN_SECOND)

static gint64
get_time (AcademyItem *session,
          const char  *name)
{
  GDateTime *time = g_value_get_boxed (academy_item_get_value (session, academy_kind_find_field (&academy_session_kind, name)));

  return time != NULL ? g_date_time_to_unix_usec (time) : 0;
}

/* Returns when a session that was held ended, or should have; 0 for one to come. */
gint64
academy_changed_get_end (AcademyItem *session)
{
  gint64 held = get_time (session, "held");
  gint64 ended = get_time (session, "ended");
  gint64 duration = academy_item_get_number (session, "duration");

  if (held != 0 && ended == 0 && duration != ACADEMY_UNSET)
    ended = held + duration * G_TIME_SPAN_MINUTE;

  return held != 0 ? MAX (held, ended) : 0;
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
  g_autoptr(GPtrArray) sessions = academy_store_get_all (store, &academy_session_kind, organisation, error);
  gint64 before = 0;

  *since = 0;
  if (sessions == NULL)
    return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    if (g_strcmp0 (academy_item_get_id (g_ptr_array_index (sessions, i)), before_session) == 0)
      before = get_time (g_ptr_array_index (sessions, i), "held");
  for (guint i = 0; i < sessions->len; i++)
    {
      AcademyItem *session = g_ptr_array_index (sessions, i);

      if (g_strcmp0 (academy_item_get_id (session), before_session) != 0 &&
          (before == 0 || get_time (session, "held") < before))
        *since = MAX (*since, academy_changed_get_end (session));
    }

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
