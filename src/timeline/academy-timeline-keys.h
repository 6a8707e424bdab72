/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     academy_timeline_keys_bind     (GtkWidgetClass   *widget_class);
void     academy_timeline_keys_add_page (GtkWidget        *view);
void     academy_timeline_keys_add_list (GtkWidget        *list);
gboolean academy_timeline_keys_focus    (GtkWidget        *widget,
                                         GtkDirectionType  direction);

G_END_DECLS
