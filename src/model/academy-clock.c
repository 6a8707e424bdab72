/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-clock.h"

static GDate fixed_today;

/**
 * academy_clock_get_today:
 * @today: (out caller-allocates): where today's date is put
 *
 * The one place that says what day it is, in the time zone of this computer.
 */
void
academy_clock_get_today (GDate *today)
{
  if (g_date_valid (&fixed_today))
    *today = fixed_today;
  else
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_local ();
      int year, month, day;

      g_date_time_get_ymd (now, &year, &month, &day);
      g_date_clear (today, 1);
      g_date_set_dmy (today, day, month, year);
    }
}

/**
 * academy_clock_set_today:
 * @today: (nullable): the date to keep, or %NULL to follow the clock again
 *
 * Stops the calendar, for tests and pictures.
 */
void
academy_clock_set_today (const GDate *today)
{
  if (today != NULL)
    fixed_today = *today;
  else
    g_date_clear (&fixed_today, 1);
}
