/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-clock.h"
#include "academy-contact-popover.h"
#include "academy-kinds.h"
#include "academy-mentoring-page.h"
#include "academy-mentoring-row.h"
#include "academy-preferences.h"
#include "test-display.h"

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *programme;
  AcademyItem  *turku;

  /* Borrowed */
  GtkWidget    *page;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 20, 1, 2022);
  academy_clock_set_today (&today);
  g_settings_reset (academy_preferences_get_settings (), ACADEMY_PREFERENCE_MENTOR);

  fixture->store = test_create_programme ("2021");
  fixture->programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  fixture->turku = test_get_organisation (fixture->store, "turku");
  fixture->page = GTK_WIDGET (academy_mentoring_page_new (fixture->store, fixture->programme));
  fixture->window = test_present (fixture->page);
}

/* Nothing may keep what is no longer shown. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->turku);
  g_assert_finalize_object (fixture->programme);
  g_assert_finalize_object (fixture->store);
}

static AcademyItem *
add (Fixture           *fixture,
     const AcademyKind *kind,
     const char        *owner,
     const char        *name,
     const char        *text)
{
  AcademyItem *item = academy_item_new_part (kind, owner);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GError) error = NULL;

  g_object_set (item, name, text, NULL);
  academy_edit_create (edit, item);
  academy_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
  return item;
}

/* Makes a person the mentor of an organisation; %NULL adds one without a name. */
static void
add_mentor (Fixture    *fixture,
            const char *organisation,
            const char *name)
{
  g_autoptr(AcademyItem) participation = add (fixture, &academy_participation_kind, organisation, "role", "mentor");
  g_autoptr(AcademyItem) person = NULL;

  if (name == NULL)
    return;

  person = add (fixture, &academy_person_kind, academy_item_get_id (fixture->programme), "name", name);
  test_set_text (fixture->store, participation, "person", academy_item_get_id (person));
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  test_settle (fixture->window);
  return test_find (fixture->page, GTK_TYPE_LABEL, text) != NULL;
}

static guint
count_rows (Fixture *fixture)
{
  test_settle (fixture->window);
  return test_count (fixture->page, ACADEMY_TYPE_MENTORING_ROW);
}

/* Without a mentor the page says what comes first, and leads there. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (says (fixture, "No mentors yet"));
  g_assert_cmpuint (count_rows (fixture), ==, 0);

  add_mentor (fixture, academy_item_get_id (fixture->turku), NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (gtk_widget_get_mapped (test_find (fixture->page, GTK_TYPE_LABEL, "Nothing is open")));
}

/* A row follows each edit of its organisation at once, and its facts lead to their
 * places. */
static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  const char *turku = academy_item_get_id (fixture->turku);
  g_autoptr(AcademyItem) promise = NULL;
  g_autoptr(AcademyItem) session = NULL;
  GtkWidget *label, *button, *row;
  const char *kind, *id;

  add_mentor (fixture, turku, NULL);
  g_assert_true (says (fixture, "No next session") && says (fixture, "No contact yet") && says (fixture, "0 h given"));

  promise = add (fixture, &academy_follow_up_kind, turku, "title", "Find peer cities");
  test_set_text (fixture->store, promise, "due", "2022-01-10");
  g_assert_true (says (fixture, "Organisation promised 1 thing, 1 late"));
  test_set_text (fixture->store, promise, "side", "mentor");
  g_assert_true (says (fixture, "Mentor promised 1 thing, 1 late") && says (fixture, "Find peer cities"));
  row = gtk_widget_get_ancestor (test_find (fixture->page, GTK_TYPE_LABEL, "Find peer cities"), ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_widget_has_css_class (row, "late"));
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Open – overdue"));

  session = add (fixture, &academy_session_kind, turku, "title", "Next");
  g_assert_true (says (fixture, "Next session has no day"));
  test_set_text (fixture->store, session, "start", "2022-02-01T09:00:00+02:00");
  label = test_find (fixture->page, GTK_TYPE_LABEL, "Next session 1 Feb 2022");
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.show-item");
  g_variant_get (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), "(&s&s)", &kind, &id);
  g_assert_cmpstr (kind, ==, "session");
  g_assert_cmpstr (id, ==, academy_item_get_id (session));
}

/* Opinions that stand against each other are told until that is settled. */
static void
test_opinions (Fixture       *fixture,
               gconstpointer  data)
{
  const char *turku = academy_item_get_id (fixture->turku);
  g_autoptr(AcademyItem) first = add (fixture, &academy_note_kind, turku, "text", "Begin now");
  g_autoptr(AcademyItem) second = add (fixture, &academy_note_kind, turku, "text", "Ask the market first");
  g_autoptr(AcademyItem) third = add (fixture, &academy_note_kind, turku, "text", "Wait");
  GtkWidget *button;

  add_mentor (fixture, turku, NULL);
  g_assert_false (says (fixture, "Two opinions stand against each other"));
  test_set_text (fixture->store, second, "contradicts", academy_item_get_id (first));
  g_assert_true (says (fixture, "Two opinions stand against each other"));
  button = gtk_widget_get_ancestor (test_find (fixture->page, GTK_TYPE_LABEL, "Two opinions stand against each other"),
                                    GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.settle");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL), ==,
                   academy_item_get_id (second));

  test_set_text (fixture->store, third, "contradicts", academy_item_get_id (second));
  g_assert_true (says (fixture, "2 pairs of opinions stand against each other"));
  test_set_text (fixture->store, second, "settlement", "The market first");
  g_assert_false (says (fixture, "2 pairs of opinions stand against each other"));
  g_assert_false (says (fixture, "Two opinions stand against each other"));
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static GtkWidget *
open_popover (Fixture *fixture)
{
  GtkWidget *row = test_find (fixture->page, ACADEMY_TYPE_MENTORING_ROW, NULL);
  GtkMenuButton *button = GTK_MENU_BUTTON (test_find (row, GTK_TYPE_MENU_BUTTON, NULL));
  GtkWidget *popover;

  gtk_menu_button_popup (button);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  test_wait_for (is_mapped, popover);
  return popover;
}

/* Two clicks record a contact of today with the mentor, as one step that can be
 * undone; a duration that is none is told and nothing is saved. */
static void
test_contact (Fixture       *fixture,
              gconstpointer  data)
{
  const char *turku = academy_item_get_id (fixture->turku);
  g_autoptr(AcademyItem) programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) participation = NULL;
  g_autoptr(AcademyItem) contact = NULL;
  g_autoptr(AcademyItem) none = NULL;
  GtkWidget *popover, *hours;
  g_autofree char *day = NULL;

  add_mentor (fixture, turku, "Maija");
  participation = academy_store_get_first (fixture->store, &academy_participation_kind, turku, NULL);
  test_settle (fixture->window);

  popover = open_popover (fixture);
  g_assert_nonnull (test_find (popover, GTK_TYPE_LABEL, "Contact on 20 Jan 2022"));
  hours = test_find (popover, GTK_TYPE_ENTRY, NULL);
  hours = gtk_widget_get_next_sibling (hours);
  /* What it was about is typed before the way in which it was saves it. */
  g_assert_true (gtk_widget_is_ancestor (test_find (popover, GTK_TYPE_BUTTON, "Telephone"),
                                         gtk_widget_get_last_child (gtk_widget_get_parent (hours))));
  gtk_editable_set_text (GTK_EDITABLE (hours), "long");
  g_signal_emit_by_name (test_find (popover, GTK_TYPE_BUTTON, "Telephone"), "clicked");
  g_assert_true (gtk_widget_has_css_class (hours, "error"));
  none = academy_store_get_first (fixture->store, &academy_contact_kind, turku, NULL);
  g_assert_null (none);

  gtk_editable_set_text (GTK_EDITABLE (hours), "1 h 30 min");
  g_signal_emit_by_name (test_find (popover, GTK_TYPE_BUTTON, "Telephone"), "clicked");
  contact = academy_store_get_first (fixture->store, &academy_contact_kind, turku, NULL);
  g_assert_cmpstr (academy_item_get_text (contact, "channel"), ==, "phone");
  g_assert_cmpstr (academy_item_get_text (contact, "participant"), ==, academy_item_get_id (participation));
  day = academy_date_to_text (academy_item_get_date (contact, "date"));
  g_assert_cmpstr (day, ==, "2022-01-20");
  g_assert_true (says (fixture, "Last contact 20 Jan 2022") && says (fixture, "1 h 30 min given"));

  g_assert_true (academy_store_undo (fixture->store, NULL));
  g_assert_true (says (fixture, "No contact yet"));

  /* Its day is the one by which all else is judged. */
  test_set_text (fixture->store, programme, "status_date", "2022-02-16");
  test_settle (fixture->window);
  popover = open_popover (fixture);
  g_assert_nonnull (test_find (popover, GTK_TYPE_LABEL, "Contact on 16 Feb 2022"));
  g_signal_emit_by_name (test_find (popover, GTK_TYPE_BUTTON, "Telephone"), "clicked");
  g_assert_true (says (fixture, "Last contact 16 Feb 2022"));
}

/* The mentor who was chosen is there again when the page is. */
static void
test_mentor (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) kuopio = test_get_organisation (fixture->store, "kuopio");
  GtkWidget *row;

  add_mentor (fixture, academy_item_get_id (fixture->turku), "Maija");
  add_mentor (fixture, academy_item_get_id (kuopio), "Oona");
  test_settle (fixture->window);
  row = test_find (fixture->page, ADW_TYPE_COMBO_ROW, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_assert_true (says (fixture, "City of Turku"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_true (says (fixture, "Kuopio Facility Services"));
  g_assert_cmpuint (count_rows (fixture), ==, 1);

  gtk_widget_unmap (fixture->page);
  gtk_widget_map (fixture->page);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
}

static void
test (const char  *path,
      void       (*func) (Fixture       *fixture,
                          gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  test_display_init (&argc, &argv);

  test ("/mentoring-page/empty", test_empty);
  test ("/mentoring-page/row", test_row);
  test ("/mentoring-page/opinions", test_opinions);
  test ("/mentoring-page/contact", test_contact);
  test ("/mentoring-page/mentor", test_mentor);

  return test_display_run ();
}
