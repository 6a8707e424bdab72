/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-edit.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyBaselineDates:
 * @start: the first day as a Julian day (see #GDate), or 0 when it was not known
 * @end: the last day, or 0 when it was not known
 *
 * When something was to take place by a baseline.
 */
typedef struct {
  guint32 start;
  guint32 end;
} AcademyBaselineDates;

/**
 * AcademyBaselineState:
 * @ACADEMY_BASELINE_SLIPPED: it is later than by the baseline
 * @ACADEMY_BASELINE_EARLIER: it is earlier
 * @ACADEMY_BASELINE_UNCHANGED: it is neither
 * @ACADEMY_BASELINE_REMOVED: it is no longer there, or its days are not known any more
 * @ACADEMY_BASELINE_ADDED: it was not there, or its days were not known yet
 *
 * What became of something since a baseline was set.
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
 * @kind: its kind
 * @id: its id
 * @title: how it is called, or was when it is no longer there
 * @before: its days by the baseline
 * @now: its days now
 * @slip: how many days later it ends, or where an end is not known starts;
 *   negative when it is earlier
 * @state: what became of it
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

const char *academy_baseline_add     (AcademyEdit   *edit,
                                      const char    *organisation,
                                      const char    *title);
GHashTable *academy_baseline_read    (AcademyStore  *store,
                                      const char    *baseline,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *academy_baseline_compare (AcademyStore  *store,
                                      const char    *organisation,
                                      const char    *baseline,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
