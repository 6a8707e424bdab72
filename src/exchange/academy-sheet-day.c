/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-sheet-day.h"

#include "academy-date.h"
#include "academy-typed.h"

/* Spreadsheets count days from 30 December 1899 (OpenDocument 1.3, part 4, 4.3.1). */
#define SHEET_EPOCH_YEAR  1899
#define SHEET_EPOCH_MONTH 12
#define SHEET_EPOCH_DAY   30

/* Days between which a number may be one that somebody plans by: 1954 to 2119. */
#define FIRST_SERIAL 20000
#define LAST_SERIAL  80000

static gboolean
read_serial (const char *serial,
             GDate      *date)
{
  g_autofree char *point = g_strdelimit (g_strdup (serial), ",", '.');
  char *end;
  double number = g_ascii_strtod (point, &end);

  if (end == point || *end != '\0' || !(number >= FIRST_SERIAL && number <= LAST_SERIAL))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, SHEET_EPOCH_DAY, SHEET_EPOCH_MONTH, SHEET_EPOCH_YEAR);
  g_date_add_days (date, (guint) number);
  return TRUE;
}

/* Whether a text shows parts of a day, and neither its whole year nor another
 * number. */
static gboolean
shows_day (const char  *shown,
           const GDate *date)
{
  g_autofree char *clean = academy_typed_clean (shown);
  g_autoptr(GArray) tokens = academy_typed_tokenise (academy_language_get_default (), clean);
  guint n_parts = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      const AcademyToken *token = &g_array_index (tokens, AcademyToken, i);

      switch (token->type)
        {
        case ACADEMY_TOKEN_NUMBER:
          n_parts++;
          if (token->value != g_date_get_day (date) && token->value != (int) g_date_get_month (date) &&
              token->value != g_date_get_year (date) % 100)
            return FALSE;
          break;
        case ACADEMY_TOKEN_MONTH:
          n_parts++;
          if (token->value != (int) g_date_get_month (date))
            return FALSE;
          break;
        case ACADEMY_TOKEN_WEEKDAY:
        case '.':
        case '/':
        case '-':
          break;
        default:
          return FALSE;
        }
    }

  return n_parts >= 2;
}

/**
 * academy_sheet_day_dup:
 * @shown: the text of a cell of a spreadsheet
 * @serial: the number that the cell holds, with a point or a comma
 *
 * A spreadsheet may show “1.3.” for a day of which it knows the year.
 *
 * Returns: (transfer full) (nullable): the day as `yyyy-MM-dd`, or %NULL when
 *   @shown is not a day without its year
 */
char *
academy_sheet_day_dup (const char *shown,
                       const char *serial)
{
  GDate date;

  return read_serial (serial, &date) && shows_day (shown, &date) ? academy_date_to_text (&date) : NULL;
}
