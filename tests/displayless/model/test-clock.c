/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <sys/time.h>
#include <time.h>

#include "academy-clock.h"
#include "academy-date.h"
#include "academy-instant.h"

#define PATIENCE_SECONDS 10

static guint n_changes;
static gint64 seconds_ahead;

/* Stands in for the clock of the computer, which GLib asks, so that a test can put it
 * forward. */
int
gettimeofday (struct timeval *time,
              void           *zone)
{
  struct timespec real;

  clock_gettime (CLOCK_REALTIME, &real);
  time->tv_sec = real.tv_sec + seconds_ahead;
  time->tv_usec = real.tv_nsec / 1000;
  return 0;
}

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

/* Puts the clock forward to a time of day on some day to come. */
static void
set_time (int hour,
          int minute,
          int second)
{
  g_autoptr(GDateTime) real = NULL;
  g_autoptr(GDateTime) begin = NULL;
  GDate day;

  seconds_ahead = 0;
  real = g_date_time_new_now (academy_instant_get_zone ());
  day = academy_date_from_instant (real);
  g_date_add_days (&day, 2);
  begin = academy_instant_new (&day, hour, minute);
  seconds_ahead = g_date_time_to_unix (begin) + second - g_date_time_to_unix (real);
}

/* A computer that slept through midnight */
static void
test_sleep (void)
{
  set_time (23, 0, 0);
  academy_clock_look (academy_clock_get_default ());
  listen ();
  seconds_ahead += 2 * 60 * 60;
  academy_clock_look (academy_clock_get_default ());
  g_assert_cmpuint (n_changes, ==, 1);
  academy_clock_look (academy_clock_get_default ());
  g_assert_cmpuint (n_changes, ==, 1);

  stop_listening ();
  seconds_ahead = 0;
}

/* It is the same day everywhere. */
static void
test_time_zone (void)
{
  static const char * const zones[] = { "UTC", "America/New_York", "EAST-24", "WEST24", "Nowhere/Unknown" };
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  GDate wanted;

  set_time (0, 30, 0);
  academy_clock_look (academy_clock_get_default ());
  academy_clock_get_today (&wanted);
  listen ();
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr(GDateTime) now = NULL;
      GDate today;

      g_setenv ("TZ", zones[i], TRUE);
      academy_clock_look (academy_clock_get_default ());
      now = academy_clock_get_now ();
      academy_clock_get_today (&today);
      g_assert_cmpint (g_date_time_get_hour (now), ==, 0);
      g_assert_cmpint (g_date_time_get_minute (now), ==, 30);
      g_assert_cmpint (g_date_compare (&today, &wanted), ==, 0);
    }
  g_assert_cmpuint (n_changes, ==, 0);

  stop_listening ();
  seconds_ahead = 0;
  g_setenv ("TZ", zone, TRUE);
}

/* The clock wakes up by itself, and not before the day has begun. */
static void
test_midnight (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  GDate before, after;

  set_time (23, 59, 58);
  academy_clock_look (academy_clock_get_default ());
  academy_clock_get_today (&before);
  listen ();
  while (n_changes == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (n_changes, ==, 1);
  academy_clock_get_today (&after);
  g_assert_cmpint (g_date_days_between (&before, &after), ==, 1);

  stop_listening ();
  seconds_ahead = 0;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/set-today", test_set_today);
  g_test_add_func ("/clock/sleep", test_sleep);
  g_test_add_func ("/clock/time-zone", test_time_zone);
  g_test_add_func ("/clock/midnight", test_midnight);

  return g_test_run ();
}
