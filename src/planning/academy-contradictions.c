/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-contradictions.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-store-query.h"

static void
take_id (AcademyStore *store,
         sqlite3_stmt *row,
         gpointer      ids)
{
  g_ptr_array_add (ids, g_strdup (academy_database_get_text (row, 0)));
}

/**
 * academy_contradictions_find:
 * @store: a store
 * @organisation: the id of an organisation
 * @error: return location for an error
 *
 * Finds the opinions that stand against each other, until it is said of one of the two
 * how that was settled. Private ones are among them.
 *
 * Returns: (transfer full) (nullable) (element-type AcademyItem): the notes that
 *   contradict another one, the newest first
 */
GPtrArray *
academy_contradictions_find (AcademyStore  *store,
                             const char    *organisation,
                             GError       **error)
{
  static const char sql[] =
    "SELECT \"note\".\"id\" FROM \"note\" JOIN \"note\" AS \"other\" ON \"other\".\"id\" = \"note\".\"contradicts\" "
    "WHERE \"note\".\"organisation\" = ?1 AND \"note\".\"settlement\" IS NULL AND \"other\".\"settlement\" IS NULL "
    "ORDER BY \"note\".\"time\" DESC, \"note\".\"id\"";
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  if (!academy_store_query (store, sql, &organisation, 1, take_id, ids, error))
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      AcademyItem *note = academy_store_get (store, &academy_note_kind, g_ptr_array_index (ids, i), error);

      if (note == NULL)
        return NULL;
      g_ptr_array_add (notes, note);
    }

  return g_steal_pointer (&notes);
}

/**
 * academy_contradictions_dup_title:
 * @n_pairs: how many pairs of opinions stand against each other, at least one
 * @language: the language to use
 *
 * Returns: (transfer full): a text that says so
 */
char *
academy_contradictions_dup_title (guint                  n_pairs,
                                  const AcademyLanguage *language)
{
  if (n_pairs == 1)
    return g_strdup (academy_language_translate (language, N_("Two opinions stand against each other")));

  return g_strdup_printf (academy_language_translate (language, N_("%u pairs of opinions stand against each other")), n_pairs);
}
