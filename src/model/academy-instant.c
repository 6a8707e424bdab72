/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-instant.h"

/* Instants are typed, shown and written in one zone, that of the meetings, also on a
 * computer that is set to another one. The rules are those since 1996: with them,
 * instants do not depend on the tables of time zones of a computer. */
#define ZONE_RULES "EET-2EEST,M3.5.0/3,M10.5.0/4"

/**
 * academy_instant_get_zone:
 *
 * Returns: (transfer none): the time zone of Helsinki, the zone of all instants
 */
GTimeZone *
academy_instant_get_zone (void)
{
  static GTimeZone *zone;

  if (g_once_init_enter_pointer (&zone))
    g_once_init_leave_pointer (&zone, g_time_zone_new_identifier (ZONE_RULES));

  return zone;
}

/**
 * academy_instant_new:
 * @day: a day
 * @hour: an hour, from 0 to 23
 * @minute: a minute
 *
 * Returns: (transfer full): when the clocks show that time on @day; when they show it
 *   twice, one of the two, and when they never do, a later one
 */
GDateTime *
academy_instant_new (const GDate *day,
                     int          hour,
                     int          minute)
{
  return g_date_time_new (academy_instant_get_zone (), g_date_get_year (day), g_date_get_month (day), g_date_get_day (day),
                          hour, minute, 0);
}

/**
 * academy_instant_get_midnight:
 * @day: a day
 *
 * Returns: when @day begins, in microseconds since 1970
 */
gint64
academy_instant_get_midnight (const GDate *day)
{
  g_autoptr(GDateTime) midnight = academy_instant_new (day, 0, 0);

  return midnight != NULL ? g_date_time_to_unix_usec (midnight) : 0;
}

/**
 * academy_instant_from_stamp:
 * @stamp: microseconds since 1970
 *
 * Returns: (transfer full) (nullable): the instant of @stamp
 */
GDateTime *
academy_instant_from_stamp (gint64 stamp)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc_usec (stamp);

  return utc != NULL ? g_date_time_to_timezone (utc, academy_instant_get_zone ()) : NULL;
}

/**
 * academy_instant_from_text:
 * @text: a date and time with its zone, by ISO 8601
 *
 * Returns: (transfer full) (nullable): the instant, whatever zone it is written in
 */
GDateTime *
academy_instant_from_text (const char *text)
{
  g_autoptr(GDateTime) written = g_date_time_new_from_iso8601 (text, NULL);

  return written != NULL ? g_date_time_to_timezone (written, academy_instant_get_zone ()) : NULL;
}

/**
 * academy_instant_to_text:
 * @instant: an instant
 *
 * Returns: (transfer full): @instant by ISO 8601, as files and plans have it:
 *   `2021-10-19T09:00:00+03:00`
 */
char *
academy_instant_to_text (GDateTime *instant)
{
  return g_date_time_format (instant, "%Y-%m-%dT%H:%M:%S%:z");
}

/**
 * academy_instant_get_twin:
 * @instant: an instant
 *
 * Finds the other of two such instants: in the night when clocks are put back,
 * they show one hour twice.
 *
 * Returns: (transfer full) (nullable): the other instant for which clocks show the
 *   same time as for @instant
 */
GDateTime *
academy_instant_get_twin (GDateTime *instant)
{
  for (int hours = -1; hours <= 1; hours += 2)
    {
      g_autoptr(GDateTime) twin = g_date_time_add_hours (instant, hours);

      if (g_date_time_get_hour (twin) == g_date_time_get_hour (instant))
        return g_steal_pointer (&twin);
    }

  return NULL;
}

/**
 * academy_instant_move:
 * @instant: an instant
 * @day: another day
 *
 * Returns: (transfer full): the same time of day on @day, also when daylight
 *   saving begins or ends between
 */
GDateTime *
academy_instant_move (GDateTime   *instant,
                      const GDate *day)
{
  g_autoptr(GDateTime) minute = academy_instant_new (day, g_date_time_get_hour (instant), g_date_time_get_minute (instant));

  return g_date_time_add_seconds (minute, g_date_time_get_seconds (instant));
}
