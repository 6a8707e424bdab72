/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-document.h"

#define POINTS(millimetres) ((millimetres) * 72 / 25.4)

const AcademySheet academy_sheet_a3 = { "iso_a3", POINTS (420), POINTS (297) };
const AcademySheet academy_sheet_a4 = { "iso_a4", POINTS (297), POINTS (210) };
const AcademySheet academy_sheet_a4_portrait = { "iso_a4", POINTS (210), POINTS (297) };

G_DEFINE_INTERFACE (AcademyDocument, academy_document, G_TYPE_OBJECT)

/**
 * AcademyDocument:
 *
 * Content for a printer or a file: pages to draw on a canvas, with metadata, an
 * outline and alternative texts.
 *
 * Choose academy_document_set_area() or academy_document_set_picture() first,
 * then call academy_document_paginate() until it has finished, then draw all
 * pages in order.
 */

static void
academy_document_default_init (AcademyDocumentInterface *iface)
{
}

/**
 * academy_document_get_sheet:
 * @self: a document
 *
 * Returns: (transfer none): the paper size that suits the document best
 */
const AcademySheet *
academy_document_get_sheet (AcademyDocument *self)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->get_sheet (self);
}

/**
 * academy_document_set_area:
 * @self: a document
 * @width: the width of a page without its margins, in points
 * @height: its height
 *
 * Asks for pages of that size. Paginate again afterwards.
 */
void
academy_document_set_area (AcademyDocument *self,
                           double           width,
                           double           height)
{
  ACADEMY_DOCUMENT_GET_IFACE (self)->set_area (self, width, height);
}

/**
 * academy_document_set_picture:
 * @self: a document
 *
 * Asks for one picture of the whole content, as large as it needs. Each page of
 * it draws a part of the picture in its place, so that a window can redraw itself
 * between them.
 */
void
academy_document_set_picture (AcademyDocument *self)
{
  ACADEMY_DOCUMENT_GET_IFACE (self)->set_picture (self);
}

/**
 * academy_document_set_tagged:
 * @self: a document with an area
 *
 * Asks for tags on the pages, so that a PDF can be read by screen readers
 * (PDF/UA-1, ISO 14289-1). The PDF must be given the alternative texts of
 * academy_document_get_figures().
 */
void
academy_document_set_tagged (AcademyDocument *self)
{
  ACADEMY_DOCUMENT_GET_IFACE (self)->set_tagged (self);
}

/**
 * academy_document_paginate:
 * @self: a document with an area, or a picture
 * @finished: (out): whether all pages are laid out
 * @error: return location for an error
 *
 * Lays out a part of the document, for about as long as a frame lasts. Call it
 * until it has finished.
 *
 * Returns: whether there was no error
 */
gboolean
academy_document_paginate (AcademyDocument  *self,
                           gboolean         *finished,
                           GError          **error)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->paginate (self, finished, error);
}

/**
 * academy_document_get_size:
 * @self: a document
 * @width: (out): the width of a page without its margins, or of the picture, in
 *   points
 * @height: (out): its height; until a picture is paginated, the least that it may
 *   have
 */
void
academy_document_get_size (AcademyDocument *self,
                           double          *width,
                           double          *height)
{
  ACADEMY_DOCUMENT_GET_IFACE (self)->get_size (self, width, height);
}

/**
 * academy_document_get_n_pages:
 * @self: a paginated document
 *
 * Returns: the number of pages, or of parts of the picture
 */
guint
academy_document_get_n_pages (AcademyDocument *self)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->get_n_pages (self);
}

/**
 * academy_document_draw_page:
 * @self: a paginated document
 * @page: the number of a page, from 0
 * @canvas: a canvas; its origin is the top left inside the margins, its unit is
 *   the point
 * @error: return location for an error
 *
 * Returns: whether the page could be read and drawn
 */
gboolean
academy_document_draw_page (AcademyDocument  *self,
                            guint             page,
                            AcademyCanvas    *canvas,
                            GError          **error)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->draw_page (self, page, canvas, error);
}

/**
 * academy_document_get_facts:
 * @self: a document
 *
 * Returns: (transfer none): the metadata
 */
const AcademyDocumentFacts *
academy_document_get_facts (AcademyDocument *self)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->get_facts (self);
}

/**
 * academy_document_get_outline:
 * @self: a document
 *
 * Returns: (transfer none) (element-type AcademyDocumentHeading): the headings on
 *   the pages drawn so far
 */
GArray *
academy_document_get_outline (AcademyDocument *self)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->get_outline (self);
}

/**
 * academy_document_get_figures:
 * @self: a document
 *
 * Returns: (transfer none) (element-type AcademyDocumentFigure): the figures on
 *   the pages drawn so far with tags, in the order in which their tags begin
 */
GArray *
academy_document_get_figures (AcademyDocument *self)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->get_figures (self);
}

/**
 * academy_document_facts_clear:
 * @facts: metadata
 *
 * Frees the texts of @facts, but not @facts.
 */
void
academy_document_facts_clear (AcademyDocumentFacts *facts)
{
  g_clear_pointer (&facts->title, g_free);
  g_clear_pointer (&facts->subject, g_free);
  g_clear_pointer (&facts->description, g_free);
  g_clear_pointer (&facts->author, g_free);
}

static void
heading_clear (gpointer data)
{
  g_free (((AcademyDocumentHeading *) data)->title);
}

/**
 * academy_document_outline_new:
 *
 * Returns: (transfer full) (element-type AcademyDocumentHeading): an empty
 *   outline, which frees its titles
 */
GArray *
academy_document_outline_new (void)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (AcademyDocumentHeading));

  g_array_set_clear_func (outline, heading_clear);
  return outline;
}

static void
figure_clear (gpointer data)
{
  g_free (((AcademyDocumentFigure *) data)->alternative);
}

/**
 * academy_document_figures_new:
 *
 * Returns: (transfer full) (element-type AcademyDocumentFigure): an empty array,
 *   which frees its alternative texts
 */
GArray *
academy_document_figures_new (void)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (AcademyDocumentFigure));

  g_array_set_clear_func (figures, figure_clear);
  return figures;
}
