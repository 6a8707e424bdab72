/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-database-functions.h"

#include <string.h>

#include "academy-collation.h"
#include "academy-language.h"

/* Folds the text only: whoever searches folds the part once for all rows. */
static void
contains (sqlite3_context *context,
          int              n_values,
          sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *part = (const char *) sqlite3_value_text (values[1]);
  g_autofree char *folded = NULL;

  if (text != NULL && g_utf8_validate_len (text, sqlite3_value_bytes (values[0]), NULL))
    folded = academy_language_casefold (text);

  sqlite3_result_int (context, folded != NULL && part != NULL && strstr (folded, part) != NULL);
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
 * Adds %ACADEMY_CONTAINS and %ACADEMY_COLLATE to the SQL of a connection.
 */
void
academy_database_add_functions (sqlite3 *handle)
{
  sqlite3_create_function_v2 (handle, ACADEMY_CONTAINS, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                              NULL, contains, NULL, NULL, NULL);
  sqlite3_create_collation_v2 (handle, "academy_finnish", SQLITE_UTF8, NULL, compare_texts, NULL);
}
