/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include "academy-timeline-table.h"

gboolean
academy_timeline_view_is_table (AcademyTimelineView *self)
{
  return self->tabular;
}

static void
change_order (AcademyTimelineView *self,
              const GValue        *value)
{
  academy_timeline_model_set_order (self->model, self->order, self->descending);
}

/* The menu and the heads of the columns choose the same. */
void
academy_timeline_view_set_order (AcademyTimelineView *self,
                                 AcademyOrder         order,
                                 gboolean             descending)
{
  if (self->order == order && self->descending == descending)
    return;

  self->order = order;
  self->descending = descending;
  academy_timeline_view_keep_selection (self, change_order, NULL);
  if (self->table != NULL)
    academy_timeline_table_set_order (self->table, order, descending);
  g_object_notify (G_OBJECT (self), "order");
  g_object_notify (G_OBJECT (self), "descending");
}

/* The file puts measures in order; a column only says how. */
static void
sorted_cb (AcademyTimelineView *self)
{
  gboolean descending;
  AcademyOrder order = academy_timeline_table_get_order (self->table, &descending);

  academy_timeline_view_set_order (self, order, descending);
}

static void
menu_at (AcademyTimelineView *self,
         GtkGesture          *gesture,
         double               x,
         double               y)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  academy_timeline_view_popup_menu_on (self, academy_timeline_table_get_rows (self->table), x, y,
                                       academy_timeline_table_get_position (self->table, x, y));
}

static void
secondary_pressed_cb (AcademyTimelineView *self,
                      int                  n_press,
                      double               x,
                      double               y,
                      GtkGesture          *gesture)
{
  menu_at (self, gesture, x, y);
}

static void
long_pressed_cb (AcademyTimelineView *self,
                 double               x,
                 double               y,
                 GtkGesture          *gesture)
{
  menu_at (self, gesture, x, y);
}

static void
add_gesture (AcademyTimelineView *self,
             GtkGesture          *gesture,
             GCallback            callback)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (academy_timeline_table_get_rows (self->table), GTK_EVENT_CONTROLLER (gesture));
}

/* The same menu as in the chart. */
static void
add_pointer (AcademyTimelineView *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  add_gesture (self, secondary, G_CALLBACK (secondary_pressed_cb));
  add_gesture (self, long_press, G_CALLBACK (long_pressed_cb));
}

/* Made when somebody wants it. */
static void
create_table (AcademyTimelineView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->table = academy_timeline_table_new (GTK_SELECTION_MODEL (self->selection));
  academy_timeline_table_set_order (self->table, self->order, self->descending);
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->table)), "changed", G_CALLBACK (sorted_cb),
                           self, G_CONNECT_SWAPPED);
  academy_timeline_view_add_list_keys (self, self->table);
  add_pointer (self);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (academy_timeline_view_activate), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->table);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "table");
}

/**
 * academy_timeline_view_set_table:
 * @self: a view
 * @table: whether to show the rows as a table
 */
void
academy_timeline_view_set_table (AcademyTimelineView *self,
                                 gboolean             table)
{
  if (academy_timeline_view_is_table (self) == table)
    return;

  if (self->table == NULL)
    create_table (self);
  self->tabular = table;
  academy_timeline_view_update_stack (self);
  academy_timeline_view_update_actions (self);
  g_object_notify (G_OBJECT (self), "table");
}
