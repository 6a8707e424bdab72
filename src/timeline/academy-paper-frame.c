/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define STAMP_PADDING 5
#define ITEM_GAP      18
#define SAMPLE_GAP    6

/**
 * academy_paper_draw_layout:
 * @cr: where it is drawn
 * @layout: a text
 * @x: its left edge
 * @y: its top edge
 * @colour: its colour
 *
 * Writes @layout so that it can be read out of a PDF file word by word.
 */
void
academy_paper_draw_layout (cairo_t       *cr,
                           PangoLayout   *layout,
                           double         x,
                           double         y,
                           const GdkRGBA *colour)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * academy_paper_draw_snapshot:
 * @cr: where it is drawn
 * @snapshot: (transfer full): what is drawn
 *
 * Draws what is drawn on the screen.
 */
void
academy_paper_draw_snapshot (cairo_t     *cr,
                             GtkSnapshot *snapshot)
{
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);

  if (node == NULL)
    return;

  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
}

static void
get_pixel_size (PangoLayout *layout,
                int         *width,
                int         *height)
{
  pango_layout_get_pixel_size (layout, width, height);
}

/* At the right of the title, one below the other; returns how high they are. */
static double
draw_stamps (AcademyPaper *self,
             cairo_t      *cr,
             double       *widest)
{
  double y = 0;

  *widest = 0;
  for (guint i = 0; i < self->stamps->len; i++)
    {
      g_autoptr(PangoLayout) layout =
        academy_paper_create_layout (self, g_ptr_array_index (self->stamps, i), ACADEMY_PAPER_FONT, TRUE, self->width / 2);
      int width, height;

      get_pixel_size (layout, &width, &height);
      if (cr != NULL)
        {
          double x = self->width - width - STAMP_PADDING;

          cairo_tag_begin (cr, "P", NULL);
          gdk_cairo_set_source_rgba (cr, &self->palette.late);
          cairo_set_line_width (cr, 1.5);
          cairo_rectangle (cr, x - STAMP_PADDING, y + 1, width + 2 * STAMP_PADDING - 1, height + STAMP_PADDING);
          cairo_stroke (cr);
          academy_paper_draw_layout (cr, layout, x, y + 1 + STAMP_PADDING / 2., &self->palette.late);
          cairo_tag_end (cr, "P");
        }
      *widest = MAX (*widest, width + 2 * STAMP_PADDING + ACADEMY_PAPER_GAP);
      y += height + STAMP_PADDING + 5;
    }

  return y;
}

static double
draw_header (AcademyPaper *self,
             cairo_t      *cr)
{
  double widest;
  double stamps = draw_stamps (self, NULL, &widest);
  g_autoptr(PangoLayout) title = academy_paper_create_layout (self, self->facts.title, ACADEMY_PAPER_HEADING_FONT, TRUE,
                                                              self->width - widest);
  g_autoptr(PangoLayout) subject = academy_paper_create_layout (self, self->facts.subject, ACADEMY_PAPER_FONT, FALSE,
                                                                self->width - widest);
  int title_height, subject_height;

  get_pixel_size (title, NULL, &title_height);
  get_pixel_size (subject, NULL, &subject_height);
  if (cr != NULL)
    {
      cairo_tag_begin (cr, "H1", NULL);
      academy_paper_draw_layout (cr, title, 0, 0, &self->palette.text);
      cairo_tag_end (cr, "H1");
      cairo_tag_begin (cr, "P", NULL);
      academy_paper_draw_layout (cr, subject, 0, title_height + 1, &self->palette.dim);
      cairo_tag_end (cr, "P");
      draw_stamps (self, cr, &widest);
    }

  return MAX (title_height + 1 + subject_height, stamps) + ACADEMY_PAPER_GAP;
}

/* Close, whatever the lines are, with room for a baseline. */
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
draw_sign (AcademyPaper         *self,
           cairo_t              *cr,
           AcademySign           sign,
           const AcademyMetrics *metrics,
           PangoLayout          *label,
           double                x,
           double                y)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int height;

  academy_legend_paint (snapshot, sign, &self->palette, metrics);
  cairo_tag_begin (cr, "Artifact", NULL);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  academy_paper_draw_snapshot (cr, snapshot);
  cairo_restore (cr);
  cairo_tag_end (cr, "Artifact");

  get_pixel_size (label, NULL, &height);
  cairo_tag_begin (cr, "P", NULL);
  academy_paper_draw_layout (cr, label, x + ACADEMY_LEGEND_SAMPLE_WIDTH + SAMPLE_GAP, y + metrics->top + (metrics->bar - height) / 2,
                             &self->palette.text);
  cairo_tag_end (cr, "P");
}

static double
draw_legend (AcademyPaper *self,
             cairo_t      *cr,
             double        top)
{
  AcademyMetrics metrics;
  double x = 0, y = top + ACADEMY_PAPER_GAP;

  init_legend_metrics (self, &metrics);
  for (guint sign = 0; sign < ACADEMY_N_SIGNS; sign++)
    {
      g_autoptr(PangoLayout) label = NULL;
      int width;

      if ((self->signs & 1u << sign) == 0)
        continue;

      label = academy_paper_create_layout (self, academy_language_translate (self->facts.language, academy_legend_get_label (sign)),
                                           ACADEMY_PAPER_LEAST_FONT, FALSE, -1);
      get_pixel_size (label, &width, NULL);
      width += ACADEMY_LEGEND_SAMPLE_WIDTH + SAMPLE_GAP;
      if (x > 0 && x + width > self->width)
        {
          x = 0;
          y += metrics.row;
        }
      if (cr != NULL)
        draw_sign (self, cr, sign, &metrics, label, x, y);
      x += width + ITEM_GAP;
    }

  return y + metrics.row - top;
}

static double
draw_footer (AcademyPaper *self,
             cairo_t      *cr,
             guint         page,
             double        y)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  g_autoptr(PangoLayout) layout = NULL;
  GDate today;
  int width, height;

  g_date_clear (&today, 1);
  g_date_set_julian (&today, self->today);
  date = academy_language_format_date (self->facts.language, &today);
  /* Translators: the day on which something was printed */
  text = g_strdup_printf (academy_language_translate (self->facts.language, N_("Printed %s")), date);
  layout = academy_paper_create_layout (self, text, ACADEMY_PAPER_LEAST_FONT, FALSE, -1);
  get_pixel_size (layout, NULL, &height);
  if (cr == NULL)
    return height + ACADEMY_PAPER_GAP / 2.;

  academy_paper_draw_layout (cr, layout, 0, y, &self->palette.dim);
  if (self->picture)
    return height;

  /* Translators: the number of a page, and how many there are */
  number = g_strdup_printf (academy_language_translate (self->facts.language, N_("Page %u of %u")), page + 1, self->pages->len);
  pango_layout_set_text (layout, number, -1);
  get_pixel_size (layout, &width, NULL);
  academy_paper_draw_layout (cr, layout, self->width - width, y, &self->palette.dim);
  return height;
}

/**
 * academy_paper_measure_frame:
 * @self: a paper
 *
 * Finds what the head and the foot of each page take.
 */
void
academy_paper_measure_frame (AcademyPaper *self)
{
  self->top = ceil (draw_header (self, NULL) + academy_paint_ruler_height (self->context));
  self->bottom = ceil (draw_legend (self, NULL, 0) + draw_footer (self, NULL, 0, 0));
}

/* The days that are shown, and beside them the ruler. */
static void
draw_ruler (AcademyPaper *self,
            cairo_t      *cr)
{
  double height = academy_paint_ruler_height (self->context);
  g_autoptr(PangoLayout) range = academy_paper_create_layout (self, self->range, ACADEMY_PAPER_FONT, FALSE, self->column);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int range_height;

  get_pixel_size (range, NULL, &range_height);
  cairo_tag_begin (cr, "P", NULL);
  academy_paper_draw_layout (cr, range, ACADEMY_PAPER_GAP / 2., self->top - range_height - ACADEMY_PAPER_GAP / 2., &self->palette.text);
  cairo_tag_end (cr, "P");

  academy_paint_ruler (snapshot, self->axis, &self->palette, self->context, self->labels, self->facts.language, self->today);
  cairo_tag_begin (cr, "Artifact", NULL);
  cairo_save (cr);
  cairo_translate (cr, academy_paper_get_lane_x (self), self->top - height);
  cairo_rectangle (cr, 0, 0, academy_axis_get_width (self->axis), height);
  cairo_clip (cr);
  academy_paper_draw_snapshot (cr, snapshot);
  cairo_restore (cr);
  cairo_tag_end (cr, "Artifact");
}

/**
 * academy_paper_draw_frame:
 * @self: a paper that has pages
 * @cr: where it is drawn
 * @page: the number of the page, from 0
 *
 * Draws what stands on every page: the title, the stamps, the ruler, the legend
 * and the number of the page.
 */
void
academy_paper_draw_frame (AcademyPaper *self,
                          cairo_t      *cr,
                          guint         page)
{
  draw_header (self, cr);
  draw_ruler (self, cr);

  draw_legend (self, cr, self->height - self->bottom);

  cairo_tag_begin (cr, "Artifact", NULL);
  draw_footer (self, cr, page, self->height - draw_footer (self, NULL, 0, 0) + ACADEMY_PAPER_GAP / 2.);
  cairo_tag_end (cr, "Artifact");
}
