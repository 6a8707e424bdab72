/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-document.h"

#define POINTS(millimetres) ((millimetres) * 72 / 25.4)

const AcademySheet academy_sheet_a3 = { "iso_a3", POINTS (420), POINTS (297) };
const AcademySheet academy_sheet_a4 = { "iso_a4", POINTS (297), POINTS (210) };

G_DEFINE_INTERFACE (AcademyDocument, academy_document, G_TYPE_OBJECT)

/**
 * AcademyDocument:
 *
 * Something to be printed, or made into a file: pages, each of which is drawn on
 * a canvas, and what is known of them without looking.
 *
 * First it is asked for pages of some area, or for one picture; then
 * academy_document_paginate() makes them; then they are drawn in their order.
 */

static void
academy_document_default_init (AcademyDocumentInterface *iface)
{
}

/**
 * academy_document_get_sheet:
 * @self: a document
 *
 * Returns: (transfer none): the size of paper that it is best read on
 */
const AcademySheet *
academy_document_get_sheet (AcademyDocument *self)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->get_sheet (self);
}

/**
 * academy_document_set_area:
 * @self: a document
 * @width: the width of a page within its margins, in points
 * @height: its height
 *
 * Asks for pages of that size. They are to be made anew.
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
 * Asks for one picture of all. It is drawn in parts, each of them a page of the
 * same size, one over the other.
 */
void
academy_document_set_picture (AcademyDocument *self)
{
  ACADEMY_DOCUMENT_GET_IFACE (self)->set_picture (self);
}

/**
 * academy_document_set_tagged:
 * @self: a document that has an area
 *
 * Asks for marks of structure on the pages, for those who hear them. They are of
 * use in a PDF file that says what its figures show; see academy_document_get_figures().
 */
void
academy_document_set_tagged (AcademyDocument *self)
{
  ACADEMY_DOCUMENT_GET_IFACE (self)->set_tagged (self);
}

/**
 * academy_document_paginate:
 * @self: a document that has an area, or is to be a picture
 * @finished: (out): whether its pages are there
 * @error: says why they could not be made
 *
 * Makes pages for a moment, so that a window can draw itself meanwhile. It is
 * to be called until it has finished.
 *
 * Returns: whether it went well
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
 * @self: a document that has pages
 * @width: (out): the width of a page within its margins, or of the picture, in points
 * @height: (out): the height
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
 * @self: a document that has pages
 *
 * Returns: how many pages there are, or parts of the picture
 */
guint
academy_document_get_n_pages (AcademyDocument *self)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->get_n_pages (self);
}

/**
 * academy_document_draw_page:
 * @self: a document that has pages
 * @page: the number of a page, from 0
 * @canvas: where it is drawn, in points from the corner of its margins
 * @error: says why it could not be drawn
 *
 * Returns: whether it is drawn
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
 * Returns: (transfer none): what is known of it
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
 *   the pages that have been drawn
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
 * Returns: (transfer none) (element-type AcademyDocumentFigure): the figures of
 *   the pages that have been drawn with marks of structure, in their order
 */
GArray *
academy_document_get_figures (AcademyDocument *self)
{
  return ACADEMY_DOCUMENT_GET_IFACE (self)->get_figures (self);
}

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
 * Returns: (transfer full) (element-type AcademyDocumentHeading): an outline
 *   that owns what is added to it
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
 * Returns: (transfer full) (element-type AcademyDocumentFigure): an array that
 *   owns what is added to it
 */
GArray *
academy_document_figures_new (void)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (AcademyDocumentFigure));

  g_array_set_clear_func (figures, figure_clear);
  return figures;
}
