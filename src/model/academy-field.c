/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-date.h"
#include "academy-error.h"
#include "academy-instant.h"
#include "academy-text.h"

#define SHORT_TEXT_LENGTH 300
#define LONG_TEXT_LENGTH  20000
#define CPV_DIGITS        8

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
parse_number (const char  *text,
              gint64      *number,
              GError     **error)
{
  if (!g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, number, NULL))
    return fail (error, _("Write a whole number."));

  return TRUE;
}

static gboolean
parse_decimal (const char  *text,
               double      *number,
               GError     **error)
{
  size_t sign = *text == '-';
  size_t whole = strspn (text + sign, "0123456789");
  const char *point = text + sign + whole;
  size_t decimals = *point == '.' ? strspn (point + 1, "0123456789") : 0;

  if (whole == 0 || (*point == '.' ? decimals == 0 || point[1 + decimals] != '\0' : *point != '\0'))
    return fail (error, _("Write a number, as 2.5."));

  *number = g_ascii_strtod (text, NULL);
  return TRUE;
}

static gboolean
parse_flag (const char  *text,
            gboolean    *flag,
            GError     **error)
{
  *flag = g_str_equal (text, "true");
  return *flag || g_str_equal (text, "false") ||
         fail (error, _("Write “true” or “false”."));
}

static gboolean
parse_instant (const char  *text,
               GDateTime  **instant,
               GError     **error)
{
  *instant = academy_instant_from_text (text);
  return *instant != NULL ||
         fail (error, _("Write a date and time with its zone, as 2021-10-19T09:00:00+03:00."));
}

/* Procurement systems write the code with and without its check digit. */
static gboolean
parse_cpv (const char  *text,
           char       **code,
           GError     **error)
{
  size_t digits = strspn (text, "0123456789");
  const char *rest = text + digits;

  if (digits != CPV_DIGITS ||
      (*rest != '\0' && !(rest[0] == '-' && g_ascii_isdigit (rest[1]) && rest[2] == '\0')))
    return fail (error, _("Write eight digits, as 72000000."));

  *code = g_strndup (text, CPV_DIGITS);
  return TRUE;
}

/**
 * academy_field_get_value_type:
 * @field: a field
 *
 * Returns: the type of the #GValue that holds a value of @field
 */
GType
academy_field_get_value_type (const AcademyField *field)
{
  switch (field->type)
    {
    case ACADEMY_DATE:
      return G_TYPE_DATE;
    case ACADEMY_INSTANT:
      return G_TYPE_DATE_TIME;
    case ACADEMY_INTEGER:
    case ACADEMY_MONEY:
      return G_TYPE_INT64;
    case ACADEMY_DECIMAL:
      return G_TYPE_DOUBLE;
    case ACADEMY_FLAG:
      return G_TYPE_BOOLEAN;
    case ACADEMY_LINKS:
      return G_TYPE_STRV;
    case ACADEMY_TEXT:
    case ACADEMY_LONG_TEXT:
    case ACADEMY_CHOICE:
    case ACADEMY_LINK:
    case ACADEMY_CPV:
    case ACADEMY_EMAIL:
    case ACADEMY_URI:
      return G_TYPE_STRING;
    case ACADEMY_N_FIELD_TYPES:
    default:
      g_assert_not_reached ();
    }
}

/**
 * academy_field_get_max_length:
 * @field: a field that holds text
 *
 * Returns: the longest text that @field takes, in characters
 */
gint64
academy_field_get_max_length (const AcademyField *field)
{
  if (field->max > 0)
    return field->max;

  return field->type == ACADEMY_LONG_TEXT ? LONG_TEXT_LENGTH : SHORT_TEXT_LENGTH;
}

/**
 * academy_field_is_number:
 * @field: a field
 *
 * Returns: whether @field holds an integer, a decimal or an amount of money
 */
gboolean
academy_field_is_number (const AcademyField *field)
{
  return field->type == ACADEMY_INTEGER || field->type == ACADEMY_DECIMAL || field->type == ACADEMY_MONEY;
}

/**
 * academy_field_is_required:
 * @field: a field
 *
 * Returns: whether @field must have a value, as an owner always must
 */
gboolean
academy_field_is_required (const AcademyField *field)
{
  return (field->flags & (ACADEMY_REQUIRED | ACADEMY_OWNER)) != 0;
}

/**
 * academy_field_has_limits:
 * @field: a field
 *
 * Returns: whether @field holds a number with a smallest and a largest value
 */
gboolean
academy_field_has_limits (const AcademyField *field)
{
  return academy_field_is_number (field) && field->min < field->max;
}

/**
 * academy_field_find_choice:
 * @field: a field of type %ACADEMY_CHOICE
 * @token: (nullable): a token
 *
 * Returns: (nullable) (transfer none): the row of the code list with @token
 */
const AcademyChoice *
academy_field_find_choice (const AcademyField *field,
                           const char         *token)
{
  for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
    if (g_strcmp0 (choice->token, token) == 0)
      return choice;

  return NULL;
}

/**
 * academy_field_create_pspec:
 * @field: a field
 *
 * Returns: (transfer floating): the GObject property of @field
 */
GParamSpec *
academy_field_create_pspec (const AcademyField *field)
{
  /* GObject canonicalises names with hyphens and accepts underscores too. */
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

  GType type = academy_field_get_value_type (field);

  if (type == G_TYPE_INT64)
    return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, ACADEMY_UNSET, flags);
  if (type == G_TYPE_DOUBLE)
    return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, ACADEMY_UNSET_DECIMAL, flags);
  if (type == G_TYPE_BOOLEAN)
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  if (type == G_TYPE_STRING)
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);

  return g_param_spec_boxed (field->name, NULL, NULL, type, flags);
}

/**
 * academy_value_init:
 * @field: a field
 * @value: (out caller-allocates): a zeroed value
 *
 * Initialises @value as an unset value of @field.
 */
void
academy_value_init (const AcademyField *field,
                    GValue             *value)
{
  g_value_init (value, academy_field_get_value_type (field));
  if (field->type == ACADEMY_DECIMAL)
    g_value_set_double (value, ACADEMY_UNSET_DECIMAL);
  else if (academy_field_is_number (field))
    g_value_set_int64 (value, ACADEMY_UNSET);
}

/**
 * academy_value_is_set:
 * @field: a field
 * @value: a value of @field
 *
 * Returns: whether @value holds anything; a flag always does
 */
gboolean
academy_value_is_set (const AcademyField *field,
                      const GValue       *value)
{
  switch (field->type)
    {
    case ACADEMY_FLAG:
      return TRUE;
    case ACADEMY_INTEGER:
    case ACADEMY_MONEY:
      return g_value_get_int64 (value) != ACADEMY_UNSET;
    case ACADEMY_DECIMAL:
      return g_value_get_double (value) > ACADEMY_UNSET_DECIMAL;
    case ACADEMY_DATE:
    case ACADEMY_INSTANT:
      return g_value_get_boxed (value) != NULL;
    case ACADEMY_LINKS:
      return g_value_get_boxed (value) != NULL && *(GStrv) g_value_get_boxed (value) != NULL;
    default:
      return g_value_get_string (value) != NULL && *g_value_get_string (value) != '\0';
    }
}

/**
 * academy_value_normalise:
 * @field: a field
 * @value: a value of @field
 *
 * Brings a typed text into the form in which it is stored, see
 * academy_text_normalise(). Edits do so, and so does every check of a value that
 * is not in an edit yet. A text that is in a file already stays as it is.
 */
void
academy_value_normalise (const AcademyField *field,
                         GValue             *value)
{
  switch (field->type)
    {
    case ACADEMY_TEXT:
    case ACADEMY_LONG_TEXT:
    case ACADEMY_EMAIL:
    case ACADEMY_URI:
      if (g_value_get_string (value) != NULL)
        g_value_take_string (value, academy_text_normalise (g_value_get_string (value),
                                                            field->type == ACADEMY_LONG_TEXT));
      break;
    default:
      break;
    }
}

/**
 * academy_value_equal:
 * @field: a field
 * @a: a value of @field
 * @b: another value of @field
 *
 * Returns: whether the values are equal; two instants are when they are the same
 *   moment in the same zone
 */
gboolean
academy_value_equal (const AcademyField *field,
                     const GValue       *a,
                     const GValue       *b)
{
  gboolean is_set = academy_value_is_set (field, a);

  if (is_set != academy_value_is_set (field, b))
    return FALSE;
  if (!is_set)
    return TRUE;

  switch (field->type)
    {
    case ACADEMY_DATE:
      return g_date_compare (g_value_get_boxed (a), g_value_get_boxed (b)) == 0;
    case ACADEMY_INSTANT:
      return g_date_time_equal (g_value_get_boxed (a), g_value_get_boxed (b));
    case ACADEMY_INTEGER:
    case ACADEMY_MONEY:
      return g_value_get_int64 (a) == g_value_get_int64 (b);
    case ACADEMY_DECIMAL:
      return g_value_get_double (a) == g_value_get_double (b);
    case ACADEMY_FLAG:
      return g_value_get_boolean (a) == g_value_get_boolean (b);
    case ACADEMY_LINKS:
      return g_strv_equal (g_value_get_boxed (a), g_value_get_boxed (b));
    default:
      return g_str_equal (g_value_get_string (a), g_value_get_string (b));
    }
}

/**
 * academy_decimal_to_text:
 * @number: a number
 *
 * Returns: (transfer full): @number with a decimal point, and without decimals
 *   when it is whole
 */
char *
academy_decimal_to_text (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", number));
}

/**
 * academy_value_to_text:
 * @field: a field
 * @value: a value of @field
 *
 * Files and JSON plans hold the canonical text. It never depends on the language.
 *
 * Returns: (nullable) (transfer full): @value as canonical text, or %NULL
 *   when it is unset
 */
char *
academy_value_to_text (const AcademyField *field,
                       const GValue       *value)
{
  if (!academy_value_is_set (field, value))
    return NULL;

  switch (field->type)
    {
    case ACADEMY_DATE:
      return academy_date_to_text (g_value_get_boxed (value));
    case ACADEMY_INSTANT:
      return academy_instant_to_text (g_value_get_boxed (value));
    case ACADEMY_INTEGER:
    case ACADEMY_MONEY:
      return g_strdup_printf ("%" G_GINT64_FORMAT, g_value_get_int64 (value));
    case ACADEMY_DECIMAL:
      return academy_decimal_to_text (g_value_get_double (value));
    case ACADEMY_FLAG:
      return g_strdup (g_value_get_boolean (value) ? "true" : "false");
    case ACADEMY_LINKS:
      return g_strjoinv (" ", g_value_get_boxed (value));
    default:
      return g_value_dup_string (value);
    }
}

/**
 * academy_value_set_from_text:
 * @field: a field
 * @text: (nullable): canonical text; %NULL and "" unset
 * @value: an initialised value of @field
 * @error: says what was expected
 *
 * The inverse of academy_value_to_text().
 *
 * Returns: whether @text could be read; otherwise @value is left as it was
 */
gboolean
academy_value_set_from_text (const AcademyField  *field,
                             const char          *text,
                             GValue              *value,
                             GError             **error)
{
  GDate date;
  GDateTime *instant;
  gint64 number;
  double decimal;
  gboolean flag;
  char *code;

  if (text == NULL || *text == '\0')
    {
      g_value_unset (value);
      academy_value_init (field, value);
      return TRUE;
    }

  switch (field->type)
    {
    case ACADEMY_DATE:
      if (!academy_date_from_text (text, &date, error))
        return FALSE;
      g_value_set_boxed (value, &date);
      return TRUE;
    case ACADEMY_INSTANT:
      if (!parse_instant (text, &instant, error))
        return FALSE;
      g_value_take_boxed (value, instant);
      return TRUE;
    case ACADEMY_INTEGER:
    case ACADEMY_MONEY:
      if (!parse_number (text, &number, error))
        return FALSE;
      g_value_set_int64 (value, number);
      return TRUE;
    case ACADEMY_DECIMAL:
      if (!parse_decimal (text, &decimal, error))
        return FALSE;
      g_value_set_double (value, decimal);
      return TRUE;
    case ACADEMY_FLAG:
      if (!parse_flag (text, &flag, error))
        return FALSE;
      g_value_set_boolean (value, flag);
      return TRUE;
    case ACADEMY_LINKS:
      g_value_take_boxed (value, g_strsplit (text, " ", -1));
      return TRUE;
    case ACADEMY_CPV:
      if (!parse_cpv (text, &code, error))
        return FALSE;
      g_value_take_string (value, code);
      return TRUE;
    default:
      g_value_set_string (value, text);
      return TRUE;
    }
}
