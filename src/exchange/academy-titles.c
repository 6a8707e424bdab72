/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-titles.h"

#include "academy-bullet.h"

struct _AcademyTitles {
  /* Owned: ids by title in lower case */
  GHashTable *ids;
};

/**
 * AcademyTitles:
 *
 * The items of a kind by their titles, by which pasted texts name them.
 */

static char *
dup_key (const char *title)
{
  g_autofree char *lower = academy_language_casefold (title);
  g_auto(GStrv) words = g_strsplit_set (lower, " \t\n", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", words[i]);

  return g_string_free_and_steal (key);
}

static gboolean
add_item (AcademyItem  *item,
          gpointer      data,
          GError      **error)
{
  AcademyTitles *self = data;
  g_autofree char *title = academy_item_dup_title (item, academy_language_get_default ());
  char *key = dup_key (title);

  /* Of items with the same title, the first one is meant. */
  if (g_hash_table_contains (self->ids, key))
    g_free (key);
  else
    g_hash_table_insert (self->ids, key, g_strdup (academy_item_get_id (item)));

  return TRUE;
}

static AcademyTitles *
create (void)
{
  AcademyTitles *self = g_new0 (AcademyTitles, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * academy_titles_new:
 * @store: a store
 * @kind: a kind
 * @owner: (nullable): the id of the owner of the items, or %NULL for any
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the titles of the items
 */
AcademyTitles *
academy_titles_new (AcademyStore       *store,
                    const AcademyKind  *kind,
                    const char         *owner,
                    GError            **error)
{
  g_autoptr(AcademyTitles) self = create ();

  if (!academy_store_foreach (store, kind, owner, add_item, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * academy_titles_new_for_link:
 * @store: a store
 * @link: a field that links to one or to many
 * @owner: the owner of the item that has @link
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the titles of the items to which @link may
 *   point
 */
AcademyTitles *
academy_titles_new_for_link (AcademyStore        *store,
                             const AcademyField  *link,
                             AcademyItem         *owner,
                             GError             **error)
{
  g_autoptr(GPtrArray) targets =
    academy_store_get_targets (store, link, academy_item_get_kind (owner), academy_item_get_id (owner), error);
  g_autoptr(AcademyTitles) self = NULL;

  if (targets == NULL)
    return NULL;

  self = create ();
  for (guint i = 0; i < targets->len; i++)
    add_item (g_ptr_array_index (targets, i), self, NULL);

  return g_steal_pointer (&self);
}

void
academy_titles_free (AcademyTitles *self)
{
  g_hash_table_unref (self->ids);
  g_free (self);
}

/**
 * academy_titles_find:
 * @self: titles
 * @title: a title, in any case
 *
 * Returns: (transfer none) (nullable): the id of the item called @title
 */
const char *
academy_titles_find (AcademyTitles *self,
                     const char    *title)
{
  g_autofree char *key = dup_key (title);

  return g_hash_table_lookup (self->ids, key);
}

/**
 * academy_titles_split:
 * @self: titles
 * @text: the titles of any number of items
 *
 * Titles stand on lines of their own, or have semicolons or commas between them,
 * unless the text with its signs is a title.
 *
 * Returns: (transfer full): the titles in @text
 */
char **
academy_titles_split (AcademyTitles *self,
                      const char    *text)
{
  static const char * const separators[] = { "\n", ";", "," };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *separator = NULL;
  g_auto(GStrv) parts = NULL;

  if (academy_titles_find (self, text) != NULL)
    return g_strsplit (text, "\n", 1);

  for (guint i = 0; i < G_N_ELEMENTS (separators) && separator == NULL; i++)
    {
      g_auto(GStrv) titles = g_strsplit (text, separators[i], -1);

      /* A comma is a part of many titles. */
      if (titles[1] != NULL && (i < G_N_ELEMENTS (separators) - 1 || academy_titles_find (self, titles[0]) != NULL))
        separator = separators[i];
    }

  parts = g_strsplit (text, separator != NULL ? separator : "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *title = academy_bullet_skip (g_strstrip (parts[i]));

      if (*title != '\0')
        g_strv_builder_add (builder, academy_titles_find (self, parts[i]) != NULL ? parts[i] : title);
    }

  return g_strv_builder_end (builder);
}
