/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

#include "academy-clock.h"
#include "academy-store-query.h"

static void
take_day (AcademyStore *self,
          sqlite3_stmt *row,
          gpointer      data)
{
  self->status_date = academy_database_get_day (row, 0);
}

/**
 * academy_store_get_status_date:
 * @self: a store
 *
 * Returns: the Julian day that is set for judging the programme, by
 *   academy_store_set_status_date() or else in the programme; 0 when that is today
 */
AcademyDay
academy_store_get_status_date (AcademyStore *self)
{
  g_autoptr(GError) error = NULL;

  if (self->knows_status_date)
    return self->status_date;

  self->status_date = 0;
  self->knows_status_date = TRUE;
  if (!academy_store_query (self, "SELECT \"status_date\" FROM \"programme\" LIMIT 1", NULL, 0, take_day, NULL, &error))
    academy_store_report (self, error);

  return self->status_date;
}

/**
 * academy_store_get_day:
 * @self: a store
 *
 * Whatever is overdue or near is so on this day. The signal
 * #AcademyStore::day-changed tells that another status date is set, and
 * #AcademyClock::day-changed a new day of one that is judged today.
 *
 * Returns: the Julian day by which the programme is judged
 */
AcademyDay
academy_store_get_day (AcademyStore *self)
{
  AcademyDay status_date = academy_store_get_status_date (self);

  return status_date != 0 ? status_date : academy_clock_get_day ();
}

/**
 * academy_store_set_status_date:
 * @self: a store
 * @status_date: a Julian day
 *
 * Judges the programme by @status_date, whatever it has itself, until it changes.
 * Nothing is written.
 */
void
academy_store_set_status_date (AcademyStore *self,
                               AcademyDay    status_date)
{
  self->status_date = status_date;
  self->knows_status_date = TRUE;
}

/**
 * academy_store_connect_day:
 * @self: a store
 * @callback: a function of @object
 * @object: an object
 *
 * Calls @callback with @object, as long as that lives, whenever the day by which
 * the programme is judged may be another: the status date, or today.
 */
void
academy_store_connect_day (AcademyStore *self,
                           GCallback     callback,
                           gpointer      object)
{
  g_signal_connect_object (self, "day-changed", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (academy_clock_get_default (), "day-changed", callback, object, G_CONNECT_SWAPPED);
}
