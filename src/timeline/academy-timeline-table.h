/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-schedule.h"

G_BEGIN_DECLS

GtkWidget    *academy_timeline_table_new          (GtkSelectionModel *selection);
AcademyOrder  academy_timeline_table_get_order    (GtkWidget         *table,
                                                   gboolean          *descending);
void          academy_timeline_table_set_order    (GtkWidget         *table,
                                                   AcademyOrder       order,
                                                   gboolean           descending);
GtkWidget    *academy_timeline_table_get_rows     (GtkWidget         *table);
guint         academy_timeline_table_get_position (GtkWidget         *table,
                                                   double             x,
                                                   double             y);

G_END_DECLS
