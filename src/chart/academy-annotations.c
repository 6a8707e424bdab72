/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-annotations.h"

#include "academy-baseline.h"
#include "academy-hints.h"
#include "academy-kinds.h"

struct _AcademyAnnotations {
  /* Owned */
  AcademyDependencyLines *links;
  GPtrArray              *hints;
  GHashTable             *warned;
  GHashTable             *dates;
  char                   *baseline;
};

/**
 * academy_annotations_new:
 *
 * Returns: (transfer full): annotations, none yet
 */
AcademyAnnotations *
academy_annotations_new (void)
{
  AcademyAnnotations *self = g_new0 (AcademyAnnotations, 1);

  self->links = academy_dependency_lines_new ();
  self->warned = g_hash_table_new (g_str_hash, g_str_equal);
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  return self;
}

/**
 * academy_annotations_free:
 * @self: (transfer full): annotations
 */
void
academy_annotations_free (AcademyAnnotations *self)
{
  academy_dependency_lines_free (self->links);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  g_hash_table_unref (self->warned);
  g_hash_table_unref (self->dates);
  g_free (self->baseline);
  g_free (self);
}

/* The hints own the ids of the items that are warned about. */
static gboolean
take_hints (AcademyAnnotations *self,
            GPtrArray          *hints)
{
  if (hints == NULL)
    return FALSE;

  g_hash_table_remove_all (self->warned);
  for (guint i = 0; i < hints->len; i++)
    {
      const AcademyHint *hint = g_ptr_array_index (hints, i);

      if (hint->item != NULL)
        g_hash_table_add (self->warned, hint->item);
    }
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  self->hints = hints;
  return TRUE;
}

/**
 * academy_annotations_read:
 * @self: annotations
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @error: return location for an error
 *
 * Reads dependencies and hints from the file. Call academy_annotations_place()
 * next.
 *
 * Returns: whether they could be read; otherwise those that were read before stay
 */
gboolean
academy_annotations_read (AcademyAnnotations *self,
                          AcademyStore       *store,
                          const char         *organisation,
                          GError            **error)
{
  return academy_annotations_read_dependencies (self, store, organisation, error) &&
         take_hints (self, academy_hints_read (store, organisation, NULL, academy_language_get_default (), error));
}

/**
 * academy_annotations_update:
 * @self: annotations of all organisations
 * @store: a store
 * @changed: (element-type utf8): the set of the ids of the organisations that
 *   changed since they were read, see academy_changes_get_organisations()
 * @error: return location for an error
 *
 * Reads the dependencies and hints of @changed again, or all if none have been
 * read. Call academy_annotations_place() next.
 *
 * Returns: whether they could be read; otherwise the next call reads all
 */
gboolean
academy_annotations_update (AcademyAnnotations *self,
                            AcademyStore       *store,
                            GHashTable         *changed,
                            GError            **error)
{
  GPtrArray *hints = g_steal_pointer (&self->hints);

  if (hints == NULL)
    return academy_annotations_read (self, store, NULL, error);

  g_hash_table_remove_all (self->warned);
  hints = academy_hints_update (hints, store, changed, academy_language_get_default (), error);
  if (!take_hints (self, hints))
    return FALSE;
  if (academy_dependency_lines_update (self->links, store, changed, error))
    return TRUE;

  g_hash_table_remove_all (self->warned);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  return FALSE;
}

/**
 * academy_annotations_read_dependencies:
 * @self: annotations
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @error: return location for an error
 *
 * Reads dependencies only, for paper, which shows no hints. Call
 * academy_annotations_place() next.
 *
 * Returns: whether they could be read; otherwise those that were read before stay
 */
gboolean
academy_annotations_read_dependencies (AcademyAnnotations *self,
                                       AcademyStore       *store,
                                       const char         *organisation,
                                       GError            **error)
{
  return academy_dependency_lines_read (self->links, store, organisation, error);
}

/**
 * academy_annotations_place:
 * @self: annotations
 * @lines: the lines of the timeline
 *
 * Finds the lines at both ends of each dependency; see
 * academy_dependency_lines_place().
 */
void
academy_annotations_place (AcademyAnnotations *self,
                           AcademyLines       *lines)
{
  academy_dependency_lines_place (self->links, lines);
}

/**
 * academy_annotations_complete:
 * @self: annotations
 * @id: the id of an item
 * @bar: the bar of the item
 *
 * Adds the dependencies, the hint and the baseline of the item to @bar.
 */
void
academy_annotations_complete (AcademyAnnotations *self,
                              const char         *id,
                              AcademyBar         *bar)
{
  const AcademyBaselineDates *planned = g_hash_table_lookup (self->dates, id);

  if (planned != NULL)
    bar->baseline = (AcademySpan) { .start = planned->start, .end = planned->end };
  academy_dependency_lines_complete (self->links, id, bar);
  bar->warned = g_hash_table_contains (self->warned, id);
}

/**
 * academy_annotations_get_dependencies:
 * @self: annotations
 *
 * Returns: (transfer none) (element-type AcademyDependencyLine): the dependencies
 *   to draw; see academy_dependency_lines_get()
 */
GArray *
academy_annotations_get_dependencies (AcademyAnnotations *self)
{
  return academy_dependency_lines_get (self->links);
}

/**
 * academy_annotations_get_hints:
 * @self: annotations
 *
 * Returns: (transfer none) (nullable) (element-type AcademyHint): the hints, or
 *   %NULL while none have been read
 */
GPtrArray *
academy_annotations_get_hints (AcademyAnnotations *self)
{
  return self->hints;
}

/* Finds the ids of the baselines that @baseline stands for. */
static GPtrArray *
find_baselines (AcademyStore *store,
                const char   *baseline,
                GError      **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) organisations = NULL;

  if (g_strcmp0 (baseline, ACADEMY_TIMELINE_NEWEST_BASELINES) != 0)
    {
      if (baseline != NULL)
        g_ptr_array_add (found, g_strdup (baseline));
      return g_steal_pointer (&found);
    }

  organisations = academy_store_get_ids (store, &academy_organisation_kind, NULL, error);
  for (guint i = 0; organisations != NULL && i < organisations->len; i++)
    {
      g_autoptr(GPtrArray) ids =
        academy_store_get_ids (store, &academy_baseline_kind, g_ptr_array_index (organisations, i), error);

      if (ids == NULL)
        return NULL;
      if (ids->len > 0)
        g_ptr_array_add (found, g_strdup (g_ptr_array_index (ids, ids->len - 1)));
    }

  return organisations != NULL ? g_steal_pointer (&found) : NULL;
}

/**
 * academy_annotations_set_baseline:
 * @self: annotations
 * @store: a store
 * @baseline: (nullable): the id of the baseline to compare with,
 *   %ACADEMY_TIMELINE_NEWEST_BASELINES, or %NULL to compare with none
 * @error: return location for an error
 *
 * Sets the baseline that bars are compared with.
 *
 * Returns: whether it could be read; otherwise the one before stays
 */
gboolean
academy_annotations_set_baseline (AcademyAnnotations *self,
                                  AcademyStore       *store,
                                  const char         *baseline,
                                  GError            **error)
{
  g_autoptr(GPtrArray) ids = find_baselines (store, baseline, error);

  if (ids == NULL || !academy_annotations_set_baselines (self, store, ids, error))
    return FALSE;

  g_set_str (&self->baseline, baseline);
  return TRUE;
}

/* The key is part of the value, so that it must be replaced with it. */
static gboolean
steal_dates (gpointer key,
             gpointer value,
             gpointer data)
{
  g_hash_table_replace (data, key, value);
  return TRUE;
}

/**
 * academy_annotations_set_baselines:
 * @self: annotations
 * @store: a store
 * @baselines: (element-type utf8): the ids of baselines, one of each organisation
 * @error: return location for an error
 *
 * Sets several baselines together, as those of the whole programme.
 *
 * Returns: whether all could be read; otherwise those before stay
 */
gboolean
academy_annotations_set_baselines (AcademyAnnotations *self,
                                   AcademyStore       *store,
                                   GPtrArray          *baselines,
                                   GError            **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < baselines->len; i++)
    {
      g_autoptr(GHashTable) dates = academy_baseline_read (store, g_ptr_array_index (baselines, i), error);

      if (dates == NULL)
        return FALSE;

      g_hash_table_foreach_steal (dates, steal_dates, all);
    }

  g_hash_table_unref (self->dates);
  self->dates = g_steal_pointer (&all);
  return TRUE;
}

/**
 * academy_annotations_get_baseline:
 * @self: annotations
 *
 * Returns: (transfer none) (nullable): the baseline that was set by
 *   academy_annotations_set_baseline()
 */
const char *
academy_annotations_get_baseline (AcademyAnnotations *self)
{
  return self->baseline;
}

/**
 * academy_annotations_extend_range:
 * @self: annotations
 * @first: (inout): the first Julian day of a timeline, or 0 when it has none
 * @last: (inout): the last one, or 0
 *
 * Extends a range so that it has all days of the baseline.
 */
void
academy_annotations_extend_range (AcademyAnnotations *self,
                                  AcademyDay         *first,
                                  AcademyDay         *last)
{
  GHashTableIter iterator;
  gpointer value;

  g_hash_table_iter_init (&iterator, self->dates);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    {
      const AcademyBaselineDates *dates = value;

      if (dates->start != 0)
        *first = *first == 0 ? dates->start : MIN (*first, dates->start);
      *last = MAX (*last, dates->end);
    }
}
