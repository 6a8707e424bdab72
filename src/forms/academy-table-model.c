/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-model.h"

#include "academy-draft.h"
#include "academy-follow.h"
#include "academy-position.h"

/* So many rows at the top keep their place until the others have theirs; GTK makes
 * the widgets of so many rows anew. */
#define N_KEPT 1

struct _AcademyTableModel {
  AcademySelectableRows parent_instance;

  /* Owned */
  AcademyQuery         *query;
  AcademyItem          *parent;
  AcademyItem          *draft;
  AcademyItem          *held;
  AcademyPaste         *paste;
  GPtrArray            *added;

  guint                 n_alike;
  gboolean              is_misplaced;
  gboolean              is_grouped;
};

static void academy_table_model_section_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcademyTableModel, academy_table_model, ACADEMY_TYPE_SELECTABLE_ROWS,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, academy_table_model_section_init))

/**
 * AcademyTableModel:
 *
 * The rows of a table: the items that meet a query, in its order and groups, and
 * after them an item that is not in the file yet, for adding one.
 *
 * The row that is held stays where it is while its values change, even if the
 * query no longer finds it, until another is held. New rows stay where they were
 * written, after the others and even if the query does not find them, until something
 * else is asked for.
 *
 * Instead of items of the file it may have the drafts of a pasted table. They are
 * changed in memory, and keep their order.
 */

static AcademyIdList *
get_ids (AcademyTableModel *self)
{
  return academy_rows_get_ids (ACADEMY_ROWS (self));
}

static AcademyStore *
get_store (AcademyTableModel *self)
{
  return academy_rows_get_store (ACADEMY_ROWS (self));
}

static const AcademyKind *
get_kind (AcademyTableModel *self)
{
  return academy_rows_get_kind (ACADEMY_ROWS (self));
}

static guint
get_length (AcademyTableModel *self)
{
  return academy_id_list_get_length (get_ids (self));
}

static gboolean
are_together (AcademyTableModel *self,
              guint              a,
              guint              b)
{
  return !self->is_grouped ||
         (academy_rows_get_draft (ACADEMY_ROWS (self), a) == academy_rows_get_draft (ACADEMY_ROWS (self), b) &&
          g_strcmp0 (academy_id_list_get_group (get_ids (self), a), academy_id_list_get_group (get_ids (self), b)) == 0);
}

static void
academy_table_model_get_section (GtkSectionModel *model,
                                 guint            position,
                                 guint           *start,
                                 guint           *end)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (model);

  if (position >= get_length (self))
    {
      *start = get_length (self);
      *end = G_MAXUINT;
      return;
    }
  if (!self->is_grouped)
    {
      *start = 0;
      *end = get_length (self);
      return;
    }

  *start = position;
  *end = position + 1;
  while (*start > 0 && are_together (self, *start - 1, position))
    (*start)--;
  while (*end < get_length (self) && are_together (self, *end, position))
    (*end)++;
}

static void
academy_table_model_section_init (GtkSectionModelInterface *iface)
{
  iface->get_section = academy_table_model_get_section;
}

/* Gives a new item the values that the query asks for, so that it is found. */
static void
meet_conditions (AcademyTableModel *self)
{
  ACADEMY_KIND_FOREACH_FIELD (get_kind (self), field)
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
end_draft (AcademyTableModel *self)
{
  if (self->draft != NULL)
    academy_rows_remove_draft (ACADEMY_ROWS (self), self->draft);
  g_clear_object (&self->draft);
}

static void
begin_draft (AcademyTableModel *self)
{
  g_autoptr(GError) error = NULL;

  end_draft (self);
  if (self->parent == NULL || academy_store_is_read_only (get_store (self)))
    return;

  self->draft = academy_draft_new (get_store (self), get_kind (self), self->parent, &error);
  if (self->draft == NULL)
    {
      academy_store_report (get_store (self), error);
      return;
    }

  meet_conditions (self);
  academy_rows_add_draft (ACADEMY_ROWS (self), self->draft);
}

static gboolean
is_in_file (AcademyTableModel *self,
            const char        *id)
{
  g_autoptr(AcademyItem) item = academy_store_get (get_store (self), get_kind (self), id, NULL);

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

  for (guint i = position + step; i < get_length (self) && place == 0; i += step)
    place = GPOINTER_TO_UINT (g_hash_table_lookup (positions, academy_id_list_get_id (get_ids (self), i)));
  return place;
}

/* Puts the held row where it was, unless it still comes between the same rows:
 * after the nearest row before it that is still there. In an order of their own,
 * rows move only when people move them, and then at once. */
static void
keep_held (AcademyTableModel *self,
           AcademyIdList     *after)
{
  const char *id = academy_item_get_id (self->held);
  AcademyIdList *rows = get_ids (self);
  g_autoptr(GHashTable) positions = NULL;
  g_autofree char *group = NULL;
  guint before, now, previous, next;
  gboolean is_added;

  self->is_misplaced = FALSE;
  if (!academy_id_list_find (rows, id, &before))
    return;

  positions = academy_id_list_index (after);
  now = GPOINTER_TO_UINT (g_hash_table_lookup (positions, id));
  if (now == 0 && !is_in_file (self, id))
    return;
  if (now > 0 && self->query->order.field == NULL && self->query->group == NULL && academy_position_is_set (self->held))
    return;

  previous = find_neighbour (self, positions, before, -1);
  next = find_neighbour (self, positions, before, 1);
  if (now > 0 && now > previous && (next == 0 || now < next))
    return;

  is_added = now > 0 && academy_rows_get_draft (ACADEMY_ROWS (self), before) != NULL;
  group = g_strdup (is_added ? academy_id_list_get_group (after, now - 1) : academy_id_list_get_group (rows, before));
  if (now > 0)
    {
      academy_id_list_splice (after, now - 1, 1, NULL, 0, 0);
      if (previous >= now)
        previous--;
    }

  self->is_misplaced = TRUE;
  academy_id_list_insert (after, previous, id, group);
}

/* Returns the value of the group that an item would be in. */
static char *
dup_group (AcademyTableModel *self,
           AcademyItem       *item)
{
  const AcademyField *field = self->query->group != NULL ? academy_kind_find_field (get_kind (self), self->query->group) : NULL;

  if (field == NULL || !academy_value_is_set (field, academy_item_get_value (item, field)))
    return NULL;

  return field->type == ACADEMY_LINKS ? g_strdup (academy_item_get_links (item, field->name)[0])
                                      : academy_value_to_text (field, academy_item_get_value (item, field));
}

/* Puts the rows that were added here after the others, as they were written, and
 * those that the query does not find as well. Those with an order or a group of
 * their own are found in their place. */
static void
keep_added (AcademyTableModel *self,
            AcademyIdList     *after)
{
  for (guint i = 0; i < self->added->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (self->added, i);
      const char *id = academy_item_get_id (item);
      g_autofree char *group = NULL;
      guint position;

      if (academy_id_list_find (after, id, &position))
        {
          if (self->query->group != NULL || academy_position_is_set (item))
            continue;
          academy_id_list_splice (after, position, 1, NULL, 0, 0);
        }
      else if (!is_in_file (self, id))
        continue;

      group = dup_group (self, item);
      academy_id_list_insert (after, academy_id_list_get_length (after), id, group);
    }
}

/* Emits the one span that differs: rows that moved within it keep their widgets,
 * and the focus. */
static void
replace_span (AcademyTableModel *self,
              AcademyIdList     *after,
              guint              start,
              guint              n_removed,
              guint              n_added)
{
  academy_rows_take_ids (ACADEMY_ROWS (self), after);
  academy_selectable_rows_forget_lost (ACADEMY_SELECTABLE_ROWS (self));
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_removed, n_added);
}

/* Puts the new rows between the first of the old ones and the others, and then
 * removes the old ones. For one span GTK reads every added item, to find those that
 * have a widget, and makes new widgets for the others; rows that are pushed far out
 * of the viewport lend theirs. */
static void
push_out_span (AcademyTableModel *self,
               AcademyIdList     *after,
               guint              start,
               guint              n_removed,
               guint              n_added)
{
  guint end = start + N_KEPT + n_added;

  academy_id_list_splice (get_ids (self), start + N_KEPT, 0, after, start, n_added);
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start + N_KEPT, 0, n_added);
  academy_id_list_splice (get_ids (self), end, n_removed - N_KEPT, NULL, 0, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), end, n_removed - N_KEPT, 0);
  replace_span (self, after, start, N_KEPT, 0);
}

static void
set_grouped (AcademyTableModel *self,
             gboolean           is_grouped)
{
  if (self->is_grouped == is_grouped)
    return;

  self->is_grouped = is_grouped;
  if (get_length (self) > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, get_length (self));
}

/* A list believes that rows beyond a span stay in their sections; it aborts when they
 * do not. While rows are replaced there is one section. */
static void
replace_rows (AcademyTableModel *self,
              AcademyIdList     *after,
              gboolean           keep)
{
  guint start, n_removed, n_added;

  set_grouped (self, FALSE);
  academy_id_list_compare (get_ids (self), after, &start, &n_removed, &n_added);
  if (keep || n_removed <= N_KEPT)
    replace_span (self, after, start, n_removed, n_added);
  else
    push_out_span (self, after, start, n_removed, n_added);
  set_grouped (self, self->query->group != NULL);
}

static void
reload (AcademyTableModel *self,
        gboolean           keep)
{
  AcademyIdList *after;
  gboolean is_added;

  if (self->paste != NULL)
    return;

  after = academy_rows_look_up (ACADEMY_ROWS (self), self->query);
  if (after == NULL)
    return;

  is_added = self->draft != NULL && !academy_draft_is (self->draft);
  if (is_added)
    g_ptr_array_add (self->added, g_object_ref (self->draft));
  keep_added (self, after);
  if (self->held != NULL && (self->held != self->draft || is_added))
    keep_held (self, after);
  if (is_added || (self->draft == NULL && self->parent != NULL))
    begin_draft (self);
  if (self->draft != NULL)
    academy_id_list_insert (after, academy_id_list_get_length (after), academy_item_get_id (self->draft), NULL);

  replace_rows (self, after, keep);
}

static void
changed_cb (AcademyTableModel *self,
            AcademyChanges    *changes)
{
  if (academy_changes_affect (changes, get_kind (self), self->query))
    reload (self, TRUE);
}

static void
academy_table_model_dispose (GObject *object)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (object);

  g_clear_object (&self->held);
  g_clear_object (&self->draft);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (academy_table_model_parent_class)->dispose (object);
}

static void
academy_table_model_finalize (GObject *object)
{
  AcademyTableModel *self = ACADEMY_TABLE_MODEL (object);

  g_clear_pointer (&self->query, academy_query_free);
  g_clear_pointer (&self->paste, academy_paste_free);
  g_clear_pointer (&self->added, g_ptr_array_unref);

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
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
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

  academy_rows_set_source (ACADEMY_ROWS (self), store, kind);
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

  academy_rows_set_source (ACADEMY_ROWS (self), store, kind);
  self->query = academy_query_copy (&(AcademyQuery) { NULL });
  self->paste = paste;
  for (guint i = 0; i < drafts->len; i++)
    {
      academy_id_list_insert (get_ids (self), i, academy_item_get_id (drafts->pdata[i]), NULL);
      academy_rows_add_draft (ACADEMY_ROWS (self), drafts->pdata[i]);
    }

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
 * academy_table_model_get_n_alike:
 * @self: a model of pasted rows
 *
 * Returns: while a correction is told by #GListModel::items-changed, in how many
 *   other rows it corrected the same text
 */
guint
academy_table_model_get_n_alike (AcademyTableModel *self)
{
  return self->n_alike;
}

/**
 * academy_table_model_show_paste:
 * @self: a model of pasted rows
 *
 * Shows what was settled in the pasted rows.
 */
void
academy_table_model_show_paste (AcademyTableModel *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), 0, get_length (self), get_length (self));
}

AcademyStore *
academy_table_model_get_store (AcademyTableModel *self)
{
  return get_store (self);
}

const AcademyKind *
academy_table_model_get_kind (AcademyTableModel *self)
{
  return get_kind (self);
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
  /* A list reads rows until they are replaced, and a draft is not in the file. */
  g_autoptr(AcademyItem) draft = g_steal_pointer (&self->draft);

  self->query = academy_query_copy (query);
  g_ptr_array_set_size (self->added, 0);
  g_clear_object (&self->held);
  self->is_misplaced = FALSE;
  reload (self, keep);
  if (draft != NULL)
    academy_rows_remove_draft (ACADEMY_ROWS (self), draft);
}

/**
 * academy_table_model_set_parent:
 * @self: a model
 * @parent: the owner of the items
 * @keep: as for academy_table_model_set_query()
 *
 * Has the items of @parent, and a last row to add one.
 */
void
academy_table_model_set_parent (AcademyTableModel *self,
                                AcademyItem       *parent,
                                gboolean           keep)
{
  AcademyQuery query = *self->query;

  g_set_object (&self->parent, parent);
  query.owner = academy_item_get_id (parent);
  academy_table_model_set_query (self, &query, keep);
}

/**
 * academy_table_model_settle:
 * @self: a model
 *
 * Lets new rows go to their places in the order.
 */
void
academy_table_model_settle (AcademyTableModel *self)
{
  if (self->added->len == 0)
    return;

  g_ptr_array_set_size (self->added, 0);
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
  return get_length (self) - (self->draft != NULL);
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
  return academy_id_list_find (get_ids (self), academy_item_get_id (item), position);
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
  return academy_id_list_get_group (get_ids (self), position);
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

/* Whether a draft may have a value. */
static gboolean
is_valid (AcademyItem         *item,
          const AcademyField  *field,
          const GValue        *value,
          GError             **error)
{
  g_auto(GValue) before = G_VALUE_INIT;
  gboolean valid;

  academy_value_init (field, &before);
  g_value_copy (academy_item_get_value (item, field), &before);
  academy_item_set_value (item, field, value);
  valid = academy_item_validate_field (item, field, error);
  academy_item_set_value (item, field, &before);

  return valid;
}

/* Sets the field of drafts by one step, which keep their values if one may not have
 * it. What was not understood is settled then, even by an empty value, and in other
 * rows with the same text too. */
static gboolean
save_drafts (AcademyTableModel   *self,
             GPtrArray           *items,
             const AcademyField  *field,
             const GValue        *value,
             GError             **error)
{
  g_autoptr(GPtrArray) alike = NULL;
  guint position;

  for (guint i = 0; i < items->len; i++)
    if (!is_valid (items->pdata[i], field, value, error))
      return FALSE;

  alike = items->len == 1 ? academy_paste_find_alike (self->paste, items->pdata[0], field) : g_ptr_array_new ();
  academy_paste_steps_begin (academy_paste_get_steps (self->paste));
  for (guint i = 0; i < items->len; i++)
    academy_paste_set (self->paste, items->pdata[i], field, value);
  self->n_alike = 0;
  for (guint i = 0; i < alike->len; i++)
    if (is_valid (alike->pdata[i], field, value, NULL))
      {
        academy_paste_set (self->paste, alike->pdata[i], field, value);
        self->n_alike++;
      }

  /* The cells of all rows follow. */
  if (items->len > 0 && academy_table_model_find (self, items->pdata[0], &position))
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
  self->n_alike = 0;
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

  edit = academy_edit_new (items->len == 1 && academy_draft_is (items->pdata[0]) ? get_kind (self)->add : get_kind (self)->change);
  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);

      if (academy_value_equal (field, &normal, academy_item_get_value (item, field)))
        continue;

      /* A new row becomes an item when it has a title. */
      if (academy_draft_is_untitled (item, field))
        {
          academy_item_set_value (item, field, &normal);
          continue;
        }

      academy_draft_write (item, edit);
      academy_edit_set (edit, item, field, &normal);
      if (!academy_follow_write (get_store (self), edit, item, field, &normal, error))
        return FALSE;
      n_changes++;
    }

  return n_changes == 0 || academy_store_apply (get_store (self), edit, error);
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
  return academy_selectable_rows_count_selected (ACADEMY_SELECTABLE_ROWS (self));
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

  for (guint i = 0; i < get_length (self); i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self), i))
      g_ptr_array_add (ids, g_strdup (academy_id_list_get_id (get_ids (self), i)));
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

  for (guint i = 0; i < get_length (self); i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self), i))
      g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self), i));
  return items;
}
