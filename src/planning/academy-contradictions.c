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

  if (!academy_store_query (store, sql, &organisation, 1, take_id, ids, error))
    return NULL;

  return academy_store_get_each (store, &academy_note_kind, ids, error);
}

static void
take_secret (AcademyStore *store,
             sqlite3_stmt *row,
             gpointer      is_secret)
{
  *(gboolean *) is_secret = TRUE;
}

/**
 * academy_contradictions_find_secret:
 * @store: a store
 * @note: a note
 * @is_secret: (out): whether a private note contradicts @note or is contradicted by it
 * @error: return location for an error
 *
 * How such a contradiction was settled tells of the private note, also when it is said
 * of one that is public.
 *
 * Returns: whether the file could be read
 */
gboolean
academy_contradictions_find_secret (AcademyStore  *store,
                                    AcademyItem   *note,
                                    gboolean      *is_secret,
                                    GError       **error)
{
  static const char sql[] =
    "SELECT 1 FROM \"note\" WHERE \"id\" = ?1 AND \"private\" = 1 "
    "UNION ALL SELECT 1 FROM \"note\" WHERE \"contradicts\" = ?2 AND \"private\" = 1";
  const char *texts[] = { academy_item_get_text (note, "contradicts"), academy_item_get_id (note) };

  *is_secret = FALSE;
  return academy_store_query (store, sql, texts, G_N_ELEMENTS (texts), take_secret, is_secret, error);
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
