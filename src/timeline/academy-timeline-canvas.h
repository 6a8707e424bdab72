/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-paint.h"
#include "academy-timeline-drag.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_CANVAS (academy_timeline_canvas_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineCanvas, academy_timeline_canvas, ACADEMY, TIMELINE_CANVAS, GObject)

AcademyTimelineCanvas *academy_timeline_canvas_new             (void) G_GNUC_WARN_UNUSED_RESULT;
AcademyAxis           *academy_timeline_canvas_get_axis        (AcademyTimelineCanvas *self);
const AcademyMetrics  *academy_timeline_canvas_get_metrics     (AcademyTimelineCanvas *self);
guint32                academy_timeline_canvas_get_today       (AcademyTimelineCanvas *self);
AcademyPainter         academy_timeline_canvas_get_painter     (AcademyTimelineCanvas *self,
                                                                AcademyCanvas         *canvas);
double                 academy_timeline_canvas_get_title_width (AcademyTimelineCanvas *self);
void                   academy_timeline_canvas_set_title_width (AcademyTimelineCanvas *self,
                                                                double                 title_width);
void                   academy_timeline_canvas_set_font        (AcademyTimelineCanvas *self,
                                                                PangoContext          *context);
PangoLayout           *academy_timeline_canvas_get_words       (AcademyTimelineCanvas *self,
                                                                const char            *text);
void                   academy_timeline_canvas_discard         (AcademyTimelineCanvas *self,
                                                                gpointer               object);
AcademyTimelineDrag   *academy_timeline_canvas_get_drag        (AcademyTimelineCanvas *self);
void                   academy_timeline_canvas_set_drag        (AcademyTimelineCanvas *self,
                                                                AcademyTimelineDrag   *drag);
void                   academy_timeline_canvas_redraw          (AcademyTimelineCanvas *self);

G_END_DECLS
