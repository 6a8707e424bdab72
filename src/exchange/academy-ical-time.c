/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-ical-time.h"

#include "academy-instant.h"

/* Times and days of calendars, whatever tables of time zones this computer has. */

#define ZONE "Europe/Helsinki"

/* The zone of academy_instant_get_zone(), for calendars */
static const char zone_text[] =
  "BEGIN:VTIMEZONE\r\n"
  "TZID:" ZONE "\r\n"
  "BEGIN:DAYLIGHT\r\n"
  "TZNAME:EEST\r\n"
  "TZOFFSETFROM:+0200\r\n"
  "TZOFFSETTO:+0300\r\n"
  "DTSTART:19830327T030000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
  "END:DAYLIGHT\r\n"
  "BEGIN:STANDARD\r\n"
  "TZNAME:EET\r\n"
  "TZOFFSETFROM:+0300\r\n"
  "TZOFFSETTO:+0200\r\n"
  "DTSTART:19830925T040000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19950930T000000Z\r\n"
  "END:STANDARD\r\n"
  "BEGIN:STANDARD\r\n"
  "TZNAME:EET\r\n"
  "TZOFFSETFROM:+0300\r\n"
  "TZOFFSETTO:+0200\r\n"
  "DTSTART:19961027T040000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
  "END:STANDARD\r\n"
  "END:VTIMEZONE\r\n";

static icaltimetype
get_time (GDateTime *time)
{
  icaltimetype result = icaltime_null_time ();

  result.year = g_date_time_get_year (time);
  result.month = g_date_time_get_month (time);
  result.day = g_date_time_get_day_of_month (time);
  result.hour = g_date_time_get_hour (time);
  result.minute = g_date_time_get_minute (time);
  result.second = g_date_time_get_second (time);
  return result;
}

/* Whether the clocks show the time of @instant a second time, after they were put
 * back: without its offset it would be taken for the first. */
static gboolean
is_second (GDateTime *instant)
{
  g_autoptr(GDateTime) twin = academy_instant_get_twin (instant);

  return twin != NULL && g_date_time_compare (twin, instant) < 0;
}

/**
 * academy_ical_time_create_zone:
 *
 * Returns: (transfer full): the time zone of Helsinki as a VTIMEZONE
 */
icalcomponent *
academy_ical_time_create_zone (void)
{
  return icalparser_parse_string (zone_text);
}

/**
 * academy_ical_time_get_utc:
 * @instant: an instant
 *
 * Returns: @instant in Coordinated Universal Time
 */
icaltimetype
academy_ical_time_get_utc (GDateTime *instant)
{
  g_autoptr(GDateTime) utc = g_date_time_to_utc (instant);
  icaltimetype result = get_time (utc);

  return icaltime_set_timezone (&result, icaltimezone_get_utc_timezone ());
}

/**
 * academy_ical_time_add:
 * @event: an event
 * @kind: the property, such as %ICAL_DTSTART_PROPERTY
 * @instant: its value
 *
 * Adds a time of Helsinki.
 */
void
academy_ical_time_add (icalcomponent     *event,
                       icalproperty_kind  kind,
                       GDateTime         *instant)
{
  icalproperty *property = icalproperty_new (kind);

  if (is_second (instant))
    icalproperty_set_value (property, icalvalue_new_datetime (academy_ical_time_get_utc (instant)));
  else
    {
      icalproperty_set_value (property, icalvalue_new_datetime (get_time (instant)));
      icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE));
    }
  icalcomponent_add_property (event, property);
}

/**
 * academy_ical_time_add_day:
 * @event: an event
 * @kind: the property, such as %ICAL_DTSTART_PROPERTY
 * @day: its value
 *
 * Adds a day without a time.
 */
void
academy_ical_time_add_day (icalcomponent     *event,
                           icalproperty_kind  kind,
                           AcademyDay         day)
{
  GDate date = academy_date_from_julian (day);
  icaltimetype time = icaltime_null_date ();
  icalproperty *property = icalproperty_new (kind);

  time.year = g_date_get_year (&date);
  time.month = g_date_get_month (&date);
  time.day = g_date_get_day (&date);
  icalproperty_set_value (property, icalvalue_new_date (time));
  icalproperty_add_parameter (property, icalparameter_new_value (ICAL_VALUE_DATE));
  icalcomponent_add_property (event, property);
}
