/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-database-column.h"

#include <glib/gi18n-lib.h>

#include "academy-date.h"
#include "academy-error.h"

/**
 * academy_database_check_texts:
 * @statement: a statement that has a row
 * @error: return location for an error, %ACADEMY_ERROR_DAMAGED
 *
 * Checks all texts of a row, because a damaged file may have other bytes than
 * UTF-8 in them.
 *
 * Returns: whether all of them are UTF-8
 */
gboolean
academy_database_check_texts (sqlite3_stmt *statement,
                              GError      **error)
{
  int n_columns = sqlite3_data_count (statement);

  for (int i = 0; i < n_columns; i++)
    {
      /* A column is looked up once. */
      sqlite3_value *value = sqlite3_column_value (statement, i);
      const char *text;

      if (sqlite3_value_type (value) != SQLITE_TEXT)
        continue;

      text = (const char *) sqlite3_value_text (value);
      if (text != NULL && g_utf8_validate_len (text, sqlite3_value_bytes (value), NULL))
        continue;

      /* Translators: the name of a field, as the file has it */
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED,
                   _("The file is damaged: a text in “%s” is not readable. Restore it from a backup."),
                   sqlite3_column_name (statement, i));
      return FALSE;
    }

  return TRUE;
}

/**
 * academy_database_find_text:
 * @statement: a statement that has a row
 * @column: the number of a column that may be NULL
 *
 * Returns: (nullable) (transfer none): its text, in UTF-8 and valid until the
 *   next step; %NULL when the column is NULL or not a text
 */
const char *
academy_database_find_text (sqlite3_stmt *statement,
                            int           column)
{
  sqlite3_value *value = sqlite3_column_value (statement, column);

  return sqlite3_value_type (value) == SQLITE_TEXT ? (const char *) sqlite3_value_text (value) : NULL;
}

/**
 * academy_database_get_text:
 * @statement: a statement that has a row
 * @column: the number of a column that is never NULL
 *
 * Returns: (transfer none): its text, in UTF-8 and valid until the next step; ""
 *   when a damaged file has no text there
 */
const char *
academy_database_get_text (sqlite3_stmt *statement,
                           int           column)
{
  const char *text = academy_database_find_text (statement, column);

  return text != NULL ? text : "";
}

/**
 * academy_database_get_day:
 * @statement: a statement that has a row
 * @column: the number of a column with a date
 *
 * Returns: the Julian day, or 0 for NULL
 */
AcademyDay
academy_database_get_day (sqlite3_stmt *statement,
                          int           column)
{
  const char *text = academy_database_find_text (statement, column);
  GDate date;

  return text != NULL && academy_date_from_text (text, &date, NULL) ? g_date_get_julian (&date) : 0;
}
