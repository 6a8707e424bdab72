/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-list.h"

struct _AcademyList {
  AcademyRows   parent_instance;

  /* Owned */
  AcademyQuery *query;

  gboolean      moving;
};

G_DEFINE_FINAL_TYPE (AcademyList, academy_list, ACADEMY_TYPE_ROWS)

/**
 * AcademyList:
 *
 * The items of one owner, or those that meet a query, in the order of their kind
 * and kept up to date.
 */

/* Whether a single item moved, which is emitted as such so that views keep their
 * other rows. */
static gboolean
is_move (const AcademyIdList *before,
         guint                from,
         guint                to,
         const AcademyIdList *after)
{
  for (guint i = from; i != to; from < to ? i++ : i--)
    if (!g_str_equal (academy_id_list_get_id (before, from < to ? i + 1 : i - 1), academy_id_list_get_id (after, i)))
      return FALSE;

  return g_str_equal (academy_id_list_get_id (before, from), academy_id_list_get_id (after, to));
}

/* Between the two emissions the list does not have the item. */
static void
move (AcademyList   *self,
      guint          from,
      guint          to,
      AcademyIdList *after)
{
  academy_id_list_splice (academy_rows_get_ids (ACADEMY_ROWS (self)), from, 1, NULL, 0, 0);
  self->moving = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self), from, 1, 0);
  self->moving = FALSE;
  academy_rows_take_ids (ACADEMY_ROWS (self), after);
  g_list_model_items_changed (G_LIST_MODEL (self), to, 0, 1);
}

static void
replace (AcademyList   *self,
         AcademyIdList *after)
{
  AcademyIdList *before = academy_rows_get_ids (ACADEMY_ROWS (self));
  guint start, removed, added;

  if (!academy_id_list_compare (before, after, &start, &removed, &added))
    {
      academy_id_list_free (after);
      return;
    }

  if (removed == added && removed > 1)
    {
      guint last = start + removed - 1;

      if (is_move (before, start, last, after))
        {
          move (self, start, last, after);
          return;
        }
      if (is_move (before, last, start, after))
        {
          move (self, last, start, after);
          return;
        }
    }

  academy_rows_take_ids (ACADEMY_ROWS (self), after);
  g_list_model_items_changed (G_LIST_MODEL (self), start, removed, added);
}

static void
reload (AcademyList *self)
{
  AcademyIdList *order = academy_rows_look_up (ACADEMY_ROWS (self), self->query);

  if (order != NULL)
    replace (self, order);
}

static void
changed_cb (AcademyStore   *store,
            AcademyChanges *changes,
            AcademyList    *self)
{
  if (academy_changes_affect (changes, academy_rows_get_kind (ACADEMY_ROWS (self)), self->query))
    reload (self);
}

static void
academy_list_finalize (GObject *object)
{
  g_clear_pointer (&ACADEMY_LIST (object)->query, academy_query_free);

  G_OBJECT_CLASS (academy_list_parent_class)->finalize (object);
}

static void
academy_list_class_init (AcademyListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_list_finalize;
}

static void
academy_list_init (AcademyList *self)
{
}

/**
 * academy_list_new:
 * @store: a store
 * @kind: a kind
 * @owner: (nullable): the id of the owner of the items, or %NULL for all
 *
 * Returns: (transfer full): the list
 */
AcademyList *
academy_list_new (AcademyStore      *store,
                  const AcademyKind *kind,
                  const char        *owner)
{
  return academy_list_new_for_query (store, kind, &(AcademyQuery) { .owner = owner });
}

/**
 * academy_list_new_for_query:
 * @store: a store
 * @kind: a kind
 * @query: the conditions for its items
 *
 * Returns: (transfer full): the list
 */
AcademyList *
academy_list_new_for_query (AcademyStore       *store,
                            const AcademyKind  *kind,
                            const AcademyQuery *query)
{
  AcademyList *self = g_object_new (ACADEMY_TYPE_LIST, NULL);

  academy_rows_set_source (ACADEMY_ROWS (self), store, kind);
  academy_list_set_query (self, query);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);

  return self;
}

/**
 * academy_list_set_query:
 * @self: a list
 * @query: the new conditions for its items
 */
void
academy_list_set_query (AcademyList        *self,
                        const AcademyQuery *query)
{
  g_autoptr(AcademyQuery) before = self->query;

  self->query = academy_query_copy (query);
  reload (self);
}

/**
 * academy_list_find:
 * @self: a list
 * @id: the id of an item
 * @position: (out) (optional): its position
 *
 * Returns: whether the item is in the list
 */
gboolean
academy_list_find (AcademyList *self,
                   const char  *id,
                   guint       *position)
{
  return academy_id_list_find (academy_rows_get_ids (ACADEMY_ROWS (self)), id, position);
}

/**
 * academy_list_is_moving:
 * @self: a list
 *
 * An item moves by two emissions of #GListModel::items-changed, as views of GTK
 * expect it. A view that keeps rows by id waits for the second.
 *
 * Returns: whether an item that left the list is about to come back
 */
gboolean
academy_list_is_moving (AcademyList *self)
{
  return self->moving;
}
