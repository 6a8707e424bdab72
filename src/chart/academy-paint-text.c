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
 * @canvas: where it is drawn, from its origin
 * @layout: a text
 * @x: its left edge
 * @y: its top
 * @colour: its colour
 *
 * Draws @layout at the nearest whole pixels, where text is sharp.
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

/* The most of a line that fits into @room, up to where a letter begins. */
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
 * @canvas: where it is drawn, from its origin
 * @layout: a text of one line
 * @ellipsis: (nullable): the layout of %ACADEMY_PAINT_ELLIPSIS in the font of
 *   @layout, or %NULL for one that is made when it is wanted
 * @place: its left edge, its top, and how wide it may be, however high it is
 * @colour: its colour
 *
 * Draws @layout as academy_paint_layout() does; what there is no room for gives
 * way to an ellipsis. Letters that have their places keep them, while
 * pango_layout_set_ellipsize() would place every one of them anew.
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

  /* Only what comes after the last letter is cut. */
  pango_layout_get_pixel_size (layout, NULL, &height);
  academy_canvas_push_clip (canvas, &(AcademyBox) { leftwards ? origin + room - cut : origin - height,
                                                    round (place->y) - height, cut + height, 3 * height });
  academy_paint_layout (canvas, layout, leftwards ? origin + room - width : origin, place->y, colour);
  academy_canvas_pop (canvas);
  academy_paint_layout (canvas, ellipsis, leftwards ? origin + room - cut - dots : origin + cut, place->y, colour);
}

/* Where the words of a bar stand: from where on, how wide they are, and whether
 * that is more than the title. */
typedef struct {
  double   left;
  double   width;
  gboolean all;
} Stand;

static double
get_text_y (const AcademyMetrics *metrics)
{
  return metrics->top + (metrics->bar - metrics->line) / 2;
}

/* Words in the order in which they are read. */
static void
write_words (const AcademyPainter *painter,
             const AcademyBar     *bar,
             const AcademyBarText *text,
             AcademyBarTextParts   parts,
             const Stand          *stand)
{
  const AcademyPalette *palette = painter->palette;
  PangoLayout *layouts[] = { text->title, stand->all ? text->status : NULL, stand->all ? text->slip : NULL };
  const AcademyColour *colours[] = {
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
        academy_paint_layout (painter->canvas, layouts[i], mirrored ? x - step : x, y, colours[i]);
      x += mirrored ? -(step + ACADEMY_PAINT_GAP) : step + ACADEMY_PAINT_GAP;
    }
}

/* The title is cut only when there is no place where it is whole. */
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

/* A stretch of the lane that text may stand in, at its end or its beginning. */
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

/* What the sign of a hint takes after a bar. */
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
        return TRUE;
      }

  return FALSE;
}

/* The first place where all of @text is whole, or else the first for its title. */
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

/* Over the bracket of a heading. */
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
 * @painter: what it is drawn with
 * @bar: a bar
 * @text: what is to be written
 * @parts: what of it is written now
 *
 * Writes within @bar or beside it, wherever the title is whole. A bar that is
 * out of sight has no text.
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
 * @bar: a bar that has days
 * @axis: the axis
 * @metrics: the sizes
 * @text: what is written on it or beside it
 * @extent: (out caller-allocates): the edges of the text
 *
 * Returns: whether there is a place where the title is whole
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
 * @painter: what it is drawn with
 * @title: a title
 *
 * Writes the title of what has no bar.
 */
void
academy_paint_title (const AcademyPainter *painter,
                     PangoLayout          *title)
{
  double width = academy_axis_get_width (painter->axis) - 2 * ACADEMY_PAINT_GAP;
  double left = academy_axis_is_mirrored (painter->axis) ? MAX (width - get_width (title), 0) : 0;

  write_cut (painter, title, left + ACADEMY_PAINT_GAP, width);
}
