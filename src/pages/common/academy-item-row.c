/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-item-row.h"

#include "academy-bound-row.h"
#include "academy-describe.h"

#define ACADEMY_TYPE_ITEM_ROW (academy_item_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyItemRow, academy_item_row, ACADEMY, ITEM_ROW, AcademyBoundRow)

struct _AcademyItemRow {
  AcademyBoundRow  parent_instance;

  /* Template children */
  GtkLabel        *title;
  GtkLabel        *subtitle;
};

G_DEFINE_FINAL_TYPE (AcademyItemRow, academy_item_row, ACADEMY_TYPE_BOUND_ROW)

/**
 * AcademyItemRow:
 *
 * The title of an item and the text below it, one line each: labels that do not
 * wrap are measured once, however narrow the list.
 */

static void
academy_item_row_show (AcademyBoundRow *row)
{
  AcademyItemRow *self = ACADEMY_ITEM_ROW (row);
  AcademyStore *store = academy_bound_row_get_store (row);
  g_autofree char *title = academy_describe_title (store, academy_bound_row_get_item (row));
  g_autofree char *subtitle = academy_describe (store, academy_bound_row_get_item (row));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_list_item_set_accessible_label (academy_bound_row_get_list_item (row), title);
  gtk_list_item_set_accessible_description (academy_bound_row_get_list_item (row), subtitle);
}

static gboolean
academy_item_row_is_affected (AcademyBoundRow *row,
                              AcademyChanges  *changes)
{
  return academy_describe_is_affected (academy_item_get_kind (academy_bound_row_get_item (row)), changes);
}

static void
academy_item_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ITEM_ROW);

  G_OBJECT_CLASS (academy_item_row_parent_class)->dispose (object);
}

static void
academy_item_row_class_init (AcademyItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AcademyBoundRowClass *row_class = ACADEMY_BOUND_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_item_row_dispose;
  row_class->show = academy_item_row_show;
  row_class->is_affected = academy_item_row_is_affected;

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

/**
 * academy_item_row_factory_new:
 * @store: the store of the items
 *
 * Returns: (transfer full): the factory of a list of items of any kind
 */
GtkListItemFactory *
academy_item_row_factory_new (AcademyStore *store)
{
  return academy_bound_row_factory_new (ACADEMY_TYPE_ITEM_ROW, store);
}
