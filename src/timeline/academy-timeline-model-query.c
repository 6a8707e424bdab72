/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-model-private.h"

#include "academy-kinds.h"

/**
 * academy_timeline_model_get_grouping:
 * @self: a model
 *
 * Returns: how measures are grouped
 */
AcademyGrouping
academy_timeline_model_get_grouping (AcademyTimelineModel *self)
{
  return self->query.grouping;
}

/**
 * academy_timeline_model_set_grouping:
 * @self: a model
 * @grouping: how to group measures
 */
void
academy_timeline_model_set_grouping (AcademyTimelineModel *self,
                                     AcademyGrouping       grouping)
{
  if (self->query.grouping == grouping)
    return;

  self->query.grouping = grouping;
  academy_timeline_model_reload (self);
}

/**
 * academy_timeline_model_get_filter:
 * @self: a model
 *
 * Returns: which measures are listed
 */
AcademyFilter
academy_timeline_model_get_filter (AcademyTimelineModel *self)
{
  return self->query.filter;
}

/**
 * academy_timeline_model_set_filter:
 * @self: a model
 * @filter: which measures to list
 */
void
academy_timeline_model_set_filter (AcademyTimelineModel *self,
                                   AcademyFilter         filter)
{
  if (self->query.filter == filter)
    return;

  self->query.filter = filter;
  academy_timeline_model_reload (self);
}

/**
 * academy_timeline_model_set_search:
 * @self: a model
 * @search: (nullable): a text to search for in titles and owner roles
 *
 * Lists only the measures with @search.
 */
void
academy_timeline_model_set_search (AcademyTimelineModel *self,
                                   const char           *search)
{
  if (g_set_str (&self->search, search != NULL && *search != '\0' ? search : NULL))
    academy_timeline_model_reload (self);
}

/**
 * academy_timeline_model_get_order:
 * @self: a model
 * @descending: (out) (optional): whether the order is reversed
 *
 * Returns: how measures are sorted
 */
AcademyOrder
academy_timeline_model_get_order (AcademyTimelineModel *self,
                                  gboolean             *descending)
{
  if (descending != NULL)
    *descending = self->query.descending;
  return self->query.order;
}

/**
 * academy_timeline_model_set_order:
 * @self: a model
 * @order: how to sort measures
 * @descending: whether to reverse @order
 */
void
academy_timeline_model_set_order (AcademyTimelineModel *self,
                                  AcademyOrder          order,
                                  gboolean              descending)
{
  if (self->query.order == order && self->query.descending == descending)
    return;

  self->query.order = order;
  self->query.descending = descending;
  academy_timeline_model_reload (self);
}

/**
 * academy_timeline_model_dup_key:
 * @self: a model
 * @position: the position of a row
 *
 * Returns: (transfer full): the key of the row, which does not change when the row
 *   moves; the row is not read from the file
 */
char *
academy_timeline_model_dup_key (AcademyTimelineModel *self,
                                guint                 position)
{
  return academy_lines_dup_key (self->lines, position);
}

/**
 * academy_timeline_model_has_measures:
 * @self: a model
 *
 * Returns: whether any measure is listed, also under a collapsed heading
 */
gboolean
academy_timeline_model_has_measures (AcademyTimelineModel *self)
{
  GPtrArray *headings = academy_lines_get_schedule (self->lines)->headings;

  for (guint i = 0; i < headings->len; i++)
    {
      const AcademyScheduleHeading *heading = g_ptr_array_index (headings, i);

      for (guint n = 0; n < heading->entries->len; n++)
        if (academy_kinds ()[academy_schedule_get_entry (heading, n)->kind] == &academy_measure_kind)
          return TRUE;
    }

  return FALSE;
}

/**
 * academy_timeline_model_is_filtered:
 * @self: a model
 *
 * Returns: whether a filter or a search hides some measures
 */
gboolean
academy_timeline_model_is_filtered (AcademyTimelineModel *self)
{
  return self->query.filter != ACADEMY_FILTER_ALL || self->search != NULL;
}

/**
 * academy_timeline_model_set_baseline:
 * @self: a model
 * @baseline: (nullable): the id of the baseline to compare with, or
 *   %ACADEMY_TIMELINE_NEWEST_BASELINES
 * @error: return location for a #GError
 *
 * Compares the rows with @baseline.
 *
 * Returns: %FALSE on error
 */
gboolean
academy_timeline_model_set_baseline (AcademyTimelineModel *self,
                                     const char           *baseline,
                                     GError              **error)
{
  if (!academy_annotations_set_baseline (self->annotations, self->store, baseline, error))
    return FALSE;

  academy_timeline_model_update_rows (self);
  academy_timeline_model_emit_changed (self);
  return TRUE;
}

/**
 * academy_timeline_model_get_baseline:
 * @self: a model
 *
 * Returns: (nullable): the id of the baseline that the rows are compared with
 */
const char *
academy_timeline_model_get_baseline (AcademyTimelineModel *self)
{
  return academy_annotations_get_baseline (self->annotations);
}

/* Returns the heading of an item, and the place of the item under it. */
static AcademyScheduleHeading *
find_entry (AcademyTimelineModel *self,
            const char           *id,
            guint                *heading_position,
            guint                *place)
{
  AcademySchedule *schedule = academy_lines_get_schedule (self->lines);

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);

      for (guint n = 0; n < heading->entries->len; n++)
        if (g_str_equal (academy_schedule_get_entry (heading, n)->id, id))
          {
            *heading_position = academy_lines_get_position (self->lines, i);
            *place = n;
            return heading;
          }
    }

  return NULL;
}

/**
 * academy_timeline_model_find:
 * @self: a model
 * @id: the id of an item
 * @position: (out): the position of its row
 *
 * Returns: whether the item has a row; under a collapsed heading it has none
 */
gboolean
academy_timeline_model_find (AcademyTimelineModel *self,
                             const char           *id,
                             guint                *position)
{
  guint heading_position, place;
  AcademyScheduleHeading *heading = find_entry (self, id, &heading_position, &place);

  if (heading == NULL || academy_lines_is_folded (self->lines, heading))
    return FALSE;

  *position = heading_position + 1 + place;
  return TRUE;
}

/**
 * academy_timeline_model_find_folded:
 * @self: a model
 * @id: the id of an item
 *
 * Returns: the position of the collapsed heading that hides the item, or
 *   %G_MAXUINT
 */
guint
academy_timeline_model_find_folded (AcademyTimelineModel *self,
                                    const char           *id)
{
  guint heading_position, place;
  AcademyScheduleHeading *heading = find_entry (self, id, &heading_position, &place);

  return heading != NULL && academy_lines_is_folded (self->lines, heading) ? heading_position : G_MAXUINT;
}

/**
 * academy_timeline_model_find_heading:
 * @self: a model
 * @position: the position of a row
 *
 * Returns: the position of the heading of the row, or %G_MAXUINT when there are no
 *   rows
 */
guint
academy_timeline_model_find_heading (AcademyTimelineModel *self,
                                     guint                 position)
{
  guint heading_position;

  academy_lines_get_heading (self->lines, position, &heading_position);
  return heading_position;
}

/**
 * academy_timeline_model_dup_like:
 * @self: a model
 * @position: the position of a row
 *
 * Returns: (transfer full) (nullable): the measure of the row, or else one that is
 *   in no file and has the same heading; %NULL when measures have other headings
 */
AcademyItem *
academy_timeline_model_dup_like (AcademyTimelineModel *self,
                                 guint                 position)
{
  g_autoptr(AcademyLine) row = g_list_model_get_item (G_LIST_MODEL (self), position);
  g_autoptr(AcademyItem) like = academy_item_new (&academy_measure_kind, NULL);
  guint heading_position;
  AcademyScheduleHeading *heading = academy_lines_get_heading (self->lines, position, &heading_position);

  if (heading == NULL)
    return NULL;
  if (academy_line_is_measure (row))
    return g_object_ref (academy_line_get_item (row));

  if (heading->type == ACADEMY_HEADING_GOAL)
    g_object_set (like, "goals", (const char * const[]) { heading->id, NULL }, NULL);
  else if (heading->type == ACADEMY_HEADING_OWNER)
    g_object_set (like, "owner_role", heading->title, NULL);
  else if (heading->type == ACADEMY_HEADING_PILOT)
    g_object_set (like, "pilot", heading->id, NULL);
  else
    return NULL;

  return g_steal_pointer (&like);
}

/**
 * academy_timeline_model_get_range:
 * @self: a model
 * @first: (out): the first day of all rows, a Julian day, or 0 if no day is known
 * @last: (out): the last day, or 0
 */
void
academy_timeline_model_get_range (AcademyTimelineModel *self,
                                  AcademyDay           *first,
                                  AcademyDay           *last)
{
  academy_schedule_get_range (academy_lines_get_schedule (self->lines), first, last);
}

/* Collapses the programme of an organisation, or the organisations of a programme. */
void
academy_timeline_model_fold_surroundings (AcademyTimelineModel *self)
{
  guint position, removed, added;

  academy_lines_fold_all (self->lines, self->organisation != NULL ? ACADEMY_HEADING_PROGRAMME : ACADEMY_HEADING_ORGANISATION,
                          TRUE, &position, &removed, &added);
}

/* Places dependencies on the lines and emits what headings that collapsed or
 * expanded have changed. */
static void
emit_folded (AcademyTimelineModel *self,
             guint                 position,
             guint                 removed,
             guint                 added)
{
  academy_annotations_place (self->annotations, self->lines);
  if (removed + added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  academy_timeline_model_emit_changed (self);
}

static void
update_folded (AcademyTimelineModel         *self,
               const AcademyScheduleHeading *heading)
{
  g_autofree char *key = academy_schedule_heading_dup_key (heading);
  AcademyLine *row = g_hash_table_lookup (self->rows, key);

  if (row != NULL)
    academy_line_set_folded (row, academy_lines_is_folded (self->lines, heading));
}

/**
 * academy_timeline_model_set_folded:
 * @self: a model
 * @position: the position of a heading
 * @folded: whether to collapse it
 *
 * Collapses or expands a heading.
 */
void
academy_timeline_model_set_folded (AcademyTimelineModel *self,
                                   guint                 position,
                                   gboolean              folded)
{
  guint heading_position;
  AcademyScheduleHeading *heading = academy_lines_get_heading (self->lines, position, &heading_position);
  guint n_entries;

  if (heading == NULL || heading_position != position ||
      academy_lines_is_folded (self->lines, heading) == folded)
    return;

  n_entries = heading->entries->len;
  academy_lines_set_folded (self->lines, heading, folded);
  update_folded (self, heading);
  emit_folded (self, position + 1, folded ? n_entries : 0, folded ? 0 : n_entries);
}

/**
 * academy_timeline_model_set_all_folded:
 * @self: a model
 * @folded: whether to collapse them
 *
 * Collapses or expands all organisations, and emits #GListModel::items-changed
 * once. GtkListView finds the row widgets of headings again by their rows.
 */
void
academy_timeline_model_set_all_folded (AcademyTimelineModel *self,
                                       gboolean              folded)
{
  GPtrArray *headings = academy_lines_get_schedule (self->lines)->headings;

  guint position, removed, added;

  academy_lines_fold_all (self->lines, ACADEMY_HEADING_ORGANISATION, folded, &position, &removed, &added);
  for (guint i = 0; i < headings->len; i++)
    update_folded (self, g_ptr_array_index (headings, i));
  emit_folded (self, position, removed, added);
}

/**
 * academy_timeline_model_dup_folded_keys:
 * @self: a model
 *
 * Returns: (transfer full) (element-type utf8 utf8): the keys of the collapsed
 *   headings
 */
GHashTable *
academy_timeline_model_dup_folded_keys (AcademyTimelineModel *self)
{
  return academy_lines_dup_folded (self->lines);
}

/**
 * academy_timeline_model_set_folded_keys:
 * @self: a model
 * @folded: (element-type utf8 utf8): the keys of headings
 *
 * Collapses the headings with these keys, and expands all others.
 */
void
academy_timeline_model_set_folded_keys (AcademyTimelineModel *self,
                                        GHashTable           *folded)
{
  guint before = academy_lines_get_length (self->lines);

  if (!academy_lines_set_all_folded (self->lines, folded))
    return;

  academy_annotations_place (self->annotations, self->lines);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, academy_lines_get_length (self->lines));
}
