/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-selection.h"

#include "academy-line.h"

static AcademyTimelineModel *
get_model (GtkSelectionModel *selection)
{
  return ACADEMY_TIMELINE_MODEL (gtk_multi_selection_get_model (GTK_MULTI_SELECTION (selection)));
}

static GPtrArray *
dup_items (GtkSelectionModel *selection,
           guint              most)
{
  g_autoptr(GtkBitset) positions = gtk_selection_model_get_selection (selection);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iterator;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iterator, positions, &position); valid && items->len < most;
       valid = gtk_bitset_iter_next (&iterator, &position))
    {
      g_autoptr(AcademyLine) row = g_list_model_get_item (G_LIST_MODEL (selection), position);
      AcademyItem *item = academy_line_get_item (row);

      if (item != NULL)
        g_ptr_array_add (items, g_object_ref (item));
    }

  return items;
}

/**
 * academy_timeline_selection_dup_items:
 * @selection: a #GtkMultiSelection over an #AcademyTimelineModel
 *
 * Returns: (transfer full) (element-type AcademyItem): the items of the selected
 *   rows, in the order of the rows; headings have none
 */
GPtrArray *
academy_timeline_selection_dup_items (GtkSelectionModel *selection)
{
  return dup_items (selection, G_MAXUINT);
}

/**
 * academy_timeline_selection_dup_item:
 * @selection: a #GtkMultiSelection over an #AcademyTimelineModel
 *
 * Returns: (transfer full) (nullable): the first selected item
 */
AcademyItem *
academy_timeline_selection_dup_item (GtkSelectionModel *selection)
{
  g_autoptr(GPtrArray) items = dup_items (selection, 1);

  return items->len > 0 ? g_object_ref (g_ptr_array_index (items, 0)) : NULL;
}

/**
 * academy_timeline_selection_get_first:
 * @selection: a #GtkMultiSelection
 *
 * Returns: the position of the first selected row, or %GTK_INVALID_LIST_POSITION
 */
guint
academy_timeline_selection_get_first (GtkSelectionModel *selection)
{
  g_autoptr(GtkBitset) positions = gtk_selection_model_get_selection (selection);

  return gtk_bitset_is_empty (positions) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (positions);
}

/**
 * academy_timeline_selection_dup_keys:
 * @selection: a #GtkMultiSelection over an #AcademyTimelineModel
 *
 * Returns: (transfer full): the keys of the selected rows, which outlive the rows
 */
GHashTable *
academy_timeline_selection_dup_keys (GtkSelectionModel *selection)
{
  g_autoptr(GtkBitset) positions = gtk_selection_model_get_selection (selection);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkBitsetIter iterator;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iterator, positions, &position); valid;
       valid = gtk_bitset_iter_next (&iterator, &position))
    g_hash_table_add (keys, academy_timeline_model_dup_key (get_model (selection), position));

  return keys;
}

/**
 * academy_timeline_selection_select_keys:
 * @selection: a #GtkMultiSelection over an #AcademyTimelineModel
 * @keys: keys of rows
 *
 * Selects the rows with @keys, and no others.
 */
void
academy_timeline_selection_select_keys (GtkSelectionModel *selection,
                                        GHashTable        *keys)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (selection));
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, n_rows);
  g_autoptr(GtkBitset) positions = gtk_bitset_new_empty ();

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *key = academy_timeline_model_dup_key (get_model (selection), i);

      if (g_hash_table_contains (keys, key))
        gtk_bitset_add (positions, i);
    }

  gtk_selection_model_set_selection (selection, positions, all);
}
