/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

#include <glib/gi18n-lib.h>
#include <hb.h>
#include <math.h>
#include <pango/pangocairo.h>

#define STAMP_PADDING 5
#define ITEM_GAP      18
#define SAMPLE_GAP    6

/* What is drawn of the legend. */
typedef enum {
  SAMPLES = 1 << 0,
  LABELS = 1 << 1,
} LegendParts;

/* Pango leaves out the space that a line ends with, which keeps words apart for
 * those who hear them. */
static void
restore_spaces (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (GSList *lines = pango_layout_get_lines (layout); lines != NULL; lines = lines->next)
    for (GSList *runs = ((PangoLayoutLine *) lines->data)->runs; runs != NULL; runs = runs->next)
      {
        const PangoGlyphItem *run = runs->data;
        const char *start = text + run->item->offset;
        hb_codepoint_t space;

        if (!hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &space))
          continue;

        for (int i = 0; i < run->glyphs->num_glyphs; i++)
          if (run->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY && start[run->glyphs->log_clusters[i]] == ' ')
            run->glyphs->glyphs[i].glyph = space;
      }
}

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
  restore_spaces (layout);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * academy_paper_begin_tag:
 * @self: a paper
 * @cr: where it is drawn
 * @tag: the type of an element of the structure, or “Artifact”
 *
 * Begins an element where marks of structure are wanted. Cairo marks what is
 * painted within only when there is visible text among it.
 */
void
academy_paper_begin_tag (AcademyPaper *self,
                         cairo_t      *cr,
                         const char   *tag)
{
  if (self->tagged)
    cairo_tag_begin (cr, tag, NULL);
}

void
academy_paper_end_tag (AcademyPaper *self,
                       cairo_t      *cr,
                       const char   *tag)
{
  if (self->tagged)
    cairo_tag_end (cr, tag);
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

/* An element where @tag is given; what is on every page is one on the first alone. */
static void
begin (AcademyPaper *self,
       cairo_t      *cr,
       const char   *tag)
{
  if (tag != NULL)
    academy_paper_begin_tag (self, cr, tag);
}

static void
end (AcademyPaper *self,
     cairo_t      *cr,
     const char   *tag)
{
  if (tag != NULL)
    academy_paper_end_tag (self, cr, tag);
}

/* At the right of the title, one below the other; returns how high they are. */
static double
draw_stamps (AcademyPaper *self,
             cairo_t      *cr,
             const char   *tag,
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

          begin (self, cr, tag);
          gdk_cairo_set_source_rgba (cr, &self->palette.late);
          cairo_set_line_width (cr, 1.5);
          cairo_rectangle (cr, x - STAMP_PADDING, y + 1, width + 2 * STAMP_PADDING - 1, height + STAMP_PADDING);
          cairo_stroke (cr);
          academy_paper_draw_layout (cr, layout, x, y + 1 + STAMP_PADDING / 2., &self->palette.late);
          end (self, cr, tag);
        }
      *widest = MAX (*widest, width + 2 * STAMP_PADDING + ACADEMY_PAPER_GAP);
      y += height + STAMP_PADDING + 5;
    }

  return y;
}

static double
draw_header (AcademyPaper *self,
             cairo_t      *cr,
             gboolean      first)
{
  const char *heading = first ? "H1" : NULL, *paragraph = first ? "P" : NULL;
  double widest;
  double stamps = draw_stamps (self, NULL, NULL, &widest);
  g_autoptr(PangoLayout) title = academy_paper_create_layout (self, self->facts.title, ACADEMY_PAPER_HEADING_FONT, TRUE,
                                                              self->width - widest);
  g_autoptr(PangoLayout) subject = academy_paper_create_layout (self, self->facts.subject, ACADEMY_PAPER_FONT, FALSE,
                                                                self->width - widest);
  int title_height, subject_height;

  get_pixel_size (title, NULL, &title_height);
  get_pixel_size (subject, NULL, &subject_height);
  if (cr != NULL)
    {
      begin (self, cr, heading);
      academy_paper_draw_layout (cr, title, 0, 0, &self->palette.text);
      end (self, cr, heading);
      begin (self, cr, paragraph);
      academy_paper_draw_layout (cr, subject, 0, title_height + 1, &self->palette.dim);
      end (self, cr, paragraph);
      draw_stamps (self, cr, paragraph, &widest);
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
draw_sample (AcademyPaper         *self,
             cairo_t              *cr,
             AcademySign           sign,
             const AcademyMetrics *metrics,
             double                x,
             double                y)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  academy_legend_paint (snapshot, sign, &self->palette, metrics);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  academy_paper_draw_snapshot (cr, snapshot);
  cairo_restore (cr);
}

static void
draw_label (AcademyPaper         *self,
            cairo_t              *cr,
            const AcademyMetrics *metrics,
            PangoLayout          *label,
            double                x,
            double                y,
            const char           *tag)
{
  int height;

  get_pixel_size (label, NULL, &height);
  begin (self, cr, tag);
  academy_paper_draw_layout (cr, label, x + ACADEMY_LEGEND_SAMPLE_WIDTH + SAMPLE_GAP, y + metrics->top + (metrics->bar - height) / 2,
                             &self->palette.text);
  end (self, cr, tag);
}

static double
draw_legend (AcademyPaper *self,
             cairo_t      *cr,
             LegendParts   parts,
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
      if (parts & SAMPLES)
        draw_sample (self, cr, sign, &metrics, x, y);
      if (parts & LABELS)
        draw_label (self, cr, &metrics, label, x, y, parts == LABELS ? "P" : NULL);
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
  self->top = ceil (draw_header (self, NULL, TRUE) + academy_paint_ruler_height (self->context));
  self->bottom = ceil (draw_legend (self, NULL, 0, 0) + draw_footer (self, NULL, 0, 0));
}

static void
draw_ruler (AcademyPaper *self,
            cairo_t      *cr)
{
  double height = academy_paint_ruler_height (self->context);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  academy_paint_ruler (snapshot, self->axis, &self->palette, self->context, self->labels, self->facts.language, self->today);
  cairo_save (cr);
  cairo_translate (cr, academy_paper_get_lane_x (self), self->top - height);
  cairo_rectangle (cr, 0, 0, academy_axis_get_width (self->axis), height);
  cairo_clip (cr);
  academy_paper_draw_snapshot (cr, snapshot);
  cairo_restore (cr);
}

/**
 * academy_paper_draw_range:
 * @self: a paper that has pages
 * @cr: where it is drawn, from the top of the lines
 *
 * Writes beside the ruler which days are shown.
 */
void
academy_paper_draw_range (AcademyPaper *self,
                          cairo_t      *cr)
{
  /* The space keeps words apart for those who hear them. */
  g_autofree char *text = g_strconcat (self->range, " ", NULL);
  g_autoptr(PangoLayout) range = academy_paper_create_layout (self, text, ACADEMY_PAPER_FONT, FALSE, self->column);
  int height;

  get_pixel_size (range, NULL, &height);
  academy_paper_draw_layout (cr, range, ACADEMY_PAPER_GAP / 2., -height - ACADEMY_PAPER_GAP / 2., &self->palette.text);
}

/**
 * academy_paper_draw_frame:
 * @self: a paper that has pages
 * @cr: where it is drawn
 * @page: the number of the page, from 0
 *
 * Draws what stands on every page: the title, the stamps, the ruler, the samples
 * of the legend and the number of the page. The title is read on the first alone,
 * and there the legend wants academy_paper_draw_labels().
 */
void
academy_paper_draw_frame (AcademyPaper *self,
                          cairo_t      *cr,
                          guint         page)
{
  gboolean first = page == 0;

  academy_paper_begin_tag (self, cr, "Artifact");
  draw_footer (self, cr, page, self->height - draw_footer (self, NULL, 0, 0) + ACADEMY_PAPER_GAP / 2.);
  draw_legend (self, cr, first ? SAMPLES : SAMPLES | LABELS, self->height - self->bottom);
  draw_ruler (self, cr);
  if (!first)
    draw_header (self, cr, first);
  academy_paper_end_tag (self, cr, "Artifact");
  if (first)
    draw_header (self, cr, first);
}

/**
 * academy_paper_draw_labels:
 * @self: a paper that has pages
 * @cr: where it is drawn
 *
 * Writes what the signs of the legend mean.
 */
void
academy_paper_draw_labels (AcademyPaper *self,
                           cairo_t      *cr)
{
  draw_legend (self, cr, LABELS, self->height - self->bottom);
}
