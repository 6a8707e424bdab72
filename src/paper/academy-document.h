/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "academy-canvas.h"
#include "academy-language.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_DOCUMENT (academy_document_get_type ())

G_DECLARE_INTERFACE (AcademyDocument, academy_document, ACADEMY, DOCUMENT, GObject)

/**
 * AcademySheet:
 * @name: the self-describing media size name (PWG 5101.1), as printers use it
 * @width: the width, in points
 * @height: the height, in points
 *
 * A paper size in an orientation.
 */
typedef struct {
  const char *name;
  double      width;
  double      height;
} AcademySheet;

/* A3 and A4 in landscape, and A4 in portrait. */
extern const AcademySheet academy_sheet_a3;
extern const AcademySheet academy_sheet_a4;
extern const AcademySheet academy_sheet_a4_portrait;

/**
 * AcademyDocumentFacts:
 * @title: the title
 * @subject: the subject
 * @description: an alternative text for the whole document
 * @author: (nullable): the author
 * @language: the language of its texts
 *
 * The metadata of a document.
 */
typedef struct {
  char                  *title;
  char                  *subject;
  char                  *description;
  char                  *author;
  const AcademyLanguage *language;
} AcademyDocumentFacts;

/**
 * AcademyDocumentHeading:
 * @title: the text of the heading
 * @page: its page, from 0
 * @y: its top inside the margins, in points
 *
 * A heading that has been drawn, for the outline of a PDF (ISO 32000-1, 12.3.3).
 */
typedef struct {
  char   *title;
  guint   page;
  double  y;
} AcademyDocumentHeading;

/**
 * AcademyDocumentFigure:
 * @alternative: the alternative text
 * @y: its top inside the margins, in points
 * @width: its width, from the left margin
 * @height: its height
 *
 * A tagged figure that has been drawn.
 */
typedef struct {
  char   *alternative;
  double  y;
  double  width;
  double  height;
} AcademyDocumentFigure;

/**
 * AcademyDocumentInterface:
 *
 * The virtual functions of a document; see the functions of the same names. All
 * of them must be implemented.
 */
struct _AcademyDocumentInterface {
  GTypeInterface parent_interface;

  const AcademySheet         *(* get_sheet)   (AcademyDocument  *self);
  void                        (* set_area)    (AcademyDocument  *self,
                                               double            width,
                                               double            height);
  void                        (* set_picture) (AcademyDocument  *self);
  void                        (* set_tagged)  (AcademyDocument  *self);
  gboolean                    (* paginate)    (AcademyDocument  *self,
                                               gboolean         *finished,
                                               GError          **error);
  void                        (* get_size)    (AcademyDocument  *self,
                                               double           *width,
                                               double           *height);
  guint                       (* get_n_pages) (AcademyDocument  *self);
  gboolean                    (* draw_page)   (AcademyDocument  *self,
                                               guint             page,
                                               AcademyCanvas    *canvas,
                                               GError          **error);
  const AcademyDocumentFacts *(* get_facts)   (AcademyDocument  *self);
  GArray                     *(* get_outline) (AcademyDocument  *self);
  GArray                     *(* get_figures) (AcademyDocument  *self);
};

const AcademySheet         *academy_document_get_sheet   (AcademyDocument  *self);
void                        academy_document_set_area    (AcademyDocument  *self,
                                                          double            width,
                                                          double            height);
void                        academy_document_set_picture (AcademyDocument  *self);
void                        academy_document_set_tagged  (AcademyDocument  *self);
gboolean                    academy_document_paginate    (AcademyDocument  *self,
                                                          gboolean         *finished,
                                                          GError          **error);
void                        academy_document_get_size    (AcademyDocument  *self,
                                                          double           *width,
                                                          double           *height);
guint                       academy_document_get_n_pages (AcademyDocument  *self);
gboolean                    academy_document_draw_page   (AcademyDocument  *self,
                                                          guint             page,
                                                          AcademyCanvas    *canvas,
                                                          GError          **error);
const AcademyDocumentFacts *academy_document_get_facts   (AcademyDocument  *self);
GArray                     *academy_document_get_outline (AcademyDocument  *self);
GArray                     *academy_document_get_figures (AcademyDocument  *self);

void                        academy_document_facts_clear (AcademyDocumentFacts *facts);
GArray                     *academy_document_outline_new (void) G_GNUC_WARN_UNUSED_RESULT;
GArray                     *academy_document_figures_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
