/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-canvas.h"
#include "academy-schedule.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PAPER (academy_paper_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPaper, academy_paper, ACADEMY, PAPER, GObject)

/**
 * AcademyPaperOptions:
 * @organisation: (nullable): the id of an organisation, or %NULL for the whole
 *   programme
 * @grouping: how the measures of an organisation are grouped
 * @from: the first Julian day that is shown, or 0 for that of the plan
 * @to: the last one, or 0 for that of the plan
 * @baseline: (nullable): the id or the title of the baseline that the plan is
 *   compared with; of the whole programme, the title of those of its organisations
 * @language: the language of the labels
 *
 * What is put on paper.
 */
typedef struct {
  const char            *organisation;
  AcademyGrouping        grouping;
  guint32                from;
  guint32                to;
  const char            *baseline;
  const AcademyLanguage *language;
} AcademyPaperOptions;

/**
 * AcademySheet:
 * @name: the name of the size (PWG 5101.1), such as printers know
 * @width: the width of paper that lies on its side, in points
 * @height: its height
 *
 * A size of paper.
 */
typedef struct {
  const char *name;
  double      width;
  double      height;
} AcademySheet;

/**
 * AcademyPaperFacts:
 * @title: what it is called
 * @subject: what it is about
 * @description: what it shows, for those who do not see it
 * @author: (nullable): whose it is
 * @language: the language of its labels
 *
 * What is known of a paper without looking at it.
 */
typedef struct {
  char                  *title;
  char                  *subject;
  char                  *description;
  char                  *author;
  const AcademyLanguage *language;
} AcademyPaperFacts;

/**
 * AcademyPaperHeading:
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
} AcademyPaperHeading;

/**
 * AcademyPaperFigure:
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
} AcademyPaperFigure;

AcademyPaper *academy_paper_new         (AcademyStore               *store,
                                         const AcademyPaperOptions  *options,
                                         GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
const AcademySheet *
              academy_paper_get_sheet   (AcademyPaper               *self);
void          academy_paper_set_area    (AcademyPaper               *self,
                                         double                      width,
                                         double                      height);
void          academy_paper_set_picture (AcademyPaper               *self);
void          academy_paper_set_tagged  (AcademyPaper               *self);
gboolean      academy_paper_paginate    (AcademyPaper               *self,
                                         gboolean                   *finished,
                                         GError                    **error);
void          academy_paper_get_area    (AcademyPaper               *self,
                                         double                     *width,
                                         double                     *height);
guint         academy_paper_get_n_pages (AcademyPaper               *self);
gboolean      academy_paper_draw_page   (AcademyPaper               *self,
                                         guint                       page,
                                         AcademyCanvas              *canvas,
                                         GError                    **error);
const AcademyPaperFacts *
              academy_paper_get_facts   (AcademyPaper               *self);
GArray       *academy_paper_get_outline (AcademyPaper               *self);
GArray       *academy_paper_get_figures (AcademyPaper               *self);

G_END_DECLS
