/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-calendar.h"

#include "academy-date.h"

#include <glib/gi18n-lib.h>

/* The years of which the days off are known: until 1990 Epiphany and Ascension Day
 * were kept on Saturdays. */
#define FIRST_YEAR 1991
#define LAST_YEAR  2199

/* A fixed date, or the first given weekday on or after it; without a month, an
 * offset in days from Easter Sunday. */
typedef struct {
  const char *name;
  guint8      month;
  gint8       day;
  guint8      weekday;
} Rule;

/* Church Act, on holy days; May Day: act 272/1944; Independence Day: act
 * 388/1937. The two eves are days off by many collective agreements
 * (University Almanac Office, “Liputus- ja juhlapäivät”). */
static const Rule rules[] = {
  { N_("New Year’s Day"), 1, 1 },
  { N_("Epiphany"), 1, 6 },
  { N_("Good Friday"), 0, -2 },
  { N_("Easter Sunday"), 0, 0 },
  { N_("Easter Monday"), 0, 1 },
  { N_("May Day"), 5, 1 },
  { N_("Ascension Day"), 0, 39 },
  { N_("Pentecost"), 0, 49 },
  { N_("Midsummer Eve"), 6, 19, G_DATE_FRIDAY },
  { N_("Midsummer Day"), 6, 20, G_DATE_SATURDAY },
  { N_("All Saints’ Day"), 10, 31, G_DATE_SATURDAY },
  { N_("Independence Day"), 12, 6 },
  { N_("Christmas Eve"), 12, 24 },
  { N_("Christmas Day"), 12, 25 },
  { N_("Second Day of Christmas"), 12, 26 },
};

/* The dates of one year, in the order of the rules, and how many of those from Monday
 * to Friday come before each of its days. */
typedef struct {
  AcademyDay first;
  AcademyDay holidays[G_N_ELEMENTS (rules)];
  guint8     n_before[366 + 1];
} Year;

static guint
get_weekday (AcademyDay julian)
{
  return (julian - 1) % 7 + G_DATE_MONDAY;
}

static AcademyDay
get_day (guint year,
         guint month,
         guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

/* The year of a day by the Gregorian cycle of 400 years, which begins with day 1: its
 * last century is a day longer than the others, and so is the last year of four. */
static guint
get_year (AcademyDay julian)
{
  guint days = julian - 1;
  guint cycles = days / 146097;
  guint centuries = MIN (days % 146097 / 36524, 3);
  guint in_century = days % 146097 - centuries * 36524;

  return cycles * 400 + centuries * 100 + in_century / 1461 * 4 + MIN (in_century % 1461 / 365, 3) + 1;
}

/* The anonymous Gregorian algorithm (Meeus, “Astronomical Algorithms”, chapter 8). */
static AcademyDay
get_easter (guint year)
{
  guint golden = year % 19;
  guint century = year / 100;
  guint leap_centuries = century / 4;
  guint correction = (century - (century + 8) / 25 + 1) / 3;
  guint moon = (19 * golden + century - leap_centuries - correction + 15) % 30;
  guint to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
  guint late = (golden + 11 * moon + 22 * to_sunday) / 451;
  guint month_and_day = moon + to_sunday - 7 * late + 114;

  return get_day (year, month_and_day / 31, month_and_day % 31 + 1);
}

static AcademyDay
follow_rule (const Rule *rule,
             guint       year)
{
  AcademyDay day;

  if (rule->month == 0)
    return get_easter (year) + rule->day;

  day = get_day (year, rule->month, rule->day);
  return rule->weekday == 0 ? day : day + (rule->weekday + 7 - get_weekday (day)) % 7;
}

static Year *
create_year (guint number)
{
  Year *year = g_new0 (Year, 1);

  year->first = get_day (number, 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      guint place = follow_rule (&rules[i], number) - year->first;

      year->holidays[i] = year->first + place;
      /* Two may fall on one day. */
      if (get_weekday (year->holidays[i]) <= G_DATE_FRIDAY)
        year->n_before[place + 1] = 1;
    }
  for (guint place = 0; place < G_N_ELEMENTS (year->n_before) - 1; place++)
    year->n_before[place + 1] += year->n_before[place];

  return year;
}

static const Year *
get_holidays (guint year)
{
  static Year *years[LAST_YEAR - FIRST_YEAR + 1];
  Year **made;

  if (year < FIRST_YEAR || year > LAST_YEAR)
    return NULL;

  made = &years[year - FIRST_YEAR];
  if (g_once_init_enter_pointer (made))
    g_once_init_leave_pointer (made, create_year (year));

  return *made;
}

/**
 * academy_calendar_get_holiday:
 * @julian: a day, as of g_date_get_julian()
 *
 * Covers the public holidays of Finland by the Church Act and acts 272/1944 and
 * 388/1937, and Midsummer Eve and Christmas Eve, which are days off by many
 * collective agreements. The rules are those in force since 1991; earlier days
 * have no holidays. Where two fall on one day, as on 1 May 2008, the one with the
 * fixed date is named.
 *
 * Returns: (nullable) (transfer none): the name of the holiday, in English and
 *   marked for translation
 */
const char *
academy_calendar_get_holiday (AcademyDay julian)
{
  const Year *year = get_holidays (get_year (julian));

  for (guint i = 0; year != NULL && i < G_N_ELEMENTS (rules); i++)
    if (year->holidays[i] == julian)
      return rules[i].name;

  return NULL;
}

/**
 * academy_calendar_get_day_off:
 * @julian: a day, as of g_date_get_julian()
 *
 * Returns: (nullable) (transfer none): why @julian is a day off: the name of the
 *   holiday, see academy_calendar_get_holiday(), or of the day of a weekend, in
 *   English and marked for translation; %NULL on a working day
 */
const char *
academy_calendar_get_day_off (AcademyDay julian)
{
  const char *holiday = academy_calendar_get_holiday (julian);

  if (holiday != NULL)
    return holiday;

  switch (get_weekday (julian))
    {
    case G_DATE_SATURDAY:
      return N_("Saturday");
    case G_DATE_SUNDAY:
      return N_("Sunday");
    default:
      return NULL;
    }
}

/**
 * academy_calendar_is_working_day:
 * @julian: a day, as of g_date_get_julian()
 *
 * Returns: whether @julian is a day from Monday to Friday and no holiday
 */
gboolean
academy_calendar_is_working_day (AcademyDay julian)
{
  return academy_calendar_get_day_off (julian) == NULL;
}

/* Counts the days from Monday to Friday up to a day; day 1 is a Monday. */
static guint
count_weekdays (AcademyDay julian)
{
  return julian / 7 * 5 + MIN (julian % 7, 5);
}

/**
 * academy_calendar_count_working_days:
 * @first: a day, as of g_date_get_julian()
 * @last: another
 *
 * Returns: the number of working days from @first to @last, both included; 0 when
 *   @last is before @first
 */
guint
academy_calendar_count_working_days (AcademyDay first,
                                     AcademyDay last)
{
  guint count, last_year;

  if (last < first)
    return 0;

  count = count_weekdays (last) - count_weekdays (first - 1);
  last_year = get_year (last);
  for (guint number = get_year (first); number <= last_year; number++)
    {
      const Year *year = get_holidays (number);

      if (year != NULL)
        count -= year->n_before[MIN (last + 1 - year->first, G_N_ELEMENTS (year->n_before) - 1)] -
                 year->n_before[MAX (first, year->first) - year->first];
    }

  return count;
}

/**
 * academy_calendar_add_working_days:
 * @julian: a day, as of g_date_get_julian()
 * @n_days: a number of working days, negative for earlier ones
 *
 * Returns: the working day that many after @julian, which itself may be a day off
 */
AcademyDay
academy_calendar_add_working_days (AcademyDay julian,
                                   int        n_days)
{
  int step = n_days < 0 ? -1 : 1;

  while (n_days != 0)
    {
      julian += step;
      if (academy_calendar_is_working_day (julian))
        n_days -= step;
    }

  return julian;
}

/**
 * academy_calendar_get_iso_week:
 * @julian: a day, as of g_date_get_julian()
 * @iso_year: (out) (optional): the year that the week belongs to, which in the
 *   days round New Year may be the one before or after
 *
 * Weeks begin on Monday, and week 1 has the first Thursday of the year (ISO 8601;
 * in Finnish almanacs since 1976).
 *
 * Returns: the number of the week, 1–53
 */
guint
academy_calendar_get_iso_week (AcademyDay julian,
                               int       *iso_year)
{
  AcademyDay thursday = julian + G_DATE_THURSDAY - get_weekday (julian);
  guint year = get_year (thursday);

  if (iso_year != NULL)
    *iso_year = year;

  return (thursday - get_day (year, 1, 1)) / 7 + 1;
}
