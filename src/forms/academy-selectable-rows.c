/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-selectable-rows.h"

#include "academy-draft.h"

typedef struct {
  /* Owned */
  GHashTable *selected;
} AcademySelectableRowsPrivate;

static void academy_selectable_rows_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (AcademySelectableRows, academy_selectable_rows, ACADEMY_TYPE_ROWS,
                                  G_ADD_PRIVATE (AcademySelectableRows)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, academy_selectable_rows_selection_init))

/**
 * AcademySelectableRows:
 *
 * Rows of which some are selected. Their ids are remembered, so that selecting all
 * reads none, and rows that move stay selected.
 */

static AcademySelectableRowsPrivate *
get_private (AcademySelectableRows *self)
{
  return academy_selectable_rows_get_instance_private (self);
}

static guint
get_length (AcademySelectableRows *self)
{
  return academy_id_list_get_length (academy_rows_get_ids (ACADEMY_ROWS (self)));
}

static const char *
get_id (AcademySelectableRows *self,
        guint                  position)
{
  return academy_id_list_get_id (academy_rows_get_ids (ACADEMY_ROWS (self)), position);
}

static gboolean
academy_selectable_rows_is_selected (GtkSelectionModel *model,
                                     guint              position)
{
  AcademySelectableRows *self = ACADEMY_SELECTABLE_ROWS (model);

  return position < get_length (self) && g_hash_table_contains (get_private (self)->selected, get_id (self, position));
}

/* A new row that is not in the file yet is no item. */
static gboolean
is_new (AcademySelectableRows *self,
        guint                  position)
{
  AcademyItem *draft = academy_rows_get_draft (ACADEMY_ROWS (self), position);

  return draft != NULL && academy_draft_is (draft);
}

/* Tells what changed between the first and the last of these rows. */
static void
emit_selected (AcademySelectableRows *self,
               guint                  first,
               guint                  last)
{
  if (first <= last && last < get_length (self))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

/* Selects the rows of @selected among those of @mask. */
static gboolean
academy_selectable_rows_set_selection (GtkSelectionModel *model,
                                       GtkBitset         *selected,
                                       GtkBitset         *mask)
{
  AcademySelectableRows *self = ACADEMY_SELECTABLE_ROWS (model);
  guint first = G_MAXUINT;
  guint last = 0;
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, mask, &position); valid && position < get_length (self);
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      gboolean wanted = !is_new (self, position) && gtk_bitset_contains (selected, position);

      if (wanted == academy_selectable_rows_is_selected (model, position))
        continue;
      if (wanted)
        g_hash_table_add (get_private (self)->selected, g_strdup (get_id (self, position)));
      else
        g_hash_table_remove (get_private (self)->selected, get_id (self, position));
      first = MIN (first, position);
      last = position;
    }

  emit_selected (self, first, last);
  return TRUE;
}

/* Returns the rows that are to be unselected: all of them when there are several, since
 * finding each takes longer then. */
static GtkBitset *
find_selected (AcademySelectableRows *self)
{
  AcademyIdList *ids = academy_rows_get_ids (ACADEMY_ROWS (self));
  GtkBitset *found;
  GHashTableIter iter;
  gpointer id;
  guint position;

  if (academy_selectable_rows_count_selected (self) > 1)
    return gtk_bitset_new_range (0, get_length (self));

  found = gtk_bitset_new_empty ();
  g_hash_table_iter_init (&iter, get_private (self)->selected);
  if (g_hash_table_iter_next (&iter, &id, NULL) && academy_id_list_find (ids, id, &position))
    gtk_bitset_add (found, position);

  return found;
}

static gboolean
set_range (AcademySelectableRows *self,
           guint                  position,
           guint                  n_items,
           gboolean               select,
           gboolean               others)
{
  g_autoptr(GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) mask = others ? find_selected (self) : gtk_bitset_new_empty ();

  gtk_bitset_add_range (mask, position, n_items);
  if (select)
    gtk_bitset_add_range (selected, position, n_items);

  return academy_selectable_rows_set_selection (GTK_SELECTION_MODEL (self), selected, mask);
}

static gboolean
academy_selectable_rows_select_item (GtkSelectionModel *model,
                                     guint              position,
                                     gboolean           unselect_rest)
{
  return set_range (ACADEMY_SELECTABLE_ROWS (model), position, 1, TRUE, unselect_rest);
}

static gboolean
academy_selectable_rows_unselect_item (GtkSelectionModel *model,
                                       guint              position)
{
  return set_range (ACADEMY_SELECTABLE_ROWS (model), position, 1, FALSE, FALSE);
}

static gboolean
academy_selectable_rows_select_range (GtkSelectionModel *model,
                                      guint              position,
                                      guint              n_items,
                                      gboolean           unselect_rest)
{
  return set_range (ACADEMY_SELECTABLE_ROWS (model), position, n_items, TRUE, unselect_rest);
}

static gboolean
academy_selectable_rows_unselect_range (GtkSelectionModel *model,
                                        guint              position,
                                        guint              n_items)
{
  return set_range (ACADEMY_SELECTABLE_ROWS (model), position, n_items, FALSE, FALSE);
}

static gboolean
academy_selectable_rows_select_all (GtkSelectionModel *model)
{
  AcademySelectableRows *self = ACADEMY_SELECTABLE_ROWS (model);

  return set_range (self, 0, get_length (self), TRUE, FALSE);
}

static gboolean
academy_selectable_rows_unselect_all (GtkSelectionModel *model)
{
  AcademySelectableRows *self = ACADEMY_SELECTABLE_ROWS (model);

  /* Mostly there are none, and the rows may be thousands. */
  return g_hash_table_size (get_private (self)->selected) == 0 || set_range (self, 0, get_length (self), FALSE, FALSE);
}

static void
academy_selectable_rows_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = academy_selectable_rows_is_selected;
  iface->select_item = academy_selectable_rows_select_item;
  iface->unselect_item = academy_selectable_rows_unselect_item;
  iface->select_range = academy_selectable_rows_select_range;
  iface->unselect_range = academy_selectable_rows_unselect_range;
  iface->select_all = academy_selectable_rows_select_all;
  iface->unselect_all = academy_selectable_rows_unselect_all;
  iface->set_selection = academy_selectable_rows_set_selection;
}

static void
academy_selectable_rows_finalize (GObject *object)
{
  g_hash_table_unref (get_private (ACADEMY_SELECTABLE_ROWS (object))->selected);

  G_OBJECT_CLASS (academy_selectable_rows_parent_class)->finalize (object);
}

static void
academy_selectable_rows_class_init (AcademySelectableRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_selectable_rows_finalize;
}

static void
academy_selectable_rows_init (AcademySelectableRows *self)
{
  get_private (self)->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

guint
academy_selectable_rows_count_selected (AcademySelectableRows *self)
{
  return g_hash_table_size (get_private (self)->selected);
}

/**
 * academy_selectable_rows_forget_lost:
 * @self: rows whose ids have changed
 *
 * Unselects what is there no longer. To be called before
 * #GListModel::items-changed.
 */
void
academy_selectable_rows_forget_lost (AcademySelectableRows *self)
{
  g_autoptr(GHashTable) positions = NULL;
  GHashTableIter iter;
  gpointer id;

  if (academy_selectable_rows_count_selected (self) == 0)
    return;

  positions = academy_id_list_index (academy_rows_get_ids (ACADEMY_ROWS (self)));
  g_hash_table_iter_init (&iter, get_private (self)->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (positions, id))
      g_hash_table_iter_remove (&iter);
}
