/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-figure-view.h"

#include <adwaita.h>
#include <math.h>

#include "academy-canvas-snapshot.h"
#include "academy-text-layout.h"

/* The height of a line, and the least width of a figure, in font sizes. Narrower ones
 * are drawn smaller, so that their texts are whole. */
#define LINE_HEIGHT 1.4
#define LEAST_WIDTH 32

#define PIXELS_PER_POINT 72

struct _AcademyFigureView {
  GtkWidget           parent_instance;

  /* Owned */
  AcademyReport      *report;

  /* Borrowed */
  const AcademyBlock *block;
};

G_DEFINE_FINAL_TYPE (AcademyFigureView, academy_figure_view, GTK_TYPE_WIDGET)

/**
 * AcademyFigureView:
 *
 * A figure of a report, in the colours of the style, with its alternative text.
 */

static double
get_font (AcademyFigureView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font)
           ? size : size * pango_cairo_context_get_resolution (context) / PIXELS_PER_POINT;
}

static void
academy_figure_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  AcademyFigureView *self = ACADEMY_FIGURE_VIEW (widget);
  double font = get_font (self);
  double scale = MIN (1, gtk_widget_get_width (widget) / (LEAST_WIDTH * font));
  PangoContext *context = academy_text_layout_create_context (self->report->language, PIXELS_PER_POINT);
  AcademySnapshotCanvas snapshot_canvas;
  AcademyCanvas *canvas = academy_snapshot_canvas_init (&snapshot_canvas, snapshot);
  AcademyFigureRoom room = {
    .context = context,
    .palette = academy_figure_view_get_palette (),
    .font = font,
    .width = gtk_widget_get_width (widget) / scale,
    .height = gtk_widget_get_height (widget) / scale,
  };

  pango_context_set_font_description (context, pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  academy_canvas_save (canvas);
  academy_canvas_scale (canvas, scale);
  self->block->figure->draw (self->block->data, canvas, &room);
  academy_canvas_restore (canvas);
  g_object_unref (context);
}

static void
academy_figure_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  AcademyFigureView *self = ACADEMY_FIGURE_VIEW (widget);
  double font = get_font (self);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = ceil (self->block->figure->lines * LINE_HEIGHT * font);
      return;
    }

  *minimum = 0;
  *natural = LEAST_WIDTH * font;
}

static void
academy_figure_view_finalize (GObject *object)
{
  academy_report_unref (ACADEMY_FIGURE_VIEW (object)->report);

  G_OBJECT_CLASS (academy_figure_view_parent_class)->finalize (object);
}

static void
academy_figure_view_class_init (AcademyFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = academy_figure_view_finalize;
  widget_class->snapshot = academy_figure_view_snapshot;
  widget_class->measure = academy_figure_view_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
academy_figure_view_init (AcademyFigureView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * academy_figure_view_get_palette:
 *
 * Returns: the colours of figures and texts in the style of the program
 */
const AcademyPalette *
academy_figure_view_get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return academy_palette_get ((adw_style_manager_get_dark (style) ? ACADEMY_PALETTE_DARK : 0) |
                              (adw_style_manager_get_high_contrast (style) ? ACADEMY_PALETTE_HIGH_CONTRAST : 0));
}

/**
 * academy_figure_view_new:
 * @report: a report
 * @block: a figure in it
 *
 * Returns: (transfer floating): a widget that draws the figure
 */
GtkWidget *
academy_figure_view_new (AcademyReport      *report,
                         const AcademyBlock *block)
{
  AcademyFigureView *self = g_object_new (ACADEMY_TYPE_FIGURE_VIEW, NULL);
  const AcademyReportText *text = g_ptr_array_index (block->texts, 0);

  self->report = academy_report_ref (report);
  self->block = block;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->text, -1);

  return GTK_WIDGET (self);
}
