/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-bar.h"
#include "academy-timeline-lines.h"

G_BEGIN_DECLS

/**
 * AcademyTimelineLink:
 * @from: the position of the line of the predecessor
 * @to: the position of the line of the successor
 * @end: the last day of the predecessor
 * @start: the first day of the successor
 * @broken: whether the successor starts too early
 * @dependency: (transfer none): the dependency
 *
 * A dependency between two lines, with days that a drag may change before they
 * are saved.
 */
typedef struct {
  guint                      from;
  guint                      to;
  guint32                    end;
  guint32                    start;
  gboolean                   broken;
  const AcademyScheduleLink *dependency;
} AcademyTimelineLink;

/**
 * AcademyTimelineLinks:
 *
 * The dependencies of a timeline and the lines at their ends.
 */
typedef struct _AcademyTimelineLinks AcademyTimelineLinks;

AcademyTimelineLinks *academy_timeline_links_new      (void);
void                  academy_timeline_links_free     (AcademyTimelineLinks  *self);
gboolean              academy_timeline_links_read     (AcademyTimelineLinks  *self,
                                                       AcademyStore          *store,
                                                       const char            *organisation,
                                                       GError               **error);
void                  academy_timeline_links_place    (AcademyTimelineLinks  *self,
                                                       AcademyTimelineLines  *lines);
GArray               *academy_timeline_links_get      (AcademyTimelineLinks  *self);
void                  academy_timeline_links_complete (AcademyTimelineLinks  *self,
                                                       const char            *id,
                                                       AcademyBar            *bar);

G_END_DECLS
