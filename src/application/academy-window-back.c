/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-organisation-page.h"
#include "academy-window-private.h"

/* So many places are kept. */
#define MOST_STOPS 50

/* A place that was left. */
typedef struct {
  char       *place;
  const char *view;
} Stop;

static void
stop_free (gpointer data)
{
  g_free (((Stop *) data)->place);
  g_free (data);
}

static const char *
get_view (AcademyWindow *self)
{
  AdwNavigationPage *shown = adw_navigation_split_view_get_content (self->split_view);

  return ACADEMY_IS_ORGANISATION_PAGE (shown)
           ? g_intern_string (academy_organisation_page_get_view (ACADEMY_ORGANISATION_PAGE (shown))) : NULL;
}

/* Keeps the place that is shown as one to come back to. */
void
academy_window_leave_place (AcademyWindow *self)
{
  Stop *stop;

  if (self->place == NULL || self->is_going_back)
    return;

  stop = g_new (Stop, 1);
  *stop = (Stop) { g_strdup (self->place), get_view (self) };
  g_ptr_array_add (self->stops, stop);
  if (self->stops->len > MOST_STOPS)
    g_ptr_array_remove_index (self->stops, 0);
}

/* Goes to the place that was shown before, past those that are gone; where there is
 * none a narrow window goes to the list of places. */
static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  AdwNavigationPage *shown;

  while (self->stops->len > 0)
    {
      Stop *stop = g_ptr_array_steal_index (self->stops, self->stops->len - 1);

      if (!academy_window_is_place (self, stop->place))
        {
          stop_free (stop);
          continue;
        }

      self->is_going_back = TRUE;
      academy_window_show_place (self, stop->place);
      self->is_going_back = FALSE;
      shown = adw_navigation_split_view_get_content (self->split_view);
      if (g_strcmp0 (self->place, stop->place) != 0)
        g_ptr_array_add (self->stops, g_steal_pointer (&stop));
      else if (stop->view != NULL && ACADEMY_IS_ORGANISATION_PAGE (shown))
        academy_organisation_page_show_view (ACADEMY_ORGANISATION_PAGE (shown), stop->view);
      g_clear_pointer (&stop, stop_free);
      return;
    }

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            AcademyWindow   *self)
{
  /* The button of a mouse that browsers go back by. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

void
academy_window_class_add_back_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  /* Not an accelerator of the application: Alt+Left means something else in a
   * picture, and in a dialog. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, 0, "win.back", NULL);
}

void
academy_window_start_back (AcademyWindow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->stops = g_ptr_array_new_with_free_func (stop_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 8);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}
