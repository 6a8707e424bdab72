/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-paint.h"

G_BEGIN_DECLS

#define ACADEMY_PAINT_GAP      6
/* The room after the bar of a measure for the knob from which a dependency is
 * dragged. */
#define ACADEMY_PAINT_KNOB     14
/* The height of the bracket of a heading above the bottom of its row. */
#define ACADEMY_PAINT_SUMMARY  14
/* The room before a bar for the arrowhead of a dependency. */
#define ACADEMY_PAINT_ARROW    10
/* The dashes of broken dependencies and of bars with unknown days. */
#define ACADEMY_PAINT_DASH     4
#define ACADEMY_PAINT_DASH_GAP 3

void   academy_paint_outline          (AcademyCanvas        *canvas,
                                       const AcademyBox     *box,
                                       double                radius,
                                       const AcademyPen     *line,
                                       const AcademyColour  *colour);
void   academy_paint_line             (AcademyCanvas        *canvas,
                                       const double          points[][2],
                                       guint                 n_points,
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
