/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-timeline-view.h"

G_BEGIN_DECLS

void academy_timeline_output_export (AcademyTimelineView *view);
void academy_timeline_output_print  (AcademyTimelineView *view);

G_END_DECLS
