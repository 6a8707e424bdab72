/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint-private.h"

#include <math.h>

GskPath *
academy_path_rounded (double x,
         double y,
         double width,
         double height,
         double radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (x, y, width, height), radius);
  gsk_path_builder_add_rounded_rect (builder, &rect);

  return gsk_path_builder_free_to_path (builder);
}

void
academy_paint_stroke (GtkSnapshot   *snapshot,
        GskPath       *path,
        float          width,
        gboolean       dashed,
        const GdkRGBA *colour)
{
  GskStroke *pen = gsk_stroke_new (width);

  if (dashed)
    gsk_stroke_set_dash (pen, (float[]) { 4, 3 }, 2);
  gtk_snapshot_append_stroke (snapshot, path, pen, colour);
  gsk_stroke_free (pen);
}

/* The outline of a rounded box, along the middle of a line. A border is drawn
 * in half the time that a stroke takes. */
void
academy_paint_outline (GtkSnapshot   *snapshot,
                       double         x,
                       double         y,
                       double         width,
                       double         height,
                       double         radius,
                       float          line,
                       gboolean       dashed,
                       const GdkRGBA *colour)
{
  GskRoundedRect rect;

  if (dashed)
    {
      g_autoptr(GskPath) path = academy_path_rounded (x, y, width, height, radius);

      academy_paint_stroke (snapshot, path, line, TRUE, colour);
      return;
    }

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (x - line / 2, y - line / 2, width + line, height + line),
                                   radius + line / 2);
  gtk_snapshot_append_border (snapshot, &rect, (float[4]) { line, line, line, line },
                              (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

void
academy_paint_polygon (GtkSnapshot   *snapshot,
         const double   points[][2],
         guint          n_points,
         gboolean       filled,
         float          width,
         const GdkRGBA *colour)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;

  gsk_path_builder_move_to (builder, points[0][0], points[0][1]);
  for (guint i = 1; i < n_points; i++)
    gsk_path_builder_line_to (builder, points[i][0], points[i][1]);
  if (filled || n_points > 3)
    gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (builder);

  if (filled)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, colour);
  else
    academy_paint_stroke (snapshot, path, width, FALSE, colour);
}

void
academy_paint_circle (GtkSnapshot   *snapshot,
        double         x,
        double         y,
        double         radius,
        gboolean       filled,
        gboolean       dashed,
        const GdkRGBA *colour)
{
  GskPathBuilder *builder;
  g_autoptr(GskPath) path = NULL;

  if (!filled && !dashed)
    {
      academy_paint_outline (snapshot, x - radius, y - radius, 2 * radius, 2 * radius, radius, 1.5f, FALSE, colour);
      return;
    }

  builder = gsk_path_builder_new ();
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
  path = gsk_path_builder_free_to_path (builder);
  if (filled)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, colour);
  else
    {
      GskStroke *pen = gsk_stroke_new (1.5f);

      /* Five of them all round, whatever its size. */
      gsk_stroke_set_dash (pen, (float[]) { 2 * G_PI * radius / 10, 2 * G_PI * radius / 10 }, 2);
      gtk_snapshot_append_stroke (snapshot, path, pen, colour);
      gsk_stroke_free (pen);
    }
}

/**
 * academy_paint_glyph:
 * @snapshot: where it is drawn
 * @status: a status
 * @colour: its colour
 * @x: the middle
 * @y: the middle
 * @size: its width and height
 *
 * Draws the sign of a status, which tells it without colour.
 */
void
academy_paint_glyph (GtkSnapshot      *snapshot,
                     AcademyBarStatus  status,
                     const GdkRGBA    *colour,
                     double            x,
                     double            y,
                     double            size)
{
  double r = size / 2 - 1;

  switch (status)
    {
    case ACADEMY_BAR_IDEA:
      academy_paint_circle (snapshot, x, y, r, FALSE, TRUE, colour);
      break;
    case ACADEMY_BAR_PLANNED:
      academy_paint_circle (snapshot, x, y, r, FALSE, FALSE, colour);
      break;
    case ACADEMY_BAR_IN_PROGRESS:
      academy_paint_circle (snapshot, x, y, r, FALSE, FALSE, colour);
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x - size, y - size, size, 2 * size));
      academy_paint_circle (snapshot, x, y, r, TRUE, FALSE, colour);
      gtk_snapshot_pop (snapshot);
      break;
    case ACADEMY_BAR_ON_HOLD:
      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x - r, y - r, r * 0.7, 2 * r));
      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x + r * 0.3, y - r, r * 0.7, 2 * r));
      break;
    case ACADEMY_BAR_DONE:
      academy_paint_polygon (snapshot, (double[][2]) { { x - r, y }, { x - r * 0.2, y + r * 0.8 }, { x + r, y - r * 0.8 } }, 3,
               FALSE, 2, colour);
      break;
    case ACADEMY_BAR_DROPPED:
      academy_paint_polygon (snapshot, (double[][2]) { { x - r, y - r }, { x + r, y + r } }, 2, FALSE, 2, colour);
      academy_paint_polygon (snapshot, (double[][2]) { { x - r, y + r }, { x + r, y - r } }, 2, FALSE, 2, colour);
      break;
    case ACADEMY_BAR_UNKNOWN:
    case ACADEMY_N_BAR_STATUSES:
    default:
      break;
    }
}

static void
paint_star (GtkSnapshot   *snapshot,
            double         x,
            double         y,
            double         radius,
            gboolean       filled,
            const GdkRGBA *colour)
{
  double points[10][2];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double r = i % 2 == 0 ? radius : radius * 0.45;
      double angle = G_PI * i / 5 - G_PI / 2;

      points[i][0] = x + r * cos (angle);
      points[i][1] = y + r * sin (angle);
    }
  academy_paint_polygon (snapshot, points, G_N_ELEMENTS (points), filled, 1.5f, colour);
}

static void
paint_bubble (GtkSnapshot   *snapshot,
              double         x,
              double         y,
              double         size,
              gboolean       filled,
              const GdkRGBA *colour)
{
  double width = size * 0.84, height = size * 0.6;
  double left = x - width / 2, top = y - size * 0.38;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;

  /* A box with its tail below on the left. */
  gsk_path_builder_move_to (builder, left + 3, top);
  gsk_path_builder_line_to (builder, left + width - 3, top);
  gsk_path_builder_quad_to (builder, left + width, top, left + width, top + 3);
  gsk_path_builder_line_to (builder, left + width, top + height - 3);
  gsk_path_builder_quad_to (builder, left + width, top + height, left + width - 3, top + height);
  gsk_path_builder_line_to (builder, left + width * 0.5, top + height);
  gsk_path_builder_line_to (builder, left + width * 0.22, top + size * 0.86);
  gsk_path_builder_line_to (builder, left + width * 0.22, top + height);
  gsk_path_builder_line_to (builder, left + 3, top + height);
  gsk_path_builder_quad_to (builder, left, top + height, left, top + height - 3);
  gsk_path_builder_line_to (builder, left, top + 3);
  gsk_path_builder_quad_to (builder, left, top, left + 3, top);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (builder);

  if (filled)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, colour);
  else
    academy_paint_stroke (snapshot, path, 1.5f, FALSE, colour);
}

/**
 * academy_paint_sign:
 * @snapshot: where it is drawn
 * @shape: the shape of a bar
 * @colour: its colour
 * @filled: whether it has been, or is done
 * @x: the middle
 * @y: the middle
 * @size: its width and height
 *
 * Draws the sign of what happens on one day.
 */
void
academy_paint_sign (GtkSnapshot     *snapshot,
                    AcademyBarShape  shape,
                    const GdkRGBA   *colour,
                    gboolean         filled,
                    double           x,
                    double           y,
                    double           size)
{
  double r = size * 0.42;

  switch (shape)
    {
    case ACADEMY_BAR_SESSION:
      paint_bubble (snapshot, x, y, size * 0.9, filled, colour);
      break;
    case ACADEMY_BAR_BOARD:
      paint_star (snapshot, x, y, size * 0.48, filled, colour);
      break;
    case ACADEMY_BAR_MILESTONE:
      academy_paint_polygon (snapshot, (double[][2]) { { x, y - r }, { x + r, y }, { x, y + r }, { x - r, y } }, 4, filled, 1.5f,
               colour);
      break;
    case ACADEMY_BAR_EVENT:
    case ACADEMY_BAR_PHASE:
      academy_paint_circle (snapshot, x, y, size * 0.32, TRUE, FALSE, colour);
      break;
    case ACADEMY_BAR_NONE:
    case ACADEMY_BAR_MEASURE:
    case ACADEMY_BAR_PILOT:
    case ACADEMY_BAR_SUMMARY:
    default:
      break;
    }
}

/**
 * academy_paint_handle:
 * @snapshot: where it is drawn
 * @palette: the colours
 * @x: where it points to
 * @y: where it points to
 *
 * Draws what the progress of a bar is dragged by.
 */
void
academy_paint_handle (GtkSnapshot          *snapshot,
                      const AcademyPalette *palette,
                      double                x,
                      double                y)
{
  academy_paint_polygon (snapshot, (double[][2]) { { x, y - 5 }, { x + 5, y + 3 }, { x - 5, y + 3 } }, 3, TRUE, 1,
                         &palette->text);
}

/**
 * academy_paint_knob:
 * @snapshot: where it is drawn
 * @palette: the colours
 * @x: the middle
 * @y: the middle
 * @radius: half its width
 *
 * Draws what a dependency is dragged from.
 */
void
academy_paint_knob (GtkSnapshot          *snapshot,
                    const AcademyPalette *palette,
                    double                x,
                    double                y,
                    double                radius)
{
  academy_paint_circle (snapshot, x, y, radius - 1, FALSE, FALSE, &palette->text);
  academy_paint_circle (snapshot, x, y, 1.5, TRUE, FALSE, &palette->text);
}

/**
 * academy_paint_warning:
 * @snapshot: where it is drawn
 * @colour: its colour
 * @x: the middle
 * @y: the middle
 * @size: its width and height
 *
 * Draws the sign of a hint: a triangle with a mark in it.
 */
void
academy_paint_warning (GtkSnapshot   *snapshot,
                       const GdkRGBA *colour,
                       double         x,
                       double         y,
                       double         size)
{
  double r = size / 2;

  academy_paint_polygon (snapshot, (double[][2]) { { x, y - r }, { x + r, y + r }, { x - r, y + r }, { x, y - r } }, 4,
                         FALSE, 1.5f, colour);
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x - 0.75, y - r * 0.25, 1.5, r * 0.6));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x - 0.75, y + r * 0.5, 1.5, 1.5));
}
