/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-model-private.h"

/* What stands round the plan. */
void
academy_timeline_model_fold_surroundings (AcademyTimelineModel *self)
{
  AcademyHeadingType surroundings = self->organisation != NULL ? ACADEMY_HEADING_PROGRAMME : ACADEMY_HEADING_ORGANISATION;
  GPtrArray *headings = academy_timeline_lines_get_schedule (self->lines)->headings;

  for (guint i = 0; i < headings->len; i++)
    {
      AcademyScheduleHeading *heading = g_ptr_array_index (headings, i);

      if (heading->type == surroundings)
        academy_timeline_lines_set_folded (self->lines, heading, TRUE);
    }
}

/**
 * academy_timeline_model_set_folded:
 * @self: a model
 * @position: the position of a heading
 * @folded: whether what stands below it is hidden
 */
void
academy_timeline_model_set_folded (AcademyTimelineModel *self,
                                   guint                 position,
                                   gboolean              folded)
{
  guint heading_position;
  AcademyScheduleHeading *heading = academy_timeline_lines_get_heading (self->lines, position, &heading_position);
  g_autofree char *key = NULL;
  AcademyTimelineRow *row;

  if (heading == NULL || heading_position != position ||
      academy_timeline_lines_is_folded (self->lines, heading) == folded)
    return;

  key = academy_schedule_heading_dup_key (heading);
  row = g_hash_table_lookup (self->rows, key);
  if (row != NULL)
    academy_timeline_row_set_folded (row, folded);
  academy_timeline_lines_set_folded (self->lines, heading, folded);
  academy_timeline_notes_place (self->notes, self->lines);
  if (heading->entries->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position + 1, folded ? heading->entries->len : 0,
                                folded ? 0 : heading->entries->len);
  academy_timeline_model_emit_changed (self);
}

/**
 * academy_timeline_model_set_all_folded:
 * @self: a model
 * @folded: whether what stands below organisations is hidden
 *
 * Folds or unfolds every organisation.
 */
void
academy_timeline_model_set_all_folded (AcademyTimelineModel *self,
                                       gboolean              folded)
{
  GPtrArray *headings = academy_timeline_lines_get_schedule (self->lines)->headings;

  for (guint i = 0; i < headings->len; i++)
    if (((AcademyScheduleHeading *) g_ptr_array_index (headings, i))->type == ACADEMY_HEADING_ORGANISATION)
      academy_timeline_model_set_folded (self, academy_timeline_lines_get_position (self->lines, i), folded);
}

/**
 * academy_timeline_model_dup_folded_keys:
 * @self: a model
 *
 * Returns: (transfer full) (element-type utf8 utf8): what stands for the
 *   headings that are folded
 */
GHashTable *
academy_timeline_model_dup_folded_keys (AcademyTimelineModel *self)
{
  return academy_timeline_lines_dup_folded (self->lines);
}

/**
 * academy_timeline_model_set_folded_keys:
 * @self: a model of which nobody has a row yet
 * @folded: (element-type utf8 utf8): what stands for the headings that are to be
 *   folded, and no others
 */
void
academy_timeline_model_set_folded_keys (AcademyTimelineModel *self,
                                        GHashTable           *folded)
{
  academy_timeline_lines_set_all_folded (self->lines, folded);
  academy_timeline_notes_place (self->notes, self->lines);
}
