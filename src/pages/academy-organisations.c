/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-organisations.h"

#include "academy-kinds.h"

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title_a = academy_item_dup_title (*(AcademyItem * const *) a, language);
  g_autofree char *title_b = academy_item_dup_title (*(AcademyItem * const *) b, language);

  return g_utf8_collate (title_a, title_b);
}

/**
 * academy_organisations_get:
 * @store: a store
 * @error: says why they could not be read
 *
 * Returns: (transfer full) (element-type AcademyItem): the organisations by
 *   name, as the language of the interface sorts
 */
GPtrArray *
academy_organisations_get (AcademyStore  *store,
                           GError       **error)
{
  GPtrArray *organisations = academy_store_get_all (store, &academy_organisation_kind, NULL, error);

  if (organisations != NULL)
    g_ptr_array_sort (organisations, compare_titles);

  return organisations;
}
