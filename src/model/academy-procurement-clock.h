/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-item.h"

G_BEGIN_DECLS

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
guint      academy_procurement_clock_get_starts (AcademyItem             *opportunity,
                                                 AcademyDay              *starts);
char      *academy_procurement_clock_dup_late   (AcademyItem             *opportunity,
                                                 AcademyDay               today,
                                                 const AcademyLanguage   *language,
                                                 AcademyDay              *last);
char      *academy_procurement_clock_dup_hint   (AcademyItem             *opportunity,
                                                 AcademyItem             *organisation,
                                                 const GDate             *today,
                                                 const AcademyLanguage   *language);

G_END_DECLS
