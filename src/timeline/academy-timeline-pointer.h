/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-timeline-chart.h"
#include "academy-timeline-editor.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_POINTER (academy_timeline_pointer_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelinePointer, academy_timeline_pointer, ACADEMY, TIMELINE_POINTER, GObject)

AcademyTimelinePointer *academy_timeline_pointer_new    (AcademyTimelineView    *view,
                                                         AcademyTimelineEditor  *editor,
                                                         AcademyTimelineChart   *chart) G_GNUC_WARN_UNUSED_RESULT;
void                    academy_timeline_pointer_cancel (AcademyTimelinePointer *self);

G_END_DECLS
