/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-after.h"
#include "academy-after-row.h"
#include "academy-contradiction-row.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "test-display.h"

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *turku;
  AcademyItem  *session;

  /* Borrowed */
  GtkWidget    *after;
  GtkWidget    *window;
} Fixture;

static AcademyItem *
add (Fixture           *fixture,
     const AcademyKind *kind,
     const char        *name,
     const char        *text)
{
  AcademyItem *item = academy_item_new_part (kind, academy_item_get_id (fixture->turku));
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GError) error = NULL;

  g_object_set (item, name, text, NULL);
  if (fixture->session != NULL && academy_kind_find_field (kind, "session") != NULL)
    g_object_set (item, "session", academy_item_get_id (fixture->session), NULL);
  academy_edit_create (edit, item);
  academy_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
  return item;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = test_create_programme ("2021");
  fixture->turku = test_get_organisation (fixture->store, "turku");
  fixture->session = add (fixture, &academy_session_kind, "title", "Kick-off");
  fixture->after = academy_after_new (fixture->store, fixture->turku);
  fixture->window = test_present (fixture->after);
}

/* Nothing may keep what is no longer shown. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->turku);
  g_assert_finalize_object (fixture->store);
}

static void
hold (Fixture *fixture)
{
  test_set_text (fixture->store, fixture->session, "held", "2021-11-16T09:00:00+02:00");
  test_settle (fixture->window);
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  test_settle (fixture->window);
  return test_find (fixture->after, GTK_TYPE_LABEL, text) != NULL;
}

/* It is there when a session was held, says what is open, and is folded when nothing
 * is and it is shown again. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *details;

  g_assert_false (gtk_widget_get_visible (fixture->after));
  hold (fixture);
  g_assert_true (says (fixture, "After the session: Kick-off"));
  g_assert_true (says (fixture, "no summary yet · no next date yet · no feedback yet"));
  details = test_find (fixture->after, GTK_TYPE_TOGGLE_BUTTON, "Show what was agreed");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (details)));

  test_set_text (fixture->store, fixture->session, "summary", "Three goals");
  test_set_text (fixture->store, fixture->session, "next_date", "2021-12-14");
  test_set_text (fixture->store, fixture->session, "feedback", "5");
  g_assert_true (says (fixture, "Nothing is open"));
  /* Whoever has typed the last of it goes on. */
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (details)));
}

/* What a follow-up lacks is marked, and is written into its row. */
static void
test_follow_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) follow_up = add (fixture, &academy_follow_up_kind, "title", "Ask the market");
  GtkWidget *row, *form;

  hold (fixture);
  row = test_find (fixture->after, ACADEMY_TYPE_AFTER_ROW, NULL);
  g_assert_true (says (fixture, "no owner role · no due date · Organisation"));
  g_assert_nonnull (test_find (row, GTK_TYPE_IMAGE, NULL));
  g_assert_null (test_find (row, ACADEMY_TYPE_FORM, NULL));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  test_settle (fixture->window);
  form = test_find (row, ACADEMY_TYPE_FORM, NULL);
  g_assert_true (academy_form_get_item (ACADEMY_FORM (form)) == follow_up);
  g_assert_cmpuint (test_count (form, ADW_TYPE_PREFERENCES_GROUP), ==, 1);
  g_assert_null (test_find (form, GTK_TYPE_LABEL, "Result"));

  test_set_text (fixture->store, follow_up, "owner_role", "Buyer");
  test_set_text (fixture->store, follow_up, "due", "2021-12-01");
  g_assert_true (says (fixture, "Buyer · 1 Dec 2021 · Organisation"));
}

/* One click makes a measure that has what was agreed and is linked, as one step. */
static void
test_measure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) follow_up = add (fixture, &academy_follow_up_kind, "title", "Ask the market");
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(AcademyItem) gone = NULL;
  g_autofree char *end = NULL;
  GtkWidget *button;
  const char *action;

  test_set_text (fixture->store, follow_up, "owner_role", "Buyer");
  test_set_text (fixture->store, follow_up, "due", "2021-12-01");
  hold (fixture);
  button = test_find (fixture->after, GTK_TYPE_BUTTON, "Turn into a measure");
  action = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
  g_signal_emit_by_name (button, "clicked");
  measure = academy_store_get_first (fixture->store, &academy_measure_kind, academy_item_get_id (fixture->turku), NULL);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Ask the market");
  g_assert_cmpstr (academy_item_get_text (measure, "owner_role"), ==, "Buyer");
  end = academy_date_to_text (academy_item_get_date (measure, "end"));
  g_assert_cmpstr (end, ==, "2021-12-01");
  g_assert_cmpstr (academy_item_get_text (follow_up, "measure"), ==, academy_item_get_id (measure));
  test_settle (fixture->window);
  g_assert_null (test_find (fixture->after, GTK_TYPE_BUTTON, "Turn into a measure"));
  g_assert_true (test_find (fixture->after, GTK_TYPE_BUTTON, "Show the measure") == button);
  /* GTK would let the click reach the row, which opens. */
  g_assert_true (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)) == action);

  g_assert_true (academy_store_undo (fixture->store, NULL));
  g_assert_null (academy_item_get_text (follow_up, "measure"));
  gone = academy_store_get_first (fixture->store, &academy_measure_kind, academy_item_get_id (fixture->turku), NULL);
  g_assert_null (gone);
}

/* A next date offers to plan the session: a new one like this one, or the one that has
 * no time yet. */
static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) next = NULL;
  g_autoptr(GPtrArray) sessions = NULL;
  g_autoptr(AcademyItem) participation = add (fixture, &academy_participation_kind, "role-title", "Director");
  g_autofree char *start = NULL;
  GtkWidget *row;

  test_set_text (fixture->store, fixture->session, "place", "Town hall");
  test_set_text (fixture->store, fixture->session, "attendees", academy_item_get_id (participation));
  hold (fixture);
  g_assert_false (says (fixture, "Plan the next session on 14 Dec 2021"));
  test_set_text (fixture->store, fixture->session, "next_date", "2021-12-14");
  g_assert_true (says (fixture, "Plan the next session on 14 Dec 2021"));
  row = test_find (fixture->after, ADW_TYPE_BUTTON_ROW, NULL);
  g_signal_emit_by_name (row, "activated");
  sessions = academy_store_get_all (fixture->store, &academy_session_kind, academy_item_get_id (fixture->turku), NULL);
  g_assert_cmpuint (sessions->len, ==, 2);
  next = g_object_ref (sessions->pdata[0] == fixture->session ? sessions->pdata[1] : sessions->pdata[0]);
  g_assert_cmpstr (academy_item_get_text (next, "place"), ==, "Town hall");
  g_assert_cmpuint (g_strv_length ((GStrv) academy_item_get_links (next, "attendees")), ==, 0);
  g_assert_false (says (fixture, "Plan the next session on 14 Dec 2021"));

  test_set_text (fixture->store, next, "start", "");
  g_assert_true (says (fixture, "Plan the next session on 14 Dec 2021"));
  g_signal_emit_by_name (row, "activated");
  g_assert_false (says (fixture, "Plan the next session on 14 Dec 2021"));
  g_ptr_array_unref (g_steal_pointer (&sessions));
  sessions = academy_store_get_all (fixture->store, &academy_session_kind, academy_item_get_id (fixture->turku), NULL);
  g_assert_cmpuint (sessions->len, ==, 2);
}

/* Notes of two stand side by side; those that contradict are a pair until it is said
 * how that was settled. */
static void
test_contradiction (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(AcademyItem) mentor = add (fixture, &academy_note_kind, "text", "Begin now");
  g_autoptr(AcademyItem) expert = NULL;
  g_autoptr(GVariant) target = NULL;
  GtkWidget *label, *view;

  test_set_text (fixture->store, mentor, "author_role", "Mentor");
  hold (fixture);
  g_assert_false (says (fixture, "Notes side by side"));
  expert = add (fixture, &academy_note_kind, "text", "Ask the market first");
  test_set_text (fixture->store, expert, "author_role", "Expert");
  g_assert_true (says (fixture, "Notes side by side") && says (fixture, "Mentor") && says (fixture, "Expert"));
  g_assert_false (says (fixture, "Two opinions stand against each other"));

  target = g_variant_ref_sink (g_variant_new ("(ss)", academy_item_get_id (expert), academy_item_get_id (mentor)));
  gtk_widget_activate_action_variant (fixture->after, "after.contradict", target);
  g_assert_cmpstr (academy_item_get_text (expert, "contradicts"), ==, academy_item_get_id (mentor));
  g_assert_true (says (fixture, "Two opinions stand against each other"));
  g_assert_cmpuint (test_count (fixture->after, ACADEMY_TYPE_CONTRADICTION_ROW), ==, 1);

  test_set_text (fixture->store, expert, "settlement", "A market dialogue, then the pilot");
  g_assert_false (says (fixture, "Two opinions stand against each other"));

  /* A pair of another session is as open. */
  test_set_text (fixture->store, expert, "settlement", "");
  test_set_text (fixture->store, expert, "session", "");
  g_assert_true (says (fixture, "Two opinions stand against each other"));
  g_assert_cmpuint (test_count (fixture->after, ACADEMY_TYPE_CONTRADICTION_ROW), ==, 1);
  test_set_text (fixture->store, mentor, "settlement", "The expert was right");
  g_assert_false (says (fixture, "Two opinions stand against each other"));
  test_set_text (fixture->store, mentor, "settlement", "");
  g_assert_true (says (fixture, "Two opinions stand against each other"));

  /* A pair that is being settled stays while somebody types. */
  test_set_text (fixture->store, expert, "settlement", "");
  test_settle (fixture->window);
  view = test_find (test_find (fixture->after, ACADEMY_TYPE_CONTRADICTION_ROW, NULL), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_widget_grab_focus (view);
  test_set_text (fixture->store, expert, "settlement", "A market");
  g_assert_true (says (fixture, "Two opinions stand against each other"));
  gtk_widget_grab_focus (test_find (fixture->after, GTK_TYPE_TOGGLE_BUTTON, "Show what was agreed"));
  test_set_text (fixture->store, fixture->session, "feedback", "4");
  g_assert_false (says (fixture, "Two opinions stand against each other"));

  test_set_text (fixture->store, expert, "settlement", "");
  g_assert_true (says (fixture, "Two opinions stand against each other"));
  label = test_find (fixture->after, GTK_TYPE_LABEL, "They do not contradict");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  g_assert_null (academy_item_get_text (expert, "contradicts"));
  g_assert_false (says (fixture, "Two opinions stand against each other"));
}

/* The summary is read before it is copied as text and with headings, and has nothing
 * private. */
static void
test_summary (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) public = add (fixture, &academy_note_kind, "text", "Begin now");
  g_autoptr(AcademyItem) private = add (fixture, &academy_note_kind, "text", "Be careful");
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->after);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  test_set_text (fixture->store, public, "type", "decision");
  test_set_text (fixture->store, private, "type", "decision");
  test_set_text (fixture->store, private, "private", "true");
  hold (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->after, "after.summary", NULL));
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  test_settle (fixture->window);
  g_assert_nonnull (test_find (dialog, GTK_TYPE_LABEL, "Begin now"));
  g_assert_null (test_find (dialog, GTK_TYPE_LABEL, "Be careful"));
  g_assert_nonnull (test_find (dialog, GTK_TYPE_LABEL, "Decisions"));

  g_assert_true (gtk_widget_activate_action (dialog, "summary.copy", NULL));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  text = test_read_clipboard (clipboard);
  g_assert_nonnull (strstr (text, "Begin now"));
  g_assert_null (strstr (text, "Be careful"));

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (test_find (dialog, ADW_TYPE_TOGGLE_GROUP, NULL)), "fi");
  test_settle (fixture->window);
  g_assert_nonnull (test_find (dialog, GTK_TYPE_LABEL, "Päätökset"));

  /* Escape closes it although a toast says that it was copied. */
  g_assert_nonnull (test_find (dialog, GTK_TYPE_LABEL, "Summary copied, for a mail or a document"));
  g_assert_true (test_press_key (fixture->window, "Escape"));
  test_settle (fixture->window);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
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

  test ("/after/open", test_open);
  test ("/after/follow-up", test_follow_up);
  test ("/after/measure", test_measure);
  test ("/after/next", test_next);
  test ("/after/contradiction", test_contradiction);
  test ("/after/summary", test_summary);

  return test_display_run ();
}
