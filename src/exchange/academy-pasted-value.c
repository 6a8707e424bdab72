/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-pasted-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"
#include "academy-language-parse.h"
#include "academy-synonyms.h"
#include "academy-typed-number.h"
#include "academy-typed.h"

#define MONTHS_IN_YEAR 12
#define GROUP_DIGITS   3

/* Units after an amount of work, which the field says as well */
static const char * const work_units[] = {
  "htp", "henkilötyöpäivää", "työpäivää", "päivää", "pv", "pd", "person-days", "person days", "days", "day", "d",
};

/* Splits a day into its three numbers, when it is nothing else: “3/25/2026”. */
static gboolean
split_day (const char *text,
           int         numbers[3],
           int         digits[3])
{
  g_autofree char *clean = NULL;
  const char *p;
  char sign = '\0';

  if (!g_ascii_isdigit (*text))
    return FALSE;

  clean = academy_typed_clean (text);
  p = clean;
  for (guint i = 0; i < 3; i++)
    {
      gsize length = strspn (p, "0123456789");

      if (length == 0 || length > 4)
        return FALSE;
      numbers[i] = strtol (p, NULL, 10);
      digits[i] = length;
      p += length;
      if (i == 0 && *p != '\0' && strchr ("./-", *p) != NULL)
        sign = *p;
      if (i < 2 && (sign == '\0' || *p++ != sign))
        return FALSE;
    }

  return *p == '\0' && digits[0] <= 2 && digits[1] <= 2 && (digits[2] == 4 || digits[2] == 2);
}

/* Returns the decimal separator that a number shows: the last one that three digits
 * do not follow. */
static char
find_decimal (const char *text)
{
  gsize last = strlen (text);

  while (last > 0 && strchr (".,", text[last - 1]) == NULL)
    last--;
  if (last < 2 || !g_ascii_isdigit (text[last - 2]))
    return '\0';

  switch (strspn (text + last, "0123456789"))
    {
    case 0:
    case GROUP_DIGITS:
      return '\0';
    default:
      return text[last - 1];
    }
}

static void
find_form (AcademyGrid       *grid,
           guint              first_row,
           guint              column,
           AcademyColumnForm *form)
{
  for (guint row = first_row; row < academy_grid_get_n_rows (grid); row++)
    {
      const char *text = academy_grid_get_text (grid, row, column);
      int numbers[3], digits[3];

      if (split_day (text, numbers, digits))
        {
          form->day_first = form->day_first || numbers[0] > MONTHS_IN_YEAR;
          form->month_first = form->month_first || numbers[1] > MONTHS_IN_YEAR;
        }
      else if (form->decimal == '\0')
        form->decimal = find_decimal (text);
    }

  form->month_first = form->month_first && !form->day_first;
}

/**
 * academy_column_forms_new:
 * @grid: a grid
 * @first_row: the first row that holds values
 *
 * The month is first if any second number of a column is greater than twelve and
 * no first one is. A column that does not show it is written as the others are.
 *
 * Returns: (transfer full) (array): how each column is written
 */
AcademyColumnForm *
academy_column_forms_new (AcademyGrid *grid,
                          guint        first_row)
{
  guint n_columns = academy_grid_get_n_columns (grid);
  AcademyColumnForm *forms = g_new0 (AcademyColumnForm, n_columns);
  AcademyColumnForm all = { .month_first = FALSE };

  for (guint i = 0; i < n_columns; i++)
    {
      find_form (grid, first_row, i, &forms[i]);
      all.day_first = all.day_first || forms[i].day_first;
      all.month_first = all.month_first || forms[i].month_first;
      all.decimal = all.decimal != '\0' ? all.decimal : forms[i].decimal;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      forms[i].month_first = forms[i].month_first || (all.month_first && !all.day_first);
      forms[i].decimal = forms[i].decimal != '\0' ? forms[i].decimal : all.decimal;
    }

  return forms;
}

/* Writes the day first, as the parser of days expects it. */
static char *
dup_day (const AcademyColumnForm *form,
         const char              *text)
{
  int numbers[3], digits[3];

  if (!form->month_first || !split_day (text, numbers, digits))
    return g_strdup (text);

  return g_strdup_printf ("%d.%d.%0*d", numbers[1], numbers[0], digits[2], numbers[2]);
}

/* Leaves only a decimal separator between the digits, and not before three of
 * them, which the parser would refuse as ambiguous. */
static char *
dup_number (const AcademyColumnForm *form,
            const AcademyField      *field,
            const char              *text)
{
  char decimal = form->decimal;
  GString *number;

  /* Whole numbers have no decimals: three digits after a sign are thousands. */
  if (decimal == '\0' && field->type == ACADEMY_DECIMAL)
    return g_strdup (text);

  number = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_between = p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);
      gsize digits = strspn (p + 1, "0123456789");

      if (is_between && *p == decimal)
        {
          g_string_append_printf (number, "%c%.*s%s", *p, (int) digits, p + 1, digits == GROUP_DIGITS ? "0" : "");
          p += digits;
        }
      else if (!is_between || strchr (".,", *p) == NULL || digits != GROUP_DIGITS)
        g_string_append_c (number, *p);
    }

  return g_string_free_and_steal (number);
}

static char *
dup_without_unit (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (work_units); i++)
    if (g_str_has_suffix (text, work_units[i]))
      {
        g_autofree char *bare = g_strchomp (g_strndup (text, strlen (text) - strlen (work_units[i])));

        if (*bare != '\0' && g_ascii_isdigit (bare[strlen (bare) - 1]))
          return g_steal_pointer (&bare);
      }

  return g_strdup (text);
}

static gboolean
parse_number (const AcademyColumnForm  *form,
              const AcademyField       *field,
              const char               *text,
              GValue                   *value,
              gboolean                 *rounded,
              GError                  **error)
{
  g_autofree char *bare = field->type == ACADEMY_DECIMAL ? dup_without_unit (text) : g_strdup (text);
  g_autofree char *number = dup_number (form, field, bare);
  g_autofree char *word = academy_synonyms_fold (text);
  g_autofree char *canonical = NULL;
  const char *meant = academy_synonyms_find_value (field, word);

  if (meant != NULL)
    return academy_value_set_from_text (field, meant, value, error);

  canonical = academy_typed_dup_number (academy_language_get_default (), field, number, rounded, error);
  return canonical != NULL && academy_value_set_from_text (field, canonical, value, error);
}

static gboolean
is_label (const char *label,
          const char *word)
{
  static const char * const codes[] = { "en", "fi" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const AcademyLanguage *language = academy_language_get (codes[i], NULL);
      g_autofree char *fold = language != NULL ? academy_synonyms_fold (academy_language_translate (language, label)) : NULL;

      if (fold != NULL && g_str_equal (fold, word))
        return TRUE;
    }

  return FALSE;
}

static gboolean
parse_choice (const AcademyField  *field,
              const char          *text,
              GValue              *value,
              GError             **error)
{
  g_autofree char *word = academy_synonyms_fold (text);
  g_autoptr(GString) labels = g_string_new (NULL);
  const char *meant;

  for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
    {
      const char *label = academy_language_translate (academy_language_get_default (), choice->label);

      if (g_str_equal (choice->token, text) || is_label (choice->label, word))
        {
          g_value_set_string (value, choice->token);
          return TRUE;
        }
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", label);
    }

  meant = academy_synonyms_find_value (field, word);
  if (meant == NULL)
    {
      /* Translators: a list of labels: “Write one of these: Idea, Planned, Done” */
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, _("Write one of these: %s"), labels->str);
      return FALSE;
    }

  g_value_set_string (value, meant);
  return TRUE;
}

static gboolean
parse_flag (const AcademyField  *field,
            const char          *text,
            GValue              *value,
            GError             **error)
{
  g_autofree char *word = academy_synonyms_fold (text);
  const char *meant = academy_synonyms_find_value (field, word);

  if (meant == NULL)
    {
      g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, _("Write yes or no."));
      return FALSE;
    }

  return academy_value_set_from_text (field, meant, value, error);
}

/**
 * academy_pasted_period_parse:
 * @form: how the column is written
 * @text: a pasted text
 * @near: hints about the day
 * @period: (out caller-allocates): return location for the period
 * @error: says how to write a day
 *
 * Returns: whether @text is a day or a period
 */
gboolean
academy_pasted_period_parse (const AcademyColumnForm  *form,
                             const char               *text,
                             const AcademyNear        *near,
                             AcademyPeriod            *period,
                             GError                  **error)
{
  g_autofree char *day = dup_day (form, text);

  return academy_period_parse (academy_language_get_default (), day, near, period, error);
}

/**
 * academy_pasted_value_parse:
 * @form: how the column is written
 * @field: a field that is neither a date nor a link
 * @text: a pasted text
 * @near: hints about the day
 * @value: an initialised value of @field
 * @rounded: (out) (optional): whether an amount had cents, which are rounded
 * @error: says what was expected
 *
 * Reads what academy_language_parse_value() reads, labels and other words for a
 * choice in either language, and amounts with cents.
 *
 * Returns: whether @text could be read
 */
gboolean
academy_pasted_value_parse (const AcademyColumnForm  *form,
                            const AcademyField       *field,
                            const char               *text,
                            const AcademyNear        *near,
                            GValue                   *value,
                            gboolean                 *rounded,
                            GError                  **error)
{
  gboolean is_rounded = FALSE;

  if (rounded == NULL)
    rounded = &is_rounded;
  *rounded = FALSE;
  switch (field->type)
    {
    case ACADEMY_CHOICE:
      return parse_choice (field, text, value, error);
    case ACADEMY_FLAG:
      return parse_flag (field, text, value, error);
    case ACADEMY_INTEGER:
    case ACADEMY_DECIMAL:
    case ACADEMY_MONEY:
      return parse_number (form, field, text, value, rounded, error);
    default:
      return academy_language_parse_value (academy_language_get_default (), field, text, near, value, NULL, error);
    }
}
