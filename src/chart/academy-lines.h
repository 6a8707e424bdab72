/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-schedule.h"

G_BEGIN_DECLS

/**
 * AcademyLines:
 *
 * The lines of a schedule at their positions: each heading, and the entries below
 * it unless it is collapsed. Keys of collapsed headings are kept when the
 * schedule is replaced.
 */
typedef struct _AcademyLines AcademyLines;

char                       *academy_schedule_heading_dup_key (const AcademyScheduleHeading *heading);
gboolean                    academy_lines_is_folded          (AcademyLines                 *self,
                                                              const AcademyScheduleHeading *heading);
AcademyLines               *academy_lines_new                (void);
void                        academy_lines_free               (AcademyLines                 *self);
AcademySchedule            *academy_lines_replace            (AcademyLines                 *self,
                                                              AcademySchedule              *schedule,
                                                              guint                        *position,
                                                              guint                        *removed,
                                                              guint                        *added);
guint                       academy_lines_append             (AcademyLines                 *self,
                                                              AcademySchedule              *schedule);
void                        academy_lines_remove             (AcademyLines                 *self,
                                                              guint                         n_headings);
void                        academy_lines_take_sums          (AcademyLines                 *self,
                                                              AcademySchedule              *schedule);
guint                       academy_lines_get_length         (AcademyLines                 *self);
AcademySchedule            *academy_lines_get_schedule       (AcademyLines                 *self);
AcademyScheduleHeading     *academy_lines_get_heading        (AcademyLines                 *self,
                                                              guint                         position,
                                                              guint                        *heading_position);
const AcademyScheduleEntry *academy_lines_get_entry          (AcademyLines                 *self,
                                                              guint                         position);
char                       *academy_lines_dup_key            (AcademyLines                 *self,
                                                              guint                         position);
guint                       academy_lines_get_position       (AcademyLines                 *self,
                                                              guint                         heading);
void                        academy_lines_set_folded         (AcademyLines                 *self,
                                                              const AcademyScheduleHeading *heading,
                                                              gboolean                      folded);
void                        academy_lines_fold_all           (AcademyLines                 *self,
                                                              AcademyHeadingType            type,
                                                              gboolean                      folded,
                                                              guint                        *position,
                                                              guint                        *removed,
                                                              guint                        *added);
GHashTable                 *academy_lines_dup_folded         (AcademyLines                 *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean                    academy_lines_set_all_folded     (AcademyLines                 *self,
                                                              GHashTable                   *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyLines, academy_lines_free)

G_END_DECLS
