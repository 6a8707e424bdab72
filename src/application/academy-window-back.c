/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "academy-descendant.h"
#include "academy-organisation-page.h"
#include "academy-table.h"
#include "academy-window-private.h"

static G_DEFINE_QUARK (academy-back-button, academy_back_button)

/* So many places are kept. */
#define MOST_STOPS 50

/* A place that was left, and the row that had the focus there: its widget on the page
 * that is kept, and its item in a table, which is made anew. */
typedef struct {
  char              *place;
  const char        *view;
  GtkWidget         *row;
  const AcademyKind *kind;
  char              *item;
  gboolean           has_followed;
} Stop;

static void
stop_free (gpointer data)
{
  Stop *stop = data;

  g_clear_weak_pointer (&stop->row);
  g_free (stop->place);
  g_free (stop->item);
  g_free (stop);
}

static const char *
get_view (AcademyWindow *self)
{
  AcademyOrganisationPage *page = academy_window_get_organisation_page (self);

  return page != NULL ? g_intern_string (academy_organisation_page_get_view (page)) : NULL;
}

static void
keep_row (AcademyWindow *self,
          Stop          *stop)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *table = focus != NULL ? gtk_widget_get_ancestor (focus, ACADEMY_TYPE_TABLE) : NULL;
  AcademyItem *item = table != NULL ? academy_table_get_item (ACADEMY_TABLE (table)) : NULL;

  if (item != NULL)
    {
      stop->kind = academy_item_get_kind (item);
      stop->item = g_strdup (academy_item_get_id (item));
    }
  else if (focus != NULL && self->home != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->home)))
    g_set_weak_pointer (&stop->row, focus);
}

static GtkWidget *
create_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");

  /* The row that was left gets the focus. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, _("Go back (Alt+Left)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.back");
  return button;
}

/* Offers the way back in the header bar, where something was followed to get there: a
 * narrow window has the way to the list of places instead. Each header bar has a button
 * of its own, since libadwaita does not let go of one that is taken out. */
void
academy_window_show_back (AcademyWindow *self)
{
  AdwNavigationPage *shown = adw_navigation_split_view_get_content (self->split_view);
  GtkWidget *header_bar = academy_descendant_find (GTK_WIDGET (shown), ADW_TYPE_HEADER_BAR);
  gboolean offers = self->has_followed && self->stops->len > 0 && !adw_navigation_split_view_get_collapsed (self->split_view);
  GtkWidget *button;

  if (header_bar == NULL)
    return;

  button = g_object_get_qdata (G_OBJECT (header_bar), academy_back_button_quark ());
  if (button == NULL && offers)
    {
      button = create_button ();
      adw_header_bar_pack_start (ADW_HEADER_BAR (header_bar), button);
      g_object_set_qdata (G_OBJECT (header_bar), academy_back_button_quark (), button);
    }
  if (button != NULL)
    gtk_widget_set_visible (button, offers);
}

/* Keeps the place that is shown as one to come back to. */
void
academy_window_leave_place (AcademyWindow *self,
                            gboolean       follows)
{
  Stop *stop;

  if (self->place == NULL || self->is_going_back)
    return;

  stop = g_new0 (Stop, 1);
  stop->place = g_strdup (self->place);
  stop->view = get_view (self);
  stop->has_followed = self->has_followed;
  self->has_followed = follows;
  keep_row (self, stop);
  g_ptr_array_add (self->stops, stop);
  if (self->stops->len > MOST_STOPS)
    g_ptr_array_remove_index (self->stops, 0);
}

/* The focus is on the row that was left, if it is still there. */
static void
show_stop (AcademyWindow *self,
           Stop          *stop)
{
  AcademyOrganisationPage *page = academy_window_get_organisation_page (self);
  g_autoptr(AcademyItem) item = stop->item != NULL ? academy_store_get (self->store, stop->kind, stop->item, NULL) : NULL;

  self->has_followed = stop->has_followed;
  academy_window_show_back (self);
  if (stop->view != NULL && page != NULL)
    {
      academy_organisation_page_show_view (page, stop->view);
      if (item != NULL)
        academy_organisation_page_show_item (page, item, ACADEMY_SHOW_GO);
    }
  if (stop->row != NULL)
    gtk_widget_grab_focus (stop->row);
  if (item != NULL || stop->row != NULL)
    gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

/* Goes to the place that was shown before, past those that are gone; where there is
 * none a narrow window goes to the list of places. */
static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

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
      if (g_strcmp0 (self->place, stop->place) != 0)
        g_ptr_array_add (self->stops, g_steal_pointer (&stop));
      else
        show_stop (self, stop);
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
  /* Not an accelerator of the application: in a dialog Alt+Left goes back there. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, 0, "win.back", NULL);
}

void
academy_window_start_back (AcademyWindow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect_object (self->split_view, "notify::collapsed", G_CALLBACK (academy_window_show_back), self,
                           G_CONNECT_SWAPPED);

  self->stops = g_ptr_array_new_with_free_func (stop_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 8);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}
