/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-language-parse.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-error.h"
#include "academy-typed-instant.h"
#include "academy-typed-number.h"

/**
 * academy_language_parse_date:
 * @self: a language
 * @text: a typed or pasted text
 * @near: (nullable): hints about the day, or %NULL when only today is known
 * @date: (out caller-allocates): return location for the date
 * @error: says what was expected
 *
 * Accepts days as Finns and English people write them: “19.10.2021”, “19.10.”,
 * “19.10.21”, “19/10/2021”, “2021-10-19”, “19. lokakuuta 2021”, “Oct 19, 2021”,
 * with or without the weekday; “vko 46”, “week 46/2021” and “2021-W46” for the
 * Monday of the week, or its Friday where @near says that an end is typed;
 * “today”, “huomenna”, “perjantai”, “+2 vk”, “in 10 days”. The day comes before
 * the month. Any space and dash of Unicode is accepted.
 *
 * Returns: whether @text is a day
 */
gboolean
academy_language_parse_date (const AcademyLanguage  *self,
                             const char             *text,
                             const AcademyNear      *near,
                             GDate                  *date,
                             GError                **error)
{
  g_autofree char *clean = academy_typed_clean (text);
  g_autoptr(GArray) tokens = academy_typed_tokenise (self, clean);
  const AcademyToken *first = (const AcademyToken *) tokens->data;
  g_autoptr(GError) reason = NULL;
  AcademyNear now;

  academy_near_init (&now, academy_clock_get_day ());
  if (near == NULL)
    near = &now;

  switch (academy_typed_read_day (self, first, tokens->len, near, date, &reason))
    {
    case ACADEMY_READING_DONE:
      return TRUE;
    case ACADEMY_READING_REFUSED:
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    case ACADEMY_READING_NONE:
    default:
      break;
    }

  if (academy_typed_has_time (self, text))
    g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                         _("Write the date without a time, as 19 Oct 2021."));
  else
    academy_typed_refuse_day (self, first, tokens->len, near, error);
  return FALSE;
}

static gboolean
parse_instant (const AcademyLanguage  *self,
               const char             *text,
               const AcademyNear      *near,
               GValue                 *value,
               gint64                 *minutes,
               GError                **error)
{
  AcademyNear now;
  GDateTime *instant;

  academy_near_init (&now, academy_clock_get_day ());
  if (!academy_typed_read_instant (self, text, near != NULL ? near : &now, &instant, minutes, error))
    return FALSE;

  g_value_take_boxed (value, instant);
  return TRUE;
}

static gboolean
parse_number (const AcademyLanguage  *self,
              const AcademyField     *field,
              const char             *text,
              GValue                 *value,
              GError                **error)
{
  g_autofree char *number = academy_typed_dup_number (self, field, text, NULL, error);

  return number != NULL && academy_value_set_from_text (field, number, value, error);
}

/**
 * academy_language_parse_value:
 * @self: a language
 * @field: a field
 * @text: a typed text
 * @near: (nullable): hints about the day when @field is a date or an instant, or
 *   %NULL when only today is known
 * @value: an initialised value of @field
 * @minutes: (out) (optional): the duration when @field is an instant and the end
 *   was typed too, as in “16.11.2021 klo 9–11”, and else %ACADEMY_UNSET; without
 *   @minutes such a text is refused
 * @error: says what was expected
 *
 * Reads a typed value; an empty text or spaces unset it. An instant is in the
 * zone of academy_instant_get_zone() unless the text names another.
 *
 * Returns: whether @text could be read; otherwise @value is left as it was
 */
gboolean
academy_language_parse_value (const AcademyLanguage  *self,
                              const AcademyField     *field,
                              const char             *text,
                              const AcademyNear      *near,
                              GValue                 *value,
                              gint64                 *minutes,
                              GError                **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *clean = academy_typed_clean (text);
  GDate date;

  if (minutes != NULL)
    *minutes = ACADEMY_UNSET;
  if (*clean == '\0')
    return academy_value_set_from_text (field, NULL, value, error);

  switch (field->type)
    {
    case ACADEMY_DATE:
      if (!academy_language_parse_date (self, text, near, &date, error))
        return FALSE;
      g_value_set_boxed (value, &date);
      return TRUE;
    case ACADEMY_INTEGER:
    case ACADEMY_DECIMAL:
    case ACADEMY_MONEY:
      return parse_number (self, field, text, value, error);
    case ACADEMY_INSTANT:
      return parse_instant (self, text, near, value, minutes, error);
    default:
      if (!academy_value_set_from_text (field, stripped, value, error))
        return FALSE;
      academy_value_normalise (field, value);
      return TRUE;
    }
}
