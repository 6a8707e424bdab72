/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-links.h"

/* The dependencies of one measure on others. */
typedef struct {
  guint n_waits;
  guint n_broken;
  char  named[ACADEMY_BAR_MOST_NAMED][37];
} Waits;

struct _AcademyTimelineLinks {
  /* Owned */
  GArray     *dependencies;
  GArray     *links;
  GHashTable *waits;
};

/**
 * academy_timeline_links_new:
 *
 * Returns: (transfer full): links without dependencies
 */
AcademyTimelineLinks *
academy_timeline_links_new (void)
{
  AcademyTimelineLinks *self = g_new0 (AcademyTimelineLinks, 1);

  self->dependencies = g_array_new (FALSE, FALSE, sizeof (AcademyScheduleLink));
  self->links = g_array_new (FALSE, FALSE, sizeof (AcademyTimelineLink));
  self->waits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * academy_timeline_links_free:
 * @self: (transfer full): links
 */
void
academy_timeline_links_free (AcademyTimelineLinks *self)
{
  g_array_unref (self->dependencies);
  g_array_unref (self->links);
  g_hash_table_unref (self->waits);
  g_free (self);
}

/* Counts a dependency. The names of broken ones replace those of the others. */
static void
count_wait (Waits                     *waits,
            const AcademyScheduleLink *dependency)
{
  gboolean broken = !academy_schedule_link_holds (dependency);
  guint n_named = broken ? waits->n_broken : waits->n_waits;

  if (broken && waits->n_broken == 0)
    memset (waits->named, 0, sizeof waits->named);
  if (n_named < ACADEMY_BAR_MOST_NAMED && (broken || waits->n_broken == 0))
    memcpy (waits->named[n_named], dependency->predecessor, sizeof dependency->predecessor);
  waits->n_waits++;
  waits->n_broken += broken;
}

static void
count_waits (AcademyTimelineLinks *self)
{
  g_hash_table_remove_all (self->waits);
  for (guint i = 0; i < self->dependencies->len; i++)
    {
      AcademyScheduleLink *dependency = &g_array_index (self->dependencies, AcademyScheduleLink, i);
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
 * academy_timeline_links_read:
 * @self: links
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @error: return location for an error
 *
 * Reads the dependencies from the file. Call academy_timeline_links_place() next.
 *
 * Returns: whether they could be read; otherwise those that were read before stay
 */
gboolean
academy_timeline_links_read (AcademyTimelineLinks  *self,
                             AcademyStore          *store,
                             const char            *organisation,
                             GError               **error)
{
  GArray *dependencies = academy_schedule_read_links (store, organisation, error);

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
find_places (AcademyTimelineLinks *self,
             AcademyTimelineLines *lines)
{
  AcademySchedule *schedule = academy_timeline_lines_get_schedule (lines);
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->dependencies->len; i++)
    {
      AcademyScheduleLink *dependency = &g_array_index (self->dependencies, AcademyScheduleLink, i);

      g_hash_table_insert (places, dependency->predecessor, NULL);
      g_hash_table_insert (places, dependency->successor, NULL);
    }

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);
      guint position = academy_timeline_lines_get_position (lines, i);
      guint n_entries = academy_timeline_lines_is_folded (lines, heading) ? 0 : heading->entries->len;

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
 * academy_timeline_links_place:
 * @self: links
 * @lines: the lines of the timeline
 *
 * Finds the lines at both ends of each dependency. Call it whenever the lines
 * change.
 */
void
academy_timeline_links_place (AcademyTimelineLinks *self,
                              AcademyTimelineLines *lines)
{
  g_autoptr(GHashTable) places = NULL;

  g_array_set_size (self->links, 0);
  if (self->dependencies->len == 0)
    return;

  places = find_places (self, lines);
  for (guint i = 0; i < self->dependencies->len; i++)
    {
      AcademyScheduleLink *dependency = &g_array_index (self->dependencies, AcademyScheduleLink, i);
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (places, dependency->predecessor));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (places, dependency->successor));
      AcademyTimelineLink link = {
        .from = from - 1,
        .to = to - 1,
        .end = dependency->end,
        .start = dependency->start,
        .broken = !academy_schedule_link_holds (dependency),
        .dependency = dependency,
      };

      if (from != 0 && to != 0 && link.end != 0 && link.start != 0)
        g_array_append_val (self->links, link);
    }
}

/**
 * academy_timeline_links_get:
 * @self: links
 *
 * Returns: (transfer none) (element-type AcademyTimelineLink): the dependencies
 *   to draw: those with a line and a day at both ends
 */
GArray *
academy_timeline_links_get (AcademyTimelineLinks *self)
{
  return self->links;
}

/**
 * academy_timeline_links_complete:
 * @self: links
 * @id: the id of an item
 * @bar: the bar of the item
 *
 * Adds to @bar on which measures the item depends.
 */
void
academy_timeline_links_complete (AcademyTimelineLinks *self,
                                 const char           *id,
                                 AcademyBar           *bar)
{
  const Waits *waits = g_hash_table_lookup (self->waits, id);

  if (waits == NULL)
    return;

  bar->n_waits = waits->n_waits;
  bar->n_broken = waits->n_broken;
  memcpy (bar->named, waits->named, sizeof bar->named);
}
