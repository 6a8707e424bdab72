/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-matrix.h"

#include <glib/gi18n-lib.h>

#include "academy-list.h"
#include "academy-matrix-sign.h"

struct _AcademyMatrix {
  AdwPreferencesGroup      parent_instance;

  /* Template children */
  AcademyMatrixGrid       *grid;
  GtkWidget               *legend;
  GtkLabel                *rest_label;

  /* Owned */
  AcademyStore            *store;
  AcademyList             *list;

  /* Borrowed */
  const AcademyMatrixAxes *axes;
};

G_DEFINE_FINAL_TYPE (AcademyMatrix, academy_matrix, ADW_TYPE_PREFERENCES_GROUP)

/**
 * AcademyMatrix:
 *
 * A picture of the items of one kind by two of their numbers, such as impact and
 * feasibility, with a legend. It is hidden while there are no items.
 */

static void
fill (AcademyMatrix *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *rest = NULL;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n_left_out;

  for (guint i = 0; i < n_items; i++)
    {
      AcademyItem *item = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (self->axes->closed == NULL || !academy_item_get_flag (item, self->axes->closed))
        g_ptr_array_add (items, item);
      else
        g_object_unref (item);
    }

  n_left_out = academy_matrix_grid_set_items (self->grid, items);
  gtk_widget_set_visible (GTK_WIDGET (self), items->len > 0);
  /* Translators: below a picture; the items that are not in it, because a number is missing */
  rest = g_strdup_printf (ngettext ("%u is not in the picture: one of its numbers is missing.",
                                    "%u are not in the picture: one of their numbers is missing.", n_left_out), n_left_out);
  gtk_label_set_label (self->rest_label, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), n_left_out > 0);
}

static void
changed_cb (AcademyMatrix  *self,
            AcademyChanges *changes)
{
  if (academy_changes_touch (changes, self->axes->kind))
    fill (self);
}

static void
fill_legend (AcademyMatrix *self)
{
  const AcademyChoice *choices = academy_kind_find_field (self->axes->kind, self->axes->mark)->choices;

  for (guint i = 0; choices[i].token != NULL; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      GtkWidget *sign = academy_matrix_sign_new ();
      GtkWidget *label = gtk_label_new (_(choices[i].label));

      academy_matrix_sign_set (ACADEMY_MATRIX_SIGN (sign), i, 0.4);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), sign);
      gtk_box_append (GTK_BOX (box), label);
      adw_wrap_box_append (ADW_WRAP_BOX (self->legend), box);
    }
}

static void
academy_matrix_dispose (GObject *object)
{
  AcademyMatrix *self = ACADEMY_MATRIX (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_MATRIX);
  g_clear_object (&self->list);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_matrix_parent_class)->dispose (object);
}

static void
academy_matrix_class_init (AcademyMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_matrix_dispose;

  g_type_ensure (ACADEMY_TYPE_MATRIX_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/hankintakeino/InnovationAcademy/pages/academy-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrix, grid);
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrix, legend);
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrix, rest_label);
}

static void
academy_matrix_init (AcademyMatrix *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_matrix_new:
 * @store: a store
 * @owner: the owner of the items
 * @axes: what to show; must outlive the matrix
 * @title: the heading
 *
 * Returns: (transfer floating): the matrix
 */
GtkWidget *
academy_matrix_new (AcademyStore            *store,
                    AcademyItem             *owner,
                    const AcademyMatrixAxes *axes,
                    const char              *title)
{
  AcademyMatrix *self = g_object_new (ACADEMY_TYPE_MATRIX, "title", title, NULL);

  self->store = g_object_ref (store);
  self->axes = axes;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  academy_matrix_grid_set_axes (self->grid, store, axes);
  fill_legend (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  academy_matrix_set_owner (self, owner);

  return GTK_WIDGET (self);
}

/**
 * academy_matrix_set_owner:
 * @self: a matrix
 * @owner: another owner
 *
 * Shows the items of @owner.
 */
void
academy_matrix_set_owner (AcademyMatrix *self,
                          AcademyItem   *owner)
{
  g_clear_object (&self->list);
  self->list = academy_list_new (self->store, self->axes->kind, academy_item_get_id (owner));
  fill (self);
}
