/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-hints-private.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-procurement-clock.h"
#include "academy-store-query.h"

static void
take_id (AcademyStore *store,
         sqlite3_stmt *row,
         gpointer      ids)
{
  g_ptr_array_add (ids, g_strdup (academy_database_get_text (row, 0)));
}

static void
check_procurement (AcademyHintsReader *self,
                   AcademyItem        *opportunity)
{
  AcademyDay day;
  g_autofree char *late =
    academy_procurement_clock_dup_late (opportunity, academy_store_get_day (self->store), self->language, &day);
  g_autofree char *title = NULL;

  if (late == NULL)
    return;

  title = academy_translations_dup_title (self->translations, opportunity, self->language);
  /* Translators: an opportunity, and what is late of its procurement */
  academy_hints_add (self, ACADEMY_HINT_PROCUREMENT, self->organisation, &academy_opportunity_kind, day,
                     g_strdup_printf (academy_language_translate (self->language, N_("%s: %s")), title, late))
    ->item = g_strdup (academy_item_get_id (opportunity));
}

/* Checks the opportunities of one organisation that are chosen and to be in use on some
 * day, but for those that have been bought already. What is not decided is not late. */
gboolean
academy_hints_read_procurements (AcademyHintsReader  *self,
                                 GError             **error)
{
  static const char sql[] =
    "SELECT \"id\" FROM \"opportunity\" WHERE \"organisation\" = ?1 AND \"needed\" IS NOT NULL "
    "AND \"choice\" = 'chosen' AND coalesce (\"stage\", '') NOT IN ('contract', 'evaluation') ORDER BY \"id\"";
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) opportunities = NULL;

  if (academy_store_query (self->store, sql, &self->organisation, 1, take_id, ids, error))
    opportunities = academy_store_get_each (self->store, &academy_opportunity_kind, ids, error);

  for (guint i = 0; opportunities != NULL && i < opportunities->len; i++)
    check_procurement (self, g_ptr_array_index (opportunities, i));

  return opportunities != NULL;
}
