/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-timeline-model.h"

G_BEGIN_DECLS

/**
 * AcademyTimelineSession:
 * @folded: (nullable): the keys of the collapsed headings; %NULL when the
 *   timeline has not been shown yet
 * @grouping: how measures are grouped
 * @order: how measures are sorted
 * @descending: whether the sort order is reversed
 * @tabular: whether the rows are shown as a table
 * @baseline: (nullable): the baseline that the plan is compared with
 * @first: the first visible day, a Julian day with the part of it that has passed
 * @n_days: the number of visible days; 0 when the chart has not been shown yet
 * @title_width: the width that the user chose for the column of titles, in
 *   pixels, or 0; all timelines use that of the whole programme
 *
 * The state of a timeline between two visits.
 */
typedef struct {
  GHashTable      *folded;
  AcademyGrouping  grouping;
  AcademyOrder     order;
  gboolean         descending;
  gboolean         tabular;
  char            *baseline;
  double           first;
  double           n_days;
  double           title_width;
} AcademyTimelineSession;

AcademyTimelineSession *academy_timeline_session_get     (AcademyStore           *store,
                                                          const char             *organisation);
void                    academy_timeline_session_restore (AcademyTimelineSession *self,
                                                          AcademyTimelineModel   *model);
void                    academy_timeline_session_save    (AcademyTimelineSession *self,
                                                          AcademyTimelineModel   *model);

G_END_DECLS
