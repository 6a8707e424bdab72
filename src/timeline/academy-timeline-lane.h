/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-timeline-context.h"
#include "academy-line.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_LANE (academy_timeline_lane_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineLane, academy_timeline_lane, ACADEMY, TIMELINE_LANE, GtkWidget)

GtkListItemFactory *academy_timeline_lane_factory_new     (AcademyTimelineContext *context) G_GNUC_WARN_UNUSED_RESULT;
AcademyLine        *academy_timeline_lane_get_row         (AcademyTimelineLane    *self);
gboolean            academy_timeline_lane_is_prepared     (AcademyTimelineLane    *self);
gboolean            academy_timeline_lane_prepare         (AcademyTimelineLane    *self);
guint               academy_timeline_lane_get_position    (AcademyTimelineLane    *self);
void                academy_timeline_lane_update_selected (AcademyTimelineLane    *self);
AcademyDragMode     academy_timeline_lane_hit             (AcademyTimelineLane    *self,
                                                           double                  x,
                                                           double                  y);
gboolean            academy_timeline_lane_get_bar         (AcademyTimelineLane    *self,
                                                           AcademyBar             *bar);

G_END_DECLS
