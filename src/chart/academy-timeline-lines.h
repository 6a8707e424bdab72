/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-schedule.h"

G_BEGIN_DECLS

/**
 * AcademyTimelineLines:
 *
 * The lines of a schedule at their positions: each heading, and the entries below
 * it unless it is collapsed. Keys of collapsed headings are kept when the
 * schedule is replaced.
 */
typedef struct _AcademyTimelineLines AcademyTimelineLines;

char                       *academy_schedule_heading_dup_key      (const AcademyScheduleHeading *heading);
gboolean                    academy_timeline_lines_is_folded      (AcademyTimelineLines         *self,
                                                                   const AcademyScheduleHeading *heading);
AcademyTimelineLines       *academy_timeline_lines_new            (void);
void                        academy_timeline_lines_free           (AcademyTimelineLines         *self);
AcademySchedule            *academy_timeline_lines_replace        (AcademyTimelineLines         *self,
                                                                   AcademySchedule              *schedule,
                                                                   guint                        *position,
                                                                   guint                        *removed,
                                                                   guint                        *added);
guint                       academy_timeline_lines_append         (AcademyTimelineLines         *self,
                                                                   AcademySchedule              *schedule);
void                        academy_timeline_lines_remove         (AcademyTimelineLines         *self,
                                                                   guint                         n_headings);
void                        academy_timeline_lines_take_sums      (AcademyTimelineLines         *self,
                                                                   AcademySchedule              *schedule);
guint                       academy_timeline_lines_get_length     (AcademyTimelineLines         *self);
AcademySchedule            *academy_timeline_lines_get_schedule   (AcademyTimelineLines         *self);
AcademyScheduleHeading     *academy_timeline_lines_get_heading    (AcademyTimelineLines         *self,
                                                                   guint                         position,
                                                                   guint                        *heading_position);
const AcademyScheduleEntry *academy_timeline_lines_get_entry      (AcademyTimelineLines         *self,
                                                                   guint                         position);
char                       *academy_timeline_lines_dup_key        (AcademyTimelineLines         *self,
                                                                   guint                         position);
guint                       academy_timeline_lines_get_position   (AcademyTimelineLines         *self,
                                                                   guint                         heading);
void                        academy_timeline_lines_set_folded     (AcademyTimelineLines         *self,
                                                                   const AcademyScheduleHeading *heading,
                                                                   gboolean                      folded);
GHashTable                 *academy_timeline_lines_dup_folded     (AcademyTimelineLines         *self) G_GNUC_WARN_UNUSED_RESULT;
void                        academy_timeline_lines_set_all_folded (AcademyTimelineLines         *self,
                                                                   GHashTable                   *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyTimelineLines, academy_timeline_lines_free)

G_END_DECLS
