/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint-private.h"

#include <math.h>

static AcademyPen
get_pen (gboolean broken)
{
  return broken ? (AcademyPen) { 1.5, ACADEMY_PAINT_DASH, ACADEMY_PAINT_DASH_GAP } : (AcademyPen) { .width = 1.5 };
}

static const AcademyColour *
get_colour (const AcademyPainter *painter,
            gboolean              broken)
{
  return broken ? &painter->palette->late : &painter->palette->line;
}

static double
get_direction (const AcademyPainter *painter)
{
  return academy_axis_is_mirrored (painter->axis) ? -1 : 1;
}

static void
paint_head (const AcademyPainter *painter,
            double                x,
            double                y,
            const AcademyColour  *colour)
{
  double back = x - get_direction (painter) * 6;

  academy_paint_polygon (painter->canvas, (double[][2]) { { x, y }, { back, y - 4 }, { back, y + 4 } }, 3, NULL, colour);
}

static void
write_lag (const AcademyPainter *painter,
           const AcademyArrow   *arrow,
           double                x,
           double                y)
{
  double direction = get_direction (painter);
  int width, height;

  pango_layout_get_pixel_size (arrow->lag, &width, &height);
  x += direction * ACADEMY_PAINT_GAP / 2.;
  academy_paint_layout (painter->canvas, arrow->lag, direction < 0 ? x - width : x, y - height / 2.,
                        arrow->broken ? &painter->palette->late : &painter->palette->dim);
}

/**
 * academy_paint_link:
 * @painter: a painter; its origin is the top left of the lanes
 * @arrow: a dependency
 *
 * Draws a dependency as a line with an arrowhead; a broken one is dashed and has
 * a cross, so that it is recognised without colour. The lag is written where the
 * line leaves the row of the predecessor, or where it enters the next row, and
 * only when rows are so high that it covers no title.
 */
void
academy_paint_link (const AcademyPainter *painter,
                    const AcademyArrow   *arrow)
{
  const AcademyMetrics *metrics = painter->metrics;
  const AcademyColour *colour = get_colour (painter, arrow->broken);
  AcademyPen pen = get_pen (arrow->broken);
  double direction = get_direction (painter);
  double width = academy_axis_get_width (painter->axis);
  double x0 = CLAMP (academy_axis_get_x (painter->axis, arrow->from_day), -width, 2 * width);
  double x1 = CLAMP (academy_axis_get_x (painter->axis, arrow->to_day), -width, 2 * width);
  double middle = metrics->top + metrics->bar / 2;
  double y0 = arrow->from_y + middle, y1 = arrow->to_y + middle;
  double out = x0 + direction * ACADEMY_PAINT_GAP;
  double in = x1 - direction * ACADEMY_PAINT_ARROW;
  gboolean down = arrow->to_y > arrow->from_y;
  double turn = down ? arrow->to_y + 1 : arrow->to_y + metrics->row - 1;
  double leave = down ? arrow->from_y + metrics->row - 1 : arrow->from_y + 1;
  /* Route a long line between two rows, where it crosses no title. */
  gboolean straight = direction * (in - out) >= 0 && fabs (in - out) <= ACADEMY_PAINT_ARROW;
  g_autoptr(AcademyPath) path = academy_path_new ();

  academy_path_move_to (path, x0, y0);
  academy_path_line_to (path, out, y0);
  if (straight)
    academy_path_line_to (path, out, y1);
  else
    {
      academy_path_line_to (path, out, turn);
      academy_path_line_to (path, in, turn);
      academy_path_line_to (path, in, y1);
    }
  academy_path_line_to (path, x1, y1);
  academy_canvas_stroke (painter->canvas, path, &pen, colour);

  paint_head (painter, x1, y1, colour);
  if (arrow->broken)
    academy_paint_glyph (painter->canvas, ACADEMY_STATUS_DROPPED, &(AcademySpot) { out, (y0 + (straight ? y1 : turn)) / 2, 8 },
                         colour);
  if (arrow->lag != NULL && metrics->row >= 1.6 * metrics->line)
    write_lag (painter, arrow, fabs (leave - turn) <= 2 && !straight && direction * (in - out) > 0 ? in : out, leave);
}

/**
 * academy_paint_link_end:
 * @painter: a painter; its origin is the top left of the lanes
 * @end: one end of a dependency
 *
 * Draws one end of a dependency whose other end is on another page.
 */
void
academy_paint_link_end (const AcademyPainter  *painter,
                        const AcademyArrowEnd *end)
{
  const AcademyMetrics *metrics = painter->metrics;
  const AcademyColour *colour = get_colour (painter, end->broken);
  AcademyPen pen = get_pen (end->broken);
  double x = academy_axis_get_x (painter->axis, end->day);
  double middle = end->y + metrics->top + metrics->bar / 2;
  double turn = x + get_direction (painter) * (end->leaving ? ACADEMY_PAINT_GAP : -ACADEMY_PAINT_ARROW);
  double tip = end->edge > middle ? end->edge - 2 : end->edge + 2;
  double back = end->edge > middle ? -5 : 5;
  g_autoptr(AcademyPath) path = NULL;

  if (x < 0 || x > academy_axis_get_width (painter->axis))
    return;

  path = academy_path_new ();
  academy_path_move_to (path, x, middle);
  academy_path_line_to (path, turn, middle);
  academy_path_line_to (path, turn, tip);
  academy_canvas_stroke (painter->canvas, path, &pen, colour);

  if (end->leaving)
    {
      const double head[][2] = { { turn, tip }, { turn - 4, tip + back }, { turn + 4, tip + back } };

      academy_paint_polygon (painter->canvas, head, G_N_ELEMENTS (head), NULL, colour);
    }
  else
    {
      academy_paint_disc (painter->canvas, turn, tip, 2.5, colour);
      paint_head (painter, x, middle, colour);
    }
}

/**
 * academy_paint_rope:
 * @painter: a painter
 * @x0: the start of the dependency
 * @y0: the start of the dependency
 * @x1: the position of the pointer
 * @y1: the position of the pointer
 *
 * Draws the dependency that is being dragged.
 */
void
academy_paint_rope (const AcademyPainter *painter,
                    double                x0,
                    double                y0,
                    double                x1,
                    double                y1)
{
  g_autoptr(AcademyPath) path = academy_path_new ();

  academy_path_move_to (path, x0, y0);
  academy_path_line_to (path, x1, y1);
  academy_canvas_stroke (painter->canvas, path, &(AcademyPen) { 2, ACADEMY_PAINT_DASH, ACADEMY_PAINT_DASH_GAP },
                         &painter->palette->text);
  academy_paint_disc (painter->canvas, x1, y1, 4, &painter->palette->text);
}
