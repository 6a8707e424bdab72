/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-period.h"

#include <string.h>

#include "academy-date.h"
#include "academy-typed.h"

#define CENTURY 2000

/* A part of a year without its year is looked for this far from the likely day. */
#define YEARS_AROUND 3

#define MONTHS_IN_YEAR    12
#define MONTHS_IN_HALF    6
#define MONTHS_IN_QUARTER 3

/* Words beside a number that say how many months it counts; those of no months
 * mean nothing. */
static const struct {
  const char *word;
  int         months;
} units[] = {
  { "q", MONTHS_IN_QUARTER }, { "kv", MONTHS_IN_QUARTER }, { "kvartaali", MONTHS_IN_QUARTER }, { "quarter", MONTHS_IN_QUARTER },
  { "neljännes", MONTHS_IN_QUARTER }, { "vuosineljännes", MONTHS_IN_QUARTER },
  { "h", MONTHS_IN_HALF }, { "puolivuosi", MONTHS_IN_HALF }, { "vuosipuolisko", MONTHS_IN_HALF }, { "half", MONTHS_IN_HALF },
  { "vuosi", 0 }, { "vuonna", 0 }, { "vuoden", 0 }, { "aikana", 0 }, { "mennessä", 0 }, { "year", 0 }, { "of", 0 }, { "in", 0 },
  { "by", 0 }, { "during", 0 }, { "the", 0 }, { "st", 0 }, { "nd", 0 }, { "rd", 0 }, { "th", 0 },
};

static const char * const romans[] = { "i", "ii", "iii", "iv" };

/* A part of a year: the number of its months, and which of them it is, from 1. A
 * year that was not written is 0. */
typedef struct {
  int months;
  int number;
  int year;
} Part;

static gboolean
take_number (const char *digits,
             Part       *part)
{
  int number = strtol (digits, NULL, 10);

  if (strlen (digits) == 4 && part->year == 0)
    part->year = number;
  else if (strlen (digits) <= 2 && part->number == 0)
    part->number = number;
  else if (strlen (digits) == 2 && part->year == 0)
    part->year = CENTURY + number;
  else
    return FALSE;

  return TRUE;
}

static gboolean
take_word (const AcademyLanguage *language,
           const char            *word,
           Part                  *part)
{
  g_autoptr(GArray) tokens = NULL;
  const AcademyToken *token;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].word, word))
      {
        part->months = units[i].months > 0 ? units[i].months : part->months;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    if (g_str_equal (romans[i], word) && part->number == 0)
      {
        part->months = MONTHS_IN_QUARTER;
        part->number = i + 1;
        return TRUE;
      }

  tokens = academy_typed_tokenise (language, word);
  token = (const AcademyToken *) tokens->data;
  if (tokens->len != 1 || token->type != ACADEMY_TOKEN_MONTH || part->number != 0)
    return FALSE;

  part->months = 1;
  part->number = token->value;
  return TRUE;
}

/* Reads a month, quarter, half or year: the words and numbers of the text, in any
 * order. */
static gboolean
read_part (const AcademyLanguage *language,
           const char            *text,
           Part                  *part)
{
  gboolean has_word;

  *part = (Part) { 0 };
  for (const char *p = text; *p != '\0';)
    {
      const char *end = p;
      g_autofree char *word = NULL;

      if (g_ascii_isdigit (*p))
        end += strspn (p, "0123456789");
      else
        while (g_unichar_isalpha (g_utf8_get_char (end)))
          end = g_utf8_next_char (end);
      if (end == p)
        {
          if (strchr (" ./-,()'", *p) == NULL)
            return FALSE;
          p++;
          continue;
        }

      word = g_strndup (p, end - p);
      if (g_ascii_isdigit (*p) ? !take_number (word, part) : !take_word (language, word, part))
        return FALSE;
      p = end;
    }

  has_word = part->months != 0;
  if (!has_word)
    part->months = part->number != 0 ? 1 : MONTHS_IN_YEAR;
  if (part->months == MONTHS_IN_YEAR)
    part->number = 1;

  return part->number >= 1 && part->number * part->months <= MONTHS_IN_YEAR && (has_word || part->year != 0);
}

static gboolean
set_days (const Part    *part,
          int            year,
          AcademyPeriod *period)
{
  int last = part->number * part->months;

  return academy_date_set_ymd (&period->start, year, last - part->months + 1, 1) &&
         academy_date_set_ymd (&period->end, year, last, g_date_get_days_in_month (last, year));
}

static gboolean
find_days (const AcademyNear *near,
           const Part        *part,
           AcademyPeriod     *period)
{
  gboolean found = FALSE;
  GDate day;

  period->is_rough = TRUE;
  if (part->year != 0)
    return set_days (part, part->year, period);

  academy_near_get_day (near, &day);
  for (int year = g_date_get_year (&day) - YEARS_AROUND; year <= g_date_get_year (&day) + YEARS_AROUND; year++)
    {
      AcademyPeriod candidate = { .is_rough = TRUE };

      if (!set_days (part, year, &candidate))
        continue;
      if (!found || academy_near_is_closer (near, &candidate.start, &period->start, 0))
        *period = candidate;
      found = TRUE;
    }

  return found;
}

static gboolean
has_letters (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text != '\0';
}

/* Reads a day, a week, or a part of a year. */
static gboolean
read_single (const AcademyLanguage  *language,
             const char             *text,
             const AcademyNear      *near,
             AcademyPeriod          *period,
             GError                **error)
{
  AcademyNear first = *near;
  AcademyNear last = *near;
  g_autoptr(GError) reason = NULL;
  Part part;

  *period = (AcademyPeriod) { .is_range = FALSE };
  first.is_end = FALSE;
  last.is_end = TRUE;
  if (academy_language_parse_date (language, text, &first, &period->start, &reason))
    {
      /* Only a week, which has letters, has another end. */
      if (!has_letters (text) || !academy_language_parse_date (language, text, &last, &period->end, NULL))
        period->end = period->start;
      period->is_rough = g_date_compare (&period->start, &period->end) != 0;
      return TRUE;
    }
  if (read_part (language, text, &part) && find_days (near, &part, period))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return (digits == 1 || digits == 2) && text[digits + strspn (text + digits, ". ")] == '\0';
}

/* Reads the end of a range, which may have left out the word before the number of
 * its beginning: “vko 10–12”, “Q1–2/2026”, “Oct 19–21, 2021”. */
static gboolean
read_end (const AcademyLanguage *language,
          const char            *start,
          const char            *text,
          const AcademyNear     *near,
          AcademyPeriod         *end)
{
  gsize length = strcspn (start, "0123456789");
  g_autofree char *word = g_strndup (start, length);
  g_autofree char *complete = g_strconcat (word, text, NULL);

  if (length > 0 && start[length] != '\0' && g_ascii_isdigit (*text) && read_single (language, complete, near, end, NULL))
    return TRUE;

  return read_single (language, text, near, end, NULL);
}

/* Reads the beginning of a range, which may have left out what its end says: the
 * month and year, or the year. */
static gboolean
read_start (const AcademyLanguage *language,
            const char            *text,
            const AcademyPeriod   *end,
            AcademyPeriod         *start)
{
  AcademyNear near = { .today = end->start, .day = end->start, .latest = end->end };

  if (is_number (text) && !end->is_rough)
    {
      *start = *end;
      return academy_date_set_ymd (&start->start, g_date_get_year (&end->end), g_date_get_month (&end->end),
                                   strtol (text, NULL, 10));
    }
  if (is_number (text))
    {
      g_autofree char *month = g_strdup_printf ("%ld/%u", strtol (text, NULL, 10), g_date_get_year (&end->end));

      return read_single (language, month, &near, start, NULL);
    }

  return read_single (language, text, &near, start, NULL);
}

static gboolean
read_range (const AcademyLanguage *language,
            const char            *text,
            const AcademyNear     *near,
            AcademyPeriod         *period)
{
  for (const char *dash = strchr (text, '-'); dash != NULL; dash = strchr (dash + 1, '-'))
    {
      g_autofree char *first = g_strstrip (g_strndup (text, dash - text));
      g_autofree char *last = g_strstrip (g_strdup (dash + 1));
      AcademyPeriod start = { .is_range = FALSE };
      AcademyPeriod end = { .is_range = FALSE };
      gboolean is_read;

      if (*first == '\0')
        is_read = read_single (language, last, near, &end, NULL);
      else if (*last == '\0')
        is_read = read_single (language, first, near, &start, NULL);
      else
        is_read = read_end (language, first, last, near, &end) && read_start (language, first, &end, &start) &&
                  g_date_compare (&start.start, &end.end) <= 0;
      if (!is_read)
        continue;

      *period = (AcademyPeriod) { .start = start.start, .end = end.end, .is_range = TRUE,
                                  .is_rough = start.is_rough || end.is_rough };
      return TRUE;
    }

  return FALSE;
}

/* Other signs than dashes between the ends of a range */
static const char * const signs[] = { " to ", " until ", " till ", "…", "..." };

static char *
clean (const char *text)
{
  g_autofree char *typed = academy_typed_clean (text);
  g_autoptr(GString) string = g_string_new (typed);

  /* Beside a dash, “to” is a Thursday. */
  if (strchr (typed, '-') == NULL)
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
      g_string_replace (string, signs[i], "-", 0);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

/**
 * academy_period_parse:
 * @language: the language of messages
 * @text: a typed or pasted text
 * @near: hints about the day
 * @period: (out caller-allocates): return location for the period
 * @error: says how to write a day
 *
 * Accepts what academy_language_parse_date() does, and periods: “1.1.–30.6.2026”,
 * “1.–15.6.2026”, “helmi–maalis 2026”, “March 2026”, “3/2026”, “Q1/2026”, “I/2026”,
 * “vko 10–12/2026”, “2026”, and “1.3.2026–” without an end.
 *
 * Returns: whether @text is a period
 */
gboolean
academy_period_parse (const AcademyLanguage  *language,
                      const char             *text,
                      const AcademyNear      *near,
                      AcademyPeriod          *period,
                      GError                **error)
{
  g_autofree char *typed = clean (text);
  g_autoptr(GError) reason = NULL;
  GDate day;

  /* A day first: “2026-01-01” and “19-Oct-2021” are no ranges. */
  if (strchr (typed, '-') == NULL || academy_language_parse_date (language, typed, near, &day, NULL))
    return read_single (language, typed, near, period, error);

  if (read_range (language, typed, near, period) || read_single (language, typed, near, period, &reason))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
