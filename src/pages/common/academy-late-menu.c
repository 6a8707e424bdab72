/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-late-menu.h"

static void
create_menu (GtkMenuButton *button,
             gpointer       menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * academy_late_menu_attach:
 * @button: a button without a menu
 * @menu: its menu
 *
 * Creates the widgets of @menu when it is first opened, which few menus of a page
 * are. GTK keeps each section of a menu that has had widgets for ever (4.18).
 */
void
academy_late_menu_attach (GtkMenuButton *button,
                          GMenuModel    *menu)
{
  gtk_menu_button_set_create_popup_func (button, create_menu, g_object_ref (menu), g_object_unref);
}
