/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-typed-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"
#include "academy-language-private.h"

#define GROUP_DIGITS 3

/* More hours or minutes than these are no time that something took. */
#define LONGEST_TIME 9999

/* Multipliers before or after an amount of money, as a number of zeros. */
static const struct {
  const char *word;
  int         zeros;
} units[] = {
  { "€", 0 }, { "e", 0 }, { "eur", 0 }, { "euro", 0 }, { "euroa", 0 }, { "euron", 0 }, { "euros", 0 },
  { "k", 3 }, { "keur", 3 }, { "t", 3 }, { "te", 3 }, { "teur", 3 }, { "tuhat", 3 }, { "tuhatta", 3 }, { "thousand", 3 },
  { "m", 6 }, { "me", 6 }, { "meur", 6 }, { "mn", 6 }, { "milj", 6 }, { "miljoona", 6 }, { "miljoonaa", 6 },
  { "million", 6 }, { "mrd", 9 }, { "miljardi", 9 }, { "miljardia", 9 }, { "bn", 9 }, { "billion", 9 },
};

/* What people write after a number that counts something. */
static const struct {
  const char *unit;
  const char *word;
} counted[] = {
  { "minute", "min" }, { "minute", "minute" }, { "minute", "minutes" }, { "minute", "minuutti" }, { "minute", "minuuttia" },
  { "hour", "h" }, { "hour", "hour" }, { "hour", "hours" }, { "hour", "t" }, { "hour", "tunti" }, { "hour", "tuntia" },
  { "day", "d" }, { "day", "day" }, { "day", "days" }, { "day", "pv" }, { "day", "päivä" }, { "day", "päivää" },
  { "day", "htp" },
};

static gboolean
refuse_form (const AcademyField  *field,
             GError             **error)
{
  const char *message = _("Write a whole number, as 12.");

  if (field->type == ACADEMY_MONEY)
    message = _("Write whole euros, as 1500.");
  else if (field->type == ACADEMY_DECIMAL)
    message = _("Write a number, as 2.5.");

  g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
refuse_two_ways (GError **error)
{
  g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                       _("This can be read in two ways. Write thousands without a sign between the digits, as 1500."));
  return FALSE;
}

/* Removes one unit from the beginning of the text. */
static gboolean
take_unit (const AcademyField  *field,
           const char         **text,
           int                 *zeros)
{
  const char *p = *text;
  g_autofree char *word = NULL;

  if (*p == '%' && field->type != ACADEMY_MONEY)
    {
      *text = p + 1;
      return TRUE;
    }

  if (g_str_has_prefix (p, "€"))
    p = g_utf8_next_char (p);
  else
    while (g_unichar_isalpha (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
  word = g_strndup (*text, p - *text);

  for (guint i = 0; field->type == ACADEMY_MONEY && i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].word, word))
      {
        *zeros += units[i].zeros;
        *text = p + (*p == '.');
        return TRUE;
      }

  return FALSE;
}

/* Returns what is counted by a word, or %NULL. */
static const char *
find_counted (const char *word,
              size_t      length)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (strlen (counted[i].word) == length && strncmp (counted[i].word, word, length) == 0)
      return counted[i].unit;

  return NULL;
}

/* Removes the rest if it says what the number counts. */
static void
take_counted (const AcademyField  *field,
              const char         **text)
{
  size_t length = strlen (*text);
  const char *unit;

  if (length > 0 && (*text)[length - 1] == '.')
    length--;
  unit = find_counted (*text, length);
  if (unit != NULL && g_strcmp0 (unit, field->unit) == 0)
    *text += strlen (*text);
}

static void
skip_space (const char **text)
{
  if (**text == ' ')
    (*text)++;
}

/* Removes a unit, or the currency if it was not found before. */
static gboolean
take_units (const AcademyField  *field,
            const char         **text,
            int                 *zeros)
{
  for (guint i = 0; i < 2; i++)
    {
      skip_space (text);
      if (!take_unit (field, text, zeros))
        break;
    }
  skip_space (text);
  take_counted (field, text);

  return **text == '\0';
}

/* Reads the digits and the separators between them. */
static char *
take_digits (const char **text)
{
  const char *p = *text;
  char *digits;

  while (g_ascii_isdigit (*p) || (*p != '\0' && strchr (" .,'", *p) != NULL && g_ascii_isdigit (p[1])))
    p++;
  digits = g_strndup (*text, p - *text);
  *text = p;

  /* The cents of a whole amount: “1500,–” */
  if (g_str_has_prefix (p, ",-") || g_str_has_prefix (p, ".-"))
    *text += 2;

  return digits;
}

/* Whether all separators group the digits by three. */
static gboolean
is_grouped (const char *digits,
            size_t      length)
{
  size_t first = strspn (digits, "0123456789");
  char sign = first < length ? digits[first] : '\0';

  if (sign == '\0')
    return TRUE;
  if (first == 0 || first > GROUP_DIGITS || digits[0] == '0')
    return FALSE;

  for (size_t i = first; i < length; i += GROUP_DIGITS + 1)
    if (digits[i] != sign || strspn (digits + i + 1, "0123456789") < GROUP_DIGITS ||
        (i + GROUP_DIGITS + 1 < length && g_ascii_isdigit (digits[i + GROUP_DIGITS + 1])) ||
        i + GROUP_DIGITS + 1 > length)
      return FALSE;

  return TRUE;
}

static void
append_digits (GString    *number,
               const char *digits,
               size_t      length)
{
  for (size_t i = 0; i < length; i++)
    if (g_ascii_isdigit (digits[i]))
      g_string_append_c (number, digits[i]);
}

/* Finds the decimal separator, if there is one; the language does not decide,
 * since amounts are pasted from anywhere. */
static gboolean
find_decimals (const AcademyLanguage  *language,
               const AcademyField     *field,
               const char             *digits,
               size_t                 *whole,
               GError                **error)
{
  size_t length = strlen (digits);
  size_t last = length;
  size_t n_signs = 0;

  for (size_t i = 0; i < length; i++)
    if (!g_ascii_isdigit (digits[i]))
      {
        n_signs++;
        last = i;
      }

  *whole = length;
  if (n_signs == 0)
    return TRUE;

  /* Refuse “1,500” and “1.500”: some people mean fifteen hundred, others one and
   * a half. */
  if (n_signs == 1 && strchr (".,", digits[last]) != NULL && is_grouped (digits, length) &&
      *language->group_separator != digits[last])
    return refuse_two_ways (error);

  if (is_grouped (digits, length))
    return TRUE;

  *whole = last;
  return (strchr (".,", digits[last]) != NULL && memchr (digits, digits[last], last) == NULL &&
          is_grouped (digits, last)) || refuse_form (field, error);
}

/* Rounds an amount by its first decimal that is left. */
static void
round_amount (GString *number,
              char     decimal)
{
  gboolean is_negative = number->str[0] == '-';
  gint64 euros = MIN (g_ascii_strtoll (number->str + is_negative, NULL, 10), G_MAXINT64 - 1);

  g_string_printf (number, "%s%" G_GINT64_FORMAT, is_negative ? "-" : "", euros + (decimal >= '5'));
}

/* Reads hours and minutes, as people say how long something took: “1 h 30 min”. */
static char *
dup_hours (const char *text)
{
  char canonical[G_ASCII_DTOSTR_BUF_SIZE];
  guint64 minutes = 0;
  const char *last = NULL;

  for (const char *p = text; *p != '\0'; skip_space (&p))
    {
      guint64 number = g_ascii_strtoull (p, NULL, 10);
      const char *word, *unit;

      if (!g_ascii_isdigit (*p) || number > LONGEST_TIME)
        return NULL;

      p += strspn (p, "0123456789");
      skip_space (&p);
      word = p;
      while (g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      unit = find_counted (word, p - word);
      p += *p == '.';
      if (last == NULL && g_strcmp0 (unit, "hour") == 0)
        minutes = number * 60;
      else if (g_strcmp0 (last, "minute") != 0 && g_strcmp0 (unit, "minute") == 0)
        minutes += number;
      else
        return NULL;
      last = unit;
    }

  /* Hundredths are enough to tell minutes apart. */
  return g_strcmp0 (last, "minute") == 0 ? g_strdup (g_ascii_formatd (canonical, sizeof canonical, "%.2f", minutes / 60.0)) : NULL;
}

/**
 * academy_typed_dup_number:
 * @language: the language of the interface
 * @field: a field that holds a number
 * @text: a typed text
 * @rounded: (out) (optional): whether there were cents, by which the amount was
 *   rounded to whole euros; without @rounded they are refused
 * @error: says what was expected
 *
 * A separator may group digits by three only. Otherwise it is the decimal
 * separator: two digits after a comma are never hundreds.
 *
 * Returns: (nullable) (transfer full): the number as canonical text
 */
char *
academy_typed_dup_number (const AcademyLanguage  *language,
                          const AcademyField     *field,
                          const char             *text,
                          gboolean               *rounded,
                          GError                **error)
{
  g_autofree char *clean = academy_typed_clean (text);
  g_autofree char *digits = NULL;
  g_autoptr(GString) number = g_string_new (NULL);
  char *hours = g_strcmp0 (field->unit, "hour") == 0 ? dup_hours (clean) : NULL;
  const char *p = clean;
  int zeros = 0;
  size_t whole, n_decimals;

  if (rounded != NULL)
    *rounded = FALSE;
  if (hours != NULL)
    return hours;

  take_unit (field, &p, &zeros);
  skip_space (&p);
  if (*p == '-' || *p == '+')
    g_string_append (number, *p++ == '-' ? "-" : "");
  skip_space (&p);
  take_unit (field, &p, &zeros);
  skip_space (&p);
  digits = take_digits (&p);
  if (*digits == '\0' || !g_ascii_isdigit (*digits) || !take_units (field, &p, &zeros))
    {
      refuse_form (field, error);
      return NULL;
    }
  if (!find_decimals (language, field, digits, &whole, error))
    return NULL;

  append_digits (number, digits, whole);
  n_decimals = digits[whole] != '\0' ? strlen (digits + whole + 1) : 0;
  while (n_decimals > 0 && digits[whole + n_decimals] == '0' && (int) n_decimals > zeros)
    n_decimals--;
  for (int i = 0; i < zeros; i++)
    g_string_append_c (number, i < (int) n_decimals ? digits[whole + 1 + i] : '0');
  if ((int) n_decimals > zeros && field->type == ACADEMY_DECIMAL)
    g_string_append_printf (number, ".%.*s", (int) n_decimals, digits + whole + 1);
  else if ((int) n_decimals > zeros && field->type == ACADEMY_MONEY)
    {
      round_amount (number, digits[whole + 1 + zeros]);
      if (rounded == NULL)
        {
          g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, _("Write whole euros without cents, as %s."), number->str);
          return NULL;
        }
      *rounded = TRUE;
    }
  else if ((int) n_decimals > zeros)
    {
      refuse_form (field, error);
      return NULL;
    }

  return g_string_free_and_steal (g_steal_pointer (&number));
}
