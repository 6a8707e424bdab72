/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-typed-day.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#include "academy-calendar.h"
#include "academy-date.h"
#include "academy-error.h"

/* A day without a year may be 29 February, which recurs after eight years at
 * most. */
#define YEARS_AROUND 8
#define CENTURY      100

/* A limit in any unit, far below the range of dates. */
#define LONGEST_DURATION 9999

/* Forms of a typed day: the shape of its tokens (see academy_typed_dup_shape()),
 * and the meaning of each token: the day, month, year or year of two digits (s);
 * the number of a week (w) or of a day in it (e); an offset from today (r) or from
 * this week (x); the amount and unit of a duration, and its direction, from now or before now (f).
 * The day comes before the month, unless the year is first. */
static const struct {
  const char *shape;
  const char *roles;
} forms[] = {
  { "n.n.y", "d.m.y" }, { "n.n.y.", "d.m.y." }, { "n.n.n", "d.m.s" }, { "n.n.n.", "d.m.s." }, { "n/n/y", "d/m/y" },
  { "n/n/n", "d/m/s" }, { "n-n-y", "d-m-y" }, { "n,n,y", "d,m,y" }, { "n,n,n", "d,m,s" }, { "nny", "dmy" },
  { "n.ny", "d.my" }, { "n.n.-y", "d.m.-y" }, { "n.n/y", "d.m/y" },
  { "y-n-n", "y-m-d" }, { "y/n/n", "y/m/d" }, { "y.n.n", "y.m.d" }, { "y.n.n.", "y.m.d." }, { "ynn", "ymd" },
  { "n.n.", "d.m." }, { "n.n", "d.m" }, { "n/n", "d/m" }, { "n,n", "d,m" },
  { "n.my", "d.my" }, { "n.m.y", "d.m.y" }, { "nmy", "dmy" }, { "nm,y", "dm,y" }, { "n.mn", "d.ms" }, { "nmn", "dms" },
  { "n-m-y", "d-m-y" }, { "n-m-n", "d-m-s" }, { "n/m/y", "d/m/y" }, { "n.m", "d.m" }, { "nm", "dm" }, { "n-m", "d-m" },
  { "mn,y", "md,y" }, { "mny", "mdy" }, { "mn.y", "md.y" }, { "mn", "md" }, { "mn.", "md." },
  { "ymn", "ymd" }, { "y-m-n", "y-m-d" },
  { "kn", "_w" }, { "n.k", "w._" }, { "kny", "_wy" }, { "kn/y", "_w/y" }, { "kn-y", "_w-y" }, { "kn,y", "_w,y" },
  { "kn.y", "_w.y" }, { "kn/n", "_w/s" }, { "n.ky", "w._y" }, { "n.k/y", "w._/y" },
  { "y-kn", "y-_w" }, { "ykn", "y_w" }, { "y/kn", "y/_w" }, { "y-kn-n", "y-_w-e" },
  { "t", "r" }, { ">k", "x_" },
  { "+nu", "+au" }, { "-nu", "-au" }, { "nuf", "auf" }, { "inu", "_au" }, { "uf", "uf" },
  { "+nk", "+au" }, { "-nk", "-au" }, { "nkf", "auf" }, { "ink", "_au" }, { "kf", "uf" }, { "+n", "+a" },
};

typedef enum {
  WEEKDAY,
  DAY_OF_MONTH,
  DAY_OF_WEEK,
  RELATIVE,
  RELATIVE_WEEK,
  DURATION,
} Form;

/* The parts of a typed day; a year or weekday that was not typed is 0. */
typedef struct {
  Form form;
  int  day;
  int  month;
  int  year;
  int  week;
  int  weekday;
  int  relative;
  int  amount;
  int  direction;
  char unit;
  int  unit_value;
} Typed;

static AcademyReading G_GNUC_PRINTF (2, 3)
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL && *error == NULL)
    *error = g_error_new_valist (ACADEMY_ERROR, ACADEMY_ERROR_INVALID, format, arguments);
  va_end (arguments);

  return ACADEMY_READING_REFUSED;
}

/* Completes a year of two digits with the nearest century. */
static int
find_century (const AcademyNear *near,
              int                year)
{
  int middle = g_date_get_year (g_date_valid (&near->day) ? &near->day : &near->today);

  year += middle / CENTURY * CENTURY;
  if (year > middle + CENTURY / 2)
    year -= CENTURY;
  else if (year < middle - CENTURY / 2)
    year += CENTURY;

  return year;
}

static gboolean
take_roles (const AcademyToken *tokens,
            const char         *roles,
            const AcademyNear  *near,
            Typed              *typed)
{
  for (guint i = 0; roles[i] != '\0'; i++)
    switch (roles[i])
      {
      case 'd':
        typed->form = DAY_OF_MONTH;
        typed->day = tokens[i].value;
        break;
      case 'm':
        typed->month = tokens[i].value;
        break;
      case 'y':
        typed->year = tokens[i].value;
        break;
      case 's':
        if (tokens[i].digits != 2)
          return FALSE;
        typed->year = find_century (near, tokens[i].value);
        break;
      case 'w':
        typed->form = DAY_OF_WEEK;
        typed->week = tokens[i].value;
        break;
      case 'e':
        typed->weekday = tokens[i].value;
        break;
      case 'r':
        typed->form = RELATIVE;
        typed->relative = tokens[i].value;
        break;
      case 'x':
        typed->form = RELATIVE_WEEK;
        typed->relative = tokens[i].value;
        break;
      case 'a':
        typed->form = DURATION;
        typed->amount = tokens[i].value;
        break;
      case 'u':
        typed->form = DURATION;
        typed->unit = tokens[i].type;
        typed->unit_value = tokens[i].value;
        break;
      case '-':
        if (i == 0)
          typed->direction = -1;
        break;
      case 'f':
        typed->direction = tokens[i].value;
        break;
      default:
        break;
      }

  return TRUE;
}

/* Eight digits are a day only when a single reading of them is valid. */
static gboolean
split_digits (const AcademyToken *token,
              Typed              *typed)
{
  GDate date;
  int number = token->value;
  gboolean year_first, year_last;

  if (token->digits != 8)
    return FALSE;

  year_first = academy_date_set_ymd (&date, number / 10000, number / 100 % 100, number % 100);
  year_last = academy_date_set_ymd (&date, number % 10000, number / 10000 % 100, number / 1000000);
  if (year_first == year_last)
    return FALSE;

  typed->form = DAY_OF_MONTH;
  typed->year = year_first ? number / 10000 : number % 10000;
  typed->month = year_first ? number / 100 % 100 : number / 10000 % 100;
  typed->day = year_first ? number % 100 : number / 1000000;
  return TRUE;
}

/* Removes a weekday before or after a day from the tokens. */
static gboolean
read_typed (const AcademyToken *tokens,
            guint               length,
            const AcademyNear  *near,
            Typed              *typed)
{
  g_autofree char *shape = NULL;
  g_autofree char *amount = NULL;

  *typed = (Typed) { .amount = 1, .direction = 1 };
  if (length > 0 && tokens[0].type == ACADEMY_TOKEN_WEEKDAY)
    {
      typed->weekday = tokens[0].value;
      tokens++;
      length--;
    }
  else if (length > 1 && tokens[length - 1].type == ACADEMY_TOKEN_WEEKDAY)
    {
      typed->weekday = tokens[length - 1].value;
      length--;
    }

  if (length == 0)
    return typed->weekday != 0;
  if (length == 1 && tokens[0].type == ACADEMY_TOKEN_DIGITS)
    return split_digits (&tokens[0], typed);

  shape = academy_typed_dup_shape (tokens, length);
  amount = g_strdelimit (g_strdup (shape), "yD", ACADEMY_TOKEN_NUMBER);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].shape, strchr (forms[i].roles, 'a') != NULL ? amount : shape))
      return take_roles (tokens, forms[i].roles, near, typed) &&
             (strchr (forms[i].roles, 'e') == NULL || (typed->weekday >= 1 && typed->weekday <= 7));

  return FALSE;
}

/* Returns the day of a week that is meant. */
static int
get_weekday (const AcademyNear *near,
             const Typed       *typed)
{
  return typed->weekday != 0 ? typed->weekday : near->is_end ? G_DATE_FRIDAY : G_DATE_MONDAY;
}

static gboolean
set_in_year (const AcademyNear *near,
             const Typed       *typed,
             int                year,
             GDate             *date)
{
  int week_year;

  if (typed->form == DAY_OF_MONTH)
    return academy_date_set_ymd (date, year, typed->month, typed->day);

  /* 4 January is in the first week (ISO 8601). */
  if (typed->week < 1 || typed->week > 53 || !academy_date_set_ymd (date, year, 1, 4))
    return FALSE;
  g_date_add_days (date, (typed->week - 1) * 7);
  g_date_subtract_days (date, g_date_get_weekday (date) - G_DATE_MONDAY);
  academy_calendar_get_iso_week (g_date_get_julian (date), &week_year);
  g_date_add_days (date, get_weekday (near, typed) - G_DATE_MONDAY);

  return week_year == year;
}

static gboolean
find_year (const AcademyNear *near,
           const Typed       *typed,
           GDate             *date)
{
  const GDate *from = g_date_valid (&near->first) ? &near->first : g_date_valid (&near->day) ? &near->day : &near->today;
  const GDate *to = g_date_valid (&near->last) ? &near->last : from;
  gboolean found = FALSE;

  for (int year = g_date_get_year (from) - YEARS_AROUND; year <= g_date_get_year (to) + YEARS_AROUND; year++)
    {
      GDate candidate;

      if (!set_in_year (near, typed, year, &candidate))
        continue;
      if (!found || academy_near_is_closer (near, &candidate, date, typed->form == DAY_OF_MONTH ? typed->weekday : 0))
        *date = candidate;
      found = TRUE;
    }

  return found;
}

/* A day that a month does not have becomes its last day. */
static gboolean
move (const Typed *typed,
      GDate       *date)
{
  int amount = typed->amount * typed->direction;

  if (typed->amount > LONGEST_DURATION)
    return FALSE;

  if (typed->unit == ACADEMY_TOKEN_UNIT && typed->unit_value != ACADEMY_UNIT_DAYS)
    {
      int months = amount * (typed->unit_value == ACADEMY_UNIT_YEARS ? 12 : 1);
      int month = g_date_get_year (date) * 12 + g_date_get_month (date) - 1 + months;
      GDate first;

      if (month < 0 || !academy_date_set_ymd (&first, month / 12, month % 12 + 1, 1))
        return FALSE;
      return academy_date_set_ymd (date, month / 12, month % 12 + 1,
                                   MIN (g_date_get_day (date), g_date_get_days_in_month (month % 12 + 1, month / 12)));
    }

  g_date_set_julian (date, (int) g_date_get_julian (date) + amount * (typed->unit == ACADEMY_TOKEN_WEEK ? 7 : 1));
  return academy_date_set_ymd (date, g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

static const char *
get_weekday_name (guint weekday)
{
  static const char * const names[] = {
    N_("a Monday"), N_("a Tuesday"), N_("a Wednesday"), N_("a Thursday"), N_("a Friday"), N_("a Saturday"),
    N_("a Sunday"),
  };

  return _(names[weekday - G_DATE_MONDAY]);
}

static AcademyReading
check_weekday (const AcademyLanguage  *language,
               const Typed            *typed,
               const GDate            *date,
               GError                **error)
{
  g_autofree char *text = NULL;

  if (typed->weekday == 0 || typed->weekday == (int) g_date_get_weekday (date))
    return ACADEMY_READING_DONE;

  text = academy_language_format_date (language, date);
  /* Translators: a date, and its day of the week: “19 Oct 2021 is a Tuesday.” */
  return refuse (error, _("%s is %s. Correct the date or the day of the week."), text,
                 get_weekday_name (g_date_get_weekday (date)));
}

static AcademyReading
read_relative (const AcademyLanguage  *language,
               const AcademyNear      *near,
               const Typed            *typed,
               GDate                  *date,
               GError                **error)
{
  *date = near->today;
  if (typed->form == WEEKDAY)
    g_date_add_days (date, 1 + (typed->weekday + 6 - g_date_get_weekday (date)) % 7);
  else if (typed->form == RELATIVE)
    g_date_set_julian (date, (int) g_date_get_julian (date) + typed->relative);
  else if (typed->form == RELATIVE_WEEK)
    g_date_set_julian (date, (int) g_date_get_julian (date) - (int) g_date_get_weekday (date) + get_weekday (near, typed) +
                             typed->relative * 7);
  else if (!move (typed, date))
    return refuse (error, _("That day is too far away. Write the date as 19 Oct 2021."));

  return check_weekday (language, typed, date, error);
}

static AcademyReading
read_calendar (const AcademyLanguage  *language,
               const AcademyNear      *near,
               const Typed            *typed,
               GDate                  *date,
               GError                **error)
{
  if (typed->year != 0 ? set_in_year (near, typed, typed->year, date) : find_year (near, typed, date))
    return check_weekday (language, typed, date, error);

  if (typed->form == DAY_OF_MONTH)
    return refuse (error, _("There is no such day in the calendar. Write the date as 19 Oct 2021."));
  if (typed->year == 0)
    return refuse (error, _("There is no week %d. Write the week as “week 42” or the date as 19 Oct 2021."), typed->week);

  return refuse (error, _("The year %d has no week %d. Write the week as “week 42” or the date as 19 Oct 2021."),
                 typed->year, typed->week);
}

/**
 * academy_typed_read_day:
 * @language: the language of messages
 * @tokens: (array length=length): tokens
 * @length: the number of tokens
 * @near: hints about the day
 * @date: (out caller-allocates): return location for the date
 * @error: says why a text in the form of a day is not one; unset when the form is
 *   another
 *
 * Reads tokens that are a day and nothing else.
 *
 * Returns: the result of reading @tokens
 */
AcademyReading
academy_typed_read_day (const AcademyLanguage  *language,
                        const AcademyToken     *tokens,
                        guint                   length,
                        const AcademyNear      *near,
                        GDate                  *date,
                        GError                **error)
{
  Typed typed;

  if (!read_typed (tokens, length, near, &typed))
    return ACADEMY_READING_NONE;
  if (typed.form == DAY_OF_MONTH || typed.form == DAY_OF_WEEK)
    return read_calendar (language, near, &typed, date, error);

  return read_relative (language, near, &typed, date, error);
}

/* Handles a month without a day; the message names one. */
static gboolean
find_month (const AcademyToken *tokens,
            guint               length,
            const AcademyNear  *near,
            GDate              *date)
{
  static const char * const shapes[] = { "m", "my", "ym", "m/y", "n/y", "n.y", "y-n", "y-m", NULL };
  g_autofree char *shape = academy_typed_dup_shape (tokens, length);
  gint64 month = 0;
  gint64 year = g_date_get_year (g_date_valid (&near->day) ? &near->day : &near->today);

  if (!g_strv_contains (shapes, shape))
    return FALSE;

  for (guint i = 0; i < length; i++)
    if (tokens[i].type == ACADEMY_TOKEN_YEAR)
      year = tokens[i].value;
    else if (tokens[i].type != '/' && tokens[i].type != '.' && tokens[i].type != '-')
      month = tokens[i].value;

  return academy_date_set_ymd (date, year, month, 1);
}

/**
 * academy_typed_refuse_day:
 * @language: the language of messages
 * @tokens: (array length=length): tokens that are not a day
 * @length: the number of tokens
 * @near: hints about the day
 * @error: says how to write a day
 *
 * Sets the error for a text that is not a day.
 *
 * Returns: %ACADEMY_READING_REFUSED
 */
AcademyReading
academy_typed_refuse_day (const AcademyLanguage  *language,
                          const AcademyToken     *tokens,
                          guint                   length,
                          const AcademyNear      *near,
                          GError                **error)
{
  g_autofree char *example = NULL;
  GDate date;

  if (!find_month (tokens, length, near, &date))
    return refuse (error, _("Write the date as 19 Oct 2021."));

  example = academy_language_format_date (language, &date);
  return refuse (error, _("Write the day of the month as well, as %s."), example);
}
