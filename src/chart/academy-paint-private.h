/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-paint.h"

G_BEGIN_DECLS

#define ACADEMY_PAINT_GAP     6
/* The place after a bar from which dependencies are dragged. */
#define ACADEMY_PAINT_KNOB    14
/* From the bottom of a row to the bracket of a heading. */
#define ACADEMY_PAINT_SUMMARY 14
/* What the arrow of a dependency takes before a bar. */
#define ACADEMY_PAINT_ARROW   10

GskPath *academy_path_rounded  (double                x,
                                double                y,
                                double                width,
                                double                height,
                                double                radius);
void     academy_paint_stroke  (GtkSnapshot          *snapshot,
                                GskPath              *path,
                                float                 width,
                                gboolean              dashed,
                                const GdkRGBA        *colour);
void     academy_paint_outline (GtkSnapshot          *snapshot,
                                double                x,
                                double                y,
                                double                width,
                                double                height,
                                double                radius,
                                float                 line,
                                gboolean              dashed,
                                const GdkRGBA        *colour);
void     academy_paint_polygon (GtkSnapshot          *snapshot,
                                const double          points[][2],
                                guint                 n_points,
                                gboolean              filled,
                                float                 width,
                                const GdkRGBA        *colour);
void     academy_paint_circle  (GtkSnapshot          *snapshot,
                                double                x,
                                double                y,
                                double                radius,
                                gboolean              filled,
                                gboolean              dashed,
                                const GdkRGBA        *colour);
double   academy_paint_get_warning_room (const AcademyBar     *bar,
                                         const AcademyMetrics *metrics);
double   academy_paint_get_glyph_room (const AcademyBar     *bar,
                                       const AcademyMetrics *metrics,
                                       double                left,
                                       double                right);
void     academy_paint_span    (GtkSnapshot          *snapshot,
                                const GdkRGBA        *colour,
                                double                x0,
                                double                x1,
                                double                y,
                                double                height);

G_END_DECLS
