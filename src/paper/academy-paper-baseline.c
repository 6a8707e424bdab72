/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>

#include "academy-baseline.h"
#include "academy-error.h"
#include "academy-kinds.h"

/* The latest of each organisation with that id or title. */
static GHashTable *
find_baselines (AcademyPaper  *self,
                const char    *wanted,
                GError       **error)
{
  g_autoptr(GPtrArray) baselines = academy_store_get_all (self->store, &academy_baseline_kind, self->organisation, error);
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  if (baselines == NULL)
    return NULL;

  for (guint i = 0; i < baselines->len; i++)
    {
      AcademyItem *baseline = g_ptr_array_index (baselines, i);
      const char *owner = academy_item_get_owner (baseline);

      if (owner != NULL &&
          (g_strcmp0 (academy_item_get_text (baseline, "title"), wanted) == 0 ||
           g_str_equal (academy_item_get_id (baseline), wanted)))
        g_hash_table_replace (found, (gpointer) owner, g_object_ref (baseline));
    }

  if (g_hash_table_size (found) > 0)
    return g_steal_pointer (&found);

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
               _("There is no baseline “%s” to compare with."), wanted);
  return NULL;
}

/**
 * academy_paper_read_baseline:
 * @self: a paper
 * @wanted: the id or the title of a baseline; of the whole programme, the title
 *   of those of its organisations
 * @error: says why it could not be read
 *
 * Returns: whether lines are compared with it
 */
gboolean
academy_paper_read_baseline (AcademyPaper  *self,
                             const char    *wanted,
                             GError       **error)
{
  g_autoptr(GHashTable) baselines = find_baselines (self, wanted, error);
  GHashTableIter iterator;
  gpointer baseline;

  if (baselines == NULL)
    return FALSE;

  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_hash_table_iter_init (&iterator, baselines);
  while (g_hash_table_iter_next (&iterator, NULL, &baseline))
    {
      GHashTable *dates = academy_baseline_read (self->store, academy_item_get_id (baseline), error);

      if (dates == NULL)
        return FALSE;

      g_ptr_array_add (self->dates, dates);
      g_set_str (&self->baseline, academy_item_get_text (baseline, "title"));
    }

  return TRUE;
}

/**
 * academy_paper_complete_bar:
 * @self: a paper
 * @id: the id of an item
 * @bar: its bar
 *
 * Says in @bar when it was to take place by the baseline.
 */
void
academy_paper_complete_bar (AcademyPaper *self,
                            const char   *id,
                            AcademyBar   *bar)
{
  for (guint i = 0; self->dates != NULL && i < self->dates->len; i++)
    {
      const AcademyBaselineDates *planned = g_hash_table_lookup (g_ptr_array_index (self->dates, i), id);

      if (planned != NULL)
        bar->baseline = (AcademySpan) { .start = planned->start, .end = planned->end };
    }
}

/**
 * academy_paper_extend_range:
 * @self: a paper
 * @from: (inout): the first day, or 0
 * @to: (inout): the last one
 *
 * Makes room for the days of the baseline.
 */
void
academy_paper_extend_range (AcademyPaper *self,
                            guint32      *from,
                            guint32      *to)
{
  for (guint i = 0; self->dates != NULL && i < self->dates->len; i++)
    {
      GHashTableIter iterator;
      gpointer value;

      g_hash_table_iter_init (&iterator, g_ptr_array_index (self->dates, i));
      while (g_hash_table_iter_next (&iterator, NULL, &value))
        {
          const AcademyBaselineDates *dates = value;

          if (dates->start != 0)
            *from = *from == 0 ? dates->start : MIN (*from, dates->start);
          *to = MAX (*to, dates->end);
        }
    }
}
