/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-timeline-drag.h"
#include "academy-timeline-row.h"
#include "academy-timeline-view.h"

G_BEGIN_DECLS

/* What the pointer asks the view to do. */
gboolean academy_timeline_view_is_writable   (AcademyTimelineView *self);
void     academy_timeline_view_go_to         (AcademyTimelineView *self,
                                              guint                position);
void     academy_timeline_view_zoom          (AcademyTimelineView *self,
                                              double               factor,
                                              double               x);
void     academy_timeline_view_toggle_fold   (AcademyTimelineView *self,
                                              guint                position);
void     academy_timeline_view_add_at        (AcademyTimelineView *self,
                                              AcademyTimelineRow  *row,
                                              guint                position,
                                              guint32              day);
void     academy_timeline_view_drop          (AcademyTimelineView *self,
                                              AcademyTimelineDrag *drag,
                                              AcademyTimelineRow  *target);
void     academy_timeline_view_update_cancel (AcademyTimelineView *self);

G_END_DECLS
