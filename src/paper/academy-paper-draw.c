/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>

/* The distance by which a sign may overlap the rows above and below. */
#define OUT 2

typedef struct {
  /* Borrowed */
  AcademyPaper           *self;
  AcademyCanvas          *canvas;
  const AcademyPaperPage *page;
  GPtrArray              *lanes;

  /* Owned */
  AcademyPaperLane       *continued;

  guint                   number;
} Drawing;

/* A row is as high as its text needs; bars are centred in it. */
static double
get_row_top (AcademyPaper *self,
             guint         line)
{
  const AcademyPaperLine *place = academy_paper_get_line (self, line);

  return place->y + (place->height - self->metrics.row) / 2;
}

static PangoLayout *
create_lag (AcademyPaper *self,
            int           days)
{
  g_autofree char *days_later = academy_bar_format_lag (days, self->facts.language);
  /* Separate the words by a space for programs that extract text from a PDF. */
  g_autofree char *text = days_later != NULL ? g_strconcat (days_later, " ", NULL) : NULL;

  return text != NULL ? academy_text_layout_new (self->context, text, ACADEMY_PAPER_FONT, FALSE, -1) : NULL;
}

static void
draw_link (Drawing                     *drawing,
           const AcademyDependencyLine *link)
{
  AcademyPaper *self = drawing->self;
  AcademyPainter painter = academy_paper_get_painter (self, drawing->canvas);
  gboolean from = academy_paper_get_line (self, link->from)->page == drawing->number;
  gboolean to = academy_paper_get_line (self, link->to)->page == drawing->number;
  guint line = from ? link->from : link->to;
  gboolean later = from ? link->to > link->from : link->from > link->to;
  const AcademyPaperLine *place = academy_paper_get_line (self, line);

  if (from && to)
    {
      g_autoptr(PangoLayout) lag = create_lag (self, link->dependency->lag);
      AcademyArrow arrow = {
        .from_day = link->end + 1.,
        .from_y = get_row_top (self, link->from),
        .to_day = link->start,
        .to_y = get_row_top (self, link->to),
        .lag = lag,
        .broken = link->broken,
      };

      academy_paint_link (&painter, &arrow);
    }
  else
    {
      AcademyArrowEnd end = {
        .day = from ? link->end + 1. : link->start,
        .y = get_row_top (self, line),
        .edge = later ? place->y + place->height : place->y,
        .leaving = from,
        .broken = link->broken,
      };

      academy_paint_link_end (&painter, &end);
    }
}

static void
draw_rule (Drawing *drawing,
           double   y,
           gboolean heading)
{
  AcademyPaper *self = drawing->self;
  double width = heading ? 1 : 0.75;

  academy_canvas_fill (drawing->canvas, &(AcademyBox) { 0, y - width / 2, self->width, width },
                       heading ? &self->palette.line : &self->palette.grid);
}

static double
get_ground_height (AcademyPaper           *self,
                   const AcademyPaperPage *page)
{
  guint end = self->picture ? self->places->len : page->first + page->n_lines;
  const AcademyPaperLine *last;

  if (end == 0)
    return 0;

  /* Use the height of the whole page when it is packed: its last line need not be
   * its lowest. */
  last = academy_paper_get_line (self, end - 1);
  return self->packed ? self->packed_height : last->y + last->height;
}

/* Draws the grid and the dependencies behind the rows of a page. */
static void
draw_ground (Drawing *drawing,
             double   height)
{
  AcademyPaper *self = drawing->self;
  AcademyCanvas *canvas = drawing->canvas;
  AcademyPainter painter = academy_paper_get_painter (self, canvas);
  GPtrArray *links = drawing->page->links;

  academy_canvas_save (canvas);
  academy_canvas_translate (canvas, academy_paper_get_lane_x (self), 0);
  academy_canvas_push_clip (canvas, &(AcademyBox) { 0, 0, academy_axis_get_width (self->axis), height });
  academy_paint_grid (&painter, height);
  for (guint i = 0; links != NULL && i < links->len; i++)
    draw_link (drawing, g_ptr_array_index (links, i));
  academy_canvas_pop (canvas);
  academy_canvas_restore (canvas);
  draw_rule (drawing, height, TRUE);
}

/* Draws the line above a row and the tint of a heading. */
static void
draw_paper (Drawing *drawing,
            double   y,
            double   height,
            gboolean heading)
{
  AcademyPaper *self = drawing->self;
  AcademyColour tint = self->palette.text;

  if (heading)
    {
      tint.alpha = 0.07f;
      academy_canvas_fill (drawing->canvas, &(AcademyBox) { 0, y, self->packed ? self->column : self->width, height }, &tint);
    }
  draw_rule (drawing, y, heading);
}

/* Moves the origin to the top left of a lane and clips to it, until end_lane(). */
static void
begin_lane (Drawing          *drawing,
            AcademyPaperLane *lane)
{
  AcademyPaper *self = drawing->self;
  const AcademyPaperLine *place = academy_paper_get_line (self, lane->line);
  double top = get_row_top (self, lane->line);

  academy_canvas_save (drawing->canvas);
  academy_canvas_translate (drawing->canvas, academy_paper_get_lane_x (self), top);
  academy_canvas_push_clip (drawing->canvas, &(AcademyBox) { 0, place->y - top - OUT, academy_axis_get_width (self->axis),
                                                             place->height + 2 * OUT });
}

static void
end_lane (Drawing *drawing)
{
  academy_canvas_pop (drawing->canvas);
  academy_canvas_restore (drawing->canvas);
}

static void
write_in_lane (Drawing            *drawing,
               AcademyPaperLane   *lane,
               AcademyBarTextParts parts)
{
  begin_lane (drawing, lane);
  academy_paper_lane_write (lane, drawing->self, drawing->canvas, parts);
  end_lane (drawing);
}

static void
write_column (Drawing          *drawing,
              AcademyPaperLane *lane,
              double            y,
              double            height,
              gboolean          continued)
{
  AcademyPaper *self = drawing->self;
  gboolean heading = academy_line_is_heading (lane->row);
  g_autoptr(PangoLayout) column = continued ? academy_paper_create_column (self, lane->row, self->density, TRUE)
                                            : academy_paper_take_column (self, lane->row, lane->line);
  int text_height;

  pango_layout_get_pixel_size (column, NULL, &text_height);
  academy_text_layout_draw (column, drawing->canvas,
                            heading ? ACADEMY_PAPER_GAP / 2. : ACADEMY_PAPER_INDENT + ACADEMY_PAPER_GAP / 2.,
                             y + (self->packed ? 0 : (height - text_height) / 2), &self->palette.text);
}

static void
remember_heading (Drawing          *drawing,
                  AcademyPaperLane *lane)
{
  AcademyPaper *self = drawing->self;
  AcademyDocumentHeading heading = {
    .title = academy_line_dup_title (lane->row, self->facts.language),
    .page = drawing->number,
    .y = (self->top + academy_paper_get_line (self, lane->line)->y) / ACADEMY_PAPER_PIXELS_PER_POINT,
  };

  g_array_append_val (self->outline, heading);
}

static void
add_description (GString               *text,
                 const AcademyLanguage *language,
                 const char            *title,
                 const char            *description)
{
  /* Translators: the title of a line of a timeline, and what it shows */
  g_string_append_printf (text, academy_language_translate (language, N_("%s: %s")), title, description);
}

/* Creates the alternative text of a chart, with a line for each row. */
static char *
describe_chart (Drawing *drawing)
{
  const AcademyLanguage *language = drawing->self->facts.language;
  GString *text = g_string_new (NULL);

  add_description (text, language, academy_language_translate (language, N_("Timeline")), drawing->self->range);
  for (guint i = 0; i < drawing->lanes->len; i++)
    {
      AcademyPaperLane *lane = g_ptr_array_index (drawing->lanes, i);
      g_autofree char *title = academy_line_dup_title (lane->row, language);
      g_autofree char *description = academy_line_dup_description (lane->row, language);

      g_string_append_c (text, '\n');
      add_description (text, language, title != NULL ? title : "", description);
    }

  return g_string_free (text, FALSE);
}

static void
remember_figure (Drawing *drawing,
                 double   top,
                 double   bottom)
{
  AcademyPaper *self = drawing->self;
  AcademyDocumentFigure figure = {
    .alternative = describe_chart (drawing),
    .y = (self->top + top) / ACADEMY_PAPER_PIXELS_PER_POINT,
    .width = self->width / ACADEMY_PAPER_PIXELS_PER_POINT,
    .height = (bottom - top) / ACADEMY_PAPER_PIXELS_PER_POINT,
  };

  g_array_append_val (self->figures, figure);
}

/* Draws all graphics of a page as one figure. The range of days is drawn inside
 * it, because Cairo writes no marked content for a tag without text. */
static void
draw_chart (Drawing *drawing)
{
  AcademyPaper *self = drawing->self;
  double height = get_ground_height (self, drawing->page);

  academy_paper_begin_tag (self, drawing->canvas, "Figure");
  if (self->tagged)
    remember_figure (drawing, -academy_paint_ruler_height (self->context), height);
  if (drawing->number == 0 || !self->picture)
    {
      academy_paper_draw_range (self, drawing->canvas);
      draw_ground (drawing, height);
    }
  if (drawing->continued != NULL)
    draw_paper (drawing, 0, academy_paper_get_line (self, drawing->continued->line)->height, TRUE);
  for (guint i = 0; i < drawing->lanes->len; i++)
    {
      AcademyPaperLane *lane = g_ptr_array_index (drawing->lanes, i);
      const AcademyPaperLine *place = academy_paper_get_line (self, lane->line);
      gboolean heading = academy_line_is_heading (lane->row);

      if (heading || !self->packed)
        draw_paper (drawing, place->y, place->height, heading);
    }
  for (guint i = 0; i < drawing->lanes->len; i++)
    {
      AcademyPaperLane *lane = g_ptr_array_index (drawing->lanes, i);

      if (self->packed && academy_line_is_heading (lane->row))
        continue;

      begin_lane (drawing, lane);
      academy_paper_lane_paint (lane, self, drawing->canvas);
      end_lane (drawing);
    }
  academy_paper_end_tag (self, drawing->canvas, "Figure");
}

/* Draws texts that a screen reader hears elsewhere as artifacts (ISO 32000-1,
 * 14.8.2.2): the heading of the page before, and titles in lanes, which are in
 * the column too. */
static void
write_again (Drawing *drawing)
{
  AcademyPaper *self = drawing->self;

  academy_paper_begin_tag (self, drawing->canvas, "Artifact");
  if (drawing->continued != NULL)
    write_column (drawing, drawing->continued, 0,
                  academy_paper_get_line (self, drawing->continued->line)->height, TRUE);
  for (guint i = 0; i < drawing->lanes->len && !self->packed; i++)
    {
      AcademyPaperLane *lane = g_ptr_array_index (drawing->lanes, i);

      if (!academy_line_is_heading (lane->row))
        write_in_lane (drawing, lane, ACADEMY_BAR_TEXT_TITLE);
    }
  academy_paper_end_tag (self, drawing->canvas, "Artifact");
}

/* Draws the texts of a line as a row of a table, with its title as the header
 * cell. */
static void
write_row (Drawing          *drawing,
           AcademyPaperLane *lane)
{
  AcademyPaper *self = drawing->self;
  const AcademyPaperLine *place = academy_paper_get_line (self, lane->line);

  academy_paper_begin_tag (self, drawing->canvas, "TR");
  academy_paper_begin_tag (self, drawing->canvas, "TH");
  write_column (drawing, lane, place->y, place->height, FALSE);
  academy_paper_end_tag (self, drawing->canvas, "TH");
  academy_paper_begin_tag (self, drawing->canvas, "TD");
  write_in_lane (drawing, lane, ACADEMY_BAR_TEXT_WORDS);
  academy_paper_end_tag (self, drawing->canvas, "TD");
  academy_paper_end_tag (self, drawing->canvas, "TR");
}

static void
write_heading (Drawing          *drawing,
               AcademyPaperLane *lane)
{
  AcademyPaper *self = drawing->self;
  const AcademyPaperLine *place = academy_paper_get_line (self, lane->line);

  remember_heading (drawing, lane);
  academy_paper_begin_tag (self, drawing->canvas, "H2");
  write_column (drawing, lane, place->y, place->height, FALSE);
  academy_paper_end_tag (self, drawing->canvas, "H2");
}

/* Draws a line of a packed page as a paragraph: it shares its place with other
 * lines, which form no table. */
static void
write_paragraph (Drawing          *drawing,
                 AcademyPaperLane *lane)
{
  academy_paper_begin_tag (drawing->self, drawing->canvas, "P");
  write_in_lane (drawing, lane, ACADEMY_BAR_TEXT_TITLE);
  academy_paper_end_tag (drawing->self, drawing->canvas, "P");
}

static void
write_lines (Drawing *drawing)
{
  AcademyPaper *self = drawing->self;
  gboolean in_table = FALSE;

  for (guint i = 0; i < drawing->lanes->len; i++)
    {
      AcademyPaperLane *lane = g_ptr_array_index (drawing->lanes, i);
      gboolean in_row = !self->packed && !academy_line_is_heading (lane->row);

      if (in_row && !in_table)
        academy_paper_begin_tag (self, drawing->canvas, "Table");
      if (in_table && !in_row)
        academy_paper_end_tag (self, drawing->canvas, "Table");
      in_table = in_row;

      if (in_row)
        write_row (drawing, lane);
      else if (academy_line_is_heading (lane->row))
        write_heading (drawing, lane);
      else
        write_paragraph (drawing, lane);
    }
  if (in_table)
    academy_paper_end_tag (self, drawing->canvas, "Table");
}

static void
write_nothing (Drawing *drawing)
{
  AcademyPaper *self = drawing->self;
  g_autoptr(PangoLayout) layout =
    academy_text_layout_new (self->context,
                             academy_language_translate (self->facts.language, N_("Nothing is on the timeline yet.")),
                             ACADEMY_PAPER_FONT, FALSE, -1);

  academy_paper_begin_tag (self, drawing->canvas, "P");
  academy_text_layout_draw (layout, drawing->canvas, 0, ACADEMY_PAPER_GAP, &self->palette.text);
  academy_paper_end_tag (self, drawing->canvas, "P");
}

static gboolean
read_lanes (Drawing *drawing,
            GError **error)
{
  AcademyPaper *self = drawing->self;

  for (guint i = 0; i < drawing->page->n_lines; i++)
    {
      AcademyPaperLane *lane = academy_paper_lane_new (self, drawing->page->first + i, error);

      if (lane == NULL)
        return FALSE;

      g_ptr_array_add (drawing->lanes, lane);
    }

  if (drawing->page->continued)
    {
      guint line;

      academy_lines_get_heading (self->lines, drawing->page->first, &line);
      drawing->continued = academy_paper_lane_new (self, line, error);
    }

  return !drawing->page->continued || drawing->continued != NULL;
}

/**
 * academy_paper_draw_page:
 * @self: a paginated paper
 * @page: the number of a page, from 0
 * @canvas: a canvas; its origin is the top left inside the margins, its unit is
 *   the point
 * @error: return location for an error
 *
 * Reads and draws the lines of a page: first the graphics, then the texts in
 * reading order.
 *
 * Returns: whether the lines could be read
 */
gboolean
academy_paper_draw_page (AcademyPaper  *self,
                         guint          page,
                         AcademyCanvas *canvas,
                         GError       **error)
{
  g_autoptr(GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_paper_lane_free);
  Drawing drawing = {
    .self = self,
    .canvas = canvas,
    .page = &g_array_index (self->pages, AcademyPaperPage, page),
    .number = page,
    .lanes = lanes,
  };
  gboolean read = read_lanes (&drawing, error);

  if (read)
    {
      academy_canvas_save (canvas);
      academy_canvas_scale (canvas, 1 / ACADEMY_PAPER_PIXELS_PER_POINT);
      if (page == 0 || !self->picture)
        academy_paper_draw_frame (self, canvas, page);
      academy_canvas_translate (canvas, 0, self->top);
      draw_chart (&drawing);
      write_again (&drawing);
      if (self->places->len == 0)
        write_nothing (&drawing);
      write_lines (&drawing);
      academy_canvas_translate (canvas, 0, -self->top);
      if (page == 0)
        academy_paper_draw_labels (self, canvas);
      academy_canvas_restore (canvas);
    }

  g_clear_pointer (&drawing.continued, academy_paper_lane_free);
  return read;
}
