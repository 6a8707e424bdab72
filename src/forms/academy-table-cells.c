/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-cells.h"

struct _AcademyTableCells {
  GObject            parent_instance;

  /* Owned */
  AcademyTableModel *model;
  AcademyItem       *misplaced;
  GHashTable        *cells;
};

G_DEFINE_FINAL_TYPE (AcademyTableCells, academy_table_cells, G_TYPE_OBJECT)

/**
 * AcademyTableCells:
 *
 * The cells of a table that show an item now, by their item. A list view recycles
 * its rows, so that only this knows where an item and a field are to be seen.
 */

/* Each column has one, which its factory owns. */
#define ACADEMY_TYPE_TABLE_CELL_MAKER (academy_table_cell_maker_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableCellMaker, academy_table_cell_maker, ACADEMY, TABLE_CELL_MAKER, GObject)

struct _AcademyTableCellMaker {
  GObject             parent_instance;

  /* Borrowed */
  AcademyTableCells  *cells;
  const AcademyField *field;
};

G_DEFINE_FINAL_TYPE (AcademyTableCellMaker, academy_table_cell_maker, G_TYPE_OBJECT)

static void
academy_table_cell_maker_dispose (GObject *object)
{
  g_clear_weak_pointer (&ACADEMY_TABLE_CELL_MAKER (object)->cells);

  G_OBJECT_CLASS (academy_table_cell_maker_parent_class)->dispose (object);
}

static void
academy_table_cell_maker_class_init (AcademyTableCellMakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_table_cell_maker_dispose;
}

static void
academy_table_cell_maker_init (AcademyTableCellMaker *self)
{
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *view_cell,
          AcademyTableCellMaker    *maker)
{
  AcademyTableModel *model = maker->cells->model;
  GtkWidget *cell = academy_cell_new (academy_table_model_get_store (model), maker->field);

  academy_cell_set_paste (ACADEMY_CELL (cell), academy_table_model_get_paste (model));
  gtk_column_view_cell_set_child (view_cell, cell);
  gtk_column_view_cell_set_focusable (view_cell, TRUE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *view_cell,
         AcademyTableCells        *self)
{
  AcademyCell *cell = ACADEMY_CELL (gtk_column_view_cell_get_child (view_cell));
  AcademyItem *item = gtk_column_view_cell_get_item (view_cell);
  GPtrArray *cells = g_hash_table_lookup (self->cells, item);

  if (cells == NULL)
    {
      cells = g_ptr_array_new ();
      g_hash_table_insert (self->cells, item, cells);
    }
  g_ptr_array_add (cells, cell);
  if (item == self->misplaced)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "misplaced");
  academy_cell_set_item (cell, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *view_cell,
           AcademyTableCells        *self)
{
  AcademyCell *cell = ACADEMY_CELL (gtk_column_view_cell_get_child (view_cell));
  AcademyItem *item = academy_cell_get_item (cell);
  GPtrArray *cells = g_hash_table_lookup (self->cells, item);

  if (cells != NULL && g_ptr_array_remove_fast (cells, cell) && cells->len == 0)
    g_hash_table_remove (self->cells, item);
  if (item == self->misplaced)
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "misplaced");
  academy_cell_set_item (cell, NULL);
}

static void
academy_table_cells_dispose (GObject *object)
{
  AcademyTableCells *self = ACADEMY_TABLE_CELLS (object);

  g_clear_object (&self->model);
  g_clear_object (&self->misplaced);

  G_OBJECT_CLASS (academy_table_cells_parent_class)->dispose (object);
}

static void
academy_table_cells_finalize (GObject *object)
{
  g_hash_table_unref (ACADEMY_TABLE_CELLS (object)->cells);

  G_OBJECT_CLASS (academy_table_cells_parent_class)->finalize (object);
}

static void
academy_table_cells_class_init (AcademyTableCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_table_cells_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_table_cells_finalize;
}

static void
academy_table_cells_init (AcademyTableCells *self)
{
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * academy_table_cells_new:
 * @model: the rows
 *
 * Returns: (transfer full): the cells of a table of @model, none yet
 */
AcademyTableCells *
academy_table_cells_new (AcademyTableModel *model)
{
  AcademyTableCells *self = g_object_new (ACADEMY_TYPE_TABLE_CELLS, NULL);

  self->model = g_object_ref (model);
  return self;
}

static void
release (gpointer  data,
         GClosure *closure)
{
  g_object_unref (data);
}

/**
 * academy_table_cells_create_factory:
 * @field: the field of a column
 * @cells: an #AcademyTableCells, which outlives the rows of the table
 *
 * Returns: (transfer full): the factory of the cells of the column
 */
GtkListItemFactory *
academy_table_cells_create_factory (const AcademyField *field,
                                    gpointer            cells)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  AcademyTableCellMaker *maker = g_object_new (ACADEMY_TYPE_TABLE_CELL_MAKER, NULL);

  g_set_weak_pointer (&maker->cells, cells);
  maker->field = field;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), maker, release, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), cells, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), cells, 0);
  return factory;
}

/**
 * academy_table_cells_find:
 * @self: the cells of a table
 * @item: (nullable): an item
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the cell that shows @field of @item, which
 *   need not be mapped
 */
AcademyCell *
academy_table_cells_find (AcademyTableCells  *self,
                          AcademyItem        *item,
                          const AcademyField *field)
{
  GPtrArray *cells = item != NULL ? g_hash_table_lookup (self->cells, item) : NULL;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (academy_cell_get_field (g_ptr_array_index (cells, i)) == field)
      return g_ptr_array_index (cells, i);

  return NULL;
}

/**
 * academy_table_cells_update:
 * @self: the cells of a table
 *
 * Shows all values again.
 */
void
academy_table_cells_update (AcademyTableCells *self)
{
  GHashTableIter iter;
  gpointer cells;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cells))
    for (guint i = 0; i < ((GPtrArray *) cells)->len; i++)
      academy_cell_update (g_ptr_array_index ((GPtrArray *) cells, i));
}

static void
set_dimmed (AcademyTableCells *self,
            gboolean           dimmed)
{
  GPtrArray *cells = g_hash_table_lookup (self->cells, self->misplaced);

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (dimmed)
      gtk_widget_add_css_class (g_ptr_array_index (cells, i), "misplaced");
    else
      gtk_widget_remove_css_class (g_ptr_array_index (cells, i), "misplaced");
}

/**
 * academy_table_cells_set_misplaced:
 * @self: the cells of a table
 * @item: (nullable): the item whose row stands where it does not belong
 *
 * Dims the row of @item, and no other.
 */
void
academy_table_cells_set_misplaced (AcademyTableCells *self,
                                   AcademyItem       *item)
{
  if (item == self->misplaced)
    return;

  set_dimmed (self, FALSE);
  g_set_object (&self->misplaced, item);
  set_dimmed (self, TRUE);
}
