/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-model-private.h"

#include "academy-kinds.h"

AcademyGrouping
academy_timeline_model_get_grouping (AcademyTimelineModel *self)
{
  return self->query.grouping;
}

void
academy_timeline_model_set_grouping (AcademyTimelineModel *self,
                                     AcademyGrouping       grouping)
{
  if (self->query.grouping == grouping)
    return;

  self->query.grouping = grouping;
  academy_timeline_model_reload (self);
}

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
 * @search: (nullable): what is looked for in titles and owner roles
 */
void
academy_timeline_model_set_search (AcademyTimelineModel *self,
                                   const char           *search)
{
  if (g_set_str (&self->search, search))
    academy_timeline_model_reload (self);
}

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
 * Returns: (transfer full): what stands for the row wherever it is; it is not
 *   read for that
 */
char *
academy_timeline_model_dup_key (AcademyTimelineModel *self,
                                guint                 position)
{
  return academy_timeline_lines_dup_key (self->lines, position);
}

/**
 * academy_timeline_model_has_measures:
 * @self: a model
 *
 * Returns: whether there is a measure among the lines, folded or not
 */
gboolean
academy_timeline_model_has_measures (AcademyTimelineModel *self)
{
  GPtrArray *headings = academy_timeline_lines_get_schedule (self->lines)->headings;

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
 * Returns: whether measures are left out that nobody looked for
 */
gboolean
academy_timeline_model_is_filtered (AcademyTimelineModel *self)
{
  return self->query.filter != ACADEMY_FILTER_ALL || (self->search != NULL && *self->search != '\0');
}

/**
 * academy_timeline_model_set_baseline:
 * @self: a model
 * @baseline: (nullable): the id of the baseline to compare with, or
 *   %ACADEMY_TIMELINE_NEWEST_BASELINES
 * @error: says why it could not be read
 *
 * Returns: whether the rows are compared with @baseline
 */
gboolean
academy_timeline_model_set_baseline (AcademyTimelineModel  *self,
                                     const char            *baseline,
                                     GError               **error)
{
  if (!academy_timeline_notes_set_baseline (self->notes, self->store, baseline, error))
    return FALSE;

  academy_timeline_model_update_rows (self);
  academy_timeline_model_emit_changed (self);
  return TRUE;
}

const char *
academy_timeline_model_get_baseline (AcademyTimelineModel *self)
{
  return academy_timeline_notes_get_baseline (self->notes);
}

/* The heading under which an item stands, and its place there. */
static AcademyScheduleHeading *
find_entry (AcademyTimelineModel *self,
            const char           *id,
            guint                *heading_position,
            guint                *place)
{
  AcademySchedule *schedule = academy_timeline_lines_get_schedule (self->lines);

  for (guint i = 0; i < schedule->headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (schedule->headings, i);

      for (guint n = 0; n < heading->entries->len; n++)
        if (g_str_equal (academy_schedule_get_entry (heading, n)->id, id))
          {
            *heading_position = academy_timeline_lines_get_position (self->lines, i);
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
 * @position: (out): where its row is
 *
 * Returns: whether the row can be seen
 */
gboolean
academy_timeline_model_find (AcademyTimelineModel *self,
                             const char           *id,
                             guint                *position)
{
  guint heading_position, place;
  AcademyScheduleHeading *heading = find_entry (self, id, &heading_position, &place);

  if (heading == NULL || academy_timeline_lines_is_folded (self->lines, heading))
    return FALSE;

  *position = heading_position + 1 + place;
  return TRUE;
}

/**
 * academy_timeline_model_find_folded:
 * @self: a model
 * @id: the id of an item
 *
 * Returns: the position of the folded heading under which the item stands, or
 *   %GTK_INVALID_LIST_POSITION
 */
guint
academy_timeline_model_find_folded (AcademyTimelineModel *self,
                                    const char           *id)
{
  guint heading_position, place;
  AcademyScheduleHeading *heading = find_entry (self, id, &heading_position, &place);

  return heading != NULL && academy_timeline_lines_is_folded (self->lines, heading) ? heading_position : G_MAXUINT;
}

/**
 * academy_timeline_model_find_heading:
 * @self: a model
 * @position: the position of a row
 *
 * Returns: the position of the heading that it stands under, or
 *   %GTK_INVALID_LIST_POSITION when there are no rows
 */
guint
academy_timeline_model_find_heading (AcademyTimelineModel *self,
                                     guint                 position)
{
  guint heading_position;

  academy_timeline_lines_get_heading (self->lines, position, &heading_position);
  return heading_position;
}

/**
 * academy_timeline_model_dup_like:
 * @self: a model
 * @position: the position of a row
 *
 * Returns: (transfer full) (nullable): the measure of the row, or else one that
 *   is in no store and would stand under the same heading; %NULL when that is
 *   no heading of measures
 */
AcademyItem *
academy_timeline_model_dup_like (AcademyTimelineModel *self,
                                 guint                 position)
{
  g_autoptr(AcademyTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (self), position);
  g_autoptr(AcademyItem) like = academy_item_new (&academy_measure_kind, NULL);
  guint heading_position;
  AcademyScheduleHeading *heading = academy_timeline_lines_get_heading (self->lines, position, &heading_position);

  if (heading == NULL)
    return NULL;
  if (academy_timeline_row_is_measure (row))
    return g_object_ref (academy_timeline_row_get_item (row));

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
 * @first: (out): the first day of all, or 0
 * @last: (out): the last one
 */
void
academy_timeline_model_get_range (AcademyTimelineModel *self,
                                  guint32              *first,
                                  guint32              *last)
{
  academy_schedule_get_range (academy_timeline_lines_get_schedule (self->lines), first, last);
}
