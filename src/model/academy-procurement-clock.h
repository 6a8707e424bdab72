/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-item.h"

G_BEGIN_DECLS

/**
 * ACADEMY_PROCUREMENT_MOST_STAGES:
 *
 * The most stages before a procured thing is in use.
 */
#define ACADEMY_PROCUREMENT_MOST_STAGES 7

/**
 * AcademyProcurementStage:
 * @stage: the stage
 * @weeks: how many weeks of five working days it takes
 * @estimated: whether @weeks is an estimate of the program
 * @start: its first day
 * @end: its last day
 *
 * When a stage of a procurement must take place.
 */
typedef struct {
  const AcademyChoice *stage;
  guint                weeks;
  gboolean             estimated;
  AcademyDay           start;
  AcademyDay           end;
} AcademyProcurementStage;

guint      academy_procurement_clock_count_back (AcademyItem             *opportunity,
                                                 AcademyProcurementStage *stages);
AcademyDay academy_procurement_clock_get_start  (AcademyItem             *opportunity);
char      *academy_procurement_clock_dup_hint   (AcademyItem             *opportunity,
                                                 AcademyItem             *organisation,
                                                 const GDate             *today,
                                                 const AcademyLanguage   *language);

G_END_DECLS
