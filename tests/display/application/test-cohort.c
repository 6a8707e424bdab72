/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-day-entry.h"
#include "academy-kinds.h"
#include "academy-new-programme.h"
#include "academy-organisation-list.h"
#include "academy-organisation-page.h"
#include "academy-organisations.h"
#include "academy-place-row.h"
#include "academy-places.h"
#include "window-fixture.h"

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

static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *text)
{
  GtkWidget *found = test_find (root, type, text);

  if (found == NULL)
    g_error ("There is no %s “%s”", g_type_name (type), text != NULL ? text : "");
  return found;
}

static void
press (GtkWidget  *root,
       const char *label)
{
  g_signal_emit_by_name (find (root, GTK_TYPE_BUTTON, label), "clicked");
  test_settle (root);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
answer (Fixture    *fixture,
        const char *response)
{
  AdwDialog *question = get_dialog (fixture);

  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (question);
  test_settle (GTK_WIDGET (fixture->window));
}

static void
note_save (AcademyNewProgramme *dialog,
           guint               *n_saves)
{
  (*n_saves)++;
}

/* The dialog proposes names, shows what will be on which day and why, and takes a
 * long list of organisations, before any file is chosen. */
static void
test_new_programme (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(AcademyEdit) edit = NULL;
  g_autofree char *source = window_fixture_create_file ("2021");
  AdwDialog *dialog;
  GtkWidget *root, *preview;
  guint n_saves = 0;

  window_fixture_open (fixture);
  activate (fixture, "win.new-programme");
  dialog = get_dialog (fixture);
  g_assert_true (ACADEMY_IS_NEW_PROGRAMME (dialog));
  root = GTK_WIDGET (dialog);
  preview = find (root, GTK_TYPE_BUTTON, "_Preview");
  g_assert_false (gtk_widget_get_sensitive (preview));

  gtk_editable_set_text (GTK_EDITABLE (find (root, ACADEMY_TYPE_DAY_ENTRY, NULL)), "18.10.2033");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (root, ADW_TYPE_ENTRY_ROW, "Name in Finnish"))), ==,
                   "Innovaatio-akatemia 2033");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (root, ADW_TYPE_ENTRY_ROW, "Name in English"))), ==,
                   "Innovation Academy 2033");
  /* A year typed in one name is that of the other, which follows until it is edited. */
  gtk_editable_set_text (GTK_EDITABLE (find (root, ADW_TYPE_ENTRY_ROW, "Name in Finnish")), "Akatemia 2034");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (root, ADW_TYPE_ENTRY_ROW, "Name in English"))), ==,
                   "Innovation Academy 2034");
  gtk_editable_set_text (GTK_EDITABLE (find (root, ADW_TYPE_ENTRY_ROW, "Name in Finnish")), "Innovaatio-akatemia 2033");
  g_assert_true (gtk_widget_get_sensitive (preview));
  academy_new_programme_take_from (ACADEMY_NEW_PROGRAMME (dialog), source);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (root, ADW_TYPE_ENTRY_ROW, "Name in Finnish"))), ==,
                   "Innovaatio-akatemia 2033");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (root, ADW_TYPE_ENTRY_ROW, "Organiser"))), ==, "KEINO");
  gtk_editable_set_text (GTK_EDITABLE (find (root, ADW_TYPE_ENTRY_ROW, "Name in English")), "Autumn Academy");

  for (guint i = 0; i < 201; i++)
    g_string_append_printf (names, "Kaupunki %u\n", i);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (root, GTK_TYPE_TEXT_VIEW, NULL))), names->str, -1);
  test_settle (root);
  g_assert_false (gtk_widget_get_sensitive (preview));
  find (root, GTK_TYPE_LABEL, "There are 201 organisations; a new programme takes 200 at most. Leave some out.");

  g_string_truncate (names, strstr (names->str, "Kaupunki 199") - names->str);
  g_string_append (names, "\nkaupunki 0\n");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (root, GTK_TYPE_TEXT_VIEW, NULL))), names->str, -1);
  test_settle (root);
  find (root, GTK_TYPE_LABEL, "199 organisations. 1 name that was there already is left out. 1 empty line is left out.");

  press (root, "_Preview");
  find (root, ADW_TYPE_ACTION_ROW, "Autumn Academy");
  find (root, GTK_TYPE_LABEL, "7 Dec 2033\nIt was moved from a day off, 6 Dec 2033 (Independence Day).");
  find (root, ADW_TYPE_PREFERENCES_GROUP, "199 organisations");
  find (root, ADW_TYPE_ACTION_ROW, "Kaupunki 198");

  /* The file chooser of the window would block here. */
  g_signal_handlers_disconnect_matched (dialog, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, fixture->window);
  g_signal_connect (dialog, "save", G_CALLBACK (note_save), &n_saves);
  press (root, "_Save as…");
  g_assert_cmpuint (n_saves, ==, 1);
  g_assert_cmpstr (academy_new_programme_get_name (ACADEMY_NEW_PROGRAMME (dialog)), ==, "Autumn Academy");
  edit = academy_new_programme_create_edit (ACADEMY_NEW_PROGRAMME (dialog), NULL);
  g_assert_nonnull (edit);

  /* The list is not lost without a question. */
  adw_dialog_close (dialog);
  test_settle (GTK_WIDGET (fixture->window));
  answer (fixture, "cancel");
  g_assert_true (get_dialog (fixture) == dialog);
  adw_dialog_close (dialog);
  test_settle (GTK_WIDGET (fixture->window));
  answer (fixture, "discard");
  g_assert_null (get_dialog (fixture));
}

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (gtk_widget_get_ancestor (find (GTK_WIDGET (fixture->window->sidebar), ACADEMY_TYPE_PLACE_ROW, NULL),
                                                GTK_TYPE_LIST_BOX));
}

static void
assert_selected (Fixture    *fixture,
                 const char *place)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (get_list (fixture));

  g_assert_cmpstr (row != NULL ? academy_place_row_get_place (ACADEMY_PLACE_ROW (row)) : NULL, ==, place);
}

/* Initials of the rows in the sidebar, from the top. */
static char *
get_sidebar (Fixture *fixture)
{
  GString *order = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = ACADEMY_N_PLACES; (row = gtk_list_box_get_row_at_index (get_list (fixture), i)) != NULL; i++)
    {
      const char *id = academy_place_row_get_place (ACADEMY_PLACE_ROW (row));
      g_autoptr(AcademyItem) organisation = academy_organisations_find (fixture->window->store, id, NULL);

      g_string_append_c (order, *academy_item_get_text (organisation, "slug"));
    }

  return g_string_free_and_steal (order);
}

static void
assert_sidebar (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *order = get_sidebar (fixture);

  g_assert_cmpstr (order, ==, expected);
}

static void
move (Fixture *fixture,
      int      steps)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->sidebar), "sidebar.move", "i", steps);
  test_settle (GTK_WIDGET (fixture->window));
}

/* An organisation moves in the sidebar and stays selected; the ends are ends. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;

  window_fixture_open (fixture);
  assert_sidebar (fixture, "tdkkmv");
  organisation = window_fixture_show (fixture, "valtori", "situation");
  move (fixture, 1);
  assert_sidebar (fixture, "tdkkmv");
  g_assert_null (academy_store_get_undo_label (fixture->window->store));

  move (fixture, -1);
  assert_sidebar (fixture, "tdkkvm");
  move (fixture, -1);
  assert_sidebar (fixture, "tdkvkm");
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (organisation));
  move (fixture, 1);
  move (fixture, 1);
  assert_sidebar (fixture, "tdkkmv");

  for (guint i = 0; i < 4; i++)
    activate (fixture, "win.undo");
  assert_sidebar (fixture, "tdkkmv");
  g_assert_null (academy_store_get_undo_label (fixture->window->store));

  academy_window_show_place (fixture->window, "overview");
  move (fixture, 1);
  g_assert_null (academy_store_get_undo_label (fixture->window->store));
}

/* An archived organisation leaves the sidebar and the overview, from where it can be
 * opened and brought back. */
static void
test_archive (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  GtkWidget *list;
  AdwExpanderRow *archived;
  AdwNavigationPage *page;
  gint64 step;

  window_fixture_open (fixture);
  organisation = window_fixture_show (fixture, "turku", "situation");
  activate (fixture, "win.archive-organisation");
  assert_sidebar (fixture, "dkkmv");
  g_assert_cmpstr (fixture->window->place, ==, "overview");
  list = find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_ORGANISATION_LIST, NULL);
  archived = ADW_EXPANDER_ROW (find (list, ADW_TYPE_EXPANDER_ROW, "Archived organisations"));
  g_assert_cmpstr (adw_expander_row_get_subtitle (archived), ==, "1 organisation");
  adw_expander_row_set_expanded (archived, TRUE);
  test_settle (GTK_WIDGET (fixture->window));
  find (list, ADW_TYPE_ACTION_ROW, "City of Turku");

  academy_window_show_place (fixture->window, academy_item_get_id (organisation));
  test_settle (GTK_WIDGET (fixture->window));
  page = adw_navigation_split_view_get_content (fixture->window->split_view);
  g_assert_true (ACADEMY_IS_ORGANISATION_PAGE (page));
  find (GTK_WIDGET (page), ADW_TYPE_BANNER, NULL);
  assert_selected (fixture, NULL);
  step = academy_store_get_last_step (fixture->window->store);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.archive-organisation", NULL);
  g_assert_cmpint (academy_store_get_last_step (fixture->window->store), ==, step);

  /* Edits do not leave the page of an archived one. */
  test_set_text (fixture->window->store, organisation, "note", "Kept");
  g_assert_true (adw_navigation_split_view_get_content (fixture->window->split_view) == page);
  activate (fixture, "win.bring-back-organisation");
  assert_sidebar (fixture, "tdkkmv");
  g_assert_true (adw_navigation_split_view_get_content (fixture->window->split_view) == page);
  assert_selected (fixture, academy_item_get_id (organisation));

  activate (fixture, "win.undo");
  assert_sidebar (fixture, "dkkmv");
  g_assert_cmpstr (fixture->window->place, ==, "overview");
  list = find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_ORGANISATION_LIST, NULL);
  gtk_widget_activate_action (list, "organisations.bring-back", "s", academy_item_get_id (organisation));
  test_settle (GTK_WIDGET (fixture->window));
  assert_sidebar (fixture, "tdkkmv");
  g_assert_null (test_find (list, ADW_TYPE_EXPANDER_ROW, NULL));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add ("/cohort/new-programme", Fixture, NULL, set_up, test_new_programme, tear_down);
  g_test_add ("/cohort/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/cohort/archive", Fixture, NULL, set_up, test_archive, tear_down);

  return test_display_run ();
}
