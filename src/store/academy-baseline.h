/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-edit.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyBaselineDates:
 * @start: the first day as a Julian day (see #GDate), or 0 when it was unknown
 * @end: the last day, or 0 when it was unknown
 *
 * The days of an item in a baseline.
 */
typedef struct {
  AcademyDay start;
  AcademyDay end;
} AcademyBaselineDates;

/**
 * AcademyBaselineState:
 * @ACADEMY_BASELINE_SLIPPED: later than in the baseline
 * @ACADEMY_BASELINE_EARLIER: earlier than in the baseline
 * @ACADEMY_BASELINE_UNCHANGED: at the same time as in the baseline
 * @ACADEMY_BASELINE_REMOVED: deleted, or without known days now
 * @ACADEMY_BASELINE_ADDED: new, or without known days in the baseline
 *
 * The state of an item compared with a baseline.
 */
typedef enum {
  ACADEMY_BASELINE_SLIPPED,
  ACADEMY_BASELINE_EARLIER,
  ACADEMY_BASELINE_UNCHANGED,
  ACADEMY_BASELINE_REMOVED,
  ACADEMY_BASELINE_ADDED,
} AcademyBaselineState;

/**
 * AcademyBaselineChange:
 * @kind: the kind of the item
 * @id: the id of the item
 * @title: the title of the item; that in the baseline when it is deleted
 * @before: its days in the baseline
 * @now: its days now
 * @slip: the number of days that its end, or its start where an end is unknown,
 *   is later than in the baseline; negative when earlier
 * @state: its state
 *
 * A measure, milestone, pilot, session or board item against a baseline.
 */
typedef struct {
  const AcademyKind    *kind;
  char                 *id;
  char                 *title;
  AcademyBaselineDates  before;
  AcademyBaselineDates  now;
  int                   slip;
  AcademyBaselineState  state;
} AcademyBaselineChange;

const char *academy_baseline_add     (AcademyEdit  *edit,
                                      const char   *organisation,
                                      const char   *title);
GHashTable *academy_baseline_read    (AcademyStore *store,
                                      const char   *baseline,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *academy_baseline_compare (AcademyStore *store,
                                      const char   *organisation,
                                      const char   *baseline,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
