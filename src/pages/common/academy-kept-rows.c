/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kept-rows.h"

#define PLACE "academy-kept-place"

static guint
get_place (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), PLACE));
}

static void
set_place (GtkListBoxRow *row,
           guint          place)
{
  g_object_set_data (G_OBJECT (row), PLACE, GUINT_TO_POINTER (place));
}

static int
compare_places (GtkListBoxRow *a,
                GtkListBoxRow *b,
                gpointer       data)
{
  return (int) get_place (a) - (int) get_place (b);
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
remove_others (GtkListBox *list,
               guint       first,
               GHashTable *ids)
{
  guint index = first;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, index)) != NULL)
    if (g_hash_table_contains (ids, gtk_widget_get_name (GTK_WIDGET (row))))
      index++;
    else
      remove_row (list, row);
}

/**
 * academy_kept_rows_init:
 * @list: an empty list box
 *
 * Prepares @list for academy_kept_rows_update(). Rows appended before its first
 * call stay in front.
 */
void
academy_kept_rows_init (GtkListBox *list)
{
  gtk_list_box_set_sort_func (list, (GtkListBoxSortFunc) compare_places, NULL, NULL);
}

/**
 * academy_kept_rows_update:
 * @list: a list box prepared by academy_kept_rows_init()
 * @first: the number of rows in front that belong to no item
 * @items: (element-type AcademyItem): the items to show, in order
 * @create: creates a row
 * @data: for @create
 *
 * Updates the rows of @list to @items. A row has the id of its item as name, and
 * stays the same widget with its focus and selection: only the rows that change
 * are added, removed or moved, so that a screen reader announces nothing else.
 */
void
academy_kept_rows_update (GtkListBox           *list,
                          guint                 first,
                          GPtrArray            *items,
                          AcademyKeptRowCreate  create,
                          gpointer              data)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean moved = FALSE;
  GtkListBoxRow *row;

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (ids, (char *) academy_item_get_id (g_ptr_array_index (items, i)));
  remove_others (list, first, ids);

  for (guint i = first; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_hash_table_insert (rows, (char *) gtk_widget_get_name (GTK_WIDGET (row)), row);

  for (guint i = 0, last = 0; i < items->len; i++)
    {
      row = g_hash_table_lookup (rows, academy_item_get_id (g_ptr_array_index (items, i)));
      if (row == NULL)
        continue;

      moved = moved || get_place (row) < last;
      last = get_place (row);
    }
  for (guint i = 0; i < items->len; i++)
    {
      row = g_hash_table_lookup (rows, academy_item_get_id (g_ptr_array_index (items, i)));
      if (row != NULL)
        set_place (row, first + i);
    }
  if (moved)
    gtk_list_box_invalidate_sort (list);

  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);

      if (g_hash_table_contains (rows, academy_item_get_id (item)))
        continue;

      row = GTK_LIST_BOX_ROW (create (item, data));
      gtk_widget_set_name (GTK_WIDGET (row), academy_item_get_id (item));
      set_place (row, first + i);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
}
