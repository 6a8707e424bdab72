/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-text-layout.h"

#include <hb.h>
#include <pango/pangocairo.h>

/**
 * academy_text_layout_create_context:
 * @language: the language of the texts
 * @pixels_per_inch: how many units of the canvas are an inch
 *
 * Creates a context without hinting, so that glyphs keep their shapes and distances
 * at any magnification.
 *
 * Returns: (transfer full): the context
 */
PangoContext *
academy_text_layout_create_context (const AcademyLanguage *language,
                                    double                 pixels_per_inch)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, pixels_per_inch);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (academy_language_get_code (language)));

  return context;
}

/**
 * academy_text_layout_new:
 * @context: a context
 * @text: a text
 * @font: the font size, in points
 * @bold: whether the text is bold
 * @width: the width at which lines are wrapped, in units of the canvas, or -1 for
 *   one line
 *
 * Returns: (transfer full): a layout of @text
 */
PangoLayout *
academy_text_layout_new (PangoContext *context,
                         const char   *text,
                         double        font,
                         gboolean      bold,
                         double        width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_copy (pango_context_get_font_description (context));
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Wrap without hyphens: programs that extract text from a PDF would take one for
   * a part of the word. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_font_description_set_size (description, font * PANGO_SCALE);
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);

  return layout;
}

/* Pango draws no glyph for a space at which it breaks a line. Without it, programs
 * that extract text from a PDF would join the words on both sides. */
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
 * academy_text_layout_draw:
 * @layout: a layout
 * @canvas: a canvas
 * @x: its left edge
 * @y: its top
 * @colour: the colour of text without a colour of its own
 *
 * Draws @layout so that programs can extract its words from a PDF.
 */
void
academy_text_layout_draw (PangoLayout         *layout,
                          AcademyCanvas       *canvas,
                          double               x,
                          double               y,
                          const AcademyColour *colour)
{
  restore_spaces (layout);
  academy_canvas_layout (canvas, layout, x, y, colour);
}
