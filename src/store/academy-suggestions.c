/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-suggestions.h"

#include <string.h>

#include "academy-collation.h"
#include "academy-kinds.h"
#include "academy-store-private.h"

/* The most texts of one field; nobody looks through more. */
#define MOST_TEXTS 500

/* Adds the texts of one field, within the organisation if both kinds are parts of
 * one. */
static gboolean
add_texts (AcademyStore        *store,
           const AcademyKind   *kind,
           const AcademyField  *field,
           AcademyItem         *item,
           GHashTable          *texts,
           GError             **error)
{
  const AcademyField *its = academy_kind_get_owner (kind);
  const AcademyField *own = academy_kind_get_owner (academy_item_get_kind (item));
  gboolean is_sibling = its != NULL && own != NULL && g_str_equal (its->target, own->target) &&
                        g_str_equal (own->target, academy_organisation_kind.name);
  g_autofree char *condition = is_sibling ? g_strdup_printf ("AND \"%s\" = ?", its->name) : g_strdup ("");
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL %s LIMIT %d",
                                          field->name, kind->name, field->name, condition, MOST_TEXTS);
  sqlite3_stmt *statement = academy_database_prepare (store->database, sql, error);
  AcademyStep step;

  if (statement == NULL)
    return FALSE;

  if (is_sibling)
    sqlite3_bind_text (statement, 1, academy_item_get_owner (item), -1, SQLITE_TRANSIENT);
  while ((step = academy_database_step (store->database, statement, error)) == ACADEMY_STEP_ROW)
    {
      const char *text = academy_database_find_text (statement, 0);

      if (text != NULL)
        g_hash_table_add (texts, g_strdup (text));
    }
  sqlite3_reset (statement);

  return step == ACADEMY_STEP_DONE;
}

/* The fields in the group of a role are also suggested the roles in the team. */
static gboolean
is_role (const AcademyField *field)
{
  return g_strcmp0 (field->suggests, academy_kind_find_field (&academy_participation_kind, "role_title")->suggests) == 0;
}

/* Adds the roles in the team; a member without a title of their own is named by
 * the role. */
static gboolean
add_team (AcademyStore        *store,
          AcademyItem         *item,
          const AcademyField  *field,
          GHashTable          *texts,
          GError             **error)
{
  const AcademyKind *kind = &academy_participation_kind;
  const AcademyField *own = academy_kind_get_owner (academy_item_get_kind (item));
  g_autoptr(GPtrArray) team = NULL;

  if (!is_role (field) || own == NULL || !g_str_equal (own->target, academy_kind_get_owner (kind)->target))
    return TRUE;

  team = academy_store_get_all (store, kind, academy_item_get_owner (item), error);
  for (guint i = 0; team != NULL && i < team->len; i++)
    g_hash_table_add (texts, academy_item_dup_title (g_ptr_array_index (team, i), academy_language_get_default ()));

  return team != NULL;
}

/* Adds the texts that the field itself suggests. */
static gboolean
add_own (AcademyStore        *store,
         AcademyItem         *item,
         const AcademyField  *field,
         GHashTable          *texts,
         GError             **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(AcademyItem) owner = NULL;
  g_autoptr(GError) reason = NULL;
  g_auto(GStrv) added = NULL;

  if (field->add_suggestions == NULL)
    return TRUE;

  owner = academy_store_get_owner (store, item, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  field->add_suggestions (owner, academy_language_get_default (), builder);
  added = g_strv_builder_end (builder);
  for (guint i = 0; added[i] != NULL; i++)
    g_hash_table_add (texts, g_strdup (added[i]));

  return TRUE;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return academy_collation_compare (*(const char * const *) a, -1, *(const char * const *) b, -1);
}

/**
 * academy_suggestions_get:
 * @store: a store
 * @item: the item being edited; one of @store or a draft
 * @field: a field of its kind that has suggestions
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the texts in fields of the same group as
 *   @field, for a role the roles in the team, and what the field suggests itself,
 *   each once
 */
GStrv
academy_suggestions_get (AcademyStore        *store,
                         AcademyItem         *item,
                         const AcademyField  *field,
                         GError             **error)
{
  g_autoptr(GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) sorted = NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    ACADEMY_KIND_FOREACH_FIELD (*kind, source)
      if (g_strcmp0 (source->suggests, field->suggests) == 0 &&
          !add_texts (store, *kind, source, item, texts, error))
        return NULL;
  if (!add_team (store, item, field, texts, error) || !add_own (store, item, field, texts, error))
    return NULL;

  sorted = g_hash_table_get_keys_as_ptr_array (texts);
  g_ptr_array_sort (sorted, compare_texts);
  for (guint i = 0; i < sorted->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (sorted, i));

  return g_strv_builder_end (builder);
}

/* Returns the fields of a kind whose texts are suggested for @field, as bits. */
static guint64
get_sources (const AcademyKind  *kind,
             const AcademyField *field)
{
  guint64 sources = kind == &academy_participation_kind && is_role (field) ? G_MAXUINT64 : 0;

  ACADEMY_KIND_FOREACH_FIELD (kind, source)
    if (g_strcmp0 (source->suggests, field->suggests) == 0)
      sources |= academy_kind_get_bit (kind, source);

  return sources;
}

/**
 * academy_suggestions_are_changed:
 * @owner: (nullable): the id of the item that the edited item is a part of
 * @field: a field that has suggestions
 * @changes: changes of the store
 *
 * Returns: whether academy_suggestions_get() may return other texts than before
 *   @changes
 */
gboolean
academy_suggestions_are_changed (const char           *owner,
                                 const AcademyField   *field,
                                 const AcademyChanges *changes)
{
  if (academy_changes_is_everything (changes) || (owner != NULL && academy_changes_find (changes, owner) != NULL))
    return TRUE;

  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);

      if ((change->fields & get_sources (change->kind, field)) != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * academy_suggestions_dup_value:
 * @field: a field that has suggestions
 * @text: one of them
 *
 * Returns: (transfer full): the text to write into @field; of a CPV code and its
 *   label, the code
 */
char *
academy_suggestions_dup_value (const AcademyField *field,
                               const char         *text)
{
  return field->type == ACADEMY_CPV ? g_strndup (text, strcspn (text, " ")) : g_strdup (text);
}
