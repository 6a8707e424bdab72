/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-matrix.h"

#include <glib/gi18n-lib.h>

#include "academy-draft.h"
#include "academy-kept-rows.h"
#include "academy-matrix-mark.h"
#include "academy-matrix-sign.h"

struct _AcademyMatrix {
  AdwPreferencesGroup      parent_instance;

  /* Template children */
  AcademyMatrixGrid       *grid;
  GtkListBox              *list_box;
  GtkWidget               *legend;
  GtkLabel                *rest_label;

  /* Owned */
  AcademyStore            *store;
  GListModel              *list;

  /* Borrowed */
  const AcademyMatrixAxes *axes;
  AcademyKeptRows         *rows;

  gboolean                 is_narrow;
};

enum {
  OPEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyMatrix, academy_matrix, ADW_TYPE_PREFERENCES_GROUP)

static guint signals[N_SIGNALS];

/**
 * AcademyMatrix:
 *
 * A picture of the items of a list by two of their numbers, such as impact and
 * feasibility, with a legend. It reads them when it is seen. Where it is narrow, the
 * picture has numbers, and a list below it the titles.
 */

#define ACADEMY_TYPE_MATRIX_ROW (academy_matrix_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyMatrixRow, academy_matrix_row, ACADEMY, MATRIX_ROW, AdwActionRow)

struct _AcademyMatrixRow {
  AdwActionRow  parent_instance;

  /* Borrowed */
  GtkLabel     *number;
};

G_DEFINE_FINAL_TYPE (AcademyMatrixRow, academy_matrix_row, ADW_TYPE_ACTION_ROW)

/**
 * AcademyMatrixRow:
 *
 * The number of a mark, and the title of its item.
 */

static void
academy_matrix_row_class_init (AcademyMatrixRowClass *klass)
{
}

static void
academy_matrix_row_init (AcademyMatrixRow *self)
{
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->number));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

static GtkWidget *
create_row (AcademyItem *item)
{
  return g_object_new (ACADEMY_TYPE_MATRIX_ROW, NULL);
}

static void
fill_list (AcademyMatrix *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  GPtrArray *placed = academy_matrix_grid_get_placed (self->grid);

  gtk_widget_set_visible (GTK_WIDGET (self->list_box), self->is_narrow && placed->len > 0);
  if (!self->is_narrow)
    return;

  academy_kept_rows_update (self->rows, placed);
  for (guint i = 0; i < placed->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, i);
      g_autofree char *number = academy_language_format_number (language, i + 1);
      g_autofree char *title = academy_item_dup_title (g_ptr_array_index (placed, i), language);

      gtk_label_set_label (ACADEMY_MATRIX_ROW (row)->number, number);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    }
}

static void
fill (AcademyMatrix *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *rest = NULL;
  guint n_items = g_list_model_get_n_items (self->list);
  guint n_left_out;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(AcademyItem) item = g_list_model_get_item (self->list, i);

      if (!academy_draft_is (item) && (self->axes->closed == NULL || !academy_item_get_flag (item, self->axes->closed)))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  academy_matrix_grid_set_items (self->grid, items);
  n_left_out = items->len - academy_matrix_grid_get_placed (self->grid)->len;
  /* Translators: below a picture; the items that are not in it, because a number is missing */
  rest = g_strdup_printf (ngettext ("%u is not in the picture: one of its numbers is missing.",
                                    "%u are not in the picture: one of their numbers is missing.", n_left_out), n_left_out);
  gtk_label_set_label (self->rest_label, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), n_left_out > 0);
  fill_list (self);
}

static void
changed_cb (AcademyMatrix  *self,
            AcademyChanges *changes)
{
  if (academy_changes_touch (changes, self->axes->kind) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
items_changed_cb (AcademyMatrix *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
open_cb (AcademyMatrix *self,
         AcademyItem   *item)
{
  g_signal_emit (self, signals[OPEN], 0, item);
}

static void
row_activated_cb (AcademyMatrix *self,
                  GtkListBoxRow *row)
{
  open_cb (self, academy_matrix_find_item (GTK_WIDGET (row)));
}

static void
academy_matrix_map (GtkWidget *widget)
{
  fill (ACADEMY_MATRIX (widget));

  GTK_WIDGET_CLASS (academy_matrix_parent_class)->map (widget);
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

/* Says what the size of a sign means. */
static void
explain_size (AcademyMatrix *self)
{
  const AcademyField *size = academy_kind_find_field (self->axes->kind, self->axes->size);
  /* Translators: below a picture; the name of an amount that larger signs have more of */
  g_autofree char *text = g_strdup_printf (_("The larger the sign, the greater: %s"), _(size->label));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  adw_wrap_box_append (ADW_WRAP_BOX (self->legend), label);
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
  widget_class->map = academy_matrix_map;

  /**
   * AcademyMatrix::open:
   * @self: a matrix
   * @item: an item
   *
   * Emitted when the user wants to see more of @item.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  g_type_ensure (ACADEMY_TYPE_MATRIX_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/hankintakeino/InnovationAcademy/pages/academy-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrix, grid);
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrix, list_box);
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrix, legend);
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrix, rest_label);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
academy_matrix_init (AcademyMatrix *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = academy_kept_rows_new (self->list_box, create_row);
}

/**
 * academy_matrix_new:
 * @store: a store
 * @list: the items, of which drafts are left out
 * @axes: what to show; must outlive the matrix
 * @title: the heading
 *
 * Returns: (transfer floating): the matrix
 */
GtkWidget *
academy_matrix_new (AcademyStore            *store,
                    GListModel              *list,
                    const AcademyMatrixAxes *axes,
                    const char              *title)
{
  AcademyMatrix *self = g_object_new (ACADEMY_TYPE_MATRIX, "title", title, NULL);

  self->store = g_object_ref (store);
  self->list = g_object_ref (list);
  self->axes = axes;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  academy_matrix_grid_set_axes (self->grid, store, axes);
  fill_legend (self);
  if (axes->size != NULL)
    explain_size (self);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return GTK_WIDGET (self);
}

/**
 * academy_matrix_set_narrow:
 * @self: a matrix
 * @is_narrow: whether its cells have no room for words
 */
void
academy_matrix_set_narrow (AcademyMatrix *self,
                           gboolean       is_narrow)
{
  self->is_narrow = is_narrow;
  academy_matrix_grid_set_numbered (self->grid, is_narrow);
  fill_list (self);
}

/**
 * academy_matrix_find_item:
 * @target: a widget in a matrix
 *
 * Returns: (transfer none) (nullable): the item of the mark or the row that @target is in
 */
AcademyItem *
academy_matrix_find_item (GtkWidget *target)
{
  GtkWidget *mark = gtk_widget_get_ancestor (target, ACADEMY_TYPE_MATRIX_MARK);
  GtkWidget *row = gtk_widget_get_ancestor (target, GTK_TYPE_LIST_BOX_ROW);
  AcademyMatrix *self = ACADEMY_MATRIX (gtk_widget_get_ancestor (target, ACADEMY_TYPE_MATRIX));

  if (mark != NULL)
    return academy_matrix_mark_get_item (ACADEMY_MATRIX_MARK (mark));

  return row != NULL ? g_ptr_array_index (academy_matrix_grid_get_placed (self->grid),
                                          gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)))
                     : NULL;
}

/**
 * academy_matrix_focus_item:
 * @self: a matrix
 * @item: an item
 *
 * Moves the focus to @item.
 *
 * Returns: whether it is seen
 */
gboolean
academy_matrix_focus_item (AcademyMatrix *self,
                           AcademyItem   *item)
{
  return academy_matrix_grid_focus_item (self->grid, item);
}
