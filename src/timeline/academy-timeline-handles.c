/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-handles.h"

#include <math.h>

#define EDGE 6
#define KNOB 5

static double
get_progress_x (AcademyAxis         *axis,
                const AcademyBar    *bar,
                const AcademyExtent *extent)
{
  double done = (extent->right - extent->left) * MAX (bar->progress, 0) / 100;

  return academy_axis_is_mirrored (axis) ? extent->right - done : extent->left + done;
}

static double
get_knob_x (AcademyAxis         *axis,
            const AcademyExtent *extent)
{
  return academy_axis_is_mirrored (axis) ? extent->left - 2 * EDGE : extent->right + 2 * EDGE;
}

static gboolean
has_handles (const AcademyBar *bar)
{
  return bar->shape == ACADEMY_SHAPE_MEASURE && bar->span.start != 0 && bar->span.end != 0;
}

/* The progress of a finished measure cannot be changed. */
static gboolean
has_progress (const AcademyBar *bar)
{
  return bar->status != ACADEMY_STATUS_DONE && bar->status != ACADEMY_STATUS_DROPPED;
}

/**
 * academy_timeline_handles_hit:
 * @context: the context
 * @bar: a bar that is drawn
 * @kind: the kind of its item
 * @x: a point, from the left of the lane
 * @y: the point, from the top of the lane
 *
 * Returns: the part of @bar that a drag from the point moves
 */
AcademyDragMode
academy_timeline_handles_hit (AcademyTimelineContext *context,
                              const AcademyBar       *bar,
                              const AcademyKind      *kind,
                              double                  x,
                              double                  y)
{
  AcademyAxis *axis = academy_timeline_context_get_axis (context);
  const AcademyMetrics *metrics = academy_timeline_context_get_metrics (context);
  gboolean mirrored = academy_axis_is_mirrored (axis);
  AcademyExtent extent;
  double edge;

  if (y < metrics->top - EDGE || y > metrics->top + metrics->bar + EDGE)
    return ACADEMY_DRAG_NONE;

  academy_bar_get_extent (bar, axis, metrics, &extent);
  /* A short bar keeps a middle to drag. */
  edge = MIN (EDGE, (extent.right - extent.left) / 4);
  if (has_handles (bar))
    {
      if (fabs (x - get_knob_x (axis, &extent)) <= KNOB + 1)
        return ACADEMY_DRAG_LINK;
      if (has_progress (bar) && y > metrics->top + metrics->bar * 0.6 && extent.right - extent.left > 4 * EDGE &&
          fabs (x - get_progress_x (axis, bar, &extent)) <= EDGE)
        return ACADEMY_DRAG_PROGRESS;
    }
  if (x < extent.left - EDGE / 2. || x > extent.right + EDGE / 2.)
    return ACADEMY_DRAG_NONE;
  if (academy_span_is_point (kind))
    return ACADEMY_DRAG_MOVE;
  if (x < extent.left + edge)
    return mirrored ? ACADEMY_DRAG_END : ACADEMY_DRAG_START;
  if (x > extent.right - edge)
    return mirrored ? ACADEMY_DRAG_START : ACADEMY_DRAG_END;

  return ACADEMY_DRAG_MOVE;
}

/**
 * academy_timeline_handles_paint:
 * @painter: the painter
 * @bar: a bar
 *
 * Draws the handles of @bar, if it has any.
 */
void
academy_timeline_handles_paint (const AcademyPainter *painter,
                                const AcademyBar     *bar)
{
  const AcademyMetrics *metrics = painter->metrics;
  AcademyExtent extent;

  if (!has_handles (bar))
    return;

  academy_bar_get_extent (bar, painter->axis, metrics, &extent);
  if (has_progress (bar))
    academy_paint_handle (painter, get_progress_x (painter->axis, bar, &extent), metrics->top + metrics->bar);
  academy_paint_knob (painter, get_knob_x (painter->axis, &extent), metrics->top + metrics->bar / 2, KNOB);
}
