/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-typed-instant.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "academy-clock.h"
#include "academy-error.h"
#include "academy-instant.h"

#define NOON     12
#define MIDNIGHT 24

/* Offset in minutes; no zone is further from UTC. */
#define GREATEST_OFFSET (14 * 60)

/* A time of day as a clock shows it. */
typedef struct {
  int      hour;
  int      minute;
  gboolean is_half; /* whether am or pm was typed */
} Time;

/* The typed beginning, and the end if one was typed. */
typedef struct {
  GDate      date;
  Time       start;
  Time       end;
  gboolean   has_end;

  /* Borrowed; %NULL when none was typed */
  GTimeZone *zone;
} Typed;

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
take_half (Time *time,
           int   half)
{
  if (time->hour < 1 || time->hour > NOON)
    return FALSE;

  time->hour = time->hour % NOON + half;
  time->is_half = TRUE;
  return TRUE;
}

/* Reads tokens that are a time and nothing else: “9”, “9.30”, “9:30”, “9 am”, “klo 930”. */
static gboolean
read_time (const AcademyToken *tokens,
           guint               length,
           Time               *time)
{
  const AcademyToken *half = NULL;
  gboolean is_announced = length > 0 && tokens[0].type == ACADEMY_TOKEN_AT;
  g_autofree char *shape = NULL;

  if (is_announced)
    {
      tokens++;
      length--;
    }
  if (length > 1 && tokens[length - 1].type == ACADEMY_TOKEN_HALF)
    half = &tokens[--length];

  *time = (Time) { .hour = length > 0 ? tokens[0].value : 0 };
  shape = academy_typed_dup_shape (tokens, length);
  if (g_str_equal (shape, "n.n") || g_str_equal (shape, "n:n") || g_str_equal (shape, "nhn") ||
      (g_str_equal (shape, "n:n:n") && tokens[4].value == 0 && tokens[4].digits == 2))
    {
      if (tokens[2].digits != 2)
        return FALSE;
      time->minute = tokens[2].value;
    }
  else if (is_announced && (g_str_equal (shape, "y") || (g_str_equal (shape, "D") && tokens[0].digits == 3)))
    {
      time->hour = tokens[0].value / 100;
      time->minute = tokens[0].value % 100;
    }
  else if (!g_str_equal (shape, "n") && !g_str_equal (shape, "nh"))
    return FALSE;

  return time->minute < 60 && time->hour <= MIDNIGHT && (half == NULL || take_half (time, half->value));
}

static int
count_minutes (const Time *time)
{
  return time->hour * 60 + time->minute;
}

/* Completes am and pm: “9–11 am” is in the morning, and “11–1 pm” begins there. */
static void
share_half (Time *start,
            Time *end)
{
  Time shared = *start;

  if (start->is_half || !end->is_half)
    return;

  if (take_half (&shared, end->hour >= NOON ? NOON : 0) && count_minutes (&shared) < count_minutes (end))
    *start = shared;
}

static gboolean
read_times (const AcademyToken *tokens,
            guint               length,
            Typed              *typed)
{
  for (guint i = 1; i + 1 < length; i++)
    if (tokens[i].type == '-')
      {
        typed->has_end = TRUE;
        if (!read_time (tokens, i, &typed->start) || !read_time (tokens + i + 1, length - i - 1, &typed->end))
          return FALSE;
        share_half (&typed->start, &typed->end);
        return typed->start.hour < MIDNIGHT && (typed->end.hour < MIDNIGHT || typed->end.minute == 0);
      }

  typed->has_end = FALSE;
  return read_time (tokens, length, &typed->start) && typed->start.hour < MIDNIGHT;
}

/* A time comes first only in a form that cannot be read as a day. */
static gboolean
is_clearly_time (const AcademyToken *tokens,
                 guint               length)
{
  g_autofree char *shape = academy_typed_dup_shape (tokens, length);

  return strpbrk (shape, "o:ah") != NULL;
}

/* Finds the place where a day ends and a time begins, or the reverse. @reason
 * tells why a text that looks like a day is not one. */
static gboolean
split (const AcademyLanguage  *language,
       const AcademyToken     *tokens,
       guint                   length,
       const AcademyNear      *near,
       Typed                  *typed,
       GError                **reason)
{
  for (guint i = 1; i < length; i++)
    {
      gboolean is_sign = tokens[i].type == ',' || tokens[i].type == ACADEMY_TOKEN_T;
      const AcademyToken *rest = tokens + (is_sign ? i + 1 : i);
      guint n_rest = tokens + length - rest;

      if (!tokens[i].spaced && !is_sign && tokens[i].type != ACADEMY_TOKEN_AT)
        continue;
      if (read_times (rest, n_rest, typed) &&
          academy_typed_read_day (language, tokens, i, near, &typed->date, reason) == ACADEMY_READING_DONE)
        return TRUE;
      if (is_clearly_time (tokens, i) && read_times (tokens, i, typed) &&
          academy_typed_read_day (language, rest, n_rest, near, &typed->date, reason) == ACADEMY_READING_DONE)
        return TRUE;
    }

  return FALSE;
}

static void
refuse_twice (const AcademyLanguage  *language,
              GDateTime              *instant,
              GDateTime              *twin,
              GError                **error)
{
  gboolean is_first = g_date_time_compare (instant, twin) < 0;
  g_autofree char *one = academy_language_format_instant (language, is_first ? instant : twin);
  g_autofree char *two = academy_language_format_instant (language, is_first ? twin : instant);
  /* Translators: twice the same time, with the zone */
  g_autofree char *message = g_strdup_printf (_("On that night the clock shows this time twice. Write %s or %s."), one, two);

  refuse (error, message);
}

/* Makes an instant from a time in the typed zone; without one, %NULL when clocks show
 * that time never, or twice. */
static GDateTime *
create_instant (const AcademyLanguage  *language,
                const GDate            *date,
                const Time             *time,
                GTimeZone              *zone,
                GError                **error)
{
  g_autoptr(GDateTime) instant = NULL;
  g_autoptr(GDateTime) twin = NULL;
  GDate day = *date;

  if (time->hour == MIDNIGHT)
    g_date_add_days (&day, 1);
  if (zone != NULL)
    {
      g_autoptr(GDateTime) typed = g_date_time_new (zone, g_date_get_year (&day), g_date_get_month (&day),
                                                    g_date_get_day (&day), time->hour % MIDNIGHT, time->minute, 0);

      return g_date_time_to_timezone (typed, academy_instant_get_zone ());
    }

  instant = academy_instant_new (&day, time->hour % MIDNIGHT, time->minute);
  if (g_date_time_get_hour (instant) != time->hour % MIDNIGHT || g_date_time_get_minute (instant) != time->minute)
    {
      refuse (error, _("On that night the clock is put forward, and there is no such time. Write another one."));
      return NULL;
    }

  twin = academy_instant_get_twin (instant);
  if (twin != NULL)
    {
      refuse_twice (language, instant, twin, error);
      return NULL;
    }

  return g_steal_pointer (&instant);
}

static gboolean
finish (const AcademyLanguage  *language,
        const Typed            *typed,
        GDateTime             **instant,
        gint64                 *minutes,
        GError                **error)
{
  g_autoptr(GDateTime) start = create_instant (language, &typed->date, &typed->start, typed->zone, error);
  g_autoptr(GDateTime) end = NULL;

  if (start == NULL)
    return FALSE;

  if (typed->has_end)
    {
      if (minutes == NULL)
        return refuse (error, _("Write only when it begins, as 19 Oct 2021 9:00."));
      end = create_instant (language, &typed->date, &typed->end, typed->zone, error);
      if (end == NULL)
        return FALSE;
      if (g_date_time_compare (end, start) <= 0)
        return refuse (error, _("The end is before the start. Write the time as 9:00–11:00."));
      *minutes = g_date_time_difference (end, start) / G_TIME_SPAN_MINUTE;
    }
  else if (minutes != NULL)
    *minutes = ACADEMY_UNSET;

  *instant = g_steal_pointer (&start);
  return TRUE;
}

static gboolean
refuse_without_time (const AcademyLanguage  *language,
                     const GDate            *date,
                     GError                **error)
{
  g_autofree char *day = academy_language_format_date (language, date);
  /* Translators: a date with a time after it, as people write it: “19 Oct 2021 9:00” */
  g_autofree char *message = g_strdup_printf (_("Write the time as well, as %s 9:00."), day);

  return refuse (error, message);
}

/* Reads ISO 8601 with a zone; the seconds may be left out. */
static GDateTime *
read_iso (const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  g_autoptr(GRegex) minutes = g_regex_new ("(T\\d\\d:\\d\\d)(?=Z|[+-])", 0, 0, NULL);
  g_autofree char *whole = g_regex_replace (minutes, upper, -1, 0, "\\1:00", 0, NULL);

  return academy_instant_from_text (whole);
}

/* Takes a zone such as “(UTC+2)” from the end of @text; %NULL when there is none. */
static GTimeZone *
take_zone (char *text)
{
  g_autoptr(GRegex) regex = g_regex_new (" ?\\(?\\b(?:utc|gmt)(?: ?([+-])(\\d{1,2})(?::?([0-5]\\d))?)?\\)?$", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *sign = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *minutes = NULL;
  int offset;
  int start;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;

  sign = g_match_info_fetch (match, 1);
  hours = g_match_info_fetch (match, 2);
  minutes = g_match_info_fetch (match, 3);
  offset = (hours != NULL ? atoi (hours) : 0) * 60 + (minutes != NULL ? atoi (minutes) : 0);
  if (offset > GREATEST_OFFSET)
    return NULL;

  g_match_info_fetch_pos (match, 0, &start, NULL);
  text[start] = '\0';
  return g_time_zone_new_offset ((g_strcmp0 (sign, "-") == 0 ? -offset : offset) * 60);
}

/**
 * academy_typed_read_instant:
 * @language: the language of the interface
 * @text: a typed text
 * @near: hints about the day
 * @instant: (out) (transfer full): return location for the instant
 * @minutes: (out) (optional): the duration, or %ACADEMY_UNSET when no end was
 *   typed; without it a typed end is refused
 * @error: says what was expected
 *
 * Returns: whether @text is an instant
 */
gboolean
academy_typed_read_instant (const AcademyLanguage  *language,
                            const char             *text,
                            const AcademyNear      *near,
                            GDateTime             **instant,
                            gint64                 *minutes,
                            GError                **error)
{
  g_autofree char *clean = academy_typed_clean (text);
  g_autoptr(GTimeZone) zone = take_zone (clean);
  g_autoptr(GArray) tokens = academy_typed_tokenise (language, clean);
  const AcademyToken *first = (const AcademyToken *) tokens->data;
  g_autoptr(GError) reason = NULL;
  Typed typed = { .zone = zone };

  *instant = read_iso (clean);
  if (*instant != NULL)
    {
      if (minutes != NULL)
        *minutes = ACADEMY_UNSET;
      return TRUE;
    }

  if (split (language, first, tokens->len, near, &typed, &reason))
    return finish (language, &typed, instant, minutes, error);
  if (academy_typed_read_day (language, first, tokens->len, near, &typed.date, &reason) == ACADEMY_READING_DONE)
    return refuse_without_time (language, &typed.date, error);
  if (read_times (first, tokens->len, &typed))
    {
      if (!g_date_valid (&near->day))
        return refuse (error, _("Write the date as well, as 19 Oct 2021 9:00."));
      typed.date = near->day;
      return finish (language, &typed, instant, minutes, error);
    }

  return refuse (error, reason != NULL ? reason->message : _("Write the date and time as 19 Oct 2021 9:00."));
}

/**
 * academy_typed_has_time:
 * @language: the language of the interface
 * @text: a typed text that is not a day
 *
 * Returns: whether @text is or contains a time of day
 */
gboolean
academy_typed_has_time (const AcademyLanguage *language,
                        const char            *text)
{
  g_autofree char *clean = academy_typed_clean (text);
  g_autoptr(GTimeZone) zone = take_zone (clean);
  g_autoptr(GArray) tokens = academy_typed_tokenise (language, clean);
  const AcademyToken *first = (const AcademyToken *) tokens->data;
  g_autoptr(GDateTime) instant = read_iso (clean);
  AcademyNear near;
  Typed typed;

  academy_near_init (&near, academy_clock_get_day ());
  return instant != NULL || split (language, first, tokens->len, &near, &typed, NULL) ||
         (is_clearly_time (first, tokens->len) && read_times (first, tokens->len, &typed));
}
