/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-follow.h"

#include "academy-slug.h"

/* Short names that are derived from a name until somebody types one. */

/**
 * academy_follow_get_taken:
 * @store: a store
 * @kind: a kind with few items
 * @field: a field of @kind that holds a short name
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the set of the
 *   short names in use
 */
GHashTable *
academy_follow_get_taken (AcademyStore        *store,
                          const AcademyKind   *kind,
                          const AcademyField  *field,
                          GError             **error)
{
  g_autoptr(GPtrArray) items = academy_store_get_all (store, kind, NULL, error);
  GHashTable *taken;

  if (items == NULL)
    return NULL;

  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const char *slug = academy_item_get_text (g_ptr_array_index (items, i), field->name);

      if (slug != NULL)
        g_hash_table_add (taken, g_strdup (slug));
    }

  return taken;
}

/**
 * academy_follow_dup_slug:
 * @field: a field that holds a short name
 * @name: the name to derive it from
 * @taken: the short names in use; the new one is added
 *
 * Returns: (transfer full): a short name that is not in use
 */
char *
academy_follow_dup_slug (const AcademyField *field,
                         const char         *name,
                         GHashTable         *taken)
{
  gsize max = academy_field_get_max_length (field);
  g_autofree char *derived = academy_slug_derive (name, max);
  g_autofree char *slug = g_strdup (*derived != '\0' ? derived : field->name);

  for (guint number = 2; g_hash_table_contains (taken, slug); number++)
    {
      g_free (slug);
      slug = academy_slug_number (*derived != '\0' ? derived : field->name, number, max);
    }

  g_hash_table_add (taken, g_strdup (slug));
  return g_steal_pointer (&slug);
}

/**
 * academy_follow_write:
 * @store: a store
 * @edit: an edit that sets @field of @item to @value
 * @item: an item
 * @field: a field
 * @value: its new value
 * @error: return location for an error
 *
 * Adds the short names derived from @field to @edit, unless somebody typed them.
 *
 * Returns: whether there was no error
 */
gboolean
academy_follow_write (AcademyStore        *store,
                      AcademyEdit         *edit,
                      AcademyItem         *item,
                      const AcademyField  *field,
                      const GValue        *value,
                      GError             **error)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  ACADEMY_KIND_FOREACH_FIELD (kind, follower)
    {
      g_autoptr(GHashTable) taken = NULL;
      g_auto(GValue) followed = G_VALUE_INIT;
      const char *name, *slug;

      if (g_strcmp0 (follower->follows, field->name) != 0)
        continue;

      name = academy_item_get_text (item, field->name);
      slug = academy_item_get_text (item, follower->name);
      if (name == NULL || slug == NULL || g_value_get_string (value) == NULL ||
          !academy_slug_is_derived (slug, name, academy_field_get_max_length (follower)))
        continue;

      taken = academy_follow_get_taken (store, kind, follower, error);
      if (taken == NULL)
        return FALSE;

      g_hash_table_remove (taken, slug);
      g_value_init (&followed, G_TYPE_STRING);
      g_value_take_string (&followed, academy_follow_dup_slug (follower, g_value_get_string (value), taken));
      academy_edit_set (edit, item, follower, &followed);
    }

  return TRUE;
}
