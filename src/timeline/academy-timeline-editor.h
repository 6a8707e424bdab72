/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-timeline-chart.h"
#include "academy-timeline-view.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_EDITOR (academy_timeline_editor_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineEditor, academy_timeline_editor, ACADEMY, TIMELINE_EDITOR, GObject)

AcademyTimelineEditor *academy_timeline_editor_new        (AcademyTimelineView   *view,
                                                           AcademyTimelineChart  *chart) G_GNUC_WARN_UNUSED_RESULT;
void                   academy_timeline_editor_run        (AcademyTimelineEditor *self,
                                                           const char            *name,
                                                           int                    argument);
void                   academy_timeline_editor_drop       (AcademyTimelineEditor *self,
                                                           AcademyTimelineDrag   *drag,
                                                           AcademyLine           *target);
void                   academy_timeline_editor_add_at     (AcademyTimelineEditor *self,
                                                           AcademyLine           *row,
                                                           guint                  position,
                                                           AcademyDay             day);
gboolean               academy_timeline_editor_is_linking (AcademyTimelineEditor *self);
void                   academy_timeline_editor_cancel     (AcademyTimelineEditor *self);

G_END_DECLS
