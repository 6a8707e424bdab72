/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcademyPdfFigure:
 * @alternative: the alternative text
 * @left: the left edge on the page, in points
 * @bottom: the bottom edge, from the bottom of the page
 * @right: the right edge
 * @top: the top edge
 *
 * A figure of a PDF, in the coordinates of PDF (ISO 32000-1, 8.3.2.3).
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
 * @title: the title
 * @subject: the subject
 * @author: (nullable): the author
 * @code: the language tag (BCP 47)
 * @figures: (element-type AcademyPdfFigure): the figures, in the order in which
 *   their tags begin
 *
 * The metadata of a PDF.
 */
typedef struct {
  const char *title;
  const char *subject;
  const char *author;
  const char *code;
  GArray     *figures;
} AcademyPdfFacts;

GString *academy_pdf_create_update (const char            *pdf,
                                    gsize                  length,
                                    const AcademyPdfFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
