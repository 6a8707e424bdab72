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
 * @snapshot: where it is drawn, from its origin
 * @layout: a text
 * @x: its left edge
 * @y: its top
 * @colour: its colour
 *
 * Draws @layout at the nearest whole pixels, where text is sharp.
 */
void
academy_paint_layout (GtkSnapshot   *snapshot,
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
 * @snapshot: where it is drawn, from its origin
 * @layout: a text of one line
 * @x: its left edge
 * @y: its top
 * @room: how wide it may be
 * @ellipsis: (nullable): the layout of %ACADEMY_PAINT_ELLIPSIS in the font of
 *   @layout, or %NULL for one that is made when it is wanted
 * @colour: its colour
 *
 * Draws @layout as academy_paint_layout() does; what there is no room for gives
 * way to an ellipsis. Letters that have their places keep them, while
 * pango_layout_set_ellipsize() would place every one of them anew.
 */
void
academy_paint_layout_within (GtkSnapshot   *snapshot,
                             PangoLayout   *layout,
                             double         x,
                             double         y,
                             double         room,
                             PangoLayout   *ellipsis,
                             const GdkRGBA *colour)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  gboolean leftwards = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  double width = get_width (layout);
  g_autoptr(PangoLayout) own = NULL;
  double origin = round (x);
  double dots, cut;
  int height;

  if (width <= room)
    {
      academy_paint_layout (snapshot, layout, x, y, colour);
      return;
    }

  if (ellipsis == NULL)
    {
      ellipsis = own = pango_layout_new (pango_layout_get_context (layout));
      pango_layout_set_font_description (ellipsis, pango_layout_get_font_description (layout));
      pango_layout_set_text (ellipsis, ACADEMY_PAINT_ELLIPSIS, -1);
    }
  dots = get_width (ellipsis);
  room = floor (room);
  cut = ceil (find_cut (line, width, MAX (room - dots, 0), leftwards));

  /* Only what comes after the last letter is cut. */
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (leftwards ? origin + room - cut : origin - height,
                                                         round (y) - height, cut + height, 3 * height));
  academy_paint_layout (snapshot, layout, leftwards ? origin + room - width : origin, y, colour);
  gtk_snapshot_pop (snapshot);
  academy_paint_layout (snapshot, ellipsis, leftwards ? origin + room - cut - dots : origin + cut, y, colour);
}

/* Words in the order in which they are read, from @x on. */
static void
write_words (GtkSnapshot          *snapshot,
             AcademyAxis          *axis,
             const AcademyPalette *palette,
             const AcademyMetrics *metrics,
             const AcademyBar     *bar,
             const AcademyBarText *text,
             AcademyBarTextParts   parts,
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

      if (parts & (i == 0 ? ACADEMY_BAR_TEXT_TITLE : ACADEMY_BAR_TEXT_WORDS))
        academy_paint_layout (snapshot, layouts[i], mirrored ? x - step : x, y, colours[i]);
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
  academy_paint_layout_within (snapshot, title, left, metrics->top + (metrics->bar - metrics->line) / 2, width,
                               NULL, &palette->text);
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
find_places (AcademyAxis          *axis,
             const AcademyMetrics *metrics,
             const AcademyBar     *bar,
             double                left,
             double                right,
             double                glyph,
             Place                 places[N_PLACES])
{
  double width = academy_axis_get_width (axis);
  gboolean mirrored = academy_axis_is_mirrored (axis);
  double inner_left = MAX (left, 0) + ACADEMY_PAINT_GAP + (mirrored ? 0 : glyph);
  double inner_right = MIN (right, width) - ACADEMY_PAINT_GAP - (mirrored ? glyph : 0);
  double before = bar->n_waits > 0 ? ACADEMY_PAINT_ARROW + ACADEMY_PAINT_GAP / 2. : ACADEMY_PAINT_GAP;
  double after = ACADEMY_PAINT_GAP + (bar->shape == ACADEMY_BAR_MEASURE ? ACADEMY_PAINT_KNOB : 0) +
                 academy_paint_get_warning_room (bar, metrics);
  Place to_the_left = { 0, left - (mirrored ? after : before), TRUE };
  Place to_the_right = { right + (mirrored ? before : after), width, FALSE };

  places[INSIDE] = academy_bar_is_point (bar) ? (Place) { 0, 0, mirrored } : (Place) { inner_left, inner_right, mirrored };
  places[AFTER] = mirrored ? to_the_left : to_the_right;
  places[BEFORE] = mirrored ? to_the_right : to_the_left;
}

static double
get_room (const Place *place)
{
  return place->right - place->left;
}

/* The first place where all of @text is whole, or else the first for its title,
 * with the width that is wanted there. */
static const Place *
choose_place (const Place           places[N_PLACES],
              const AcademyBarText *text,
              double               *wanted,
              gboolean             *all)
{
  double title = get_width (text->title);

  *wanted = title + (text->status != NULL ? get_width (text->status) + ACADEMY_PAINT_GAP : 0) +
            (text->slip != NULL ? get_width (text->slip) + ACADEMY_PAINT_GAP : 0);
  *all = TRUE;
  for (guint i = 0; i < N_PLACES; i++)
    if (get_room (&places[i]) >= *wanted)
      return &places[i];

  *wanted = title;
  *all = FALSE;
  for (guint i = 0; i < N_PLACES; i++)
    if (get_room (&places[i]) >= *wanted)
      return &places[i];

  return NULL;
}

static void
write_beside (GtkSnapshot          *snapshot,
              AcademyAxis          *axis,
              const AcademyPalette *palette,
              const AcademyMetrics *metrics,
              const AcademyBar     *bar,
              const AcademyBarText *text,
              AcademyBarTextParts   parts,
              double                left,
              double                right)
{
  double glyph = academy_paint_get_glyph_room (bar, metrics, left, right);
  Place places[N_PLACES];
  const Place *place;
  double wanted;
  gboolean all;

  find_places (axis, metrics, bar, left, right, glyph, places);
  place = choose_place (places, text, &wanted, &all);
  if (place != NULL)
    {
      write_words (snapshot, axis, palette, metrics, bar, text, parts,
                   place->at_end ? place->right - wanted : place->left, wanted, all);
      return;
    }

  place = places;
  for (guint i = 1; i < N_PLACES; i++)
    if (get_room (&places[i]) > get_room (place))
      place = &places[i];
  if (parts & ACADEMY_BAR_TEXT_TITLE)
    write_cut (snapshot, palette, metrics, text->title, place->left, get_room (place));
}

/* Over the bracket of a heading. */
static void
write_over (GtkSnapshot          *snapshot,
            AcademyAxis          *axis,
            const AcademyPalette *palette,
            const AcademyBarText *text,
            AcademyBarTextParts   parts,
            double                left)
{
  double title = get_width (text->title);
  double width = title + (text->status != NULL ? get_width (text->status) + ACADEMY_PAINT_GAP : 0);
  double most = academy_axis_get_width (axis) - ACADEMY_PAINT_GAP - width;
  double x = MAX (MIN (MAX (left, ACADEMY_PAINT_GAP), most), ACADEMY_PAINT_GAP);

  if (text->title != NULL && (parts & ACADEMY_BAR_TEXT_TITLE))
    academy_paint_layout (snapshot, text->title, x, 1, &palette->text);
  if (text->status != NULL && (parts & ACADEMY_BAR_TEXT_WORDS))
    academy_paint_layout (snapshot, text->status, text->title != NULL ? x + title + ACADEMY_PAINT_GAP : x, 1, &palette->dim);
}

/**
 * academy_paint_bar_text:
 * @snapshot: where it is drawn; its origin is the top left of the lane
 * @axis: the axis
 * @palette: the colours
 * @metrics: the sizes
 * @bar: a bar
 * @text: what is to be written
 * @parts: what of it is written now
 *
 * Writes within @bar or beside it, wherever the title is whole. A bar that is
 * out of sight has no text.
 */
void
academy_paint_bar_text (GtkSnapshot          *snapshot,
                        AcademyAxis          *axis,
                        const AcademyPalette *palette,
                        const AcademyMetrics *metrics,
                        const AcademyBar     *bar,
                        const AcademyBarText *text,
                        AcademyBarTextParts   parts)
{
  double left, right;

  if (bar->shape == ACADEMY_BAR_NONE)
    return;

  academy_bar_get_extent (bar, axis, metrics, &left, &right);
  if (right < 0 || left > academy_axis_get_width (axis))
    return;

  if (bar->shape == ACADEMY_BAR_SUMMARY)
    write_over (snapshot, axis, palette, text, parts, left);
  else if (text->title != NULL)
    write_beside (snapshot, axis, palette, metrics, bar, text, parts, left, right);
}

/**
 * academy_bar_get_text_extent:
 * @bar: a bar that has days
 * @axis: the axis
 * @metrics: the sizes
 * @text: what is written on it or beside it
 * @left: (out): the left edge of the text, in pixels
 * @right: (out): its right edge
 *
 * Returns: whether there is a place where the title is whole
 */
gboolean
academy_bar_get_text_extent (const AcademyBar     *bar,
                             AcademyAxis          *axis,
                             const AcademyMetrics *metrics,
                             const AcademyBarText *text,
                             double               *left,
                             double               *right)
{
  Place places[N_PLACES];
  const Place *place;
  double wanted;
  gboolean all;

  academy_bar_get_extent (bar, axis, metrics, left, right);
  find_places (axis, metrics, bar, *left, *right, academy_paint_get_glyph_room (bar, metrics, *left, *right), places);
  place = choose_place (places, text, &wanted, &all);
  if (place == NULL)
    return FALSE;

  *left = place->at_end ? place->right - wanted : place->left;
  *right = *left + wanted;
  return TRUE;
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
