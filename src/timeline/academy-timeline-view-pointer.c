/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "academy-kinds.h"
#include "academy-timeline-edits.h"
#include "academy-timeline-layer.h"

#define ZOOM_STEP       1.15
#define SCROLL_STEP     48
#define AUTOSCROLL_EDGE 32
#define AUTOSCROLL_STEP 0.15

/* The lane at a point of the view, and the point within it. */
static AcademyTimelineLane *
pick_lane (AcademyTimelineView *self,
           double               x,
           double               y,
           double              *lane_x,
           double              *lane_y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *lane;
  graphene_point_t point;

  if (picked == NULL)
    return NULL;

  lane = ACADEMY_IS_TIMELINE_LANE (picked) ? picked : gtk_widget_get_first_child (picked);
  if (!ACADEMY_IS_TIMELINE_LANE (lane) || academy_timeline_lane_get_row (ACADEMY_TIMELINE_LANE (lane)) == NULL ||
      !gtk_widget_compute_point (GTK_WIDGET (self->list), lane, &GRAPHENE_POINT_INIT (x, y), &point))
    return NULL;

  *lane_x = point.x - academy_timeline_context_get_lane_x (self->context);
  *lane_y = point.y;
  return ACADEMY_TIMELINE_LANE (lane);
}

static gboolean
is_on_title (AcademyTimelineView *self,
             double               lane_x)
{
  return lane_x < 0 || lane_x > academy_axis_get_width (academy_timeline_context_get_axis (self->context));
}

static double
get_day (AcademyTimelineView *self,
         double               x)
{
  return academy_axis_get_day (academy_timeline_context_get_axis (self->context),
                               x - academy_timeline_context_get_lane_x (self->context));
}

/* Weeks when they are small, and days with Shift. */
static AcademyUnit
get_snap (AcademyTimelineView *self,
          GdkModifierType      state)
{
  if (state & GDK_SHIFT_MASK)
    return ACADEMY_UNIT_DAY;

  return academy_axis_get_zoom (academy_timeline_context_get_axis (self->context))->snap;
}

static void
show_bubble (AcademyTimelineView *self)
{
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (self->context);
  g_autofree char *text = academy_timeline_drag_dup_text (drag, academy_language_get_default ());
  gboolean mirrored = academy_axis_is_mirrored (academy_timeline_context_get_axis (self->context));
  double x = mirrored ? gtk_widget_get_width (self->body) - self->pointer_x : self->pointer_x;
  int width;

  gtk_label_set_label (GTK_LABEL (self->bubble), text);
  gtk_widget_set_visible (self->bubble, TRUE);
  gtk_widget_set_margin_start (self->bubble, 0);
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_set_margin_start (self->bubble, CLAMP (x + 12, 0, MAX (gtk_widget_get_width (self->body) - width, 0)));
  gtk_widget_set_margin_top (self->bubble, MAX (self->pointer_y - 40, 0));
}

static void
update_drag (AcademyTimelineView *self,
             GdkModifierType      state)
{
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (self->context);

  self->pointer_state = state;
  if (drag == NULL)
    return;

  if (academy_timeline_drag_update (drag, get_day (self, self->pointer_x), get_snap (self, state)))
    academy_timeline_context_redraw (self->context);
  show_bubble (self);
}

/* Near an edge the timeline goes on under the hand. */
static gboolean
autoscroll_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  AcademyTimelineView *self = ACADEMY_TIMELINE_VIEW (widget);
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double left = academy_timeline_context_get_lane_x (self->context);
  double right = left + academy_axis_get_width (axis);
  double height = gtk_widget_get_height (GTK_WIDGET (self->list));
  double past_x = self->pointer_x < left + AUTOSCROLL_EDGE ? self->pointer_x - left - AUTOSCROLL_EDGE
                                                           : MAX (self->pointer_x - right + AUTOSCROLL_EDGE, 0);
  double past_y = self->pointer_y < AUTOSCROLL_EDGE ? self->pointer_y - AUTOSCROLL_EDGE
                                                    : MAX (self->pointer_y - height + AUTOSCROLL_EDGE, 0);

  /* Only when the hand goes there, and not when it was there from the start. */
  if (past_x != 0 && (past_x < 0) == (self->pointer_x < self->pressed_x) && self->pointer_x != self->pressed_x)
    {
      double days = past_x * AUTOSCROLL_STEP / academy_axis_get_scale (axis);

      academy_axis_scroll_to (axis, academy_axis_get_first (axis) + (academy_axis_is_mirrored (axis) ? -days : days));
      update_drag (self, self->pointer_state);
    }
  /* A bar stays in its row; a dependency looks for another one. */
  if (past_y != 0 && self->pressed_mode == ACADEMY_DRAG_LINK)
    gtk_adjustment_set_value (vertical, gtk_adjustment_get_value (vertical) + past_y * AUTOSCROLL_STEP);

  return G_SOURCE_CONTINUE;
}

/* Whatever is being done ends, and nothing has changed. */
void
academy_timeline_view_cancel (AcademyTimelineView *self)
{
  if (self->autoscroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll_id);
  self->autoscroll_id = 0;
  self->pressed_mode = ACADEMY_DRAG_NONE;
  self->panning = FALSE;
  g_clear_object (&self->pressed_row);
  if (self->context != NULL && academy_timeline_context_get_drag (self->context) != NULL)
    academy_timeline_context_set_drag (self->context, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.cancel", self->link_from != NULL);
  if (self->bubble != NULL)
    gtk_widget_set_visible (self->bubble, FALSE);
}

static void
add_selected (AcademyTimelineView *self,
              AcademyTimelineDrag *drag)
{
  g_autoptr(GPtrArray) selected = academy_timeline_selection_dup_items (GTK_SELECTION_MODEL (self->selection));

  if (!g_ptr_array_find (selected, academy_timeline_drag_get_item (drag), NULL))
    return;

  for (guint i = 0; i < selected->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (selected, i);
      AcademyBar bar;

      academy_bar_init (&bar, item, academy_timeline_context_get_today (self->context));
      academy_timeline_drag_add (drag, item, &bar);
    }
}

static void
begin_drag (AcademyTimelineView *self)
{
  AcademyItem *item = academy_timeline_row_get_item (self->pressed_row);
  AcademyTimelineDrag *drag =
    academy_timeline_drag_new (self->pressed_mode, item, academy_timeline_row_get_bar (self->pressed_row),
                               self->pressed_day);
  guint position;

  /* With Ctrl or Shift the press has not selected it. */
  if (academy_timeline_model_find (self->model, academy_item_get_id (item), &position))
    academy_timeline_view_go_to (self, position);
  if (self->pressed_mode == ACADEMY_DRAG_MOVE)
    add_selected (self, drag);
  academy_timeline_context_set_drag (self->context, drag);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.cancel", TRUE);
  self->autoscroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), autoscroll_cb, NULL, NULL);
}

static void
finish_link (AcademyTimelineView *self,
             AcademyItem         *from)
{
  double x, y;
  AcademyTimelineLane *lane = pick_lane (self, self->pointer_x, self->pointer_y, &x, &y);
  AcademyTimelineRow *row = lane != NULL ? academy_timeline_lane_get_row (lane) : NULL;
  g_autoptr(GError) error = NULL;

  if (row == NULL || !academy_timeline_row_is_measure (row) || academy_timeline_row_get_item (row) == from)
    return;

  if (!academy_timeline_edit_link (academy_timeline_model_get_store (self->model), from,
                                   academy_timeline_row_get_item (row), &error))
    academy_timeline_view_fail (self, error);
}

static void
finish_drag (AcademyTimelineView *self)
{
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (self->context);
  AcademyStore *store = academy_timeline_model_get_store (self->model);
  AcademyDragMode mode = academy_timeline_drag_get_mode (drag);
  g_autoptr(GPtrArray) items = g_ptr_array_ref (academy_timeline_drag_get_items (drag));
  AcademyItem *item = g_ptr_array_index (items, 0);
  int days = academy_timeline_drag_get_days (drag);
  int progress = academy_timeline_drag_get_progress (drag);
  gboolean moved = academy_timeline_drag_has_moved (drag);
  g_autoptr(GError) error = NULL;
  gboolean saved = TRUE;

  academy_timeline_view_cancel (self);
  if (mode == ACADEMY_DRAG_LINK)
    {
      finish_link (self, item);
      return;
    }
  if (!moved)
    return;

  if (mode == ACADEMY_DRAG_MOVE)
    saved = academy_followers_shift (self->followers, items, days, NULL, &error);
  else if (mode == ACADEMY_DRAG_PROGRESS)
    saved = academy_timeline_edit_progress (store, item, progress, NULL, &error);
  else
    saved = academy_followers_resize (self->followers, item, mode, days, NULL, &error);

  if (!saved)
    academy_timeline_view_fail (self, error);
  else if (mode == ACADEMY_DRAG_MOVE || mode == ACADEMY_DRAG_END)
    academy_timeline_view_offer_followers (self, items, days, NULL);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, NULL);

  return event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN;
}

/* A finger scrolls, unless it is on what is selected. */
static gboolean
may_drag (AcademyTimelineView *self,
          GtkGesture          *gesture,
          AcademyTimelineLane *lane)
{
  return academy_timeline_view_is_writable (self) &&
         (!is_touch (gesture) || gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection),
                                                                  academy_timeline_lane_get_position (lane)));
}

/* With Ctrl or Shift a click selects more, which the list does by itself. */
static gboolean
may_select (GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  return !is_touch (gesture) && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0;
}

static void
drag_begin_cb (AcademyTimelineView *self,
               double               x,
               double               y,
               GtkGesture          *gesture)
{
  double lane_x, lane_y;
  AcademyTimelineLane *lane = pick_lane (self, x, y, &lane_x, &lane_y);
  AcademyDragMode mode;

  academy_timeline_view_cancel (self);
  self->cancelled = FALSE;
  self->pressed_x = self->pointer_x = x;
  self->pressed_y = self->pointer_y = y;
  self->pressed_day = get_day (self, x);
  self->pan_first = academy_axis_get_first (academy_timeline_context_get_axis (self->context));
  if (lane == NULL || is_on_title (self, lane_x))
    return;

  mode = academy_timeline_lane_hit (lane, lane_x, lane_y);
  if (mode != ACADEMY_DRAG_NONE && may_drag (self, gesture, lane))
    {
      self->pressed_mode = mode;
      self->pressed_row = g_object_ref (academy_timeline_lane_get_row (lane));
    }
  if (mode != ACADEMY_DRAG_NONE && may_select (gesture))
    academy_timeline_view_go_to (self, academy_timeline_lane_get_position (lane));
}

/* Where there is nothing to take hold of, the hand takes hold of time. */
static void
pan (AcademyTimelineView *self,
     GtkGesture          *gesture,
     double               dx,
     double               dy)
{
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  double days = dx / academy_axis_get_scale (axis);

  if (!self->panning)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->list), 0, 0, dx, 0) || fabs (dx) < 2 * fabs (dy))
        return;
      self->panning = TRUE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }

  academy_axis_scroll_to (axis, self->pan_first - (academy_axis_is_mirrored (axis) ? -days : days));
}

static void
drag_update_cb (AcademyTimelineView *self,
                double               dx,
                double               dy,
                GtkGesture          *gesture)
{
  self->pointer_x = self->pressed_x + dx;
  self->pointer_y = self->pressed_y + dy;

  /* Escape ends it before the hand lets go. */
  if (self->cancelled)
    return;
  if (self->pressed_mode == ACADEMY_DRAG_NONE)
    {
      pan (self, gesture, dx, dy);
      return;
    }

  if (academy_timeline_context_get_drag (self->context) == NULL)
    {
      /* A click with a shaky hand moves nothing. */
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->list), 0, 0, dx, dy))
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      begin_drag (self);
    }
  update_drag (self, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

static void
drag_end_cb (AcademyTimelineView *self)
{
  if (academy_timeline_context_get_drag (self->context) != NULL)
    finish_drag (self);
  else
    academy_timeline_view_cancel (self);
}

/* Beside what is in a row, or below the last one, where there is nothing but the list. */
static gboolean
is_empty (AcademyTimelineView *self,
          AcademyTimelineLane *lane,
          double               x,
          double               y,
          double               lane_y)
{
  double lane_x = x - academy_timeline_context_get_lane_x (self->context);

  if (is_on_title (self, lane_x))
    return FALSE;
  if (lane != NULL)
    return academy_timeline_lane_hit (lane, lane_x, lane_y) == ACADEMY_DRAG_NONE;

  return gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (self->list);
}

/* What is in a row opens by itself. */
static void
pressed_cb (AcademyTimelineView *self,
            int                  n_press,
            double               x,
            double               y,
            GtkGesture          *gesture)
{
  double lane_x, lane_y = 0;
  AcademyTimelineLane *lane = pick_lane (self, x, y, &lane_x, &lane_y);
  g_autoptr(AcademyTimelineRow) row = NULL;

  if (n_press != 2 || !academy_timeline_view_is_writable (self) || !is_empty (self, lane, x, y, lane_y))
    return;

  if (lane != NULL)
    row = g_object_ref (academy_timeline_lane_get_row (lane));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  academy_timeline_view_add_at (self, row, lane != NULL ? academy_timeline_lane_get_position (lane) : 0,
                                academy_unit_snap (get_snap (self, 0), floor (get_day (self, x))));
}

/* A finger that scrolls from a heading does not fold it. */
static void
released_cb (AcademyTimelineView *self,
             int                  n_press,
             double               x,
             double               y,
             GtkGesture          *gesture)
{
  double lane_x, lane_y;
  AcademyTimelineLane *lane = pick_lane (self, x, y, &lane_x, &lane_y);

  if (lane == NULL || n_press != 1 || !academy_timeline_row_is_heading (academy_timeline_lane_get_row (lane)) ||
      (!is_on_title (self, lane_x) && academy_timeline_context_get_title_width (self->context) > 0))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  academy_timeline_view_toggle_fold (self, academy_timeline_lane_get_position (lane));
}

static void
menu_at (AcademyTimelineView *self,
         GtkGesture          *gesture,
         double               x,
         double               y)
{
  double lane_x, lane_y;
  AcademyTimelineLane *lane = pick_lane (self, x, y, &lane_x, &lane_y);

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  academy_timeline_view_popup_menu_on (self, GTK_WIDGET (self->list), x, y,
                                       lane != NULL ? academy_timeline_lane_get_position (lane)
                                                    : GTK_INVALID_LIST_POSITION);
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
  if (academy_timeline_context_get_drag (self->context) == NULL)
    menu_at (self, gesture, x, y);
}

static gboolean
scroll_cb (AcademyTimelineView      *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean surface = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  double pixels;

  if (state & GDK_CONTROL_MASK)
    {
      academy_timeline_view_zoom (self, pow (ZOOM_STEP, surface ? -dy / SCROLL_STEP : -dy),
                                  self->pointer_x - academy_timeline_context_get_lane_x (self->context));
      return GDK_EVENT_STOP;
    }

  if (state & GDK_SHIFT_MASK && dx == 0)
    dx = dy;
  else if (fabs (dx) <= fabs (dy))
    return GDK_EVENT_PROPAGATE;

  pixels = dx * (surface ? 1 : SCROLL_STEP);
  if (academy_axis_is_mirrored (axis))
    pixels = -pixels;
  academy_axis_scroll_to (axis, academy_axis_get_first (axis) + pixels / academy_axis_get_scale (axis));
  return GDK_EVENT_STOP;
}

static void
motion_cb (AcademyTimelineView *self,
           double               x,
           double               y)
{
  static const char * const cursors[] = {
    [ACADEMY_DRAG_NONE] = NULL,
    [ACADEMY_DRAG_MOVE] = "grab",
    [ACADEMY_DRAG_START] = "ew-resize",
    [ACADEMY_DRAG_END] = "ew-resize",
    [ACADEMY_DRAG_PROGRESS] = "col-resize",
    [ACADEMY_DRAG_LINK] = "crosshair",
  };
  double lane_x, lane_y;
  AcademyTimelineLane *lane;
  AcademyDragMode mode = ACADEMY_DRAG_NONE;

  self->pointer_x = x;
  self->pointer_y = y;
  if (academy_timeline_context_get_drag (self->context) != NULL || !academy_timeline_view_is_writable (self))
    return;

  lane = pick_lane (self, x, y, &lane_x, &lane_y);
  if (lane != NULL && !is_on_title (self, lane_x))
    mode = academy_timeline_lane_hit (lane, lane_x, lane_y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->list), cursors[mode]);
}

static void
pinch_begin_cb (AcademyTimelineView *self)
{
  self->pinch_days = academy_axis_get_n_days (academy_timeline_context_get_axis (self->context));
}

static void
pinch_cb (AcademyTimelineView *self,
          double               scale,
          GtkGesture          *gesture)
{
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);
  double x = self->pointer_x, y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  academy_timeline_view_zoom (self, academy_axis_get_n_days (axis) / (self->pinch_days / scale),
                              x - academy_timeline_context_get_lane_x (self->context));
}

static gboolean
query_tooltip_cb (AcademyTimelineView *self,
                  int                  x,
                  int                  y,
                  gboolean             keyboard,
                  GtkTooltip          *tooltip)
{
  const AcademyLanguage *language = academy_language_get_default ();
  double lane_x, lane_y;
  AcademyTimelineLane *lane = pick_lane (self, x, y, &lane_x, &lane_y);
  AcademyTimelineRow *row = lane != NULL ? academy_timeline_lane_get_row (lane) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *text = NULL;

  if (keyboard || row == NULL || academy_timeline_context_get_drag (self->context) != NULL)
    return FALSE;

  title = academy_timeline_row_dup_title (row, language);
  description = academy_timeline_row_dup_description (row, language);
  text = g_strdup_printf ("%s\n%s", title, description);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
add_gesture (AcademyTimelineView *self,
             gpointer             controller,
             const char          *signal,
             GCallback            callback)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

void
academy_timeline_view_add_pointer (AcademyTimelineView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);

  add_gesture (self, drag, "drag-begin", G_CALLBACK (drag_begin_cb));
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (academy_timeline_view_cancel), self, G_CONNECT_SWAPPED);
  add_gesture (self, click, "pressed", G_CALLBACK (pressed_cb));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  add_gesture (self, secondary, "pressed", G_CALLBACK (secondary_pressed_cb));
  add_gesture (self, long_press, "pressed", G_CALLBACK (long_pressed_cb));
  add_gesture (self, pinch, "begin", G_CALLBACK (pinch_begin_cb));
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  add_gesture (self, scroll, "scroll", G_CALLBACK (scroll_cb));
  add_gesture (self, motion, "motion", G_CALLBACK (motion_cb));
  academy_timeline_view_add_list_keys (self, GTK_WIDGET (self->list));

  gtk_widget_set_has_tooltip (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_object (self->list, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (academy_timeline_view_activate), self, G_CONNECT_SWAPPED);
}
