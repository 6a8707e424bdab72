/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *academy_column_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       academy_column_append (GtkWidget *column,
                                  GtkWidget *group);

G_END_DECLS
