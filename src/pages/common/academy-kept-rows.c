/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kept-rows.h"

struct _AcademyKeptRows {
  /* Owned */
  GHashTable           *rows;
  GHashTable           *places;
  GPtrArray            *spare;

  /* Borrowed */
  GtkListBox           *list;
  AcademyKeptRowCreate  create;
};

/* Returns the place of a row in the list; 0 for the rows before the kept ones, which
 * others have added. */
static guint
get_place (AcademyKeptRows *self,
           GtkListBoxRow   *row)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, row));
}

static int
compare_places (GtkListBoxRow   *a,
                GtkListBoxRow   *b,
                AcademyKeptRows *self)
{
  return (int) get_place (self, a) - (int) get_place (self, b);
}

static void
academy_kept_rows_free (AcademyKeptRows *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->spare);
  g_free (self);
}

/* Moves the focus from a removed row to its neighbour. */
static void
remove_row (GtkListBox    *list,
            GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);
  GtkListBoxRow *neighbour = gtk_list_box_get_row_at_index (list, index + 1);

  if (neighbour == NULL && index > 0)
    neighbour = gtk_list_box_get_row_at_index (list, index - 1);
  if (neighbour != NULL && gtk_widget_get_focus_child (GTK_WIDGET (list)) == GTK_WIDGET (row))
    gtk_widget_grab_focus (GTK_WIDGET (neighbour));

  gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
remove_others (AcademyKeptRows *self,
               GPtrArray       *items)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, row;

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (ids, (char *) academy_item_get_id (g_ptr_array_index (items, i)));

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (!g_hash_table_contains (ids, id))
      {
        remove_row (self->list, row);
        g_hash_table_remove (self->places, row);
        g_hash_table_iter_remove (&iter);
      }
}

/* Gives the spare rows to the items that have none, in order, and removes the others. */
static void
use_spare (AcademyKeptRows *self,
           GPtrArray       *items)
{
  guint n_used = 0;

  for (guint i = 0; i < items->len && n_used < self->spare->len; i++)
    {
      const char *id = academy_item_get_id (g_ptr_array_index (items, i));

      if (!g_hash_table_contains (self->rows, id))
        g_hash_table_insert (self->rows, g_strdup (id), g_ptr_array_index (self->spare, n_used++));
    }
  for (guint i = n_used; i < self->spare->len; i++)
    {
      g_hash_table_remove (self->places, g_ptr_array_index (self->spare, i));
      remove_row (self->list, g_ptr_array_index (self->spare, i));
    }
  g_ptr_array_set_size (self->spare, 0);
}

/**
 * academy_kept_rows_new:
 * @list: a list box; rows that belong to no item stay in front
 * @create: creates a row
 *
 * Keeps the rows of items in @list. A row stays the same widget with its focus
 * and selection: only the rows that change are added, removed or moved, so that a
 * screen reader announces nothing else.
 *
 * Returns: (transfer none): the rows, which @list owns
 */
AcademyKeptRows *
academy_kept_rows_new (GtkListBox           *list,
                       AcademyKeptRowCreate  create)
{
  AcademyKeptRows *self = g_new0 (AcademyKeptRows, 1);

  self->list = list;
  self->create = create;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  gtk_list_box_set_sort_func (list, (GtkListBoxSortFunc) compare_places, self, (GDestroyNotify) academy_kept_rows_free);

  return self;
}

/**
 * academy_kept_rows_pass_on:
 * @self: kept rows, all of which are alike
 *
 * Gives the rows to the other items of the next academy_kept_rows_update(), which
 * is faster than removing them and creating new ones.
 */
void
academy_kept_rows_pass_on (AcademyKeptRows *self)
{
  GtkListBoxRow *row;

  g_ptr_array_set_size (self->spare, 0);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_place (self, row) > 0)
      g_ptr_array_add (self->spare, row);
  g_hash_table_remove_all (self->rows);
}

/**
 * academy_kept_rows_update:
 * @self: kept rows
 * @items: (element-type AcademyItem): the items to show, in order
 *
 * Updates the rows to @items.
 */
void
academy_kept_rows_update (AcademyKeptRows *self,
                          GPtrArray       *items)
{
  gboolean moved = FALSE;
  guint last = 0;

  remove_others (self, items);
  use_spare (self, items);
  for (guint i = 0; i < items->len; i++)
    {
      GtkListBoxRow *row = g_hash_table_lookup (self->rows, academy_item_get_id (g_ptr_array_index (items, i)));

      if (row == NULL)
        continue;

      moved = moved || get_place (self, row) < last;
      last = get_place (self, row);
      g_hash_table_insert (self->places, row, GUINT_TO_POINTER (i + 1));
    }
  if (moved)
    gtk_list_box_invalidate_sort (self->list);

  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);
      GtkWidget *row;

      if (g_hash_table_contains (self->rows, academy_item_get_id (item)))
        continue;

      row = self->create (item);
      g_hash_table_insert (self->rows, g_strdup (academy_item_get_id (item)), row);
      g_hash_table_insert (self->places, row, GUINT_TO_POINTER (i + 1));
      gtk_list_box_append (self->list, row);
    }
}
