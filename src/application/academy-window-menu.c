/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-window-private.h"

/* Where a menu without a button stands: below the end of a header. */
#define HEADER_HEIGHT 46
#define HEADER_MARGIN 24

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

/* F10 opens the main menu where its button is not seen as well: in a narrow window
 * the page covers the sidebar. */
static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  GtkWidget *content = GTK_WIDGET (self->split_view);
  GtkWidget *popover;
  int place;

  if (!gtk_widget_get_mapped (content) || !adw_navigation_split_view_get_collapsed (self->split_view) ||
      !adw_navigation_split_view_get_show_content (self->split_view) ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return FALSE;

  place = gtk_widget_get_direction (content) == GTK_TEXT_DIR_RTL ? HEADER_MARGIN
                                                                 : gtk_widget_get_width (content) - HEADER_MARGIN;
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (self->main_menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { place, 0, 1, HEADER_HEIGHT });
  gtk_widget_set_parent (popover, content);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

void
academy_window_start_menu (AcademyWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F10, 0),
                                                          gtk_callback_action_new (menu_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
