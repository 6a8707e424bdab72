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

/**
 * academy_paint_layout:
 * @canvas: a canvas
 * @layout: a layout
 * @x: its left edge
 * @y: its top
 * @colour: the colour
 *
 * Draws @layout at whole pixels, so that its text is sharp.
 */
void
academy_paint_layout (AcademyCanvas       *canvas,
                      PangoLayout         *layout,
                      double               x,
                      double               y,
                      const AcademyColour *colour)
{
  academy_canvas_layout (canvas, layout, round (x), round (y), colour);
}

/* Returns the widest part of a line that fits into @room and ends between two
 * characters. */
static double
find_cut (PangoLayoutLine *line,
          double           width,
          double           room,
          gboolean         leftwards)
{
  int index, x;

  pango_layout_line_x_to_index (line, (int) ((leftwards ? width - room : room) * PANGO_SCALE), &index, NULL);
  pango_layout_line_index_to_x (line, index, FALSE, &x);

  return CLAMP (leftwards ? width - (double) x / PANGO_SCALE : (double) x / PANGO_SCALE, 0, room);
}

/**
 * academy_paint_layout_within:
 * @canvas: a canvas
 * @layout: a layout of one line
 * @ellipsis: (nullable): a layout of %ACADEMY_PAINT_ELLIPSIS in the font of
 *   @layout, or %NULL to create one when it is needed
 * @place: the left edge, the top and the width to fill; the height is ignored
 * @colour: the colour
 *
 * Draws @layout and replaces what does not fit by an ellipsis. It clips the
 * layout, while pango_layout_set_ellipsize() would shape its text again in every
 * frame.
 */
void
academy_paint_layout_within (AcademyCanvas       *canvas,
                             PangoLayout         *layout,
                             PangoLayout         *ellipsis,
                             const AcademyBox    *place,
                             const AcademyColour *colour)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  gboolean leftwards = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  double width = get_width (layout);
  double room = floor (place->width);
  g_autoptr(PangoLayout) own = NULL;
  double origin = round (place->x);
  double dots, cut;
  int height;

  if (width <= place->width)
    {
      academy_paint_layout (canvas, layout, place->x, place->y, colour);
      return;
    }

  if (ellipsis == NULL)
    {
      ellipsis = own = pango_layout_new (pango_layout_get_context (layout));
      pango_layout_set_font_description (ellipsis, pango_layout_get_font_description (layout));
      pango_layout_set_text (ellipsis, ACADEMY_PAINT_ELLIPSIS, -1);
    }
  dots = get_width (ellipsis);
  cut = ceil (find_cut (line, width, MAX (room - dots, 0), leftwards));

  /* Clip only at the end of the text: glyphs may reach beyond the other edges of
   * the layout. */
  pango_layout_get_pixel_size (layout, NULL, &height);
  academy_canvas_push_clip (canvas, &(AcademyBox) { leftwards ? origin + room - cut : origin - height,
                                                    round (place->y) - height, cut + height, 3 * height });
  academy_paint_layout (canvas, layout, leftwards ? origin + room - width : origin, place->y, colour);
  academy_canvas_pop (canvas);
  academy_paint_layout (canvas, ellipsis, leftwards ? origin + room - cut - dots : origin + cut, place->y, colour);
}

/* The place of the texts of a bar, inside it or beside it: the title alone, or all of
 * them. */
typedef struct {
  double   left;
  double   width;
  gboolean all;
  gboolean inside;
} Stand;

static double
get_text_y (const AcademyMetrics *metrics)
{
  return metrics->top + (metrics->bar - metrics->line) / 2;
}

/* Draws the texts of a bar one after the other, in reading order; over the fill of a
 * bar they have the colour with the most contrast. */
static void
write_words (const AcademyPainter *painter,
             const AcademyBar     *bar,
             const AcademyBarText *text,
             AcademyBarTextParts   parts,
             const Stand          *stand)
{
  const AcademyPalette *palette = painter->palette;
  PangoLayout *layouts[] = { text->title, stand->all ? text->status : NULL, stand->all ? text->slip : NULL };
  const AcademyColour *beside[] = {
    bar->status == ACADEMY_STATUS_DROPPED ? &palette->dim : &palette->text,
    bar->overdue > 0 ? &palette->late : &palette->dim,
    academy_bar_get_slip (bar) > 0 ? &palette->late : &palette->dim,
  };
  gboolean mirrored = academy_axis_is_mirrored (painter->axis);
  double x = mirrored ? stand->left + stand->width : stand->left;
  double y = get_text_y (painter->metrics);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      double step = get_width (layouts[i]);

      if (layouts[i] == NULL)
        continue;

      if (parts & (i == 0 ? ACADEMY_BAR_TEXT_TITLE : ACADEMY_BAR_TEXT_WORDS))
        academy_paint_layout (painter->canvas, layouts[i], mirrored ? x - step : x, y,
                              stand->inside ? &palette->text : beside[i]);
      x += mirrored ? -(step + ACADEMY_PAINT_GAP) : step + ACADEMY_PAINT_GAP;
    }
}

/* Draws a title with an ellipsis, when no place has room for all of it. */
static void
write_cut (const AcademyPainter *painter,
           PangoLayout          *title,
           double                left,
           double                width)
{
  academy_paint_layout_within (painter->canvas, title, NULL,
                               &(AcademyBox) { .x = left, .y = get_text_y (painter->metrics), .width = width },
                               &painter->palette->text);
}

/* A part of the lane that has room for text, and whether the text is aligned to
 * its end. */
typedef struct {
  double   left;
  double   right;
  gboolean at_end;
} Place;

enum {
  INSIDE,
  AFTER,
  BEFORE,
  N_PLACES
};

/**
 * academy_paint_get_warning_room:
 * @bar: a bar
 * @metrics: the sizes
 *
 * Returns: the width that the sign of a hint takes after @bar, or 0 without a
 *   hint
 */
double
academy_paint_get_warning_room (const AcademyBar     *bar,
                                const AcademyMetrics *metrics)
{
  return bar->warned ? ACADEMY_PAINT_GAP + round (metrics->line * 0.75) : 0;
}

static void
find_places (const AcademyBar     *bar,
             AcademyAxis          *axis,
             const AcademyMetrics *metrics,
             const AcademyExtent  *extent,
             Place                 places[N_PLACES])
{
  double glyph = academy_paint_get_glyph_room (bar, metrics, extent);
  double width = academy_axis_get_width (axis);
  gboolean mirrored = academy_axis_is_mirrored (axis);
  double inner_left = MAX (extent->left, 0) + ACADEMY_PAINT_GAP + (mirrored ? 0 : glyph);
  double inner_right = MIN (extent->right, width) - ACADEMY_PAINT_GAP - (mirrored ? glyph : 0);
  double before = bar->n_waits > 0 ? ACADEMY_PAINT_ARROW + ACADEMY_PAINT_GAP / 2. : ACADEMY_PAINT_GAP;
  double after = ACADEMY_PAINT_GAP + (bar->shape == ACADEMY_SHAPE_MEASURE ? ACADEMY_PAINT_KNOB : 0) +
                 academy_paint_get_warning_room (bar, metrics);
  Place to_the_left = { 0, extent->left - (mirrored ? after : before), TRUE };
  Place to_the_right = { extent->right + (mirrored ? before : after), width, FALSE };

  places[INSIDE] = academy_bar_is_point (bar) ? (Place) { 0, 0, mirrored } : (Place) { inner_left, inner_right, mirrored };
  places[AFTER] = mirrored ? to_the_left : to_the_right;
  places[BEFORE] = mirrored ? to_the_right : to_the_left;
}

static double
get_room (const Place *place)
{
  return place->right - place->left;
}

static gboolean
stand_in (const Place  places[N_PLACES],
          Stand       *stand)
{
  for (guint i = 0; i < N_PLACES; i++)
    if (get_room (&places[i]) >= stand->width)
      {
        stand->left = places[i].at_end ? places[i].right - stand->width : places[i].left;
        stand->inside = i == INSIDE;
        return TRUE;
      }

  return FALSE;
}

/* Chooses the first place that has room for all of @text, or else for its title. */
static gboolean
choose_place (const Place           places[N_PLACES],
              const AcademyBarText *text,
              Stand                *stand)
{
  double title = get_width (text->title);

  stand->width = title + (text->status != NULL ? get_width (text->status) + ACADEMY_PAINT_GAP : 0) +
                 (text->slip != NULL ? get_width (text->slip) + ACADEMY_PAINT_GAP : 0);
  stand->all = TRUE;
  if (stand_in (places, stand))
    return TRUE;

  stand->width = title;
  stand->all = FALSE;
  return stand_in (places, stand);
}

static void
write_beside (const AcademyPainter *painter,
              const AcademyBar     *bar,
              const AcademyBarText *text,
              AcademyBarTextParts   parts,
              const AcademyExtent  *extent)
{
  Place places[N_PLACES];
  const Place *widest = places;
  Stand stand;

  find_places (bar, painter->axis, painter->metrics, extent, places);
  if (choose_place (places, text, &stand))
    {
      write_words (painter, bar, text, parts, &stand);
      return;
    }

  for (guint i = 1; i < N_PLACES; i++)
    if (get_room (&places[i]) > get_room (widest))
      widest = &places[i];
  if (parts & ACADEMY_BAR_TEXT_TITLE)
    write_cut (painter, text->title, widest->left, get_room (widest));
}

/* Draws the texts of a heading above its bracket, inside the viewport. */
static void
write_over (const AcademyPainter *painter,
            const AcademyBarText *text,
            AcademyBarTextParts   parts,
            double                left)
{
  double title = get_width (text->title);
  double width = title + (text->status != NULL ? get_width (text->status) + ACADEMY_PAINT_GAP : 0);
  double most = academy_axis_get_width (painter->axis) - ACADEMY_PAINT_GAP - width;
  double x = MAX (MIN (MAX (left, ACADEMY_PAINT_GAP), most), ACADEMY_PAINT_GAP);

  if (text->title != NULL && (parts & ACADEMY_BAR_TEXT_TITLE))
    academy_paint_layout (painter->canvas, text->title, x, 1, &painter->palette->text);
  if (text->status != NULL && (parts & ACADEMY_BAR_TEXT_WORDS))
    academy_paint_layout (painter->canvas, text->status, text->title != NULL ? x + title + ACADEMY_PAINT_GAP : x, 1,
                          &painter->palette->dim);
}

/**
 * academy_paint_bar_text:
 * @painter: a painter; its origin is the top left of the lane
 * @bar: a bar
 * @text: the texts of the bar
 * @parts: the texts to draw; the others keep their places
 *
 * Draws the texts inside @bar or beside it, at the first place that has room for
 * the title. A bar outside the viewport has no text.
 */
void
academy_paint_bar_text (const AcademyPainter *painter,
                        const AcademyBar     *bar,
                        const AcademyBarText *text,
                        AcademyBarTextParts   parts)
{
  AcademyExtent extent;

  if (bar->shape == ACADEMY_SHAPE_NONE)
    return;

  academy_bar_get_extent (bar, painter->axis, painter->metrics, &extent);
  if (extent.right < 0 || extent.left > academy_axis_get_width (painter->axis))
    return;

  if (bar->shape == ACADEMY_SHAPE_SUMMARY)
    write_over (painter, text, parts, extent.left);
  else if (text->title != NULL)
    write_beside (painter, bar, text, parts, &extent);
}

/**
 * academy_bar_get_text_extent:
 * @bar: a bar with days
 * @axis: the axis
 * @metrics: the sizes
 * @text: the texts of the bar
 * @extent: (out caller-allocates): the edges of the texts in the lane
 *
 * Finds the place at which academy_paint_bar_text() draws.
 *
 * Returns: whether a place has room for the whole title
 */
gboolean
academy_bar_get_text_extent (const AcademyBar     *bar,
                             AcademyAxis          *axis,
                             const AcademyMetrics *metrics,
                             const AcademyBarText *text,
                             AcademyExtent        *extent)
{
  Place places[N_PLACES];
  Stand stand;

  academy_bar_get_extent (bar, axis, metrics, extent);
  find_places (bar, axis, metrics, extent, places);
  if (!choose_place (places, text, &stand))
    return FALSE;

  extent->left = stand.left;
  extent->right = stand.left + stand.width;
  return TRUE;
}

/**
 * academy_paint_title:
 * @painter: a painter; its origin is the top left of the lane
 * @title: a title
 *
 * Draws the title of an item without days, which has no bar.
 */
void
academy_paint_title (const AcademyPainter *painter,
                     PangoLayout          *title)
{
  double width = academy_axis_get_width (painter->axis) - 2 * ACADEMY_PAINT_GAP;
  double left = academy_axis_is_mirrored (painter->axis) ? MAX (width - get_width (title), 0) : 0;

  write_cut (painter, title, left + ACADEMY_PAINT_GAP, width);
}
