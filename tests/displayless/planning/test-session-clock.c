/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kinds.h"
#include "academy-session-clock.h"
#include "academy-test.h"

typedef struct {
  AcademyTest  base;

  AcademyItem *organisation;
  AcademyItem *session;
  GPtrArray   *points;
} Fixture;

static GDateTime *
at (const char *time)
{
  g_autofree char *text = g_strconcat ("2026-11-16T", time, "+02:00", NULL);

  return g_date_time_new_from_iso8601 (text, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const numbers[] = { "2", "1" };

  academy_test_set_up (&fixture->base, NULL);
  fixture->organisation = academy_test_organisation (&fixture->base);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(AcademyItem) session = academy_test_create (&fixture->base, &academy_session_kind,
                                                            academy_item_get_id (fixture->organisation), "place", "Turku");

      g_assert_true (academy_test_set (&fixture->base, session, "number", numbers[i], NULL, NULL));
    }
  fixture->session = academy_session_clock_find_next (fixture->base.store, academy_item_get_id (fixture->organisation));
  g_assert_cmpint (academy_item_get_number (fixture->session, "number"), ==, 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->points, g_ptr_array_unref);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->organisation);
  academy_test_tear_down (&fixture->base, NULL);
}

static void
read_points (Fixture *fixture)
{
  g_clear_pointer (&fixture->points, g_ptr_array_unref);
  fixture->points = academy_store_get_all (fixture->base.store, &academy_agenda_item_kind,
                                           academy_item_get_id (fixture->session), NULL);
}

static void
begin (Fixture    *fixture,
       const char *time)
{
  g_autoptr(GDateTime) now = at (time);

  g_assert_true (academy_session_clock_begin (fixture->base.store, fixture->session, now, NULL));
  read_points (fixture);
}

/* Goes to the point of an index, or pauses. */
static void
go (Fixture    *fixture,
    int         point,
    const char *time)
{
  g_autoptr(GDateTime) now = at (time);

  g_assert_true (academy_session_clock_go (fixture->base.store, fixture->points,
                                           point >= 0 ? g_ptr_array_index (fixture->points, point) : NULL, now, NULL));
}

static gint64
get_left (Fixture    *fixture,
          guint       point,
          const char *time)
{
  g_autoptr(GDateTime) now = at (time);

  return academy_session_clock_get_left (g_ptr_array_index (fixture->points, point), now);
}

static gint64
get_total_left (Fixture    *fixture,
                const char *time)
{
  g_autoptr(GDateTime) now = at (time);

  return academy_session_clock_get_total_left (fixture->session, fixture->points, now);
}

/* The usual agenda begins with ten minutes and goes on with twenty. */
static void
test_points (Fixture       *fixture,
             gconstpointer  data)
{
  begin (fixture, "09:00:00");
  g_assert_cmpuint (fixture->points->len, >, 3);
  g_assert_cmpint (academy_session_clock_find_running (fixture->points), ==, 0);
  g_assert_cmpint (get_left (fixture, 0, "09:00:00.9"), ==, 600);
  g_assert_cmpint (get_left (fixture, 0, "09:07:30"), ==, 150);
  g_assert_cmpint (get_left (fixture, 0, "09:12:00"), ==, -120);

  go (fixture, 1, "09:12:00");
  g_assert_cmpint (get_left (fixture, 0, "10:00:00"), ==, -120);
  g_assert_cmpint (get_left (fixture, 1, "09:13:00"), ==, 19 * 60);

  /* Back to a point that has run already */
  go (fixture, 0, "09:20:00");
  g_assert_cmpint (get_left (fixture, 0, "09:21:00"), ==, -180);
  g_assert_cmpint (get_left (fixture, 1, "09:30:00"), ==, 12 * 60);

  /* The session goes on while the point is paused. */
  go (fixture, -1, "09:22:00");
  g_assert_cmpint (academy_session_clock_find_running (fixture->points), ==, -1);
  g_assert_cmpint (academy_session_clock_find_present (fixture->points), ==, 1);
  g_assert_cmpint (get_left (fixture, 0, "09:40:00"), ==, -240);
  g_assert_cmpint (get_total_left (fixture, "09:40:00"), ==, 80 * 60);
}

/* A suspended computer and a closed file count; a clock that is put back does not. */
static void
test_jumps (Fixture       *fixture,
            gconstpointer  data)
{
  begin (fixture, "09:00:00");
  g_clear_pointer (&fixture->points, g_ptr_array_unref);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->organisation);
  academy_test_reopen (&fixture->base);

  {
    g_autoptr(GDateTime) now = at ("10:30:00");

    fixture->session = academy_session_clock_find_open (fixture->base.store, now);
  }
  g_assert_nonnull (fixture->session);
  read_points (fixture);
  g_assert_cmpint (get_left (fixture, 0, "10:30:00"), ==, -80 * 60);
  g_assert_cmpint (get_left (fixture, 0, "08:30:00"), ==, 600);
  g_assert_cmpint (get_total_left (fixture, "08:30:00"), ==, 120 * 60);
  g_assert_cmpint (get_total_left (fixture, "11:30:00"), ==, -30 * 60);
}

static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GDateTime) now = at ("10:59:00");
  g_autoptr(AcademyItem) open = NULL;
  g_autoptr(AcademyItem) next = NULL;

  begin (fixture, "09:00:00");
  g_assert_true (academy_session_clock_is_open (fixture->session));
  g_assert_true (academy_session_clock_end (fixture->base.store, fixture->session, fixture->points, now, NULL));
  g_assert_false (academy_session_clock_is_open (fixture->session));
  g_assert_cmpint (academy_session_clock_find_running (fixture->points), ==, -1);
  g_assert_cmpint (academy_item_get_number (g_ptr_array_index (fixture->points, 0), "seconds"), ==, 119 * 60);
  open = academy_session_clock_find_open (fixture->base.store, now);
  g_assert_null (open);
  next = academy_session_clock_find_next (fixture->base.store, academy_item_get_id (fixture->organisation));
  g_assert_true (next != fixture->session);

  /* Undo brings the clock back, which has gone on. */
  academy_test_undo (&fixture->base);
  open = academy_session_clock_find_open (fixture->base.store, now);
  g_assert_true (open == fixture->session);
  g_assert_cmpint (get_left (fixture, 0, "11:00:00"), ==, -110 * 60);
}

/* One whose time was written into the form, and one of another day, are not going on. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDateTime) now = at ("10:00:00");
  g_autoptr(GDateTime) later = g_date_time_add_days (now, 1);

  g_assert_true (academy_test_set (&fixture->base, fixture->session, "held", "2026-11-16T09:00:00+02:00", NULL, NULL));
  g_assert_null (academy_session_clock_find_open (fixture->base.store, now));

  begin (fixture, "09:00:00");
  g_assert_null (academy_session_clock_find_open (fixture->base.store, later));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/session-clock/points", Fixture, NULL, set_up, test_points, tear_down);
  g_test_add ("/session-clock/jumps", Fixture, NULL, set_up, test_jumps, tear_down);
  g_test_add ("/session-clock/end", Fixture, NULL, set_up, test_end, tear_down);
  g_test_add ("/session-clock/open", Fixture, NULL, set_up, test_open, tear_down);

  return g_test_run ();
}
