/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-timeline-context.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_LAYER (academy_timeline_layer_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineLayer, academy_timeline_layer, ACADEMY, TIMELINE_LAYER, GtkWidget)

/**
 * AcademyTimelineLayerDraw:
 * @painter: what it is drawn with, from the top left of the lanes
 * @context: the context
 * @pango: the context of its text
 * @height: the height of the layer
 * @data: what was given with the function
 */
typedef void (*AcademyTimelineLayerDraw) (const AcademyPainter   *painter,
                                          AcademyTimelineContext *context,
                                          PangoContext           *pango,
                                          double                  height,
                                          gpointer                data);

GtkWidget *academy_timeline_layer_new       (AcademyTimelineContext   *context,
                                             AcademyTimelineLayerDraw  draw,
                                             gpointer                  data);
GtkWidget *academy_timeline_layer_new_grid  (AcademyTimelineContext   *context);
GtkWidget *academy_timeline_layer_new_ruler (AcademyTimelineContext   *context);

G_END_DECLS
