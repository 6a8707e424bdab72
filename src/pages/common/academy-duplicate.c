/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-duplicate.h"

#include <glib/gi18n-lib.h>

#include "academy-toast.h"
#include "academy-translations.h"

static const AcademyField *
get_title_field (const AcademyKind *kind)
{
  const AcademyField *field = academy_kind_find_field (kind, "title");

  return field != NULL && field->type == ACADEMY_TEXT ? field : NULL;
}

static void
set_text (AcademyItem        *item,
          const AcademyField *field,
          const char         *text)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  academy_item_set_value (item, field, &value);
}

/* Copies all values of @item but its place in the order; links keep their targets. */
static AcademyItem *
create_copy (AcademyItem *item,
             const char  *owner)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  AcademyItem *copy = academy_item_new_part (kind, owner);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if ((field->flags & (ACADEMY_OWNER | ACADEMY_POSITION)) == 0)
      academy_item_set_value (copy, field, academy_item_get_value (item, field));

  return copy;
}

/* Copies the parts of @item, and their parts, for the copy. */
static gboolean
copy_parts (AcademyEdit   *edit,
            AcademyStore  *store,
            AcademyItem   *item,
            AcademyItem   *copy,
            GError       **error)
{
  const char *owner_kind = academy_item_get_kind (item)->name;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *owner = academy_kind_get_owner (*kind);
      g_autoptr(GPtrArray) parts = NULL;

      if (owner == NULL || !g_str_equal (owner->target, owner_kind))
        continue;

      parts = academy_store_get_all (store, *kind, academy_item_get_id (item), error);
      if (parts == NULL)
        return FALSE;

      for (guint i = 0; i < parts->len; i++)
        {
          AcademyItem *part = g_ptr_array_index (parts, i);
          g_autoptr(AcademyItem) part_copy = create_copy (part, academy_item_get_id (copy));

          academy_edit_create (edit, part_copy);
          if (!academy_translations_copy (store, part, part_copy, edit, error) ||
              !copy_parts (edit, store, part, part_copy, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Copies what joins another item to @item: a copied measure has the same
 * predecessors, but no successors. */
static gboolean
copy_joints (AcademyEdit   *edit,
             AcademyStore  *store,
             AcademyItem   *item,
             AcademyItem   *copy,
             GError       **error)
{
  const AcademyKind *kind = academy_kind_find_joining (academy_item_get_kind (item));
  g_autoptr(GPtrArray) ids = NULL;
  AcademyQuery query = { .target = academy_item_get_id (item) };

  if (kind == NULL)
    return TRUE;

  query.link = academy_kind_find_field (kind, kind->joins[1]);
  ids = academy_store_find (store, kind, &query, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(AcademyItem) joint = academy_store_get (store, kind, g_ptr_array_index (ids, i), error);
      g_autoptr(AcademyItem) other = NULL;

      if (joint == NULL)
        return FALSE;

      other = create_copy (joint, academy_item_get_owner (joint));
      set_text (other, query.link, academy_item_get_id (copy));
      academy_edit_create (edit, other);
    }

  return TRUE;
}

/**
 * academy_duplicate_is_possible:
 * @kind: a kind
 *
 * Returns: whether it makes sense to have two similar items of @kind
 */
gboolean
academy_duplicate_is_possible (const AcademyKind *kind)
{
  return get_title_field (kind) != NULL && (kind->flags & ACADEMY_KIND_SINGLE) == 0;
}

/**
 * academy_command_duplicate:
 * @widget: (transfer none): the widget that shows an error
 * @store: a store
 * @item: an item in it, of a kind that can be duplicated
 *
 * Adds a copy of @item with copies of all its parts, in one edit.
 *
 * Returns: (transfer full) (nullable): the copy, or %NULL when it could not be
 *   saved
 */
AcademyItem *
academy_command_duplicate (GtkWidget    *widget,
                           AcademyStore *store,
                           AcademyItem  *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  g_autoptr(AcademyItem) copy = create_copy (item, academy_item_get_owner (item));
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autofree char *title = academy_item_dup_title (item, academy_language_get_default ());
  /* Translators: the title of a copy of something */
  g_autofree char *copy_title = g_strdup_printf (_("%s (copy)"), title);
  g_autoptr(GError) error = NULL;

  set_text (copy, get_title_field (kind), copy_title);
  academy_edit_create (edit, copy);

  if (!academy_translations_copy (store, item, copy, edit, &error) ||
      !copy_parts (edit, store, item, copy, &error) || !copy_joints (edit, store, item, copy, &error) ||
      !academy_store_apply (store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return NULL;
    }

  return g_steal_pointer (&copy);
}
