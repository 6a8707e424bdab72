/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint-private.h"

#include <math.h>

static const AcademyPen pen = { .width = 1.5 };
static const AcademyPen thick_pen = { .width = 2 };

/**
 * academy_paint_outline:
 * @canvas: a canvas
 * @box: the centre line of the outline
 * @radius: the radius of its corners
 * @line: the width and the dashes
 * @colour: the colour
 *
 * Draws the outline of a rounded rectangle; a solid one as a border, which is
 * faster than a stroke.
 */
void
academy_paint_outline (AcademyCanvas       *canvas,
                       const AcademyBox    *box,
                       double               radius,
                       const AcademyPen    *line,
                       const AcademyColour *colour)
{
  double half = line->width / 2;

  if (line->dash > 0)
    {
      g_autoptr(AcademyPath) path = academy_path_new ();

      academy_path_add_rounded (path, box, radius);
      academy_canvas_stroke (canvas, path, line, colour);
      return;
    }

  academy_canvas_border (canvas,
                         &(AcademyBox) { box->x - half, box->y - half, box->width + line->width, box->height + line->width },
                         radius + half, line->width, colour);
}

static void
add_points (AcademyPath  *path,
            const double  points[][2],
            guint         n_points)
{
  academy_path_move_to (path, points[0][0], points[0][1]);
  for (guint i = 1; i < n_points; i++)
    academy_path_line_to (path, points[i][0], points[i][1]);
}

/**
 * academy_paint_line:
 * @canvas: a canvas
 * @points: (array length=n_points): the points of the line
 * @n_points: the number of points
 * @line: the width and the dashes
 * @colour: the colour
 *
 * Strokes a line from point to point.
 */
void
academy_paint_line (AcademyCanvas       *canvas,
                    const double         points[][2],
                    guint                n_points,
                    const AcademyPen    *line,
                    const AcademyColour *colour)
{
  g_autoptr(AcademyPath) path = academy_path_new ();

  add_points (path, points, n_points);
  academy_canvas_stroke (canvas, path, line, colour);
}

/**
 * academy_paint_polygon:
 * @canvas: a canvas
 * @points: (array length=n_points): the corners
 * @n_points: the number of corners
 * @line: (nullable): the pen of the outline, or %NULL to fill the polygon
 * @colour: the colour
 *
 * Fills a polygon or strokes its outline.
 */
void
academy_paint_polygon (AcademyCanvas       *canvas,
                       const double         points[][2],
                       guint                n_points,
                       const AcademyPen    *line,
                       const AcademyColour *colour)
{
  g_autoptr(AcademyPath) path = academy_path_new ();

  add_points (path, points, n_points);
  academy_path_close (path);
  if (line == NULL)
    academy_canvas_fill_path (canvas, path, colour);
  else
    academy_canvas_stroke (canvas, path, line, colour);
}

/**
 * academy_paint_disc:
 * @canvas: a canvas
 * @x: the centre
 * @y: the centre
 * @radius: the radius
 * @colour: the colour
 *
 * Fills a circle.
 */
void
academy_paint_disc (AcademyCanvas       *canvas,
                    double               x,
                    double               y,
                    double               radius,
                    const AcademyColour *colour)
{
  g_autoptr(AcademyPath) path = academy_path_new ();

  academy_path_add_circle (path, x, y, radius);
  academy_canvas_fill_path (canvas, path, colour);
}

static void
paint_ring (AcademyCanvas       *canvas,
            double               x,
            double               y,
            double               radius,
            const AcademyColour *colour)
{
  academy_paint_outline (canvas, &(AcademyBox) { x - radius, y - radius, 2 * radius, 2 * radius }, radius, &pen, colour);
}

static void
paint_dashed_ring (AcademyCanvas       *canvas,
                   double               x,
                   double               y,
                   double               radius,
                   const AcademyColour *colour)
{
  /* Divide the circumference into five dashes and five gaps, whatever the radius. */
  double dash = 2 * G_PI * radius / 10;
  g_autoptr(AcademyPath) path = academy_path_new ();

  academy_path_add_circle (path, x, y, radius);
  academy_canvas_stroke (canvas, path, &(AcademyPen) { pen.width, dash, dash }, colour);
}

/**
 * academy_paint_glyph:
 * @canvas: a canvas
 * @status: a status
 * @spot: the position
 * @colour: the colour
 *
 * Draws the glyph of a status, so that it is recognised without colour (WCAG 2.1,
 * 1.4.1).
 */
void
academy_paint_glyph (AcademyCanvas       *canvas,
                     AcademyStatus        status,
                     const AcademySpot   *spot,
                     const AcademyColour *colour)
{
  double x = spot->x, y = spot->y, size = spot->size;
  double r = size / 2 - 1;

  switch (status)
    {
    case ACADEMY_STATUS_IDEA:
      paint_dashed_ring (canvas, x, y, r, colour);
      break;
    case ACADEMY_STATUS_PLANNED:
      paint_ring (canvas, x, y, r, colour);
      break;
    case ACADEMY_STATUS_IN_PROGRESS:
      paint_ring (canvas, x, y, r, colour);
      academy_canvas_push_clip (canvas, &(AcademyBox) { x - size, y - size, size, 2 * size });
      academy_paint_disc (canvas, x, y, r, colour);
      academy_canvas_pop (canvas);
      break;
    case ACADEMY_STATUS_ON_HOLD:
      academy_canvas_fill (canvas, &(AcademyBox) { x - r, y - r, r * 0.7, 2 * r }, colour);
      academy_canvas_fill (canvas, &(AcademyBox) { x + r * 0.3, y - r, r * 0.7, 2 * r }, colour);
      break;
    case ACADEMY_STATUS_DONE:
      academy_paint_line (canvas, (double[][2]) { { x - r, y }, { x - r * 0.2, y + r * 0.8 }, { x + r, y - r * 0.8 } }, 3,
                          &thick_pen, colour);
      break;
    case ACADEMY_STATUS_DROPPED:
      academy_paint_line (canvas, (double[][2]) { { x - r, y - r }, { x + r, y + r } }, 2, &thick_pen, colour);
      academy_paint_line (canvas, (double[][2]) { { x - r, y + r }, { x + r, y - r } }, 2, &thick_pen, colour);
      break;
    case ACADEMY_STATUS_UNKNOWN:
    case ACADEMY_N_STATUSES:
    default:
      break;
    }
}

static void
paint_star (AcademyCanvas       *canvas,
            const AcademySpot   *spot,
            gboolean             filled,
            const AcademyColour *colour)
{
  double points[10][2];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double r = (i % 2 == 0 ? 0.48 : 0.48 * 0.45) * spot->size;
      double angle = G_PI * i / 5 - G_PI / 2;

      points[i][0] = spot->x + r * cos (angle);
      points[i][1] = spot->y + r * sin (angle);
    }
  academy_paint_polygon (canvas, points, G_N_ELEMENTS (points), filled ? NULL : &pen, colour);
}

/* Draws a speech bubble with its tail at the bottom left. */
static void
paint_bubble (AcademyCanvas       *canvas,
              const AcademySpot   *spot,
              gboolean             filled,
              const AcademyColour *colour)
{
  double size = spot->size * 0.9;
  double width = size * 0.84, height = size * 0.6;
  double left = spot->x - width / 2, top = spot->y - size * 0.38;
  g_autoptr(AcademyPath) path = academy_path_new ();

  academy_path_move_to (path, left + 3, top);
  academy_path_line_to (path, left + width - 3, top);
  academy_path_quad_to (path, left + width, top, left + width, top + 3);
  academy_path_line_to (path, left + width, top + height - 3);
  academy_path_quad_to (path, left + width, top + height, left + width - 3, top + height);
  academy_path_line_to (path, left + width * 0.5, top + height);
  academy_path_line_to (path, left + width * 0.22, top + size * 0.86);
  academy_path_line_to (path, left + width * 0.22, top + height);
  academy_path_line_to (path, left + 3, top + height);
  academy_path_quad_to (path, left, top + height, left, top + height - 3);
  academy_path_line_to (path, left, top + 3);
  academy_path_quad_to (path, left, top, left + 3, top);
  academy_path_close (path);

  if (filled)
    academy_canvas_fill_path (canvas, path, colour);
  else
    academy_canvas_stroke (canvas, path, &pen, colour);
}

/**
 * academy_paint_sign:
 * @canvas: a canvas
 * @shape: the shape of a bar
 * @spot: the position
 * @filled: whether the day has passed, or the item is done
 * @colour: the colour
 *
 * Draws the sign of an item that takes one day.
 */
void
academy_paint_sign (AcademyCanvas       *canvas,
                    AcademyShape         shape,
                    const AcademySpot   *spot,
                    gboolean             filled,
                    const AcademyColour *colour)
{
  double x = spot->x, y = spot->y, r = spot->size * 0.42;

  switch (shape)
    {
    case ACADEMY_SHAPE_SESSION:
      paint_bubble (canvas, spot, filled, colour);
      break;
    case ACADEMY_SHAPE_BOARD:
      paint_star (canvas, spot, filled, colour);
      break;
    case ACADEMY_SHAPE_MILESTONE:
      academy_paint_polygon (canvas, (double[][2]) { { x, y - r }, { x + r, y }, { x, y + r }, { x - r, y } }, 4,
                             filled ? NULL : &pen, colour);
      break;
    case ACADEMY_SHAPE_EVENT:
    case ACADEMY_SHAPE_PHASE:
      academy_paint_disc (canvas, x, y, spot->size * 0.32, colour);
      break;
    case ACADEMY_SHAPE_NONE:
    case ACADEMY_SHAPE_MEASURE:
    case ACADEMY_SHAPE_PILOT:
    case ACADEMY_SHAPE_SUMMARY:
    default:
      break;
    }
}

/**
 * academy_paint_handle:
 * @painter: a painter; its origin is the top left of the lane
 * @x: the tip
 * @y: the tip
 *
 * Draws the handle by which the progress of a bar is dragged.
 */
void
academy_paint_handle (const AcademyPainter *painter,
                      double                x,
                      double                y)
{
  academy_paint_polygon (painter->canvas, (double[][2]) { { x, y - 5 }, { x + 5, y + 3 }, { x - 5, y + 3 } }, 3, NULL,
                         &painter->palette->text);
}

/**
 * academy_paint_knob:
 * @painter: a painter; its origin is the top left of the lane
 * @x: the centre
 * @y: the centre
 * @radius: the radius
 *
 * Draws the knob from which a dependency is dragged.
 */
void
academy_paint_knob (const AcademyPainter *painter,
                    double                x,
                    double                y,
                    double                radius)
{
  paint_ring (painter->canvas, x, y, radius - 1, &painter->palette->text);
  academy_paint_disc (painter->canvas, x, y, 1.5, &painter->palette->text);
}

/**
 * academy_paint_warning:
 * @canvas: a canvas
 * @spot: the position
 * @colour: the colour
 *
 * Draws the sign of a hint: a triangle with an exclamation mark.
 */
void
academy_paint_warning (AcademyCanvas       *canvas,
                       const AcademySpot   *spot,
                       const AcademyColour *colour)
{
  double x = spot->x, y = spot->y, r = spot->size / 2;

  academy_paint_polygon (canvas, (double[][2]) { { x, y - r }, { x + r, y + r }, { x - r, y + r } }, 3, &pen, colour);
  academy_canvas_fill (canvas, &(AcademyBox) { x - 0.75, y - r * 0.25, 1.5, r * 0.6 }, colour);
  academy_canvas_fill (canvas, &(AcademyBox) { x - 0.75, y + r * 0.5, 1.5, 1.5 }, colour);
}
