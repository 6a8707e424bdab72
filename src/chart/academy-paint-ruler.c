/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint.h"

#include <math.h>

#include "academy-calendar.h"
#include "academy-paint-private.h"
#include "academy-zoom.h"

#define PADDING 4
/* The least gap between two labels; labels that are closer read as one. */
#define GAP     6

/* Reuses layouts, because a scrolled ruler shows the same few labels in every
 * frame. */
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
 * @context: the font
 *
 * Returns: the height of a ruler, in pixels
 */
double
academy_paint_ruler_height (PangoContext *context)
{
  return 2 * (academy_paint_line_height (context) + PADDING) + PADDING;
}

/* The unit of a tier and the form of its labels; see academy_unit_format(). */
typedef struct {
  AcademyUnit unit;
  guint       form;
  gboolean    minor;
} Tier;

/* Adds the month to a week of the upper tier, because the days below it do not
 * tell the month. */
static char *
dup_label (const Tier            *tier,
           AcademyDay             day,
           const AcademyLanguage *language)
{
  g_autofree char *text = academy_unit_format (tier->unit, day, tier->form, language);
  g_autofree char *month = NULL;

  if (tier->unit != ACADEMY_UNIT_WEEK || tier->minor || text == NULL)
    return g_steal_pointer (&text);

  month = academy_unit_format (ACADEMY_UNIT_MONTH, day, 2, language);
  return g_strdup_printf ("%s · %s", text, month);
}

typedef struct {
  AcademyAxis           *axis;
  PangoContext          *context;
  GHashTable            *layouts;
  const AcademyLanguage *language;
  AcademyDay             first;
  AcademyDay             last;
} Ruler;

/* Creates the label of a unit and measures it. */
static PangoLayout *
create_label (const Ruler *self,
              const Tier  *tier,
              AcademyDay   day,
              double      *width)
{
  g_autofree char *text = dup_label (tier, day, self->language);
  PangoLayout *layout;
  int text_width;

  if (text == NULL)
    return NULL;

  layout = get_layout (self->context, self->layouts, text);
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  *width = text_width;
  return layout;
}

/* Returns whether every label of a tier has room. A unit that the edge of the
 * ruler clips counts with its whole width. */
static gboolean
fits (const Ruler *self,
      const Tier  *tier)
{
  double scale = academy_axis_get_scale (self->axis);

  for (AcademyDay day = academy_unit_get_start (tier->unit, self->first); day <= self->last; )
    {
      AcademyDay next = academy_unit_get_next (tier->unit, day);
      double width;

      if (create_label (self, tier, day, &width) == NULL || width + GAP > (next - day) * scale)
        return FALSE;
      day = next;
    }

  return TRUE;
}

static gboolean
has_form (AcademyUnit            unit,
          guint                  form,
          const AcademyLanguage *language)
{
  g_autofree char *text = academy_unit_format (unit, 1, form, language);

  return text != NULL;
}

/* Adds the units of a tier in order, with a label for each that has room. */
static void
add_tier (const Ruler *self,
          GArray      *labels,
          const Tier  *tier)
{
  for (AcademyDay day = academy_unit_get_start (tier->unit, self->first); day <= self->last;
       day = academy_unit_get_next (tier->unit, day))
    {
      double a = academy_axis_get_x (self->axis, day);
      double b = academy_axis_get_x (self->axis, academy_unit_get_next (tier->unit, day));
      double left = CLAMP (MIN (a, b), 0, academy_axis_get_width (self->axis));
      double right = CLAMP (MAX (a, b), 0, academy_axis_get_width (self->axis));
      AcademyRulerLabel label = { .day = day, .line = round (a), .minor = tier->minor, .unit = tier->unit };

      label.layout = create_label (self, tier, day, &label.width);
      if (label.layout != NULL && label.width + GAP > right - left)
        label.layout = NULL;

      /* Keep the label of a large unit visible while its beginning is scrolled
       * out, and centre that of a small one. */
      if (tier->minor)
        label.x = round ((left + right - label.width) / 2);
      else if (academy_axis_is_mirrored (self->axis))
        label.x = round (right - label.width - PADDING);
      else
        label.x = round (left + PADDING);
      g_array_append_val (labels, label);
    }
}

static gboolean
has_label (GArray *labels,
           guint   from)
{
  for (guint i = from; i < labels->len; i++)
    if (g_array_index (labels, AcademyRulerLabel, i).layout != NULL)
      return TRUE;

  return FALSE;
}

/* Labels some of the units only, for scales at which even the largest unit has no
 * room for every label. */
static void
thin_out (const Ruler *self,
          GArray      *labels,
          guint        from,
          AcademyUnit  unit)
{
  Tier tier = { .unit = unit, .minor = TRUE };
  double width = academy_axis_get_width (self->axis);
  double left = width + GAP, right = -GAP;

  while (has_form (unit, tier.form + 1, self->language))
    tier.form++;

  for (guint i = from; i < labels->len; i++)
    {
      AcademyRulerLabel *label = &g_array_index (labels, AcademyRulerLabel, i);
      PangoLayout *layout = create_label (self, &tier, label->day, &label->width);

      label->x = round (CLAMP (label->line - label->width / 2, 0, MAX (width - label->width, 0)));
      if (label->x < right + GAP && label->x + label->width + GAP > left)
        continue;

      label->layout = layout;
      left = label->x;
      right = label->x + label->width;
    }
}

/* Chooses the longest form of the labels that fits. When no form fits, the next
 * larger unit is used. When the edges clip every visible unit, a shorter form may
 * still fit. */
static AcademyUnit
choose_tier (const Ruler *self,
             GArray      *labels,
             AcademyUnit  unit,
             gboolean     minor)
{
  AcademyUnit last = minor ? ACADEMY_UNIT_YEAR : ACADEMY_UNIT_DECADE;
  guint before = labels->len;

  for (;; unit++)
    {
      /* Begin the lower tier with a short form, because the upper tier has the
       * full one. */
      Tier tier = {
        .unit = unit,
        .form = !minor ? 0 : unit == ACADEMY_UNIT_WEEK ? 1 : unit == ACADEMY_UNIT_MONTH ? 2 : 0,
        .minor = minor,
      };

      while (has_form (unit, tier.form, self->language) && !fits (self, &tier))
        tier.form++;
      do
        {
          g_array_set_size (labels, before);
          add_tier (self, labels, &tier);
          if (has_label (labels, before))
            return unit;
        }
      while (has_form (unit, ++tier.form, self->language));

      if (unit == last)
        {
          thin_out (self, labels, before, unit);
          return unit;
        }
    }
}

/**
 * academy_paint_layout_ruler:
 * @axis: the axis
 * @context: the font
 * @layouts: (element-type utf8 PangoLayout): a cache of the layouts of the
 *   labels, by their text; empty it when the font or the language changes
 * @language: the language of the labels
 *
 * Lays out a ruler so that each tier has at least one label and no two labels
 * touch.
 *
 * Returns: (transfer full) (element-type AcademyRulerLabel): the units of both
 *   tiers, the lower tier first
 */
GArray *
academy_paint_layout_ruler (AcademyAxis           *axis,
                            PangoContext          *context,
                            GHashTable            *layouts,
                            const AcademyLanguage *language)
{
  const AcademyZoom *zoom = academy_axis_get_zoom (axis);
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (AcademyRulerLabel));
  Ruler ruler = { .axis = axis, .context = context, .layouts = layouts, .language = language };
  AcademyUnit minor;

  academy_axis_get_visible (axis, &ruler.first, &ruler.last);
  minor = choose_tier (&ruler, labels, zoom->minor, TRUE);
  choose_tier (&ruler, labels, MAX (zoom->major, minor + 1), FALSE);

  return labels;
}

/**
 * academy_paint_ruler:
 * @painter: a painter; its origin is the top left of the ruler
 * @context: the font
 * @layouts: (element-type utf8 PangoLayout): a cache of the layouts of the
 *   labels, by their text
 * @language: the language of the labels
 *
 * Draws both tiers of the ruler, with a mark at today.
 */
void
academy_paint_ruler (const AcademyPainter  *painter,
                     PangoContext          *context,
                     GHashTable            *layouts,
                     const AcademyLanguage *language)
{
  AcademyCanvas *canvas = painter->canvas;
  const AcademyPalette *palette = painter->palette;
  g_autoptr(GArray) labels = academy_paint_layout_ruler (painter->axis, context, layouts, language);
  double tier = academy_paint_line_height (context) + PADDING;
  double height = academy_paint_ruler_height (context);
  double width = academy_axis_get_width (painter->axis);
  double x = round (academy_axis_get_x (painter->axis, painter->today + 0.5));

  for (guint i = 0; i < labels->len; i++)
    {
      const AcademyRulerLabel *label = &g_array_index (labels, AcademyRulerLabel, i);
      double top = label->minor ? tier : 0;
      gboolean rest = label->minor && label->unit == ACADEMY_UNIT_DAY && !academy_calendar_is_working_day (label->day);

      academy_canvas_fill (canvas, &(AcademyBox) { label->line, top, 1, label->minor ? height - tier : tier }, &palette->grid);
      if (label->layout != NULL)
        academy_paint_layout (canvas, label->layout, label->x, top + PADDING / 2., rest ? &palette->dim : &palette->text);
    }
  academy_canvas_fill (canvas, &(AcademyBox) { 0, height - 1, width, 1 }, &palette->grid);

  if (x >= 0 && x <= width)
    academy_paint_polygon (canvas, (double[][2]) { { x - 5, height - 7 }, { x + 5, height - 7 }, { x, height } }, 3, NULL,
                           &palette->today);
}
