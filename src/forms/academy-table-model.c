/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-model.h"

#include "academy-draft.h"
#include "academy-follow.h"
#include "academy-position.h"

/* So many rows at the top keep their place until the others have theirs; GTK makes
 * the widgets of so many rows anew. */
#define N_KEPT 2

struct _AcademyTableModel {
  GObject            parent_instance;

  /* Owned */
  AcademyStore      *store;
  AcademyQuery      *query;
  GPtrArray         *ids;
  GPtrArray         *groups;
  GHashTable        *selected;
  AcademyItem       *parent;
  AcademyItem       *draft;
  AcademyItem       *held;
  AcademyPaste      *paste;

  /* Borrowed */
  const AcademyKind *kind;

  gboolean           is_misplaced;
};

static void academy_table_model_list_init      (GListModelInterface        *iface);
static void academy_table_model_section_init   (GtkSectionModelInterface   *iface);
static void academy_table_model_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcademyTableModel, academy_table_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, academy_table_model_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, academy_table_model_section_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, academy_table_model_selection_init))

/**
 * AcademyTableModel:
 *
 * The rows of a table: the items that meet a query, in its order and groups, and
 * after them an item that is not in the file yet, for adding one. It holds ids;
 * items are read on request, and selecting all rows reads none.
 *
 * The row that is held stays where it is while its values change, even if the
 * query no longer finds it, until another is held.
 *
 * Instead of items of the file it may have the drafts of a pasted table. They are
 * changed in memory, and keep their order.
 */

static const char *
get_id (AcademyTableModel *self,
        guint              position)
{
  return g_ptr_array_index (self->ids, position);
}

static gboolean
is_draft (AcademyTableModel *self,
          guint              position)
{
  return self->draft != NULL && g_str_equal (get_id (self, position), academy_item_get_id (self->draft));
}

static GType
academy_table_model_get_item_type (GListModel *model)
{
  return academy_kind_get_item_type (ACADEMY_TABLE_MODEL (model)->kind);
}

static guint
academy_table_model_get_n_items (GListModel *model)
{
  return ACADEMY_TABLE_MODEL (model)->ids->len;
}

static gpointer
academy_table_model_get_item (GListModel *model,
                              guint       position)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (model);

  if (position >= self->ids->len)
    return NULL;
  if (is_draft (self, position))
    return g_object_ref (self->draft);
  if (self->paste != NULL)
    return g_object_ref (g_ptr_array_index (academy_paste_get_drafts (self->paste), position));

  return academy_store_get_or_report (self->store, self->kind, get_id (self, position), ACADEMY_ROW_UNKNOWN);
}

static void
academy_table_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = academy_table_model_get_item_type;
  iface->get_n_items = academy_table_model_get_n_items;
  iface->get_item = academy_table_model_get_item;
}

static gboolean
are_together (AcademyTableModel *self,
              guint              a,
              guint              b)
{
  return self->query->group == NULL ||
         (is_draft (self, a) == is_draft (self, b) &&
          g_strcmp0 (g_ptr_array_index (self->groups, a), g_ptr_array_index (self->groups, b)) == 0);
}

static void
academy_table_model_get_section (GtkSectionModel *model,
                                 guint            position,
                                 guint           *start,
                                 guint           *end)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (model);

  if (position >= self->ids->len)
    {
      *start = self->ids->len;
      *end = G_MAXUINT;
      return;
    }
  if (self->query->group == NULL)
    {
      *start = 0;
      *end = self->ids->len;
      return;
    }

  *start = position;
  *end = position + 1;
  while (*start > 0 && are_together (self, *start - 1, position))
    (*start)--;
  while (*end < self->ids->len && are_together (self, *end, position))
    (*end)++;
}

static void
academy_table_model_section_init (GtkSectionModelInterface *iface)
{
  iface->get_section = academy_table_model_get_section;
}

static gboolean
academy_table_model_is_selected (GtkSelectionModel *model,
                                 guint              position)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (model);

  return position < self->ids->len && g_hash_table_contains (self->selected, get_id (self, position));
}

/* Tells what changed between the first and the last of these rows. */
static void
emit_selected (AcademyTableModel *self,
               guint              first,
               guint              last)
{
  if (first <= last && last < self->ids->len)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

/* Selects the rows of @selected among those of @mask. The draft is no item, so it
 * is never selected. */
static gboolean
academy_table_model_set_selection (GtkSelectionModel *model,
                                   GtkBitset         *selected,
                                   GtkBitset         *mask)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (model);
  guint first = G_MAXUINT;
  guint last = 0;
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, mask, &position); valid && position < self->ids->len;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      gboolean wanted = !is_draft (self, position) && gtk_bitset_contains (selected, position);

      if (wanted == academy_table_model_is_selected (model, position))
        continue;
      if (wanted)
        g_hash_table_add (self->selected, g_strdup (get_id (self, position)));
      else
        g_hash_table_remove (self->selected, get_id (self, position));
      first = MIN (first, position);
      last = position;
    }

  emit_selected (self, first, last);
  return TRUE;
}

static gboolean
set_range (AcademyTableModel *self,
           guint              position,
           guint              n_items,
           gboolean           select,
           gboolean           others)
{
  g_autoptr(GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) mask = gtk_bitset_new_range (position, n_items);

  if (select)
    gtk_bitset_add_range (selected, position, n_items);
  if (others)
    gtk_bitset_add_range (mask, 0, self->ids->len);

  return academy_table_model_set_selection (GTK_SELECTION_MODEL (self), selected, mask);
}

static gboolean
academy_table_model_select_item (GtkSelectionModel *model,
                                 guint              position,
                                 gboolean           unselect_rest)
{
  return set_range (ACADEMY_TABLE_MODEL (model), position, 1, TRUE, unselect_rest);
}

static gboolean
academy_table_model_unselect_item (GtkSelectionModel *model,
                                   guint              position)
{
  return set_range (ACADEMY_TABLE_MODEL (model), position, 1, FALSE, FALSE);
}

static gboolean
academy_table_model_select_range (GtkSelectionModel *model,
                                  guint              position,
                                  guint              n_items,
                                  gboolean           unselect_rest)
{
  return set_range (ACADEMY_TABLE_MODEL (model), position, n_items, TRUE, unselect_rest);
}

static gboolean
academy_table_model_unselect_range (GtkSelectionModel *model,
                                    guint              position,
                                    guint              n_items)
{
  return set_range (ACADEMY_TABLE_MODEL (model), position, n_items, FALSE, FALSE);
}

static gboolean
academy_table_model_select_all (GtkSelectionModel *model)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (model);

  return set_range (self, 0, self->ids->len, TRUE, FALSE);
}

static gboolean
academy_table_model_unselect_all (GtkSelectionModel *model)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (model);

  return set_range (self, 0, self->ids->len, FALSE, FALSE);
}

static void
academy_table_model_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = academy_table_model_is_selected;
  iface->select_item = academy_table_model_select_item;
  iface->unselect_item = academy_table_model_unselect_item;
  iface->select_range = academy_table_model_select_range;
  iface->unselect_range = academy_table_model_unselect_range;
  iface->select_all = academy_table_model_select_all;
  iface->unselect_all = academy_table_model_unselect_all;
  iface->set_selection = academy_table_model_set_selection;
}

/* Gives a new item the values that the query asks for, so that it is found. */
static void
meet_conditions (AcademyTableModel *self)
{
  ACADEMY_KIND_FOREACH_FIELD (self->kind, field)
    {
      const char *text = NULL;
      guint n_values = 0;

      ACADEMY_QUERY_FOREACH_CONDITION (self->query, condition)
        if (g_str_equal (condition->field, field->name))
          {
            n_values++;
            if (condition->comparison == ACADEMY_IS)
              text = condition->value;
          }

      if (n_values == 1 && text != NULL)
        {
          g_auto(GValue) value = G_VALUE_INIT;

          academy_value_init (field, &value);
          if (academy_value_set_from_text (field, text, &value, NULL))
            academy_item_set_value (self->draft, field, &value);
        }
    }
}

static void
begin_draft (AcademyTableModel *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->draft);
  if (self->parent == NULL || academy_store_is_read_only (self->store))
    return;

  self->draft = academy_draft_new (self->store, self->kind, self->parent, &error);
  if (self->draft != NULL)
    meet_conditions (self);
  else
    academy_store_report (self->store, error);
}

static GHashTable *
index_ids (GPtrArray *ids)
{
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (positions, g_ptr_array_index (ids, i), GUINT_TO_POINTER (i + 1));
  return positions;
}

static void
insert (GPtrArray  *ids,
        GPtrArray  *groups,
        guint       position,
        const char *id,
        const char *group)
{
  g_ptr_array_insert (ids, position, g_strdup (id));
  g_ptr_array_insert (groups, position, g_strdup (group));
}

static gboolean
is_in_file (AcademyTableModel *self,
            const char        *id)
{
  g_autoptr(AcademyItem) item = academy_store_get (self->store, self->kind, id, NULL);

  return item != NULL;
}

/* Returns the place in @positions, counted from 1, of the nearest row on one side
 * of @position that is still there, or 0. */
static guint
find_neighbour (AcademyTableModel *self,
                GHashTable        *positions,
                guint              position,
                int                step)
{
  guint place = 0;

  for (guint i = position + step; i < self->ids->len && place == 0; i += step)
    place = GPOINTER_TO_UINT (g_hash_table_lookup (positions, get_id (self, i)));
  return place;
}

/* Puts the held row where it was, unless it still comes between the same rows:
 * after the nearest row before it that is still there. In an order of their own,
 * rows move only when people move them, and then at once. */
static void
keep_held (AcademyTableModel *self,
           GPtrArray         *ids,
           GPtrArray         *groups)
{
  const char *id = academy_item_get_id (self->held);
  g_autoptr(GHashTable) positions = NULL;
  g_autofree char *group = NULL;
  guint before, now, previous, next;
  gboolean is_added;

  self->is_misplaced = FALSE;
  if (!g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &before))
    return;

  positions = index_ids (ids);
  now = GPOINTER_TO_UINT (g_hash_table_lookup (positions, id));
  if (now == 0 && !is_in_file (self, id))
    return;
  if (now > 0 && self->query->order.field == NULL && self->query->group == NULL && academy_position_is_set (self->held))
    return;

  previous = find_neighbour (self, positions, before, -1);
  next = find_neighbour (self, positions, before, 1);
  if (now > 0 && now > previous && (next == 0 || now < next))
    return;

  is_added = now > 0 && is_draft (self, before);
  group = g_strdup (is_added ? g_ptr_array_index (groups, now - 1) : g_ptr_array_index (self->groups, before));
  if (now > 0)
    {
      g_ptr_array_remove_index (ids, now - 1);
      g_ptr_array_remove_index (groups, now - 1);
      if (previous >= now)
        previous--;
    }

  self->is_misplaced = TRUE;
  insert (ids, groups, previous, id, group);
}

static void
keep_selected (AcademyTableModel *self)
{
  g_autoptr(GHashTable) positions = NULL;
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (self->selected) == 0)
    return;

  positions = index_ids (self->ids);
  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (positions, id))
      g_hash_table_iter_remove (&iter);
}

static gboolean
is_same (GPtrArray *a,
         guint      i,
         GPtrArray *b,
         guint      j)
{
  return g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, j));
}

/* Emits the one span that differs: rows that moved within it keep their widgets,
 * and the focus. */
static void
replace_span (AcademyTableModel *self,
              GPtrArray         *ids,
              GPtrArray         *groups,
              guint              start,
              guint              n_removed,
              guint              n_added)
{
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->groups);
  self->ids = g_ptr_array_ref (ids);
  self->groups = g_ptr_array_ref (groups);

  keep_selected (self);
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_removed, n_added);
}

static void
append_texts (GPtrArray *texts,
              GPtrArray *others,
              guint      start,
              guint      end)
{
  for (guint i = start; i < end; i++)
    g_ptr_array_add (texts, g_strdup (g_ptr_array_index (others, i)));
}

static GPtrArray *
splice (GPtrArray *texts,
        guint      position,
        GPtrArray *others,
        guint      start,
        guint      end)
{
  GPtrArray *spliced = g_ptr_array_new_full (texts->len + end - start, g_free);

  append_texts (spliced, texts, 0, position);
  append_texts (spliced, others, start, end);
  append_texts (spliced, texts, position, texts->len);
  g_ptr_array_unref (texts);
  return spliced;
}

/* Puts the new rows between the first of the old ones and the others, and then
 * removes the old ones. For one span GTK reads every added item, to find those that
 * have a widget, and makes new widgets for the others; rows that are pushed far out
 * of the viewport lend theirs. */
static void
push_out_span (AcademyTableModel *self,
               GPtrArray         *ids,
               GPtrArray         *groups,
               guint              start,
               guint              n_removed,
               guint              n_added)
{
  self->ids = splice (self->ids, start + N_KEPT, ids, start, start + n_added);
  self->groups = splice (self->groups, start + N_KEPT, groups, start, start + n_added);
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start + N_KEPT, 0, n_added);
  g_ptr_array_remove_range (self->ids, start + N_KEPT + n_added, n_removed - N_KEPT);
  g_ptr_array_remove_range (self->groups, start + N_KEPT + n_added, n_removed - N_KEPT);
  g_list_model_items_changed (G_LIST_MODEL (self), start + N_KEPT + n_added, n_removed - N_KEPT, 0);
  replace_span (self, ids, groups, start, N_KEPT, 0);
}

static void
replace_rows (AcademyTableModel *self,
              GPtrArray         *ids,
              GPtrArray         *groups,
              gboolean           keep)
{
  guint start = 0;
  guint end = 0;
  guint n_removed, n_added;

  while (start < self->ids->len && start < ids->len && is_same (self->ids, start, ids, start))
    start++;
  while (end < self->ids->len - start && end < ids->len - start &&
         is_same (self->ids, self->ids->len - 1 - end, ids, ids->len - 1 - end))
    end++;

  n_removed = self->ids->len - start - end;
  n_added = ids->len - start - end;
  if (keep || n_removed <= N_KEPT)
    replace_span (self, ids, groups, start, n_removed, n_added);
  else
    push_out_span (self, ids, groups, start, n_removed, n_added);
  if (ids->len > 0 && self->query->group != NULL)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, ids->len);
}

static void
reload (AcademyTableModel *self,
        gboolean           keep)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  gboolean is_added;

  if (self->paste != NULL)
    return;

  ids = academy_store_find_groups (self->store, self->kind, self->query, &groups, &error);
  if (ids == NULL)
    {
      academy_store_report (self->store, error);
      return;
    }

  is_added = self->draft != NULL && !academy_draft_is (self->draft);
  if (self->held != NULL && (self->held != self->draft || is_added))
    keep_held (self, ids, groups);
  if (is_added || (self->draft == NULL && self->parent != NULL))
    begin_draft (self);
  if (self->draft != NULL)
    insert (ids, groups, ids->len, academy_item_get_id (self->draft), NULL);

  replace_rows (self, ids, groups, keep);
}

static void
changed_cb (AcademyTableModel *self,
            AcademyChanges    *changes)
{
  if (academy_changes_affect (changes, self->kind, self->query))
    reload (self, TRUE);
}

static void
academy_table_model_dispose (GObject *object)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (object);

  g_clear_object (&self->held);
  g_clear_object (&self->draft);
  g_clear_object (&self->parent);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_table_model_parent_class)->dispose (object);
}

static void
academy_table_model_finalize (GObject *object)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (object);

  g_clear_pointer (&self->query, academy_query_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_clear_pointer (&self->paste, academy_paste_free);

  G_OBJECT_CLASS (academy_table_model_parent_class)->finalize (object);
}

static void
academy_table_model_class_init (AcademyTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_table_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_table_model_finalize;
}

static void
academy_table_model_init (AcademyTableModel *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * academy_table_model_new:
 * @store: a store
 * @kind: a kind
 * @query: which items are wanted, and their order
 *
 * Returns: (transfer full): the rows of a table of items of @kind
 */
AcademyTableModel *
academy_table_model_new (AcademyStore       *store,
                         const AcademyKind  *kind,
                         const AcademyQuery *query)
{
  AcademyTableModel *self = g_object_new (ACADEMY_TYPE_TABLE_MODEL, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->query = academy_query_copy (query);
  reload (self, TRUE);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * academy_table_model_new_drafts:
 * @store: the store that the drafts link to
 * @kind: their kind
 * @paste: (transfer full): pasted rows
 *
 * Returns: (transfer full): the rows of a table of the drafts of @paste, of which
 *   nothing is written
 */
AcademyTableModel *
academy_table_model_new_drafts (AcademyStore      *store,
                                const AcademyKind *kind,
                                AcademyPaste      *paste)
{
  AcademyTableModel *self = g_object_new (ACADEMY_TYPE_TABLE_MODEL, NULL);
  GPtrArray *drafts = academy_paste_get_drafts (paste);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->query = academy_query_copy (&(AcademyQuery) { NULL });
  self->paste = paste;
  for (guint i = 0; i < drafts->len; i++)
    insert (self->ids, self->groups, i, academy_item_get_id (drafts->pdata[i]), NULL);

  return self;
}

/**
 * academy_table_model_get_paste:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the pasted rows, if they are its rows
 */
AcademyPaste *
academy_table_model_get_paste (AcademyTableModel *self)
{
  return self->paste;
}

/**
 * academy_table_model_resolve_link:
 * @self: a model of pasted rows
 * @link: a linked item that was not found; it is freed
 * @id: (nullable): the id of the item that is meant, or %NULL to leave it out
 *
 * Links all rows that name @link to an item, or to none.
 */
void
academy_table_model_resolve_link (AcademyTableModel  *self,
                                  AcademyUnknownLink *link,
                                  const char         *id)
{
  academy_paste_resolve_link (self->paste, link, id);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, self->ids->len, self->ids->len);
}

AcademyStore *
academy_table_model_get_store (AcademyTableModel *self)
{
  return self->store;
}

const AcademyKind *
academy_table_model_get_kind (AcademyTableModel *self)
{
  return self->kind;
}

const AcademyQuery *
academy_table_model_get_query (AcademyTableModel *self)
{
  return self->query;
}

/**
 * academy_table_model_set_query:
 * @self: a model
 * @query: which items are wanted now, and their order
 * @keep: whether rows that are still there keep their widgets, with the focus and
 *   the place in the viewport; a long list takes much longer then. Without it the
 *   view must be at its first row
 *
 * Lets the held row go as well.
 */
void
academy_table_model_set_query (AcademyTableModel  *self,
                               const AcademyQuery *query,
                               gboolean            keep)
{
  g_autoptr(AcademyQuery) before = self->query;
  gboolean was_grouped = before->group != NULL;

  self->query = academy_query_copy (query);
  g_clear_object (&self->held);
  self->is_misplaced = FALSE;
  g_clear_object (&self->draft);
  reload (self, keep);
  if (was_grouped && query->group == NULL && self->ids->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->ids->len);
}

/**
 * academy_table_model_set_parent:
 * @self: a model
 * @parent: (nullable): the owner of new items, or %NULL for no row to add one
 */
void
academy_table_model_set_parent (AcademyTableModel *self,
                                AcademyItem       *parent)
{
  g_set_object (&self->parent, parent);
  g_clear_object (&self->draft);
  reload (self, TRUE);
}

/**
 * academy_table_model_count:
 * @self: a model
 *
 * Returns: the number of rows of items that are in the file
 */
guint
academy_table_model_count (AcademyTableModel *self)
{
  return self->ids->len - (self->draft != NULL);
}

/**
 * academy_table_model_find:
 * @self: a model
 * @item: an item
 * @position: (out) (optional): its position
 *
 * Returns: whether @item has a row
 */
gboolean
academy_table_model_find (AcademyTableModel *self,
                          AcademyItem       *item,
                          guint             *position)
{
  return g_ptr_array_find_with_equal_func (self->ids, academy_item_get_id (item), g_str_equal, position);
}

/**
 * academy_table_model_is_new:
 * @self: a model
 * @item: an item
 *
 * Returns: whether @item is the last row, which is not in the file
 */
gboolean
academy_table_model_is_new (AcademyTableModel *self,
                            AcademyItem       *item)
{
  return item != NULL && item == self->draft;
}

/**
 * academy_table_model_get_group:
 * @self: a model
 * @position: the position of a row
 *
 * Returns: (nullable): the value that the rows of its group have in common, in
 *   canonical text
 */
const char *
academy_table_model_get_group (AcademyTableModel *self,
                               guint              position)
{
  return g_ptr_array_index (self->groups, position);
}

/**
 * academy_table_model_hold:
 * @self: a model
 * @item: (nullable): the item that the cursor is on, or %NULL
 *
 * Keeps the row of @item where it is, and lets the row that was held before go to
 * its place.
 */
void
academy_table_model_hold (AcademyTableModel *self,
                          AcademyItem       *item)
{
  gboolean was_misplaced = self->is_misplaced;

  if (item == self->held)
    return;

  g_set_object (&self->held, item);
  self->is_misplaced = FALSE;
  if (was_misplaced)
    reload (self, TRUE);
}

/**
 * academy_table_model_is_misplaced:
 * @self: a model
 * @item: an item
 *
 * Returns: whether the row of @item is where it is only because it is held
 */
gboolean
academy_table_model_is_misplaced (AcademyTableModel *self,
                                  AcademyItem       *item)
{
  return self->is_misplaced && item == self->held;
}

/* Sets the field of drafts, which keep their values if one may not have it. What
 * was not understood is settled then, even by an empty value. */
static gboolean
save_drafts (AcademyTableModel   *self,
             GPtrArray           *items,
             const AcademyField  *field,
             const GValue        *value,
             GError             **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);
      g_auto(GValue) before = G_VALUE_INIT;
      guint position;

      academy_value_init (field, &before);
      g_value_copy (academy_item_get_value (item, field), &before);
      academy_item_set_value (item, field, value);
      if (!academy_item_validate_field (item, field, error))
        {
          academy_item_set_value (item, field, &before);
          return FALSE;
        }

      academy_paste_remove_remark (self->paste, item, field);
      if (academy_table_model_find (self, item, &position))
        g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
    }

  return TRUE;
}

/**
 * academy_table_model_save_all:
 * @self: a model
 * @items: (element-type AcademyItem): items of its rows
 * @field: a field
 * @value: a value of @field
 * @error: return location for an error
 *
 * Sets @field of all @items by one edit, which adds those that are not in the file
 * yet.
 *
 * Returns: whether the value is saved
 */
gboolean
academy_table_model_save_all (AcademyTableModel   *self,
                              GPtrArray           *items,
                              const AcademyField  *field,
                              const GValue        *value,
                              GError             **error)
{
  g_autoptr(AcademyEdit) edit = NULL;
  g_auto(GValue) normal = G_VALUE_INIT;
  guint n_changes = 0;

  g_value_init (&normal, G_VALUE_TYPE (value));
  g_value_copy (value, &normal);
  academy_value_normalise (field, &normal);
  if (self->paste != NULL)
    return save_drafts (self, items, field, &normal, error);

  edit = academy_edit_new (items->len == 1 && academy_draft_is (items->pdata[0]) ? self->kind->add : self->kind->change);
  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);

      if (academy_value_equal (field, &normal, academy_item_get_value (item, field)))
        continue;

      academy_draft_write (item, edit);
      academy_edit_set (edit, item, field, &normal);
      if (!academy_follow_write (self->store, edit, item, field, &normal, error))
        return FALSE;
      n_changes++;
    }

  return n_changes == 0 || academy_store_apply (self->store, edit, error);
}

/**
 * academy_table_model_save:
 * @self: a model
 * @item: the item of a row
 * @field: a field
 * @value: a value of @field
 * @error: return location for an error
 *
 * Returns: whether the value is saved
 */
gboolean
academy_table_model_save (AcademyTableModel   *self,
                          AcademyItem         *item,
                          const AcademyField  *field,
                          const GValue        *value,
                          GError             **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  return academy_table_model_save_all (self, items, field, value, error);
}

guint
academy_table_model_count_selected (AcademyTableModel *self)
{
  return g_hash_table_size (self->selected);
}

/**
 * academy_table_model_dup_selected:
 * @self: a model
 *
 * Returns: (transfer full) (element-type utf8): the ids of the selected rows, in
 *   their order
 */
GPtrArray *
academy_table_model_dup_selected (AcademyTableModel *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_hash_table_contains (self->selected, get_id (self, i)))
      g_ptr_array_add (ids, g_strdup (get_id (self, i)));
  return ids;
}

/**
 * academy_table_model_get_selected_items:
 * @self: a model
 *
 * Returns: (transfer full) (element-type AcademyItem): the items of the selected
 *   rows, in their order
 */
GPtrArray *
academy_table_model_get_selected_items (AcademyTableModel *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_hash_table_contains (self->selected, get_id (self, i)))
      g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self), i));
  return items;
}
