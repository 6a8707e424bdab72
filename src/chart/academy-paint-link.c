/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint-private.h"

#include <math.h>

static void
write_lag (GtkSnapshot   *snapshot,
           PangoLayout   *lag,
           double         x,
           double         y,
           double         direction,
           const GdkRGBA *colour)
{
  int width, height;

  pango_layout_get_pixel_size (lag, &width, &height);
  x += direction * ACADEMY_PAINT_GAP / 2.;
  academy_paint_layout (snapshot, lag, direction < 0 ? x - width : x, y - height / 2., colour);
}

/**
 * academy_paint_link:
 * @snapshot: where it is drawn, from its origin
 * @axis: the axis
 * @palette: the colours
 * @metrics: the sizes
 * @from_day: the end of what comes first
 * @from_y: the top of its row
 * @to_day: the start of what comes after it
 * @to_y: the top of its row
 * @broken: whether it starts too early
 * @lag: (nullable): the days between them in short, or %NULL for none
 *
 * Draws a dependency as a line with an arrow; one that does not hold is dashed
 * and has a cross. Days between stand where it leaves the row that it comes from,
 * or where it comes to the next row, when rows are so high that no title is there.
 */
void
academy_paint_link (GtkSnapshot          *snapshot,
                    AcademyAxis          *axis,
                    const AcademyPalette *palette,
                    const AcademyMetrics *metrics,
                    double                from_day,
                    double                from_y,
                    double                to_day,
                    double                to_y,
                    gboolean              broken,
                    PangoLayout          *lag)
{
  const GdkRGBA *colour = broken ? &palette->late : &palette->line;
  double direction = academy_axis_is_mirrored (axis) ? -1 : 1;
  double width = academy_axis_get_width (axis);
  double x0 = CLAMP (academy_axis_get_x (axis, from_day), -width, 2 * width);
  double x1 = CLAMP (academy_axis_get_x (axis, to_day), -width, 2 * width);
  double y0 = from_y + metrics->top + metrics->bar / 2;
  double middle = metrics->top + metrics->bar / 2;
  double y1 = to_y + middle;
  double out = x0 + direction * ACADEMY_PAINT_GAP;
  double in = x1 - direction * ACADEMY_PAINT_ARROW;
  double turn = to_y > from_y ? to_y + 1 : to_y + metrics->row - 1;
  /* A long way goes between the rows, where no title stands. */
  gboolean straight = direction * (in - out) >= 0 && fabs (in - out) <= ACADEMY_PAINT_ARROW;
  double leave = to_y > from_y ? from_y + metrics->row - 1 : from_y + 1;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;

  gsk_path_builder_move_to (builder, x0, y0);
  gsk_path_builder_line_to (builder, out, y0);
  if (straight)
    gsk_path_builder_line_to (builder, out, y1);
  else
    {
      gsk_path_builder_line_to (builder, out, turn);
      gsk_path_builder_line_to (builder, in, turn);
      gsk_path_builder_line_to (builder, in, y1);
    }
  gsk_path_builder_line_to (builder, x1, y1);
  path = gsk_path_builder_free_to_path (builder);
  academy_paint_stroke (snapshot, path, 1.5f, broken, colour);

  academy_paint_polygon (snapshot, (double[][2]) { { x1, y1 }, { x1 - direction * 6, y1 - 4 }, { x1 - direction * 6, y1 + 4 } }, 3,
           TRUE, 1, colour);
  if (broken)
    academy_paint_glyph (snapshot, ACADEMY_BAR_DROPPED, colour, out, (y0 + (straight ? y1 : turn)) / 2, 8);
  if (lag != NULL && metrics->row >= 1.6 * metrics->line)
    write_lag (snapshot, lag, fabs (leave - turn) <= 2 && !straight && direction * (in - out) > 0 ? in : out, leave,
               direction, broken ? &palette->late : &palette->dim);
}

/**
 * academy_paint_link_end:
 * @snapshot: where it is drawn, from its origin
 * @axis: the axis
 * @palette: the colours
 * @metrics: the sizes
 * @day: the end of what comes first, or the start of what comes after it
 * @y: the top of its row
 * @edge: where the line leaves the row: its top or its bottom
 * @leaving: whether @day is where the dependency begins
 * @broken: whether it does not hold
 *
 * Draws the end of a dependency of which the other end is on another page.
 */
void
academy_paint_link_end (GtkSnapshot          *snapshot,
                        AcademyAxis          *axis,
                        const AcademyPalette *palette,
                        const AcademyMetrics *metrics,
                        double                day,
                        double                y,
                        double                edge,
                        gboolean              leaving,
                        gboolean              broken)
{
  const GdkRGBA *colour = broken ? &palette->late : &palette->line;
  double direction = academy_axis_is_mirrored (axis) ? -1 : 1;
  double x = academy_axis_get_x (axis, day);
  double middle = y + metrics->top + metrics->bar / 2;
  double turn = x + direction * (leaving ? ACADEMY_PAINT_GAP : -ACADEMY_PAINT_ARROW);
  double tip = edge > middle ? edge - 2 : edge + 2;
  double back = edge > middle ? -5 : 5;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;

  if (x < 0 || x > academy_axis_get_width (axis))
    {
      gsk_path_builder_unref (builder);
      return;
    }

  gsk_path_builder_move_to (builder, x, middle);
  gsk_path_builder_line_to (builder, turn, middle);
  gsk_path_builder_line_to (builder, turn, tip);
  path = gsk_path_builder_free_to_path (builder);
  academy_paint_stroke (snapshot, path, 1.5f, broken, colour);

  if (leaving)
    academy_paint_polygon (snapshot, (double[][2]) { { turn, tip }, { turn - 4, tip + back }, { turn + 4, tip + back } }, 3,
                           TRUE, 1, colour);
  else
    {
      academy_paint_circle (snapshot, turn, tip, 2.5, TRUE, FALSE, colour);
      academy_paint_polygon (snapshot, (double[][2]) { { x, middle }, { x - direction * 6, middle - 4 }, { x - direction * 6, middle + 4 } },
                             3, TRUE, 1, colour);
    }
}

/**
 * academy_paint_rope:
 * @snapshot: where it is drawn, from its origin
 * @palette: the colours
 * @x0: where a dependency begins
 * @y0: where it begins
 * @x1: where the hand is
 * @y1: where the hand is
 *
 * Draws a dependency that is being made.
 */
void
academy_paint_rope (GtkSnapshot          *snapshot,
                    const AcademyPalette *palette,
                    double                x0,
                    double                y0,
                    double                x1,
                    double                y1)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;

  gsk_path_builder_move_to (builder, x0, y0);
  gsk_path_builder_line_to (builder, x1, y1);
  path = gsk_path_builder_free_to_path (builder);
  academy_paint_stroke (snapshot, path, 2, TRUE, &palette->text);
  academy_paint_circle (snapshot, x1, y1, 4, TRUE, FALSE, &palette->text);
}
