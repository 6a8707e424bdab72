/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint-private.h"

#include <math.h>

static double
get_width (PangoLayout *layout)
{
  int width;

  if (layout == NULL)
    return 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
write_layout (GtkSnapshot   *snapshot,
       PangoLayout   *layout,
       double         x,
       double         y,
       const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x), round (y)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Words in the order in which they are read, from @x on. */
static void
write_words (GtkSnapshot          *snapshot,
             AcademyAxis          *axis,
             const AcademyPalette *palette,
             const AcademyMetrics *metrics,
             const AcademyBar     *bar,
             const AcademyBarText *text,
             double                left,
             double                width,
             gboolean              all)
{
  PangoLayout *layouts[] = { text->title, all ? text->status : NULL, all ? text->slip : NULL };
  const GdkRGBA *colours[] = {
    bar->status == ACADEMY_BAR_DROPPED ? &palette->dim : &palette->text,
    bar->overdue > 0 ? &palette->late : &palette->dim,
    academy_bar_get_slip (bar) > 0 ? &palette->late : &palette->dim,
  };
  gboolean mirrored = academy_axis_is_mirrored (axis);
  double x = mirrored ? left + width : left;
  double y = metrics->top + (metrics->bar - metrics->line) / 2;

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      double step = get_width (layouts[i]);

      if (layouts[i] == NULL)
        continue;

      write_layout (snapshot, layouts[i], mirrored ? x - step : x, y, colours[i]);
      x += mirrored ? -(step + ACADEMY_PAINT_GAP) : step + ACADEMY_PAINT_GAP;
    }
}

/* The title is cut only when there is no place where it is whole. */
static void
write_cut (GtkSnapshot          *snapshot,
           const AcademyPalette *palette,
           const AcademyMetrics *metrics,
           PangoLayout          *title,
           double                left,
           double                width)
{
  g_autoptr(PangoLayout) cut = pango_layout_copy (title);

  pango_layout_set_width (cut, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (cut, PANGO_ELLIPSIZE_END);
  write_layout (snapshot, cut, left, metrics->top + (metrics->bar - metrics->line) / 2, &palette->text);
}

void
academy_paint_text (GtkSnapshot          *snapshot,
            AcademyAxis          *axis,
            const AcademyPalette *palette,
            const AcademyMetrics *metrics,
            const AcademyBar     *bar,
            const AcademyBarText *text,
            double                left,
            double                right,
            double                after,
            double                glyph)
{
  double width = academy_axis_get_width (axis);
  gboolean mirrored = academy_axis_is_mirrored (axis);
  double inner_left = MAX (left, 0) + ACADEMY_PAINT_GAP + (mirrored ? 0 : glyph);
  double inner_right = MIN (right, width) - ACADEMY_PAINT_GAP - (mirrored ? glyph : 0);
  double inside = academy_bar_is_point (bar) ? 0 : inner_right - inner_left;
  double after_left = mirrored ? 0 : MAX (after, right) + ACADEMY_PAINT_GAP;
  double after_right = mirrored ? MIN (after, left) - ACADEMY_PAINT_GAP : width;
  double before_left = mirrored ? right + ACADEMY_PAINT_GAP : 0;
  double before_right = mirrored ? width : left - ACADEMY_PAINT_GAP;
  double title = get_width (text->title);
  double all = title + (text->status != NULL ? get_width (text->status) + ACADEMY_PAINT_GAP : 0) +
               (text->slip != NULL ? get_width (text->slip) + ACADEMY_PAINT_GAP : 0);
  const struct {
    double   left;
    double   right;
    gboolean at_end;
  } places[] = {
    { inside > 0 ? inner_left : 0, inside > 0 ? inner_right : 0, mirrored },
    { after_left, after_right, mirrored },
    { before_left, before_right, !mirrored },
  };

  for (guint attempt = 0; attempt < 2; attempt++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        double wanted = attempt == 0 ? all : title;

        if (places[i].right - places[i].left < wanted)
          continue;

        write_words (snapshot, axis, palette, metrics, bar, text,
                     places[i].at_end ? places[i].right - wanted : places[i].left, wanted, attempt == 0);
        return;
      }

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].right - places[i].left >= MAX (inside, MAX (after_right - after_left, before_right - before_left)))
      {
        write_cut (snapshot, palette, metrics, text->title, places[i].left, places[i].right - places[i].left);
        return;
      }
}

/**
 * academy_paint_title:
 * @snapshot: where it is drawn; its origin is the top left of the lane
 * @axis: the axis
 * @palette: the colours
 * @metrics: the sizes
 * @title: a title
 *
 * Writes the title of what has no bar.
 */
void
academy_paint_title (GtkSnapshot          *snapshot,
                     AcademyAxis          *axis,
                     const AcademyPalette *palette,
                     const AcademyMetrics *metrics,
                     PangoLayout          *title)
{
  double width = academy_axis_get_width (axis) - 2 * ACADEMY_PAINT_GAP;
  double left = academy_axis_is_mirrored (axis) ? MAX (width - get_width (title), 0) : 0;

  write_cut (snapshot, palette, metrics, title, left + ACADEMY_PAINT_GAP, width);
}

/**
 * academy_paint_summary_text:
 * @snapshot: where it is drawn; its origin is the top left of the lane
 * @axis: the axis
 * @palette: the colours
 * @metrics: the sizes
 * @text: what is written over the bracket of a heading
 * @left: the left end of the bracket
 */
void
academy_paint_summary_text (GtkSnapshot          *snapshot,
                            AcademyAxis          *axis,
                            const AcademyPalette *palette,
                            const AcademyMetrics *metrics,
                            const AcademyBarText *text,
                            double                left)
{
  double title = get_width (text->title);
  double width = title + (text->status != NULL ? get_width (text->status) + ACADEMY_PAINT_GAP : 0);
  double most = academy_axis_get_width (axis) - ACADEMY_PAINT_GAP - width;
  double x = MAX (MIN (MAX (left, ACADEMY_PAINT_GAP), most), ACADEMY_PAINT_GAP);

  if (text->title != NULL)
    write_layout (snapshot, text->title, x, 1, &palette->text);
  if (text->status != NULL)
    write_layout (snapshot, text->status, text->title != NULL ? x + title + ACADEMY_PAINT_GAP : x, 1, &palette->dim);
}
