/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-timeline-canvas.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_LAYER (academy_timeline_layer_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineLayer, academy_timeline_layer, ACADEMY, TIMELINE_LAYER, GtkWidget)

/**
 * AcademyTimelineLayerDraw:
 * @painter: what it is drawn with, from the top left of the lanes
 * @canvas: the canvas
 * @context: for text
 * @height: the height of the layer
 * @data: what was given with the function
 */
typedef void (*AcademyTimelineLayerDraw) (const AcademyPainter  *painter,
                                          AcademyTimelineCanvas *canvas,
                                          PangoContext          *context,
                                          double                 height,
                                          gpointer               data);

GtkWidget *academy_timeline_layer_new            (AcademyTimelineCanvas    *canvas,
                                                  AcademyTimelineLayerDraw  draw,
                                                  gpointer                  data);
GtkWidget *academy_timeline_layer_new_grid       (AcademyTimelineCanvas    *canvas);
GtkWidget *academy_timeline_layer_new_ruler      (AcademyTimelineCanvas    *canvas);
double     academy_timeline_canvas_get_lane_x    (AcademyTimelineCanvas    *canvas);

G_END_DECLS
