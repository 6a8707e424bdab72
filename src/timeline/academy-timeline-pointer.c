/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-pointer.h"

#include <math.h>

#include "academy-timeline-selection.h"
#include "academy-timeline-view-commands.h"

#define ZOOM_STEP       1.15
#define SCROLL_STEP     48
#define AUTOSCROLL_EDGE 32
#define AUTOSCROLL_STEP 0.15

struct _AcademyTimelinePointer {
  GObject                 parent_instance;

  /* Owned */
  AcademyLine            *pressed_row;

  /* Borrowed */
  AcademyTimelineView    *view;
  AcademyTimelineEditor  *editor;
  AcademyTimelineChart   *chart;
  AcademyTimelineContext *context;
  AcademyAxis            *axis;
  GtkWidget              *list;
  GtkSelectionModel      *selection;

  AcademyDragMode         pressed_mode;
  double                  pressed_day;
  graphene_point_t        pressed;
  graphene_point_t        pointer;
  GdkModifierType         state;
  double                  pan_first;
  double                  pinch_days;
  guint                   autoscroll_id;
  gboolean                panning;
  gboolean                cancelled;
};

G_DEFINE_FINAL_TYPE (AcademyTimelinePointer, academy_timeline_pointer, G_TYPE_OBJECT)

/**
 * AcademyTimelinePointer:
 *
 * The gestures of a chart: dragging of bars and of time, clicks, scrolling and
 * pinching; also its tooltips and cursors. The view owns the pointer, which calls
 * the functions of academy-timeline-view-commands.h for everything that changes
 * more than the visible days.
 */

static gboolean
is_on_title (AcademyTimelinePointer *self,
             double                  lane_x)
{
  return lane_x < 0 || lane_x > academy_axis_get_width (self->axis);
}

static double
get_lane_x (AcademyTimelinePointer *self,
            double                  x)
{
  return x - academy_timeline_context_get_lane_x (self->context);
}

static double
get_day (AcademyTimelinePointer *self,
         double                  x)
{
  return academy_axis_get_day (self->axis, get_lane_x (self, x));
}

/* Bars snap to weeks when weeks are narrow, but to days with Shift. */
static AcademyUnit
get_snap (AcademyTimelinePointer *self,
          GdkModifierType         state)
{
  return state & GDK_SHIFT_MASK ? ACADEMY_UNIT_DAY : academy_axis_get_zoom (self->axis)->snap;
}

static void
update_drag (AcademyTimelinePointer *self,
             GdkModifierType         state)
{
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (self->context);
  g_autofree char *text = NULL;

  self->state = state;
  if (drag == NULL)
    return;

  academy_timeline_chart_set_rope (self->chart, &self->pressed, &self->pointer);
  if (academy_timeline_drag_update (drag, get_day (self, self->pointer.x), get_snap (self, state)))
    academy_timeline_context_redraw (self->context);
  text = academy_timeline_drag_dup_text (drag, academy_language_get_default ());
  academy_timeline_chart_show_bubble (self->chart, text, self->pointer.x, self->pointer.y);
}

static double
get_overshoot (double value,
               double least,
               double most)
{
  return value < least ? value - least : MAX (value - most, 0);
}

/* Scrolls while something is dragged near an edge of the chart. */
static gboolean
autoscroll_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  AcademyTimelinePointer *self = data;
  double left = academy_timeline_context_get_lane_x (self->context);
  double past_x = get_overshoot (self->pointer.x, left + AUTOSCROLL_EDGE,
                                 left + academy_axis_get_width (self->axis) - AUTOSCROLL_EDGE);
  double past_y = get_overshoot (self->pointer.y, AUTOSCROLL_EDGE, gtk_widget_get_height (self->list) - AUTOSCROLL_EDGE);
  double dx = self->pointer.x - self->pressed.x;

  /* The pointer must have moved towards the edge: the drag may have begun there. */
  if (past_x != 0 && dx != 0 && (past_x < 0) == (dx < 0))
    {
      double days = past_x * AUTOSCROLL_STEP / academy_axis_get_scale (self->axis);

      academy_axis_scroll_to (self->axis,
                              academy_axis_get_first (self->axis) + (academy_axis_is_mirrored (self->axis) ? -days : days));
      update_drag (self, self->state);
    }
  /* A bar stays in its row, but a dependency may end in another one. */
  if (past_y != 0 && self->pressed_mode == ACADEMY_DRAG_LINK)
    academy_timeline_chart_scroll_rows (self->chart, past_y * AUTOSCROLL_STEP);

  return G_SOURCE_CONTINUE;
}

static void
stop_autoscroll (AcademyTimelinePointer *self)
{
  if (self->autoscroll_id != 0)
    gtk_widget_remove_tick_callback (self->list, self->autoscroll_id);
  self->autoscroll_id = 0;
}

/* Ends the press or drag, if there is one, without an edit. */
static void
reset (AcademyTimelinePointer *self)
{
  stop_autoscroll (self);
  self->pressed_mode = ACADEMY_DRAG_NONE;
  self->panning = FALSE;
  g_clear_object (&self->pressed_row);
  if (academy_timeline_context_get_drag (self->context) != NULL)
    academy_timeline_context_set_drag (self->context, NULL);
  academy_timeline_chart_hide_bubble (self->chart);
  academy_timeline_view_update_cancel (self->view);
}

static void
add_selected (AcademyTimelinePointer *self,
              AcademyTimelineDrag    *drag)
{
  g_autoptr(GPtrArray) selected = academy_timeline_selection_dup_items (self->selection);

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
begin_drag (AcademyTimelinePointer *self)
{
  GListModel *model = gtk_multi_selection_get_model (GTK_MULTI_SELECTION (self->selection));
  AcademyItem *item = academy_line_get_item (self->pressed_row);
  AcademyTimelineDrag *drag =
    academy_timeline_drag_new (self->pressed_mode, item, academy_line_get_bar (self->pressed_row),
                               self->pressed_day);
  guint position;

  /* A press with Ctrl or Shift has not selected the row. */
  if (academy_timeline_model_find (ACADEMY_TIMELINE_MODEL (model), academy_item_get_id (item), &position))
    academy_timeline_view_go_to (self->view, position);
  if (self->pressed_mode == ACADEMY_DRAG_MOVE)
    add_selected (self, drag);
  academy_timeline_context_set_drag (self->context, drag);
  academy_timeline_view_update_cancel (self->view);
  self->autoscroll_id = gtk_widget_add_tick_callback (self->list, autoscroll_cb, self, NULL);
}

static void
finish_drag (AcademyTimelinePointer *self)
{
  g_autoptr(AcademyTimelineDrag) drag = academy_timeline_context_steal_drag (self->context);
  double x, y;
  AcademyTimelineLane *lane = academy_timeline_chart_pick (self->chart, self->pointer.x, self->pointer.y, &x, &y);

  reset (self);
  academy_timeline_editor_drop (self->editor, drag, lane != NULL ? academy_timeline_lane_get_row (lane) : NULL);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, NULL);

  return event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN;
}

/* A touch scrolls, unless it begins on a selected row. */
static gboolean
may_drag (AcademyTimelinePointer *self,
          GtkGesture             *gesture,
          AcademyTimelineLane    *lane)
{
  return academy_timeline_view_is_writable (self->view) &&
         (!is_touch (gesture) || gtk_selection_model_is_selected (self->selection, academy_timeline_lane_get_position (lane)));
}

/* The list handles clicks with Ctrl and Shift, which extend the selection. */
static gboolean
may_select (GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  return !is_touch (gesture) && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0;
}

static void
drag_begin_cb (AcademyTimelinePointer *self,
               double                  x,
               double                  y,
               GtkGesture             *gesture)
{
  double lane_x, lane_y;
  AcademyTimelineLane *lane = academy_timeline_chart_pick (self->chart, x, y, &lane_x, &lane_y);
  AcademyDragMode mode;

  reset (self);
  self->cancelled = FALSE;
  self->pressed = self->pointer = GRAPHENE_POINT_INIT (x, y);
  self->pressed_day = get_day (self, x);
  self->pan_first = academy_axis_get_first (self->axis);
  if (lane == NULL || is_on_title (self, lane_x))
    return;

  mode = academy_timeline_lane_hit (lane, lane_x, lane_y);
  if (mode != ACADEMY_DRAG_NONE && may_drag (self, gesture, lane))
    {
      self->pressed_mode = mode;
      self->pressed_row = g_object_ref (academy_timeline_lane_get_row (lane));
    }
  if (mode != ACADEMY_DRAG_NONE && may_select (gesture))
    academy_timeline_view_go_to (self->view, academy_timeline_lane_get_position (lane));
}

/* A drag that begins beside the bars scrolls through time. */
static void
pan (AcademyTimelinePointer *self,
     GtkGesture             *gesture,
     double                  dx,
     double                  dy)
{
  double days = dx / academy_axis_get_scale (self->axis);

  if (!self->panning)
    {
      if (!gtk_drag_check_threshold (self->list, 0, 0, dx, 0) || fabs (dx) < 2 * fabs (dy))
        return;
      self->panning = TRUE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }

  academy_axis_scroll_to (self->axis, self->pan_first - (academy_axis_is_mirrored (self->axis) ? -days : days));
}

static void
drag_update_cb (AcademyTimelinePointer *self,
                double                  dx,
                double                  dy,
                GtkGesture             *gesture)
{
  self->pointer = GRAPHENE_POINT_INIT (self->pressed.x + dx, self->pressed.y + dy);

  /* Escape cancels the drag while the button is still pressed. */
  if (self->cancelled)
    return;
  if (self->pressed_mode == ACADEMY_DRAG_NONE)
    {
      pan (self, gesture, dx, dy);
      return;
    }

  if (academy_timeline_context_get_drag (self->context) == NULL)
    {
      /* A click that moves by a few pixels is no drag. */
      if (!gtk_drag_check_threshold (self->list, 0, 0, dx, dy))
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      begin_drag (self);
    }
  update_drag (self, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

static void
drag_end_cb (AcademyTimelinePointer *self)
{
  if (academy_timeline_context_get_drag (self->context) != NULL)
    finish_drag (self);
  else
    reset (self);
}

/* Returns whether a point is beside everything in a row, or below the last row. */
static gboolean
is_empty (AcademyTimelinePointer *self,
          AcademyTimelineLane    *lane,
          double                  x,
          double                  y,
          double                  lane_y)
{
  double lane_x = get_lane_x (self, x);

  if (is_on_title (self, lane_x))
    return FALSE;
  if (lane != NULL)
    return academy_timeline_lane_hit (lane, lane_x, lane_y) == ACADEMY_DRAG_NONE;

  return gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT) == self->list;
}

/* A double click on a row activates it, which the list does by itself. */
static void
pressed_cb (AcademyTimelinePointer *self,
            int                     n_press,
            double                  x,
            double                  y,
            GtkGesture             *gesture)
{
  double lane_x, lane_y = 0;
  AcademyTimelineLane *lane = academy_timeline_chart_pick (self->chart, x, y, &lane_x, &lane_y);
  g_autoptr(AcademyLine) row = NULL;

  if (n_press != 2 || !academy_timeline_view_is_writable (self->view) || !is_empty (self, lane, x, y, lane_y))
    return;

  if (lane != NULL)
    row = g_object_ref (academy_timeline_lane_get_row (lane));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  academy_timeline_editor_add_at (self->editor, row, lane != NULL ? academy_timeline_lane_get_position (lane) : 0,
                                  academy_unit_snap (get_snap (self, 0), floor (get_day (self, x))));
}

/* Collapses or expands a heading at release, because a touch may begin a scroll. */
static void
released_cb (AcademyTimelinePointer *self,
             int                     n_press,
             double                  x,
             double                  y,
             GtkGesture             *gesture)
{
  double lane_x, lane_y;
  AcademyTimelineLane *lane = academy_timeline_chart_pick (self->chart, x, y, &lane_x, &lane_y);

  if (lane == NULL || n_press != 1 || !academy_line_is_heading (academy_timeline_lane_get_row (lane)) ||
      (!is_on_title (self, lane_x) && academy_timeline_context_get_title_width (self->context) > 0))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  academy_timeline_view_toggle_fold (self->view, academy_timeline_lane_get_position (lane));
}

static gboolean
scroll_cb (AcademyTimelinePointer   *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean surface = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  double pixels;

  if (state & GDK_CONTROL_MASK)
    {
      academy_timeline_view_zoom (self->view, pow (ZOOM_STEP, surface ? -dy / SCROLL_STEP : -dy),
                                  get_lane_x (self, self->pointer.x));
      return GDK_EVENT_STOP;
    }

  if (state & GDK_SHIFT_MASK && dx == 0)
    dx = dy;
  else if (fabs (dx) <= fabs (dy))
    return GDK_EVENT_PROPAGATE;

  pixels = dx * (surface ? 1 : SCROLL_STEP);
  if (academy_axis_is_mirrored (self->axis))
    pixels = -pixels;
  academy_axis_scroll_to (self->axis, academy_axis_get_first (self->axis) + pixels / academy_axis_get_scale (self->axis));
  return GDK_EVENT_STOP;
}

static void
motion_cb (AcademyTimelinePointer *self,
           double                  x,
           double                  y)
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

  self->pointer = GRAPHENE_POINT_INIT (x, y);
  if (academy_timeline_context_get_drag (self->context) != NULL || !academy_timeline_view_is_writable (self->view))
    return;

  lane = academy_timeline_chart_pick (self->chart, x, y, &lane_x, &lane_y);
  if (lane != NULL && !is_on_title (self, lane_x))
    mode = academy_timeline_lane_hit (lane, lane_x, lane_y);
  gtk_widget_set_cursor_from_name (self->list, cursors[mode]);
}

static void
pinch_begin_cb (AcademyTimelinePointer *self)
{
  self->pinch_days = academy_axis_get_n_days (self->axis);
}

static void
pinch_cb (AcademyTimelinePointer *self,
          double                  scale,
          GtkGesture             *gesture)
{
  double x = self->pointer.x, y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  academy_timeline_view_zoom (self->view, academy_axis_get_n_days (self->axis) / (self->pinch_days / scale),
                              get_lane_x (self, x));
}

static gboolean
query_tooltip_cb (AcademyTimelinePointer *self,
                  int                     x,
                  int                     y,
                  gboolean                keyboard,
                  GtkTooltip             *tooltip)
{
  const AcademyLanguage *language = academy_language_get_default ();
  double lane_x, lane_y;
  AcademyTimelineLane *lane = academy_timeline_chart_pick (self->chart, x, y, &lane_x, &lane_y);
  AcademyLine *row = lane != NULL ? academy_timeline_lane_get_row (lane) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *text = NULL;

  if (keyboard || row == NULL || academy_timeline_context_get_drag (self->context) != NULL)
    return FALSE;

  title = academy_line_dup_title (row, language);
  description = academy_line_dup_description (row, language);
  text = g_strdup_printf ("%s\n%s", title, description);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
academy_timeline_pointer_dispose (GObject *object)
{
  AcademyTimelinePointer *self = ACADEMY_TIMELINE_POINTER (object);

  stop_autoscroll (self);
  g_clear_object (&self->pressed_row);

  G_OBJECT_CLASS (academy_timeline_pointer_parent_class)->dispose (object);
}

static void
academy_timeline_pointer_class_init (AcademyTimelinePointerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_timeline_pointer_dispose;
}

static void
academy_timeline_pointer_init (AcademyTimelinePointer *self)
{
}

static void
add_controller (AcademyTimelinePointer *self,
                gpointer                controller,
                const char             *signal,
                GCallback               callback)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, controller);
}

static void
add_controllers (AcademyTimelinePointer *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  add_controller (self, drag, "drag-begin", G_CALLBACK (drag_begin_cb));
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (reset), self, G_CONNECT_SWAPPED);
  add_controller (self, click, "pressed", G_CALLBACK (pressed_cb));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  add_controller (self, pinch, "begin", G_CALLBACK (pinch_begin_cb));
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  add_controller (self, scroll, "scroll", G_CALLBACK (scroll_cb));
  add_controller (self, motion, "motion", G_CALLBACK (motion_cb));
}

/**
 * academy_timeline_pointer_new:
 * @view: the view of @chart
 * @editor: the editor of @view
 * @chart: a chart with rows
 *
 * Adds the gestures to @chart. The others must outlive the pointer.
 *
 * Returns: (transfer full): the pointer
 */
AcademyTimelinePointer *
academy_timeline_pointer_new (AcademyTimelineView   *view,
                              AcademyTimelineEditor *editor,
                              AcademyTimelineChart  *chart)
{
  AcademyTimelinePointer *self = g_object_new (ACADEMY_TYPE_TIMELINE_POINTER, NULL);

  self->view = view;
  self->editor = editor;
  self->chart = chart;
  self->context = academy_timeline_chart_get_context (chart);
  self->axis = academy_timeline_context_get_axis (self->context);
  self->list = GTK_WIDGET (academy_timeline_chart_get_list (chart));
  self->selection = gtk_list_view_get_model (GTK_LIST_VIEW (self->list));
  add_controllers (self);
  g_signal_connect_object (self->list, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * academy_timeline_pointer_cancel:
 * @self: a pointer
 *
 * Ends the current drag without an edit, and ignores the rest of its gesture.
 */
void
academy_timeline_pointer_cancel (AcademyTimelinePointer *self)
{
  reset (self);
  self->cancelled = TRUE;
}
