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
 * @name: the name of the size (PWG 5101.1), such as printers know
 * @width: the width of a page, in points
 * @height: its height
 *
 * A size of paper, upright or on its side.
 */
typedef struct {
  const char *name;
  double      width;
  double      height;
} AcademySheet;

/* On their sides. */
extern const AcademySheet academy_sheet_a3;
extern const AcademySheet academy_sheet_a4;

/**
 * AcademyDocumentFacts:
 * @title: what it is called
 * @subject: what it is about
 * @description: what it shows, for those who do not see it
 * @author: (nullable): whose it is
 * @language: the language of its labels
 *
 * What is known of a document without looking at it.
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
 * @title: what it says
 * @page: its page, from 0
 * @y: how far down it stands within the margins, in points
 *
 * A heading that has been drawn.
 */
typedef struct {
  char   *title;
  guint   page;
  double  y;
} AcademyDocumentHeading;

/**
 * AcademyDocumentFigure:
 * @alternative: what it shows, in words
 * @y: how far down it stands within the margins, in points
 * @width: its width; it begins at the left margin
 * @height: its height
 *
 * A drawing with a mark of structure.
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
 * What a kind of document does; see the functions of the same names. All of it
 * is wanted.
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
