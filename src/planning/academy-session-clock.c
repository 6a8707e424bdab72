/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-session-clock.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-span.h"

/* The clock of a sparring session has no state but what the file has: when the
 * session was begun and ended, when the present point of its agenda was begun, and
 * how long each had taken before that. A killed program, a suspended computer and a
 * closed file therefore lose nothing: the time between counts. */

/* The limit of the field `seconds`. */
#define SECONDS_OF_A_DAY G_GINT64_CONSTANT (86400)

/* A session that was begun longer ago was not closed, but is not going on. */
#define LONGEST_HOURS 24

static GDateTime *
get_instant (AcademyItem *item,
             const char  *name)
{
  return g_value_get_boxed (academy_item_get_value (item, academy_kind_find_field (academy_item_get_kind (item), name)));
}

/* Whole seconds are what the file keeps of an instant. */
static gint64
get_seconds_between (GDateTime *from,
                     GDateTime *to)
{
  return g_date_time_to_unix (to) - g_date_time_to_unix (from);
}

/* A number that may be unset, which counts as none. */
static gint64
get_number (AcademyItem *item,
            const char  *name)
{
  gint64 number = academy_item_get_number (item, name);

  return number != ACADEMY_UNSET ? number : 0;
}

/**
 * academy_session_clock_is_open:
 * @session: a sparring session
 *
 * Returns: whether it was begun and has not ended
 */
gboolean
academy_session_clock_is_open (AcademyItem *session)
{
  return get_instant (session, "held") != NULL && get_instant (session, "ended") == NULL;
}

/**
 * academy_session_clock_find_open:
 * @store: a store
 * @now: the present instant
 *
 * Finds the session that is going on: begun by the clock within a day before @now,
 * and not ended. One whose time was only written into the form has no clock.
 *
 * Returns: (transfer full) (nullable): the session, the last one of several
 */
AcademyItem *
academy_session_clock_find_open (AcademyStore *store,
                                 GDateTime    *now)
{
  g_autoptr(GPtrArray) sessions = academy_store_get_all (store, &academy_session_kind, NULL, NULL);
  g_autoptr(AcademyItem) found = NULL;

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      AcademyItem *session = g_ptr_array_index (sessions, i);
      g_autoptr(GPtrArray) points = NULL;
      gint64 age;

      if (!academy_session_clock_is_open (session))
        continue;
      age = get_seconds_between (get_instant (session, "held"), now);
      if (age < 0 || age > LONGEST_HOURS * 3600)
        continue;

      points = academy_store_get_all (store, &academy_agenda_item_kind, academy_item_get_id (session), NULL);
      if (points != NULL && academy_session_clock_find_present (points) >= 0)
        g_set_object (&found, session);
    }

  return g_steal_pointer (&found);
}

/**
 * academy_session_clock_find_next:
 * @store: a store
 * @organisation: the id of an organisation
 *
 * Returns: (transfer full) (nullable): its first session that was not held, in the
 *   order of their numbers
 */
AcademyItem *
academy_session_clock_find_next (AcademyStore *store,
                                 const char   *organisation)
{
  g_autoptr(GPtrArray) sessions = academy_store_get_all (store, &academy_session_kind, organisation, NULL);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    if (get_instant (g_ptr_array_index (sessions, i), "held") == NULL)
      return g_object_ref (g_ptr_array_index (sessions, i));

  return NULL;
}

/**
 * academy_session_clock_get_turn:
 * @store: a store
 * @session: a sparring session in it
 * @now: the present instant
 *
 * Returns: whether it is the turn of @session; its day is judged by
 *   academy_store_get_day()
 */
AcademySessionTurn
academy_session_clock_get_turn (AcademyStore *store,
                                AcademyItem  *session,
                                GDateTime    *now)
{
  g_autoptr(AcademyItem) open = academy_session_clock_find_open (store, now);
  g_autoptr(AcademyItem) next = NULL;
  AcademyDay day;

  if (academy_store_is_read_only (store))
    return ACADEMY_SESSION_WAITS;
  if (open != NULL)
    return open == session ? ACADEMY_SESSION_GOES_ON : ACADEMY_SESSION_WAITS;

  next = academy_session_clock_find_next (store, academy_item_get_owner (session));
  if (next != session)
    return ACADEMY_SESSION_WAITS;

  day = academy_span_get_day (session, "start");
  return day != 0 && day <= academy_store_get_day (store) ? ACADEMY_SESSION_IS_DUE : ACADEMY_SESSION_CAN_BEGIN;
}

/**
 * academy_session_clock_get_used:
 * @point: a point of an agenda
 * @now: the present instant
 *
 * A clock that was put back counts as standing still.
 *
 * Returns: the seconds that @point has taken, with those since it was begun
 */
gint64
academy_session_clock_get_used (AcademyItem *point,
                                GDateTime   *now)
{
  GDateTime *begun = get_instant (point, "begun");
  gint64 used = get_number (point, "seconds");

  if (begun != NULL)
    used += MAX (get_seconds_between (begun, now), 0);

  return MIN (used, SECONDS_OF_A_DAY);
}

/**
 * academy_session_clock_get_left:
 * @point: a point of an agenda
 * @now: the present instant
 *
 * Returns: the seconds left of its minutes, negative when it is over; %ACADEMY_UNSET
 *   for a point without minutes
 */
gint64
academy_session_clock_get_left (AcademyItem *point,
                                GDateTime   *now)
{
  gint64 minutes = academy_item_get_number (point, "minutes");

  return minutes != ACADEMY_UNSET ? minutes * 60 - academy_session_clock_get_used (point, now) : ACADEMY_UNSET;
}

/**
 * academy_session_clock_get_total_left:
 * @session: a session that was begun
 * @points: (element-type AcademyItem): its agenda
 * @now: the present instant
 *
 * Counts from when the session was begun, pauses too: the room is booked until then.
 *
 * Returns: the seconds left of the duration of @session, or else of the minutes of
 *   its points; negative when it is over, %ACADEMY_UNSET when it has neither
 */
gint64
academy_session_clock_get_total_left (AcademyItem *session,
                                      GPtrArray   *points,
                                      GDateTime   *now)
{
  gint64 minutes = get_number (session, "duration");

  for (guint i = 0; i < points->len && academy_item_get_number (session, "duration") == ACADEMY_UNSET; i++)
    minutes += get_number (g_ptr_array_index (points, i), "minutes");
  if (minutes == 0 || get_instant (session, "held") == NULL)
    return ACADEMY_UNSET;

  return minutes * 60 - MAX (get_seconds_between (get_instant (session, "held"), now), 0);
}

/**
 * academy_session_clock_find_running:
 * @points: (element-type AcademyItem): an agenda
 *
 * Returns: the index of the point that runs, -1 while the clock is paused
 */
int
academy_session_clock_find_running (GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++)
    if (get_instant (g_ptr_array_index (points, i), "begun") != NULL)
      return i;

  return -1;
}

/**
 * academy_session_clock_find_present:
 * @points: (element-type AcademyItem): an agenda
 *
 * Returns: the index of the point that runs, or while the clock is paused of the last
 *   one that has run; -1 before the first one
 */
int
academy_session_clock_find_present (GPtrArray *points)
{
  int running = academy_session_clock_find_running (points);

  for (int i = (int) points->len - 1; i >= 0 && running < 0; i--)
    if (academy_item_get_number (g_ptr_array_index (points, i), "seconds") != ACADEMY_UNSET)
      return i;

  return running;
}

static void
set_instant (AcademyEdit *edit,
             AcademyItem *item,
             const char  *name,
             GDateTime   *instant)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  g_value_set_boxed (&value, instant);
  academy_edit_set (edit, item, field, &value);
}

static void
set_seconds (AcademyEdit *edit,
             AcademyItem *point,
             gint64       seconds)
{
  const AcademyField *field = academy_kind_find_field (&academy_agenda_item_kind, "seconds");
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  g_value_set_int64 (&value, seconds);
  academy_edit_set (edit, point, field, &value);
}

/* The file keeps seconds. */
static GDateTime *
get_whole_second (GDateTime *now)
{
  return g_date_time_add (now, -(GTimeSpan) g_date_time_get_microsecond (now));
}

static void
stop (AcademyEdit *edit,
      GPtrArray   *points,
      GDateTime   *now)
{
  for (guint i = 0; i < points->len; i++)
    {
      AcademyItem *point = g_ptr_array_index (points, i);

      if (get_instant (point, "begun") == NULL)
        continue;
      set_seconds (edit, point, academy_session_clock_get_used (point, now));
      set_instant (edit, point, "begun", NULL);
    }
}

/* The clock needs a point that runs. */
static AcademyItem *
create_only_point (AcademyEdit *edit,
                   AcademyItem *session)
{
  AcademyItem *point = academy_item_new_part (&academy_agenda_item_kind, academy_item_get_id (session));

  g_object_set (point, "title", _("Discussion"), "minutes", academy_item_get_number (session, "duration"), NULL);
  academy_edit_create (edit, point);
  return point;
}

/**
 * academy_session_clock_begin:
 * @store: a store
 * @session: a session that has not begun
 * @now: the present instant
 * @error: return location for an error
 *
 * Begins @session and the first point of its agenda. One without an agenda gets the
 * usual one, or a single point.
 *
 * Returns: whether it is saved
 */
gboolean
academy_session_clock_begin (AcademyStore  *store,
                             AcademyItem   *session,
                             GDateTime     *now,
                             GError       **error)
{
  g_autoptr(GPtrArray) points = academy_store_get_all (store, &academy_agenda_item_kind, academy_item_get_id (session), error);
  g_autoptr(AcademyEdit) edit = academy_edit_new (N_("Begin session"));
  g_autoptr(GDateTime) second = get_whole_second (now);
  AcademyItem *usual;

  if (points == NULL)
    return FALSE;

  set_instant (edit, session, "held", second);
  set_instant (edit, session, "ended", NULL);
  if (points->len == 0)
    while ((usual = academy_agenda_item_kind.create_usual (session, points->len, academy_language_get_default ())) != NULL)
      {
        academy_edit_create (edit, usual);
        g_ptr_array_add (points, usual);
      }
  if (points->len == 0)
    g_ptr_array_add (points, create_only_point (edit, session));
  set_instant (edit, g_ptr_array_index (points, 0), "begun", second);

  return academy_store_apply (store, edit, error);
}

/**
 * academy_session_clock_go:
 * @store: a store
 * @points: (element-type AcademyItem): the agenda of a session
 * @point: (nullable): the point to go to, or %NULL to pause
 * @now: the present instant
 * @error: return location for an error
 *
 * Stops the point that runs, and goes on with @point, which may have run before.
 *
 * Returns: whether it is saved
 */
gboolean
academy_session_clock_go (AcademyStore  *store,
                          GPtrArray     *points,
                          AcademyItem   *point,
                          GDateTime     *now,
                          GError       **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (point != NULL ? N_("Go to point of the agenda") : N_("Pause session"));
  g_autoptr(GDateTime) second = get_whole_second (now);

  stop (edit, points, second);
  if (point != NULL)
    set_instant (edit, point, "begun", second);

  return academy_store_apply (store, edit, error);
}

/**
 * academy_session_clock_end:
 * @store: a store
 * @session: a session that was begun
 * @points: (element-type AcademyItem): its agenda
 * @now: the present instant
 * @error: return location for an error
 *
 * Stops the point that runs, and ends @session.
 *
 * Returns: whether it is saved
 */
gboolean
academy_session_clock_end (AcademyStore  *store,
                           AcademyItem   *session,
                           GPtrArray     *points,
                           GDateTime     *now,
                           GError       **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (N_("End session"));
  g_autoptr(GDateTime) second = get_whole_second (now);

  stop (edit, points, second);
  set_instant (edit, session, "ended", g_date_time_compare (second, get_instant (session, "held")) > 0
                                         ? second : get_instant (session, "held"));

  return academy_store_apply (store, edit, error);
}
