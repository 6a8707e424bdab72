/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-zoom.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "academy-calendar.h"
#include "academy-date.h"

#define DAYS_PER_WEEK 7

/* The zoom levels, from the nearest to the farthest. */
static const AcademyZoom zooms[] = {
  { 28, ACADEMY_UNIT_WEEK, ACADEMY_UNIT_DAY, ACADEMY_UNIT_WEEK, ACADEMY_UNIT_DAY },
  { 21, ACADEMY_UNIT_MONTH, ACADEMY_UNIT_DAY, ACADEMY_UNIT_WEEK, ACADEMY_UNIT_DAY },
  { 6, ACADEMY_UNIT_MONTH, ACADEMY_UNIT_WEEK, ACADEMY_UNIT_WEEK, ACADEMY_UNIT_DAY },
  { 3, ACADEMY_UNIT_MONTH, ACADEMY_UNIT_WEEK, ACADEMY_UNIT_MONTH, ACADEMY_UNIT_DAY },
  { 1.4, ACADEMY_UNIT_YEAR, ACADEMY_UNIT_MONTH, ACADEMY_UNIT_MONTH, ACADEMY_UNIT_WEEK },
  { 0.6, ACADEMY_UNIT_YEAR, ACADEMY_UNIT_MONTH, ACADEMY_UNIT_QUARTER, ACADEMY_UNIT_WEEK },
  { 0.45, ACADEMY_UNIT_YEAR, ACADEMY_UNIT_QUARTER, ACADEMY_UNIT_QUARTER, ACADEMY_UNIT_WEEK },
  { 0.12, ACADEMY_UNIT_YEAR, ACADEMY_UNIT_QUARTER, ACADEMY_UNIT_YEAR, ACADEMY_UNIT_WEEK },
  { 0, ACADEMY_UNIT_DECADE, ACADEMY_UNIT_YEAR, ACADEMY_UNIT_YEAR, ACADEMY_UNIT_WEEK },
};

/**
 * academy_zoom_find:
 * @pixels_per_day: the width of a day at the normal text size
 *
 * Returns: (transfer none): the zoom level for that scale
 */
const AcademyZoom *
academy_zoom_find (double pixels_per_day)
{
  const AcademyZoom *zoom = zooms;

  while (pixels_per_day < zoom->least)
    zoom++;

  return zoom;
}

static void
get_date (AcademyDay day,
          GDate     *date)
{
  *date = academy_date_from_julian (MAX (day, 1));
}

/* Returns the number of months of a unit, or 0 for days and weeks. */
static guint
get_n_months (AcademyUnit unit)
{
  switch (unit)
    {
    case ACADEMY_UNIT_MONTH:
      return 1;
    case ACADEMY_UNIT_QUARTER:
      return 3;
    case ACADEMY_UNIT_YEAR:
      return 12;
    case ACADEMY_UNIT_DECADE:
      return 120;
    case ACADEMY_UNIT_DAY:
    case ACADEMY_UNIT_WEEK:
    default:
      return 0;
    }
}

/**
 * academy_unit_get_start:
 * @unit: a unit
 * @day: a Julian day
 *
 * Returns: the first day of the @unit that contains @day
 */
AcademyDay
academy_unit_get_start (AcademyUnit unit,
                        AcademyDay  day)
{
  guint n_months = get_n_months (unit);
  GDate date;

  if (unit == ACADEMY_UNIT_DAY)
    return day;

  get_date (day, &date);
  if (unit == ACADEMY_UNIT_WEEK)
    return day - (g_date_get_weekday (&date) - G_DATE_MONDAY);

  g_date_set_day (&date, 1);
  g_date_set_month (&date, (g_date_get_month (&date) - 1) / n_months * n_months + 1);
  if (unit == ACADEMY_UNIT_DECADE)
    g_date_set_year (&date, MAX (g_date_get_year (&date) / 10 * 10, 1));
  return g_date_get_julian (&date);
}

/**
 * academy_unit_get_next:
 * @unit: a unit
 * @day: a Julian day
 *
 * Returns: the first day of the @unit after the one that contains @day
 */
AcademyDay
academy_unit_get_next (AcademyUnit unit,
                       AcademyDay  day)
{
  AcademyDay start = academy_unit_get_start (unit, day);
  GDate date;

  if (unit == ACADEMY_UNIT_DAY)
    return start + 1;
  if (unit == ACADEMY_UNIT_WEEK)
    return start + DAYS_PER_WEEK;

  get_date (start, &date);
  g_date_add_months (&date, get_n_months (unit));
  return g_date_get_julian (&date);
}

/**
 * academy_unit_snap:
 * @unit: a unit
 * @day: a day; its fraction is the part of it that has passed
 *
 * Returns: the beginning of a @unit nearest to @day
 */
AcademyDay
academy_unit_snap (AcademyUnit unit,
                   double      day)
{
  AcademyDay start = academy_unit_get_start (unit, MAX (floor (day), 1));
  AcademyDay next = academy_unit_get_next (unit, start);

  return day - start < next - day ? start : next;
}

/* Returns one word of a translated list of words. */
static char *
get_word (const AcademyLanguage *language,
          const char            *msgid,
          guint                  i)
{
  g_auto(GStrv) words = g_strsplit (academy_language_translate (language, msgid), " ", -1);

  return g_strdup (i < g_strv_length (words) ? words[i] : "");
}

static char *
format_day (const GDate           *date,
            guint                  room,
            const AcademyLanguage *language)
{
  /* Translators: the days of the week in short, from Monday, with spaces between */
  g_autofree char *weekday = get_word (language, N_("Mon Tue Wed Thu Fri Sat Sun"), g_date_get_weekday (date) - 1);

  if (room == 0)
    /* Translators: a day of a narrow ruler: the weekday in short, the day of the month */
    return g_strdup_printf (academy_language_translate (language, N_("%s %u")), weekday, g_date_get_day (date));

  return g_strdup_printf ("%u", g_date_get_day (date));
}

/* Formats an ISO week, which belongs to a year of its own. Short forms have the
 * year only when it is not that of the first day. */
static char *
format_week (AcademyDay             day,
             guint                  room,
             const AcademyLanguage *language)
{
  int year;
  guint week = academy_calendar_get_iso_week (day, &year);
  GDate date;

  get_date (day, &date);
  if (room == 0)
    /* Translators: a week number and the year that it belongs to */
    return g_strdup_printf (academy_language_translate (language, N_("Week %u/%d")), week, year);
  if (room == 1 && g_date_get_year (&date) != year)
    return g_strdup_printf ("%u/%d", week, year);
  if (room == 1)
    /* Translators: a week number, in short */
    return g_strdup_printf (academy_language_translate (language, N_("wk %u")), week);

  return g_date_get_year (&date) != year ? g_strdup_printf ("%u/%02d", week, year % 100) : g_strdup_printf ("%u", week);
}

static char *
format_month (const GDate           *date,
              guint                  room,
              const AcademyLanguage *language)
{
  /* Translators: the months in short, with spaces between */
  const char *months = N_("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");

  g_autofree char *word = get_word (language, months, g_date_get_month (date) - 1);

  if (room == 0)
    return academy_language_format_months (language, date, date);
  if (room == 1)
    return g_strdup_printf ("%s %u", word, g_date_get_year (date));
  if (room == 2)
    return g_steal_pointer (&word);

  return g_strdup_printf ("%u", g_date_get_month (date));
}

static char *
format_quarter (const GDate           *date,
                guint                  room,
                const AcademyLanguage *language)
{
  /* Translators: the quarters of a year in short, with spaces between */
  g_autofree char *word = get_word (language, N_("Q1 Q2 Q3 Q4"), (g_date_get_month (date) - 1) / 3);

  if (room == 0)
    return g_strdup_printf ("%s/%u", word, g_date_get_year (date));

  return g_steal_pointer (&word);
}

/**
 * academy_unit_format:
 * @unit: a unit
 * @day: the first day of a unit
 * @room: the form: 0 for the longest, larger numbers for shorter ones
 * @language: the language of the label
 *
 * Returns: (transfer full) (nullable): the label of the unit on a ruler, or %NULL
 *   when there is no form that short
 */
char *
academy_unit_format (AcademyUnit            unit,
                     AcademyDay             day,
                     guint                  room,
                     const AcademyLanguage *language)
{
  static const guint n_forms[] = {
    [ACADEMY_UNIT_DAY] = 2,
    [ACADEMY_UNIT_WEEK] = 3,
    [ACADEMY_UNIT_MONTH] = 4,
    [ACADEMY_UNIT_QUARTER] = 2,
    [ACADEMY_UNIT_YEAR] = 2,
    [ACADEMY_UNIT_DECADE] = 2,
  };
  GDate date;

  if (room >= n_forms[unit])
    return NULL;

  get_date (day, &date);
  switch (unit)
    {
    case ACADEMY_UNIT_DAY:
      return format_day (&date, room, language);
    case ACADEMY_UNIT_WEEK:
      return format_week (day, room, language);
    case ACADEMY_UNIT_MONTH:
      return format_month (&date, room, language);
    case ACADEMY_UNIT_QUARTER:
      return format_quarter (&date, room, language);
    case ACADEMY_UNIT_DECADE:
      /* Translators: ten years: “2020s” */
      return room > 0 ? g_strdup_printf ("%u", g_date_get_year (&date))
                      : g_strdup_printf (academy_language_translate (language, N_("%us")), g_date_get_year (&date));
    case ACADEMY_UNIT_YEAR:
    default:
      return room > 0 ? g_strdup_printf ("%02u", g_date_get_year (&date) % 100)
                      : g_strdup_printf ("%u", g_date_get_year (&date));
    }
}
