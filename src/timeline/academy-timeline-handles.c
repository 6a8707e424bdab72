/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-handles.h"

#include <math.h>

#define EDGE 6
#define KNOB 5

static double
get_progress_x (AcademyAxis      *axis,
                const AcademyBar *bar,
                double            left,
                double            right)
{
  double done = (right - left) * MAX (bar->progress, 0) / 100;

  return academy_axis_is_mirrored (axis) ? right - done : left + done;
}

static double
get_knob_x (AcademyAxis *axis,
            double       left,
            double       right)
{
  return academy_axis_is_mirrored (axis) ? left - 2 * EDGE : right + 2 * EDGE;
}

static gboolean
has_handles (const AcademyBar *bar)
{
  return bar->shape == ACADEMY_BAR_MEASURE && bar->span.start != 0 && bar->span.end != 0;
}

/* What is finished is finished. */
static gboolean
has_progress (const AcademyBar *bar)
{
  return bar->status != ACADEMY_BAR_DONE && bar->status != ACADEMY_BAR_DROPPED;
}

/**
 * academy_timeline_handles_hit:
 * @canvas: the canvas
 * @bar: a bar that is drawn
 * @kind: the kind of its item
 * @x: a point, from the left of the lane
 * @y: the point, from its top
 *
 * Returns: what a hand takes hold of there
 */
AcademyDragMode
academy_timeline_handles_hit (AcademyTimelineCanvas *canvas,
                              const AcademyBar      *bar,
                              const AcademyKind     *kind,
                              double                 x,
                              double                 y)
{
  AcademyAxis *axis = academy_timeline_canvas_get_axis (canvas);
  const AcademyMetrics *metrics = academy_timeline_canvas_get_metrics (canvas);
  gboolean mirrored = academy_axis_is_mirrored (axis);
  double left, right, edge;

  if (y < metrics->top - EDGE || y > metrics->top + metrics->bar + EDGE)
    return ACADEMY_DRAG_NONE;

  academy_bar_get_extent (bar, axis, metrics, &left, &right);
  /* A short bar is taken hold of in the middle too. */
  edge = MIN (EDGE, (right - left) / 4);
  if (has_handles (bar))
    {
      if (fabs (x - get_knob_x (axis, left, right)) <= KNOB + 1)
        return ACADEMY_DRAG_LINK;
      if (has_progress (bar) && y > metrics->top + metrics->bar * 0.6 && right - left > 4 * EDGE &&
          fabs (x - get_progress_x (axis, bar, left, right)) <= EDGE)
        return ACADEMY_DRAG_PROGRESS;
    }
  if (x < left - EDGE / 2. || x > right + EDGE / 2.)
    return ACADEMY_DRAG_NONE;
  if (academy_span_is_point (kind))
    return ACADEMY_DRAG_MOVE;
  if (x < left + edge)
    return mirrored ? ACADEMY_DRAG_END : ACADEMY_DRAG_START;
  if (x > right - edge)
    return mirrored ? ACADEMY_DRAG_START : ACADEMY_DRAG_END;

  return ACADEMY_DRAG_MOVE;
}

/**
 * academy_timeline_handles_paint:
 * @snapshot: where they are drawn; its origin is the top left of the lane
 * @canvas: the canvas
 * @bar: a bar
 *
 * Draws the handles of @bar, if it has any.
 */
void
academy_timeline_handles_paint (GtkSnapshot           *snapshot,
                                AcademyTimelineCanvas *canvas,
                                const AcademyBar      *bar)
{
  AcademyAxis *axis = academy_timeline_canvas_get_axis (canvas);
  const AcademyPalette *palette = academy_timeline_canvas_get_palette (canvas);
  const AcademyMetrics *metrics = academy_timeline_canvas_get_metrics (canvas);
  double left, right;

  if (!has_handles (bar))
    return;

  academy_bar_get_extent (bar, axis, metrics, &left, &right);
  if (has_progress (bar))
    academy_paint_handle (snapshot, palette, get_progress_x (axis, bar, left, right), metrics->top + metrics->bar);
  academy_paint_knob (snapshot, palette, get_knob_x (axis, left, right), metrics->top + metrics->bar / 2, KNOB);
}
