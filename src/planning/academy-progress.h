/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyProgress:
 * @measures: the number of measures, without dropped ones
 * @done: the number of done ones
 * @overdue: the number that should have ended and are not done
 *
 * The progress of an organisation with its plan; computed and never stored.
 */
typedef struct {
  gint64 measures;
  gint64 done;
  gint64 overdue;
} AcademyProgress;

gboolean academy_progress_read (AcademyProgress  *progress,
                                AcademyStore     *store,
                                const char       *organisation,
                                const GDate      *today,
                                GError          **error);

/**
 * AcademyEffort:
 * @measures: the number of measures, without dropped ones
 * @person_days: the sum of their person-days
 * @cost: the sum of their cost, in euros
 *
 * What the plan of an organisation takes; computed and never stored.
 */
typedef struct {
  gint64 measures;
  double person_days;
  gint64 cost;
} AcademyEffort;

gboolean academy_effort_read        (AcademyEffort         *effort,
                                     AcademyStore          *store,
                                     const char            *organisation,
                                     GError               **error);
gboolean academy_effort_is_affected (const AcademyChanges  *changes,
                                     const char            *organisation);

/**
 * AcademySummary:
 * @goals: the number of impact goals
 * @opportunities: the number of innovation opportunities
 * @last_contact: the Julian day of the last mentor contact or session; 0 for none
 * @next_contact: the Julian day of the next session; 0 for none
 *
 * What an organisation has besides its measures; computed and never stored.
 */
typedef struct {
  gint64     goals;
  gint64     opportunities;
  AcademyDay last_contact;
  AcademyDay next_contact;
} AcademySummary;

gboolean academy_summary_read  (AcademySummary   *summary,
                                AcademyStore     *store,
                                const char       *organisation,
                                GError          **error);

G_END_DECLS
