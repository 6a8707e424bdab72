/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-query.h"

#include "academy-row.h"
#include "academy-store-private.h"

/**
 * academy_store_query:
 * @self: a store
 * @sql: a `SELECT`
 * @texts: (array length=n_texts) (nullable): the values of its parameters; %NULL
 *   among them binds NULL
 * @n_texts: the number of parameters
 * @func: (scope call): called for each row
 * @data: for @func
 * @error: return location for an error
 *
 * Reads data that items do not have, such as sums. The statement stays prepared.
 *
 * Returns: whether every row was read
 */
gboolean
academy_store_query (AcademyStore        *self,
                     const char          *sql,
                     const char * const  *texts,
                     guint                n_texts,
                     AcademyRowFunc       func,
                     gpointer             data,
                     GError             **error)
{
  sqlite3_stmt *statement = academy_database_prepare (self->database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < n_texts; i++)
    if (texts[i] != NULL)
      sqlite3_bind_text (statement, (int) i + 1, texts[i], -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (self->database, statement, error)) == ACADEMY_STEP_ROW)
    func (self, statement, data);

  return step == ACADEMY_STEP_DONE;
}

/**
 * academy_store_find_id:
 * @self: a store
 * @kind: a kind
 * @row: a row of a query
 * @column: the column with the id of an item of @kind
 *
 * Reads an id and reports an invalid one as a fault of the file.
 *
 * Returns: (nullable) (transfer none): the id, valid until the next row
 */
const char *
academy_store_find_id (AcademyStore      *self,
                       const AcademyKind *kind,
                       sqlite3_stmt      *row,
                       int                column)
{
  return academy_row_find_id (self->database, kind, row, column);
}
