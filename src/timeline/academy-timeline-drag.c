/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-drag.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PROGRESS_STEP 5

struct _AcademyTimelineDrag {
  AcademyDragMode  mode;
  AcademyBar       bar;
  double           origin;
  int              days;
  int              progress;

  /* Owned */
  GPtrArray       *items;
  GHashTable      *items_by_id;
};

static void
take_along (AcademyTimelineDrag *self,
            AcademyItem         *item)
{
  g_ptr_array_add (self->items, g_object_ref (item));
  g_hash_table_insert (self->items_by_id, (gpointer) academy_item_get_id (item), item);
}

/**
 * academy_timeline_drag_new:
 * @mode: the dragged part of the bar
 * @item: the item under the pointer
 * @bar: its bar
 * @day: the day under the pointer, a Julian day with the part of it that has passed
 *
 * Returns: (transfer full): a drag that has not moved yet
 */
AcademyTimelineDrag *
academy_timeline_drag_new (AcademyDragMode   mode,
                           AcademyItem      *item,
                           const AcademyBar *bar,
                           double            day)
{
  AcademyTimelineDrag *self = g_new0 (AcademyTimelineDrag, 1);

  self->mode = mode;
  self->bar = *bar;
  self->origin = day;
  self->progress = MAX (bar->progress, 0);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->items_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  take_along (self, item);

  return self;
}

/**
 * academy_timeline_drag_free:
 * @self: (transfer full): a drag
 */
void
academy_timeline_drag_free (AcademyTimelineDrag *self)
{
  g_hash_table_unref (self->items_by_id);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * academy_timeline_drag_add:
 * @self: a drag of a whole bar
 * @item: another item
 * @bar: its bar
 *
 * Drags @item too, unless its days are not known or it is dragged already.
 */
void
academy_timeline_drag_add (AcademyTimelineDrag *self,
                           AcademyItem         *item,
                           const AcademyBar    *bar)
{
  if (bar->shape == ACADEMY_SHAPE_NONE || bar->span.unsure || self->bar.span.unsure ||
      g_hash_table_contains (self->items_by_id, academy_item_get_id (item)))
    return;

  take_along (self, item);
}

/* A bar known to the month snaps to months. */
static AcademyUnit
get_unit (const AcademyTimelineDrag *self,
          AcademyUnit                snap)
{
  return self->bar.span.months ? ACADEMY_UNIT_MONTH : snap;
}

static AcademyDay
get_edge (const AcademyTimelineDrag *self)
{
  const AcademySpan *span = &self->bar.span;

  if (self->mode == ACADEMY_DRAG_END)
    return span->end != 0 ? span->end + 1 : span->start + 1;

  return span->start != 0 ? span->start : span->end;
}

static int
get_progress (const AcademyTimelineDrag *self,
              double                     day)
{
  double start = self->bar.span.start, end = self->bar.span.end + 1.;
  double percent = (day - start) / (end - start) * 100;

  return CLAMP ((int) round (percent / PROGRESS_STEP) * PROGRESS_STEP, 0, 100);
}

/**
 * academy_timeline_drag_update:
 * @self: a drag
 * @day: the day under the pointer
 * @snap: the unit that bars snap to
 *
 * Returns: whether this changed anything
 */
gboolean
academy_timeline_drag_update (AcademyTimelineDrag *self,
                              double               day,
                              AcademyUnit          snap)
{
  int before = self->mode == ACADEMY_DRAG_PROGRESS ? self->progress : self->days;
  AcademyDay edge;

  if (self->mode == ACADEMY_DRAG_LINK)
    return TRUE;
  if (self->mode == ACADEMY_DRAG_PROGRESS)
    {
      self->progress = get_progress (self, day);
      return self->progress != before;
    }

  edge = get_edge (self);
  snap = get_unit (self, snap);
  if (snap == ACADEMY_UNIT_DAY)
    self->days = (int) round (day - self->origin);
  else if (fabs (day - self->origin) < 0.5)
    self->days = 0;
  else
    self->days = (int) academy_unit_snap (snap, edge + day - self->origin) - (int) edge;

  /* Clamp the edge to the other one. */
  if (self->mode == ACADEMY_DRAG_START || self->mode == ACADEMY_DRAG_END)
    {
      AcademySpan still = self->bar.span;
      AcademySpan span = self->bar.span;

      academy_span_resize (&still, academy_timeline_drag_get_edge (self), 0);
      academy_span_resize (&span, academy_timeline_drag_get_edge (self), self->days);
      self->days = self->mode == ACADEMY_DRAG_START ? (int) span.start - (int) still.start : (int) span.end - (int) still.end;
    }

  return self->days != before;
}

/**
 * academy_timeline_drag_get_mode:
 * @self: a drag
 *
 * Returns: the dragged part of the bar
 */
AcademyDragMode
academy_timeline_drag_get_mode (const AcademyTimelineDrag *self)
{
  return self->mode;
}

/**
 * academy_timeline_drag_get_edge:
 * @self: a drag of the start or the end of a bar
 *
 * Returns: the edge that is dragged
 */
AcademySpanEdge
academy_timeline_drag_get_edge (const AcademyTimelineDrag *self)
{
  return self->mode == ACADEMY_DRAG_START ? ACADEMY_SPAN_START : ACADEMY_SPAN_END;
}

/**
 * academy_timeline_drag_get_item:
 * @self: a drag
 *
 * Returns: (transfer none): the item under the pointer at the start
 */
AcademyItem *
academy_timeline_drag_get_item (const AcademyTimelineDrag *self)
{
  return g_ptr_array_index (self->items, 0);
}

/**
 * academy_timeline_drag_get_items:
 * @self: a drag
 *
 * Returns: (transfer none) (element-type AcademyItem): the dragged items
 */
GPtrArray *
academy_timeline_drag_get_items (const AcademyTimelineDrag *self)
{
  return self->items;
}

/**
 * academy_timeline_drag_has_moved:
 * @self: a drag
 *
 * Returns: whether dropping it would change anything
 */
gboolean
academy_timeline_drag_has_moved (const AcademyTimelineDrag *self)
{
  if (self->mode == ACADEMY_DRAG_PROGRESS)
    return self->progress != MAX (self->bar.progress, 0);

  return self->days != 0;
}

/**
 * academy_timeline_drag_get_days:
 * @self: a drag
 *
 * Returns: by how many days the items have been dragged to later; negative for
 *   earlier
 */
int
academy_timeline_drag_get_days (const AcademyTimelineDrag *self)
{
  return self->days;
}

/**
 * academy_timeline_drag_get_progress:
 * @self: a drag
 *
 * Returns: the progress that dropping it would save, in per cent
 */
int
academy_timeline_drag_get_progress (const AcademyTimelineDrag *self)
{
  return self->progress;
}

/**
 * academy_timeline_drag_apply_to:
 * @self: a drag
 * @item: an item
 * @bar: its bar
 *
 * Changes @bar to what it would be if the drag ended now, but for its stages, which are
 * counted back then.
 *
 * Returns: whether @item is dragged
 */
gboolean
academy_timeline_drag_apply_to (const AcademyTimelineDrag *self,
                                AcademyItem               *item,
                                AcademyBar                *bar)
{
  if (g_hash_table_lookup (self->items_by_id, academy_item_get_id (item)) != item)
    return FALSE;

  switch (self->mode)
    {
    case ACADEMY_DRAG_MOVE:
      academy_span_shift (&bar->span, self->days);
      bar->n_stages = 0;
      break;
    case ACADEMY_DRAG_START:
    case ACADEMY_DRAG_END:
      bar->n_stages = 0;
      academy_span_resize (&bar->span, academy_timeline_drag_get_edge (self), self->days);
      break;
    case ACADEMY_DRAG_PROGRESS:
      bar->progress = self->progress;
      break;
    case ACADEMY_DRAG_NONE:
    case ACADEMY_DRAG_LINK:
    default:
      break;
    }

  return TRUE;
}

/**
 * academy_timeline_drag_dup_text:
 * @self: a drag
 * @language: the language of the text
 *
 * Returns: (transfer full): the text of the bubble: the dates or the progress, if
 *   the drag ended now
 */
char *
academy_timeline_drag_dup_text (const AcademyTimelineDrag *self,
                                const AcademyLanguage     *language)
{
  AcademyBar bar = self->bar;
  g_autofree char *dates = NULL;

  if (self->mode == ACADEMY_DRAG_LINK)
    return g_strdup (academy_language_translate (language, N_("Let go on the measure that depends on this one")));
  if (self->mode == ACADEMY_DRAG_PROGRESS)
    return g_strdup_printf (academy_language_translate (language, N_("%d%% done")), self->progress);

  academy_timeline_drag_apply_to (self, academy_timeline_drag_get_item (self), &bar);
  dates = academy_span_format (&bar.span, language);
  if (self->days == 0)
    return g_steal_pointer (&dates);

  /* Translators: dates while they are dragged, and by how many days they differ: “3 Feb – 5 Mar 2022 (+14 d)” */
  return g_strdup_printf (academy_language_translate (language, N_("%s (%s%d d)")), dates,
                          self->days > 0 ? "+" : "−", ABS (self->days));
}

/* Returns the days that the measure @id would have, if it is dragged. */
static gboolean
find_dragged (const AcademyTimelineDrag *drag,
              const char                *id,
              AcademySpan               *span)
{
  AcademyItem *item = g_hash_table_lookup (drag->items_by_id, id);
  AcademyBar bar = { .shape = ACADEMY_SHAPE_MEASURE };

  if (item == NULL)
    return FALSE;

  academy_span_get (item, &bar.span);
  academy_timeline_drag_apply_to (drag, item, &bar);
  *span = bar.span;
  return TRUE;
}

/**
 * academy_timeline_drag_follow_link:
 * @self: a drag
 * @link: (inout): a link
 *
 * Changes @link to what it would be if the drag ended now.
 */
void
academy_timeline_drag_follow_link (const AcademyTimelineDrag *self,
                                   AcademyDependencyLine     *link)
{
  AcademyScheduleDependency dependency = *link->dependency;
  AcademySpan span;

  if (find_dragged (self, dependency.predecessor, &span) && span.end != 0)
    dependency.end = span.end;
  if (find_dragged (self, dependency.successor, &span) && span.start != 0)
    dependency.start = span.start;

  link->end = dependency.end;
  link->start = dependency.start;
  link->broken = !academy_schedule_dependency_holds (&dependency);
}
