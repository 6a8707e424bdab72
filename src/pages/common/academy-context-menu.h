/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcademyContextMenuFunc:
 * @widget: the widget with the menu
 * @target: the widget within it that was clicked or has the focus
 * @data: the data passed with the function
 *
 * Prepares the actions of the menu for @target.
 *
 * Returns: (transfer full) (nullable): the menu, or %NULL when @target has none
 */
typedef GMenuModel *(*AcademyContextMenuFunc) (GtkWidget *widget,
                                               GtkWidget *target,
                                               gpointer   data);

void academy_context_menu_attach (GtkWidget              *widget,
                                  AcademyContextMenuFunc  func,
                                  gpointer                data);
void academy_context_menu_append_apart (GMenu         *menu,
                                        const char    *label,
                                        const char    *action);

G_END_DECLS
