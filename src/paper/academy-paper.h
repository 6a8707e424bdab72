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

AcademyPaper *academy_paper_new (AcademyStore               *store,
                                 const AcademyPaperOptions  *options,
                                 GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
