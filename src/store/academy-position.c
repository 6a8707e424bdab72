/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-position.h"

#include "academy-position-private.h"

static const AcademyField *
get_field (const AcademyKind *kind)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->flags & ACADEMY_POSITION)
      return field;

  return NULL;
}

/* Reads the greatest position among the items of an owner. */
static gboolean
read_last (AcademyDatabase     *database,
           const AcademyKind   *kind,
           const AcademyField  *field,
           const char          *owner,
           gint64              *last,
           GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (\"%s\"), 0) FROM \"%s\" WHERE \"%s\" = ?",
                                          field->name, kind->name, academy_kind_get_owner (kind)->name);
  sqlite3_stmt *statement = academy_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, owner, -1, SQLITE_TRANSIENT);
  if (academy_database_step (database, statement, error) != ACADEMY_STEP_ROW)
    return FALSE;

  *last = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/* Puts a new item without a position after the others of its owner. @lasts has the
 * greatest positions that this edit has read or given so far. */
gboolean
academy_position_append (AcademyDatabase  *database,
                         GHashTable       *lasts,
                         AcademyItem      *item,
                         GError          **error)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const AcademyField *field = get_field (kind);
  g_autofree char *siblings = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  gint64 *last;

  if (field == NULL || academy_item_get_number (item, field->name) != ACADEMY_UNSET)
    return TRUE;

  siblings = g_strconcat (kind->name, " ", academy_item_get_owner (item), NULL);
  last = g_hash_table_lookup (lasts, siblings);
  if (last == NULL)
    {
      last = g_new (gint64, 1);
      g_hash_table_insert (lasts, g_steal_pointer (&siblings), last);
      if (!read_last (database, kind, field, academy_item_get_owner (item), last, error))
        return FALSE;
    }

  if (*last == 0 && (kind->flags & ACADEMY_KIND_SORTED))
    return TRUE;

  *last += ACADEMY_POSITION_GAP;
  academy_value_init (field, &value);
  g_value_set_int64 (&value, *last);
  academy_item_set_value (item, field, &value);
  return TRUE;
}

/**
 * academy_position_is_free:
 * @kind: a kind
 *
 * Returns: whether people choose the order of the items of @kind
 */
gboolean
academy_position_is_free (const AcademyKind *kind)
{
  return get_field (kind) != NULL;
}

/**
 * academy_position_is_set:
 * @item: an item
 *
 * Returns: whether people have chosen the place of @item in the order of its kind
 */
gboolean
academy_position_is_set (AcademyItem *item)
{
  const AcademyField *field = get_field (academy_item_get_kind (item));

  return field != NULL && academy_item_get_number (item, field->name) != ACADEMY_UNSET;
}

static void
set_position (AcademyEdit        *edit,
              AcademyItem        *item,
              const AcademyField *field,
              gint64              position)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (academy_item_get_number (item, field->name) == position)
    return;

  academy_value_init (field, &value);
  g_value_set_int64 (&value, position);
  academy_edit_set (edit, item, field, &value);
}

static gint64
get_position (GPtrArray          *items,
              guint               i,
              const AcademyField *field)
{
  return academy_item_get_number (g_ptr_array_index (items, i), field->name);
}

/* Whether there is room for @n more items before the one at @index. */
static gboolean
has_room (GPtrArray          *items,
          guint               index,
          const AcademyField *field,
          guint               n,
          gint64             *before,
          gint64             *after)
{
  *before = index > 0 ? get_position (items, index - 1, field) : 0;
  *after = index < items->len ? get_position (items, index, field) : *before + (n + 1) * (gint64) ACADEMY_POSITION_GAP;

  return *before != ACADEMY_UNSET && *after != ACADEMY_UNSET && *after - *before > n;
}

/**
 * academy_position_move_among:
 * @store: a store
 * @all: (element-type AcademyItem): the items of their owner, in the order that
 *   people see
 * @items: (element-type AcademyItem): items of one kind and one owner, in the
 *   order that they shall have among themselves
 * @before: (nullable): the item before which they shall be, not one of @items;
 *   %NULL for the end
 * @error: return location for an error
 *
 * Moves items to another place in @all, as one edit. Only they change, unless
 * there is no number left between their new neighbours.
 *
 * Returns: whether the edit is saved
 */
gboolean
academy_position_move_among (AcademyStore  *store,
                             GPtrArray     *all,
                             GPtrArray     *items,
                             AcademyItem   *before,
                             GError       **error)
{
  const AcademyKind *kind = academy_item_get_kind (g_ptr_array_index (items, 0));
  const AcademyField *field = get_field (kind);
  g_autoptr(GHashTable) moved = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->change);
  guint index = G_MAXUINT;
  gint64 from, to;

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (moved, (gpointer) academy_item_get_id (g_ptr_array_index (items, i)));
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = academy_item_get_id (g_ptr_array_index (all, i));

      if (before != NULL && g_str_equal (id, academy_item_get_id (before)))
        index = others->len;
      if (!g_hash_table_contains (moved, id))
        g_ptr_array_add (others, g_ptr_array_index (all, i));
    }
  index = MIN (index, others->len);

  if (has_room (others, index, field, items->len, &from, &to))
    for (guint i = 0; i < items->len; i++)
      set_position (edit, g_ptr_array_index (items, i), field, from + (to - from) * (i + 1) / (items->len + 1));
  else
    {
      for (guint i = 0; i < items->len; i++)
        g_ptr_array_insert (others, index + i, g_ptr_array_index (items, i));
      for (guint i = 0; i < others->len; i++)
        set_position (edit, g_ptr_array_index (others, i), field, (i + 1) * (gint64) ACADEMY_POSITION_GAP);
    }

  return academy_store_apply (store, edit, error);
}

/**
 * academy_position_move:
 * @store: a store
 * @items: (element-type AcademyItem): items of one kind and one owner, in the
 *   order that they shall have among themselves
 * @before: (nullable): the item before which they shall be, not one of @items;
 *   %NULL for the end
 * @error: return location for an error
 *
 * Moves items like academy_position_move_among(), in the order of their kind.
 *
 * Returns: whether the edit is saved
 */
gboolean
academy_position_move (AcademyStore  *store,
                       GPtrArray     *items,
                       AcademyItem   *before,
                       GError       **error)
{
  AcademyItem *first = g_ptr_array_index (items, 0);
  g_autoptr(GPtrArray) all =
    academy_store_get_all (store, academy_item_get_kind (first), academy_item_get_owner (first), error);

  return all != NULL && academy_position_move_among (store, all, items, before, error);
}
