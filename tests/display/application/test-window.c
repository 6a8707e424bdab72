/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "academy-cell.h"
#include "academy-clock.h"
#include "academy-date.h"
#include "academy-form.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-organisation-page.h"
#include "academy-programme.h"
#include "plan-fixture.h"
#include "window-fixture.h"

#define NARROW_WIDTH  360
#define NARROW_HEIGHT 720

typedef WindowFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  window_fixture_set_up (fixture, "2021");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (fixture);
}

static gboolean
has_action (Fixture    *fixture,
            const char *wanted)
{
  GType owner;
  const char *name;
  const GVariantType *type;
  const char *property;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (fixture->window), i,
                                                   &owner, &name, &type, &property); i++)
    if (g_str_equal (name, wanted))
      return TRUE;

  return FALSE;
}

/* As a button or menu item with the action would show it. */
static gboolean
is_enabled (Fixture    *fixture,
            const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_stack_add_child (fixture->window->stack, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_is_sensitive (button);
  gtk_stack_remove (fixture->window->stack, button);

  return enabled;
}

static gboolean
activate (Fixture    *fixture,
          const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const actions[] = {
    "win.undo", "win.redo", "win.open", "win.new-2021", "win.new-example", "win.new-programme", "win.export",
    "win.export-calendar", "win.export-organisation-calendar",
    "win.show-organisation", "win.add-measure", "win.archive-organisation", "win.delete-organisation",
  };
  GActionMap *map = G_ACTION_MAP (fixture->application);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (!has_action (fixture, actions[i]))
      g_error ("There is no action %s", actions[i]);
  g_assert_nonnull (g_action_map_lookup_action (map, "about"));
  g_assert_nonnull (g_action_map_lookup_action (map, "quit"));
}

static void
test_accelerators (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct {
    const char *action;
    const char *accelerator;
  } accelerators[] = {
    { "win.undo", "<Control>z" },
    { "win.redo", "<Shift><Control>z" },
    { "win.open", "<Control>o" },
    { "win.export", "<Control>e" },
    { "win.add-measure", "<Control>n" },
    { "win.show-help-overlay", "F1" },
    { "app.new-window", "<Shift><Control>n" },
    { "window.close", "<Control>w" },
    { "app.quit", "<Control>q" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    {
      g_auto(GStrv) set = gtk_application_get_accels_for_action (GTK_APPLICATION (fixture->application),
                                                                 accelerators[i].action);
      guint key, wanted_key;
      GdkModifierType modifiers, wanted_modifiers;

      g_assert_nonnull (set[0]);
      gtk_accelerator_parse (set[0], &key, &modifiers);
      gtk_accelerator_parse (accelerators[i].accelerator, &wanted_key, &wanted_modifiers);
      g_assert_cmpuint (key, ==, wanted_key);
      g_assert_cmpuint (modifiers, ==, wanted_modifiers);
    }
}

static char *
dup_menu_label (Fixture *fixture,
                int      position)
{
  char *label = NULL;

  g_menu_model_get_item_attribute (G_MENU_MODEL (fixture->window->undo_menu), position, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return label;
}

/* A measure is in the file once its title is typed. */
static void
write_measure (Fixture    *fixture,
               const char *title)
{
  GtkWidget *focus;

  activate (fixture, "win.add-measure");
  test_settle (GTK_WIDGET (fixture->window));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), title);
  g_assert_true (academy_forms_flush (GTK_WIDGET (fixture->window)));
}

/* The menu says which edit would be taken back, and does it. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autofree char *nothing = dup_menu_label (fixture, 0);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  gint64 count;

  g_assert_cmpstr (nothing, ==, "_Undo");
  window_fixture_open (fixture);
  g_assert_false (is_enabled (fixture, "win.undo"));
  g_assert_false (is_enabled (fixture, "win.redo"));

  organisation = window_fixture_show (fixture, "turku", "plan");
  write_measure (fixture, "Measure");
  undo = dup_menu_label (fixture, 0);
  g_assert_cmpstr (undo, ==, "_Undo addition of measure");

  g_assert_true (is_enabled (fixture, "win.undo"));
  g_assert_false (is_enabled (fixture, "win.redo"));
  activate (fixture, "win.undo");
  academy_store_count (fixture->window->store, &academy_measure_kind, NULL, &count, NULL);
  g_assert_cmpint (count, ==, 0);
  redo = dup_menu_label (fixture, 1);
  g_assert_cmpstr (redo, ==, "_Redo addition of measure");
  g_assert_true (is_enabled (fixture, "win.redo"));
  g_assert_false (is_enabled (fixture, "win.undo"));
  activate (fixture, "win.redo");
  academy_store_count (fixture->window->store, &academy_measure_kind, NULL, &count, NULL);
  g_assert_cmpint (count, ==, 1);
}

/* What is typed and not yet saved is what is undone, and nothing else. */
static void
test_undo_typing (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) measure = NULL;
  GtkWidget *focus;

  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "plan");
  write_measure (fixture, "Measure");
  measure = academy_store_get_first (fixture->window->store, &academy_measure_kind, NULL, NULL);
  plan_open (GTK_WIDGET (fixture->window), 0);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  gtk_widget_grab_focus (focus);

  gtk_editable_set_text (GTK_EDITABLE (focus), "A title");
  activate (fixture, "win.undo");
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Measure");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "Measure");
  g_assert_cmpstr (academy_store_get_undo_label (fixture->window->store), ==, "Add measure");

  gtk_editable_set_text (GTK_EDITABLE (focus), "A title");
  g_assert_true (academy_forms_flush (GTK_WIDGET (fixture->window)));
  activate (fixture, "win.undo");
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Measure");
  activate (fixture, "win.redo");
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "A title");
}

/* Deleting an organisation goes elsewhere, and undo brings it back. */
static void
test_delete_organisation (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "situation");
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window->sidebar), GTK_TYPE_LABEL, "City of Turku"));
  gtk_widget_activate_action (window, "win.delete-organisation", NULL);
  test_settle (window);
  g_assert_null (test_find (GTK_WIDGET (fixture->window->sidebar), GTK_TYPE_LABEL, "City of Turku"));
  g_assert_cmpstr (adw_navigation_page_get_title (adw_navigation_split_view_get_content (fixture->window->split_view)),
                   ==, "Overview");
  g_assert_nonnull (test_find (window, GTK_TYPE_LABEL, "“City of Turku” deleted"));

  gtk_widget_activate_action (window, "win.undo", NULL);
  test_settle (window);
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window->sidebar), GTK_TYPE_LABEL, "City of Turku"));
}

/* Root may write everywhere, unless it asks as somebody else. */
static void
open_read_only (Fixture *fixture)
{
  const uid_t nobody = 65534;
  gboolean root = getuid () == 0;

  g_chmod (fixture->path, 0444);
  if (root)
    g_assert_cmpint (setreuid (nobody, -1), ==, 0);
  g_assert_true (academy_window_open (fixture->window, fixture->path));
  if (root)
    g_assert_cmpint (setreuid (0, -1), ==, 0);
  test_settle (GTK_WIDGET (fixture->window));
}

static void
assert_insensitive (GtkWidget *root,
                    GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_assert_false (gtk_widget_is_sensitive (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_insensitive (child, type);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autofree char *time = NULL;
  g_autofree char *banner = NULL;

  open_read_only (fixture);
  time = academy_language_format_instant (academy_language_get_default (),
                                          academy_store_get_as_of (fixture->window->store));
  banner = g_strdup_printf ("This file can be read but not written; shown as of %s", time);
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, banner));
  organisation = window_fixture_show (fixture, "turku", "situation");
  assert_insensitive (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW);
  assert_insensitive (GTK_WIDGET (fixture->window), ADW_TYPE_COMBO_ROW);
  assert_insensitive (GTK_WIDGET (fixture->window), GTK_TYPE_TEXT_VIEW);
  g_assert_false (is_enabled (fixture, "win.add-measure"));
  g_assert_false (is_enabled (fixture, "win.delete-organisation"));
  g_assert_false (is_enabled (fixture, "win.undo"));
}

/* What is fictional says so in both languages, for as long as it is shown. */
static void
test_label (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr(AcademyItem) organisation = NULL;

  window_fixture_open (fixture);
  g_assert_null (test_find (window, GTK_TYPE_LABEL, academy_programme_fictional_label));

  test_set_text (fixture->window->store, fixture->window->programme, "fictional", "true");
  test_settle (window);
  g_assert_nonnull (test_find (window, GTK_TYPE_LABEL, academy_programme_fictional_label));
  organisation = window_fixture_show (fixture, "turku", "plan");
  g_assert_nonnull (test_find (window, GTK_TYPE_LABEL, academy_programme_fictional_label));
}

static void
assert_refused (Fixture    *fixture,
                const char *path)
{
  AdwDialog *dialog;

  g_assert_false (academy_window_open (fixture->window, path));
  test_settle (GTK_WIDGET (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "The file cannot be opened");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), path));
  g_assert_true (academy_window_has_file (fixture->window, NULL));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, "welcome");
  adw_dialog_force_close (dialog);
  test_settle (GTK_WIDGET (fixture->window));
}

static void
test_bad_file (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *missing = test_make_path ();
  g_autofree char *text = test_make_path ();
  g_autoptr(GError) error = NULL;

  g_file_set_contents (text, "This is not a programme.\n", -1, &error);
  g_assert_no_error (error);
  assert_refused (fixture, missing);
  assert_refused (fixture, text);

  window_fixture_open (fixture);
  g_assert_true (academy_window_has_file (fixture->window, fixture->path));
}

/* As a mouse does it, in the middle of a row. */
static void
click (GtkWidget  *list,
       const char *text)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (list);
  GtkWidget *label = test_find (list, GTK_TYPE_INSCRIPTION, text);
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (label, list, &GRAPHENE_POINT_INIT (1, 1), &point));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, point.x, point.y);
    }
}

/* Whoever goes through the list with the arrows stays in it, and a click opens the
 * form over it. */
static void
check_list (Fixture *fixture)
{
  GtkWidget *form = test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_FORM, NULL);
  AdwOverlaySplitView *split_view = ADW_OVERLAY_SPLIT_VIEW (gtk_widget_get_ancestor (form, ADW_TYPE_OVERLAY_SPLIT_VIEW));
  GtkSelectionModel *selection;
  GtkWidget *list;

  g_assert_true (adw_overlay_split_view_get_collapsed (split_view));
  adw_overlay_split_view_set_show_sidebar (split_view, FALSE);
  test_settle (GTK_WIDGET (fixture->window));
  list = test_find (GTK_WIDGET (split_view), GTK_TYPE_LIST_VIEW, NULL);
  g_assert_false (gtk_list_view_get_single_click_activate (GTK_LIST_VIEW (list)));
  g_assert_cmpint (gtk_list_view_get_tab_behavior (GTK_LIST_VIEW (list)), ==, GTK_LIST_TAB_ITEM);

  selection = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  gtk_selection_model_unselect_all (selection);
  gtk_selection_model_select_item (selection, 0, TRUE);
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (adw_overlay_split_view_get_show_sidebar (split_view));

  click (list, "Measure");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (split_view));
}

/* On a telephone's width one page is shown at a time. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) event = NULL;
  GtkWidget *narrow;
  int width;

  window_fixture_open (fixture);
  g_assert_false (adw_navigation_split_view_get_collapsed (fixture->window->split_view));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_settings_set_int (fixture->settings, "window-width", NARROW_WIDTH);
  g_settings_set_int (fixture->settings, "window-height", NARROW_HEIGHT);
  window_fixture_create_window (fixture);
  narrow = GTK_WIDGET (fixture->window);
  window_fixture_open (fixture);

  g_assert_true (adw_navigation_split_view_get_collapsed (fixture->window->split_view));
  /* Without a compositor a part of the width is a border. */
  width = gtk_widget_get_width (narrow);
  g_assert_cmpint (width, <=, NARROW_WIDTH);
  organisation = window_fixture_show (fixture, "turku", "situation");
  g_assert_true (adw_navigation_split_view_get_show_content (fixture->window->split_view));
  g_assert_cmpint (gtk_widget_get_width (narrow), ==, width);
  g_assert_true (gtk_widget_get_mapped (test_find (narrow, ADW_TYPE_VIEW_SWITCHER_BAR, NULL)));
  g_assert_true (test_press_on (narrow, GTK_PHASE_CAPTURE, "F10"));
  test_settle (narrow);
  g_assert_nonnull (test_find (narrow, GTK_TYPE_LABEL, "About Innovation Academy"));
  gtk_popover_popdown (GTK_POPOVER (test_find (GTK_WIDGET (fixture->window->split_view), GTK_TYPE_POPOVER_MENU, NULL)));
  test_settle (narrow);
  gtk_widget_activate_action (narrow, "win.add-measure", NULL);
  test_settle (narrow);
  g_assert_cmpint (gtk_widget_get_width (narrow), ==, width);
  g_assert_nonnull (test_find (narrow, ACADEMY_TYPE_FORM, NULL));
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (narrow))), "Measure");
  g_assert_true (academy_forms_flush (narrow));
  check_list (fixture);

  event = academy_store_get_first (fixture->window->store, &academy_event_kind, NULL, NULL);
  adw_dialog_present (academy_item_dialog_new (fixture->window->store, event, GTK_WIDGET (fixture->window->stack)), narrow);
  test_settle (narrow);
  g_assert_cmpint (gtk_widget_get_width (narrow), ==, width);
}

/* A window with something that cannot be saved asks before it closes. */
static void
test_close_asks (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  GtkWidget *focus;
  AdwDialog *question;

  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "plan");
  write_measure (fixture, "Measure");
  plan_open (GTK_WIDGET (fixture->window), 0);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "");

  academy_window_show_place (fixture->window, "people");
  g_assert_true (ACADEMY_IS_ORGANISATION_PAGE (adw_navigation_split_view_get_content (fixture->window->split_view)));

  gtk_window_close (GTK_WINDOW (fixture->window));
  test_settle (GTK_WIDGET (fixture->window));
  question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  adw_dialog_close (question);
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

static gboolean
has_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (data)) != NULL;
}

static gboolean
is_saved (gpointer data)
{
  g_autoptr(AcademyItem) measure = academy_store_get_first (ACADEMY_WINDOW (data)->store, &academy_measure_kind, NULL, NULL);

  return measure != NULL && g_strcmp0 (academy_item_get_text (measure, "title"), "Typed meanwhile") == 0;
}

/* Another file in the place of the one that is shown: the window says so by
 * itself, nothing can be changed any more, and what is there now can be opened. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *other = window_fixture_create_file ("2021");
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  AdwDialog *question;

  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "plan");
  test_set_text (fixture->window->store, organisation, "slug", "changed");
  {
    g_autoptr(GMappedFile) mapped = g_mapped_file_new (other, FALSE, NULL);

    before = g_bytes_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped));
  }
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);

  test_wait_for (has_dialog, fixture->window);
  question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (question)), ==, "The file is no longer the same");
  g_assert_false (is_enabled (fixture, "win.add-measure"));
  g_assert_false (is_enabled (fixture, "win.undo"));
  g_assert_false (is_enabled (fixture, "win.export"));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  {
    g_autoptr(GMappedFile) mapped = g_mapped_file_new (fixture->path, FALSE, NULL);

    after = g_bytes_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped));
  }
  g_assert_true (g_bytes_equal (before, after));

  /* Whatever is typed and cannot be saved any more does not stand in the way. */
  adw_dialog_force_close (question);
  test_settle (GTK_WIDGET (fixture->window));
  {
    AdwNavigationPage *page = adw_navigation_split_view_get_content (fixture->window->split_view);
    GtkWidget *entry;

    academy_organisation_page_show_view (ACADEMY_ORGANISATION_PAGE (page), "situation");
    test_settle (GTK_WIDGET (fixture->window));
    entry = test_find (GTK_WIDGET (page), ADW_TYPE_ENTRY_ROW, "Short name for files");
    g_assert_nonnull (entry);
    gtk_editable_set_text (GTK_EDITABLE (entry), "typed");
    g_assert_false (academy_forms_flush (GTK_WIDGET (fixture->window)));
  }
  activate (fixture, "win.open-current");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpint (academy_store_get_file_state (fixture->window->store), ==, ACADEMY_FILE_SAME);
  g_clear_object (&organisation);
  organisation = window_fixture_show (fixture, "turku", "plan");
  g_assert_cmpstr (academy_item_get_text (organisation, "slug"), ==, "turku");
  g_assert_true (is_enabled (fixture, "win.add-measure"));
}

/* What is typed while another process writes stays, and is saved when that is done. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  data)
{
  const char *banner = "Another program is writing to the file. What you type is saved as soon as that program has finished.";
  g_autoptr(AcademyItem) organisation = NULL;
  sqlite3 *other;
  GtkWidget *focus;
  gint64 start;

  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "plan");
  activate (fixture, "win.add-measure");
  test_settle (GTK_WIDGET (fixture->window));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  gtk_editable_set_text (GTK_EDITABLE (focus), "Typed meanwhile");
  start = g_get_monotonic_time ();
  g_assert_false (academy_forms_flush (GTK_WIDGET (fixture->window)));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, banner));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "Typed meanwhile");
  g_assert_false (is_saved (fixture->window));

  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  test_wait_for (is_saved, fixture->window);
  g_assert_true (academy_forms_flush (GTK_WIDGET (fixture->window)));
}

static void
set_today (Fixture    *fixture,
           const char *text)
{
  GDate today;

  g_assert_true (academy_date_from_text (text, &today, NULL));
  academy_clock_set_today (&today);
  test_settle (GTK_WIDGET (fixture->window));
}

static gboolean
is_shown (Fixture    *fixture,
          GType       type,
          const char *text)
{
  return test_find (GTK_WIDGET (fixture->window), type, text) != NULL;
}

/* What is overdue is marked when the day begins, and where it is shown already. */
static void
test_midnight (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) measure = NULL;

  set_today (fixture, "2022-02-28");
  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "plan");
  write_measure (fixture, "Measure");
  measure = academy_store_get_first (fixture->window->store, &academy_measure_kind, NULL, NULL);
  test_set_text (fixture->window->store, measure, "end", "2022-02-28");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (is_shown (fixture, ACADEMY_TYPE_CELL, "Idea – overdue"));
  g_assert_false (is_shown (fixture, GTK_TYPE_IMAGE, "1 late"));

  set_today (fixture, "2022-03-01");
  g_assert_true (is_shown (fixture, ACADEMY_TYPE_CELL, "Idea – overdue"));
  g_assert_true (is_shown (fixture, GTK_TYPE_IMAGE, "1 late"));

  academy_window_show_place (fixture->window, "overview");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (is_shown (fixture, GTK_TYPE_LABEL, "1 overdue"));
  set_today (fixture, "2022-02-28");
  g_assert_false (is_shown (fixture, GTK_TYPE_LABEL, "1 overdue"));
  g_assert_false (is_shown (fixture, GTK_TYPE_IMAGE, "1 late"));
  set_today (fixture, "2022-03-01");
  g_assert_true (is_shown (fixture, GTK_TYPE_LABEL, "1 overdue"));
  g_assert_true (is_shown (fixture, GTK_TYPE_IMAGE, "1 late"));

  academy_clock_set_today (NULL);
}

static GtkWidget *
show_overview (Fixture *fixture)
{
  academy_window_show_place (fixture->window, "overview");
  test_settle (GTK_WIDGET (fixture->window));

  return GTK_WIDGET (adw_navigation_split_view_get_content (fixture->window->split_view));
}

/* The overview stays while its file is open, and shows what has changed meanwhile. */
static void
test_overview (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  GtkWidget *overview;

  window_fixture_open (fixture);
  overview = show_overview (fixture);
  g_assert_nonnull (test_find (overview, ADW_TYPE_ACTION_ROW, "City of Turku"));

  organisation = window_fixture_show (fixture, "turku", "situation");
  g_assert_null (gtk_widget_get_parent (overview));
  test_set_text (fixture->window->store, organisation, "short_name_en", "Åbo");
  test_set_text (fixture->window->store, fixture->window->programme, "name_en", "Another year");
  g_assert_true (show_overview (fixture) == overview);
  g_assert_nonnull (test_find (overview, ADW_TYPE_ACTION_ROW, "Åbo"));
  g_assert_null (test_find (overview, ADW_TYPE_ACTION_ROW, "City of Turku"));
  g_assert_nonnull (test_find (overview, GTK_TYPE_LABEL, "Another year"));

  g_object_add_weak_pointer (G_OBJECT (overview), (gpointer *) &overview);
  window_fixture_open (fixture);
  g_assert_null (overview);
}

/* What is overdue on the status date is marked at once. */
static void
test_status_date (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) programme = NULL;
  g_autoptr(AcademyItem) measure = NULL;

  set_today (fixture, "2022-02-28");
  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "plan");
  write_measure (fixture, "Measure");
  measure = academy_store_get_first (fixture->window->store, &academy_measure_kind, NULL, NULL);
  programme = academy_store_get_first (fixture->window->store, &academy_programme_kind, NULL, NULL);
  test_set_text (fixture->window->store, measure, "end", "2022-02-28");
  test_set_text (fixture->window->store, programme, "status_date", "2022-03-01");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (is_shown (fixture, ACADEMY_TYPE_CELL, "Idea – overdue"));
  g_assert_true (is_shown (fixture, GTK_TYPE_IMAGE, "1 late"));

  academy_window_show_place (fixture->window, "overview");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (is_shown (fixture, GTK_TYPE_LABEL, "1 overdue"));
  academy_window_show_place (fixture->window, "timeline");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (is_shown (fixture, GTK_TYPE_LABEL, "Status date"));
  test_set_text (fixture->window->store, programme, "status_date", "");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (is_shown (fixture, GTK_TYPE_LABEL, "Status date"));
  g_assert_false (is_shown (fixture, GTK_TYPE_IMAGE, "1 late"));

  academy_clock_set_today (NULL);
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
    { "/window/actions", test_actions },
    { "/window/accelerators", test_accelerators },
    { "/window/undo", test_undo },
    { "/window/undo-typing", test_undo_typing },
    { "/window/delete-organisation", test_delete_organisation },
    { "/window/read-only", test_read_only },
    { "/window/label", test_label },
    { "/window/bad-file", test_bad_file },
    { "/window/narrow", test_narrow },
    { "/window/close-asks", test_close_asks },
    { "/window/overview", test_overview },
    { "/window/midnight", test_midnight },
    { "/window/status-date", test_status_date },
    { "/window/replaced", test_replaced },
    { "/window/waiting", test_waiting },
  };

  test_display_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return test_display_run ();
}
