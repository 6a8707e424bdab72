/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void academy_dialog_undo_install        (GtkWidgetClass              *widget_class,
                                         GtkWidgetActionActivateFunc  undo,
                                         GtkWidgetActionActivateFunc  redo);
void academy_dialog_undo_install_typing (GtkWidgetClass              *widget_class);

G_END_DECLS
