/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

gboolean academy_command_make_measure (GtkWidget    *widget,
                                       AcademyStore *store,
                                       AcademyItem  *follow_up);
gboolean academy_command_plan_next    (GtkWidget    *widget,
                                       AcademyStore *store,
                                       AcademyItem  *session);
gboolean academy_command_contradict   (GtkWidget    *widget,
                                       AcademyStore *store,
                                       AcademyItem  *note,
                                       const char   *other);

G_END_DECLS
