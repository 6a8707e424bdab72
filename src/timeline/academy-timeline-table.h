/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-timeline-model.h"

G_BEGIN_DECLS

GtkWidget *academy_timeline_table_new (AcademyTimelineModel *model,
                                       GtkSelectionModel    *selection);

G_END_DECLS
