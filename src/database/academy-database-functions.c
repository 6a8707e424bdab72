/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-database-functions.h"

#include <string.h>

#include "academy-collation.h"
#include "academy-date.h"
#include "academy-instant.h"
#include "academy-language.h"

/* Folds the texts only: whoever searches folds the part once for all rows. */
static gboolean
text_contains (sqlite3_value *value,
               const char    *part)
{
  const char *text = (const char *) sqlite3_value_text (value);
  g_autofree char *folded = NULL;

  if (text == NULL || !g_utf8_validate_len (text, sqlite3_value_bytes (value), NULL))
    return FALSE;

  folded = academy_language_casefold (text);
  return strstr (folded, part) != NULL;
}

static void
contains (sqlite3_context *context,
          int              n_values,
          sqlite3_value  **values)
{
  const char *part = (const char *) sqlite3_value_text (values[n_values - 1]);
  gboolean found = FALSE;

  for (int i = 0; part != NULL && i < n_values - 1 && !found; i++)
    found = text_contains (values[i], part);

  sqlite3_result_int (context, found);
}

static void
day_of (sqlite3_context *context,
        int              n_values,
        sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  g_autoptr(GDateTime) instant = text != NULL ? academy_instant_from_text (text) : NULL;

  if (instant != NULL)
    {
      GDate date = academy_date_from_instant (instant);

      sqlite3_result_text (context, academy_date_to_text (&date), -1, g_free);
    }
  else
    sqlite3_result_value (context, values[0]);
}

static int
compare_texts (gpointer      data,
               int           length_a,
               gconstpointer a,
               int           length_b,
               gconstpointer b)
{
  return academy_collation_compare (a, length_a, b, length_b);
}

/**
 * academy_database_add_functions:
 * @handle: a connection
 *
 * Adds %ACADEMY_CONTAINS, %ACADEMY_DAY_OF and %ACADEMY_COLLATE to the SQL of a
 * connection.
 */
void
academy_database_add_functions (sqlite3 *handle)
{
  sqlite3_create_function_v2 (handle, ACADEMY_CONTAINS, -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                              NULL, contains, NULL, NULL, NULL);
  sqlite3_create_function_v2 (handle, ACADEMY_DAY_OF, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                              NULL, day_of, NULL, NULL, NULL);
  sqlite3_create_collation_v2 (handle, "academy_finnish", SQLITE_UTF8, NULL, compare_texts, NULL);
}
