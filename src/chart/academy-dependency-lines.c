/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-dependency-lines.h"

#define N_HASHED 8

/* A measure with a dependency: the position of its line plus 1, or 0 when it has
 * none, and the index plus 1 of the first dependency of which it is the successor. */
typedef struct {
  guint place;
  guint first;
} End;

/* The ends of a dependency, and the index plus 1 of the next one with the same
 * successor. */
typedef struct {
  guint predecessor;
  guint successor;
  guint next;
} Joint;

struct _AcademyDependencyLines {
  /* Owned */
  GArray     *dependencies;
  GArray     *links;
  GHashTable *numbers;
  GArray     *ends;
  GArray     *joints;
};

/* Hashes only the first letters of an id, which are random. */
static guint
hash_id (gconstpointer id)
{
  const char *letters = id;
  guint hash = 0;

  for (guint i = 0; i < N_HASHED && letters[i] != '\0'; i++)
    hash = hash * 31 + letters[i];

  return hash;
}

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
  self->numbers = g_hash_table_new (hash_id, g_str_equal);
  self->ends = g_array_new (FALSE, TRUE, sizeof (End));
  self->joints = g_array_new (FALSE, TRUE, sizeof (Joint));

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
  g_hash_table_unref (self->numbers);
  g_array_unref (self->ends);
  g_array_unref (self->joints);
  g_free (self);
}

/* Finds or adds the end with an id, which must outlive it. */
static guint
get_end (AcademyDependencyLines *self,
         char                   *id)
{
  gpointer number;

  if (g_hash_table_lookup_extended (self->numbers, id, NULL, &number))
    return GPOINTER_TO_UINT (number);

  g_hash_table_insert (self->numbers, id, GUINT_TO_POINTER (self->ends->len));
  g_array_set_size (self->ends, self->ends->len + 1);
  return self->ends->len - 1;
}

/* Joins the dependencies of each successor, from the last to the first, so that
 * they are counted in their order. */
static void
join (AcademyDependencyLines *self)
{
  g_array_set_size (self->links, 0);
  g_hash_table_remove_all (self->numbers);
  g_array_set_size (self->ends, 0);
  g_array_set_size (self->joints, self->dependencies->len);
  for (guint i = self->dependencies->len; i > 0; i--)
    {
      AcademyScheduleDependency *dependency = &g_array_index (self->dependencies, AcademyScheduleDependency, i - 1);
      Joint *joint = &g_array_index (self->joints, Joint, i - 1);
      End *successor;

      joint->predecessor = get_end (self, dependency->predecessor);
      joint->successor = get_end (self, dependency->successor);
      successor = &g_array_index (self->ends, End, joint->successor);
      joint->next = successor->first;
      successor->first = i;
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

  g_array_unref (self->dependencies);
  self->dependencies = dependencies;
  join (self);
  return TRUE;
}

/**
 * academy_dependency_lines_update:
 * @self: dependency lines of all organisations
 * @store: a store
 * @changed: (element-type utf8): the set of the ids of the organisations that
 *   changed since they were read
 * @error: return location for an error
 *
 * Reads the dependencies of @changed again. Call academy_dependency_lines_place()
 * next.
 *
 * Returns: whether they could be read
 */
gboolean
academy_dependency_lines_update (AcademyDependencyLines *self,
                                 AcademyStore           *store,
                                 GHashTable             *changed,
                                 GError                **error)
{
  gboolean updated;

  if (g_hash_table_size (changed) == 0)
    return TRUE;

  updated = academy_schedule_update_dependencies (self->dependencies, store, changed, error);
  join (self);
  return updated;
}

/* Finds the lines of the measures that have a dependency. */
static void
place_ends (AcademyDependencyLines *self,
            AcademyLines           *lines)
{
  AcademySchedule *schedule = academy_lines_get_schedule (lines);

  for (guint i = 0; i < self->ends->len; i++)
    g_array_index (self->ends, End, i).place = 0;

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);
      guint position = academy_lines_get_position (lines, i);
      guint n_entries = academy_lines_is_folded (lines, heading) ? 0 : heading->entries->len;
      gpointer number;

      for (guint n = 0; n < n_entries; n++)
        if (g_hash_table_lookup_extended (self->numbers, academy_schedule_get_entry (heading, n)->id, NULL, &number))
          g_array_index (self->ends, End, GPOINTER_TO_UINT (number)).place = position + 1 + n + 1;
    }
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
  g_array_set_size (self->links, 0);
  if (self->dependencies->len == 0)
    return;

  place_ends (self, lines);
  for (guint i = 0; i < self->dependencies->len; i++)
    {
      AcademyScheduleDependency *dependency = &g_array_index (self->dependencies, AcademyScheduleDependency, i);
      const Joint *joint = &g_array_index (self->joints, Joint, i);
      guint from = g_array_index (self->ends, End, joint->predecessor).place;
      guint to = g_array_index (self->ends, End, joint->successor).place;
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

/* Counts a dependency. The names of broken ones replace those of the others. */
static void
count_wait (AcademyBar                      *bar,
            const AcademyScheduleDependency *dependency)
{
  gboolean broken = !academy_schedule_dependency_holds (dependency);
  guint n_named = broken ? bar->n_broken : bar->n_waits;

  if (broken && bar->n_broken == 0)
    memset (bar->named, 0, sizeof bar->named);
  if (n_named < ACADEMY_BAR_MOST_NAMED && (broken || bar->n_broken == 0))
    memcpy (bar->named[n_named], dependency->predecessor, sizeof dependency->predecessor);
  bar->n_waits++;
  bar->n_broken += broken;
}

/**
 * academy_dependency_lines_complete:
 * @self: dependency lines
 * @id: the id of an item
 * @bar: the bar of the item, without any dependency yet
 *
 * Adds to @bar on which measures the item depends.
 */
void
academy_dependency_lines_complete (AcademyDependencyLines *self,
                                   const char             *id,
                                   AcademyBar             *bar)
{
  gpointer number;
  guint n;

  if (!g_hash_table_lookup_extended (self->numbers, id, NULL, &number))
    return;

  n = g_array_index (self->ends, End, GPOINTER_TO_UINT (number)).first;
  for (; n != 0; n = g_array_index (self->joints, Joint, n - 1).next)
    count_wait (bar, &g_array_index (self->dependencies, AcademyScheduleDependency, n - 1));
}
