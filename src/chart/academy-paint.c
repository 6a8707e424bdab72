/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint-private.h"

#include <math.h>

/* The corner radius of a bar, the height of a baseline, the length of a bar with
 * one unknown end, the least width of a bar, and the size of the pointed ends of
 * a bracket, in pixels. */
#define RADIUS      3.5
#define GHOST       4
#define OPEN_LENGTH 48
#define LEAST_BAR   3
#define CORNER      6

/* The opacity of the borders between stages */
#define BORDER 0.6f

static AcademyColour
with_alpha (const AcademyColour *colour,
            float                alpha)
{
  AcademyColour result = *colour;

  result.alpha *= alpha;
  return result;
}

/**
 * academy_paint_line_height:
 * @context: the font
 *
 * Returns: the height of a line of text, in whole pixels
 */
double
academy_paint_line_height (PangoContext *context)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double height = ceil ((double) pango_font_metrics_get_height (metrics) / PANGO_SCALE);

  pango_font_metrics_unref (metrics);
  return height;
}

/**
 * academy_metrics_init:
 * @metrics: (out caller-allocates): the metrics to fill
 * @context: the font
 *
 * Sets all sizes for the font of @context.
 */
void
academy_metrics_init (AcademyMetrics *metrics,
                      PangoContext   *context)
{
  metrics->line = academy_paint_line_height (context);
  metrics->bar = metrics->line + 4;
  metrics->top = ceil (metrics->line / 3);
  metrics->row = metrics->top + metrics->bar + GHOST + 2 + metrics->top;
}

/**
 * academy_bar_get_extent:
 * @bar: a bar with days
 * @axis: the axis
 * @metrics: the sizes
 * @extent: (out caller-allocates): the edges of @bar in the lane, perhaps outside
 *   it
 *
 * Finds the edges of a bar. A sign is as wide as a bar is high. A bar with one
 * unknown end has a fixed length.
 */
void
academy_bar_get_extent (const AcademyBar     *bar,
                        AcademyAxis          *axis,
                        const AcademyMetrics *metrics,
                        AcademyExtent        *extent)
{
  double direction = academy_axis_is_mirrored (axis) ? -1 : 1;
  double a, b;

  if (academy_bar_is_point (bar))
    {
      double x = academy_axis_get_x (axis, bar->span.start + 0.5);

      extent->left = x - metrics->bar / 2;
      extent->right = x + metrics->bar / 2;
      return;
    }

  if (bar->span.start == 0)
    {
      b = academy_axis_get_x (axis, bar->span.end + 1.);
      a = b - direction * OPEN_LENGTH;
    }
  else
    {
      a = academy_axis_get_x (axis, bar->span.start);
      b = bar->span.end != 0 ? academy_axis_get_x (axis, bar->span.end + 1.) : a + direction * OPEN_LENGTH;
    }

  extent->left = MIN (a, b);
  extent->right = MAX (MAX (a, b), extent->left + LEAST_BAR);
}

static const AcademyColour *
get_hue (const AcademyBar     *bar,
         const AcademyPalette *palette)
{
  switch (bar->shape)
    {
    case ACADEMY_SHAPE_PHASE:
    case ACADEMY_SHAPE_EVENT:
      return &palette->phase;
    case ACADEMY_SHAPE_SESSION:
    case ACADEMY_SHAPE_BOARD:
      return &palette->sign;
    case ACADEMY_SHAPE_MILESTONE:
      return bar->overdue > 0 ? &palette->late : &palette->sign;
    case ACADEMY_SHAPE_NONE:
    case ACADEMY_SHAPE_MEASURE:
    case ACADEMY_SHAPE_PILOT:
    case ACADEMY_SHAPE_SUMMARY:
    default:
      return &palette->hues[bar->status];
    }
}

/* Fades the bar out towards an end that is unknown. */
static void
paint_unsure (AcademyCanvas       *canvas,
              const AcademyBox    *box,
              const AcademyColour *colour,
              gboolean             soft_left,
              gboolean             soft_right)
{
  AcademyColour none = with_alpha (colour, 0);
  AcademyColourStop stops[] = {
    { 0, soft_left ? none : *colour },
    { 0.25f, *colour },
    { 0.75f, *colour },
    { 1, soft_right ? none : *colour },
  };

  academy_canvas_gradient (canvas, box, stops, G_N_ELEMENTS (stops));
}

static void
fill_box (AcademyCanvas       *canvas,
          const AcademyBox    *box,
          const AcademyColour *hue,
          float                alpha)
{
  AcademyColour colour = with_alpha (hue, alpha);

  if (box->width > 0)
    academy_canvas_fill (canvas, box, &colour);
}

/* Draws the pointed ends of a bracket at both ends of @box, of its height. */
static void
paint_corners (AcademyCanvas       *canvas,
               const AcademyBox    *box,
               const AcademyColour *colour)
{
  double left = box->x, right = box->x + box->width, top = box->y, bottom = box->y + box->height;
  const double at_left[][2] = { { left, top }, { left + CORNER, top }, { left, bottom } };
  const double at_right[][2] = { { right, top }, { right - CORNER, top }, { right, bottom } };

  academy_paint_polygon (canvas, at_left, G_N_ELEMENTS (at_left), NULL, colour);
  academy_paint_polygon (canvas, at_right, G_N_ELEMENTS (at_right), NULL, colour);
}

static void
paint_body (const AcademyPainter *painter,
            const AcademyBar     *bar,
            double                from,
            double                to)
{
  AcademyCanvas *canvas = painter->canvas;
  const AcademyPalette *palette = painter->palette;
  const AcademyColour *hue = get_hue (bar, palette);
  double y = painter->metrics->top, height = painter->metrics->bar;
  /* Round to whole pixels, so that edges are sharp. */
  double left = round (from);
  double right = MAX (round (to), left + LEAST_BAR);
  double width = right - left;
  /* Inset the fill by one pixel, so that its square corners stay below the
   * rounded outline. */
  AcademyBox inside = { left + 1, y + 1, width - 2, height - 2 };
  gboolean mirrored = academy_axis_is_mirrored (painter->axis);
  gboolean open_start = bar->span.start == 0 || bar->span.unsure;
  gboolean open_end = bar->span.end == 0 || bar->span.unsure;
  gboolean open = open_start || open_end;
  AcademyPen pen = { .width = palette->outline };

  if (open)
    {
      AcademyColour colour = with_alpha (hue, palette->fill * 1.6f);

      paint_unsure (canvas, &(AcademyBox) { left, y, width, height }, &colour, mirrored ? open_end : open_start,
                    mirrored ? open_start : open_end);
    }
  else if (bar->status != ACADEMY_STATUS_IDEA && bar->status != ACADEMY_STATUS_DROPPED)
    fill_box (canvas, &inside, hue, palette->fill);

  if (bar->progress > 0 && !open)
    {
      AcademyBox done = inside;

      done.width = round (inside.width * bar->progress / 100);
      if (mirrored)
        done.x = right - 1 - done.width;
      fill_box (canvas, &done, hue, palette->done);
    }

  if (open || bar->status == ACADEMY_STATUS_IDEA)
    pen = (AcademyPen) { palette->outline, ACADEMY_PAINT_DASH, ACADEMY_PAINT_DASH_GAP };
  academy_paint_outline (canvas, &(AcademyBox) { left + 0.5, y + 0.5, width - 1, height - 1 }, MIN (RADIUS, width / 2), &pen,
                         hue);
  if (bar->shape == ACADEMY_SHAPE_PILOT)
    paint_corners (canvas, &(AcademyBox) { left, y + height, width, CORNER }, hue);
}

/* Draws the days that are counted back from the end of a bar whose start is known, as
 * those of one whose start is not. */
static void
paint_counted (const AcademyPainter *painter,
               const AcademyBar     *bar)
{
  AcademyBar counted = { .shape = bar->shape, .status = bar->status, .progress = -1,
                         .span = { .start = bar->stages[0], .end = bar->span.end, .unsure = TRUE } };
  double width = academy_axis_get_width (painter->axis);
  AcademyExtent extent;

  academy_bar_get_extent (&counted, painter->axis, painter->metrics, &extent);
  if (extent.right > 0 && extent.left < width)
    paint_body (painter, &counted, MAX (extent.left, -2 * width), MIN (extent.right, 3 * width));
}

/* Draws the borders between the stages of a bar. */
static void
paint_borders (const AcademyPainter *painter,
               const AcademyBar     *bar)
{
  AcademyColour colour = with_alpha (get_hue (bar, painter->palette), BORDER);
  double top = painter->metrics->top + 1, bottom = top + painter->metrics->bar - 2;

  for (guint i = 1; i < bar->n_stages; i++)
    {
      double x = round (academy_axis_get_x (painter->axis, bar->stages[i])) + 0.5;

      if (x > 0 && x < academy_axis_get_width (painter->axis))
        academy_paint_line (painter->canvas, (double[][2]) { { x, top }, { x, bottom } }, 2, &(AcademyPen) { .width = 1 },
                            &colour);
    }
}

static void
paint_late_piece (const AcademyPainter *painter,
                  double                left,
                  double                right)
{
  double height = round (painter->metrics->bar / 3);

  if (right > left)
    academy_canvas_hatch (painter->canvas,
                          &(AcademyBox) { left, painter->metrics->top + painter->metrics->bar - height, right - left, height },
                          &painter->palette->late);
}

/* Hatches the days from the end that has passed to today, but not behind the
 * title. */
static void
paint_late_part (const AcademyPainter *painter,
                 const AcademyBar     *bar,
                 const AcademyBarText *text)
{
  double width = academy_axis_get_width (painter->axis);
  double a = CLAMP (academy_axis_get_x (painter->axis, bar->span.end + 1.), 0, width);
  double b = CLAMP (academy_axis_get_x (painter->axis, painter->today + 0.5), 0, width);
  AcademyExtent written;

  if (text->title == NULL || !academy_bar_get_text_extent (bar, painter->axis, painter->metrics, text, &written))
    {
      paint_late_piece (painter, MIN (a, b), MAX (a, b));
      return;
    }

  paint_late_piece (painter, MIN (a, b), MIN (MAX (a, b), written.left - ACADEMY_PAINT_GAP / 2.));
  paint_late_piece (painter, MAX (MIN (a, b), written.right + ACADEMY_PAINT_GAP / 2.), MAX (a, b));
}

static void
paint_ghost (const AcademyPainter *painter,
             const AcademyBar     *bar)
{
  AcademyBar ghost = { .shape = bar->shape, .span = bar->baseline };
  double y = painter->metrics->top + painter->metrics->bar + 2.5;
  g_autoptr(AcademyPath) path = NULL;
  AcademyExtent extent;

  academy_bar_get_extent (&ghost, painter->axis, painter->metrics, &extent);
  if (extent.right < 0 || extent.left > academy_axis_get_width (painter->axis))
    return;

  path = academy_path_new ();
  academy_path_add_rounded (path, &(AcademyBox) { extent.left + 0.5, y, MAX (extent.right - extent.left - 1, 2), GHOST }, 2);
  academy_canvas_stroke (painter->canvas, path, &(AcademyPen) { .width = 1 }, &painter->palette->line);
}

static void
paint_summary (const AcademyPainter *painter,
               double                left,
               double                right)
{
  AcademyBox bracket = { left, painter->metrics->row - ACADEMY_PAINT_SUMMARY, right - left, 3 };

  academy_canvas_fill (painter->canvas, &bracket, &painter->palette->dim);
  bracket.height = 2 * CORNER;
  paint_corners (painter->canvas, &bracket, &painter->palette->dim);
}

/* Draws an arrow at the edge behind which the bar is scrolled. */
static void
paint_pointer (const AcademyPainter *painter,
               gboolean              to_the_left)
{
  double y = painter->metrics->top + painter->metrics->bar / 2;
  double x = to_the_left ? ACADEMY_PAINT_GAP : academy_axis_get_width (painter->axis) - ACADEMY_PAINT_GAP;
  double tip = to_the_left ? x - 3 : x + 3;

  academy_paint_line (painter->canvas, (double[][2]) { { x, y - 4 }, { tip, y }, { x, y + 4 } }, 3,
                      &(AcademyPen) { .width = 1.5 }, &painter->palette->dim);
}

static double
get_glyph_size (const AcademyMetrics *metrics)
{
  return round (metrics->line * 0.62);
}

/**
 * academy_paint_get_glyph_room:
 * @bar: a bar
 * @metrics: the sizes
 * @extent: the edges of @bar
 *
 * Returns: the width that the glyph of the status takes inside @bar, or 0 when
 *   the bar has none or is too short
 */
double
academy_paint_get_glyph_room (const AcademyBar     *bar,
                              const AcademyMetrics *metrics,
                              const AcademyExtent  *extent)
{
  double size = get_glyph_size (metrics);

  if (academy_bar_is_point (bar) || bar->shape == ACADEMY_SHAPE_SUMMARY || bar->status == ACADEMY_STATUS_UNKNOWN ||
      extent->right - extent->left <= size + 2 * ACADEMY_PAINT_GAP)
    return 0;

  return size + ACADEMY_PAINT_GAP / 2.;
}

/* Draws the glyph of the status inside the bar and the sign of a hint after it. */
static void
paint_signs (const AcademyPainter *painter,
             const AcademyBar     *bar,
             const AcademyExtent  *extent)
{
  const AcademyMetrics *metrics = painter->metrics;
  gboolean mirrored = academy_axis_is_mirrored (painter->axis);
  AcademySpot spot = { .y = metrics->top + metrics->bar / 2 };

  if (academy_paint_get_glyph_room (bar, metrics, extent) > 0)
    {
      spot.size = get_glyph_size (metrics);
      spot.x = mirrored ? MIN (extent->right, academy_axis_get_width (painter->axis)) - ACADEMY_PAINT_GAP - spot.size / 2
                        : MAX (extent->left, 0) + ACADEMY_PAINT_GAP + spot.size / 2;
      academy_paint_glyph (painter->canvas, bar->status, &spot, &painter->palette->text);
    }

  if (bar->warned)
    {
      double gap;

      spot.size = academy_paint_get_warning_room (bar, metrics) - ACADEMY_PAINT_GAP;
      gap = ACADEMY_PAINT_GAP + spot.size / 2 + (bar->shape == ACADEMY_SHAPE_MEASURE ? ACADEMY_PAINT_KNOB : 0);
      spot.x = mirrored ? extent->left - gap : extent->right + gap;
      academy_paint_warning (painter->canvas, &spot, &painter->palette->late);
    }
}

/**
 * academy_paint_bar:
 * @painter: a painter; its origin is the top left of the lane
 * @bar: a bar
 * @text: the texts that academy_paint_bar_text() will draw; room is left for them
 *
 * Draws @bar with its baseline and its overdue days, but without its texts.
 */
void
academy_paint_bar (const AcademyPainter *painter,
                   const AcademyBar     *bar,
                   const AcademyBarText *text)
{
  const AcademyMetrics *metrics = painter->metrics;
  double width = academy_axis_get_width (painter->axis);
  AcademyExtent extent;
  double left, right;

  if (bar->shape == ACADEMY_SHAPE_NONE)
    return;

  academy_bar_get_extent (bar, painter->axis, metrics, &extent);
  if (bar->baseline.end != 0 && (bar->baseline.start != bar->span.start || bar->baseline.end != bar->span.end))
    paint_ghost (painter, bar);
  if (bar->overdue > 0)
    paint_late_part (painter, bar, text);

  if (bar->n_stages > 0 && !bar->span.unsure)
    paint_counted (painter, bar);
  paint_borders (painter, bar);

  if (extent.right < 0 || extent.left > width)
    {
      paint_pointer (painter, extent.right < 0);
      return;
    }

  /* Clip the bar near the viewport: a renderer would walk the whole of a path
   * that is years long. */
  left = MAX (extent.left, -2 * width);
  right = MIN (extent.right, 3 * width);
  if (bar->shape == ACADEMY_SHAPE_SUMMARY)
    paint_summary (painter, left, right);
  else if (academy_bar_is_point (bar))
    academy_paint_sign (painter->canvas, bar->shape,
                        &(AcademySpot) { (extent.left + extent.right) / 2, metrics->top + metrics->bar / 2, metrics->bar },
                        bar->status != ACADEMY_STATUS_PLANNED, get_hue (bar, painter->palette));
  else
    paint_body (painter, bar, left, right);
  paint_signs (painter, bar, &extent);
}

/**
 * academy_paint_mark:
 * @painter: a painter; its origin is the top left of the lane
 * @shape: the shape of a meeting
 * @day: its Julian day
 *
 * Draws a meeting on the bracket of its heading.
 */
void
academy_paint_mark (const AcademyPainter *painter,
                    AcademyShape          shape,
                    AcademyDay            day)
{
  const AcademyMetrics *metrics = painter->metrics;
  AcademySpot spot = {
    .x = academy_axis_get_x (painter->axis, day + 0.5),
    .y = metrics->row - ACADEMY_PAINT_SUMMARY + 1,
    .size = metrics->line * 0.9,
  };

  academy_paint_sign (painter->canvas, shape, &spot, day < painter->today,
                      shape == ACADEMY_SHAPE_EVENT ? &painter->palette->phase : &painter->palette->sign);
}
