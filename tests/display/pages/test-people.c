/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-clock.h"
#include "academy-draft.h"
#include "academy-kinds.h"
#include "academy-organisation-page.h"
#include "academy-people-page.h"
#include "window-fixture.h"

/* The page of people in the real window: all about a person, erasing, contacts. */

typedef struct {
  WindowFixture  shown;

  /* Owned */
  AcademyItem   *organisation;
  AcademyItem   *programme;
  AcademyItem   *person;
  AcademyItem   *role;

  /* Borrowed */
  AcademyWindow *window;
  AcademyStore  *store;
} Fixture;

static AcademyItem *
add (Fixture           *fixture,
     const AcademyKind *kind,
     AcademyItem       *owner,
     const char        *field,
     const char        *text)
{
  AcademyItem *item = academy_item_new_part (kind, academy_item_get_id (owner));
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GError) error = NULL;

  g_object_set (item, field, text, NULL);
  academy_edit_create (edit, item);
  academy_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
  return item;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  window_fixture_set_up (&fixture->shown, "2021");
  window_fixture_open (&fixture->shown);
  fixture->window = fixture->shown.window;
  fixture->store = fixture->window->store;
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  fixture->programme = academy_store_get_owner (fixture->store, fixture->organisation, NULL);
  fixture->person = add (fixture, &academy_person_kind, fixture->programme, "name", "Maija Meikäläinen");
  fixture->role = add (fixture, &academy_participation_kind, fixture->organisation, "role", "mentor");
  test_set_text (fixture->store, fixture->role, "person", academy_item_get_id (fixture->person));
  academy_window_show_place (fixture->window, "people");
  test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  academy_clock_set_today (NULL);
  g_clear_object (&fixture->role);
  g_clear_object (&fixture->person);
  g_clear_object (&fixture->programme);
  g_clear_object (&fixture->organisation);
  window_fixture_tear_down (&fixture->shown);
}

static GtkWidget *
get_dialog (Fixture *fixture)
{
  return (GtkWidget *) adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

typedef struct {
  Fixture    *fixture;
  GType       type;
  const char *text;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;
  GtkWidget *dialog = get_dialog (wanted->fixture);

  return dialog != NULL && test_find (dialog, wanted->type, wanted->text) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

/* Waits for a widget in the dialog on top, and presses it. */
static void
press (Fixture    *fixture,
       GType       type,
       const char *text)
{
  Wanted wanted = { fixture, type, text };
  GtkWidget *widget;

  test_wait_for (is_there, &wanted);
  widget = test_find (get_dialog (fixture), type, text);
  g_signal_emit_by_name (widget, GTK_IS_LIST_BOX_ROW (widget) ? "activate" : "clicked");
}

static void
open_person (Fixture *fixture)
{
  GtkWidget *row = test_find (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW, "Maija Meikäläinen");

  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activate");
}

static gint64
count_people (Fixture *fixture)
{
  gint64 count;

  g_assert_true (academy_store_count (fixture->store, &academy_person_kind, NULL, &count, NULL));
  return count;
}

/* A role of the person leads to the page of its organisation. */
static void
test_record (Fixture       *fixture,
             gconstpointer  data)
{
  open_person (fixture);
  press (fixture, ADW_TYPE_ACTION_ROW, "KEINO mentor");
  test_wait_for (has_no_dialog, fixture);
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (fixture->organisation));
}

/* A person gets a role in an organisation from its own dialog, and none that nobody
 * chose. The list tells them. */
static void
test_add_role (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) kuopio = test_get_organisation (fixture->store, "kuopio");
  g_autoptr(AcademyItem) draft = academy_draft_new (fixture->store, &academy_participation_kind, kuopio, NULL);
  g_autoptr(AcademyItem) role = NULL;
  GtkWidget *row, *focus, *search;

  row = test_find (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW, "Maija Meikäläinen");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "City of Turku: KEINO mentor");
  academy_draft_ask (draft);
  g_assert_null (academy_item_get_text (draft, "role"));

  open_person (fixture);
  press (fixture, ADW_TYPE_BUTTON_ROW, "_Add role…");
  test_settle (GTK_WIDGET (fixture->window));
  search = test_find (get_dialog (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "Kuopio");
  g_signal_emit_by_name (search, "activate");
  test_settle (GTK_WIDGET (fixture->window));

  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (ADW_IS_COMBO_ROW (focus));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (focus)), ==, "Role");
  g_assert_nonnull (test_find (focus, GTK_TYPE_LABEL, "Not chosen"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (focus), 1);
  test_settle (GTK_WIDGET (fixture->window));

  role = academy_store_get_first (fixture->store, &academy_participation_kind, academy_item_get_id (kuopio), NULL);
  g_assert_cmpstr (academy_item_get_text (role, "role"), ==, "top_management");
  g_assert_cmpstr (academy_item_get_text (role, "person"), ==, academy_item_get_id (fixture->person));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "City of Turku: KEINO mentor · Kuopio Facility Services: Top management");
}

/* What cannot be saved is asked about first, and nothing goes elsewhere. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  Wanted wanted = { fixture, ADW_TYPE_ENTRY_ROW, "E-mail" };

  open_person (fixture);
  test_wait_for (is_there, &wanted);
  gtk_editable_set_text (GTK_EDITABLE (test_find (get_dialog (fixture), ADW_TYPE_ENTRY_ROW, "E-mail")), "nowhere");
  press (fixture, ADW_TYPE_ACTION_ROW, "KEINO mentor");
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (get_dialog (fixture)));
  g_assert_cmpstr (fixture->window->place, ==, "people");
  press (fixture, GTK_TYPE_BUTTON, "_Discard");
  test_wait_for (has_no_dialog, fixture);
}

static void
test_show_all (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = NULL;

  open_person (fixture);
  press (fixture, ADW_TYPE_BUTTON_ROW, "Show all data about this person");
  press (fixture, GTK_TYPE_BUTTON, "_Copy");
  text = test_read_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)));
  g_assert_true (g_str_has_prefix (text, "All data about Maija Meikäläinen\n"));
  g_assert_nonnull (strstr (text, "Role: KEINO mentor\n"));
}

/* The question comes first; undo brings the person back. */
static void
test_erase (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 before = count_people (fixture);

  open_person (fixture);
  press (fixture, ADW_TYPE_BUTTON_ROW, "Erase this person…");
  press (fixture, GTK_TYPE_BUTTON, "_Cancel");
  g_assert_cmpint (count_people (fixture), ==, before);
  test_settle (GTK_WIDGET (fixture->window));

  press (fixture, ADW_TYPE_BUTTON_ROW, "Erase this person…");
  press (fixture, GTK_TYPE_BUTTON, "_Erase");
  test_wait_for (has_no_dialog, fixture);
  g_assert_cmpint (count_people (fixture), ==, before - 1);
  g_assert_null (academy_item_get_text (fixture->role, "person"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (count_people (fixture), ==, before);
}

static GtkWidget *
find_reminder (Fixture *fixture)
{
  return test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Erase people…");
}

static gboolean
has_one_person (gpointer data)
{
  return count_people (data) == 1;
}

static gboolean
has_nobody (gpointer data)
{
  return count_people (data) == 0;
}

static gboolean
has_choice (gpointer data)
{
  GtkWidget *dialog = get_dialog (data);

  return dialog != NULL && test_find (dialog, GTK_TYPE_LABEL, "All") != NULL;
}

/* The marks of the rows that are seen. */
static guint
count_marks (GtkWidget *root)
{
  guint n_marks = GTK_IS_CHECK_BUTTON (root) && gtk_widget_get_mapped (root) &&
                  gtk_check_button_get_active (GTK_CHECK_BUTTON (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_marks += count_marks (child);

  return n_marks;
}

/* The reminder comes with the day, here and on the overview; one person is left out,
 * the others go, and with the last of them the reminder. */
static void
test_retention (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) other = add (fixture, &academy_person_kind, fixture->programme, "name", "Matti");
  GtkWidget *all, *row;
  GDate today;

  g_assert_null (find_reminder (fixture));
  test_set_text (fixture->store, fixture->programme, "retention", "2022-12-31");
  g_date_set_dmy (&today, 1, G_DATE_JANUARY, 2022);
  academy_clock_set_today (&today);
  g_assert_null (find_reminder (fixture));
  g_date_set_dmy (&today, 1, G_DATE_JANUARY, 2023);
  academy_clock_set_today (&today);
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (find_reminder (fixture));

  academy_window_show_place (fixture->window, "overview");
  test_settle (GTK_WIDGET (fixture->window));
  g_signal_emit_by_name (find_reminder (fixture), "clicked");
  test_wait_for (has_choice, fixture);
  all = gtk_widget_get_ancestor (test_find (get_dialog (fixture), GTK_TYPE_LABEL, "All"), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), FALSE);
  g_assert_false (gtk_widget_get_sensitive (test_find (get_dialog (fixture), GTK_TYPE_BUTTON, "Erase 0 people…")));
  g_signal_emit_by_name (test_find (get_dialog (fixture), GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  g_assert_cmpuint (count_marks (get_dialog (fixture)), ==, 1);
  row = gtk_widget_get_ancestor (test_find (get_dialog (fixture), GTK_TYPE_LABEL, "Maija Meikäläinen"), GTK_TYPE_BOX);
  row = gtk_widget_get_parent (gtk_widget_get_parent (row));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  press (fixture, GTK_TYPE_BUTTON, "Erase 1 person…");
  press (fixture, GTK_TYPE_BUTTON, "_Erase");
  test_wait_for (has_one_person, fixture);

  g_signal_emit_by_name (find_reminder (fixture), "clicked");
  press (fixture, GTK_TYPE_BUTTON, "Erase 1 person…");
  press (fixture, GTK_TYPE_BUTTON, "_Erase");
  test_wait_for (has_nobody, fixture);
  g_assert_null (find_reminder (fixture));
}

/* Who is there already is left out of an import; the rest is one step. */
static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  static const char contacts[] = "BEGIN:VCARD\nFN:Maija Meikäläinen\nEND:VCARD\nBEGIN:VCARD\nFN:Matti\nEND:VCARD\n"
                                 "BEGIN:VCARD\nFN:Teppo\nEND:VCARD\nBEGIN:VCARD\nTEL:1\nEND:VCARD\n";
  AdwNavigationPage *page = adw_navigation_split_view_get_content (fixture->window->split_view);
  g_autofree char *path = test_make_path ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  gint64 before = count_people (fixture);

  g_assert_true (g_file_set_contents (path, contacts, -1, NULL));
  academy_people_page_import (ACADEMY_PEOPLE_PAGE (page), file);
  press (fixture, GTK_TYPE_BUTTON, "Add 2 people");
  test_wait_for (has_no_dialog, fixture);
  g_assert_cmpint (count_people (fixture), ==, before + 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (count_people (fixture), ==, before);
}

static gboolean
has_dialog (gpointer data)
{
  return get_dialog (data) != NULL;
}

/* Ctrl+V pastes people wherever the focus is, but not below a dialog. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (adw_navigation_split_view_get_content (fixture->window->split_view));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (page),
                          "Name\tE-mail\nAnna Ahola\tanna@example.org\nPekka Puro\tpekka@example.org\n");
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  g_assert_true (test_press_on (page, GTK_PHASE_BUBBLE, "<Control>v"));
  test_wait_for (has_dialog, fixture);
  press (fixture, GTK_TYPE_BUTTON, "Paste 2 people");
  test_wait_for (has_no_dialog, fixture);
  g_assert_nonnull (test_find (page, ADW_TYPE_ACTION_ROW, "Anna Ahola"));
}

static void
add_test (const char *path,
          void      (*func) (Fixture       *fixture,
                             gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  add_test ("/people/record", test_record);
  add_test ("/people/add-role", test_add_role);
  add_test ("/people/refused", test_refused);
  add_test ("/people/show-all", test_show_all);
  add_test ("/people/erase", test_erase);
  add_test ("/people/retention", test_retention);
  add_test ("/people/import", test_import);
  add_test ("/people/paste", test_paste);

  return test_display_run ();
}
