/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include <math.h>

#include "academy-page-keys.h"

/* Those that the menu and the buttons above the timeline tell of. */
static const AcademyPageKey keys[] = {
  { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_t, 0, "timeline.today" },
  { GDK_KEY_Insert, 0, "timeline.add" },
  { GDK_KEY_KP_Insert, 0, "timeline.add" },
};

/* The row in sight that is nearest to a height, so that nothing is scrolled. */
static GtkWidget *
find_nearest (GtkWidget *rows,
              double     y)
{
  GtkWidget *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;
      double distance;

      if (!gtk_widget_get_child_visible (row) || !gtk_widget_compute_bounds (row, rows, &bounds) ||
          bounds.origin.y < 0 || bounds.origin.y + bounds.size.height > gtk_widget_get_height (rows))
        continue;
      distance = fabs (bounds.origin.y + bounds.size.height / 2 - y);
      if (distance < least)
        {
          least = distance;
          nearest = row;
        }
    }

  return nearest;
}

static void
pressed_cb (AcademyTimelineView *self,
            int                  n_press,
            double               x,
            double               y)
{
  GtkWidget *rows = academy_timeline_view_get_rows (self);
  GtkWidget *row;
  graphene_point_t point;

  if (!gtk_widget_get_mapped (rows) || academy_timeline_view_is_row_focused (self) ||
      !gtk_widget_compute_point (self->stack, rows, &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  row = find_nearest (rows, point.y);
  if (row == NULL || !gtk_widget_grab_focus (row))
    academy_timeline_view_focus_rows (self);
}

/* Keys are about the timeline that was clicked, wherever in it. */
void
academy_timeline_view_add_focus (AcademyTimelineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->stack, GTK_EVENT_CONTROLLER (click));
  academy_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}
