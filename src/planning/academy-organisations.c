/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-organisations.h"

#include "academy-collation.h"
#include "academy-kinds.h"
#include "academy-organisation.h"

/* Compares the places that people have chosen, and the short names of what has
 * none, which comes last. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  AcademyItem *item_a = *(AcademyItem * const *) a, *item_b = *(AcademyItem * const *) b;
  const AcademyLanguage *language = academy_language_get_default ();
  gint64 place_a = academy_item_get_number (item_a, "position");
  gint64 place_b = academy_item_get_number (item_b, "position");
  g_autofree char *name_a = NULL;
  g_autofree char *name_b = NULL;

  if (place_a != place_b)
    return (place_a == ACADEMY_UNSET) - (place_b == ACADEMY_UNSET) ?: (place_a < place_b ? -1 : 1);

  name_a = academy_organisation_dup_short_name (item_a, language);
  name_b = academy_organisation_dup_short_name (item_b, language);
  return academy_collation_compare (name_a, -1, name_b, -1);
}

/**
 * academy_organisations_get_all:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): the organisations, archived
 *   ones too, in the order that people have chosen; until then sorted by short name
 *   in the language of the interface
 */
GPtrArray *
academy_organisations_get_all (AcademyStore  *store,
                               GError       **error)
{
  GPtrArray *organisations = academy_store_get_all (store, &academy_organisation_kind, NULL, error);

  if (organisations != NULL)
    g_ptr_array_sort (organisations, compare_places);

  return organisations;
}

static GPtrArray *
get_those (AcademyStore  *store,
           gboolean       archived,
           GError       **error)
{
  g_autoptr(GPtrArray) all = academy_organisations_get_all (store, error);
  g_autoptr(GPtrArray) those = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (academy_item_get_flag (g_ptr_array_index (all, i), "archived") == archived)
      g_ptr_array_add (those, g_object_ref (g_ptr_array_index (all, i)));

  return all != NULL ? g_steal_pointer (&those) : NULL;
}

/**
 * academy_organisations_get:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): the organisations that are
 *   not archived, in the order of academy_organisations_get_all()
 */
GPtrArray *
academy_organisations_get (AcademyStore  *store,
                           GError       **error)
{
  return get_those (store, FALSE, error);
}

/**
 * academy_organisations_get_archived:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): the archived ones
 */
GPtrArray *
academy_organisations_get_archived (AcademyStore  *store,
                                    GError       **error)
{
  return get_those (store, TRUE, error);
}

/**
 * academy_organisations_find:
 * @store: a store
 * @id: the id of an organisation
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the organisation
 */
AcademyItem *
academy_organisations_find (AcademyStore  *store,
                            const char    *id,
                            GError       **error)
{
  return academy_store_get (store, &academy_organisation_kind, id, error);
}

/**
 * academy_organisations_get_changed:
 * @changes: changes of a store
 *
 * Returns: (transfer container) (nullable) (element-type utf8): the set of the ids
 *   of the organisations of which the name, the stage or the progress may have
 *   changed, see academy_progress_read(); %NULL when it may be any
 */
GHashTable *
academy_organisations_get_changed (const AcademyChanges *changes)
{
  const AcademyKind *work = &academy_measure_kind;
  guint64 counted = academy_kind_get_bit (work, academy_kind_find_field (work, work->status)) |
                    academy_kind_get_bit (work, academy_kind_find_field (work, work->end));
  GHashTable *changed;

  if (academy_changes_is_everything (changes))
    return NULL;

  changed = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < academy_changes_get_length (changes); i++)
    {
      const AcademyChange *change = academy_changes_get (changes, i);

      if (change->kind == &academy_organisation_kind || change->kind == &academy_plan_kind ||
          (change->kind == work && (change->fields & counted) != 0))
        g_hash_table_add (changed, (gpointer) change->organisation);
    }

  return changed;
}

/**
 * academy_organisations_dup_stage:
 * @store: a store
 * @organisation: the id of an organisation
 * @language: the language to use
 * @error: return location for an error
 *
 * Returns: (transfer full): the status of the plan of @organisation; empty when
 *   it has none
 */
char *
academy_organisations_dup_stage (AcademyStore           *store,
                                 const char             *organisation,
                                 const AcademyLanguage  *language,
                                 GError                **error)
{
  const AcademyKind *kind = &academy_plan_kind;
  const AcademyField *status = academy_kind_find_field (kind, "status");
  g_autoptr(GPtrArray) ids = academy_store_get_ids (store, kind, organisation, error);
  g_autoptr(AcademyItem) plan = NULL;

  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    return g_strdup ("");

  plan = academy_store_get (store, kind, g_ptr_array_index (ids, 0), error);
  return plan != NULL ? academy_language_format_value (language, status, academy_item_get_value (plan, status)) : NULL;
}
