/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-line.h"
#include "academy-timeline-view.h"

G_BEGIN_DECLS

/* The functions of the view that its pointer and its editor call. */
gboolean     academy_timeline_view_is_writable     (AcademyTimelineView *self);
void         academy_timeline_view_fail            (AcademyTimelineView *self,
                                                    GError              *error);
void         academy_timeline_view_emit_message    (AcademyTimelineView *self,
                                                    const char          *text,
                                                    const char          *button,
                                                    const char          *action);
void         academy_timeline_view_open            (AcademyTimelineView *self,
                                                    AcademyItem         *item);
AcademyLine *academy_timeline_view_dup_current_row (AcademyTimelineView *self,
                                                    guint               *position);
void         academy_timeline_view_go_to           (AcademyTimelineView *self,
                                                    guint                position);
void         academy_timeline_view_toggle_fold     (AcademyTimelineView *self,
                                                    guint                position);
void         academy_timeline_view_zoom            (AcademyTimelineView *self,
                                                    double               factor,
                                                    double               x);
void         academy_timeline_view_update_cancel   (AcademyTimelineView *self);

G_END_DECLS
