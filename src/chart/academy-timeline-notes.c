/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-notes.h"

#include "academy-baseline.h"
#include "academy-hints.h"
#include "academy-kinds.h"

struct _AcademyTimelineNotes {
  /* Owned */
  AcademyTimelineLinks *links;
  GPtrArray            *hints;
  GHashTable           *warned;
  GHashTable           *dates;
  char                 *baseline;
};

AcademyTimelineNotes *
academy_timeline_notes_new (void)
{
  AcademyTimelineNotes *self = g_new0 (AcademyTimelineNotes, 1);

  self->links = academy_timeline_links_new ();
  self->warned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
academy_timeline_notes_free (AcademyTimelineNotes *self)
{
  academy_timeline_links_free (self->links);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  g_hash_table_unref (self->warned);
  g_clear_pointer (&self->dates, g_hash_table_unref);
  g_free (self->baseline);
  g_free (self);
}

static gboolean
read_hints (AcademyTimelineNotes  *self,
            AcademyStore          *store,
            const char            *organisation,
            GError               **error)
{
  g_autoptr(GPtrArray) hints =
    academy_hints_read (store, organisation, academy_language_get_default (), error);

  if (hints == NULL)
    return FALSE;

  g_hash_table_remove_all (self->warned);
  for (guint i = 0; i < hints->len; i++)
    {
      const AcademyHint *hint = g_ptr_array_index (hints, i);

      if (hint->item != NULL)
        g_hash_table_add (self->warned, g_strdup (hint->item));
    }
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  self->hints = g_steal_pointer (&hints);
  return TRUE;
}

/**
 * academy_timeline_notes_read:
 * @self: notes
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @error: says why they could not be read
 *
 * Returns: whether dependencies and hints are those of the file now; they want
 *   to be placed then
 */
gboolean
academy_timeline_notes_read (AcademyTimelineNotes  *self,
                             AcademyStore          *store,
                             const char            *organisation,
                             GError               **error)
{
  return academy_timeline_links_read (self->links, store, organisation, error) &&
         read_hints (self, store, organisation, error);
}

void
academy_timeline_notes_place (AcademyTimelineNotes *self,
                              AcademyTimelineLines *lines)
{
  academy_timeline_links_place (self->links, lines);
}

/**
 * academy_timeline_notes_complete:
 * @self: notes
 * @id: the id of an item
 * @bar: its bar
 *
 * Adds to @bar what is known of it here.
 */
void
academy_timeline_notes_complete (AcademyTimelineNotes *self,
                                 const char           *id,
                                 AcademyBar           *bar)
{
  const AcademyBaselineDates *planned = self->dates != NULL ? g_hash_table_lookup (self->dates, id) : NULL;

  if (planned != NULL)
    bar->baseline = (AcademySpan) { .start = planned->start, .end = planned->end };
  academy_timeline_links_complete (self->links, id, bar);
  bar->warned = g_hash_table_contains (self->warned, id);
}

GArray *
academy_timeline_notes_get_links (AcademyTimelineNotes *self)
{
  return academy_timeline_links_get (self->links);
}

GPtrArray *
academy_timeline_notes_get_hints (AcademyTimelineNotes *self)
{
  return self->hints;
}

static gboolean
steal_dates (gpointer key,
             gpointer value,
             gpointer data)
{
  g_hash_table_insert (data, key, value);
  return TRUE;
}

/* The newest baseline of every organisation together. */
static GHashTable *
read_newest_baselines (AcademyStore  *store,
                       GError       **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr(GPtrArray) organisations = academy_store_get_ids (store, &academy_organisation_kind, NULL, error);

  for (guint i = 0; organisations != NULL && i < organisations->len; i++)
    {
      g_autoptr(GPtrArray) ids =
        academy_store_get_ids (store, &academy_baseline_kind, g_ptr_array_index (organisations, i), error);
      g_autoptr(GHashTable) dates = NULL;

      if (ids == NULL)
        return NULL;
      if (ids->len == 0)
        continue;

      dates = academy_baseline_read (store, g_ptr_array_index (ids, ids->len - 1), error);
      if (dates == NULL)
        return NULL;
      g_hash_table_foreach_steal (dates, steal_dates, all);
    }

  return organisations != NULL ? g_steal_pointer (&all) : NULL;
}

/**
 * academy_timeline_notes_set_baseline:
 * @self: notes
 * @store: a store
 * @baseline: (nullable): the id of the baseline to compare with, or
 *   %ACADEMY_TIMELINE_NEWEST_BASELINES
 * @error: says why it could not be read
 *
 * Returns: whether bars are compared with @baseline from now on
 */
gboolean
academy_timeline_notes_set_baseline (AcademyTimelineNotes  *self,
                                     AcademyStore          *store,
                                     const char            *baseline,
                                     GError               **error)
{
  g_autoptr(GHashTable) dates = NULL;

  if (baseline != NULL)
    {
      dates = g_str_equal (baseline, ACADEMY_TIMELINE_NEWEST_BASELINES)
                ? read_newest_baselines (store, error) : academy_baseline_read (store, baseline, error);
      if (dates == NULL)
        return FALSE;
    }

  g_clear_pointer (&self->dates, g_hash_table_unref);
  self->dates = g_steal_pointer (&dates);
  g_set_str (&self->baseline, baseline);
  return TRUE;
}

const char *
academy_timeline_notes_get_baseline (AcademyTimelineNotes *self)
{
  return self->baseline;
}
