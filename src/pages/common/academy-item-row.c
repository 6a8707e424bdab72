/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-item-row.h"

#include "academy-describe.h"

#define ACADEMY_TYPE_ITEM_ROW (academy_item_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyItemRow, academy_item_row, ACADEMY, ITEM_ROW, GtkBox)

struct _AcademyItemRow {
  GtkBox        parent_instance;

  /* Template children */
  GtkLabel     *title;
  GtkLabel     *subtitle;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;

  /* Borrowed */
  GtkListItem  *list_item;
};

G_DEFINE_FINAL_TYPE (AcademyItemRow, academy_item_row, GTK_TYPE_BOX)

/**
 * AcademyItemRow:
 *
 * The title of an item and the text below it, one line each: labels that do not
 * wrap are measured once, however narrow the list.
 */

static void
show_item (AcademyItemRow *self)
{
  g_autofree char *title = academy_describe_title (self->store, self->item);
  g_autofree char *subtitle = academy_describe (self->store, self->item);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_list_item_set_accessible_label (self->list_item, title);
  gtk_list_item_set_accessible_description (self->list_item, subtitle);
}

static void
changed_cb (AcademyItemRow *self,
            AcademyChanges *changes)
{
  if (self->item != NULL && academy_describe_is_affected (academy_item_get_kind (self->item), changes))
    show_item (self);
}

static void
academy_item_row_dispose (GObject *object)
{
  AcademyItemRow *self = ACADEMY_ITEM_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ITEM_ROW);
  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_item_row_parent_class)->dispose (object);
}

static void
academy_item_row_class_init (AcademyItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_item_row_dispose;

  /* The list item has the accessible text. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyItemRow, title);
  gtk_widget_class_bind_template_child (widget_class, AcademyItemRow, subtitle);
}

static void
academy_item_row_init (AcademyItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
setup_cb (AcademyStore *store,
          GtkListItem  *list_item)
{
  AcademyItemRow *row = g_object_new (ACADEMY_TYPE_ITEM_ROW, NULL);

  row->store = g_object_ref (store);
  row->list_item = list_item;
  gtk_list_item_set_child (list_item, GTK_WIDGET (row));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), row, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
bind_cb (AcademyStore *store,
         GtkListItem  *list_item)
{
  AcademyItemRow *row = ACADEMY_ITEM_ROW (gtk_list_item_get_child (list_item));

  g_set_object (&row->item, gtk_list_item_get_item (list_item));
  show_item (row);
}

static void
unbind_cb (AcademyStore *store,
           GtkListItem  *list_item)
{
  g_clear_object (&ACADEMY_ITEM_ROW (gtk_list_item_get_child (list_item))->item);
}

/**
 * academy_item_row_factory_new:
 * @store: the store of the items
 *
 * Returns: (transfer full): the factory of a list of items of any kind
 */
GtkListItemFactory *
academy_item_row_factory_new (AcademyStore *store)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), store, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), store, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), store, G_CONNECT_SWAPPED);

  return factory;
}
