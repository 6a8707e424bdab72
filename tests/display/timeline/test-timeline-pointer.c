/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "academy-kinds.h"
#include "academy-store-private.h"
#include "timeline-fixture.h"

#define DIALOGUES "Hold two market dialogues"
#define KNOB      12

/* Where a hand takes hold of a bar. */
typedef enum {
  MIDDLE,
  LEFT,
  RIGHT,
  KNOB_AFTER,
  PROGRESS,
  ABOVE,
} Hold;

static void
get_point (Timeline   *timeline,
           const char *title,
           Hold        hold,
           double     *x,
           double     *y)
{
  graphene_rect_t bar;

  timeline_get_bar (timeline, title, &bar);
  *x = bar.origin.x + bar.size.width / 2;
  *y = bar.origin.y + bar.size.height / 2;
  switch (hold)
    {
    case LEFT:
      *x = bar.origin.x + 1;
      break;
    case RIGHT:
      *x = bar.origin.x + bar.size.width - 1;
      break;
    case KNOB_AFTER:
      *x = bar.origin.x + bar.size.width + KNOB;
      break;
    case PROGRESS:
      *x = bar.origin.x;
      *y = bar.origin.y + bar.size.height - 1;
      break;
    case ABOVE:
      *y = bar.origin.y - 8;
      break;
    case MIDDLE:
    default:
      break;
    }
}

static void
drag (Timeline   *timeline,
      const char *title,
      Hold        hold,
      double      dx)
{
  double x, y;

  get_point (timeline, title, hold, &x, &y);
  timeline_press_button (timeline, 1, x, y);
  for (guint i = 1; i <= 4; i++)
    timeline_drag_to (timeline, dx * i / 4, 0);
}

/* What a hand does with a bar from 10 January to 25 February, where a day has
 * ten pixels or, over a year, a week has fourteen. */
static const struct {
  const char *title;
  Hold        hold;
  double      days;
  gboolean    far;
  const char *dates;
  const char *label;
} drags[] = {
  { DIALOGUES, MIDDLE, 3, FALSE, "2022-01-13 2022-02-28", "Move measure" },
  { DIALOGUES, MIDDLE, -10.3, FALSE, "2021-12-31 2022-02-15", "Move measure" },
  { DIALOGUES, MIDDLE, 0.2, FALSE, "2022-01-10 2022-02-25", NULL },
  { DIALOGUES, LEFT, -10, FALSE, "2021-12-31 2022-02-25", "Change start" },
  { DIALOGUES, LEFT, 60, FALSE, "2022-02-25 2022-02-25", "Change start" },
  { DIALOGUES, RIGHT, 4, FALSE, "2022-01-10 2022-03-01", "Change end" },
  { DIALOGUES, RIGHT, -60, FALSE, "2022-01-10 2022-01-10", "Change end" },
  { DIALOGUES, MIDDLE, 13, TRUE, "2022-01-24 2022-03-11", "Move measure" },
  { DIALOGUES, RIGHT, 12, TRUE, "2022-01-10 2022-03-06", "Change end" },
  { "Interim results", MIDDLE, 5, FALSE, "2022-02-21 2022-02-21", "Change milestone" },
  { "Waste forecast", LEFT, 2, FALSE, "2022-01-12 2022-03-31", "Change start" },
};

static double
get_pixels (Timeline *timeline,
            double    days)
{
  return days * academy_axis_get_scale (timeline_get_axis (timeline));
}

static void
test_drag (Timeline     *timeline,
           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      g_autofree char *before = timeline_dump (timeline);
      g_autofree char *meanwhile = NULL;
      g_autofree char *undone = NULL;

      g_test_message ("%s: hold %d for %g days", drags[i].title, drags[i].hold, drags[i].days);
      timeline_select (timeline, drags[i].title);
      timeline_show (timeline, drags[i].far ? "2021-09-01" : "2022-01-05", drags[i].far ? 400 : 72);
      drag (timeline, drags[i].title, drags[i].hold, get_pixels (timeline, drags[i].days));
      meanwhile = timeline_dump (timeline);
      g_assert_cmpstr (meanwhile, ==, before);
      timeline_release_button (timeline, get_pixels (timeline, drags[i].days), 0);

      timeline_assert_dates (timeline, drags[i].title, drags[i].dates);
      g_assert_cmpstr (academy_store_get_undo_label (timeline->store), ==, drags[i].label);
      g_assert_null (academy_timeline_context_get_drag (timeline_get_context (timeline->view)));
      if (drags[i].label != NULL)
        timeline_undo (timeline);
      undone = timeline_dump (timeline);
      g_assert_cmpstr (undone, ==, before);
    }
}

/* The bubble beside the hand says what would be, in the middle of the drag. */
static void
test_bubble (Timeline     *timeline,
             gconstpointer data)
{
  timeline_show (timeline, "2022-01-05", 72);
  drag (timeline, DIALOGUES, MIDDLE, get_pixels (timeline, 3));
  g_assert_true (gtk_widget_get_visible (timeline_get_part (timeline->view, "bubble")));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (timeline_get_part (timeline->view, "bubble"))), ==,
                   "13 Jan – 28 Feb 2022 (+3 d)");
  timeline_release_button (timeline, 0, 0);
  g_assert_false (gtk_widget_get_visible (timeline_get_part (timeline->view, "bubble")));
}

static void
test_progress (Timeline     *timeline,
               gconstpointer data)
{
  g_autoptr(AcademyItem) measure = timeline_find_item (timeline, DIALOGUES);

  timeline_show (timeline, "2022-01-05", 72);
  drag (timeline, DIALOGUES, PROGRESS, get_pixels (timeline, 47 * 0.4));
  timeline_release_button (timeline, get_pixels (timeline, 47 * 0.4), 0);
  g_assert_cmpint (academy_item_get_number (measure, "progress"), ==, 40);
  timeline_assert_dates (timeline, DIALOGUES, "2022-01-10 2022-02-25");
  g_assert_cmpstr (academy_store_get_undo_label (timeline->store), ==, "Change progress");
}

/* Whether the row of @title is the one that is selected and has the focus. */
static void
assert_current (Timeline   *timeline,
                const char *title)
{
  guint position = timeline_find (timeline, title);
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (academy_timeline_view_get_selection (timeline->view));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (timeline->window));

  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
  g_assert_true (gtk_bitset_contains (selected, position));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_first_child (focus) == GTK_WIDGET (timeline_find_lane (timeline, title)));
}

/* Keys go on with the bar that the hand was on, whether it was dragged or not. */
static void
test_press (Timeline     *timeline,
            gconstpointer data)
{
  double x, y;

  timeline_show (timeline, "2022-01-05", 72);
  timeline_select (timeline, "Agree on principles");
  drag (timeline, DIALOGUES, MIDDLE, get_pixels (timeline, 3));
  timeline_release_button (timeline, get_pixels (timeline, 3), 0);
  assert_current (timeline, DIALOGUES);
  timeline_press (timeline, "Delete");
  g_assert_cmpuint (timeline_find (timeline, DIALOGUES), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (timeline_find (timeline, "Agree on principles"), !=, GTK_INVALID_LIST_POSITION);
  g_assert_cmpstr (timeline->text, ==, "“Hold two market dialogues” deleted");
  timeline_undo (timeline);

  timeline_select (timeline, "Agree on principles");
  get_point (timeline, DIALOGUES, MIDDLE, &x, &y);
  timeline_press_button (timeline, 1, x, y);
  assert_current (timeline, DIALOGUES);
  timeline_release_button (timeline, 0, 0);

  /* What cannot be dragged can be selected. */
  timeline->store->read_only = TRUE;
  get_point (timeline, "Agree on principles", MIDDLE, &x, &y);
  timeline_press_button (timeline, 1, x, y);
  assert_current (timeline, "Agree on principles");
  timeline_release_button (timeline, 0, 0);
}

/* From the knob after one bar to another measure. */
static void
link_to (Timeline   *timeline,
         const char *title,
         const char *other)
{
  double x, y, other_x, other_y;

  get_point (timeline, title, KNOB_AFTER, &x, &y);
  get_point (timeline, other, MIDDLE, &other_x, &other_y);
  timeline_press_button (timeline, 1, x, y);
  timeline_drag_to (timeline, other_x - x, other_y - y);
  timeline_release_button (timeline, other_x - x, other_y - y);
}

static void
test_link (Timeline     *timeline,
           gconstpointer data)
{
  guint n_dependencies = timeline_count (timeline, &academy_dependency_kind);
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *after = NULL;

  timeline_show (timeline, "2021-11-01", 200);
  link_to (timeline, DIALOGUES, "Train 15 buyers");
  g_assert_cmpuint (timeline_count (timeline, &academy_dependency_kind), ==, n_dependencies + 1);
  g_assert_cmpstr (academy_store_get_undo_label (timeline->store), ==, "Add dependency");
  timeline_undo (timeline);

  /* What would wait for itself, what is there already, and what is no measure. */
  link_to (timeline, DIALOGUES, "List the contracts");
  g_assert_cmpstr (timeline->error, ==, "“Hold two market dialogues” already waits for “List the contracts ending within "
                   "two years”, so “List the contracts ending within two years” cannot wait for “Hold two market dialogues”.");
  link_to (timeline, "List the contracts", DIALOGUES);
  g_assert_cmpstr (timeline->error, ==,
                   "“Hold two market dialogues” already waits for “List the contracts ending within two years”.");
  link_to (timeline, DIALOGUES, "Interim results");
  link_to (timeline, DIALOGUES, DIALOGUES);
  after = timeline_dump (timeline);
  g_assert_cmpstr (after, ==, before);
}

/* What is selected comes along; what is not selected moves alone. */
static void
test_several (Timeline     *timeline,
              gconstpointer data)
{
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *undone = NULL;

  timeline_show (timeline, "2022-01-05", 72);
  timeline_select (timeline, DIALOGUES);
  gtk_selection_model_select_item (academy_timeline_view_get_selection (timeline->view),
                                   timeline_find (timeline, "Rewrite the cleaning"), FALSE);
  drag (timeline, DIALOGUES, MIDDLE, get_pixels (timeline, 2));
  timeline_release_button (timeline, get_pixels (timeline, 2), 0);
  timeline_assert_dates (timeline, DIALOGUES, "2022-01-12 2022-02-27");
  timeline_assert_dates (timeline, "Rewrite the cleaning", "2022-01-05 2022-04-02");
  g_assert_cmpstr (academy_store_get_undo_label (timeline->store), ==, "Move measures");
  timeline_undo (timeline);
  undone = timeline_dump (timeline);
  g_assert_cmpstr (undone, ==, before);

  drag (timeline, "Agree on principles", MIDDLE, get_pixels (timeline, 2));
  timeline_release_button (timeline, get_pixels (timeline, 2), 0);
  timeline_assert_dates (timeline, DIALOGUES, "2022-01-10 2022-02-25");
  timeline_assert_dates (timeline, "Agree on principles", "2022-01-19 2022-03-02");
}

static void
test_followers (Timeline     *timeline,
                gconstpointer data)
{
  timeline_show (timeline, "2022-01-05", 72);
  drag (timeline, "Agree on principles", RIGHT, get_pixels (timeline, 5));
  timeline_release_button (timeline, get_pixels (timeline, 5), 0);
  timeline_assert_dates (timeline, "Agree on principles", "2022-01-17 2022-03-05");
  timeline_assert_dates (timeline, "Update the procurement", "2022-03-01 2022-06-30");
  g_assert_cmpstr (timeline->text, ==,
                   "“Update the procurement guideline to allow experiments” depends on this and stays where it is");
  gtk_widget_activate_action (GTK_WIDGET (timeline->view), timeline->action, NULL);
  timeline_assert_dates (timeline, "Update the procurement", "2022-03-06 2022-07-05");

  /* Another edit makes the offer void. */
  drag (timeline, "Agree on principles", RIGHT, get_pixels (timeline, 2));
  timeline_release_button (timeline, get_pixels (timeline, 2), 0);
  drag (timeline, DIALOGUES, PROGRESS, get_pixels (timeline, 47 * 0.4));
  timeline_release_button (timeline, get_pixels (timeline, 47 * 0.4), 0);
  gtk_widget_activate_action (GTK_WIDGET (timeline->view), timeline->action, NULL);
  timeline_assert_dates (timeline, "Update the procurement", "2022-03-06 2022-07-05");
}

/* Escape ends a drag, and what the hand does afterwards is nothing. */
static void
test_cancel (Timeline     *timeline,
             gconstpointer data)
{
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *after = NULL;
  double first;

  timeline_show (timeline, "2022-01-05", 72);
  first = academy_axis_get_first (timeline_get_axis (timeline));
  drag (timeline, DIALOGUES, MIDDLE, get_pixels (timeline, 5));
  g_assert_nonnull (academy_timeline_context_get_drag (timeline_get_context (timeline->view)));
  timeline_press (timeline, "Escape");
  g_assert_null (academy_timeline_context_get_drag (timeline_get_context (timeline->view)));
  g_assert_false (gtk_widget_get_visible (timeline_get_part (timeline->view, "bubble")));
  timeline_drag_to (timeline, get_pixels (timeline, 9), 0);
  timeline_release_button (timeline, get_pixels (timeline, 9), 0);
  g_assert_cmpfloat (academy_axis_get_first (timeline_get_axis (timeline)), ==, first);

  after = timeline_dump (timeline);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (academy_store_get_undo_label (timeline->store));
}

/* Where there is nothing to take hold of, the hand takes hold of time. */
static void
test_pan (Timeline     *timeline,
          gconstpointer data)
{
  double first, x, y;

  timeline_show (timeline, "2022-01-05", 72);
  first = academy_axis_get_first (timeline_get_axis (timeline));
  get_point (timeline, DIALOGUES, ABOVE, &x, &y);
  timeline_press_button (timeline, 1, x, y);
  timeline_drag_to (timeline, get_pixels (timeline, -7), 0);
  timeline_release_button (timeline, get_pixels (timeline, -7), 0);
  g_assert_cmpfloat_with_epsilon (academy_axis_get_first (timeline_get_axis (timeline)), first + 7, 0.001);
  g_assert_null (academy_store_get_undo_label (timeline->store));
}

/* In the midst of 14 December. */
static double
get_day_x (Timeline *timeline)
{
  return academy_timeline_context_get_title_width (timeline_get_context (timeline->view)) +
         academy_axis_get_x (timeline_get_axis (timeline), 738503.5);
}

static void
double_click (Timeline *timeline,
              double    x,
              double    y)
{
  for (int n_press = 1; n_press <= 2; n_press++)
    {
      timeline_press_button (timeline, n_press, x, y);
      timeline_release_button (timeline, 0, 0);
    }
}

/* A double click on an empty place adds a measure on that day, under the same
 * heading as what it was beside. */
static void
test_add (Timeline     *timeline,
          gconstpointer data)
{
  static const struct { const char *grouping; const char *beside; const char *heading; } rows[] = {
    { "none", DIALOGUES, "Measures" },
    { "goal", DIALOGUES, "Procurement brings new solutions" },
    { "owner", DIALOGUES, "Procurement Expert" },
    { "goal", "Procurement brings new solutions", "Procurement brings new solutions" },
    { "owner", "Procurement Expert", "Procurement Expert" },
    { "none", "Run the waste pilot", "Pilot and its steps" },
    { "none", "Waste forecast", "Pilot and its steps" },
    { "none", "Pilot and its steps", "Pilot and its steps" },
    { "goal", "Draw up", "Without an impact goal" },
    { "none", "Sparring 1", "Measures" },
  };
  g_autofree char *before = timeline_dump (timeline);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *title = NULL;
      g_autoptr(AcademyLine) heading = NULL;
      AcademyTimelineLane *lane;
      graphene_rect_t place;

      g_test_message ("%s beside %s", rows[i].grouping, rows[i].beside);
      g_object_set (timeline->view, "group-by", rows[i].grouping, NULL);
      timeline_show (timeline, "2022-12-01", 72);
      timeline_select (timeline, rows[i].beside);
      lane = timeline_find_lane (timeline, rows[i].beside);
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (lane), timeline_get_part (timeline->view, "list"), &place));
      double_click (timeline, get_day_x (timeline), place.origin.y + 3);
      timeline_write_begun (timeline);
      timeline_assert_dates (timeline, "Measure", "2022-12-14 2022-12-27");

      heading = g_list_model_get_item (timeline_get_rows (timeline),
                                       academy_timeline_model_find_heading (academy_timeline_view_get_model (timeline->view),
                                                                            timeline_find (timeline, "Measure")));
      title = academy_line_dup_title (heading, academy_language_get_default ());
      g_assert_true (g_str_has_prefix (title, rows[i].heading));

      timeline_undo (timeline);
      undone = timeline_dump (timeline);
      g_assert_cmpstr (undone, ==, before);
    }
}

/* Below the last row as well, where a measure is beside nothing; where titles
 * would be there is nothing to add to. */
static void
test_add_below (Timeline     *timeline,
                gconstpointer data)
{
  GtkWidget *list = timeline_get_part (timeline->view, "list");
  double y;

  g_object_set (timeline->view, "search", "dialogues", NULL);
  timeline_show (timeline, "2022-12-01", 72);
  y = gtk_widget_get_height (list) - 3;
  g_assert_true (gtk_widget_pick (list, get_day_x (timeline), y, GTK_PICK_DEFAULT) == list);
  double_click (timeline, 40, y);
  g_assert_null (timeline->opened);
  double_click (timeline, get_day_x (timeline), y);
  timeline_write_begun (timeline);
  g_object_set (timeline->view, "search", "", NULL);
  timeline_assert_dates (timeline, "Measure", "2022-12-14 2022-12-27");
}

/* A click on the title of a heading folds it, and not on its bracket. */
static void
test_fold (Timeline     *timeline,
           gconstpointer data)
{
  graphene_rect_t bar;

  timeline_get_bar (timeline, "Measures", &bar);
  timeline_press_button (timeline, 1, bar.origin.x + bar.size.width / 2, bar.origin.y + 2);
  timeline_release_button (timeline, 0, 0);
  g_assert_cmpuint (timeline_find (timeline, DIALOGUES), !=, GTK_INVALID_LIST_POSITION);
  timeline_press_button (timeline, 1, 40, bar.origin.y + 2);
  timeline_release_button (timeline, 0, 0);
  g_assert_cmpuint (timeline_find (timeline, DIALOGUES), ==, GTK_INVALID_LIST_POSITION);
}

static void
click (GtkWidget *widget,
       guint      button,
       double     x,
       double     y)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

static gboolean
is_focus_in_rows (Timeline *timeline)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (timeline->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, timeline_get_part (timeline->view, "list"));
}

/* A click anywhere in the timeline makes keys be about it: on the scale of time
 * the row below it, and below the rows the last of them. */
static void
test_focus (Timeline     *timeline,
            gconstpointer data)
{
  GtkWidget *stack = timeline_get_part (timeline->view, "stack");
  GtkWidget *button = gtk_button_new_with_label ("Else");

  academy_timeline_view_set_header (timeline->view, button);
  g_object_set (timeline->view, "search", "dialogues", NULL);
  test_settle (timeline->window);
  gtk_widget_grab_focus (button);
  click (stack, 0, 300, 3);
  g_assert_true (is_focus_in_rows (timeline));
  gtk_widget_grab_focus (button);
  g_assert_false (is_focus_in_rows (timeline));
  click (stack, 0, 300, gtk_widget_get_height (stack) - 60);
  g_assert_true (is_focus_in_rows (timeline));
}

static gboolean
has_scrolled (gpointer data)
{
  Timeline *timeline = data;
  AcademyTimelineDrag *drag = academy_timeline_context_get_drag (timeline_get_context (timeline->view));

  return academy_axis_get_first (timeline_get_axis (timeline)) > 738160 + 30 && academy_timeline_drag_get_days (drag) > 60;
}

/* Near an edge time goes on under the hand, and with it what it holds. */
static void
test_autoscroll (Timeline     *timeline,
                 gconstpointer data)
{
  double x, y, edge;
  double first;
  int days;

  timeline_show (timeline, "2022-01-05", 72);
  get_point (timeline, DIALOGUES, MIDDLE, &x, &y);
  edge = academy_timeline_context_get_title_width (timeline_get_context (timeline->view)) +
         academy_axis_get_width (timeline_get_axis (timeline)) - 4;
  timeline_press_button (timeline, 1, x, y);
  timeline_drag_to (timeline, edge - x, 0);
  test_wait_for (has_scrolled, timeline);
  days = academy_timeline_drag_get_days (academy_timeline_context_get_drag (timeline_get_context (timeline->view)));
  timeline_release_button (timeline, edge - x, 0);
  {
    g_autoptr(AcademyItem) measure = timeline_find_item (timeline, DIALOGUES);

    g_assert_cmpuint (g_date_get_julian (academy_item_get_date (measure, "start")), ==, 738165 + days);
  }
  first = academy_axis_get_first (timeline_get_axis (timeline));
  test_settle (timeline->window);
  g_assert_cmpfloat (academy_axis_get_first (timeline_get_axis (timeline)), ==, first);
}

/* From right to left a hand does the mirror image. */
static void
test_mirrored (Timeline     *timeline,
               gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  timeline_show (timeline, "2022-01-05", 72);
  drag (timeline, DIALOGUES, MIDDLE, get_pixels (timeline, -3));
  g_assert_cmpint (gtk_widget_get_margin_start (timeline_get_part (timeline->view, "bubble")), >, 0);
  {
    graphene_rect_t bubble;

    test_settle (timeline->window);
    g_assert_true (gtk_widget_compute_bounds (timeline_get_part (timeline->view, "bubble"),
                                              timeline_get_part (timeline->view, "list"), &bubble));
    g_assert_cmpfloat (fabs (bubble.origin.x + bubble.size.width / 2 - timeline->x - get_pixels (timeline, -3)), <, 200);
  }
  timeline_release_button (timeline, get_pixels (timeline, -3), 0);
  timeline_assert_dates (timeline, DIALOGUES, "2022-01-13 2022-02-28");
  drag (timeline, DIALOGUES, LEFT, get_pixels (timeline, -2));
  timeline_release_button (timeline, get_pixels (timeline, -2), 0);
  timeline_assert_dates (timeline, DIALOGUES, "2022-01-13 2022-03-02");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  test_settle (timeline->window);
}

/* What cannot be written is not taken hold of. */
static void
test_read_only (Timeline     *timeline,
                gconstpointer data)
{
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *after = NULL;
  double x, y;

  timeline->store->read_only = TRUE;
  timeline_show (timeline, "2022-01-05", 72);
  drag (timeline, DIALOGUES, MIDDLE, get_pixels (timeline, 3));
  g_assert_null (academy_timeline_context_get_drag (timeline_get_context (timeline->view)));
  timeline_release_button (timeline, get_pixels (timeline, 3), 0);
  get_point (timeline, DIALOGUES, ABOVE, &x, &y);
  timeline_press_button (timeline, 2, x, y);
  timeline_release_button (timeline, 0, 0);
  after = timeline_dump (timeline);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (timeline->error);
}

static const TimelineCase cases[] = {
  { "/timeline-pointer/drag", test_drag },
  { "/timeline-pointer/bubble", test_bubble },
  { "/timeline-pointer/press", test_press },
  { "/timeline-pointer/focus", test_focus },
  { "/timeline-pointer/progress", test_progress },
  { "/timeline-pointer/link", test_link },
  { "/timeline-pointer/several", test_several },
  { "/timeline-pointer/followers", test_followers },
  { "/timeline-pointer/cancel", test_cancel },
  { "/timeline-pointer/pan", test_pan },
  { "/timeline-pointer/add", test_add },
  { "/timeline-pointer/add-below", test_add_below },
  { "/timeline-pointer/fold", test_fold },
  { "/timeline-pointer/autoscroll", test_autoscroll },
  { "/timeline-pointer/mirrored", test_mirrored },
  { "/timeline-pointer/read-only", test_read_only },
};

int
main (int    argc,
      char **argv)
{
  return timeline_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
