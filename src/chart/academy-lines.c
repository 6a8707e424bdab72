/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-lines.h"

struct _AcademyLines {
  /* Owned */
  AcademySchedule *schedule;
  GArray          *positions;
  GHashTable      *folded;

  guint            length;
};

static AcademyScheduleHeading *
get_nth_heading (AcademyLines *self,
                 guint         i)
{
  return g_ptr_array_index (self->schedule->headings, i);
}

/**
 * academy_schedule_heading_dup_key:
 * @heading: a heading
 *
 * Identifies a heading in this and in the next schedule. Owner roles that differ
 * only in upper and lower case are one.
 *
 * Returns: (transfer full): the key; it never equals the id of an item
 */
char *
academy_schedule_heading_dup_key (const AcademyScheduleHeading *heading)
{
  g_autofree char *role = heading->title != NULL ? academy_language_casefold (heading->title) : NULL;
  const char *name = heading->id != NULL ? heading->id : role;

  return g_strdup_printf ("%d %s", heading->type, name != NULL ? name : "");
}

/**
 * academy_lines_is_folded:
 * @self: lines
 * @heading: a heading of the schedule
 *
 * Returns: whether @heading is collapsed
 */
gboolean
academy_lines_is_folded (AcademyLines                 *self,
                         const AcademyScheduleHeading *heading)
{
  g_autofree char *key = academy_schedule_heading_dup_key (heading);

  return g_hash_table_contains (self->folded, key);
}

/* Finds the positions of the headings, with the collapsed ones. */
static void
lay_out (AcademyLines *self)
{
  g_array_set_size (self->positions, 0);
  self->length = 0;
  for (guint i = 0; i < self->schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = get_nth_heading (self, i);

      g_array_append_val (self->positions, self->length);
      self->length += 1 + (academy_lines_is_folded (self, heading) ? 0 : heading->entries->len);
    }
}

static guint
find_heading (AcademyLines *self,
              guint         position)
{
  guint first = 0, last = self->positions->len;

  while (last - first > 1)
    {
      guint middle = first + (last - first) / 2;

      if (g_array_index (self->positions, guint, middle) <= position)
        first = middle;
      else
        last = middle;
    }

  return first;
}

/**
 * academy_lines_new:
 *
 * Returns: (transfer full): lines of an empty schedule
 */
AcademyLines *
academy_lines_new (void)
{
  AcademyLines *self = g_new0 (AcademyLines, 1);

  self->schedule = academy_schedule_new ();
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * academy_lines_free:
 * @self: (transfer full): lines
 */
void
academy_lines_free (AcademyLines *self)
{
  g_clear_pointer (&self->schedule, academy_schedule_free);
  g_array_unref (self->positions);
  g_hash_table_unref (self->folded);
  g_free (self);
}

static gboolean
is_same (AcademyLines *a,
         guint         i,
         AcademyLines *b,
         guint         j)
{
  const AcademyScheduleEntry *entry_a = academy_lines_get_entry (a, i);
  const AcademyScheduleEntry *entry_b = academy_lines_get_entry (b, j);
  g_autofree char *key_a = NULL;
  g_autofree char *key_b = NULL;

  if (entry_a != NULL && entry_b != NULL)
    return g_str_equal (entry_a->id, entry_b->id);
  if (entry_a != NULL || entry_b != NULL)
    return FALSE;

  key_a = academy_lines_dup_key (a, i);
  key_b = academy_lines_dup_key (b, j);
  return g_str_equal (key_a, key_b);
}

/**
 * academy_lines_replace:
 * @self: lines
 * @schedule: (transfer full): the new schedule
 * @position: (out): the position of the first line that differs
 * @removed: (out): the number of lines removed from there
 * @added: (out): the number of lines added instead
 *
 * Replaces the schedule and finds the arguments of #GListModel::items-changed:
 * lines that are the same at both ends do not count as changed.
 *
 * Returns: (transfer full): the schedule before
 */
AcademySchedule *
academy_lines_replace (AcademyLines    *self,
                       AcademySchedule *schedule,
                       guint           *position,
                       guint           *removed,
                       guint           *added)
{
  AcademyLines before = *self;
  guint start = 0, end = 0, common;

  self->schedule = schedule;
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  lay_out (self);

  common = MIN (before.length, self->length);
  while (start < common && is_same (&before, start, self, start))
    start++;
  while (end < common - start && is_same (&before, before.length - 1 - end, self, self->length - 1 - end))
    end++;

  *position = start;
  *removed = before.length - start - end;
  *added = self->length - start - end;
  g_array_unref (before.positions);
  return before.schedule;
}

/**
 * academy_lines_append:
 * @self: lines
 * @schedule: (transfer full): the schedule to append
 *
 * Appends the lines of @schedule.
 *
 * Returns: the number of lines before
 */
guint
academy_lines_append (AcademyLines    *self,
                      AcademySchedule *schedule)
{
  guint before = self->length;

  g_ptr_array_extend_and_steal (self->schedule->headings, g_steal_pointer (&schedule->headings));
  g_free (schedule);
  lay_out (self);

  return before;
}

/**
 * academy_lines_remove:
 * @self: lines
 * @n_headings: the number of headings to remove, with the lines below them
 *
 * Removes lines from the beginning.
 */
void
academy_lines_remove (AcademyLines *self,
                      guint         n_headings)
{
  g_ptr_array_remove_range (self->schedule->headings, 0, n_headings);
  lay_out (self);
}

/**
 * academy_lines_take_sums:
 * @self: lines
 * @schedule: a schedule of the same lines, perhaps in another order
 *
 * Updates the sums of the headings from @schedule and moves no line.
 */
void
academy_lines_take_sums (AcademyLines    *self,
                         AcademySchedule *schedule)
{
  g_autoptr(GHashTable) headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);

      g_hash_table_insert (headings, academy_schedule_heading_dup_key (heading), heading);
    }

  for (guint i = 0; i < self->schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = get_nth_heading (self, i);
      g_autofree char *key = academy_schedule_heading_dup_key (heading);
      AcademyScheduleHeading *now = g_hash_table_lookup (headings, key);

      if (now == NULL)
        continue;

      heading->span = now->span;
      heading->others = now->others;
      heading->n_measures = now->n_measures;
      heading->n_done = now->n_done;
      heading->n_overdue = now->n_overdue;
      g_set_str (&heading->title, now->title);
      g_array_unref (heading->marks);
      heading->marks = g_array_ref (now->marks);
    }
}

/**
 * academy_lines_get_length:
 * @self: lines
 *
 * Returns: the number of lines
 */
guint
academy_lines_get_length (AcademyLines *self)
{
  return self->length;
}

/**
 * academy_lines_get_schedule:
 * @self: lines
 *
 * Returns: (transfer none): the schedule
 */
AcademySchedule *
academy_lines_get_schedule (AcademyLines *self)
{
  return self->schedule;
}

/**
 * academy_lines_get_heading:
 * @self: lines
 * @position: the position of a line
 * @heading_position: (out): the position of its heading, or %G_MAXUINT without
 *   lines
 *
 * Returns: (transfer none) (nullable): the heading that is the line or is above
 *   it; %NULL without lines
 */
AcademyScheduleHeading *
academy_lines_get_heading (AcademyLines *self,
                           guint         position,
                           guint        *heading_position)
{
  guint i = find_heading (self, position);

  if (self->positions->len == 0)
    {
      *heading_position = G_MAXUINT;
      return NULL;
    }

  *heading_position = g_array_index (self->positions, guint, i);
  return get_nth_heading (self, i);
}

/**
 * academy_lines_get_entry:
 * @self: lines
 * @position: the position of a line
 *
 * Returns: (transfer none) (nullable): the entry of the line, or %NULL for a
 *   heading
 */
const AcademyScheduleEntry *
academy_lines_get_entry (AcademyLines *self,
                         guint         position)
{
  guint heading_position;
  AcademyScheduleHeading *heading = academy_lines_get_heading (self, position, &heading_position);

  if (position == heading_position)
    return NULL;

  return academy_schedule_get_entry (heading, position - heading_position - 1);
}

/**
 * academy_lines_dup_key:
 * @self: lines
 * @position: the position of a line
 *
 * Returns: (transfer full): the key of the line: the id of an item, or
 *   academy_schedule_heading_dup_key()
 */
char *
academy_lines_dup_key (AcademyLines *self,
                       guint         position)
{
  const AcademyScheduleEntry *entry = academy_lines_get_entry (self, position);
  guint heading_position;

  if (entry != NULL)
    return g_strdup (entry->id);

  return academy_schedule_heading_dup_key (academy_lines_get_heading (self, position, &heading_position));
}

/**
 * academy_lines_get_position:
 * @self: lines
 * @heading: the index of a heading in the schedule
 *
 * Returns: the position of the line of the heading
 */
guint
academy_lines_get_position (AcademyLines *self,
                            guint         heading)
{
  return g_array_index (self->positions, guint, heading);
}

static void
set_folded (AcademyLines                 *self,
            const AcademyScheduleHeading *heading,
            gboolean                      folded)
{
  char *key = academy_schedule_heading_dup_key (heading);

  if (folded)
    {
      g_hash_table_add (self->folded, key);
      return;
    }

  g_hash_table_remove (self->folded, key);
  g_free (key);
}

/**
 * academy_lines_set_folded:
 * @self: lines
 * @heading: a heading of the schedule
 * @folded: whether @heading is collapsed
 */
void
academy_lines_set_folded (AcademyLines                 *self,
                          const AcademyScheduleHeading *heading,
                          gboolean                      folded)
{
  set_folded (self, heading, folded);
  lay_out (self);
}

static GHashTable *
copy_keys (GHashTable *keys)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iterator;
  gpointer key;

  g_hash_table_iter_init (&iterator, keys);
  while (g_hash_table_iter_next (&iterator, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));

  return copy;
}

/**
 * academy_lines_dup_folded:
 * @self: lines
 *
 * Returns: (transfer full) (element-type utf8 utf8): the keys of the collapsed
 *   headings
 */
GHashTable *
academy_lines_dup_folded (AcademyLines *self)
{
  return copy_keys (self->folded);
}

/**
 * academy_lines_fold_all:
 * @self: lines
 * @type: a type of headings
 * @folded: whether to collapse all headings of @type
 * @position: (out): the position of the first line that differs
 * @removed: (out): the number of lines removed from there
 * @added: (out): the number of lines added instead
 *
 * Collapses or expands headings together, and finds the arguments of
 * #GListModel::items-changed: from the lines below the first heading that changes
 * to those below the last one.
 */
void
academy_lines_fold_all (AcademyLines       *self,
                        AcademyHeadingType  type,
                        gboolean            folded,
                        guint              *position,
                        guint              *removed,
                        guint              *added)
{
  guint before = self->length;
  guint start = self->length, end = 0;

  for (guint i = 0; i < self->schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = get_nth_heading (self, i);

      if (heading->type != type || academy_lines_is_folded (self, heading) == folded)
        continue;

      start = MIN (start, academy_lines_get_position (self, i) + 1);
      end = i + 1 < self->positions->len ? academy_lines_get_position (self, i + 1) : self->length;
      set_folded (self, heading, folded);
    }
  lay_out (self);

  end = MAX (start, end);
  *position = start;
  *removed = end - start;
  *added = self->length - before + *removed;
}

static gboolean
has_same_keys (GHashTable *a,
               GHashTable *b)
{
  GHashTableIter iterator;
  gpointer key;

  g_hash_table_iter_init (&iterator, a);
  while (g_hash_table_iter_next (&iterator, &key, NULL))
    if (!g_hash_table_contains (b, key))
      return FALSE;

  return g_hash_table_size (a) == g_hash_table_size (b);
}

/**
 * academy_lines_set_all_folded:
 * @self: lines
 * @folded: (element-type utf8 utf8): the keys of the headings to collapse; all
 *   others are expanded
 *
 * Returns: whether any were not as they are wanted
 */
gboolean
academy_lines_set_all_folded (AcademyLines *self,
                              GHashTable   *folded)
{
  if (has_same_keys (self->folded, folded))
    return FALSE;

  g_hash_table_unref (self->folded);
  self->folded = copy_keys (folded);
  lay_out (self);
  return TRUE;
}
