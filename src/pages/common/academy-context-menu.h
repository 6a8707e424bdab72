/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcademyContextMenuFunc:
 * @widget: what has the menu
 * @target: the widget within it that was clicked or has the focus
 * @data: what was given with the function
 *
 * Makes @target that which the actions of the menu are about.
 *
 * Returns: (transfer full) (nullable): the menu, or %NULL where there is none
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
