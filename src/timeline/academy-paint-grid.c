/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint.h"

#include <math.h>

#include "academy-calendar.h"
#include "academy-scale.h"

/* Days of rest are not told apart when they are narrower than this. */
#define LEAST_REST 2.5
#define LEAST_NAME 13
#define PADDING    4

static void
fill (GtkSnapshot   *snapshot,
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
        fill (snapshot, &palette->rest, academy_axis_get_x (axis, day), academy_axis_get_x (axis, end), 0, height);
      day = end;
    }

  for (guint32 day = academy_unit_get_start (lines, first); day <= last; day = academy_unit_get_next (lines, day))
    {
      double x = round (academy_axis_get_x (axis, day));

      fill (snapshot, &palette->grid, x, x, 0, height);
    }

  if (today >= first && today <= last)
    {
      double x = round (academy_axis_get_x (axis, today + 0.5));

      fill (snapshot, &palette->today, x - 1, x + 1, 0, height);
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

/* The same few labels are drawn again and again. */
static PangoLayout *
get_layout (PangoContext *context,
            GHashTable   *layouts,
            const char   *text)
{
  PangoLayout *layout = g_hash_table_lookup (layouts, text);

  if (layout == NULL)
    {
      layout = pango_layout_new (context);
      pango_layout_set_text (layout, text, -1);
      g_hash_table_insert (layouts, g_strdup (text), layout);
    }

  return layout;
}

/**
 * academy_paint_ruler_height:
 * @context: for the text
 *
 * Returns: how high a ruler is
 */
double
academy_paint_ruler_height (PangoContext *context)
{
  return 2 * (academy_paint_line_height (context) + PADDING) + PADDING;
}

/* The longest form in which every label of a tier fits; what is cut at the
 * edges of the ruler does not count. */
static guint
choose_form (AcademyAxis           *axis,
             PangoContext          *context,
             GHashTable            *layouts,
             const AcademyLanguage *language,
             AcademyUnit            unit,
             guint                  form,
             guint32                first,
             guint32                last)
{
  double scale = academy_axis_get_scale (axis);

  for (guint32 day = academy_unit_get_start (unit, first); day <= last; )
    {
      guint32 next = academy_unit_get_next (unit, day);
      g_autofree char *text = academy_unit_format (unit, day, form, language);
      int width;

      if (text == NULL)
        return form;

      pango_layout_get_pixel_size (get_layout (context, layouts, text), &width, NULL);
      if (width + PADDING > (next - day) * scale)
        {
          form++;
          day = academy_unit_get_start (unit, first);
        }
      else
        day = next;
    }

  return form;
}

/* A week in the upper tier says in which month it begins, since the days below
 * it do not. */
static char *
dup_label (AcademyUnit            unit,
           guint32                day,
           guint                  form,
           gboolean               minor,
           const AcademyLanguage *language)
{
  g_autofree char *text = academy_unit_format (unit, day, form, language);
  g_autofree char *month = NULL;

  if (unit != ACADEMY_UNIT_WEEK || minor || text == NULL)
    return g_steal_pointer (&text);

  month = academy_unit_format (ACADEMY_UNIT_MONTH, day, 2, language);
  return g_strdup_printf ("%s · %s", text, month);
}

static void
paint_tier (GtkSnapshot           *snapshot,
            AcademyAxis           *axis,
            const AcademyPalette  *palette,
            PangoContext          *context,
            GHashTable            *layouts,
            const AcademyLanguage *language,
            AcademyUnit            unit,
            gboolean               minor,
            double                 y,
            double                 height)
{
  /* The lower tier says in short what the upper one says in full. */
  guint form = !minor ? 0 : unit == ACADEMY_UNIT_WEEK ? 1 : unit == ACADEMY_UNIT_MONTH ? 2 : 0;
  guint32 first, last;

  academy_axis_get_visible (axis, &first, &last);
  form = choose_form (axis, context, layouts, language, unit, form, first, last);

  for (guint32 day = academy_unit_get_start (unit, first); day <= last; day = academy_unit_get_next (unit, day))
    {
      double a = academy_axis_get_x (axis, day);
      double b = academy_axis_get_x (axis, academy_unit_get_next (unit, day));
      double left = CLAMP (MIN (a, b), 0, academy_axis_get_width (axis));
      double right = CLAMP (MAX (a, b), 0, academy_axis_get_width (axis));
      g_autofree char *text = dup_label (unit, day, form, minor, language);
      PangoLayout *label;
      int text_width;

      fill (snapshot, &palette->grid, round (a), round (a), y, height);
      if (text == NULL)
        continue;

      label = get_layout (context, layouts, text);
      pango_layout_get_pixel_size (label, &text_width, NULL);
      if (text_width > right - left)
        continue;

      gtk_snapshot_save (snapshot);
      /* What is long stays in sight at the beginning; what is short stands in the middle. */
      if (minor)
        left = (left + right - text_width) / 2;
      else
        left = academy_axis_is_mirrored (axis) ? right - text_width - PADDING : left + PADDING;
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (left), y + PADDING / 2.));
      gtk_snapshot_append_layout (snapshot, label,
                                  minor && unit == ACADEMY_UNIT_DAY && !academy_calendar_is_working_day (day)
                                    ? &palette->dim : &palette->text);
      gtk_snapshot_restore (snapshot);
    }
}

/**
 * academy_paint_ruler:
 * @snapshot: where it is drawn, from its origin
 * @axis: the axis
 * @palette: the colours
 * @context: for the text
 * @layouts: (element-type utf8 PangoLayout): keeps the labels for the next time
 * @language: the language of the labels
 * @today: today, a Julian day
 *
 * Draws the scale of time in two tiers, with a mark at today.
 */
void
academy_paint_ruler (GtkSnapshot           *snapshot,
                     AcademyAxis           *axis,
                     const AcademyPalette  *palette,
                     PangoContext          *context,
                     GHashTable            *layouts,
                     const AcademyLanguage *language,
                     guint32                today)
{
  const AcademyScale *scale = academy_axis_get_division (axis);
  double tier = academy_paint_line_height (context) + PADDING;
  double height = academy_paint_ruler_height (context);
  double width = academy_axis_get_width (axis);
  double x = round (academy_axis_get_x (axis, today + 0.5));

  paint_tier (snapshot, axis, palette, context, layouts, language, scale->major, FALSE, 0, tier);
  paint_tier (snapshot, axis, palette, context, layouts, language, scale->minor, TRUE, tier, height - tier);
  fill (snapshot, &palette->grid, 0, width, height - 1, 1);

  if (x >= 0 && x <= width)
    {
      g_autoptr(GskPathBuilder) builder = gsk_path_builder_new ();
      g_autoptr(GskPath) path = NULL;

      gsk_path_builder_move_to (builder, x - 5, height - 7);
      gsk_path_builder_line_to (builder, x + 5, height - 7);
      gsk_path_builder_line_to (builder, x, height);
      gsk_path_builder_close (builder);
      path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &palette->today);
    }
}
