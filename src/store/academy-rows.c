/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-rows.h"

/* Lists ask for one item after another. More would be read in vain where few are
 * seen. */
#define WINDOW 32

typedef struct {
  /* Owned */
  AcademyStore      *store;
  AcademyIdList     *ids;
  GHashTable        *drafts;
  GPtrArray         *window;

  /* Borrowed */
  const AcademyKind *kind;
} AcademyRowsPrivate;

static void academy_rows_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (AcademyRows, academy_rows, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (AcademyRows)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, academy_rows_model_init))

/**
 * AcademyRows:
 *
 * A #GListModel of items in an order. It holds ids; items are read on request, some
 * neighbours together in one transaction, which takes as long as reading a row.
 * Drafts are in no file, and held.
 *
 * A derived class sets the order, and emits #GListModel::items-changed.
 */

static AcademyRowsPrivate *
get_private (gpointer self)
{
  return academy_rows_get_instance_private (ACADEMY_ROWS (self));
}

static GType
academy_rows_get_item_type (GListModel *model)
{
  return academy_kind_get_item_type (get_private (model)->kind);
}

static guint
academy_rows_get_n_items (GListModel *model)
{
  return academy_id_list_get_length (get_private (model)->ids);
}

static AcademyItem *
read_one (AcademyRows *self,
          guint        position)
{
  AcademyRowsPrivate *priv = get_private (self);
  AcademyItem *draft = academy_rows_get_draft (self, position);

  return draft != NULL ? g_object_ref (draft)
                       : academy_store_get_or_report (priv->store, priv->kind, academy_id_list_get_id (priv->ids, position),
                                                      ACADEMY_ROW_UNKNOWN);
}

static gboolean
is_at_hand (AcademyRows *self,
            guint        position)
{
  AcademyRowsPrivate *priv = get_private (self);

  return academy_rows_get_draft (self, position) != NULL ||
         academy_store_has (priv->store, priv->kind, academy_id_list_get_id (priv->ids, position));
}

/* Reads the items around one. They stay until others are read. */
static void
read_window (AcademyRows *self,
             guint        position)
{
  AcademyRowsPrivate *priv = get_private (self);
  g_autoptr(GPtrArray) window = g_ptr_array_new_full (WINDOW, g_object_unref);
  guint first = position - position % WINDOW;
  guint end = MIN (first + WINDOW, academy_id_list_get_length (priv->ids));
  gboolean is_reading = academy_store_begin_reading (priv->store, NULL);

  for (guint i = first; i < end; i++)
    g_ptr_array_add (window, read_one (self, i));

  if (is_reading)
    academy_store_end_reading (priv->store);
  g_ptr_array_unref (priv->window);
  priv->window = g_steal_pointer (&window);
}

static gpointer
academy_rows_get_item (GListModel *model,
                       guint       position)
{
  AcademyRows *self = ACADEMY_ROWS (model);

  if (position >= academy_rows_get_n_items (model))
    return NULL;
  if (!is_at_hand (self, position))
    read_window (self, position);

  return read_one (self, position);
}

static void
academy_rows_model_init (GListModelInterface *iface)
{
  iface->get_item_type = academy_rows_get_item_type;
  iface->get_n_items = academy_rows_get_n_items;
  iface->get_item = academy_rows_get_item;
}

static void
academy_rows_dispose (GObject *object)
{
  AcademyRowsPrivate *priv = get_private (object);

  g_hash_table_remove_all (priv->drafts);
  g_ptr_array_set_size (priv->window, 0);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (academy_rows_parent_class)->dispose (object);
}

static void
academy_rows_finalize (GObject *object)
{
  AcademyRowsPrivate *priv = get_private (object);

  academy_id_list_free (priv->ids);
  g_hash_table_unref (priv->drafts);
  g_ptr_array_unref (priv->window);

  G_OBJECT_CLASS (academy_rows_parent_class)->finalize (object);
}

static void
academy_rows_class_init (AcademyRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_rows_finalize;
}

static void
academy_rows_init (AcademyRows *self)
{
  AcademyRowsPrivate *priv = get_private (self);

  priv->ids = academy_id_list_new ();
  priv->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  priv->window = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * academy_rows_set_source:
 * @self: rows without a source yet
 * @store: a store
 * @kind: the kind of the items
 */
void
academy_rows_set_source (AcademyRows       *self,
                         AcademyStore      *store,
                         const AcademyKind *kind)
{
  AcademyRowsPrivate *priv = get_private (self);

  priv->store = g_object_ref (store);
  priv->kind = kind;
}

AcademyStore *
academy_rows_get_store (AcademyRows *self)
{
  return get_private (self)->store;
}

const AcademyKind *
academy_rows_get_kind (AcademyRows *self)
{
  return get_private (self)->kind;
}

/**
 * academy_rows_get_ids:
 * @self: rows
 *
 * Returns: (transfer none): the order, which a derived class may change as it emits
 *   #GListModel::items-changed
 */
AcademyIdList *
academy_rows_get_ids (AcademyRows *self)
{
  return get_private (self)->ids;
}

/**
 * academy_rows_look_up:
 * @self: rows
 * @query: the conditions for the items, their order and groups
 *
 * Returns: (transfer full) (nullable): the order in which the items are now; %NULL
 *   when they cannot be read, which the store reports
 */
AcademyIdList *
academy_rows_look_up (AcademyRows        *self,
                      const AcademyQuery *query)
{
  AcademyRowsPrivate *priv = get_private (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  GPtrArray *found = academy_store_find_groups (priv->store, priv->kind, query, &groups, &error);

  if (found != NULL)
    return academy_id_list_new_for (found, g_steal_pointer (&groups));

  academy_store_report (priv->store, error);
  return NULL;
}

/**
 * academy_rows_take_ids:
 * @self: rows
 * @ids: (transfer full): another order
 *
 * Replaces the order, without an emission.
 */
void
academy_rows_take_ids (AcademyRows   *self,
                       AcademyIdList *ids)
{
  AcademyRowsPrivate *priv = get_private (self);

  academy_id_list_free (priv->ids);
  priv->ids = ids;
}

/**
 * academy_rows_add_draft:
 * @self: rows
 * @item: an item that is in no file
 *
 * Gives @item for its id, if that is in the order.
 */
void
academy_rows_add_draft (AcademyRows *self,
                        AcademyItem *item)
{
  g_hash_table_replace (get_private (self)->drafts, (gpointer) academy_item_get_id (item), g_object_ref (item));
}

void
academy_rows_remove_draft (AcademyRows *self,
                           AcademyItem *item)
{
  g_hash_table_remove (get_private (self)->drafts, academy_item_get_id (item));
}

/**
 * academy_rows_get_draft:
 * @self: rows
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the item there, if it was added as a draft
 */
AcademyItem *
academy_rows_get_draft (AcademyRows *self,
                        guint        position)
{
  AcademyRowsPrivate *priv = get_private (self);

  return g_hash_table_lookup (priv->drafts, academy_id_list_get_id (priv->ids, position));
}
