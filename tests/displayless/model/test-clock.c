/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>

#include "academy-clock.h"
#include "academy-date.h"

#define PATIENCE_SECONDS 10
#define SECONDS_OF_A_DAY (24 * 60 * 60)

static guint n_changes;

static void
day_changed_cb (AcademyClock *clock)
{
  n_changes++;
}

static void
listen (void)
{
  n_changes = 0;
  g_signal_connect (academy_clock_get_default (), "day-changed", G_CALLBACK (day_changed_cb), NULL);
}

static void
stop_listening (void)
{
  g_signal_handlers_disconnect_by_func (academy_clock_get_default (), day_changed_cb, NULL);
}

static void
set_today (const char *text)
{
  GDate date;

  g_assert_true (academy_date_from_text (text, &date, NULL));
  academy_clock_set_today (&date);
}

static void
test_set_today (void)
{
  GDate today;

  set_today ("2022-02-28");
  listen ();
  set_today ("2022-02-28");
  g_assert_cmpuint (n_changes, ==, 0);

  set_today ("2022-03-01");
  g_assert_cmpuint (n_changes, ==, 1);
  academy_clock_get_today (&today);
  g_assert_cmpuint (g_date_get_month (&today), ==, 3);

  academy_clock_set_today (NULL);
  g_assert_cmpuint (n_changes, ==, 2);
  academy_clock_look (academy_clock_get_default ());
  g_assert_cmpuint (n_changes, ==, 2);
  stop_listening ();
}

/* Where it is another day; a computer that slept through midnight is no other case. */
static void
test_time_zone (void)
{
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));

  g_setenv ("TZ", "EAST-24", TRUE);
  academy_clock_look (academy_clock_get_default ());
  listen ();
  g_setenv ("TZ", "WEST24", TRUE);
  academy_clock_look (academy_clock_get_default ());
  g_assert_cmpuint (n_changes, ==, 1);
  academy_clock_look (academy_clock_get_default ());
  g_assert_cmpuint (n_changes, ==, 1);

  stop_listening ();
  g_setenv ("TZ", zone, TRUE);
}

/* A zone in which midnight is that many seconds ahead. */
static void
set_zone_before_midnight (int seconds)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  int of_day = g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 + g_date_time_get_second (now);
  int west = (of_day + seconds) % SECONDS_OF_A_DAY;
  g_autofree char *zone = g_strdup_printf ("NEAR%02d:%02d:%02d", west / 3600, west / 60 % 60, west % 60);

  g_setenv ("TZ", zone, TRUE);
}

/* The clock wakes up by itself, and not before the day has begun. */
static void
test_midnight (void)
{
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  GDate before, after;

  set_zone_before_midnight (2);
  academy_clock_look (academy_clock_get_default ());
  academy_clock_get_today (&before);
  listen ();
  while (n_changes == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (n_changes, ==, 1);
  academy_clock_get_today (&after);
  g_assert_cmpint (g_date_days_between (&before, &after), ==, 1);

  stop_listening ();
  g_setenv ("TZ", zone, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/set-today", test_set_today);
  g_test_add_func ("/clock/time-zone", test_time_zone);
  g_test_add_func ("/clock/midnight", test_midnight);

  return g_test_run ();
}
