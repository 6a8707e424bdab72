/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

void academy_command_copy_summary (GtkWidget    *widget,
                                   AcademyStore *store,
                                   AcademyItem  *session);
void academy_command_save_summary (GtkWidget    *widget,
                                   AcademyStore *store,
                                   AcademyItem  *session,
                                   gboolean      as_text);

G_END_DECLS
