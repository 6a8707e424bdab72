/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-paint.h"
#include "academy-timeline-drag.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_CONTEXT (academy_timeline_context_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineContext, academy_timeline_context, ACADEMY, TIMELINE_CONTEXT, GObject)

AcademyTimelineContext *academy_timeline_context_new             (void) G_GNUC_WARN_UNUSED_RESULT;
AcademyAxis            *academy_timeline_context_get_axis        (AcademyTimelineContext *self);
const AcademyMetrics   *academy_timeline_context_get_metrics     (AcademyTimelineContext *self);
void                    academy_timeline_context_set_store       (AcademyTimelineContext *self,
                                                                  AcademyStore           *store);
AcademyDay              academy_timeline_context_get_today       (AcademyTimelineContext *self);
AcademyPainter          academy_timeline_context_get_painter     (AcademyTimelineContext *self,
                                                                  AcademyCanvas          *canvas);
double                  academy_timeline_context_get_title_width (AcademyTimelineContext *self);
void                    academy_timeline_context_set_title_width (AcademyTimelineContext *self,
                                                                  double                  title_width);
double                  academy_timeline_context_get_lane_x      (AcademyTimelineContext *self);
void                    academy_timeline_context_set_font        (AcademyTimelineContext *self,
                                                                  PangoContext           *context);
PangoLayout            *academy_timeline_context_get_words       (AcademyTimelineContext *self,
                                                                  const char             *text);
void                    academy_timeline_context_discard         (AcademyTimelineContext *self,
                                                                  gpointer                object);
AcademyTimelineDrag    *academy_timeline_context_get_drag        (AcademyTimelineContext *self);
AcademyTimelineDrag    *academy_timeline_context_steal_drag      (AcademyTimelineContext *self);
void                    academy_timeline_context_set_drag        (AcademyTimelineContext *self,
                                                                  AcademyTimelineDrag    *drag);
void                    academy_timeline_context_redraw          (AcademyTimelineContext *self);

G_END_DECLS
