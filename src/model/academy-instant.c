/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-instant.h"

/* An instant is shown and moved in the zone in which it was written: a meeting in
 * Helsinki is at nine, wherever its minutes are read. */

/**
 * academy_instant_is_local:
 * @instant: an instant
 *
 * Returns: whether the clock of this computer shows, or showed, the same time as
 *   the one in which @instant was written
 */
gboolean
academy_instant_is_local (GDateTime *instant)
{
  g_autoptr(GDateTime) local = g_date_time_to_local (instant);

  return g_date_time_get_utc_offset (local) == g_date_time_get_utc_offset (instant);
}

/**
 * academy_instant_get_twin:
 * @instant: an instant
 *
 * Finds the other of two such instants: in the night when clocks are put back,
 * they show one hour twice.
 *
 * Returns: (transfer full) (nullable): the other instant for which the clock of
 *   this computer shows the same time as for @instant
 */
GDateTime *
academy_instant_get_twin (GDateTime *instant)
{
  for (int hours = -1; hours <= 1; hours += 2)
    {
      g_autoptr(GDateTime) moved = g_date_time_add_hours (instant, hours);
      g_autoptr(GDateTime) twin = g_date_time_to_local (moved);

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
  g_autoptr(GTimeZone) zone = academy_instant_is_local (instant)
                                ? g_time_zone_new_local ()
                                : g_time_zone_new_offset (g_date_time_get_utc_offset (instant) / G_TIME_SPAN_SECOND);

  return g_date_time_new (zone, g_date_get_year (day), g_date_get_month (day), g_date_get_day (day),
                          g_date_time_get_hour (instant), g_date_time_get_minute (instant),
                          g_date_time_get_seconds (instant));
}
