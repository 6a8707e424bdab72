/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-bound-row.h"

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;

  /* Borrowed */
  GtkListItem  *list_item;
} AcademyBoundRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AcademyBoundRow, academy_bound_row, GTK_TYPE_BOX)

/**
 * AcademyBoundRow:
 *
 * A row of a list view that shows the item bound to it, and shows it again when the
 * store has changed what is seen of it.
 *
 * Accessibility: the list item has the accessible text.
 */

static AcademyBoundRowPrivate *
get_private (AcademyBoundRow *self)
{
  return academy_bound_row_get_instance_private (self);
}

static void
show (AcademyBoundRow *self)
{
  ACADEMY_BOUND_ROW_GET_CLASS (self)->show (self);
}

static void
changed_cb (AcademyBoundRow *self,
            AcademyChanges  *changes)
{
  if (get_private (self)->item != NULL && ACADEMY_BOUND_ROW_GET_CLASS (self)->is_affected (self, changes))
    show (self);
}

static void
academy_bound_row_dispose (GObject *object)
{
  AcademyBoundRowPrivate *priv = get_private (ACADEMY_BOUND_ROW (object));

  g_clear_object (&priv->item);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (academy_bound_row_parent_class)->dispose (object);
}

static void
academy_bound_row_class_init (AcademyBoundRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_bound_row_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
academy_bound_row_init (AcademyBoundRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* What the rows of a list have in common. */
typedef struct {
  /* Owned */
  AcademyStore *store;

  GType         type;
} Rows;

static void
rows_free (gpointer  data,
           GClosure *closure)
{
  Rows *rows = data;

  g_object_unref (rows->store);
  g_free (rows);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          Rows                     *rows)
{
  AcademyBoundRow *row = g_object_new (rows->type, NULL);
  AcademyBoundRowPrivate *priv = get_private (row);

  priv->store = g_object_ref (rows->store);
  priv->list_item = list_item;
  gtk_list_item_set_child (list_item, GTK_WIDGET (row));
  g_signal_connect_object (priv->store, "changed", G_CALLBACK (changed_cb), row, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  AcademyBoundRow *row = ACADEMY_BOUND_ROW (gtk_list_item_get_child (list_item));

  g_set_object (&get_private (row)->item, gtk_list_item_get_item (list_item));
  show (row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  g_clear_object (&get_private (ACADEMY_BOUND_ROW (gtk_list_item_get_child (list_item)))->item);
}

/**
 * academy_bound_row_factory_new:
 * @type: a type of rows
 * @store: the store of the items
 *
 * Returns: (transfer full): the factory of a list of items
 */
GtkListItemFactory *
academy_bound_row_factory_new (GType         type,
                               AcademyStore *store)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Rows *rows = g_new0 (Rows, 1);

  rows->store = g_object_ref (store);
  rows->type = type;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), rows, rows_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

AcademyStore *
academy_bound_row_get_store (AcademyBoundRow *self)
{
  return get_private (self)->store;
}

/**
 * academy_bound_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the item that is bound to it
 */
AcademyItem *
academy_bound_row_get_item (AcademyBoundRow *self)
{
  return get_private (self)->item;
}

/**
 * academy_bound_row_get_list_item:
 * @self: a row
 *
 * Returns: (transfer none): what has its accessible text
 */
GtkListItem *
academy_bound_row_get_list_item (AcademyBoundRow *self)
{
  return get_private (self)->list_item;
}
