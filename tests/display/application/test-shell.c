/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "academy-backup.h"
#include "academy-clock.h"
#include "academy-duplicate.h"
#include "academy-file-chooser.h"
#include "academy-file-toast.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-last-place.h"
#include "academy-organisation-list.h"
#include "academy-organisation-page.h"
#include "academy-preferences.h"
#include "academy-sidebar.h"
#include "academy-store-private.h"
#include "plan-fixture.h"
#include "window-fixture.h"

#define NARROW_WIDTH  360
#define NARROW_HEIGHT 640

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

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  test_settle (GTK_WIDGET (fixture->window));
}

static guint
count_windows (Fixture *fixture)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application)));
}

static void
test_title (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Innovation Academy");
  window_fixture_open (fixture);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Innovation Academy 2021");

  organisation = window_fixture_show (fixture, "turku", "plan");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "City of Turku – Innovation Academy 2021");
  test_set_text (fixture->window->store, organisation, "short_name_en", "Åbo");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Åbo – Innovation Academy 2021");

  academy_window_show_place (fixture->window, "timeline");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Innovation Academy 2021");
}

static void
test_new_window (Fixture       *fixture,
                 gconstpointer  data)
{
  window_fixture_open (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "new-window", NULL);
  g_assert_cmpuint (count_windows (fixture), ==, 2);

  /* Another empty one would be of no use. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "new-window", NULL);
  g_assert_cmpuint (count_windows (fixture), ==, 2);
}

static GObject *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return g_steal_pointer (&controller);
    }

  g_error ("%s has no %s", G_OBJECT_TYPE_NAME (widget), g_type_name (type));
}

static gboolean
drop (Fixture    *fixture,
      const char *path)
{
  g_autoptr(GObject) target = find_controller (GTK_WIDGET (fixture->window), GTK_TYPE_DROP_TARGET);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  test_settle (GTK_WIDGET (fixture->window));

  return taken;
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *other = window_fixture_create_file ("2021");

  g_assert_false (drop (fixture, "/etc/hostname"));
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                               "Drop a programme file, whose name ends in “.academy”"));
  g_assert_true (academy_window_has_file (fixture->window, NULL));

  g_assert_true (drop (fixture, fixture->path));
  g_assert_true (academy_window_has_file (fixture->window, fixture->path));
  g_assert_true (drop (fixture, other));
  g_assert_true (academy_window_has_file (fixture->window, fixture->path));
  g_assert_cmpuint (count_windows (fixture), ==, 2);
}

/* All keys are there, and fit a narrow window. */
static void
test_shortcuts (Fixture       *fixture,
                gconstpointer  data)
{
  AdwDialog *dialog = NULL;
  graphene_rect_t bounds;
  GtkWidget *row;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW_WIDTH, NARROW_HEIGHT);
  window_fixture_open (fixture);
  activate (fixture, "win.show-help-overlay");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Keyboard shortcuts");

  row = test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Redo");
  g_assert_nonnull (row);
  g_assert_nonnull (test_find (row, GTK_TYPE_LABEL, "Shift+Ctrl+Z\nCtrl+Y"));
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (fixture->window), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, NARROW_WIDTH);
}

static GtkWidget *
find_menu_item (GtkWidget  *root,
                const char *text)
{
  g_autofree char *own = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "GtkModelButton"))
    {
      g_object_get (root, "text", &own, NULL);
      if (g_strcmp0 (own, text) == 0)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_menu_item (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Menus show keys of the main part of a keyboard. */
static void
test_menu_keys (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct {
    const char *text;
    const char *keys;
  } items[] = {
    { "Zoom in", "<Control>plus" },
    { "Zoom out", "<Control>minus" },
  };
  GtkWidget *button;

  window_fixture_open (fixture);
  academy_window_show_place (fixture->window, "timeline");
  test_settle (GTK_WIDGET (fixture->window));
  button = test_find (GTK_WIDGET (fixture->window), GTK_TYPE_MENU_BUTTON, "Timeline menu");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  test_settle (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      GtkWidget *item = find_menu_item (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), items[i].text);
      g_autofree char *accel = NULL;

      g_assert_nonnull (item);
      g_object_get (item, "accel", &accel, NULL);
      g_assert_cmpstr (accel, ==, items[i].keys);
    }
}

static char *
read_author (const char *path)
{
  sqlite3 *database;
  sqlite3_stmt *statement;
  char *author;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT author FROM history ORDER BY seq DESC LIMIT 1", -1, &statement, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  author = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return author;
}

static void
assert_author (Fixture    *fixture,
               const char *note,
               const char *wanted)
{
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->window->store, "turku");
  g_autofree char *author = NULL;

  test_set_text (fixture->window->store, organisation, "note", note);
  author = read_author (fixture->path);
  g_assert_cmpstr (author, ==, wanted);
}

/* Edits are signed with the name from the moment it is there. */
static void
test_author (Fixture       *fixture,
             gconstpointer  data)
{
  AdwDialog *dialog;
  GtkWidget *row;

  window_fixture_open (fixture);
  assert_author (fixture, "One", g_get_user_name ());

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  test_settle (GTK_WIDGET (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  row = test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Name in the history");
  g_assert_nonnull (row);
  test_assert_one_line (row);
  gtk_editable_set_text (GTK_EDITABLE (row), " Aino Ääri ");
  assert_author (fixture, "Two", "Aino Ääri");
  gtk_editable_set_text (GTK_EDITABLE (row), "  ");
  assert_author (fixture, "Three", g_get_user_name ());
  g_settings_reset (fixture->settings, ACADEMY_PREFERENCE_AUTHOR);
}

/* Entries of years past are deleted, after a question and with a backup. */
static void
test_thin_history (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *programme = NULL;
  AdwDialog *preferences, *question;
  GtkWidget *row, *button;

  window_fixture_open (fixture);
  organisation = test_get_organisation (fixture->window->store, "turku");
  test_set_text (fixture->window->store, organisation, "note", "Old");
  g_assert_true (academy_database_execute (fixture->window->store->database,
                                           "UPDATE history SET at = replace (at, substr (at, 1, 4), '2015') "
                                           "WHERE action = 'edit'", NULL));
  test_set_text (fixture->window->store, organisation, "note", "New");

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  test_settle (GTK_WIDGET (fixture->window));
  preferences = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  row = test_find (GTK_WIDGET (preferences), ADW_TYPE_SPIN_ROW, "Years to keep");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "1 older entry");
  button = test_find (GTK_WIDGET (preferences), ADW_TYPE_BUTTON_ROW, "Delete older entries…");
  adw_spin_row_set_value (ADW_SPIN_ROW (row), 50);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "0 older entries");
  g_assert_false (gtk_widget_get_sensitive (button));
  adw_spin_row_set_value (ADW_SPIN_ROW (row), 1);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate (button));
      test_settle (GTK_WIDGET (fixture->window));
      question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
      g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (question)), ==, "Delete 1 entry of the history?");
      g_signal_emit_by_name (question, "response", i == 0 ? "cancel" : "delete");
      adw_dialog_force_close (question);
      test_settle (GTK_WIDGET (fixture->window));
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, i == 0 ? "1 older entry" : "0 older entries");
    }
  g_assert_nonnull (test_find (GTK_WIDGET (preferences), GTK_TYPE_LABEL, "Older entries deleted"));

  programme = academy_backup_get_programme (fixture->window->store, NULL);
  backups = academy_backup_list (programme, NULL);
  g_assert_cmpuint (backups->len, >, 0);

  g_assert_cmpstr (academy_item_get_text (organisation, "note"), ==, "New");
  g_assert_true (academy_store_undo (fixture->window->store, NULL));
  g_assert_cmpstr (academy_item_get_text (organisation, "note"), ==, "Old");
  g_assert_null (academy_store_get_undo_label (fixture->window->store));
}

static void
test_export_language (Fixture       *fixture,
                      gconstpointer  data)
{
  AdwDialog *dialog;
  GtkWidget *row;

  g_assert_cmpstr (academy_language_get_code (academy_preferences_get_export_language ()), ==, "en");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  test_settle (GTK_WIDGET (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  row = test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Language of exports");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_cmpstr (academy_language_get_code (academy_preferences_get_export_language ()), ==, "fi");
  g_settings_reset (fixture->settings, ACADEMY_PREFERENCE_EXPORT_LANGUAGE);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
}

static void
assert_proposed (const char *beside,
                 const char *wanted)
{
  g_autoptr(GtkFileDialog) dialog = academy_file_chooser_new ("Title", "Files", "*.json");

  academy_file_chooser_propose (dialog, beside, "name.json");
  g_assert_cmpstr (g_file_peek_path (gtk_file_dialog_get_initial_folder (dialog)), ==, wanted);
  g_assert_cmpstr (gtk_file_dialog_get_initial_name (dialog), ==, "name.json");
}

static void
test_proposed_folder (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *beside = g_path_get_dirname (fixture->path);
  g_autofree char *chosen = g_dir_make_tmp (NULL, NULL);

  assert_proposed (fixture->path, beside);
  g_settings_set_value (fixture->settings, ACADEMY_PREFERENCE_FOLDER, g_variant_new_bytestring (chosen));
  assert_proposed (fixture->path, chosen);
  assert_proposed (NULL, chosen);

  /* A folder that is gone is not proposed. */
  g_assert_cmpint (g_rmdir (chosen), ==, 0);
  assert_proposed (fixture->path, beside);
  g_settings_reset (fixture->settings, ACADEMY_PREFERENCE_FOLDER);
}

/* A file has the ending of the name that was proposed. */
static void
test_endings (void)
{
  static const struct {
    const char *chosen;
    const char *ended;
  } paths[] = {
    { "/tmp/Kevät 2027", "/tmp/Kevät 2027.academy" },
    { "/tmp/version 2.0", "/tmp/version 2.0.academy" },
    { "/tmp/a.academy", NULL },
    { "/tmp/A.ACADEMY", NULL },
    { "a", "a.academy" },
    { ".academy", ".academy.academy" },
  };
  g_autoptr(GtkFileDialog) dialog = academy_file_chooser_new ("Title", "Files", "*.academy");
  g_autoptr(GtkFileDialog) unnamed = academy_file_chooser_new ("Title", "Files", "*.academy");

  academy_file_chooser_propose (dialog, NULL, "Programme 1.5.academy");
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *ended = academy_file_chooser_dup_ended (dialog, paths[i].chosen);

      g_assert_cmpstr (ended, ==, paths[i].ended);
    }
  g_assert_null (academy_file_chooser_dup_ended (unnamed, "/tmp/a"));
}

static void
test_proposed_names (void)
{
  static const struct {
    const char *title;
    const char *name;
  } names[] = {
    { "Turku", "Turku – action plan 2021-11-28.json" },
    { "Keha \\ A/B: \"C\"?", "Keha - A-B- -C-- – action plan 2021-11-28.json" },
    { "  ..hidden", "hidden – action plan 2021-11-28.json" },
  };
  g_autoptr(GString) wide = g_string_new ("a");
  g_autofree char *name = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 28, 11, 2021);
  academy_clock_set_today (&today);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *made = academy_file_chooser_dup_name (names[i].title, "action plan", "json");

      g_assert_cmpstr (made, ==, names[i].name);
    }

  for (guint i = 0; i < 200; i++)
    g_string_append (wide, "ä");
  name = academy_file_chooser_dup_name (wide->str, "action plan", "json");
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_cmpuint (strlen (name), <=, 255);
  academy_clock_set_today (NULL);
}

static void
test_file_toast (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *button;
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW_WIDTH, NARROW_HEIGHT);
  window_fixture_open (fixture);
  academy_file_toast_show (GTK_WIDGET (fixture->window->stack),
                           "Plan saved as “City of Turku – action plan 2021-11-28.json”", fixture->path);
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Show in folder"));

  button = test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Open");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (fixture->window), &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, NARROW_WIDTH);
}

static void
assert_copied (AcademyItem *item,
               AcademyItem *copy)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    {
      g_autofree char *text = academy_value_to_text (field, academy_item_get_value (item, field));
      g_autofree char *copied = academy_value_to_text (field, academy_item_get_value (copy, field));

      if (!g_str_equal (field->name, "title") && !(field->flags & (ACADEMY_OWNER | ACADEMY_POSITION)))
        g_assert_cmpstr (copied, ==, text);
    }
}

static guint
count_items (AcademyStore      *store,
             const AcademyKind *kind)
{
  gint64 count;

  g_assert_true (academy_store_count (store, kind, NULL, &count, NULL));
  return count;
}

/* Whatever has a title can be copied with its parts, as one step. */
static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(AcademyStore) store = test_create_programme ("example");
  guint n_copied = 0;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(AcademyItem) item = academy_store_get_first (store, *kind, NULL, NULL);
      g_autoptr(AcademyItem) copy = NULL;
      g_autofree char *title = NULL;
      g_autofree char *copy_title = NULL;
      g_autofree char *wanted = NULL;
      guint before = count_items (store, *kind);

      if (item == NULL || !academy_duplicate_is_possible (*kind))
        continue;

      copy = academy_command_duplicate (GTK_WIDGET (fixture->window->stack), store, item);
      g_assert_nonnull (copy);
      title = academy_item_dup_title (item, academy_language_get_default ());
      copy_title = academy_item_dup_title (copy, academy_language_get_default ());
      wanted = g_strdup_printf ("%s (copy)", title);
      g_assert_cmpstr (copy_title, ==, wanted);
      g_assert_cmpstr (academy_item_get_owner (copy), ==, academy_item_get_owner (item));
      assert_copied (item, copy);
      g_assert_cmpuint (count_items (store, *kind), ==, before + 1);

      g_assert_true (academy_store_undo (store, NULL));
      g_assert_cmpuint (count_items (store, *kind), ==, before);
      n_copied++;
    }

  g_assert_cmpuint (n_copied, >=, 5);
}

/* The indicators of a goal come along; what a measure waits for does too. */
static void
test_duplicate_parts (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(AcademyStore) store = test_create_programme ("example");
  g_autoptr(AcademyItem) goal = academy_store_get_first (store, &academy_goal_kind, NULL, NULL);
  g_autoptr(GPtrArray) indicators = academy_store_get_all (store, &academy_indicator_kind, academy_item_get_id (goal), NULL);
  g_autoptr(AcademyItem) dependency = academy_store_get_first (store, &academy_dependency_kind, NULL, NULL);
  const AcademyField *successor = academy_kind_find_field (&academy_dependency_kind, "successor");
  g_autoptr(AcademyItem) measure = academy_store_get (store, &academy_measure_kind,
                                                      academy_item_get_text (dependency, "successor"), NULL);
  AcademyQuery query = { .link = successor, .target = academy_item_get_id (measure) };
  g_autoptr(GPtrArray) awaited = academy_store_find (store, &academy_dependency_kind, &query, NULL);
  g_autoptr(AcademyItem) goal_copy = academy_command_duplicate (GTK_WIDGET (fixture->window->stack), store, goal);
  g_autoptr(AcademyItem) measure_copy = academy_command_duplicate (GTK_WIDGET (fixture->window->stack), store, measure);
  g_autoptr(GPtrArray) copies = NULL;
  g_autoptr(GPtrArray) awaited_by_copy = NULL;

  copies = academy_store_get_all (store, &academy_indicator_kind, academy_item_get_id (goal_copy), NULL);
  g_assert_cmpuint (indicators->len, >, 0);
  g_assert_cmpuint (copies->len, ==, indicators->len);
  for (guint i = 0; i < copies->len; i++)
    assert_copied (g_ptr_array_index (indicators, i), g_ptr_array_index (copies, i));

  query.target = academy_item_get_id (measure_copy);
  awaited_by_copy = academy_store_find (store, &academy_dependency_kind, &query, NULL);
  g_assert_cmpuint (awaited->len, >, 0);
  g_assert_cmpuint (awaited_by_copy->len, ==, awaited->len);
}

static void
press_menu_key (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      g_autoptr(GtkShortcut) shortcut = NULL;
      GtkShortcutTrigger *trigger;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || g_list_model_get_n_items (G_LIST_MODEL (controller)) == 0)
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      trigger = gtk_shortcut_get_trigger (shortcut);
      if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
        {
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL));
          return;
        }
    }

  g_error ("%s has no context menu", G_OBJECT_TYPE_NAME (widget));
}

static void
choose (GtkWidget  *widget,
        const char *text)
{
  GtkWidget *item;

  press_menu_key (widget);
  test_settle (widget);
  item = find_menu_item (widget, text);
  g_assert_nonnull (item);
  g_signal_emit_by_name (item, "clicked");
  test_settle (widget);
}

/* There is room for all of the menu. */
static void
assert_whole (GtkWidget *menu)
{
  GtkWidget *scrolled = test_find (menu, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
}

/* The menu of a measure is about the one that has the focus, and is seen whole. */
static void
test_context_menu (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  GtkWidget *table;

  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "plan");
  activate (fixture, "win.add-measure");
  test_settle (GTK_WIDGET (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (fixture->window))), "Measure");
  g_assert_true (academy_forms_flush (GTK_WIDGET (fixture->window)));
  test_settle (GTK_WIDGET (fixture->window));
  table = GTK_WIDGET (plan_get_table (GTK_WIDGET (fixture->window)));
  plan_select (table, 0);

  press_menu_key (table);
  test_settle (table);
  assert_whole (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_POPOVER_MENU, NULL));
  gtk_popover_popdown (GTK_POPOVER (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_POPOVER_MENU, NULL)));
  test_settle (table);

  choose (table, "Duplicate");
  g_assert_cmpuint (count_items (fixture->window->store, &academy_measure_kind), ==, 2);
  g_assert_cmpstr (academy_item_get_text (academy_table_get_item (ACADEMY_TABLE (table)), "title"), ==, "Measure (copy)");

  choose (table, "Delete");
  g_assert_cmpuint (count_items (fixture->window->store, &academy_measure_kind), ==, 1);
}

/* The frame of an edited text is all of its cell, and so leaves room around the text. */
static void
test_edited_cell (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *root;
  g_autoptr(AcademyItem) organisation = NULL;
  graphene_rect_t cell, frame;
  GtkWidget *edited;
  AcademyTable *table;

  window_fixture_open (fixture);
  root = GTK_WIDGET (fixture->window);
  organisation = window_fixture_show (fixture, "turku", "plan");
  activate (fixture, "win.add-measure");
  test_settle (root);
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (root))), "Measure");
  g_assert_true (academy_forms_flush (root));
  test_settle (root);
  table = plan_get_table (root);
  plan_select (root, 0);
  test_settle (root);
  g_assert_true (gtk_widget_compute_bounds (gtk_root_get_focus (GTK_ROOT (root)), root, &cell));
  g_assert_true (academy_table_begin (table, FALSE));
  test_settle (root);
  edited = academy_editor_get_control (academy_table_get_editor (table));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_parent (edited), root, &frame));
  g_assert_true (graphene_rect_equal (&cell, &frame));

  academy_editor_show_error (academy_table_get_editor (table), "A message");
  test_settle (root);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_parent (edited), root, &frame));
  g_assert_cmpfloat (frame.size.height, >=, cell.size.height);
}

/* An organisation has a menu in the sidebar and on the overview. */
static void
test_organisation_menus (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *label, *sidebar, *organisations;
  guint before;

  window_fixture_open (fixture);
  before = count_items (fixture->window->store, &academy_organisation_kind);

  organisations = test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_ORGANISATION_LIST, NULL);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (test_find (organisations, GTK_TYPE_LABEL, "Valtori"), ADW_TYPE_ACTION_ROW));
  choose (organisations, "Delete organisation");
  g_assert_cmpuint (count_items (fixture->window->store, &academy_organisation_kind), ==, before - 1);
  activate (fixture, "win.undo");
  g_assert_cmpuint (count_items (fixture->window->store, &academy_organisation_kind), ==, before);

  sidebar = test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_SIDEBAR, NULL);
  label = test_find (sidebar, GTK_TYPE_LABEL, "Valtori");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
  choose (sidebar, "Delete organisation");
  g_assert_cmpuint (count_items (fixture->window->store, &academy_organisation_kind), ==, before - 1);
  g_assert_null (test_find (sidebar, GTK_TYPE_LABEL, "Valtori"));
}

static void
test_menu_letters (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;

  window_fixture_open (fixture);
  academy_window_show_place (fixture->window, "timeline");
  test_settle (GTK_WIDGET (fixture->window));
  test_assert_menu_letters (GTK_WIDGET (fixture->window));

  organisation = window_fixture_show (fixture, "turku", "plan");
  test_assert_menu_letters (GTK_WIDGET (fixture->window));
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

static void
start_slug_cb (AcademyForm *form)
{
  academy_form_start (form, "slug");
}

/* The cursor of a field is where it was when a dialog has been there, and the
 * next key does not take the place of its text; another field is not given it. */
static void
test_cursor (Fixture       *fixture,
             gconstpointer  data)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);
  g_autoptr(AcademyItem) organisation = NULL;
  AcademyForm *form;
  GtkWidget *field;

  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "situation");
  form = ACADEMY_FORM (test_find (GTK_WIDGET (window), ACADEMY_TYPE_FORM, NULL));
  academy_form_start (form, "name_fi");
  field = gtk_root_get_focus (GTK_ROOT (window));
  gtk_editable_select_region (GTK_EDITABLE (field), 3, 3);

  activate (fixture, "win.show-help-overlay");
  adw_dialog_close (adw_application_window_get_visible_dialog (window));
  test_wait_for (has_no_dialog, window);
  test_settle (GTK_WIDGET (window));

  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == field);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (field), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (field)), ==, 3);

  activate (fixture, "win.show-help-overlay");
  g_signal_connect_object (adw_application_window_get_visible_dialog (window), "closed", G_CALLBACK (start_slug_cb),
                           form, G_CONNECT_SWAPPED);
  adw_dialog_close (adw_application_window_get_visible_dialog (window));
  test_wait_for (has_no_dialog, window);
  test_settle (GTK_WIDGET (window));

  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) != field);
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window))), NULL, NULL));
}

/* So are those of the rows of a section. */
static void
test_section_menu (Fixture       *fixture,
                   gconstpointer  data)
{
  guint before;
  GtkWidget *section;
  GtkWidget *row;

  window_fixture_open (fixture);
  before = count_items (fixture->window->store, &academy_event_kind);
  row = test_find (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW, "Closing event");
  g_assert_nonnull (row);
  section = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
  gtk_widget_grab_focus (row);
  choose (section, "Duplicate");
  g_assert_cmpuint (count_items (fixture->window->store, &academy_event_kind), ==, before + 1);
  row = test_find (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW, "Closing event (copy)");
  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  choose (section, "Delete");
  g_assert_cmpuint (count_items (fixture->window->store, &academy_event_kind), ==, before);
  g_assert_null (test_find (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW, "Closing event (copy)"));
}

/* A file opens where it was closed; what is no longer there is not gone to. */
static void
test_last_place (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autofree char *id = NULL;
  AdwNavigationPage *page;
  g_autoptr(AcademyEdit) edit = NULL;

  window_fixture_open (fixture);
  g_assert_cmpstr (fixture->window->place, ==, "overview");
  organisation = window_fixture_show (fixture, "turku", "sparring");
  id = g_strdup (academy_item_get_id (organisation));
  window_fixture_close_windows (fixture);

  window_fixture_create_window (fixture);
  window_fixture_open (fixture);
  g_assert_cmpstr (fixture->window->place, ==, id);
  page = adw_navigation_split_view_get_content (fixture->window->split_view);
  g_assert_cmpstr (academy_organisation_page_get_view (ACADEMY_ORGANISATION_PAGE (page)), ==, "sparring");
  window_fixture_close_windows (fixture);

  academy_last_place_save (fixture->settings, fixture->path, "6b5bb0d2-6e1c-4f0e-8d3a-5f1f6f8f3b11", "plan");
  window_fixture_create_window (fixture);
  window_fixture_open (fixture);
  g_assert_cmpstr (fixture->window->place, ==, "overview");
}

static void
test_last_places (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *place = NULL;
  g_autofree char *view = NULL;

  g_settings_reset (fixture->settings, "places");
  academy_last_place_save (fixture->settings, "/first", "people", "");
  for (guint i = 0; i < 49; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      academy_last_place_save (fixture->settings, path, "timeline", "");
    }
  g_assert_true (academy_last_place_find (fixture->settings, "/first", &place, &view));
  g_assert_cmpstr (place, ==, "people");
  g_assert_cmpstr (view, ==, "");

  academy_last_place_save (fixture->settings, "/last\377", "overview", "");
  g_assert_false (academy_last_place_find (fixture->settings, "/first", &place, &view));
}

/* The welcome page and the menu offer what was opened, the newest first. */
static void
test_recent (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *name = g_filename_display_basename (fixture->path);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".academy"));
  g_autofree char *label = NULL;
  AcademyWindow *other;
  GtkWidget *row;

  window_fixture_open (fixture);
  g_menu_model_get_item_attribute (G_MENU_MODEL (fixture->window->recent_menu), 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_assert_cmpstr (label, ==, stem);

  other = academy_window_new (GTK_APPLICATION (fixture->application), fixture->settings);
  academy_window_show_welcome (other);
  gtk_window_present (GTK_WINDOW (other));
  test_settle (GTK_WIDGET (other));
  row = test_find (GTK_WIDGET (other), ADW_TYPE_ACTION_ROW, stem);
  g_assert_nonnull (row);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_signal_emit_by_name (row, "activate");
  fixture->window = other;
  test_settle (GTK_WIDGET (other));
  g_assert_true (academy_window_has_file (other, fixture->path));
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
    { "/shell/title", test_title },
    { "/shell/new-window", test_new_window },
    { "/shell/drop", test_drop },
    { "/shell/shortcuts", test_shortcuts },
    { "/shell/menu-keys", test_menu_keys },
    { "/shell/author", test_author },
    { "/shell/thin-history", test_thin_history },
    { "/shell/export-language", test_export_language },
    { "/shell/proposed-folder", test_proposed_folder },
    { "/shell/file-toast", test_file_toast },
    { "/shell/last-place", test_last_place },
    { "/shell/last-places", test_last_places },
    { "/shell/recent", test_recent },
    { "/shell/duplicate", test_duplicate },
    { "/shell/duplicate-parts", test_duplicate_parts },
    { "/shell/context-menu", test_context_menu },
    { "/shell/edited-cell", test_edited_cell },
    { "/shell/section-menu", test_section_menu },
    { "/shell/organisation-menus", test_organisation_menus },
    { "/shell/cursor", test_cursor },
    { "/shell/menu-letters", test_menu_letters },
  };

  test_display_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/shell/endings", test_endings);
  g_test_add_func ("/shell/proposed-names", test_proposed_names);

  return test_display_run ();
}
