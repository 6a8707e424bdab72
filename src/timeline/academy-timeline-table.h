/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-schedule.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_TABLE (academy_timeline_table_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineTable, academy_timeline_table, ACADEMY, TIMELINE_TABLE, GtkWidget)

GtkWidget     *academy_timeline_table_new             (GtkSelectionModel    *selection);
GtkColumnView *academy_timeline_table_get_column_view (AcademyTimelineTable *self);
GtkWidget     *academy_timeline_table_get_rows        (AcademyTimelineTable *self);
guint          academy_timeline_table_find_position   (AcademyTimelineTable *self,
                                                       double                x,
                                                       double                y);
AcademyOrder   academy_timeline_table_get_order       (AcademyTimelineTable *self,
                                                       gboolean             *descending);
void           academy_timeline_table_set_order       (AcademyTimelineTable *self,
                                                       AcademyOrder          order,
                                                       gboolean              descending);

G_END_DECLS
