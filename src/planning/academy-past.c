/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-past.h"

#include "academy-error.h"
#include "academy-kinds.h"

/* Items as they were. The file is now; what it was at the later of two moments is
 * found from the net of the history since then, and what it was at the earlier one
 * from the net between the two. */

struct _AcademyPast {
  /* Owned */
  GPtrArray    *net;
  GPtrArray    *later;
  GHashTable   *net_by_id;
  GHashTable   *later_by_id;

  /* Borrowed */
  AcademyStore *store;
};

void
academy_past_free (AcademyPast *self)
{
  g_clear_pointer (&self->net_by_id, g_hash_table_unref);
  g_clear_pointer (&self->later_by_id, g_hash_table_unref);
  g_clear_pointer (&self->net, g_ptr_array_unref);
  g_clear_pointer (&self->later, g_ptr_array_unref);
  g_free (self);
}

static GHashTable *
index_by_id (GPtrArray *changes)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      AcademyItemChange *change = g_ptr_array_index (changes, i);

      g_hash_table_insert (table, change->id, change);
    }

  return table;
}

/* Reads what changed after @since and up to @until, in microseconds since 1970; 0
 * stands for the beginning and for now. */
AcademyPast *
academy_past_new (AcademyStore  *store,
                  gint64         since,
                  gint64         until,
                  GError       **error)
{
  g_autoptr(AcademyPast) self = g_new0 (AcademyPast, 1);

  self->store = store;
  self->net = academy_store_read_net (store, since, until, error);
  if (self->net == NULL)
    return NULL;

  self->later = until != 0 ? academy_store_read_net (store, until, 0, error) : g_ptr_array_new ();
  if (self->later == NULL)
    return NULL;

  self->net_by_id = index_by_id (self->net);
  self->later_by_id = index_by_id (self->later);
  return g_steal_pointer (&self);
}

/* Returns the #AcademyItemChange between the two moments. */
GPtrArray *
academy_past_get_changes (AcademyPast *self)
{
  return self->net;
}

const AcademyItemChange *
academy_past_find_change (AcademyPast *self,
                          const char  *id)
{
  return id != NULL ? g_hash_table_lookup (self->net_by_id, id) : NULL;
}

/* Returns a copy of an item with the values from before a change. */
AcademyItem *
academy_past_dup_before (AcademyItem             *item,
                         const AcademyItemChange *change)
{
  AcademyItem *before = academy_item_copy (item);

  ACADEMY_KIND_FOREACH_FIELD (change->kind, field)
    if (field->type != ACADEMY_LINKS && (change->fields & academy_kind_get_bit (change->kind, field)) != 0)
      academy_item_set_value (before, field, academy_item_get_value (change->before, field));

  return before;
}

/* Finds an item as it was at the later moment; %NULL when it was not there. */
gboolean
academy_past_find_after (AcademyPast        *self,
                         const AcademyKind  *kind,
                         const char         *id,
                         AcademyItem       **after,
                         GError            **error)
{
  const AcademyItemChange *later = g_hash_table_lookup (self->later_by_id, id);
  g_autoptr(AcademyItem) now = NULL;
  g_autoptr(GError) reason = NULL;

  *after = NULL;
  if (later != NULL && later->type == ACADEMY_CHANGE_ADDED)
    return TRUE;
  if (later != NULL && later->type == ACADEMY_CHANGE_REMOVED)
    {
      *after = g_object_ref (later->before);
      return TRUE;
    }

  now = academy_store_get (self->store, kind, id, &reason);
  if (now == NULL)
    {
      if (g_error_matches (reason, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  *after = later != NULL ? academy_past_dup_before (now, later) : g_steal_pointer (&now);
  return TRUE;
}

/* Finds an item as it was last: at the later moment, or when it was deleted. */
gboolean
academy_past_find_last (AcademyPast        *self,
                        const AcademyKind  *kind,
                        const char         *id,
                        AcademyItem       **item,
                        GError            **error)
{
  const AcademyItemChange *change = g_hash_table_lookup (self->net_by_id, id);

  if (!academy_past_find_after (self, kind, id, item, error))
    return FALSE;
  if (*item == NULL && change != NULL && change->type == ACADEMY_CHANGE_REMOVED)
    *item = g_object_ref (change->before);

  return TRUE;
}

/* Finds the organisation of an item from owner to owner. */
gboolean
academy_past_find_organisation (AcademyPast  *self,
                                AcademyItem  *item,
                                char        **organisation,
                                GError      **error)
{
  g_autoptr(AcademyItem) part = g_object_ref (item);

  *organisation = NULL;
  while (part != NULL && academy_item_get_kind (part) != &academy_organisation_kind)
    {
      const AcademyField *owner = academy_kind_get_owner (academy_item_get_kind (part));
      const char *id = academy_item_get_owner (part);
      AcademyItem *above = NULL;

      if (owner == NULL || id == NULL)
        return TRUE;
      if (!academy_past_find_last (self, academy_kind_find (owner->target), id, &above, error))
        return FALSE;
      g_set_object (&part, above);
      g_clear_object (&above);
    }

  if (part != NULL)
    *organisation = g_strdup (academy_item_get_id (part));
  return TRUE;
}
