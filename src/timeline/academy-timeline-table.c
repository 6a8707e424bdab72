/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-table.h"

#include <glib/gi18n-lib.h>

#include "academy-timeline-cell.h"
#include "academy-line.h"

struct _AcademyTimelineTable {
  GtkWidget      parent_instance;

  /* Template children */
  GtkWidget     *scrolled_window;
  GtkColumnView *column_view;
};

enum {
  SORTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyTimelineTable, academy_timeline_table, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/**
 * AcademyTimelineTable:
 *
 * The rows of a timeline as a table, with a column for each field.
 *
 * Accessibility: role `generic`; the rows of the table in it have the same labels
 * and descriptions as those of the chart.
 */

static void
update_row (GtkColumnViewRow *view_row,
            AcademyLine      *row)
{
  g_autofree char *title = academy_line_dup_title (row, academy_language_get_default ());
  g_autofree char *description = academy_line_dup_description (row, academy_language_get_default ());

  gtk_column_view_row_set_accessible_label (view_row, title);
  gtk_column_view_row_set_accessible_description (view_row, description);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewRow         *view_row)
{
  AcademyLine *row = gtk_column_view_row_get_item (view_row);

  g_signal_connect_object (row, "changed", G_CALLBACK (update_row), view_row, G_CONNECT_SWAPPED);
  update_row (view_row, row);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewRow         *view_row)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (view_row), update_row, view_row);
}

static AcademyTimelineCell *
find_cell (GtkWidget *widget)
{
  AcademyTimelineCell *cell = ACADEMY_IS_TIMELINE_CELL (widget) ? ACADEMY_TIMELINE_CELL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && cell == NULL;
       child = gtk_widget_get_next_sibling (child))
    cell = find_cell (child);

  return cell;
}

/* The model sorts the rows; a column only says which order is wanted. */
static int
compare_equal (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return 0;
}

static void
add_column (AcademyTimelineTable *self,
            AcademyTimelineColumn column)
{
  const char *title = academy_timeline_column_get_title (column);
  g_autoptr(GtkColumnViewColumn) view_column =
    gtk_column_view_column_new (_(title), academy_timeline_cell_factory_new (column));
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_equal, NULL, NULL));

  gtk_column_view_column_set_expand (view_column, column == ACADEMY_COLUMN_TITLE);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_id (view_column, title);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_append_column (self->column_view, view_column);
}

static AcademyOrder
get_order (GtkColumnViewColumn *view_column)
{
  const char *id = gtk_column_view_column_get_id (view_column);
  AcademyTimelineColumn column = 0;

  while (!g_str_equal (academy_timeline_column_get_title (column), id))
    column++;
  return academy_timeline_column_get_order (column);
}

static void
sorter_changed_cb (AcademyTimelineTable *self)
{
  g_signal_emit (self, signals[SORTED], 0);
}

static void
academy_timeline_table_dispose (GObject *object)
{
  AcademyTimelineTable *self = ACADEMY_TIMELINE_TABLE (object);

  /* A column view that is finalized resets its sorter. */
  if (self->column_view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->column_view), self);
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_TIMELINE_TABLE);

  G_OBJECT_CLASS (academy_timeline_table_parent_class)->dispose (object);
}

static void
academy_timeline_table_class_init (AcademyTimelineTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_timeline_table_dispose;

  /**
   * AcademyTimelineTable::sorted:
   * @self: the table
   *
   * Emitted when the user clicks the title of a column.
   */
  signals[SORTED] = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/timeline/academy-timeline-table.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineTable, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, AcademyTimelineTable, column_view);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
academy_timeline_table_init (AcademyTimelineTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (AcademyTimelineColumn column = 0; column < ACADEMY_N_COLUMNS; column++)
    add_column (self, column);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * academy_timeline_table_new:
 * @selection: a selection over an #AcademyTimelineModel
 *
 * Returns: (transfer floating): a table of the rows of @selection
 */
GtkWidget *
academy_timeline_table_new (GtkSelectionModel *selection)
{
  AcademyTimelineTable *self = g_object_new (ACADEMY_TYPE_TIMELINE_TABLE, NULL);

  gtk_column_view_set_model (self->column_view, selection);

  return GTK_WIDGET (self);
}

/**
 * academy_timeline_table_get_column_view:
 * @self: a table
 *
 * Returns: (transfer none): the column view in it
 */
GtkColumnView *
academy_timeline_table_get_column_view (AcademyTimelineTable *self)
{
  return self->column_view;
}

/**
 * academy_timeline_table_get_rows:
 * @self: a table
 *
 * Returns: (transfer none): the widget with the rows, below the titles of the
 *   columns
 */
GtkWidget *
academy_timeline_table_get_rows (AcademyTimelineTable *self)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->column_view));

  while (!GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_prev_sibling (child);

  return child;
}

/**
 * academy_timeline_table_find_position:
 * @self: a table
 * @x: a point of its rows
 * @y: the point
 *
 * Returns: the position of the row at the point, or %GTK_INVALID_LIST_POSITION
 */
guint
academy_timeline_table_find_position (AcademyTimelineTable *self,
                                      double                x,
                                      double                y)
{
  GtkWidget *rows = academy_timeline_table_get_rows (self);
  GtkWidget *row = gtk_widget_pick (rows, x, y, GTK_PICK_DEFAULT);
  AcademyTimelineCell *cell;

  while (row != NULL && row != rows && gtk_widget_get_parent (row) != rows)
    row = gtk_widget_get_parent (row);
  cell = row != NULL && row != rows ? find_cell (row) : NULL;

  return cell != NULL ? academy_timeline_cell_get_position (cell) : GTK_INVALID_LIST_POSITION;
}

/**
 * academy_timeline_table_get_order:
 * @self: a table
 * @descending: (out): whether the order is reversed
 *
 * Returns: the order of measures that the columns show
 */
AcademyOrder
academy_timeline_table_get_order (AcademyTimelineTable *self,
                                  gboolean             *descending)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->column_view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  *descending = column != NULL && gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  return column != NULL ? get_order (column) : ACADEMY_ORDER_START;
}

/**
 * academy_timeline_table_set_order:
 * @self: a table
 * @order: the order of measures
 * @descending: whether it is reversed
 *
 * Shows @order in the title of its column.
 */
void
academy_timeline_table_set_order (AcademyTimelineTable *self,
                                  AcademyOrder          order,
                                  gboolean              descending)
{
  GtkSortType direction = descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (get_order (column) == order)
        gtk_column_view_sort_by_column (self->column_view, column, direction);
    }
}
