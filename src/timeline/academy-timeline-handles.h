/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-timeline-context.h"

G_BEGIN_DECLS

AcademyDragMode academy_timeline_handles_hit   (AcademyTimelineContext *context,
                                                const AcademyBar       *bar,
                                                const AcademyKind      *kind,
                                                double                  x,
                                                double                  y);
void            academy_timeline_handles_paint (const AcademyPainter   *painter,
                                                const AcademyBar       *bar);

G_END_DECLS
