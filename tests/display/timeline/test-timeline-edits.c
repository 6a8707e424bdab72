/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-day-entry.h"
#include "academy-descendant.h"
#include "academy-hints-button.h"
#include "academy-kinds.h"
#include "academy-timeline-pane.h"
#include "timeline-fixture.h"

#define DIALOGUES "Hold two market dialogues"

/* What each key does to a measure from 10 January to 25 February, and to the
 * first row of a plan of which weeks are small. */
static const struct {
  const char *title;
  double      n_days;
  const char *key;
  guint       presses;
  const char *dates;
  const char *label;
} keys[] = {
  { DIALOGUES, 60, "<Control>Right", 1, "2022-01-11 2022-02-26", "Move measure" },
  { DIALOGUES, 60, "<Control>Right", 3, "2022-01-13 2022-02-28", "Move measure" },
  { DIALOGUES, 60, "<Control>Left", 10, "2021-12-31 2022-02-15", "Move measure" },
  { DIALOGUES, 60, "<Shift><Control>Right", 4, "2022-01-10 2022-03-01", "Change end" },
  { DIALOGUES, 60, "<Shift><Control>Left", 1, "2022-01-10 2022-02-24", "Change end" },
  { DIALOGUES, 60, "<Shift><Control>Left", 60, "2022-01-10 2022-01-10", "Change end" },
  { DIALOGUES, 60, "<Control><Alt>Left", 10, "2021-12-31 2022-02-25", "Change start" },
  { DIALOGUES, 60, "<Control><Alt>Right", 60, "2022-02-25 2022-02-25", "Change start" },
  { DIALOGUES, 500, "<Control>Right", 2, "2022-01-24 2022-03-11", "Move measure" },
  { DIALOGUES, 500, "<Shift><Control>Right", 1, "2022-01-10 2022-03-04", "Change end" },
  { DIALOGUES, 500, "<Shift><Control>Left", 20, "2022-01-10 2022-01-10", "Change end" },
  { "Interim results of the pilot at the board", 60, "<Control>Right", 2, "2022-02-18 2022-02-18", "Change milestone" },
  { "Interim results of the pilot at the board", 60, "<Shift><Control>Right", 2, "2022-02-16 2022-02-16", NULL },
  { "Sparring 1", 60, "<Control>Right", 1, "2021-11-17T09:00:00+02:00 2021-11-17T09:00:00+02:00", "Change sparring session" },
  { "Waste forecast", 60, "<Shift><Control>Right", 1, "2022-01-10 2022-04-01", "Change end" },
};

/* Nothing but what the key is for has changed, and one step takes it back. */
static void
test_keys (Timeline      *timeline,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *before = timeline_dump (timeline);
      g_autofree char *undone = NULL;

      g_test_message ("%s: %s %u times at %g days", keys[i].title, keys[i].key, keys[i].presses, keys[i].n_days);
      timeline_show (timeline, "2022-01-01", keys[i].n_days);
      timeline_select (timeline, keys[i].title);
      for (guint n = 0; n < keys[i].presses; n++)
        timeline_press (timeline, keys[i].key);
      timeline_assert_dates (timeline, keys[i].title, keys[i].dates);
      g_assert_cmpstr (academy_store_get_undo_label (timeline->store), ==, keys[i].label);
      g_assert_cmpuint (timeline_find (timeline, keys[i].title), !=, GTK_INVALID_LIST_POSITION);

      if (keys[i].label != NULL)
        timeline_undo (timeline);
      g_assert_null (academy_store_get_undo_label (timeline->store));
      undone = timeline_dump (timeline);
      g_assert_cmpstr (undone, ==, before);
    }
}

static void
test_progress (Timeline      *timeline,
               gconstpointer  data)
{
  static const struct { const char *key; guint presses; gint64 progress; } rows[] = {
    { "<Alt>Page_Up", 3, 30 }, { "<Alt>Page_Up", 12, 100 }, { "<Alt>Page_Down", 2, 0 },
  };
  g_autoptr(AcademyItem) measure = timeline_find_item (timeline, DIALOGUES);

  timeline_select (timeline, DIALOGUES);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint n = 0; n < rows[i].presses; n++)
        timeline_press (timeline, rows[i].key);
      g_assert_cmpint (academy_item_get_number (measure, "progress"), ==, rows[i].progress);
      g_assert_cmpstr (academy_store_get_undo_label (timeline->store), ==, "Change progress");
      timeline_undo (timeline);
      g_assert_cmpint (academy_item_get_number (measure, "progress"), ==, ACADEMY_UNSET);
    }
}

static void
test_add (Timeline      *timeline,
          gconstpointer  data)
{
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *nothing = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *selected = NULL;

  timeline_select (timeline, DIALOGUES);
  timeline_press (timeline, "Insert");
  g_assert_cmpstr (timeline->opened, ==, "Measure");
  g_assert_cmpuint (timeline->n_opened, ==, 1);
  nothing = timeline_dump (timeline);
  g_assert_cmpstr (nothing, ==, before);
  timeline_write_begun (timeline);
  timeline_assert_dates (timeline, "Measure", "2022-02-26 2022-03-11");
  selected = timeline_dup_selected (timeline);
  g_assert_cmpstr (selected, ==, "Measure");
  timeline_undo (timeline);
  undone = timeline_dump (timeline);
  g_assert_cmpstr (undone, ==, before);
  g_assert_null (timeline->error);

  /* Nothing is selected: it begins today. */
  gtk_selection_model_unselect_all (academy_timeline_view_get_selection (timeline->view));
  gtk_window_set_focus (GTK_WINDOW (timeline->window), NULL);
  timeline_press (timeline, "Insert");
  timeline_write_begun (timeline);
  timeline_assert_dates (timeline, "Measure", "2022-02-14 2022-02-27");
}

static void
test_delete (Timeline      *timeline,
             gconstpointer  data)
{
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *undone = NULL;

  timeline_select (timeline, DIALOGUES);
  timeline_select_too (timeline, "Sparring 2");
  timeline_press (timeline, "Delete");
  g_assert_cmpuint (timeline_find (timeline, DIALOGUES), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (timeline_find (timeline, "Sparring 2"), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpstr (academy_store_get_undo_label (timeline->store), ==, "Delete several items");
  g_assert_cmpstr (timeline->text, ==, "2 items deleted");
  g_assert_cmpstr (timeline->action, ==, "win.undo");
  timeline_undo (timeline);
  undone = timeline_dump (timeline);
  g_assert_cmpstr (undone, ==, before);
}

static gboolean
is_in_sight (gpointer data)
{
  Timeline *timeline = data;
  GtkWidget *list = timeline_get_part (timeline->view, "list");
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (timeline_find_lane (timeline, DIALOGUES)));
  graphene_rect_t bounds;

  return gtk_widget_get_child_visible (row) && gtk_widget_compute_bounds (row, list, &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (list);
}

/* What comes back far below is seen whole. */
static void
test_back (Timeline      *timeline,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) item = timeline_find_item (timeline, DIALOGUES);
  g_autofree char *id = g_strdup (academy_item_get_id (item));

  gtk_window_set_default_size (GTK_WINDOW (timeline->window), 1000, 300);
  test_settle (timeline->window);
  timeline_select (timeline, DIALOGUES);
  g_clear_object (&item);
  timeline_press (timeline, "Delete");
  gtk_list_view_scroll_to (GTK_LIST_VIEW (timeline_get_part (timeline->view, "list")), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  test_settle (timeline->window);
  timeline_undo (timeline);
  academy_timeline_view_show_item (timeline->view, id);
  test_settle (timeline->window);
  test_wait_for (is_in_sight, timeline);
}

/* What is selected moves together, as one step. */
static void
test_several (Timeline      *timeline,
              gconstpointer  data)
{
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *undone = NULL;

  timeline_show (timeline, "2022-01-01", 60);
  timeline_select (timeline, DIALOGUES);
  timeline_select_too (timeline, "Rewrite the cleaning");
  timeline_select_too (timeline, "Interim results");
  timeline_press (timeline, "<Control>Right");
  timeline_press (timeline, "<Control>Right");
  timeline_assert_dates (timeline, DIALOGUES, "2022-01-12 2022-02-27");
  timeline_assert_dates (timeline, "Rewrite the cleaning", "2022-01-05 2022-04-02");
  timeline_assert_dates (timeline, "Interim results", "2022-02-18 2022-02-18");
  timeline_undo (timeline);
  undone = timeline_dump (timeline);
  g_assert_cmpstr (undone, ==, before);
}

/* Once on what comes first, and once on what depends on it. */
static void
test_link (Timeline      *timeline,
           gconstpointer  data)
{
  guint n_dependencies = timeline_count (timeline, &academy_dependency_kind);
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *after = NULL;

  timeline_select (timeline, "Draw up");
  timeline_press (timeline, "<Control>l");
  g_assert_cmpstr (timeline->text, ==,
                   "Select the measure that depends on “Draw up an annual clock for procurement” and press Ctrl+L");
  g_assert_cmpuint (timeline_count (timeline, &academy_dependency_kind), ==, n_dependencies);

  /* People go to the other one with the mouse as well. */
  timeline_click (timeline, DIALOGUES);
  timeline_select (timeline, DIALOGUES);
  timeline_press (timeline, "<Control>l");
  g_assert_cmpstr (timeline->text, ==,
                   "“Hold two market dialogues” depends on “Draw up an annual clock for procurement” now");
  g_assert_cmpuint (timeline_count (timeline, &academy_dependency_kind), ==, n_dependencies + 1);
  g_assert_cmpstr (academy_store_get_undo_label (timeline->store), ==, "Add dependency");
  timeline_undo (timeline);

  /* What would wait for itself is refused, and nothing has changed. */
  timeline_select (timeline, DIALOGUES);
  timeline_press (timeline, "<Control>l");
  timeline_select (timeline, "List the contracts");
  timeline_press (timeline, "<Control>l");
  g_assert_cmpstr (timeline->error, ==, "“Hold two market dialogues” already waits for “List the contracts ending within "
                   "two years”, so “List the contracts ending within two years” cannot wait for “Hold two market dialogues”.");
  after = timeline_dump (timeline);
  g_assert_cmpstr (after, ==, before);

  /* Escape forgets the first one. */
  timeline_press (timeline, "<Control>l");
  timeline_press (timeline, "Escape");
  timeline_select (timeline, "Draw up");
  timeline_press (timeline, "<Control>l");
  g_assert_cmpuint (timeline_count (timeline, &academy_dependency_kind), ==, n_dependencies);
}

/* What depends on what is moved stays where it is; moving it too is offered, by
 * as much as all the presses together, and is a step of its own. */
static void
test_followers (Timeline      *timeline,
                gconstpointer  data)
{
  g_autofree char *moved = NULL;
  g_autofree char *undone = NULL;

  timeline_show (timeline, "2022-01-01", 60);
  timeline_select (timeline, "Agree on principles");
  for (guint i = 0; i < 3; i++)
    timeline_press (timeline, "<Control>Right");
  timeline_assert_dates (timeline, "Agree on principles", "2022-01-20 2022-03-03");
  timeline_assert_dates (timeline, "Update the procurement", "2022-03-01 2022-06-30");
  g_assert_cmpstr (timeline->text, ==,
                   "“Update the procurement guideline to allow experiments” depends on this and stays where it is");
  g_assert_cmpstr (timeline->button, ==, "_Move too");
  g_assert_cmpstr (timeline->action, ==, "timeline.shift-followers");

  moved = timeline_dump (timeline);
  gtk_widget_activate_action (GTK_WIDGET (timeline->view), timeline->action, NULL);
  timeline_assert_dates (timeline, "Update the procurement", "2022-03-04 2022-07-03");
  g_assert_cmpstr (academy_store_get_undo_label (timeline->store), ==, "Move measure");
  /* Once is enough. */
  gtk_widget_activate_action (GTK_WIDGET (timeline->view), timeline->action, NULL);
  timeline_assert_dates (timeline, "Update the procurement", "2022-03-04 2022-07-03");
  timeline_undo (timeline);
  undone = timeline_dump (timeline);
  g_assert_cmpstr (undone, ==, moved);

  /* What was taken back does not count. */
  timeline_undo (timeline);
  timeline_press (timeline, "<Control>Right");
  gtk_widget_activate_action (GTK_WIDGET (timeline->view), timeline->action, NULL);
  timeline_assert_dates (timeline, "Agree on principles", "2022-01-18 2022-03-01");
  timeline_assert_dates (timeline, "Update the procurement", "2022-03-02 2022-07-01");
}

/* What is offered after an edit is gone with the next one. */
static void
test_offer (Timeline      *timeline,
            gconstpointer  data)
{
  GtkWidget *pane = academy_timeline_pane_new (timeline->store, academy_item_get_id (timeline->organisation));
  Timeline shown = {
    .store = timeline->store,
    .view = academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane)),
    .window = test_present (pane),
  };

  timeline_show (&shown, "2022-01-01", 60);
  timeline_select (&shown, "Agree on principles");
  timeline_press (&shown, "<Control>Right");
  test_settle (shown.window);
  g_assert_nonnull (test_find (shown.window, GTK_TYPE_BUTTON, "_Move too"));

  timeline_select (&shown, "Measure waste");
  timeline_press (&shown, "<Alt>Page_Up");
  test_settle (shown.window);
  g_assert_null (test_find (shown.window, GTK_TYPE_BUTTON, "_Move too"));

  gtk_window_destroy (GTK_WINDOW (shown.window));
  timeline_drain ();
}

static gboolean
is_compared (gpointer data)
{
  g_autofree char *baseline = NULL;

  g_object_get (data, "baseline", &baseline, NULL);
  return *baseline != '\0';
}

/* Who sets a baseline sees at once what differs from it. */
static void
test_baseline (Timeline      *timeline,
               gconstpointer  data)
{
  GtkWidget *pane = academy_timeline_pane_new (timeline->store, academy_item_get_id (timeline->organisation));
  GtkWidget *window = test_present (pane);
  AcademyTimelineView *view = academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane));
  g_autofree char *baseline = NULL;
  g_autoptr(AcademyItem) item = NULL;
  GtkWidget *dialog, *focus;
  int start, end;

  gtk_widget_activate_action (pane, "pane.set-baseline", NULL);
  test_settle (window);
  dialog = test_find (window, ADW_TYPE_ALERT_DIALOG, NULL);
  g_assert_nonnull (dialog);
  /* The name is there to be typed over, and Enter is enough. */
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end));
  g_assert_cmpint (end - start, ==, g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (focus)), -1));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Before the summer");
  g_signal_emit_by_name (focus, "activate");
  test_wait_for (is_compared, view);
  g_object_get (view, "baseline", &baseline, NULL);
  item = academy_store_get (timeline->store, &academy_baseline_kind, baseline, NULL);
  g_assert_cmpstr (academy_item_get_text (item, "title"), ==, "Before the summer");
  g_assert_cmpuint (timeline_count (timeline, &academy_baseline_kind), >=, 1);

  gtk_window_destroy (GTK_WINDOW (window));
  timeline_drain ();
}

static void
check_dialog (GtkWidget  *pane,
              GtkWidget  *window,
              const char *action)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (pane, action, NULL);
  test_settle (window);
  dialog = test_find (window, ADW_TYPE_ALERT_DIALOG, NULL);
  test_assert_one_line (dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  test_settle (window);
}

/* Fields of one line that are none of an item. */
static void
test_one_line (Timeline      *timeline,
               gconstpointer  data)
{
  GtkWidget *pane = academy_timeline_pane_new (timeline->store, academy_item_get_id (timeline->organisation));
  GtkWidget *window = test_present (pane);
  GtkWidget *search = test_find (pane, GTK_TYPE_SEARCH_BAR, NULL);

  check_dialog (pane, window, "pane.set-baseline");
  check_dialog (pane, window, "pane.export");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (search), TRUE);
  test_settle (window);
  test_assert_one_line (search);

  gtk_window_destroy (GTK_WINDOW (window));
  timeline_drain ();
}

static gboolean
press_on_page (GtkWidget  *root,
               const char *key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (root);
  guint keyval;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (key, &keyval, &modifiers));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) ||
          gtk_shortcut_controller_get_scope (GTK_SHORTCUT_CONTROLLER (controller)) != GTK_SHORTCUT_SCOPE_GLOBAL)
        continue;
      for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (controller)); n++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), n);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, root,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (press_on_page (child, key))
      return TRUE;

  return FALSE;
}

/* Keys that the menu tells of work wherever the focus is, but where somebody
 * writes; Ctrl+F goes to what is looked for, and Escape back to the rows. */
static void
test_page_keys (Timeline      *timeline,
                gconstpointer  data)
{
  GtkWidget *pane = academy_timeline_pane_new (timeline->store, academy_item_get_id (timeline->organisation));
  GtkWidget *window = test_present (pane);
  AcademyTimelineView *view = academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane));
  AcademyAxis *axis = academy_timeline_context_get_axis (timeline_get_context (view));
  double n_days = academy_axis_get_n_days (axis);
  GtkWidget *bar = test_find (window, GTK_TYPE_SEARCH_BAR, NULL);
  GtkWidget *entry = gtk_search_bar_get_child (GTK_SEARCH_BAR (bar));
  GtkWidget *focus;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (press_on_page (window, "<Control>plus"));
  g_assert_cmpfloat (academy_axis_get_n_days (axis), <, n_days);
  n_days = academy_axis_get_n_days (axis);

  g_assert_true (press_on_page (window, "<Control>f"));
  test_settle (window);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, entry));
  g_assert_false (press_on_page (window, "<Control>plus"));
  g_assert_cmpfloat (academy_axis_get_n_days (axis), ==, n_days);

  gtk_editable_set_text (GTK_EDITABLE (entry), "dialogues");
  test_settle (window);
  g_signal_emit_by_name (entry, "stop-search");
  test_settle (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, timeline_get_part (view, "list")));

  gtk_window_destroy (GTK_WINDOW (window));
  timeline_drain ();
}

static GtkWidget *
find_day (GtkWidget  *window,
          const char *title)
{
  GtkWidget *entry = test_find (window, ACADEMY_TYPE_DAY_ENTRY, title);

  g_assert_nonnull (entry);
  return entry;
}

/* The dates of a picture are typed as those of a form: in short, as a week, of
 * which an end is the last working day, and refused with a reason. */
static void
test_output (Timeline      *timeline,
             gconstpointer  data)
{
  GtkWidget *pane = academy_timeline_pane_new (timeline->store, academy_item_get_id (timeline->organisation));
  GtkWidget *window = test_present (pane);
  GtkWidget *dialog, *from, *to;

  gtk_widget_activate_action (pane, "pane.export", NULL);
  test_settle (window);
  dialog = test_find (window, ADW_TYPE_ALERT_DIALOG, NULL);
  from = find_day (window, "From, if not the whole plan");
  to = find_day (window, "To, if not the whole plan");

  gtk_widget_grab_focus (from);
  gtk_editable_set_text (GTK_EDITABLE (from), "1.3.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (from)), ==, "1.3.");
  gtk_widget_grab_focus (to);
  test_settle (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (from)), ==, "1 Mar 2022");
  gtk_editable_set_text (GTK_EDITABLE (to), "week 20");
  gtk_widget_grab_focus (from);
  test_settle (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (to)), ==, "20 May 2022");
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "go"));
  g_assert_null (test_find (window, GTK_TYPE_LABEL, "The end is before the start."));

  gtk_editable_set_text (GTK_EDITABLE (from), "1.6.2022");
  test_settle (window);
  g_assert_nonnull (test_find (window, GTK_TYPE_LABEL, "The end is before the start."));
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "go"));

  gtk_editable_set_text (GTK_EDITABLE (from), "31.2.2022");
  gtk_widget_grab_focus (to);
  test_settle (window);
  g_assert_nonnull (test_find (window, GTK_TYPE_LABEL,
                               "There is no such day in the calendar. Write the date as 19 Oct 2021."));
  g_assert_null (test_find (window, GTK_TYPE_LABEL, "The end is before the start."));
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "go"));
  g_assert_true (gtk_widget_has_css_class (from, "error"));

  gtk_editable_set_text (GTK_EDITABLE (from), "");
  test_settle (window);
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "go"));
  g_assert_false (gtk_widget_has_css_class (from, "error"));

  /* What is being typed as it is closed is left like anything else. */
  gtk_widget_grab_focus (to);
  gtk_editable_set_text (GTK_EDITABLE (to), "1.4.");
  adw_dialog_close (ADW_DIALOG (dialog));
  test_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
  timeline_drain ();
}

/* All tools have room in the narrowest window, with hints among them. */
static void
test_narrow_tools (Timeline      *timeline,
                   gconstpointer  data)
{
  GtkWidget *pane = academy_timeline_pane_new (timeline->store, academy_item_get_id (timeline->organisation));
  GtkWidget *window = test_present (pane);
  GtkWidget *view = GTK_WIDGET (academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane)));
  int minimum;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  test_settle (window);
  g_assert_cmpint (gtk_widget_get_width (window), <=, 360);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 348);

  gtk_window_destroy (GTK_WINDOW (window));
  timeline_drain ();
}

static gboolean
has_hints (gpointer button)
{
  return gtk_widget_get_visible (button);
}

static guint
count_rows (GtkWidget *list)
{
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), n_rows) != NULL)
    n_rows++;
  return n_rows;
}

/* Adds a session on Independence Day. */
static void
add_session (Timeline *timeline)
{
  g_autoptr(AcademyItem) session = academy_item_new_part (&academy_session_kind, academy_item_get_id (timeline->organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_session_kind.add);
  g_autoptr(GDateTime) start = g_date_time_new_from_iso8601 ("2030-12-06T09:00:00+02:00", NULL);

  g_object_set (session, "number", G_GINT64_CONSTANT (9), "start", start, NULL);
  academy_edit_create (edit, session);
  g_assert_true (academy_store_apply (timeline->store, edit, NULL));
}

/* The list has the hints of now, when it is opened and while it is open. */
static void
test_hints (Timeline      *timeline,
            gconstpointer  data)
{
  GtkWidget *pane, *window, *button, *popover, *list;
  guint n_rows;

  add_session (timeline);
  pane = academy_timeline_pane_new (timeline->store, academy_item_get_id (timeline->organisation));
  window = test_present (pane);
  button = academy_descendant_find (pane, ACADEMY_TYPE_HINTS_BUTTON);
  test_wait_for (has_hints, button);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (button)))));
  list = academy_descendant_find (popover, GTK_TYPE_LIST_BOX);
  gtk_popover_popup (GTK_POPOVER (popover));
  n_rows = count_rows (list);
  g_assert_cmpuint (n_rows, >, 0);
  gtk_popover_popdown (GTK_POPOVER (popover));
  test_settle (window);

  add_session (timeline);
  test_settle (window);
  gtk_popover_popup (GTK_POPOVER (popover));
  g_assert_cmpuint (count_rows (list), ==, n_rows + 1);

  g_assert_true (academy_store_undo (timeline->store, NULL));
  test_settle (window);
  g_assert_cmpuint (count_rows (list), ==, n_rows);

  gtk_window_destroy (GTK_WINDOW (window));
  timeline_drain ();
}

/* An end that stops at the start goes no further, and what follows it neither. */
static void
test_followers_of_end (Timeline      *timeline,
                       gconstpointer  data)
{
  guint n_messages;

  timeline_show (timeline, "2022-01-01", 500);
  timeline_select (timeline, "Agree on principles");
  /* Only the first of what is selected is made longer, and the other follows it. */
  timeline_select_too (timeline, "Update the procurement");
  timeline_press (timeline, "<Shift><Control>Right");
  timeline_assert_dates (timeline, "Agree on principles", "2022-01-17 2022-03-07");
  g_assert_cmpstr (timeline->text, ==,
                   "“Update the procurement guideline to allow experiments” depends on this and stays where it is");
  gtk_widget_activate_action (GTK_WIDGET (timeline->view), timeline->action, NULL);
  timeline_assert_dates (timeline, "Update the procurement", "2022-03-08 2022-07-07");

  timeline_select (timeline, "Agree on principles");
  for (guint i = 0; i < 10; i++)
    timeline_press (timeline, "<Shift><Control>Left");
  timeline_assert_dates (timeline, "Agree on principles", "2022-01-17 2022-01-17");
  gtk_widget_activate_action (GTK_WIDGET (timeline->view), timeline->action, NULL);
  timeline_assert_dates (timeline, "Update the procurement", "2022-01-18 2022-05-19");

  /* Nothing moved, so nothing is offered. */
  n_messages = timeline->n_messages;
  timeline_press (timeline, "<Shift><Control>Left");
  g_assert_cmpuint (timeline->n_messages, ==, n_messages);
}

/* Alt+Left goes back, and moves nothing. What a run of presses of the other keys has
 * moved is told once, with an undo. */
static void
test_told (Timeline      *timeline,
           gconstpointer  data)
{
  timeline_show (timeline, "2022-01-01", 60);
  timeline_select (timeline, "Waste forecast");
  timeline_press (timeline, "<Alt>Left");
  g_assert_null (academy_store_get_undo_label (timeline->store));

  for (guint i = 0; i < 3; i++)
    timeline_press (timeline, "<Control>Left");
  g_assert_cmpuint (timeline->n_messages, ==, 0);
  while (timeline->n_messages == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (timeline->n_messages, ==, 1);
  g_assert_cmpstr (timeline->text, ==, "“Waste forecast in two school kitchens” is now 7 Jan – 28 Mar 2022");
  g_assert_cmpstr (timeline->action, ==, "win.undo");

  /* An edge that stays where it is has no news, and no step to undo. */
  timeline_undo (timeline);
  timeline_press (timeline, "<Control>Left");
  timeline_undo (timeline);
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (timeline->n_messages, ==, 1);
}

static const TimelineCase cases[] = {
  { "/timeline-edits/keys", test_keys },
  { "/timeline-edits/progress", test_progress },
  { "/timeline-edits/add", test_add },
  { "/timeline-edits/delete", test_delete },
  { "/timeline-edits/back", test_back },
  { "/timeline-edits/several", test_several },
  { "/timeline-edits/link", test_link },
  { "/timeline-edits/followers", test_followers },
  { "/timeline-edits/offer", test_offer },
  { "/timeline-edits/baseline", test_baseline },
  { "/timeline-edits/one-line", test_one_line },
  { "/timeline-edits/page-keys", test_page_keys },
  { "/timeline-edits/output", test_output },
  { "/timeline-edits/narrow-tools", test_narrow_tools },
  { "/timeline-edits/hints", test_hints },
  { "/timeline-edits/followers-of-end", test_followers_of_end },
  { "/timeline-edits/told", test_told },
};

int
main (int    argc,
      char **argv)
{
  return timeline_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
