/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>

/* What may stand out of its row. */
#define OUT 2

typedef struct {
  /* Borrowed */
  AcademyPaper           *self;
  cairo_t                *cr;
  const AcademyPaperPage *page;
} Drawing;

/* A row is as high as its text wants; what is painted stands in the middle. */
static double
get_row_top (AcademyPaper *self,
             guint         line)
{
  const AcademyPaperLine *place = academy_paper_get_line (self, line);

  return place->y + (place->height - self->metrics.row) / 2;
}

static gboolean
is_on_page (const AcademyPaperPage *page,
            guint                   line)
{
  return line >= page->first && line < page->first + page->n_lines;
}

static PangoLayout *
create_lag (AcademyPaper *self,
            int           days)
{
  g_autofree char *text = days != 0 ? academy_bar_format_days (days, self->facts.language) : NULL;

  return text != NULL ? academy_paper_create_layout (self, text, ACADEMY_PAPER_FONT, FALSE, -1) : NULL;
}

static void
draw_link (Drawing                   *drawing,
           GtkSnapshot               *snapshot,
           const AcademyTimelineLink *link)
{
  AcademyPaper *self = drawing->self;
  gboolean from = self->picture || is_on_page (drawing->page, link->from);
  gboolean to = self->picture || is_on_page (drawing->page, link->to);
  guint line = from ? link->from : link->to;
  gboolean later = from ? link->to > link->from : link->from > link->to;
  const AcademyPaperLine *place = academy_paper_get_line (self, line);

  if (from && to)
    {
      g_autoptr(PangoLayout) lag = create_lag (self, link->dependency->lag);

      academy_paint_link (snapshot, self->axis, &self->palette, &self->metrics, link->end + 1.,
                          get_row_top (self, link->from), link->start, get_row_top (self, link->to), link->broken, lag);
    }
  else if (from || to)
    academy_paint_link_end (snapshot, self->axis, &self->palette, &self->metrics, from ? link->end + 1. : link->start,
                            get_row_top (self, line), later ? place->y + place->height : place->y, from, link->broken);
}

static void
draw_rule (Drawing  *drawing,
           double    y,
           gboolean  heading)
{
  AcademyPaper *self = drawing->self;

  gdk_cairo_set_source_rgba (drawing->cr, heading ? &self->palette.line : &self->palette.grid);
  cairo_set_line_width (drawing->cr, heading ? 1 : 0.75);
  cairo_move_to (drawing->cr, 0, y);
  cairo_line_to (drawing->cr, self->width, y);
  cairo_stroke (drawing->cr);
}

/* What is behind the rows of a page. */
static void
draw_ground (Drawing *drawing,
             double   height)
{
  AcademyPaper *self = drawing->self;
  GArray *links = academy_timeline_links_get (self->links);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  academy_paint_grid (snapshot, self->axis, &self->palette, height, self->today);
  for (guint i = 0; i < links->len; i++)
    draw_link (drawing, snapshot, &g_array_index (links, AcademyTimelineLink, i));

  cairo_tag_begin (drawing->cr, "Artifact", NULL);
  cairo_save (drawing->cr);
  cairo_translate (drawing->cr, academy_paper_get_lane_x (self), 0);
  cairo_rectangle (drawing->cr, 0, 0, academy_axis_get_width (self->axis), height);
  cairo_clip (drawing->cr);
  academy_paper_draw_snapshot (drawing->cr, snapshot);
  cairo_restore (drawing->cr);
  draw_rule (drawing, height, TRUE);
  cairo_tag_end (drawing->cr, "Artifact");
}

static void
draw_lane (Drawing            *drawing,
           AcademyTimelineRow *row,
           guint               line)
{
  AcademyPaper *self = drawing->self;
  const AcademyPaperLine *place = academy_paper_get_line (self, line);
  const char *tag = academy_timeline_row_is_heading (row) ? "Artifact" : "P";
  double top = get_row_top (self, line);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  academy_paper_paint_lane (self, snapshot, row);
  cairo_tag_begin (drawing->cr, tag, NULL);
  cairo_save (drawing->cr);
  cairo_translate (drawing->cr, academy_paper_get_lane_x (self), top);
  cairo_rectangle (drawing->cr, 0, place->y - top - OUT, academy_axis_get_width (self->axis), place->height + 2 * OUT);
  cairo_clip (drawing->cr);
  academy_paper_draw_snapshot (drawing->cr, snapshot);
  cairo_restore (drawing->cr);
  cairo_tag_end (drawing->cr, tag);
}

/* A thin line above a row, and a tint behind a heading. */
static void
draw_paper (Drawing  *drawing,
            double    y,
            double    height,
            gboolean  heading)
{
  AcademyPaper *self = drawing->self;
  GdkRGBA tint = self->palette.text;

  cairo_tag_begin (drawing->cr, "Artifact", NULL);
  if (heading)
    {
      tint.alpha = 0.07f;
      gdk_cairo_set_source_rgba (drawing->cr, &tint);
      cairo_rectangle (drawing->cr, 0, y, self->packed ? self->column : self->width, height);
      cairo_fill (drawing->cr);
    }
  draw_rule (drawing, y, heading);
  cairo_tag_end (drawing->cr, "Artifact");
}

static void
draw_column (Drawing            *drawing,
             AcademyTimelineRow *row,
             double              y,
             double              height,
             gboolean            continued)
{
  AcademyPaper *self = drawing->self;
  gboolean heading = academy_timeline_row_is_heading (row);
  g_autoptr(PangoLayout) column = academy_paper_create_column (self, row, self->density, continued);
  int text_height;

  pango_layout_get_pixel_size (column, NULL, &text_height);
  cairo_tag_begin (drawing->cr, heading ? "H2" : "P", NULL);
  academy_paper_draw_layout (drawing->cr, column, heading ? ACADEMY_PAPER_GAP / 2. : ACADEMY_PAPER_INDENT + ACADEMY_PAPER_GAP / 2.,
                             y + (self->packed ? 0 : (height - text_height) / 2), &self->palette.text);
  cairo_tag_end (drawing->cr, heading ? "H2" : "P");
}

static void
remember_heading (Drawing            *drawing,
                  AcademyTimelineRow *row,
                  double              y)
{
  AcademyPaper *self = drawing->self;
  AcademyPaperHeading heading = {
    .title = academy_timeline_row_dup_title (row, self->facts.language),
    .page = drawing->page - &g_array_index (self->pages, AcademyPaperPage, 0),
    .y = (self->top + y) / ACADEMY_PAPER_PIXELS_PER_POINT,
  };

  g_array_append_val (self->outline, heading);
}

static gboolean
draw_line (Drawing  *drawing,
           guint     line,
           GError  **error)
{
  AcademyPaper *self = drawing->self;
  const AcademyPaperLine *place = academy_paper_get_line (self, line);
  g_autoptr(AcademyTimelineRow) row = academy_paper_create_row (self, line, error);
  gboolean heading;

  if (row == NULL)
    return FALSE;

  heading = academy_timeline_row_is_heading (row);
  if (heading)
    remember_heading (drawing, row, place->y);
  if (heading || !self->packed)
    {
      draw_paper (drawing, place->y, place->height, heading);
      draw_column (drawing, row, place->y, place->height, FALSE);
    }
  if (!heading || !self->packed)
    draw_lane (drawing, row, line);

  return TRUE;
}

/* The heading of the page before, where its lines go on. */
static gboolean
draw_continued (Drawing  *drawing,
                GError  **error)
{
  AcademyPaper *self = drawing->self;
  g_autoptr(AcademyTimelineRow) row = NULL;
  guint line;

  academy_timeline_lines_get_heading (self->lines, drawing->page->first, &line);
  row = academy_paper_create_row (self, line, error);
  if (row == NULL)
    return FALSE;

  draw_paper (drawing, 0, academy_paper_get_line (self, line)->height, TRUE);
  draw_column (drawing, row, 0, academy_paper_get_line (self, line)->height, TRUE);
  return TRUE;
}

static void
draw_nothing (Drawing *drawing)
{
  AcademyPaper *self = drawing->self;
  g_autoptr(PangoLayout) layout =
    academy_paper_create_layout (self, academy_language_translate (self->facts.language, N_("Nothing is on the timeline yet.")),
                                 ACADEMY_PAPER_FONT, FALSE, -1);

  academy_paper_draw_layout (drawing->cr, layout, 0, ACADEMY_PAPER_GAP, &self->palette.text);
}

static gboolean
draw_lines (Drawing  *drawing,
            GError  **error)
{
  if (drawing->page->continued && !draw_continued (drawing, error))
    return FALSE;

  for (guint i = 0; i < drawing->page->n_lines; i++)
    if (!draw_line (drawing, drawing->page->first + i, error))
      return FALSE;

  return TRUE;
}

static double
get_ground_height (AcademyPaper           *self,
                   const AcademyPaperPage *page)
{
  guint end = self->picture ? self->places->len : page->first + page->n_lines;
  const AcademyPaperLine *last;

  if (end == 0)
    return 0;

  /* The last line of a packed page need not be the lowest. */
  last = academy_paper_get_line (self, end - 1);
  return self->packed ? self->packed_height : last->y + last->height;
}

/**
 * academy_paper_draw_page:
 * @self: a paper that has pages
 * @page: the number of a page, from 0
 * @cr: where it is drawn, in points from the corner of its margins
 * @error: says why it could not be read
 *
 * Returns: whether it is drawn
 */
gboolean
academy_paper_draw_page (AcademyPaper  *self,
                         guint          page,
                         cairo_t       *cr,
                         GError       **error)
{
  Drawing drawing = { .self = self, .cr = cr, .page = &g_array_index (self->pages, AcademyPaperPage, page) };
  gboolean done;

  cairo_save (cr);
  cairo_scale (cr, 1 / ACADEMY_PAPER_PIXELS_PER_POINT, 1 / ACADEMY_PAPER_PIXELS_PER_POINT);
  if (page == 0 || !self->picture)
    academy_paper_draw_frame (self, cr, page);
  cairo_translate (cr, 0, self->top);
  if (page == 0 || !self->picture)
    draw_ground (&drawing, get_ground_height (self, drawing.page));
  if (self->places->len == 0)
    draw_nothing (&drawing);
  done = draw_lines (&drawing, error);
  cairo_restore (cr);

  return done;
}
