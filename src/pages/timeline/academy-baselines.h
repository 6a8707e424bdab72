/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-timeline-view.h"

G_BEGIN_DECLS

void        academy_baselines_fill_menu   (GMenu               *menu,
                                           AcademyStore        *store,
                                           const char          *organisation);
void        academy_baselines_set         (AcademyTimelineView *view);
void        academy_baselines_show_slips  (AcademyTimelineView *view,
                                           const char          *baseline);

G_END_DECLS
