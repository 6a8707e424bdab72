/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-picture-drawing.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "academy-canvas-cairo.h"
#include "academy-error.h"
#include "academy-pdf.h"
#include "academy-png.h"
#include "academy-svg.h"

/* In points; what printers leave white is less. */
#define PAGE_MARGIN    28.35
#define PICTURE_MARGIN 12

/* Of pictures made of pixels: to a point, at best and at least, and what other
 * programs open. */
#define BEST_SCALE  (2 * 96. / 72.)
#define LEAST_SCALE (96. / 72.)
#define MOST_SIDE   32767
#define MOST_PIXELS 100e6

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  AcademyPictureDrawing *self = closure;

  /* The length of a byte array is 32 bits. */
  if (G_MAXUINT - length < self->bytes->len)
    return CAIRO_STATUS_WRITE_ERROR;

  g_byte_array_append (self->bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t   status,
       GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED, _("This cannot be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

static void
set_metadata (AcademyPictureDrawing *self)
{
  const AcademyDocumentFacts *facts = academy_document_get_facts (self->document);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, facts->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, facts->subject);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, GETTEXT_PACKAGE " " ACADEMY_VERSION);
  if (facts->author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, facts->author);
}

/* The largest at which the picture can be opened elsewhere, up to the best. */
static double
choose_scale (double width,
              double height)
{
  return MIN (MIN (BEST_SCALE, MOST_SIDE / MAX (width, height)), sqrt (MOST_PIXELS / (width * height)));
}

static gboolean
create_pixels (AcademyPictureDrawing  *self,
               double                  width,
               double                  height,
               GError                **error)
{
  double scale = choose_scale (width, height);

  if (scale < LEAST_SCALE)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
                   _("This is too large for a PNG picture. Choose SVG or PDF."));
      return FALSE;
    }

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, floor (width * scale), floor (height * scale));
  cairo_surface_set_device_scale (self->surface, scale, scale);
  return TRUE;
}

static gboolean
create_surface (AcademyPictureDrawing  *self,
                GError                **error)
{
  double width, height;

  academy_document_get_size (self->document, &width, &height);
  width += 2 * self->margin;
  height += 2 * self->margin;

  switch (self->format)
    {
    case ACADEMY_PICTURE_PDF:
      self->surface = cairo_pdf_surface_create_for_stream (append, self, width, height);
      cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
      set_metadata (self);
      break;
    case ACADEMY_PICTURE_SVG:
      self->surface = cairo_svg_surface_create_for_stream (append, self, width, height);
      break;
    case ACADEMY_PICTURE_PNG:
    default:
      if (!create_pixels (self, width, height, error))
        return FALSE;
      break;
    }

  self->cr = cairo_create (self->surface);
  if (self->format == ACADEMY_PICTURE_PDF)
    cairo_tag_begin (self->cr, "Document", NULL);
  else
    {
      cairo_set_source_rgb (self->cr, 1, 1, 1);
      cairo_paint (self->cr);
    }

  return check (cairo_status (self->cr), error);
}

static gboolean
draw_page (AcademyPictureDrawing  *self,
           GError                **error)
{
  AcademyCairoCanvas canvas;
  gboolean drawn;

  cairo_save (self->cr);
  cairo_translate (self->cr, self->margin, self->margin);
  drawn = academy_document_draw_page (self->document, self->page, academy_cairo_canvas_init (&canvas, self->cr), error);
  cairo_restore (self->cr);
  if (!drawn)
    return FALSE;

  self->page++;
  if (self->format == ACADEMY_PICTURE_PDF)
    {
      if (self->page == academy_document_get_n_pages (self->document))
        cairo_tag_end (self->cr, "Document");
      cairo_show_page (self->cr);
    }

  return check (cairo_status (self->cr), error);
}

static void
add_outline (AcademyPictureDrawing *self)
{
  GArray *outline = academy_document_get_outline (self->document);

  for (guint i = 0; i < outline->len; i++)
    {
      const AcademyDocumentHeading *heading = &g_array_index (outline, AcademyDocumentHeading, i);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *place = NULL;

      g_ascii_formatd (x, sizeof x, "%.1f", self->margin);
      g_ascii_formatd (y, sizeof y, "%.1f", self->margin + heading->y);
      place = g_strdup_printf ("page=%u pos=[%s %s]", heading->page + 1, x, y);
      cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, heading->title, place, 0);
    }
}

static void
set_up (AcademyPictureDrawing *self)
{
  const AcademySheet *sheet = academy_document_get_sheet (self->document);

  if (self->format != ACADEMY_PICTURE_PDF)
    {
      academy_document_set_picture (self->document);
      return;
    }

  academy_document_set_area (self->document, sheet->width - 2 * self->margin, sheet->height - 2 * self->margin);
  academy_document_set_tagged (self->document);
}

/**
 * academy_picture_drawing_new:
 * @document: a document
 * @format: how it is drawn
 *
 * Returns: (transfer full): a drawing of @document, of which nothing is drawn yet
 */
AcademyPictureDrawing *
academy_picture_drawing_new (AcademyDocument      *document,
                             AcademyPictureFormat  format)
{
  AcademyPictureDrawing *self = g_new0 (AcademyPictureDrawing, 1);

  self->document = g_object_ref (document);
  self->bytes = g_byte_array_new ();
  self->format = format;
  self->margin = format == ACADEMY_PICTURE_PDF ? PAGE_MARGIN : PICTURE_MARGIN;
  set_up (self);

  return self;
}

void
academy_picture_drawing_free (AcademyPictureDrawing *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_object (&self->document);
  g_free (self);
}

/**
 * academy_picture_drawing_advance:
 * @self: a drawing
 * @drawn: (out): whether all is drawn
 * @error: says why it could not be drawn
 *
 * Draws for about a frame.
 *
 * Returns: whether it went well
 */
gboolean
academy_picture_drawing_advance (AcademyPictureDrawing  *self,
                                 gboolean               *drawn,
                                 GError                **error)
{
  gboolean paginated;

  *drawn = FALSE;
  if (self->surface == NULL)
    return academy_document_paginate (self->document, &paginated, error) && (!paginated || create_surface (self, error));

  if (!draw_page (self, error))
    return FALSE;

  *drawn = self->page == academy_document_get_n_pages (self->document);
  if (*drawn && self->format == ACADEMY_PICTURE_PDF)
    add_outline (self);

  return TRUE;
}

static gboolean
complete_pdf (AcademyPictureDrawing *self)
{
  const AcademyDocumentFacts *facts = academy_document_get_facts (self->document);
  GArray *drawn = academy_document_get_figures (self->document);
  g_autoptr(GArray) figures = g_array_new (FALSE, FALSE, sizeof (AcademyPdfFigure));
  AcademyPdfFacts told = {
    .title = facts->title,
    .subject = facts->subject,
    .author = facts->author,
    .code = academy_language_get_code (facts->language),
    .figures = figures,
  };
  double width, height;

  academy_document_get_size (self->document, &width, &height);
  for (guint i = 0; i < drawn->len; i++)
    {
      const AcademyDocumentFigure *figure = &g_array_index (drawn, AcademyDocumentFigure, i);
      AcademyPdfFigure place = {
        .alternative = figure->alternative,
        .left = self->margin,
        .bottom = self->margin + height - figure->y - figure->height,
        .right = self->margin + figure->width,
        .top = self->margin + height - figure->y,
      };

      g_array_append_val (figures, place);
    }

  return academy_pdf_complete (self->bytes, &told);
}

/* Says what cairo cannot say: a title, and a language. */
static gboolean
name_picture (AcademyPictureDrawing *self)
{
  const AcademyDocumentFacts *facts = academy_document_get_facts (self->document);
  const char *code = academy_language_get_code (facts->language);

  switch (self->format)
    {
    case ACADEMY_PICTURE_PDF:
      return complete_pdf (self);
    case ACADEMY_PICTURE_SVG:
      return academy_svg_set_title (self->bytes, facts->title, facts->description, code);
    case ACADEMY_PICTURE_PNG:
    default:
      return academy_png_set_title (self->bytes, facts->title, facts->description, code);
    }
}

/**
 * academy_picture_drawing_finish:
 * @self: a drawing of which all is drawn
 * @error: says why it could not be written
 *
 * Writes what has been drawn. It touches nothing but cairo, so that it may run
 * in a thread of its own.
 *
 * Returns: (transfer full): what a file of its format holds
 */
GBytes *
academy_picture_drawing_finish (AcademyPictureDrawing  *self,
                                GError                **error)
{
  cairo_status_t status;

  if (self->format == ACADEMY_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (self->surface, append, self);
  else
    {
      g_clear_pointer (&self->cr, cairo_destroy);
      cairo_surface_finish (self->surface);
      status = cairo_surface_status (self->surface);
    }

  if (!check (status, error))
    return NULL;
  /* What cairo writes otherwise than expected is not cairo's as it is known here. */
  if (!name_picture (self))
    {
      check (CAIRO_STATUS_WRITE_ERROR, error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
