/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paint.h"

#include <math.h>

#include "academy-calendar.h"
#include "academy-paint-private.h"
#include "academy-scale.h"

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
              AcademyUnit  unit,
              guint32      day,
              guint        form,
              gboolean     minor,
              double      *width)
{
  g_autofree char *text = dup_label (unit, day, form, minor, self->language);
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
      AcademyUnit  unit,
      guint        form,
      gboolean     minor)
{
  double scale = academy_axis_get_scale (self->axis);

  for (guint32 day = academy_unit_get_start (unit, self->first); day <= self->last; )
    {
      guint32 next = academy_unit_get_next (unit, day);
      double width;

      if (create_label (self, unit, day, form, minor, &width) == NULL || width + GAP > (next - day) * scale)
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
          AcademyUnit  unit,
          guint        form,
          gboolean     minor)
{
  for (guint32 day = academy_unit_get_start (unit, self->first); day <= self->last; day = academy_unit_get_next (unit, day))
    {
      double a = academy_axis_get_x (self->axis, day);
      double b = academy_axis_get_x (self->axis, academy_unit_get_next (unit, day));
      double left = CLAMP (MIN (a, b), 0, academy_axis_get_width (self->axis));
      double right = CLAMP (MAX (a, b), 0, academy_axis_get_width (self->axis));
      AcademyRulerLabel label = { .day = day, .line = round (a), .minor = minor, .unit = unit };

      label.layout = create_label (self, unit, day, form, minor, &label.width);
      if (label.layout != NULL && label.width + GAP > right - left)
        label.layout = NULL;

      /* What is long stays in sight at the beginning; what is short stands in the middle. */
      if (minor)
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
  guint form = 0;
  double width = academy_axis_get_width (self->axis);
  double left = width + GAP, right = -GAP;

  while (has_form (unit, form + 1, self->language))
    form++;

  for (guint i = from; i < labels->len; i++)
    {
      AcademyRulerLabel *label = &g_array_index (labels, AcademyRulerLabel, i);
      PangoLayout *layout = create_label (self, unit, label->day, form, TRUE, &label->width);

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
      guint form = !minor ? 0 : unit == ACADEMY_UNIT_WEEK ? 1 : unit == ACADEMY_UNIT_MONTH ? 2 : 0;

      while (has_form (unit, form, self->language) && !fits (self, unit, form, minor))
        form++;
      do
        {
          g_array_set_size (labels, before);
          add_tier (self, labels, unit, form, minor);
          if (has_label (labels, before))
            return unit;
        }
      while (has_form (unit, ++form, self->language));

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
  const AcademyScale *scale = academy_axis_get_division (axis);
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (AcademyRulerLabel));
  Ruler ruler = { .axis = axis, .context = context, .layouts = layouts, .language = language };
  AcademyUnit minor;

  academy_axis_get_visible (axis, &ruler.first, &ruler.last);
  minor = choose_tier (&ruler, labels, scale->minor, TRUE);
  choose_tier (&ruler, labels, MAX (scale->major, minor + 1), FALSE);

  return labels;
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
  g_autoptr(GArray) labels = academy_paint_layout_ruler (axis, context, layouts, language);
  double tier = academy_paint_line_height (context) + PADDING;
  double height = academy_paint_ruler_height (context);
  double width = academy_axis_get_width (axis);
  double x = round (academy_axis_get_x (axis, today + 0.5));

  for (guint i = 0; i < labels->len; i++)
    {
      const AcademyRulerLabel *label = &g_array_index (labels, AcademyRulerLabel, i);
      double top = label->minor ? tier : 0;
      gboolean rest = label->minor && label->unit == ACADEMY_UNIT_DAY && !academy_calendar_is_working_day (label->day);

      academy_paint_span (snapshot, &palette->grid, label->line, label->line, top, label->minor ? height - tier : tier);
      if (label->layout != NULL)
        academy_paint_layout (snapshot, label->layout, label->x, top + PADDING / 2., rest ? &palette->dim : &palette->text);
    }
  academy_paint_span (snapshot, &palette->grid, 0, width, height - 1, 1);

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
