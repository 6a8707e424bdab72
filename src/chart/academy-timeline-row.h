/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-bar.h"
#include "academy-schedule.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_ROW (academy_timeline_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineRow, academy_timeline_row, ACADEMY, TIMELINE_ROW, GObject)

/**
 * AcademyTimelineRowFuncs:
 * @complete: adds dependencies, hints and the baseline to the bar, after it is
 *   filled from the item
 * @gone: (nullable): called when the row is disposed
 *
 * The functions that a row calls; its creator sets them.
 */
typedef struct {
  void (*complete) (AcademyTimelineRow *row, AcademyBar *bar, gpointer data);
  void (*gone)     (AcademyTimelineRow *row, gpointer data);
} AcademyTimelineRowFuncs;

AcademyTimelineRow *academy_timeline_row_new_item        (AcademyItem                   *item) G_GNUC_WARN_UNUSED_RESULT;
AcademyTimelineRow *academy_timeline_row_new_entry       (AcademyStore                  *store,
                                                          const AcademyScheduleEntry    *entry) G_GNUC_WARN_UNUSED_RESULT;
AcademyTimelineRow *academy_timeline_row_new_heading     (const AcademyScheduleHeading  *heading,
                                                          AcademyItem                   *item) G_GNUC_WARN_UNUSED_RESULT;
const char         *academy_timeline_row_get_key         (AcademyTimelineRow            *self);
void                academy_timeline_row_set_funcs       (AcademyTimelineRow            *self,
                                                          const AcademyTimelineRowFuncs *funcs,
                                                          gpointer                       data);
void                academy_timeline_row_update          (AcademyTimelineRow            *self);
AcademyItem        *academy_timeline_row_get_item        (AcademyTimelineRow            *self);
AcademyItem        *academy_timeline_row_get_about       (AcademyTimelineRow            *self);
AcademyItem        *academy_timeline_row_peek_about      (AcademyTimelineRow            *self);
gboolean            academy_timeline_row_is_heading      (AcademyTimelineRow            *self);
gboolean            academy_timeline_row_is_measure      (AcademyTimelineRow            *self);
gboolean            academy_timeline_row_is_folded       (AcademyTimelineRow            *self);
void                academy_timeline_row_set_folded      (AcademyTimelineRow            *self,
                                                          gboolean                       folded);
void                academy_timeline_row_set_heading     (AcademyTimelineRow            *self,
                                                          const AcademyScheduleHeading  *heading);
const AcademyBar   *academy_timeline_row_get_bar         (AcademyTimelineRow            *self);
GArray             *academy_timeline_row_get_marks       (AcademyTimelineRow            *self);
char               *academy_timeline_row_dup_title       (AcademyTimelineRow            *self,
                                                          const AcademyLanguage         *language);
char               *academy_timeline_row_dup_note        (AcademyTimelineRow            *self,
                                                          const AcademyLanguage         *language);
char               *academy_timeline_row_dup_state       (AcademyTimelineRow            *self,
                                                          const AcademyLanguage         *language);
char               *academy_timeline_row_dup_goals       (AcademyTimelineRow            *self,
                                                          const AcademyLanguage         *language);
char               *academy_timeline_row_dup_description (AcademyTimelineRow            *self,
                                                          const AcademyLanguage         *language);

G_END_DECLS
