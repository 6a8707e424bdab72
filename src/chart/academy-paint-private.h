/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-paint.h"

G_BEGIN_DECLS

#define ACADEMY_PAINT_GAP      6
/* The place after a bar from which dependencies are dragged. */
#define ACADEMY_PAINT_KNOB     14
/* From the bottom of a row to the bracket of a heading. */
#define ACADEMY_PAINT_SUMMARY  14
/* What the arrow of a dependency takes before a bar. */
#define ACADEMY_PAINT_ARROW    10
/* Of lines that are dashed. */
#define ACADEMY_PAINT_DASH     4
#define ACADEMY_PAINT_DASH_GAP 3

void   academy_paint_outline          (AcademyCanvas        *canvas,
                                       const AcademyBox     *box,
                                       double                radius,
                                       const AcademyPen     *line,
                                       const AcademyColour  *colour);
void   academy_paint_polygon          (AcademyCanvas        *canvas,
                                       const double          points[][2],
                                       guint                 n_points,
                                       const AcademyPen     *line,
                                       const AcademyColour  *colour);
void   academy_paint_disc             (AcademyCanvas        *canvas,
                                       double                x,
                                       double                y,
                                       double                radius,
                                       const AcademyColour  *colour);
double academy_paint_get_warning_room (const AcademyBar     *bar,
                                       const AcademyMetrics *metrics);
double academy_paint_get_glyph_room   (const AcademyBar     *bar,
                                       const AcademyMetrics *metrics,
                                       const AcademyExtent  *extent);

G_END_DECLS
