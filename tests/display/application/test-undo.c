/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-cell.h"
#include "academy-draft.h"
#include "academy-form.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-organisation-page.h"
#include "academy-paste-dialog.h"
#include "academy-plan-page.h"
#include "academy-timeline-lane.h"
#include "academy-timeline-view.h"
#include "academy-translation.h"
#include "academy-undone-dialog.h"
#include "plan-fixture.h"
#include "window-fixture.h"

typedef struct {
  WindowFixture  shown;

  /* Owned */
  AcademyItem   *organisation;
  AcademyItem   *measures[3];

  /* Borrowed */
  AcademyWindow *window;
  AcademyStore  *store;

  guint          n_failed;
} Fixture;

static AcademyItem *
add (Fixture           *fixture,
     const AcademyKind *kind,
     const char        *owner,
     const char        *title)
{
  AcademyItem *item = academy_item_new_part (kind, owner);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);

  g_object_set (item, "title", title, NULL);
  academy_edit_create (edit, item);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  return item;
}

static void
failed_cb (Fixture *fixture,
           GError  *error)
{
  g_test_message ("%s", error->message);
  fixture->n_failed++;
}

/* Turku has three measures, and its plan is shown. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char * const titles[] = { "A", "B", "C" };

  window_fixture_set_up (&fixture->shown, "2021");
  window_fixture_open (&fixture->shown);
  fixture->window = fixture->shown.window;
  fixture->store = fixture->window->store;
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    fixture->measures[i] = add (fixture, &academy_measure_kind, academy_item_get_id (fixture->organisation), titles[i]);
  g_signal_connect_swapped (fixture->store, "failed", G_CALLBACK (failed_cb), fixture);

  academy_window_show_place (fixture->window, academy_item_get_id (fixture->organisation));
  academy_organisation_page_show_view (
    ACADEMY_ORGANISATION_PAGE (adw_navigation_split_view_get_content (fixture->window->split_view)), "plan");
  test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  g_signal_handlers_disconnect_by_data (fixture->store, fixture);
  g_clear_object (&fixture->organisation);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->measures); i++)
    g_clear_object (&fixture->measures[i]);
  window_fixture_tear_down (&fixture->shown);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  test_settle (GTK_WIDGET (fixture->window));
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return test_find (GTK_WIDGET (fixture->window), type, text);
}

/* The toast that is there says @text and offers @button. */
static GtkWidget *
assert_toast (Fixture    *fixture,
              const char *text,
              const char *button)
{
  GtkWidget *found = find (fixture, GTK_TYPE_BUTTON, button);

  if (find (fixture, GTK_TYPE_LABEL, text) == NULL)
    g_error ("There is no toast “%s”", text);
  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return find (fixture, ACADEMY_TYPE_PLAN_PAGE, NULL);
}

/* The measure is selected, and shown in the form if that is open. */
static void
assert_shown (Fixture     *fixture,
              AcademyItem *measure)
{
  GtkWidget *form = find (fixture, ACADEMY_TYPE_FORM, NULL);

  plan_assert_only (get_page (fixture), measure);
  if (form != NULL)
    g_assert_cmpstr (academy_item_get_id (academy_form_get_item (ACADEMY_FORM (form))), ==, academy_item_get_id (measure));
}

/* What is undone in sight can be done again, and what is done again undone. */
static void
test_toast (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *button;

  test_set_text (fixture->store, fixture->measures[1], "end", "2022-01-10");
  activate (fixture, "win.undo");
  button = assert_toast (fixture, "Undone: end date of “B”, City of Turku", "_Redo");
  assert_shown (fixture, fixture->measures[1]);
  g_signal_emit_by_name (button, "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  button = assert_toast (fixture, "Redone: end date of “B”, City of Turku", "_Undo");
  g_assert_nonnull (academy_item_get_date (fixture->measures[1], "end"));
  g_signal_emit_by_name (button, "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_null (academy_item_get_date (fixture->measures[1], "end"));
}

static void
count_cb (GMenuModel *menu,
          int         position,
          int         removed,
          int         added,
          guint      *n_changes)
{
  *n_changes += 1;
}

/* The menu is made anew only when a step has another name, not with each cell that is edited. */
static void
test_same_name (Fixture      *fixture,
                gconstpointer data)
{
  guint n_changes = 0;

  test_set_text (fixture->store, fixture->measures[1], "end", "2022-01-10");
  g_signal_connect (fixture->window->undo_menu, "items-changed", G_CALLBACK (count_cb), &n_changes);
  test_set_text (fixture->store, fixture->measures[2], "end", "2022-01-11");
  g_assert_cmpuint (n_changes, ==, 0);
  activate (fixture, "win.undo");
  g_assert_cmpuint (n_changes, >, 0);
  g_signal_handlers_disconnect_by_func (fixture->window->undo_menu, count_cb, &n_changes);
}

/* Keys in a dialog whose content is not saved undo that, and never the file behind. */
static void
test_preview (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(AcademyGrid) grid = academy_grid_new_from_text ("Measure\tStatus\nMap the needs\tSomewhere\n", NULL);
  const AcademyField *status = academy_kind_find_field (&academy_measure_kind, "status");
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_auto(GValue) value = G_VALUE_INIT;
  AcademyTableModel *model;
  AcademyItem *draft;
  AdwDialog *dialog;

  test_set_text (fixture->store, fixture->measures[1], "end", "2022-01-10");
  dialog = academy_paste_dialog_open (get_page (fixture), fixture->store, &academy_measure_kind, fixture->organisation,
                                      g_steal_pointer (&grid));
  test_settle (window);
  model = academy_table_get_model (academy_paste_dialog_get_table (ACADEMY_PASTE_DIALOG (dialog)));
  draft = academy_paste_get_drafts (academy_table_model_get_paste (model))->pdata[0];
  academy_value_init (status, &value);
  g_value_set_string (&value, "done");
  g_assert_true (academy_table_model_save (model, draft, status, &value, NULL));
  test_settle (window);
  g_assert_null (test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_CELL, "Somewhere"));

  academy_table_focus (academy_paste_dialog_get_table (ACADEMY_PASTE_DIALOG (dialog)), draft, status);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (test_press_on (GTK_WIDGET (dialog), GTK_PHASE_CAPTURE, "<Control>z"));
      test_settle (window);
      g_assert_nonnull (test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_CELL, "Somewhere"));
      g_assert_cmpstr (academy_item_get_text (draft, "status"), ==, "idea");
      g_assert_nonnull (academy_item_get_date (fixture->measures[1], "end"));
    }
  g_assert_true (test_press_on (GTK_WIDGET (dialog), GTK_PHASE_CAPTURE, "<Shift><Control>z"));
  test_settle (window);
  g_assert_cmpstr (academy_item_get_text (draft, "status"), ==, "done");
  adw_dialog_force_close (dialog);
  test_settle (window);

  activate (fixture, "win.new-programme");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  gtk_widget_grab_focus (test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL));
  g_assert_false (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (window))));
  g_assert_true (test_press_on (GTK_WIDGET (dialog), GTK_PHASE_CAPTURE, "<Control>z"));
  test_settle (window);
  g_assert_nonnull (academy_item_get_date (fixture->measures[1], "end"));
  adw_dialog_force_close (dialog);
  test_settle (window);
}

/* What is undone elsewhere is a click away. */
static void
test_show (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(AcademyItem) goal = add (fixture, &academy_goal_kind, academy_item_get_id (fixture->organisation), "Less waste");
  GtkWidget *button;

  test_set_text (fixture->store, goal, "title", "Less waste by far");
  test_set_text (fixture->store, fixture->measures[2], "end", "2022-01-10");
  academy_window_show_place (fixture->window, "people");
  test_settle (GTK_WIDGET (fixture->window));

  activate (fixture, "win.undo");
  button = assert_toast (fixture, "Undone: end date of “C”, City of Turku", "_Show");
  g_signal_emit_by_name (button, "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (fixture->organisation));
  assert_shown (fixture, fixture->measures[2]);

  activate (fixture, "win.undo");
  button = assert_toast (fixture, "Undone: title of “Less waste”, City of Turku", "_Show");
  g_signal_emit_by_name (button, "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (test_get_text (gtk_root_get_focus (GTK_ROOT (fixture->window))), ==, "Less waste");
}

/* The text of what has the focus: a row, or a cell of a table. */
static const char *
get_focused_text (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  GtkWidget *cell = gtk_widget_get_first_child (focus);

  return test_get_text (ACADEMY_IS_CELL (cell) ? cell : focus);
}

/* A part of the plan that is in another view of it is a click away as well. */
static void
test_plan_views (Fixture      *fixture,
                 gconstpointer data)
{
  const AcademyKind *kinds[] = { &academy_pilot_kind, &academy_risk_kind };
  const char *views[] = { "pilot", "risks" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(AcademyItem) item = add (fixture, kinds[i], academy_item_get_id (fixture->organisation), "Part");

      academy_plan_page_show_view (ACADEMY_PLAN_PAGE (get_page (fixture)), "measures");
      test_set_text (fixture->store, item, "title", "Another");
      activate (fixture, "win.undo");
      g_signal_emit_by_name (assert_toast (fixture, "Undone: title of “Part”, City of Turku", "_Show"), "clicked");
      test_settle (GTK_WIDGET (fixture->window));
      g_assert_cmpstr (academy_plan_page_get_view (ACADEMY_PLAN_PAGE (get_page (fixture))), ==, views[i]);
      g_assert_cmpstr (get_focused_text (fixture), ==, "Part");

      test_set_text (fixture->store, item, "title", "Another");
      activate (fixture, "win.undo");
      assert_toast (fixture, "Undone: title of “Part”, City of Turku", "_Redo");
    }

  /* Measures are out of sight now. */
  test_set_text (fixture->store, fixture->measures[1], "end", "2022-01-10");
  activate (fixture, "win.undo");
  g_signal_emit_by_name (assert_toast (fixture, "Undone: end date of “B”, City of Turku", "_Show"), "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  assert_shown (fixture, fixture->measures[1]);
}

/* Who writes in one measure is not put into another. */
static void
test_writing (Fixture      *fixture,
              gconstpointer data)
{
  test_set_text (fixture->store, fixture->measures[2], "end", "2022-01-10");
  plan_open (get_page (fixture), 0);
  academy_form_start (ACADEMY_FORM (find (fixture, ACADEMY_TYPE_FORM, NULL)), "title");
  activate (fixture, "win.undo");
  assert_toast (fixture, "Undone: end date of “C”, City of Turku", "_Show");
  g_assert_true (academy_form_get_item (ACADEMY_FORM (find (fixture, ACADEMY_TYPE_FORM, NULL))) == fixture->measures[0]);
}

/* A toast is about its own edit, or gone. */
static void
test_own_edit (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *button, *entry;

  plan_select (get_page (fixture), 1);
  plan_activate (GTK_WIDGET (fixture->window), "pane.delete");
  test_settle (GTK_WIDGET (fixture->window));
  button = assert_toast (fixture, "“B” deleted", "_Undo");

  /* What is typed and not saved yet is an edit as well. */
  plan_open (get_page (fixture), 1);
  academy_form_start (ACADEMY_FORM (find (fixture, ACADEMY_TYPE_FORM, NULL)), "title");
  entry = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (entry), "C typed on");
  g_signal_emit_by_name (button, "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (academy_item_get_text (fixture->measures[2], "title"), ==, "C typed on");
  g_assert_cmpuint (academy_table_model_count (academy_table_get_model (plan_get_table (get_page (fixture)))), ==, 2);
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "“B” deleted"));
}

/* Rows that were changed together stay selected when that is undone. */
static void
test_selected_together (Fixture      *fixture,
                        gconstpointer data)
{
  AcademyTableModel *model = academy_table_get_model (plan_get_table (get_page (fixture)));
  const AcademyField *field = academy_kind_find_field (&academy_measure_kind, "owner_role");
  g_auto(GValue) owner = G_VALUE_INIT;
  g_autoptr(GPtrArray) items = NULL;

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (model));
  items = academy_table_model_get_selected_items (model);
  g_assert_cmpuint (items->len, >, 1);
  academy_value_init (field, &owner);
  g_value_set_string (&owner, "Lawyer");
  g_assert_true (academy_table_model_save_all (model, items, field, &owner, NULL));

  activate (fixture, "win.undo");
  g_assert_null (academy_item_get_text (fixture->measures[0], "owner_role"));
  g_assert_cmpuint (academy_table_model_count_selected (model), ==, items->len);
}

/* After a deletion the neighbour is selected at the same height, and undo
 * selects what came back. */
static void
test_neighbour (Fixture      *fixture,
                gconstpointer data)
{
  static const struct {
    guint deleted;
    guint neighbour;
  } cases[] = { { 0, 1 }, { 1, 2 }, { 2, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plan_select (get_page (fixture), cases[i].deleted);
      plan_activate (GTK_WIDGET (fixture->window), "pane.delete");
      test_settle (GTK_WIDGET (fixture->window));
      assert_shown (fixture, fixture->measures[cases[i].neighbour]);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                             find (fixture, ACADEMY_TYPE_TABLE, NULL)));

      activate (fixture, "win.undo");
      assert_shown (fixture, fixture->measures[cases[i].deleted]);
      g_clear_object (&fixture->measures[cases[i].deleted]);
      fixture->measures[cases[i].deleted] = g_object_ref (academy_table_get_item (plan_get_table (get_page (fixture))));
    }
}

static gboolean
is_in_list (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, find (fixture, ACADEMY_TYPE_TABLE, NULL));
}

/* Who went to the toast is back in the list when it goes. */
static void
test_focus (Fixture      *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *button;

      plan_select (get_page (fixture), 1);
      plan_activate (GTK_WIDGET (fixture->window), "pane.delete");
      test_settle (GTK_WIDGET (fixture->window));
      button = assert_toast (fixture, "“B” deleted", "_Undo");
      g_assert_true (gtk_widget_grab_focus (button));
      g_assert_false (is_in_list (fixture));

      if (i == 0)
        g_signal_emit_by_name (button, "clicked");
      else
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
      test_wait_for (is_in_list, fixture);
      test_settle (GTK_WIDGET (fixture->window));
      g_assert_true (is_in_list (fixture));
    }
}

static gboolean
is_without_dialog (gpointer data)
{
  return test_find (data, ADW_TYPE_DIALOG, NULL) == NULL;
}

/* What was begun last is what is taken back, and no edit with it. */
static void
test_draft (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(AcademyItem) goal = academy_draft_new (fixture->store, &academy_goal_kind, fixture->organisation, NULL);
  GtkWidget *page = find (fixture, ACADEMY_TYPE_PLAN_PAGE, NULL);
  AcademyForm *form;

  test_set_text (fixture->store, fixture->measures[0], "title", "Edited");
  plan_open (page, 3);
  form = ACADEMY_FORM (find (fixture, ACADEMY_TYPE_FORM, NULL));
  g_assert_true (academy_draft_is (academy_form_get_item (form)));

  /* In a dialog, upon another draft. */
  academy_item_dialog_open (page, goal, fixture->store);
  test_settle (GTK_WIDGET (fixture->window));
  activate (fixture, "win.undo");
  test_wait_for (is_without_dialog, fixture->window);
  g_assert_true (academy_draft_is (academy_form_get_item (form)));

  activate (fixture, "win.undo");
  g_assert_null (academy_form_get_item (form));
  g_assert_cmpstr (academy_item_get_text (fixture->measures[0], "title"), ==, "Edited");

  activate (fixture, "win.undo");
  g_assert_cmpstr (academy_item_get_text (fixture->measures[0], "title"), ==, "A");
}

/* An entry that is no field has an undo of its own, which touches no item. */
static void
test_entry (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *text;
  gint64 count;

  gtk_stack_add_named (fixture->window->stack, entry, "entry");
  gtk_stack_set_visible_child (fixture->window->stack, entry);
  gtk_widget_grab_focus (entry);
  test_settle (GTK_WIDGET (fixture->window));
  text = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TEXT (text));
  g_signal_emit_by_name (text, "insert-at-cursor", "abc");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "abc");

  activate (fixture, "win.undo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  activate (fixture, "win.undo");
  g_assert_true (academy_store_count (fixture->store, &academy_measure_kind, NULL, &count, NULL));
  g_assert_cmpint (count, ==, 3);
}

/* Nobody is told that something is missing who has just deleted it: what is
 * shown of each kind goes, comes back, and goes again. */
static void
test_deleted (Fixture      *fixture,
              gconstpointer data)
{
  static const char * const views[] = { "situation", "plan", "timeline", "pilot", "risks", "sparring", "board" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      academy_window_show_place (fixture->window, academy_item_get_id (fixture->organisation));
      academy_organisation_page_show_view (
        ACADEMY_ORGANISATION_PAGE (adw_navigation_split_view_get_content (fixture->window->split_view)), views[i]);
      test_settle (GTK_WIDGET (fixture->window));
      activate (fixture, "win.delete-organisation");
      g_assert_cmpstr (fixture->window->place, ==, "overview");
      activate (fixture, "win.undo");
      g_assert_cmpuint (fixture->n_failed, ==, 0);
    }
}

/* The row that is selected and has the focus in the timeline that is shown. */
static AcademyItem *
get_current (Fixture *fixture)
{
  AcademyTimelineView *view = ACADEMY_TIMELINE_VIEW (find (fixture, ACADEMY_TYPE_TIMELINE_VIEW, NULL));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  GtkWidget *lane = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  AcademyItem *item = academy_timeline_view_get_current (view);

  g_assert_true (ACADEMY_IS_TIMELINE_LANE (lane));
  g_assert_true (academy_line_get_item (academy_timeline_lane_get_row (ACADEMY_TIMELINE_LANE (lane))) == item);
  return item;
}

/* What comes back in a timeline is selected, and keys are about it: in that of a
 * plan and in that of the whole programme. */
static void
test_timeline (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *id = g_strdup (academy_item_get_id (fixture->measures[1]));

  for (guint i = 0; i < G_N_ELEMENTS (fixture->measures); i++)
    test_set_text (fixture->store, fixture->measures[i], "end", "2022-01-10");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(AcademyItem) item = NULL;
      AcademyTimelineView *view;

      if (i == 0)
        academy_organisation_page_show_view (ACADEMY_ORGANISATION_PAGE (find (fixture, ACADEMY_TYPE_ORGANISATION_PAGE, NULL)),
                                             "timeline");
      else
        academy_window_show_place (fixture->window, "timeline");
      test_settle (GTK_WIDGET (fixture->window));
      view = ACADEMY_TIMELINE_VIEW (find (fixture, ACADEMY_TYPE_TIMELINE_VIEW, NULL));
      academy_timeline_view_show_item (view, id);
      test_settle (GTK_WIDGET (fixture->window));
      gtk_widget_activate_action (GTK_WIDGET (view), "timeline.delete", NULL);
      test_settle (GTK_WIDGET (fixture->window));
      activate (fixture, "win.undo");
      item = get_current (fixture);
      g_assert_cmpstr (academy_item_get_id (item), ==, id);
    }
}

/* A translation is seen with what it translates, which has no place in time here. */
static void
test_translation (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(AcademyItem) goal = add (fixture, &academy_goal_kind, academy_item_get_id (fixture->organisation), "Tavoite");
  g_autoptr(AcademyItem) translation =
    academy_translation_new (academy_item_get_id (fixture->organisation), goal,
                             academy_kind_find_field (&academy_goal_kind, "title"), "en");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_translation_kind.add);

  g_object_set (translation, "text", "Goal", NULL);
  academy_edit_create (edit, translation);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_set_text (fixture->store, translation, "text", "Aim");

  academy_window_show_place (fixture->window, "timeline");
  test_settle (GTK_WIDGET (fixture->window));
  activate (fixture, "win.undo");
  g_signal_emit_by_name (assert_toast (fixture, "Undone: text of “Goal”, City of Turku", "_Show"), "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (fixture->organisation));
  g_assert_cmpstr (test_get_text (gtk_root_get_focus (GTK_ROOT (fixture->window))), ==, "Tavoite");
}

/* Without anything to bring back, the focus is on the button that closes. */
static void
test_undone_empty (Fixture      *fixture,
                   gconstpointer data)
{
  AdwDialog *dialog = academy_undone_dialog_new (fixture->store, GTK_WIDGET (fixture->window->stack));

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Nothing has been undone"));
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

      g_assert_true (GTK_IS_BUTTON (focus));
      g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)));
      gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD);
    }
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (fixture->window)), "clicked");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/undo/toast", test_toast },
    { "/undo/same-name", test_same_name },
    { "/undo/preview", test_preview },
    { "/undo/show", test_show },
    { "/undo/plan-views", test_plan_views },
    { "/undo/writing", test_writing },
    { "/undo/own-edit", test_own_edit },
    { "/undo/selected-together", test_selected_together },
    { "/undo/neighbour", test_neighbour },
    { "/undo/focus", test_focus },
    { "/undo/draft", test_draft },
    { "/undo/entry", test_entry },
    { "/undo/deleted", test_deleted },
    { "/undo/timeline", test_timeline },
    { "/undo/translation", test_translation },
    { "/undo/undone-empty", test_undone_empty },
  };

  test_display_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return test_display_run ();
}
