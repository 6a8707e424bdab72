/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint.h"

#include <math.h>

#include "academy-calendar.h"
#include "academy-paint-private.h"
#include "academy-scale.h"

/* Days of rest are not told apart when they are narrower than this. */
#define LEAST_REST 2.5
#define LEAST_NAME 13
#define PADDING    4

/* Paints what lies between two points in time, which may be one, over the height. */
void
academy_paint_span (GtkSnapshot   *snapshot,
                    const GdkRGBA *colour,
                    double         x0,
                    double         x1,
                    double         y,
                    double         height)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (MIN (x0, x1), y, MAX (fabs (x1 - x0), 1), height));
}

/**
 * academy_paint_grid:
 * @snapshot: where it is drawn, from its origin
 * @axis: the axis
 * @palette: the colours
 * @height: how far down
 * @today: today, a Julian day
 *
 * Draws what is behind the bars: days of rest, lines between units of time, and
 * today.
 */
void
academy_paint_grid (GtkSnapshot          *snapshot,
                    AcademyAxis          *axis,
                    const AcademyPalette *palette,
                    double                height,
                    guint32               today)
{
  double pixels = academy_axis_get_scale (axis);
  AcademyUnit lines = academy_axis_get_division (axis)->lines;
  guint32 first, last;

  academy_axis_get_visible (axis, &first, &last);

  for (guint32 day = first; pixels >= LEAST_REST && day <= last; day++)
    {
      guint32 end = day;

      while (end <= last && !academy_calendar_is_working_day (end))
        end++;
      if (end > day)
        academy_paint_span (snapshot, &palette->rest, academy_axis_get_x (axis, day), academy_axis_get_x (axis, end), 0, height);
      day = end;
    }

  for (guint32 day = academy_unit_get_start (lines, first); day <= last; day = academy_unit_get_next (lines, day))
    {
      double x = round (academy_axis_get_x (axis, day));

      academy_paint_span (snapshot, &palette->grid, x, x, 0, height);
    }

  if (today >= first && today <= last)
    {
      double x = round (academy_axis_get_x (axis, today + 0.5));

      academy_paint_span (snapshot, &palette->today, x - 1, x + 1, 0, height);
    }
}

/**
 * academy_paint_holiday_names:
 * @snapshot: where they are drawn, from its origin
 * @axis: the axis
 * @palette: the colours
 * @height: where they stand
 * @context: for the text
 * @language: the language of the names
 *
 * Writes upwards the names of the holidays, where days are wide enough.
 */
void
academy_paint_holiday_names (GtkSnapshot           *snapshot,
                             AcademyAxis           *axis,
                             const AcademyPalette  *palette,
                             double                 height,
                             PangoContext          *context,
                             const AcademyLanguage *language)
{
  double pixels = academy_axis_get_scale (axis);
  GdkRGBA colour = palette->dim;
  guint32 first, last;

  if (pixels < LEAST_NAME)
    return;

  /* Bars and their titles stand before it. */
  colour.alpha *= 0.6f;

  academy_axis_get_visible (axis, &first, &last);
  for (guint32 day = first; day <= last; day++)
    {
      const char *name = academy_calendar_get_holiday (day);
      g_autoptr(PangoLayout) layout = NULL;
      int text_height;

      if (name == NULL)
        continue;

      layout = pango_layout_new (context);
      pango_layout_set_text (layout, academy_language_translate (language, name), -1);
      pango_layout_get_pixel_size (layout, NULL, &text_height);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (academy_axis_get_x (axis, day + 0.5) - text_height / 2.,
                                                              height - PADDING));
      gtk_snapshot_rotate (snapshot, -90);
      gtk_snapshot_append_layout (snapshot, layout, &colour);
      gtk_snapshot_restore (snapshot);
    }
}
