/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-click.h"

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GtkListView     *list)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (gtk_list_view_get_model (list));

  /* Ignore clicks below the last row. */
  if (n_press == 1 && gtk_bitset_get_size (selected) == 1 &&
      gtk_widget_pick (GTK_WIDGET (list), x, y, GTK_PICK_DEFAULT) != GTK_WIDGET (list))
    gtk_widget_activate_action (GTK_WIDGET (list), "list.activate-item", "u", gtk_bitset_get_minimum (selected));
}

/**
 * academy_click_activates:
 * @list: a list
 *
 * Makes one click activate the selected row. #GtkListView:single-click-activate
 * would also select the row under a moving pointer.
 */
void
academy_click_activates (GtkListView *list)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect_object (gesture, "released", G_CALLBACK (released_cb), list, 0);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (gesture));
}
