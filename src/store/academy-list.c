/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-list.h"

struct _AcademyList {
  GObject            parent_instance;

  /* Owned */
  AcademyStore      *store;
  AcademyQuery      *query;
  GPtrArray         *ids;

  /* Borrowed */
  const AcademyKind *kind;

  gboolean           moving;
};

static void academy_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcademyList, academy_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, academy_list_model_init))

/**
 * AcademyList:
 *
 * A #GListModel of the items of one owner, or of those that meet a query, in the
 * order of their kind and kept up to date. It holds only ids; items are made on
 * request.
 */

static GType
academy_list_get_item_type (GListModel *model)
{
  return academy_kind_get_item_type (ACADEMY_LIST (model)->kind);
}

static guint
academy_list_get_n_items (GListModel *model)
{
  return ACADEMY_LIST (model)->ids->len;
}

static gpointer
academy_list_get_item (GListModel *model,
                       guint       position)
{
  AcademyList *self = ACADEMY_LIST (model);

  if (position >= self->ids->len)
    return NULL;

  return academy_store_get_or_report (self->store, self->kind, g_ptr_array_index (self->ids, position), ACADEMY_ROW_UNKNOWN);
}

static void
academy_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = academy_list_get_item_type;
  iface->get_n_items = academy_list_get_n_items;
  iface->get_item = academy_list_get_item;
}

static gboolean
same_id (GPtrArray *a,
         guint      i,
         GPtrArray *b,
         guint      j)
{
  return g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, j));
}

/* Whether a single item moved, which is emitted as such so that views keep their
 * other rows. */
static gboolean
is_move (GPtrArray *before,
         guint      from,
         guint      to,
         GPtrArray *after)
{
  for (guint i = from; i != to; from < to ? i++ : i--)
    if (!same_id (before, from < to ? i + 1 : i - 1, after, i))
      return FALSE;

  return same_id (before, from, after, to);
}

static void
replace_ids (AcademyList *self,
             GPtrArray   *after)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->ids);
  guint start = 0;
  guint end = 0;
  guint removed, added;

  self->ids = after;
  while (start < before->len && start < after->len && same_id (before, start, after, start))
    start++;
  while (end < before->len - start && end < after->len - start &&
         same_id (before, before->len - 1 - end, after, after->len - 1 - end))
    end++;

  removed = before->len - start - end;
  added = after->len - start - end;
  if (removed == 0 && added == 0)
    return;

  if (removed == added && removed > 1)
    {
      guint last = start + removed - 1;
      guint from = start, to = last;

      if (!is_move (before, from, to, after))
        {
          from = last;
          to = start;
        }
      if (is_move (before, from, to, after))
        {
          /* Between the two emissions the list must not have the item. */
          char *moved = g_ptr_array_steal_index (after, to);

          self->moving = TRUE;
          g_list_model_items_changed (G_LIST_MODEL (self), from, 1, 0);
          self->moving = FALSE;
          g_ptr_array_insert (after, to, moved);
          g_list_model_items_changed (G_LIST_MODEL (self), to, 0, 1);
          return;
        }
    }

  g_list_model_items_changed (G_LIST_MODEL (self), start, removed, added);
}

static void
reload (AcademyList *self)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *ids = academy_store_find (self->store, self->kind, self->query, &error);

  if (ids != NULL)
    replace_ids (self, ids);
  else
    academy_store_report (self->store, error);
}

static void
changed_cb (AcademyStore   *store,
            AcademyChanges *changes,
            AcademyList    *self)
{
  if (academy_changes_affect (changes, self->kind, self->query))
    reload (self);
}

static void
academy_list_finalize (GObject *object)
{
  AcademyList *self = ACADEMY_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->query, academy_query_free);

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
  self->ids = g_ptr_array_new_with_free_func (g_free);
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

  self->store = g_object_ref (store);
  self->kind = kind;
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
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, position);
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
