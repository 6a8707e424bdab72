/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint-private.h"

#include <math.h>

#define RADIUS      3.5
#define GHOST       4
#define OPEN_LENGTH 48
#define LEAST_BAR   3
#define CORNER      6

static GdkRGBA
with_alpha (const GdkRGBA *colour,
            float          alpha)
{
  GdkRGBA result = *colour;

  result.alpha *= alpha;
  return result;
}

/**
 * academy_paint_line_height:
 * @context: the font
 *
 * Returns: the height of a line of text
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
 * @metrics: (out caller-allocates): where they are put
 * @context: the font
 *
 * Fills @metrics for the size of text of @context.
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
 * @bar: a bar that has days
 * @axis: the axis
 * @metrics: the sizes
 * @left: (out): the left edge, in pixels
 * @right: (out): the right edge
 *
 * A sign is as wide as a bar is high; a bar of which one end is not known has
 * a length that tells nothing.
 */
void
academy_bar_get_extent (const AcademyBar     *bar,
                        AcademyAxis          *axis,
                        const AcademyMetrics *metrics,
                        double               *left,
                        double               *right)
{
  double direction = academy_axis_is_mirrored (axis) ? -1 : 1;
  double a, b;

  if (academy_bar_is_point (bar))
    {
      double x = academy_axis_get_x (axis, bar->span.start + 0.5);

      *left = x - metrics->bar / 2;
      *right = x + metrics->bar / 2;
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

  *left = MIN (a, b);
  *right = MAX (MAX (a, b), *left + LEAST_BAR);
}

static const GdkRGBA *
get_hue (const AcademyBar     *bar,
         const AcademyPalette *palette)
{
  switch (bar->shape)
    {
    case ACADEMY_BAR_PHASE:
    case ACADEMY_BAR_EVENT:
      return &palette->phase;
    case ACADEMY_BAR_SESSION:
    case ACADEMY_BAR_BOARD:
      return &palette->sign;
    case ACADEMY_BAR_MILESTONE:
      return bar->overdue > 0 ? &palette->late : &palette->sign;
    case ACADEMY_BAR_NONE:
    case ACADEMY_BAR_MEASURE:
    case ACADEMY_BAR_PILOT:
    case ACADEMY_BAR_SUMMARY:
    default:
      return &palette->hues[bar->status];
    }
}

/* Soft at the ends that nobody knows. */
static void
paint_unsure (GtkSnapshot   *snapshot,
              const GdkRGBA *hue,
              float          alpha,
              gboolean       soft_left,
              gboolean       soft_right,
              double         x,
              double         y,
              double         width,
              double         height)
{
  GskColorStop stops[] = {
    { 0, with_alpha (hue, soft_left ? 0 : alpha) },
    { 0.25f, with_alpha (hue, alpha) },
    { 0.75f, with_alpha (hue, alpha) },
    { 1, with_alpha (hue, soft_right ? 0 : alpha) },
  };

  gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (x, y, width, height),
                                       &GRAPHENE_POINT_INIT (x, y), &GRAPHENE_POINT_INIT (x + width, y),
                                       stops, G_N_ELEMENTS (stops));
}

static void
paint_hatch (GtkSnapshot   *snapshot,
             const GdkRGBA *hue,
             double         x,
             double         y,
             double         width,
             double         height)
{
  GdkRGBA none = with_alpha (hue, 0);
  GskColorStop stops[] = { { 0, *hue }, { 0.4f, *hue }, { 0.4f, none }, { 1, none } };

  gtk_snapshot_append_repeating_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (x, y, width, height),
                                                 &GRAPHENE_POINT_INIT (x, y), &GRAPHENE_POINT_INIT (x + 4, y + 4),
                                                 stops, G_N_ELEMENTS (stops));
}

static void
fill_box (GtkSnapshot   *snapshot,
          const GdkRGBA *hue,
          float          alpha,
          double         x,
          double         y,
          double         width,
          double         height)
{
  GdkRGBA colour = with_alpha (hue, alpha);

  if (width > 0)
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
paint_body (GtkSnapshot          *snapshot,
            AcademyAxis          *axis,
            const AcademyPalette *palette,
            const AcademyMetrics *metrics,
            const AcademyBar     *bar,
            double                from,
            double                to)
{
  const GdkRGBA *hue = get_hue (bar, palette);
  double y = metrics->top;
  /* At whole pixels, where edges are sharp. */
  double left = round (from);
  double right = MAX (round (to), left + LEAST_BAR);
  double width = right - left;
  /* What is within the outline, under which the corners of a box are. */
  double inside = width - 2;
  double radius = MIN (RADIUS, width / 2);
  gboolean mirrored = academy_axis_is_mirrored (axis);
  gboolean open_start = bar->span.start == 0 || bar->span.unsure;
  gboolean open_end = bar->span.end == 0 || bar->span.unsure;
  gboolean open = open_start || open_end;

  if (open)
    paint_unsure (snapshot, hue, palette->fill * 1.6f, mirrored ? open_end : open_start, mirrored ? open_start : open_end,
                  left, y, width, metrics->bar);
  else if (bar->status != ACADEMY_BAR_IDEA && bar->status != ACADEMY_BAR_DROPPED)
    fill_box (snapshot, hue, palette->fill, left + 1, y + 1, inside, metrics->bar - 2);

  if (bar->progress > 0 && !open)
    {
      double done = round (inside * bar->progress / 100);

      fill_box (snapshot, hue, palette->done, mirrored ? right - 1 - done : left + 1, y + 1, done, metrics->bar - 2);
    }

  academy_paint_outline (snapshot, left + 0.5, y + 0.5, width - 1, metrics->bar - 1, radius, palette->outline,
                         open || bar->status == ACADEMY_BAR_IDEA, hue);
  if (bar->shape == ACADEMY_BAR_PILOT)
    {
      double bottom = y + metrics->bar;

      academy_paint_polygon (snapshot, (double[][2]) { { left, bottom }, { left + CORNER, bottom }, { left, bottom + CORNER } }, 3,
               TRUE, 1, hue);
      academy_paint_polygon (snapshot, (double[][2]) { { right, bottom }, { right - CORNER, bottom }, { right, bottom + CORNER } }, 3,
               TRUE, 1, hue);
    }
}

static void
paint_late_piece (GtkSnapshot          *snapshot,
                  const AcademyPalette *palette,
                  const AcademyMetrics *metrics,
                  double                left,
                  double                right)
{
  double height = round (metrics->bar / 3);

  if (right > left)
    paint_hatch (snapshot, &palette->late, left, metrics->top + metrics->bar - height, right - left, height);
}

/* From the day on which it should have been finished to today, but for where its
 * title stands. */
static void
paint_late_part (GtkSnapshot          *snapshot,
                 AcademyAxis          *axis,
                 const AcademyPalette *palette,
                 const AcademyMetrics *metrics,
                 const AcademyBar     *bar,
                 const AcademyBarText *text,
                 guint32               today)
{
  double a = CLAMP (academy_axis_get_x (axis, bar->span.end + 1.), 0, academy_axis_get_width (axis));
  double b = CLAMP (academy_axis_get_x (axis, today + 0.5), 0, academy_axis_get_width (axis));
  double left, right;

  if (text->title == NULL || !academy_bar_get_text_extent (bar, axis, metrics, text, &left, &right))
    {
      paint_late_piece (snapshot, palette, metrics, MIN (a, b), MAX (a, b));
      return;
    }

  paint_late_piece (snapshot, palette, metrics, MIN (a, b), MIN (MAX (a, b), left - ACADEMY_PAINT_GAP / 2.));
  paint_late_piece (snapshot, palette, metrics, MAX (MIN (a, b), right + ACADEMY_PAINT_GAP / 2.), MAX (a, b));
}

static void
paint_ghost (GtkSnapshot          *snapshot,
             AcademyAxis          *axis,
             const AcademyPalette *palette,
             const AcademyMetrics *metrics,
             const AcademyBar     *bar)
{
  AcademyBar ghost = { .shape = bar->shape, .span = bar->baseline };
  double left, right;

  academy_bar_get_extent (&ghost, axis, metrics, &left, &right);
  if (right < 0 || left > academy_axis_get_width (axis))
    return;

  g_autoptr(GskPath) outline = academy_path_rounded (left + 0.5, metrics->top + metrics->bar + 2.5, MAX (right - left - 1, 2), GHOST, 2);

  academy_paint_stroke (snapshot, outline, 1, FALSE, &palette->line);
}

static void
paint_summary (GtkSnapshot          *snapshot,
               const AcademyPalette *palette,
               const AcademyMetrics *metrics,
               const AcademyBar     *bar,
               double                left,
               double                right)
{
  const GdkRGBA *hue = &palette->dim;
  double y = metrics->row - ACADEMY_PAINT_SUMMARY;

  gtk_snapshot_append_color (snapshot, hue, &GRAPHENE_RECT_INIT (left, y, right - left, 3));
  academy_paint_polygon (snapshot, (double[][2]) { { left, y }, { left + CORNER, y }, { left, y + 2 * CORNER } }, 3, TRUE, 1, hue);
  academy_paint_polygon (snapshot, (double[][2]) { { right, y }, { right - CORNER, y }, { right, y + 2 * CORNER } }, 3, TRUE, 1, hue);
}

/* Where a bar is that is out of sight. */
static void
paint_pointer (GtkSnapshot          *snapshot,
               AcademyAxis          *axis,
               const AcademyPalette *palette,
               const AcademyMetrics *metrics,
               gboolean              to_the_left)
{
  double y = metrics->top + metrics->bar / 2;
  double x = to_the_left ? ACADEMY_PAINT_GAP : academy_axis_get_width (axis) - ACADEMY_PAINT_GAP;
  double tip = to_the_left ? x - 3 : x + 3;

  academy_paint_polygon (snapshot, (double[][2]) { { x, y - 4 }, { tip, y }, { x, y + 4 } }, 3, FALSE, 1.5f, &palette->dim);
}

static double
get_glyph_size (const AcademyMetrics *metrics)
{
  return round (metrics->line * 0.62);
}

/* What the sign of its status takes of a bar; nothing where there is no room for it. */
double
academy_paint_get_glyph_room (const AcademyBar     *bar,
                              const AcademyMetrics *metrics,
                              double                left,
                              double                right)
{
  double size = get_glyph_size (metrics);

  if (academy_bar_is_point (bar) || bar->shape == ACADEMY_BAR_SUMMARY || bar->status == ACADEMY_BAR_UNKNOWN ||
      right - left <= size + 2 * ACADEMY_PAINT_GAP)
    return 0;

  return size + ACADEMY_PAINT_GAP / 2.;
}

/**
 * academy_paint_bar:
 * @snapshot: where it is drawn; its origin is the top left of the lane
 * @axis: the axis
 * @palette: the colours
 * @metrics: the sizes
 * @bar: what to draw
 * @text: what academy_paint_bar_text() is to write, for which it leaves room
 * @today: today, a Julian day
 *
 * Draws @bar with its baseline and the part that is late, and nothing else.
 */
void
academy_paint_bar (GtkSnapshot          *snapshot,
                   AcademyAxis          *axis,
                   const AcademyPalette *palette,
                   const AcademyMetrics *metrics,
                   const AcademyBar     *bar,
                   const AcademyBarText *text,
                   guint32               today)
{
  double width = academy_axis_get_width (axis);
  double left, right;

  if (bar->shape == ACADEMY_BAR_NONE)
    return;

  academy_bar_get_extent (bar, axis, metrics, &left, &right);
  if (bar->baseline.end != 0 && (bar->baseline.start != bar->span.start || bar->baseline.end != bar->span.end))
    paint_ghost (snapshot, axis, palette, metrics, bar);
  if (bar->overdue > 0)
    paint_late_part (snapshot, axis, palette, metrics, bar, text, today);

  if (right < 0 || left > width)
    {
      paint_pointer (snapshot, axis, palette, metrics, right < 0);
      return;
    }

  /* What is far outside is cut here: a renderer would walk the whole of it. */
  double shown_left = MAX (left, -2 * width), shown_right = MIN (right, 3 * width);

  if (bar->shape == ACADEMY_BAR_SUMMARY)
    paint_summary (snapshot, palette, metrics, bar, shown_left, shown_right);
  else if (academy_bar_is_point (bar))
    academy_paint_sign (snapshot, bar->shape, get_hue (bar, palette), bar->status != ACADEMY_BAR_PLANNED,
                        (left + right) / 2, metrics->top + metrics->bar / 2, metrics->bar);
  else
    paint_body (snapshot, axis, palette, metrics, bar, shown_left, shown_right);

  if (academy_paint_get_glyph_room (bar, metrics, left, right) > 0)
    {
      double size = get_glyph_size (metrics);
      double x = academy_axis_is_mirrored (axis) ? MIN (right, width) - ACADEMY_PAINT_GAP - size / 2
                                                 : MAX (left, 0) + ACADEMY_PAINT_GAP + size / 2;

      academy_paint_glyph (snapshot, bar->status, get_hue (bar, palette), x, metrics->top + metrics->bar / 2, size);
    }

  if (bar->warned)
    {
      double size = academy_paint_get_warning_room (bar, metrics) - ACADEMY_PAINT_GAP;
      double gap = ACADEMY_PAINT_GAP + size / 2 + (bar->shape == ACADEMY_BAR_MEASURE ? ACADEMY_PAINT_KNOB : 0);

      academy_paint_warning (snapshot, &palette->late, academy_axis_is_mirrored (axis) ? left - gap : right + gap,
                             metrics->top + metrics->bar / 2, size);
    }
}

/**
 * academy_paint_mark:
 * @snapshot: where it is drawn; its origin is the top left of the lane
 * @axis: the axis
 * @palette: the colours
 * @metrics: the sizes
 * @shape: what happens
 * @day: the Julian day on which it happens
 * @today: today
 *
 * Draws on the bracket of a heading what happens on one day below it.
 */
void
academy_paint_mark (GtkSnapshot          *snapshot,
                    AcademyAxis          *axis,
                    const AcademyPalette *palette,
                    const AcademyMetrics *metrics,
                    AcademyBarShape       shape,
                    guint32               day,
                    guint32               today)
{
  academy_paint_sign (snapshot, shape, shape == ACADEMY_BAR_EVENT ? &palette->phase : &palette->sign, day < today,
                      academy_axis_get_x (axis, day + 0.5), metrics->row - ACADEMY_PAINT_SUMMARY + 1, metrics->line * 0.9);
}
