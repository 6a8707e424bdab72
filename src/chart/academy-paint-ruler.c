/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint.h"

#include <math.h>

#include "academy-calendar.h"
#include "academy-paint-private.h"
#include "academy-zoom.h"

#define PADDING 4
/* What is nearer to each other is read as one. */
#define GAP     6

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

/* What the labels of a tier say. */
typedef struct {
  AcademyUnit unit;
  guint       form;
  gboolean    minor;
} Tier;

/* A week in the upper tier says in which month it begins, since the days below
 * it do not. */
static char *
dup_label (const Tier            *tier,
           guint32                day,
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
  guint32                first;
  guint32                last;
} Ruler;

/* The label of a unit with the room that it wants. */
static PangoLayout *
create_label (const Ruler *self,
              const Tier  *tier,
              guint32      day,
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

/* Whether every label of a tier has room; what is cut at the edges of the ruler
 * does not count. */
static gboolean
fits (const Ruler *self,
      const Tier  *tier)
{
  double scale = academy_axis_get_scale (self->axis);

  for (guint32 day = academy_unit_get_start (tier->unit, self->first); day <= self->last; )
    {
      guint32 next = academy_unit_get_next (tier->unit, day);
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

/* Where the labels stand that have room, in their order. */
static void
add_tier (const Ruler *self,
          GArray      *labels,
          const Tier  *tier)
{
  for (guint32 day = academy_unit_get_start (tier->unit, self->first); day <= self->last;
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

      /* What is long stays in sight at the beginning; what is short stands in the middle. */
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

/* Some of the labels only, where not even the largest unit has room for all. */
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

/* The longest form that fits; a unit that is too small for any gives way to the
 * next one. Where all that is in sight is cut at the edges, a shorter form may
 * fit. */
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
      /* The lower tier says in short what the upper one says in full. */
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
 * @context: for the text
 * @layouts: (element-type utf8 PangoLayout): keeps the labels for the next time
 * @language: the language of the labels
 *
 * Each of the two tiers has a label, and no label touches another one.
 *
 * Returns: (transfer full) (element-type AcademyRulerLabel): the labels and
 *   lines of a ruler, the lower tier first
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
 * @painter: what it is drawn with
 * @context: for the text
 * @layouts: (element-type utf8 PangoLayout): keeps the labels for the next time
 * @language: the language of the labels
 *
 * Draws the scale of time in two tiers, with a mark at today.
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
