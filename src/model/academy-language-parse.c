/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-date.h"
#include "academy-error.h"
#include "academy-language-private.h"

#define SHORTEST_MONTH 3

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
month_matches (const char *name,
               const char *word)
{
  g_autofree char *folded_name = g_utf8_casefold (name, -1);
  g_autofree char *folded_word = g_utf8_casefold (word, -1);

  return g_utf8_strlen (folded_word, -1) >= SHORTEST_MONTH && g_str_has_prefix (folded_name, folded_word);
}

/* 0 when the word names no month */
static gint64
find_month (const AcademyLanguage *self,
            const char            *word)
{
  const AcademyLanguage *english = academy_language_get ("en", NULL);

  for (guint month = 1; month <= 12; month++)
    if (month_matches (academy_language_get_month (self, month), word) ||
        month_matches (academy_language_get_month (english, month), word))
      return month;

  return 0;
}

static gboolean
parse_part (const char *part,
            gint64     *number)
{
  return g_ascii_string_to_signed (part, 10, 0, 9999, number, NULL);
}

/**
 * academy_language_parse_date:
 * @self: a language
 * @text: what somebody typed
 * @date: (out caller-allocates): where the date is put
 * @error: says what was expected
 *
 * Takes “19.10.2021”, “19/10/2021”, “2021-10-19”, and a month by its name or
 * the beginning of it, in @self or English. The day comes before the month.
 *
 * Returns: whether @text is a day
 */
gboolean
academy_language_parse_date (const AcademyLanguage  *self,
                             const char             *text,
                             GDate                  *date,
                             GError                **error)
{
  g_auto(GStrv) words = g_strsplit_set (text, " ./-,", -1);
  const char *parts[3] = { NULL };
  gint64 numbers[3];
  guint n_parts = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (n_parts == G_N_ELEMENTS (parts))
        goto refuse;
      parts[n_parts++] = words[i];
    }

  if (n_parts < G_N_ELEMENTS (parts) ||
      !parse_part (parts[0], &numbers[0]) ||
      !parse_part (parts[2], &numbers[2]))
    goto refuse;

  if (!parse_part (parts[1], &numbers[1]))
    numbers[1] = find_month (self, parts[1]);

  /* Four digits first: a year. */
  if (strlen (parts[0]) == 4 ? academy_date_set_ymd (date, numbers[0], numbers[1], numbers[2])
                             : academy_date_set_ymd (date, numbers[2], numbers[1], numbers[0]))
    return TRUE;

refuse:
  return refuse (error, _("There is no such day. Write it as 19.10.2021 or 2021-10-19."));
}

/* Digits as people group them, with a unit or without. */
static gboolean
parse_number (const AcademyLanguage  *self,
              const char             *text,
              gint64                 *number,
              GError                **error)
{
  g_autoptr(GString) digits = g_string_new (text);

  g_string_replace (digits, "\u2212", "-", 0);
  g_string_replace (digits, "\u00a0", "", 0);
  g_string_replace (digits, "\u202f", "", 0);
  g_string_replace (digits, " ", "", 0);
  g_string_replace (digits, "€", "", 0);
  g_string_replace (digits, "%", "", 0);
  g_string_replace (digits, self->group_separator, "", 0);

  return g_ascii_string_to_signed (digits->str, 10, G_MININT64 + 1, G_MAXINT64, number, NULL) ||
         refuse (error, _("Write a whole number."));
}

/* A day and a time, in the zone of this computer. */
static gboolean
parse_instant (const AcademyLanguage  *self,
               const char             *text,
               GValue                 *value,
               GError                **error)
{
  const char *space = strrchr (text, ' ');
  g_autofree char *day = NULL;
  g_auto(GStrv) time = NULL;
  gint64 hour, minute;
  GDate date;

  if (space == NULL)
    return refuse (error, _("Write a day and a time, as 19.10.2021 9:00."));

  day = g_strndup (text, space - text);
  if (!academy_language_parse_date (self, day, &date, error))
    return FALSE;

  time = g_strsplit_set (space + 1, ":.", -1);
  if (g_strv_length (time) != 2 ||
      !g_ascii_string_to_signed (time[0], 10, 0, 23, &hour, NULL) ||
      !g_ascii_string_to_signed (time[1], 10, 0, 59, &minute, NULL))
    return refuse (error, _("Write a day and a time, as 19.10.2021 9:00."));

  g_value_take_boxed (value, g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                                    g_date_get_day (&date), hour, minute, 0));
  return TRUE;
}

/**
 * academy_language_parse_value:
 * @self: a language
 * @field: a field
 * @text: what somebody typed
 * @value: an initialised value of @field
 * @error: says what was expected
 *
 * Reads what people type; nothing but spaces unsets.
 *
 * Returns: whether @text could be read; @value is untouched when not
 */
gboolean
academy_language_parse_value (const AcademyLanguage  *self,
                              const AcademyField     *field,
                              const char             *text,
                              GValue                 *value,
                              GError                **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gint64 number;
  GDate date;

  if (*stripped == '\0')
    return academy_value_set_from_text (field, NULL, value, error);

  switch (field->type)
    {
    case ACADEMY_DATE:
      if (!academy_language_parse_date (self, stripped, &date, error))
        return FALSE;
      g_value_set_boxed (value, &date);
      return TRUE;
    case ACADEMY_INTEGER:
    case ACADEMY_MONEY:
      if (!parse_number (self, stripped, &number, error))
        return FALSE;
      g_value_set_int64 (value, number);
      return TRUE;
    case ACADEMY_INSTANT:
      return parse_instant (self, stripped, value, error);
    default:
      return academy_value_set_from_text (field, stripped, value, error);
    }
}
