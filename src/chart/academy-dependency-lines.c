/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-dependency-lines.h"

/* The dependencies of one measure on others. */
typedef struct {
  guint n_waits;
  guint n_broken;
  char  named[ACADEMY_BAR_MOST_NAMED][37];
} Waits;

struct _AcademyDependencyLines {
  /* Owned */
  GArray     *dependencies;
  GArray     *links;
  GHashTable *waits;
};

/**
 * academy_dependency_lines_new:
 *
 * Returns: (transfer full): dependency lines, none yet
 */
AcademyDependencyLines *
academy_dependency_lines_new (void)
{
  AcademyDependencyLines *self = g_new0 (AcademyDependencyLines, 1);

  self->dependencies = g_array_new (FALSE, FALSE, sizeof (AcademyScheduleDependency));
  self->links = g_array_new (FALSE, FALSE, sizeof (AcademyDependencyLine));
  self->waits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * academy_dependency_lines_free:
 * @self: (transfer full): dependency lines
 */
void
academy_dependency_lines_free (AcademyDependencyLines *self)
{
  g_array_unref (self->dependencies);
  g_array_unref (self->links);
  g_hash_table_unref (self->waits);
  g_free (self);
}

/* Counts a dependency. The names of broken ones replace those of the others. */
static void
count_wait (Waits                           *waits,
            const AcademyScheduleDependency *dependency)
{
  gboolean broken = !academy_schedule_dependency_holds (dependency);
  guint n_named = broken ? waits->n_broken : waits->n_waits;

  if (broken && waits->n_broken == 0)
    memset (waits->named, 0, sizeof waits->named);
  if (n_named < ACADEMY_BAR_MOST_NAMED && (broken || waits->n_broken == 0))
    memcpy (waits->named[n_named], dependency->predecessor, sizeof dependency->predecessor);
  waits->n_waits++;
  waits->n_broken += broken;
}

static void
count_waits (AcademyDependencyLines *self)
{
  g_hash_table_remove_all (self->waits);
  for (guint i = 0; i < self->dependencies->len; i++)
    {
      AcademyScheduleDependency *dependency = &g_array_index (self->dependencies, AcademyScheduleDependency, i);
      Waits *waits = g_hash_table_lookup (self->waits, dependency->successor);

      if (waits == NULL)
        {
          waits = g_new0 (Waits, 1);
          g_hash_table_insert (self->waits, g_strdup (dependency->successor), waits);
        }
      count_wait (waits, dependency);
    }
}

/**
 * academy_dependency_lines_read:
 * @self: dependency lines
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @error: return location for an error
 *
 * Reads the dependencies from the file. Call academy_dependency_lines_place() next.
 *
 * Returns: whether they could be read; otherwise those that were read before stay
 */
gboolean
academy_dependency_lines_read (AcademyDependencyLines *self,
                               AcademyStore           *store,
                               const char             *organisation,
                               GError                **error)
{
  GArray *dependencies = academy_schedule_read_dependencies (store, organisation, error);

  if (dependencies == NULL)
    return FALSE;

  g_array_set_size (self->links, 0);
  g_array_unref (self->dependencies);
  self->dependencies = dependencies;
  count_waits (self);
  return TRUE;
}

/* Finds the line of each measure that has a dependency: its position plus 1, or 0
 * when it has no line. */
static GHashTable *
find_places (AcademyDependencyLines *self,
             AcademyLines           *lines)
{
  AcademySchedule *schedule = academy_lines_get_schedule (lines);
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->dependencies->len; i++)
    {
      AcademyScheduleDependency *dependency = &g_array_index (self->dependencies, AcademyScheduleDependency, i);

      g_hash_table_insert (places, dependency->predecessor, NULL);
      g_hash_table_insert (places, dependency->successor, NULL);
    }

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);
      guint position = academy_lines_get_position (lines, i);
      guint n_entries = academy_lines_is_folded (lines, heading) ? 0 : heading->entries->len;

      for (guint n = 0; n < n_entries; n++)
        {
          char *id = g_array_index (heading->entries, AcademyScheduleEntry, n).id;

          if (g_hash_table_contains (places, id))
            g_hash_table_insert (places, id, GUINT_TO_POINTER (position + 1 + n + 1));
        }
    }

  return places;
}

/**
 * academy_dependency_lines_place:
 * @self: dependency lines
 * @lines: the lines of the timeline
 *
 * Finds the lines at both ends of each dependency. Call it whenever the lines
 * change.
 */
void
academy_dependency_lines_place (AcademyDependencyLines *self,
                                AcademyLines           *lines)
{
  g_autoptr(GHashTable) places = NULL;

  g_array_set_size (self->links, 0);
  if (self->dependencies->len == 0)
    return;

  places = find_places (self, lines);
  for (guint i = 0; i < self->dependencies->len; i++)
    {
      AcademyScheduleDependency *dependency = &g_array_index (self->dependencies, AcademyScheduleDependency, i);
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (places, dependency->predecessor));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (places, dependency->successor));
      AcademyDependencyLine link = {
        .from = from - 1,
        .to = to - 1,
        .end = dependency->end,
        .start = dependency->start,
        .broken = !academy_schedule_dependency_holds (dependency),
        .dependency = dependency,
      };

      if (from != 0 && to != 0 && link.end != 0 && link.start != 0)
        g_array_append_val (self->links, link);
    }
}

/**
 * academy_dependency_lines_get:
 * @self: dependency lines
 *
 * Returns: (transfer none) (element-type AcademyDependencyLine): the dependencies
 *   to draw: those with a line and a day at both ends
 */
GArray *
academy_dependency_lines_get (AcademyDependencyLines *self)
{
  return self->links;
}

/**
 * academy_dependency_lines_complete:
 * @self: dependency lines
 * @id: the id of an item
 * @bar: the bar of the item
 *
 * Adds to @bar on which measures the item depends.
 */
void
academy_dependency_lines_complete (AcademyDependencyLines *self,
                                   const char             *id,
                                   AcademyBar             *bar)
{
  const Waits *waits = g_hash_table_lookup (self->waits, id);

  if (waits == NULL)
    return;

  bar->n_waits = waits->n_waits;
  bar->n_broken = waits->n_broken;
  memcpy (bar->named, waits->named, sizeof bar->named);
}
