/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint.h"

#include <math.h>

#include "academy-calendar.h"
#include "academy-zoom.h"

/* The least scale, in pixels per day, at which the names of holidays are written,
 * and the padding below them. */
#define LEAST_NAME 13
#define PADDING    4

/* Fills the lane between two positions over its whole height; at least one pixel,
 * so that a line between two days is visible. */
static void
paint_span (AcademyCanvas       *canvas,
            double               x0,
            double               x1,
            double               height,
            const AcademyColour *colour)
{
  academy_canvas_fill (canvas, &(AcademyBox) { MIN (x0, x1), 0, MAX (fabs (x1 - x0), 1), height }, colour);
}

/**
 * academy_paint_grid:
 * @painter: a painter; its origin is the top left of the lanes
 * @height: the height of the lanes
 *
 * Draws the background of the bars: days off, lines between units of time, and
 * today.
 */
void
academy_paint_grid (const AcademyPainter *painter,
                    double                height)
{
  AcademyAxis *axis = painter->axis;
  double pixels = academy_axis_get_scale (axis);
  AcademyUnit lines = academy_axis_get_zoom (axis)->lines;
  AcademyDay first, last;

  academy_axis_get_visible (axis, &first, &last);

  for (AcademyDay day = first; pixels >= ACADEMY_PAINT_LEAST_REST && day <= last; day++)
    {
      AcademyDay end = day;

      while (end <= last && !academy_calendar_is_working_day (end))
        end++;
      if (end > day)
        paint_span (painter->canvas, academy_axis_get_x (axis, day), academy_axis_get_x (axis, end), height,
                    &painter->palette->rest);
      day = end;
    }

  for (AcademyDay day = academy_unit_get_start (lines, first); day <= last; day = academy_unit_get_next (lines, day))
    {
      double x = round (academy_axis_get_x (axis, day));

      paint_span (painter->canvas, x, x, height, &painter->palette->grid);
    }

  if (painter->today >= first && painter->today <= last)
    {
      double x = round (academy_axis_get_x (axis, painter->today + 0.5));

      paint_span (painter->canvas, x - 1, x + 1, height, &painter->palette->today);
    }
}

/**
 * academy_paint_holiday_names:
 * @painter: a painter; its origin is the top left of the lanes
 * @height: the bottom edge at which the names begin
 * @context: the font
 * @language: the language of the names
 *
 * Writes the names of holidays from bottom to top, when days are wide enough.
 */
void
academy_paint_holiday_names (const AcademyPainter  *painter,
                             double                 height,
                             PangoContext          *context,
                             const AcademyLanguage *language)
{
  AcademyCanvas *canvas = painter->canvas;
  AcademyColour colour = painter->palette->dim;
  AcademyDay first, last;

  if (academy_axis_get_scale (painter->axis) < LEAST_NAME)
    return;

  /* Fade the names, because bars and titles are drawn over them. */
  colour.alpha *= 0.6f;

  academy_axis_get_visible (painter->axis, &first, &last);
  for (AcademyDay day = first; day <= last; day++)
    {
      const char *name = academy_calendar_get_holiday (day);
      g_autoptr(PangoLayout) layout = NULL;
      int text_height;

      if (name == NULL)
        continue;

      layout = pango_layout_new (context);
      pango_layout_set_text (layout, academy_language_translate (language, name), -1);
      pango_layout_get_pixel_size (layout, NULL, &text_height);
      academy_canvas_save (canvas);
      academy_canvas_translate (canvas, academy_axis_get_x (painter->axis, day + 0.5) - text_height / 2., height - PADDING);
      academy_canvas_rotate (canvas, -90);
      academy_canvas_layout (canvas, layout, 0, 0, &colour);
      academy_canvas_restore (canvas);
    }
}
