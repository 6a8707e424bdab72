/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-timeline-view.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_PANE (academy_timeline_pane_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelinePane, academy_timeline_pane, ACADEMY, TIMELINE_PANE, AdwBin)

GtkWidget           *academy_timeline_pane_new              (AcademyStore        *store,
                                                             const char          *organisation);
void                 academy_timeline_pane_set_organisation (AcademyTimelinePane *self,
                                                             const char          *organisation);
AcademyTimelineView *academy_timeline_pane_get_view         (AcademyTimelinePane *self);

G_END_DECLS
