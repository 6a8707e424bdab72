/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"

#define FIRST_YEAR 1900
#define LAST_YEAR  2199

/**
 * academy_date_set_ymd:
 * @date: (out caller-allocates): return location for the date
 * @year: a year
 * @month: a month, from 1
 * @day: a day of the month, from 1
 *
 * A year outside 1900–2199 is taken for a typing error and refused.
 *
 * Returns: whether there is such a day; otherwise @date is cleared
 */
gboolean
academy_date_set_ymd (GDate  *date,
                      gint64  year,
                      gint64  month,
                      gint64  day)
{
  g_date_clear (date, 1);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

/**
 * academy_date_to_text:
 * @date: a valid date
 *
 * Returns: (transfer full): @date as `yyyy-MM-dd` (ISO 8601)
 */
char *
academy_date_to_text (const GDate *date)
{
  guint parts[] = { g_date_get_year (date) / 100, g_date_get_year (date) % 100,
                    g_date_get_month (date), g_date_get_day (date) };
  static const guint places[] = { 0, 2, 5, 8 };
  char *text = g_strdup ("0000-00-00");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      text[places[i]] = '0' + parts[i] / 10;
      text[places[i] + 1] = '0' + parts[i] % 10;
    }

  return text;
}

static guint
parse_digits (const char *text,
              guint       n_digits)
{
  guint number = 0;

  for (guint i = 0; i < n_digits; i++)
    number = number * 10 + g_ascii_digit_value (text[i]);

  return number;
}

/**
 * academy_date_from_text:
 * @text: `yyyy-MM-dd` and nothing else
 * @date: (out caller-allocates): return location for the date
 * @error: says what was expected
 *
 * Returns: whether @text is a day
 */
gboolean
academy_date_from_text (const char  *text,
                        GDate       *date,
                        GError     **error)
{
  static const char pattern[] = "0000-00-00";

  for (size_t i = 0; i < sizeof pattern; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      goto refuse;

  if (academy_date_set_ymd (date, parse_digits (text, 4), parse_digits (text + 5, 2), parse_digits (text + 8, 2)))
    return TRUE;

refuse:
  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
               _("“%s” is not a date. Write it as 2021-10-19."), text);
  return FALSE;
}

/**
 * academy_date_from_julian:
 * @day: a Julian day, or 0 for none
 *
 * Returns: the date of @day, which is not valid for 0
 */
GDate
academy_date_from_julian (AcademyDay day)
{
  GDate date;

  g_date_clear (&date, 1);
  if (day != 0)
    g_date_set_julian (&date, day);

  return date;
}

/**
 * academy_date_day_to_text:
 * @day: a Julian day
 *
 * Returns: (transfer full): @day as academy_date_to_text() writes it
 */
char *
academy_date_day_to_text (AcademyDay day)
{
  GDate date = academy_date_from_julian (day);

  return academy_date_to_text (&date);
}

/**
 * academy_date_get_last_of_month:
 * @day: a Julian day
 *
 * Returns: the last day of its month
 */
AcademyDay
academy_date_get_last_of_month (AcademyDay day)
{
  GDate date = academy_date_from_julian (day);

  g_date_set_day (&date, g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date)));
  return g_date_get_julian (&date);
}

/**
 * academy_date_from_instant:
 * @instant: an instant
 *
 * Returns: the day of @instant in its own time zone
 */
GDate
academy_date_from_instant (GDateTime *instant)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (instant, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return date;
}
