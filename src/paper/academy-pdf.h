/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcademyPdfFigure:
 * @alternative: what it shows, in words
 * @left: its left edge on the page, in points
 * @bottom: its bottom edge, from that of the page
 * @right: its right edge
 * @top: its top edge
 *
 * A figure of a PDF file.
 */
typedef struct {
  const char *alternative;
  double      left;
  double      bottom;
  double      right;
  double      top;
} AcademyPdfFigure;

/**
 * AcademyPdfFacts:
 * @title: what it is called
 * @subject: what it is about
 * @author: (nullable): whose it is
 * @code: its language (BCP 47)
 * @figures: (element-type AcademyPdfFigure): its figures, in the order in which
 *   their elements were begun
 *
 * What is told of a PDF file beside what is seen.
 */
typedef struct {
  const char *title;
  const char *subject;
  const char *author;
  const char *code;
  GArray     *figures;
} AcademyPdfFacts;

gboolean academy_pdf_complete (GByteArray            *pdf,
                               const AcademyPdfFacts *facts);

G_END_DECLS
