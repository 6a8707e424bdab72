/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-store-private.h"

#include <glib/gi18n-lib.h>

#include "academy-database-functions.h"
#include "academy-date.h"
#include "academy-error.h"
#include "academy-row.h"

/**
 * academy_store_get_ids:
 * @self: a store
 * @kind: a kind
 * @owner: (nullable): the id of their owner, or %NULL for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): the ids in the order of @kind
 */
GPtrArray *
academy_store_get_ids (AcademyStore       *self,
                       const AcademyKind  *kind,
                       const char         *owner,
                       GError            **error)
{
  return academy_row_ids (self->database, kind, &(AcademyQuery) { .owner = owner }, NULL, error);
}

/**
 * academy_store_find:
 * @self: a store
 * @kind: a kind
 * @query: the conditions for the items
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): the ids in the order of @query and
 *   then of @kind
 */
GPtrArray *
academy_store_find (AcademyStore        *self,
                    const AcademyKind   *kind,
                    const AcademyQuery  *query,
                    GError             **error)
{
  return academy_row_ids (self->database, kind, query, NULL, error);
}

/**
 * academy_store_find_groups:
 * @self: a store
 * @kind: a kind
 * @query: the conditions for the items
 * @groups: (out) (transfer full) (element-type utf8): for each id the value by
 *   which @query groups in canonical text, or %NULL
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): the ids in the order of @query and
 *   then of @kind
 */
GPtrArray *
academy_store_find_groups (AcademyStore        *self,
                           const AcademyKind   *kind,
                           const AcademyQuery  *query,
                           GPtrArray          **groups,
                           GError             **error)
{
  return academy_row_ids (self->database, kind, query, groups, error);
}

/**
 * academy_store_get_texts:
 * @self: a store
 * @kind: a kind
 * @field: a text field of @kind
 * @owner: (nullable): the id of the owner of the items, or %NULL for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the different texts of @field, sorted
 */
GStrv
academy_store_get_texts (AcademyStore        *self,
                         const AcademyKind   *kind,
                         const AcademyField  *field,
                         const char          *owner,
                         GError             **error)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  g_autofree char *condition = NULL;
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  AcademyStep step;

  if (owner != NULL)
    condition = g_strdup_printf (" AND \"%s\" = ?", academy_kind_get_owner (kind)->name);
  sql = g_strdup_printf ("SELECT DISTINCT \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL%s ORDER BY \"%s\"" ACADEMY_COLLATE,
                         field->name, kind->name, field->name, condition != NULL ? condition : "", field->name);
  statement = academy_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return NULL;

  if (owner != NULL)
    sqlite3_bind_text (statement, 1, owner, -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (self->database, statement, error)) == ACADEMY_STEP_ROW)
    g_strv_builder_add (texts, academy_database_get_text (statement, 0));

  return step == ACADEMY_STEP_DONE ? g_strv_builder_end (texts) : NULL;
}

/**
 * academy_store_get_each:
 * @self: a store
 * @kind: a kind
 * @ids: (element-type utf8): the ids of items
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type AcademyItem): the items in the
 *   order of @ids; %NULL when one of them is not there
 */
GPtrArray *
academy_store_get_each (AcademyStore       *self,
                        const AcademyKind  *kind,
                        GPtrArray          *ids,
                        GError            **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_full (ids->len, g_object_unref);

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
 * academy_store_get_all:
 * @self: a store
 * @kind: a kind
 * @owner: (nullable): the id of their owner, or %NULL for all
 * @error: return location for an error
 *
 * For kinds with few items; #AcademyList makes items on request.
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

  return ids != NULL ? academy_store_get_each (self, kind, ids, error) : NULL;
}

/**
 * academy_store_get_targets:
 * @self: a store
 * @link: a field that links to one or to many
 * @kind: (nullable): the kind of the owner of the item that has @link
 * @owner: (nullable): the id of that owner
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): the items to which @link may
 *   point, in the order of their kind
 */
GPtrArray *
academy_store_get_targets (AcademyStore        *self,
                           const AcademyField  *link,
                           const AcademyKind   *kind,
                           const char          *owner,
                           GError             **error)
{
  const AcademyKind *target = academy_kind_find (link->target);
  AcademyQuery query = academy_query_for_targets (link, kind, owner);
  g_autoptr(GPtrArray) ids = academy_store_find (self, target, &query, error);

  return ids != NULL ? academy_store_get_each (self, target, ids, error) : NULL;
}

/**
 * academy_store_get_first:
 * @self: a store
 * @kind: a kind
 * @owner: (nullable): the id of its owner, or %NULL for any
 * @error: return location for an error, %ACADEMY_ERROR_NOT_FOUND when there is
 *   none
 *
 * Returns: (transfer full): the first item in the order of @kind
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
 * @func: called for each item
 * @data: for @func
 * @error: return location for an error, also for that of @func
 *
 * For reading all items once. The store does not keep them up to date, and each is
 * valid until @func returns.
 *
 * Returns: whether @func was called for every item and always returned %TRUE
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
 * @self: a store that is not edited meanwhile
 * @error: return location for an error
 *
 * Begins a read transaction. Until academy_store_end_reading(), all reads see the
 * file as it is now, whatever other processes write.
 *
 * Returns: whether the transaction has begun
 */
gboolean
academy_store_begin_reading (AcademyStore  *self,
                             GError       **error)
{
  return academy_database_run (self->database, "BEGIN", error);
}

/**
 * academy_store_end_reading:
 * @self: a store in a read transaction
 *
 * Ends the transaction of academy_store_begin_reading().
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
 * @count: (out): the number of items
 * @error: return location for an error
 *
 * Returns: whether there was no error
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

/* Extends the period by the first and last beginning of the items of one kind,
 * which an index gives where there are many. */
static gboolean
add_days (AcademyStore       *self,
          const AcademyKind  *kind,
          const char         *owner,
          GDate              *first,
          GDate              *last,
          GError            **error)
{
  static const char * const directions[] = { "", " DESC" };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT substr (\"%s\", 1, 10) FROM \"%s\" WHERE \"%s\" = ? "
                                              "AND (\"%s\" IS NULL) = 0 ORDER BY \"%s\"%s LIMIT 1",
                                              kind->start, kind->name, academy_kind_get_owner (kind)->name,
                                              kind->start, kind->start, directions[i]);
      sqlite3_stmt *statement = academy_database_prepare (self->database, sql, error);
      AcademyStep step;
      GDate day;

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_text (statement, 1, owner, -1, SQLITE_TRANSIENT);
      step = academy_database_step (self->database, statement, error);
      if (step == ACADEMY_STEP_FAILED)
        return FALSE;
      if (step == ACADEMY_STEP_DONE)
        return TRUE;

      if (academy_date_from_text (academy_database_get_text (statement, 0), &day, NULL))
        {
          if (!g_date_valid (first) || g_date_compare (&day, first) < 0)
            *first = day;
          if (!g_date_valid (last) || g_date_compare (&day, last) > 0)
            *last = day;
        }
      sqlite3_reset (statement);
    }

  return TRUE;
}

/**
 * academy_store_get_linked:
 * @self: a store
 * @item: an item
 * @name: the name of one of its link fields
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the item that it links to; %NULL when
 *   @error is set, or when it links to none and need not
 */
AcademyItem *
academy_store_get_linked (AcademyStore  *self,
                          AcademyItem   *item,
                          const char    *name,
                          GError       **error)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);
  const char *id = academy_item_get_text (item, name);

  return id != NULL || academy_field_is_required (field)
           ? academy_store_get (self, academy_kind_find (field->target), id, error) : NULL;
}

/**
 * academy_store_get_owner:
 * @self: a store
 * @item: an item
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the owner of @item; %NULL when @error is
 *   set, or when items of its kind have none
 */
AcademyItem *
academy_store_get_owner (AcademyStore  *self,
                         AcademyItem   *item,
                         GError       **error)
{
  const AcademyField *owner = academy_kind_get_owner (academy_item_get_kind (item));

  return owner != NULL ? academy_store_get_linked (self, item, owner->name, error) : NULL;
}

/**
 * academy_store_get_days:
 * @self: a store
 * @item: an item
 * @first: (out caller-allocates): the first day
 * @last: (out caller-allocates): the last day
 * @error: return location for an error
 *
 * Finds the days between which items of the plan of @item begin, or of the
 * programme when @item is not in a plan; both are invalid when no item has a day.
 *
 * Returns: whether there was no error
 */
gboolean
academy_store_get_days (AcademyStore  *self,
                        AcademyItem   *item,
                        GDate         *first,
                        GDate         *last,
                        GError       **error)
{
  g_autoptr(AcademyItem) owner = g_object_ref (item);
  g_autoptr(GError) reason = NULL;

  g_date_clear (first, 1);
  g_date_clear (last, 1);
  while (owner != NULL && !g_date_valid (first))
    {
      g_autoptr(AcademyItem) part = g_steal_pointer (&owner);

      for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
        {
          const AcademyField *field = academy_kind_get_owner (*kind);

          if ((*kind)->start != NULL && field != NULL &&
              g_str_equal (field->target, academy_item_get_kind (part)->name) &&
              !add_days (self, *kind, academy_item_get_id (part), first, last, error))
            return FALSE;
        }
      owner = academy_item_get_owner (part) != NULL ? academy_store_get_owner (self, part, &reason) : NULL;
    }

  if (reason == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/**
 * academy_store_get_or_report:
 * @self: a store
 * @kind: the kind of an item
 * @id: its id
 * @row: the rowid of its row, or %ACADEMY_ROW_UNKNOWN
 *
 * Gets an item for a list model, which must not have holes: the store reports
 * why an item cannot be read, and an empty one takes its place.
 *
 * Returns: (transfer full): the item
 */
AcademyItem *
academy_store_get_or_report (AcademyStore      *self,
                             const AcademyKind *kind,
                             const char        *id,
                             gint64             row)
{
  g_autoptr(GError) error = NULL;
  AcademyItem *item = academy_store_get_at (self, kind, id, row, &error);

  if (item != NULL)
    return item;

  academy_store_report (self, error);
  return academy_item_new (kind, id);
}
