/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-document.h"
#include "academy-schedule.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PAPER (academy_paper_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPaper, academy_paper, ACADEMY, PAPER, GObject)

/**
 * AcademyPaperOptions:
 * @organisation: (nullable): the id of an organisation, or %NULL for the whole
 *   programme
 * @grouping: the grouping of the measures of an organisation
 * @from: the first Julian day to show, or 0 for the first of the plan
 * @to: the last one, or 0 for the last of the plan
 * @baseline: (nullable): the id or the title of the baseline to compare with; for
 *   the whole programme, the title of baselines of its organisations
 * @language: the language of the labels, and of the titles that are translated
 *
 * The content of a paper.
 */
typedef struct {
  const char            *organisation;
  AcademyGrouping        grouping;
  AcademyDay             from;
  AcademyDay             to;
  const char            *baseline;
  const AcademyLanguage *language;
} AcademyPaperOptions;

AcademyPaper *academy_paper_new (AcademyStore              *store,
                                 const AcademyPaperOptions *options,
                                 GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
