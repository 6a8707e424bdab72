/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include "academy-clock.h"
#include "academy-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The padding and the line width of a stamp, the gap between two items of the
 * legend, and that between a sample and its label, in pixels. */
#define STAMP_PADDING 5
#define STAMP_LINE    1.5
#define ITEM_GAP      18
#define SAMPLE_GAP    6

/* The parts of the legend to draw; samples are graphics, labels are texts. */
typedef enum {
  SAMPLES = 1 << 0,
  LABELS = 1 << 1,
} LegendParts;

/* A legend while it is drawn. */
typedef struct {
  /* Borrowed */
  AcademyPaper   *paper;
  AcademyCanvas  *canvas;

  AcademyMetrics  metrics;
  LegendParts     parts;
} Legend;

/**
 * academy_paper_begin_tag:
 * @self: a paper
 * @canvas: a canvas
 * @tag: (nullable): the type of a structure element or “Artifact”, or %NULL for
 *   none
 *
 * Begins a structure element when the paper is tagged. Cairo writes a tag only
 * when visible text is drawn before academy_paper_end_tag().
 */
void
academy_paper_begin_tag (AcademyPaper  *self,
                         AcademyCanvas *canvas,
                         const char    *tag)
{
  if (self->tagged && tag != NULL)
    academy_canvas_begin_tag (canvas, tag);
}

/**
 * academy_paper_end_tag:
 * @self: a paper
 * @canvas: a canvas
 * @tag: (nullable): the tag that was begun last
 *
 * Ends the element that was begun by academy_paper_begin_tag().
 */
void
academy_paper_end_tag (AcademyPaper  *self,
                       AcademyCanvas *canvas,
                       const char    *tag)
{
  if (self->tagged && tag != NULL)
    academy_canvas_end_tag (canvas, tag);
}

/**
 * academy_paper_get_painter:
 * @self: a paper
 * @canvas: a canvas
 *
 * Returns: the painter for all that is drawn on the axis; valid as long as @self
 */
AcademyPainter
academy_paper_get_painter (AcademyPaper  *self,
                           AcademyCanvas *canvas)
{
  return (AcademyPainter) {
    .canvas = canvas,
    .axis = self->axis,
    .palette = &self->palette,
    .metrics = &self->metrics,
    .today = self->today,
  };
}

/* Draws the stamps below each other at the right of the title, or only measures
 * them when there is no canvas. Returns their height. */
static double
draw_stamps (AcademyPaper  *self,
             AcademyCanvas *canvas,
             const char    *tag,
             double        *widest)
{
  double y = 0;

  *widest = 0;
  for (guint i = 0; i < self->stamps->len; i++)
    {
      g_autoptr(PangoLayout) layout =
        academy_text_layout_new (self->context, g_ptr_array_index (self->stamps, i), ACADEMY_PAPER_FONT, TRUE, self->width / 2);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      if (canvas != NULL)
        {
          double x = self->width - width - STAMP_PADDING;

          academy_paper_begin_tag (self, canvas, tag);
          academy_canvas_border (canvas,
                                 &(AcademyBox) { x - STAMP_PADDING - STAMP_LINE / 2, y + 1 - STAMP_LINE / 2,
                                                 width + 2 * STAMP_PADDING - 1 + STAMP_LINE,
                                                 height + STAMP_PADDING + STAMP_LINE },
                                 0, STAMP_LINE, &self->palette.late);
          academy_text_layout_draw (layout, canvas, x, y + 1 + STAMP_PADDING / 2., &self->palette.late);
          academy_paper_end_tag (self, canvas, tag);
        }
      *widest = MAX (*widest, width + 2 * STAMP_PADDING + ACADEMY_PAPER_GAP);
      y += height + STAMP_PADDING + 5;
    }

  return y;
}

static double
draw_header (AcademyPaper  *self,
             AcademyCanvas *canvas,
             gboolean       first)
{
  const char *heading = first ? "H1" : NULL, *paragraph = first ? "P" : NULL;
  double widest;
  double stamps = draw_stamps (self, NULL, NULL, &widest);
  g_autoptr(PangoLayout) title = academy_text_layout_new (self->context, self->facts.title, ACADEMY_PAPER_HEADING_FONT, TRUE,
                                                          self->width - widest);
  g_autoptr(PangoLayout) subject = academy_text_layout_new (self->context, self->facts.subject, ACADEMY_PAPER_FONT, FALSE,
                                                            self->width - widest);
  int title_height, subject_height;

  pango_layout_get_pixel_size (title, NULL, &title_height);
  pango_layout_get_pixel_size (subject, NULL, &subject_height);
  if (canvas != NULL)
    {
      academy_paper_begin_tag (self, canvas, heading);
      academy_text_layout_draw (title, canvas, 0, 0, &self->palette.text);
      academy_paper_end_tag (self, canvas, heading);
      academy_paper_begin_tag (self, canvas, paragraph);
      academy_text_layout_draw (subject, canvas, 0, title_height + 1, &self->palette.dim);
      academy_paper_end_tag (self, canvas, paragraph);
      draw_stamps (self, canvas, paragraph, &widest);
    }

  return MAX (title_height + 1 + subject_height, stamps) + ACADEMY_PAPER_GAP;
}

/* Sets small sizes for the samples, whatever the density of the lines, with room
 * for a baseline. */
static void
init_legend_metrics (AcademyPaper   *self,
                     AcademyMetrics *metrics)
{
  metrics->line = self->metrics.line;
  metrics->bar = metrics->line - 1;
  metrics->top = 1;
  metrics->row = metrics->bar + 6;
}

static void
draw_sample (const Legend *legend,
             AcademySign   sign,
             double        x,
             double        y)
{
  academy_canvas_save (legend->canvas);
  academy_canvas_translate (legend->canvas, x, y);
  academy_legend_paint (legend->canvas, sign, &legend->paper->palette, &legend->metrics);
  academy_canvas_restore (legend->canvas);
}

static void
draw_label (const Legend *legend,
            PangoLayout  *label,
            double        x,
            double        y)
{
  const AcademyMetrics *metrics = &legend->metrics;
  const char *tag = legend->parts == LABELS ? "P" : NULL;
  int height;

  pango_layout_get_pixel_size (label, NULL, &height);
  academy_paper_begin_tag (legend->paper, legend->canvas, tag);
  academy_text_layout_draw (label, legend->canvas, x + ACADEMY_LEGEND_SAMPLE_WIDTH + SAMPLE_GAP,
                            y + metrics->top + (metrics->bar - height) / 2, &legend->paper->palette.text);
  academy_paper_end_tag (legend->paper, legend->canvas, tag);
}

/* Returns the label of a sign; that of today is of the day by which the plan is
 * judged. */
static const char *
get_label (AcademyPaper *self,
           AcademySign   sign)
{
  if (sign == ACADEMY_SIGN_TODAY && academy_store_get_status_date (self->store) != 0)
    return N_("Status date");

  return academy_legend_get_label (sign);
}

static double
draw_legend (AcademyPaper  *self,
             AcademyCanvas *canvas,
             LegendParts    parts,
             double         top)
{
  Legend legend = { .paper = self, .canvas = canvas, .parts = parts };
  double x = 0, y = top + ACADEMY_PAPER_GAP;

  init_legend_metrics (self, &legend.metrics);
  for (guint sign = 0; sign < ACADEMY_N_SIGNS; sign++)
    {
      g_autoptr(PangoLayout) label = NULL;
      int width;

      if ((self->signs & 1u << sign) == 0)
        continue;

      label = academy_text_layout_new (self->context, academy_language_translate (self->facts.language, get_label (self, sign)),
                                       ACADEMY_PAPER_LEAST_FONT, FALSE, -1);
      pango_layout_get_pixel_size (label, &width, NULL);
      width += ACADEMY_LEGEND_SAMPLE_WIDTH + SAMPLE_GAP;
      if (x > 0 && x + width > self->width)
        {
          x = 0;
          y += legend.metrics.row;
        }
      if (parts & SAMPLES)
        draw_sample (&legend, sign, x, y);
      if (parts & LABELS)
        draw_label (&legend, label, x, y);
      x += width + ITEM_GAP;
    }

  return y + legend.metrics.row - top;
}

static double
draw_footer (AcademyPaper  *self,
             AcademyCanvas *canvas,
             guint          page,
             double         y)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  g_autoptr(PangoLayout) layout = NULL;
  GDate today;
  int width, height;

  academy_clock_get_today (&today);
  date = academy_language_format_date (self->facts.language, &today);
  /* Translators: the day on which something was printed */
  text = g_strdup_printf (academy_language_translate (self->facts.language, N_("Printed %s")), date);
  layout = academy_text_layout_new (self->context, text, ACADEMY_PAPER_LEAST_FONT, FALSE, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (canvas == NULL)
    return height + ACADEMY_PAPER_GAP / 2.;

  academy_text_layout_draw (layout, canvas, 0, y, &self->palette.dim);
  if (self->picture)
    return height;

  /* Translators: the number of a page, and how many there are */
  number = g_strdup_printf (academy_language_translate (self->facts.language, N_("Page %u of %u")), page + 1, self->pages->len);
  pango_layout_set_text (layout, number, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  academy_text_layout_draw (layout, canvas, self->width - width, y, &self->palette.dim);
  return height;
}

/**
 * academy_paper_measure_frame:
 * @self: a paper with a width
 *
 * Measures the head and the foot, which are the same on each page. Call it again
 * when the signs of the legend change.
 */
void
academy_paper_measure_frame (AcademyPaper *self)
{
  self->top = ceil (draw_header (self, NULL, TRUE) + academy_paint_ruler_height (self->context));
  self->bottom = ceil (draw_legend (self, NULL, 0, 0) + draw_footer (self, NULL, 0, 0));
}

static void
draw_ruler (AcademyPaper  *self,
            AcademyCanvas *canvas)
{
  double height = academy_paint_ruler_height (self->context);
  AcademyPainter painter = academy_paper_get_painter (self, canvas);

  academy_canvas_save (canvas);
  academy_canvas_translate (canvas, academy_paper_get_lane_x (self), self->top - height);
  academy_canvas_push_clip (canvas, &(AcademyBox) { 0, 0, academy_axis_get_width (self->axis), height });
  academy_paint_ruler (&painter, self->context, self->labels, self->facts.language);
  academy_canvas_pop (canvas);
  academy_canvas_restore (canvas);
}

/**
 * academy_paper_draw_range:
 * @self: a paginated paper
 * @canvas: a canvas; its origin is the top left of the lines
 *
 * Draws the range of days beside the ruler.
 */
void
academy_paper_draw_range (AcademyPaper  *self,
                          AcademyCanvas *canvas)
{
  /* Separate the words by a space for programs that extract text from a PDF. */
  g_autofree char *text = g_strconcat (self->range, " ", NULL);
  g_autoptr(PangoLayout) range = academy_text_layout_new (self->context, text, ACADEMY_PAPER_FONT, FALSE, self->column);
  int height;

  pango_layout_get_pixel_size (range, NULL, &height);
  academy_text_layout_draw (range, canvas, ACADEMY_PAPER_GAP / 2., -height - ACADEMY_PAPER_GAP / 2., &self->palette.text);
}

/**
 * academy_paper_draw_frame:
 * @self: a paginated paper
 * @canvas: a canvas; its origin is the top left inside the margins
 * @page: the number of the page, from 0
 *
 * Draws what is on every page: the title, the stamps, the ruler, the samples of
 * the legend and the page number. Their tags are on the first page only, so that
 * a screen reader reads them once; there academy_paper_draw_labels() draws the
 * labels of the legend.
 */
void
academy_paper_draw_frame (AcademyPaper  *self,
                          AcademyCanvas *canvas,
                          guint          page)
{
  gboolean first = page == 0;

  academy_paper_begin_tag (self, canvas, "Artifact");
  draw_footer (self, canvas, page, self->height - draw_footer (self, NULL, 0, 0) + ACADEMY_PAPER_GAP / 2.);
  draw_legend (self, canvas, first ? SAMPLES : SAMPLES | LABELS, self->height - self->bottom);
  draw_ruler (self, canvas);
  if (!first)
    draw_header (self, canvas, first);
  academy_paper_end_tag (self, canvas, "Artifact");
  if (first)
    draw_header (self, canvas, first);
}

/**
 * academy_paper_draw_labels:
 * @self: a paginated paper
 * @canvas: a canvas; its origin is the top left inside the margins
 *
 * Draws the labels of the legend.
 */
void
academy_paper_draw_labels (AcademyPaper  *self,
                           AcademyCanvas *canvas)
{
  draw_legend (self, canvas, LABELS, self->height - self->bottom);
}
