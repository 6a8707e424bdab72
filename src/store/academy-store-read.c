/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

#include <glib/gi18n-lib.h>

#include "academy-error.h"
#include "academy-row.h"

/**
 * academy_store_get_ids:
 * @self: a store
 * @kind: a kind
 * @owner: (nullable): the id of their owner, or %NULL for all
 * @error: says why they could not be read
 *
 * Returns: (transfer full) (element-type utf8): the ids in the order of @kind
 */
GPtrArray *
academy_store_get_ids (AcademyStore       *self,
                       const AcademyKind  *kind,
                       const char         *owner,
                       GError            **error)
{
  return academy_row_ids (self->database, kind, &(AcademyQuery) { .owner = owner }, error);
}

/**
 * academy_store_find:
 * @self: a store
 * @kind: a kind
 * @query: which of its items
 * @error: says why they could not be read
 *
 * Returns: (transfer full) (element-type utf8): the ids in the order of @kind
 */
GPtrArray *
academy_store_find (AcademyStore        *self,
                    const AcademyKind   *kind,
                    const AcademyQuery  *query,
                    GError             **error)
{
  g_return_val_if_fail (query->text == NULL || academy_kind_find_field (kind, "title") != NULL, NULL);

  return academy_row_ids (self->database, kind, query, error);
}

/**
 * academy_store_get_all:
 * @self: a store
 * @kind: a kind
 * @owner: (nullable): the id of their owner, or %NULL for all
 * @error: says why they could not be read
 *
 * For what there are few of; #AcademyList makes items when they are asked for.
 *
 * Returns: (transfer full) (element-type AcademyItem): the items in the order of @kind
 */
GPtrArray *
academy_store_get_all (AcademyStore       *self,
                       const AcademyKind  *kind,
                       const char         *owner,
                       GError            **error)
{
  g_autoptr(GPtrArray) ids = academy_store_get_ids (self, kind, owner, error);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      AcademyItem *item = academy_store_get (self, kind, g_ptr_array_index (ids, i), error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }

  return g_steal_pointer (&items);
}

/**
 * academy_store_get_first:
 * @self: a store
 * @kind: a kind
 * @owner: (nullable): the id of its owner, or %NULL for any
 * @error: says why it could not be read
 *
 * Returns: (transfer full): the first item in the order of @kind;
 *   %ACADEMY_ERROR_NOT_FOUND when there is none
 */
AcademyItem *
academy_store_get_first (AcademyStore       *self,
                         const AcademyKind  *kind,
                         const char         *owner,
                         GError            **error)
{
  g_autoptr(GPtrArray) ids = academy_store_get_ids (self, kind, owner, error);

  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND, _("This is no longer in the file."));
      return NULL;
    }

  return academy_store_get (self, kind, g_ptr_array_index (ids, 0), error);
}

/**
 * academy_store_foreach:
 * @self: a store
 * @kind: a kind that has an owner
 * @owner: the id of the owner
 * @func: what to do with each item
 * @data: for @func
 * @error: says why it could not be done to the end
 *
 * For reading all there is, once. The items are not those that the store keeps
 * up to date.
 *
 * Returns: whether @func was called for every item, and went on each time
 */
gboolean
academy_store_foreach (AcademyStore       *self,
                       const AcademyKind  *kind,
                       const char         *owner,
                       AcademyItemFunc     func,
                       gpointer            data,
                       GError            **error)
{
  return academy_row_foreach (self->database, kind, owner, func, data, error);
}

/**
 * academy_store_begin_reading:
 * @self: a store that nobody edits meanwhile
 * @error: says why not
 *
 * Until academy_store_end_reading() the file stays as it is now, whatever
 * other processes write, so that what is read fits together.
 *
 * Returns: whether it does
 */
gboolean
academy_store_begin_reading (AcademyStore  *self,
                             GError       **error)
{
  return academy_database_run (self->database, "BEGIN", error);
}

/**
 * academy_store_end_reading:
 * @self: a store that is being read
 *
 * Ends what academy_store_begin_reading() began.
 */
void
academy_store_end_reading (AcademyStore *self)
{
  academy_database_run (self->database, "ROLLBACK", NULL);
}

/**
 * academy_store_count:
 * @self: a store
 * @kind: a kind
 * @owner: (nullable): the id of their owner, or %NULL for all
 * @count: (out): how many there are
 * @error: says why they could not be counted
 *
 * Returns: whether they could be counted
 */
gboolean
academy_store_count (AcademyStore       *self,
                     const AcademyKind  *kind,
                     const char         *owner,
                     gint64             *count,
                     GError            **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (owner != NULL)
    sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE \"%s\" = ?", kind->name,
                           academy_kind_get_owner (kind)->name);
  else
    sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", kind->name);

  statement = academy_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return FALSE;
  if (owner != NULL)
    sqlite3_bind_text (statement, 1, owner, -1, SQLITE_TRANSIENT);
  if (academy_database_step (self->database, statement, error) != ACADEMY_STEP_ROW)
    return FALSE;

  *count = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}
