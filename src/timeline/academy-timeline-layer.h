/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-timeline-context.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_LAYER (academy_timeline_layer_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineLayer, academy_timeline_layer, ACADEMY, TIMELINE_LAYER, GtkWidget)

/**
 * AcademyTimelineLayerDraw:
 * @painter: the painter; its origin is the top left of the lanes
 * @context: the context
 * @pango: the Pango context of the layer
 * @height: the height of the layer, in pixels
 * @data: the data passed with the function
 *
 * Draws a layer.
 */
typedef void (*AcademyTimelineLayerDraw) (const AcademyPainter   *painter,
                                          AcademyTimelineContext *context,
                                          PangoContext           *pango,
                                          double                  height,
                                          gpointer                data);

void academy_timeline_layer_set_up       (AcademyTimelineLayer     *self,
                                          AcademyTimelineContext   *context,
                                          AcademyTimelineLayerDraw  draw,
                                          gpointer                  data);
void academy_timeline_layer_set_up_grid  (AcademyTimelineLayer     *self,
                                          AcademyTimelineContext   *context);
void academy_timeline_layer_set_up_ruler (AcademyTimelineLayer     *self,
                                          AcademyTimelineContext   *context);

G_END_DECLS
