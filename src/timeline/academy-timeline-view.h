/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-timeline-model.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_VIEW (academy_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineView, academy_timeline_view, ACADEMY, TIMELINE_VIEW, GtkWidget)

GtkWidget            *academy_timeline_view_new           (AcademyTimelineModel *model);
AcademyTimelineModel *academy_timeline_view_get_model     (AcademyTimelineView  *self);
GtkSelectionModel    *academy_timeline_view_get_selection (AcademyTimelineView  *self);
void                  academy_timeline_view_set_organisation (AcademyTimelineView *self,
                                                              const char          *organisation);
gboolean              academy_timeline_view_show_item     (AcademyTimelineView  *self,
                                                           const char           *id);
void                  academy_timeline_view_select_item   (AcademyTimelineView  *self,
                                                           const char           *id);
void                  academy_timeline_view_show_day      (AcademyTimelineView  *self,
                                                           AcademyDay            day);
AcademyItem          *academy_timeline_view_get_current   (AcademyTimelineView  *self);
void                  academy_timeline_view_set_header    (AcademyTimelineView  *self,
                                                           GtkWidget            *header);
void                  academy_timeline_view_set_table     (AcademyTimelineView  *self,
                                                           gboolean              table);

G_END_DECLS
