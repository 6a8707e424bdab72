/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-timeline-context.h"
#include "academy-timeline-lane.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_CHART (academy_timeline_chart_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineChart, academy_timeline_chart, ACADEMY, TIMELINE_CHART, GtkWidget)

void                    academy_timeline_chart_set_rows    (AcademyTimelineChart   *self,
                                                            GtkSelectionModel      *selection);
void                    academy_timeline_chart_set_width   (AcademyTimelineChart   *self,
                                                            int                     width);
AcademyTimelineContext *academy_timeline_chart_get_context (AcademyTimelineChart   *self);
GtkListView            *academy_timeline_chart_get_list    (AcademyTimelineChart   *self);
void                    academy_timeline_chart_fit         (AcademyTimelineChart   *self);
void                    academy_timeline_chart_show_day    (AcademyTimelineChart   *self,
                                                            AcademyDay              day);
void                    academy_timeline_chart_reveal_span (AcademyTimelineChart   *self,
                                                            const AcademySpan      *span);
void                    academy_timeline_chart_scroll_rows (AcademyTimelineChart   *self,
                                                            double                  pixels);
AcademyTimelineLane    *academy_timeline_chart_pick        (AcademyTimelineChart   *self,
                                                            double                  x,
                                                            double                  y,
                                                            double                 *lane_x,
                                                            double                 *lane_y);
void                    academy_timeline_chart_set_rope    (AcademyTimelineChart   *self,
                                                            const graphene_point_t *from,
                                                            const graphene_point_t *to);
void                    academy_timeline_chart_show_bubble (AcademyTimelineChart   *self,
                                                            const char             *text,
                                                            double                  x,
                                                            double                  y);
void                    academy_timeline_chart_hide_bubble (AcademyTimelineChart   *self);

G_END_DECLS
