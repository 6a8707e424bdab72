/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-after.h"
#include "academy-clock.h"
#include "academy-commands.h"
#include "academy-contradiction-row.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-privacy.h"
#include "academy-section.h"
#include "academy-session-notes.h"
#include "academy-session-page.h"
#include "academy-session-side.h"
#include "academy-table.h"
#include "academy-toast.h"
#include "test-display.h"
#include "window-fixture.h"

#define FOUND    "The line that was not saved is here again"
#define QUESTION "What must not be left undone?"

typedef struct {
  WindowFixture  base;

  AcademyItem   *organisation;
  AcademyItem   *session;
} Fixture;

/* Moves the clock, and lets the page look at it. */
static void
set_time (Fixture    *fixture,
          const char *time)
{
  g_autofree char *text = g_strconcat ("2026-11-16T", time, "+02:00", NULL);
  g_autoptr(GDateTime) now = g_date_time_new_from_iso8601 (text, NULL);

  academy_clock_set_now (now);
  if (fixture->base.window != NULL && academy_window_get_session (fixture->base.window) != NULL)
    {
      academy_session_page_look (academy_window_get_session (fixture->base.window));
      test_settle (GTK_WIDGET (fixture->base.window));
    }
}

static AcademyItem *
create (Fixture           *fixture,
        const AcademyKind *kind,
        const char        *owner,
        const char        *name,
        const char        *text)
{
  AcademyItem *item = academy_item_new_part (kind, owner);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);

  g_object_set (item, name, text, NULL);
  academy_edit_create (edit, item);
  g_assert_true (academy_store_apply (fixture->base.window->store, edit, NULL));
  return item;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AcademyItem) question = NULL;
  g_autoptr(AcademyItem) participation = NULL;

  set_time (fixture, "09:00:00");
  window_fixture_set_up (&fixture->base, "2021");
  window_fixture_open (&fixture->base);
  fixture->organisation = window_fixture_show (&fixture->base, "turku", "sparring");
  participation = create (fixture, &academy_participation_kind, academy_item_get_id (fixture->organisation), "role-title",
                          "Procurement director");
  fixture->session = create (fixture, &academy_session_kind, academy_item_get_id (fixture->organisation), "hypotheses",
                             "They fear the market");
  test_set_text (fixture->base.window->store, fixture->session, "number", "1");
  question = create (fixture, &academy_question_kind, academy_item_get_id (fixture->session), "title", QUESTION);
  test_settle (GTK_WIDGET (fixture->base.window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->organisation);
  window_fixture_tear_down (&fixture->base);
  academy_clock_set_now (NULL);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return test_find (GTK_WIDGET (fixture->base.window), type, text);
}

static gboolean
is_shown (Fixture    *fixture,
          const char *text)
{
  GtkWidget *label = find (fixture, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  GtkWidget *page = GTK_WIDGET (academy_window_get_session (fixture->base.window));

  g_assert_true (gtk_widget_activate_action (page, action, NULL));
  test_settle (GTK_WIDGET (fixture->base.window));
}

static void
begin (Fixture *fixture)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, "Begin");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_nonnull (academy_window_get_session (fixture->base.window));
}

/* The entry has the focus, as somebody who types expects. */
static GtkWidget *
get_entry (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->base.window));

  g_assert_true (GTK_IS_TEXT (focus));
  return gtk_widget_get_parent (focus);
}

static void
type (Fixture    *fixture,
      const char *line)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), line);
}

static void
enter (Fixture    *fixture,
       const char *line)
{
  GtkWidget *entry = get_entry (fixture);

  type (fixture, line);
  g_signal_emit_by_name (entry, "activate");
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* Returns whether the notes handle the key, so that GTK does not. */
static gboolean
press_with (Fixture         *fixture,
            guint            key,
            GdkModifierType  modifiers)
{
  GtkWidget *entry = get_entry (fixture);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (entry);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  test_settle (GTK_WIDGET (fixture->base.window));
  return handled;
}

static gboolean
press (Fixture *fixture,
       guint    key)
{
  return press_with (fixture, key, 0);
}

static guint
count (Fixture           *fixture,
       const AcademyKind *kind)
{
  g_autoptr(GPtrArray) items = academy_store_get_all (fixture->base.window->store, kind,
                                                      academy_item_get_id (fixture->organisation), NULL);

  return items->len;
}

/* Leaves the program, and opens the file again. */
static void
start_again (Fixture *fixture)
{
  window_fixture_close_windows (&fixture->base);
  fixture->base.window = NULL;
  window_fixture_create_window (&fixture->base);
  window_fixture_open (&fixture->base);
  g_assert_nonnull (academy_window_get_session (fixture->base.window));
}

/* The time of a point runs, is over, and goes on where the file says. */
static void
test_clock (Fixture       *fixture,
            gconstpointer  data)
{
  begin (fixture);
  g_assert_true (is_shown (fixture, "Opening and aim"));
  g_assert_true (is_shown (fixture, "10:00"));
  g_assert_true (is_shown (fixture, "2:00:00 left of the session"));
  set_time (fixture, "09:11:30");
  g_assert_true (is_shown (fixture, "1:30"));
  g_assert_true (is_shown (fixture, "over"));

  act (fixture, "session.next");
  g_assert_true (is_shown (fixture, "20:00"));
  act (fixture, "session.pause");
  set_time (fixture, "09:20:00");
  g_assert_true (is_shown (fixture, "paused"));
  g_assert_true (is_shown (fixture, "20:00"));
  act (fixture, "session.pause");

  /* A file that is opened again is where it was. */
  set_time (fixture, "09:25:00");
  start_again (fixture);
  g_assert_true (is_shown (fixture, "15:00"));
  g_assert_true (is_shown (fixture, "1:35:00 left of the session"));
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *toast;
  guint n_follow_ups;

  begin (fixture);
  n_follow_ups = count (fixture, &academy_follow_up_kind);
  enter (fixture, "Seen");
  enter (fixture, "/d Decided");
  enter (fixture, "@proc 12.2. Invite the suppliers");
  g_assert_true (is_shown (fixture, "Seen"));
  g_assert_true (is_shown (fixture, "Decision · 9:00"));
  g_assert_true (is_shown (fixture, "Invite the suppliers"));
  g_assert_true (is_shown (fixture, "Saved: Follow-up · Procurement director · 12 Feb 2027"));
  toast = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_BUTTON, "_Undo"), g_type_from_name ("AdwToastWidget"));
  g_assert_nonnull (test_find (toast, GTK_TYPE_LABEL, "Saved: Follow-up · Procurement director · 12 Feb 2027"));
  g_assert_cmpuint (count (fixture, &academy_note_kind), ==, 2);
  g_assert_cmpuint (count (fixture, &academy_follow_up_kind), ==, n_follow_ups + 1);

  /* Up takes the last one back, and the one before that. */
  press (fixture, GDK_KEY_Up);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "/d Decided");
  press (fixture, GDK_KEY_Up);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "/o Seen");
  enter (fixture, "/r Seen better");
  g_assert_true (is_shown (fixture, "Seen better"));
  g_assert_cmpuint (count (fixture, &academy_note_kind), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (fixture->base.window), "win.undo", NULL);
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_true (is_shown (fixture, "Seen"));
  g_assert_nonnull (academy_window_get_session (fixture->base.window));

  /* One that is emptied is deleted. */
  press (fixture, GDK_KEY_Up);
  type (fixture, "");
  g_assert_true (is_shown (fixture, "Enter deletes the note, Escape cancels the change"));
  enter (fixture, "");
  g_assert_true (is_shown (fixture, "“Decided” deleted"));
  g_assert_cmpuint (count (fixture, &academy_note_kind), ==, 1);
}

static void
assert_line (Fixture    *fixture,
             const char *line)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, line);
}

static int
get_font_size (GtkWidget *widget)
{
  return pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
}

/* The agenda and the questions are read from as far away as the notes. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const titles[] = { "Opening and aim", QUESTION };
  GtkWidget *side, *note;

  begin (fixture);
  enter (fixture, "Seen");
  side = find (fixture, ACADEMY_TYPE_SESSION_SIDE, NULL);
  note = find (fixture, GTK_TYPE_LABEL, "Seen");
  g_assert_cmpint (get_font_size (note), >, 1.2 * get_font_size (GTK_WIDGET (fixture->base.window)));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpint (get_font_size (test_find (side, GTK_TYPE_LABEL, titles[i])), >=, get_font_size (note));
}

/* The list shows the beginning of a long note; a screen reader and the entry have all
 * of it. */
static void
test_long_note (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("Seen");
  g_autoptr(GString) beginning = g_string_new ("Seen");
  g_autofree char *line = NULL;
  GtkWidget *label, *row;

  for (guint i = 0; i < 399; i++)
    {
      g_string_append (text, " abcdefghi");
      if (i < 39)
        g_string_append (beginning, " abcdefghi");
    }
  g_string_append (beginning, "…");
  begin (fixture);
  enter (fixture, text->str);

  label = find (fixture, GTK_TYPE_LABEL, beginning->str);
  g_assert_nonnull (label);
  row = gtk_widget_get_parent (gtk_widget_get_parent (label));
  g_assert_true (test_is_named (row, text->str));
  press (fixture, GDK_KEY_Up);
  line = g_strconcat ("/o ", text->str, NULL);
  assert_line (fixture, line);
}

/* A note may have several lines. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  begin (fixture);
  type (fixture, "/d First");
  gtk_editable_set_position (GTK_EDITABLE (get_entry (fixture)), -1);
  g_assert_true (press_with (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  assert_line (fixture, "/d First\n");
  g_assert_true (press_with (fixture, GDK_KEY_KP_Enter, GDK_CONTROL_MASK));
  assert_line (fixture, "/d First\n\n");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (get_entry (fixture))), ==, 10);
  enter (fixture, "/d First\nSecond");
  g_assert_true (is_shown (fixture, "First\nSecond"));
  g_assert_false (press (fixture, GDK_KEY_Return));
}

/* What is being typed is not lost: not by Escape, nor by a look at another note. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window, *list;
  guint n_notes;

  begin (fixture);
  window = GTK_WIDGET (fixture->base.window);
  enter (fixture, "Seen");
  n_notes = count (fixture, &academy_note_kind);
  type (fixture, "Half a note");

  press (fixture, GDK_KEY_Escape);
  assert_line (fixture, "");
  gtk_widget_activate_action (window, "win.undo", NULL);
  assert_line (fixture, "Half a note");
  g_assert_cmpuint (count (fixture, &academy_note_kind), ==, n_notes);

  type (fixture, "!Half a secret");
  press (fixture, GDK_KEY_Escape);
  gtk_widget_activate_action (window, "win.undo", NULL);
  assert_line (fixture, "!Half a secret");
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (get_entry (fixture))));

  type (fixture, "Half a note");
  g_assert_true (press (fixture, GDK_KEY_Up));
  assert_line (fixture, "Half a note");
  g_assert_true (press (fixture, GDK_KEY_Down));
  assert_line (fixture, "Half a note");

  list = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Seen"), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 0);
  assert_line (fixture, "/o Seen");
  type (fixture, "/o Seen better");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  test_settle (window);
  g_assert_true (is_shown (fixture, "Seen better"));
  assert_line (fixture, "Half a note");

  /* Nor is what was changed, nor either of the two at the end. */
  g_signal_emit_by_name (list, "activate", 0);
  type (fixture, "/o Seen best");
  g_signal_emit_by_name (list, "activate", 0);
  assert_line (fixture, "/o Seen best");
  g_assert_true (is_shown (fixture, "Seen best"));
  type (fixture, "/o Seen at last");
  press (fixture, GDK_KEY_Escape);
  assert_line (fixture, "Half a note");
  press (fixture, GDK_KEY_Escape);
  gtk_widget_activate_action (window, "win.undo", NULL);
  assert_line (fixture, "Half a note");
  g_signal_emit_by_name (list, "activate", 0);
  type (fixture, "/o Seen at last");
  act (fixture, "session.end");
  g_assert_null (academy_window_get_session (fixture->base.window));
  g_assert_true (is_shown (fixture, "Seen at last"));
  g_assert_true (is_shown (fixture, "Half a note"));
}

/* A line that is there again can be gone on with. */
static void
assert_found (Fixture    *fixture,
              const char *line)
{
  assert_line (fixture, line);
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (get_entry (fixture))), ==, g_utf8_strlen (line, -1));
  g_assert_true (is_shown (fixture, FOUND));
}

/* What was not saved is there again, also the change of an earlier note, and hidden
 * when it is private. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  begin (fixture);
  g_assert_false (is_shown (fixture, FOUND));
  enter (fixture, "Seen");
  type (fixture, "They f");
  start_again (fixture);
  assert_found (fixture, "They f");

  enter (fixture, "They fear");
  start_again (fixture);
  assert_line (fixture, "");
  g_assert_false (is_shown (fixture, FOUND));

  type (fixture, "!Half a secret");
  start_again (fixture);
  assert_found (fixture, "!Half a secret");
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (get_entry (fixture))));
  press (fixture, GDK_KEY_Escape);
  start_again (fixture);
  assert_line (fixture, "");

  type (fixture, "Half a note");
  g_assert_true (gtk_widget_activate_action (find (fixture, GTK_TYPE_LIST_VIEW, NULL), "list.activate-item", "u", 0));
  assert_line (fixture, "/o Seen");
  type (fixture, "/o Seen twice");
  start_again (fixture);
  assert_found (fixture, "/o Seen twice");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  test_settle (GTK_WIDGET (fixture->base.window));
  assert_line (fixture, "Half a note");
  g_assert_true (is_shown (fixture, "Seen twice"));
  g_assert_cmpuint (count (fixture, &academy_note_kind), ==, 2);
  g_signal_emit_by_name (get_entry (fixture), "activate");
  test_settle (GTK_WIDGET (fixture->base.window));

  /* The change of a note that is hidden comes back by undo alone. */
  g_signal_emit_by_name (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Show private"), "clicked");
  enter (fixture, "!Secret");
  press (fixture, GDK_KEY_Up);
  assert_line (fixture, "!/o Secret");
  type (fixture, "!/o Secret of hers");
  start_again (fixture);
  assert_line (fixture, "");
  g_assert_false (is_shown (fixture, FOUND));
  gtk_widget_activate_action (GTK_WIDGET (fixture->base.window), "win.undo", NULL);
  assert_line (fixture, "!/o Secret of hers");
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (get_entry (fixture))));
}

static void
leave (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->base.window), "win.leave-session", NULL);
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_null (academy_window_get_session (fixture->base.window));
}

static void
go_on (Fixture *fixture)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Continue"), "clicked");
  test_settle (GTK_WIDGET (fixture->base.window));
}

/* A session that was left has the line when it goes on, also while GTK keeps its page. */
static void
test_left (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GtkWidget) left = NULL;

  begin (fixture);
  left = g_object_ref (GTK_WIDGET (academy_window_get_session (fixture->base.window)));
  type (fixture, "They f");
  leave (fixture);
  go_on (fixture);
  assert_found (fixture, "They f");

  enter (fixture, "They fear");
  leave (fixture);
  go_on (fixture);
  assert_line (fixture, "");
}

static void
assert_refused (Fixture    *fixture,
                const char *line,
                const char *fault)
{
  type (fixture, line);
  g_signal_emit_by_name (get_entry (fixture), "activate");
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_true (is_shown (fixture, fault));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, line);
}

/* A line that says nothing, or what is no type, stays and is not saved. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_notes, n_follow_ups;

  begin (fixture);
  n_notes = count (fixture, &academy_note_kind);
  n_follow_ups = count (fixture, &academy_follow_up_kind);
  assert_refused (fixture, "/d ", "The text is missing: write what was said.");
  assert_refused (fixture, "/d! ", "The text is missing: write what was said.");
  assert_refused (fixture, "@proc tomorrow", "The text is missing: write what was promised.");
  assert_refused (fixture, "/x They disagree", "“/x” is no type of note. Types: /o /i /d /q /e /r /p /f");
  g_assert_cmpuint (count (fixture, &academy_note_kind), ==, n_notes);
  g_assert_cmpuint (count (fixture, &academy_follow_up_kind), ==, n_follow_ups);
  enter (fixture, "/o /x is a path");
  g_assert_true (is_shown (fixture, "/x is a path"));
  enter (fixture, "  ");
  g_assert_cmpuint (count (fixture, &academy_note_kind), ==, n_notes + 1);
}

/* A role that is in use nowhere is told before the line is saved; Tab completes one
 * that is. */
static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  AcademyStore *store = fixture->base.window->store;
  g_autoptr(AcademyItem) programme = academy_store_get_first (store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) person =
    create (fixture, &academy_person_kind, academy_item_get_id (programme), "name", "Maija Meikäläinen");
  g_autoptr(AcademyItem) participation =
    academy_store_get_first (store, &academy_participation_kind, academy_item_get_id (fixture->organisation), NULL);

  test_set_text (store, participation, "person", academy_item_get_id (person));
  begin (fixture);
  type (fixture, "@purchaser 12.2. Invite the suppliers");
  g_assert_true (is_shown (fixture, "Follow-up · Owner role: purchaser (new) · 12 Feb 2027"));
  type (fixture, "@procurement d");
  g_assert_true (is_shown (fixture, "Follow-up · Procurement director · Tab completes: Procurement director"));
  press (fixture, GDK_KEY_Tab);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "@Procurement director ");
  enter (fixture, "@Procurement director Invite the suppliers");
  enter (fixture, "@purchaser Ask the market");

  /* Somebody who takes part is told by the role. */
  type (fixture, "@Maija 12.2. Call");
  g_assert_true (is_shown (fixture, "Follow-up · Procurement director · 12 Feb 2027"));

  /* It is in use now. */
  type (fixture, "@pur Call");
  g_assert_true (is_shown (fixture, "Follow-up · purchaser · no due date"));

  /* What the mentor promises is on the side of the mentor. */
  enter (fixture, "@mentor Send the example");
  g_assert_true (is_shown (fixture, "Saved: Follow-up · KEINO mentor · no due date"));
  {
    g_autoptr(GPtrArray) follow_ups = academy_store_get_all (store, &academy_follow_up_kind,
                                                             academy_item_get_id (fixture->organisation), NULL);
    guint n_found = 0;

    for (guint i = 0; i < follow_ups->len; i++)
      if (g_strcmp0 (academy_item_get_text (follow_ups->pdata[i], "title"), "Send the example") == 0)
        {
          g_assert_cmpstr (academy_item_get_text (follow_ups->pdata[i], "owner_role"), ==, "KEINO mentor");
          g_assert_cmpstr (academy_item_get_text (follow_ups->pdata[i], "side"), ==, "mentor");
          n_found++;
        }
    g_assert_cmpuint (n_found, ==, 1);
  }
}

/* Tab takes one role after another, those of whoever is there first. */
static void
test_next_role (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const roles[] = { "Team assistant", "Team lead", "Teacher" };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr(AcademyItem) participation = create (fixture, &academy_participation_kind,
                                                     academy_item_get_id (fixture->organisation), "role-title", roles[i]);

      if (i == 1)
        test_set_text (fixture->base.window->store, fixture->session, "attendees", academy_item_get_id (participation));
    }

  begin (fixture);
  type (fixture, "@tea 12.2. Call");
  g_assert_true (is_shown (fixture, "Follow-up · Team lead · 12 Feb 2027"));
  type (fixture, "@tea");
  g_assert_true (is_shown (fixture, "Follow-up · Team lead · Tab completes: Team lead · Teacher · Team assistant"));
  press (fixture, GDK_KEY_Tab);
  assert_line (fixture, "@Team lead ");
  g_assert_true (is_shown (fixture, "Follow-up · Team lead · Tab completes: Teacher · Team assistant"));
  press (fixture, GDK_KEY_Tab);
  assert_line (fixture, "@Teacher ");
  press (fixture, GDK_KEY_Tab);
  assert_line (fixture, "@Team assistant ");
  press (fixture, GDK_KEY_Tab);
  assert_line (fixture, "@Team lead ");

  type (fixture, "@Team lead Call");
  g_assert_false (press (fixture, GDK_KEY_Tab));
}

/* Opens the menu of the first note, chooses from it, and closes it, as GTK does. */
static void
choose_in_menu (Fixture    *fixture,
                const char *action)
{
  GtkWidget *list = find (fixture, GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *notes = gtk_widget_get_ancestor (list, ACADEMY_TYPE_SESSION_NOTES);
  GtkWidget *menu;

  gtk_widget_grab_focus (gtk_widget_get_first_child (list));
  g_assert_true (test_press_key (GTK_WIDGET (fixture->base.window), "<Shift>F10"));
  test_settle (GTK_WIDGET (fixture->base.window));
  menu = gtk_widget_get_last_child (notes);
  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  g_assert_true (gtk_widget_get_mapped (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  if (action != NULL)
    g_assert_true (gtk_widget_activate_action (notes, action, NULL));
  test_settle (GTK_WIDGET (fixture->base.window));
}

static void
close_dialog (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->base.window));

  g_assert_nonnull (dialog);
  adw_dialog_close (dialog);
  test_settle (GTK_WIDGET (fixture->base.window));
}

/* What is typed after anything else has ended is a note. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->base.window);
  GtkWidget *button, *row;

  begin (fixture);
  enter (fixture, "First");
  enter (fixture, "Second");
  choose_in_menu (fixture, NULL);
  enter (fixture, "Third");
  choose_in_menu (fixture, "notes.delete");
  g_assert_false (is_shown (fixture, "First"));
  enter (fixture, "Fourth");

  choose_in_menu (fixture, "notes.open");
  close_dialog (fixture);
  enter (fixture, "Fifth");

  button = find (fixture, GTK_TYPE_BUTTON, "Answer");
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  test_settle (window);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), ADW_TYPE_PREFERENCES_ROW);
  g_assert_nonnull (test_find (row, GTK_TYPE_LABEL, "Answer"));
  close_dialog (fixture);
  enter (fixture, "Sixth");

  /* A note is chosen in the list, and then the next one typed. */
  choose_in_menu (fixture, "notes.contradict");
  g_assert_true (is_shown (fixture, "Choose the note that it contradicts. Escape cancels."));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_LIST_VIEW));
  g_assert_true (test_press_key (window, "Escape"));
  enter (fixture, "Seventh");
  choose_in_menu (fixture, "notes.contradict");
  g_assert_true (gtk_widget_activate_action (find (fixture, GTK_TYPE_LIST_VIEW, NULL), "list.activate-item", "u", 1));
  test_settle (window);
  g_assert_true (is_shown (fixture, "Contradicts: Third"));
  enter (fixture, "Eighth");

  g_signal_emit_by_name (gtk_widget_get_ancestor (find (fixture, ADW_TYPE_ACTION_ROW, "Opening and aim"), GTK_TYPE_LIST_BOX),
                         "row-activated", find (fixture, ADW_TYPE_ACTION_ROW, "Opening and aim"));
  enter (fixture, "Ninth");
  gtk_widget_grab_focus (find (fixture, ADW_TYPE_ACTION_ROW, QUESTION));
  g_assert_true (test_press_key (window, "Escape"));
  enter (fixture, "Tenth");
}

/* Whether the row of a note is in sight from its top to its bottom. */
static gboolean
is_whole (Fixture    *fixture,
          const char *text)
{
  GtkWidget *label = find (fixture, GTK_TYPE_LABEL, text);
  GtkWidget *view = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  graphene_rect_t label_bounds, view_bounds;

  if (view == NULL || !gtk_widget_get_mapped (label))
    return FALSE;

  g_assert_true (gtk_widget_compute_bounds (label, view, &label_bounds));
  g_assert_true (gtk_widget_compute_bounds (view, view, &view_bounds));
  return graphene_rect_contains_rect (&view_bounds, &label_bounds);
}

/* The last note is in sight, also in a list that is longer than its place, and when the
 * session is shown again. */
static void
test_last_note (Fixture       *fixture,
                gconstpointer  data)
{
  begin (fixture);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *line = g_strdup_printf ("Note %u, which is so long that it takes more than one line of its list, whatever "
                                               "is typed in the others, and is read to its end by those who wrote it", i);

      enter (fixture, i % 3 > 0 ? "Short" : line);
    }
  enter (fixture, "The last one");
  g_assert_true (is_whole (fixture, "The last one"));
  enter (fixture, "One more");
  g_assert_true (is_whole (fixture, "One more"));

  leave (fixture);
  go_on (fixture);
  g_assert_true (is_whole (fixture, "One more"));
}

/* A toast moves neither the entry, in which somebody may be typing, nor covers the last
 * note; those of before the session are gone, and each takes the place of the one
 * before. */
static void
test_toast (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->base.window);
  graphene_rect_t before, bounds, toast_bounds;
  GtkWidget *page, *toast;

  academy_toast_show (GTK_WIDGET (fixture->base.window->stack), "Saved before");
  test_settle (window);
  begin (fixture);
  g_assert_false (is_shown (fixture, "Saved before"));
  page = GTK_WIDGET (academy_window_get_session (fixture->base.window));
  for (guint i = 0; i < 30; i++)
    enter (fixture, i < 29 ? "Short" : "The last one");

  g_assert_true (gtk_widget_compute_bounds (get_entry (fixture), window, &before));
  academy_toast_show (page, "Something was saved");
  academy_toast_show (page, "Something else was saved");
  test_settle (window);
  g_assert_false (is_shown (fixture, "Something was saved"));
  g_assert_true (is_shown (fixture, "Something else was saved"));
  g_assert_true (gtk_widget_compute_bounds (get_entry (fixture), window, &bounds));
  g_assert_true (graphene_rect_equal (&before, &bounds));

  toast = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Something else was saved"), g_type_from_name ("AdwToastWidget"));
  g_assert_true (gtk_widget_compute_bounds (toast, window, &toast_bounds));
  g_assert_cmpfloat (toast_bounds.origin.y + toast_bounds.size.height, <=, bounds.origin.y);
  g_assert_true (is_whole (fixture, "The last one"));
}

/* Days are read by the day by which the programme is judged. */
static void
test_status_date (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) programme =
    academy_store_get_first (fixture->base.window->store, &academy_programme_kind, NULL, NULL);

  test_set_text (fixture->base.window->store, programme, "status_date", "2022-02-16");
  begin (fixture);
  enter (fixture, "@proc 28.2. Invite the suppliers");
  g_assert_true (is_shown (fixture, "Saved: Follow-up · Procurement director · 28 Feb 2022"));
}

/* Nobody at the table reads what is private, while it is typed and afterwards. */
static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  begin (fixture);
  g_assert_false (is_shown (fixture, "They fear the market"));
  type (fixture, "!They disagree");
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (get_entry (fixture))));
  g_assert_true (is_shown (fixture, "Observation · Private, hidden while others see the screen"));
  enter (fixture, "!They disagree");
  g_assert_false (is_shown (fixture, "They disagree"));
  press (fixture, GDK_KEY_Up);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "");

  g_signal_emit_by_name (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Show private"), "clicked");
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_true (is_shown (fixture, "They fear the market"));
  g_assert_nonnull (test_find (gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "They fear the market"),
                                                        ADW_TYPE_PREFERENCES_GROUP), GTK_TYPE_LABEL, "Private"));
  g_assert_true (is_shown (fixture, "They disagree"));
  type (fixture, "!They");
  g_assert_true (is_shown (fixture, "Observation · Private"));
  g_assert_nonnull (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Hide private"));
}

/* Nor on any other page of the window, until the session ends. */
static void
test_private_pages (Fixture       *fixture,
                    gconstpointer  data)
{
  AcademyStore *store = fixture->base.window->store;
  const char *organisation = academy_item_get_id (fixture->organisation);
  GtkWidget *window = GTK_WIDGET (fixture->base.window);
  g_autoptr(AcademyItem) secret = create (fixture, &academy_note_kind, organisation, "text", "They disagree");
  g_autoptr(AcademyItem) other = create (fixture, &academy_note_kind, organisation, "text", "They agree");
  GtkWidget *section;

  test_set_text (store, secret, "private", "true");
  test_set_text (store, other, "contradicts", academy_item_get_id (secret));
  test_set_text (store, fixture->session, "number", "1");
  test_settle (window);
  g_assert_true (is_shown (fixture, "They disagree"));

  /* It is marked as such, also where there are only titles. */
  academy_item_dialog_open (GTK_WIDGET (fixture->base.window->stack), other, store);
  test_settle (window);
  g_assert_true (is_shown (fixture, "Private: They disagree"));
  close_dialog (fixture);

  begin (fixture);
  leave (fixture);
  g_assert_false (is_shown (fixture, "They disagree"));
  g_assert_true (is_shown (fixture, "Private note"));
  section = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Private note"), ACADEMY_TYPE_SECTION);
  g_assert_null (test_find (section, GTK_TYPE_BUTTON, "Edit as table"));
  academy_item_dialog_open (GTK_WIDGET (fixture->base.window->stack), secret, store);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  academy_item_dialog_open (GTK_WIDGET (fixture->base.window->stack), fixture->session, store);
  test_settle (window);
  g_assert_false (is_shown (fixture, "Hypotheses of the mentor · Private"));
  close_dialog (fixture);

  gtk_widget_activate_action (window, "win.prepare-session", "s", academy_item_get_id (fixture->session));
  test_settle (window);
  g_assert_false (is_shown (fixture, "They disagree"));
  g_assert_false (is_shown (fixture, "They fear the market"));
  g_assert_false (is_shown (fixture, "Hypotheses of the mentor · Private"));

  gtk_widget_activate_action (window, "win.show-whole-history", NULL);
  test_settle (window);
  g_assert_true (is_shown (fixture, "Change of note"));
  g_assert_false (is_shown (fixture, "Change of note · They disagree"));

  academy_window_show_place (fixture->base.window, organisation);
  gtk_widget_activate_action (window, "win.begin-session", "s", academy_item_get_id (fixture->session));
  test_settle (window);
  g_signal_emit_by_name (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Show private"), "clicked");
  leave (fixture);
  g_assert_true (is_shown (fixture, "They disagree"));

  go_on (fixture);
  leave (fixture);
  g_assert_false (is_shown (fixture, "They disagree"));
  go_on (fixture);
  act (fixture, "session.end");
  g_assert_true (is_shown (fixture, "They disagree"));
}

/* Nor in a toast. */
static void
test_private_toast (Fixture       *fixture,
                    gconstpointer  data)
{
  AcademyStore *store = fixture->base.window->store;
  g_autoptr(AcademyItem) note = create (fixture, &academy_note_kind, academy_item_get_id (fixture->organisation), "text",
                                        "They disagree");

  test_set_text (store, note, "private", "true");
  begin (fixture);
  g_assert_true (academy_command_delete (GTK_WIDGET (academy_window_get_session (fixture->base.window)), store, note));
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_true (is_shown (fixture, "Private note deleted"));
  act (fixture, "win.undo");
  g_assert_true (is_shown (fixture, "Undone: deletion of note (private)"));
  act (fixture, "win.redo");
  g_assert_true (is_shown (fixture, "Redone: deletion of note (private)"));
}

static void
test_side (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->base.window);
  graphene_rect_t attendee, asked;
  g_autoptr(AcademyItem) question = NULL;

  begin (fixture);
  g_assert_true (gtk_widget_compute_bounds (find (fixture, ADW_TYPE_ACTION_ROW, "Procurement director"), window, &attendee));
  g_assert_true (gtk_widget_compute_bounds (find (fixture, ADW_TYPE_ACTION_ROW, QUESTION), window, &asked));
  g_assert_cmpfloat (attendee.origin.y, <, asked.origin.y);
  question = academy_store_get_first (fixture->base.window->store, &academy_question_kind,
                                      academy_item_get_id (fixture->session), NULL);
  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, QUESTION));
  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, "Procurement director"));
  g_assert_true (academy_item_get_flag (question, "asked"));
  g_assert_cmpuint (g_strv_length ((GStrv) academy_item_get_links (fixture->session, "attendees")), ==, 1);

  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, "Procurement director"));
  g_assert_cmpuint (g_strv_length ((GStrv) academy_item_get_links (fixture->session, "attendees")), ==, 0);
}

static AcademyItem *
contradict (Fixture *fixture)
{
  const char *organisation = academy_item_get_id (fixture->organisation);
  AcademyStore *store = fixture->base.window->store;
  g_autoptr(AcademyItem) first = create (fixture, &academy_note_kind, organisation, "text", "Begin now");
  AcademyItem *second = create (fixture, &academy_note_kind, organisation, "text", "Ask the market first");

  test_set_text (store, first, "author_role", "Mentor");
  test_set_text (store, second, "author_role", "Expert");
  test_set_text (store, second, "contradicts", academy_item_get_id (first));
  test_settle (GTK_WIDGET (fixture->base.window));
  return second;
}

/* Opinions that stand against each other are told until it is said how that was
 * settled; those that are private, only when nobody else sees the screen. */
static void
test_contradiction (Fixture       *fixture,
                    gconstpointer  data)
{
  AcademyStore *store = fixture->base.window->store;
  g_autoptr(AcademyItem) note = contradict (fixture);

  begin (fixture);
  g_assert_true (is_shown (fixture, "Two opinions stand against each other"));
  g_assert_true (is_shown (fixture, "Expert: Ask the market first"));
  g_assert_true (is_shown (fixture, "Mentor: Begin now"));
  test_set_text (store, note, "private", "true");
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_false (is_shown (fixture, "Two opinions stand against each other"));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Show private"), "clicked");
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_true (is_shown (fixture, "Two opinions stand against each other"));
  test_set_text (store, note, "settlement", "The market first");
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_false (is_shown (fixture, "Two opinions stand against each other"));
}

/* They lead to where that can be said: after a session in the list of what is left to
 * do, and before any in the note. */
static void
test_settle_opinions (Fixture       *fixture,
                      gconstpointer  data)
{
  AcademyWindow *window = fixture->base.window;
  g_autoptr(AcademyItem) note = contradict (fixture);
  GtkWidget *focus;

  academy_window_show_place (window, "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.settle", "s", academy_item_get_id (note));
  test_settle (GTK_WIDGET (window));
  g_assert_cmpstr (window->place, ==, academy_item_get_id (fixture->organisation));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_null (gtk_widget_get_ancestor (focus, ACADEMY_TYPE_AFTER));

  test_set_text (window->store, fixture->session, "held", "2026-11-01T09:00:00+02:00");
  academy_window_show_place (window, "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.settle", "s", academy_item_get_id (note));
  test_settle (GTK_WIDGET (window));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, ACADEMY_TYPE_CONTRADICTION_ROW));
}

/* The plan is one key away, and the notes again. */
static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  begin (fixture);
  type (fixture, "Half a note");
  act (fixture, "session.plan");
  g_assert_true (is_shown (fixture, "Timeline"));
  act (fixture, "session.back");
  g_assert_true (is_shown (fixture, "Agenda"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "Half a note");
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (get_entry (fixture)), NULL, NULL));
  enter (fixture, "Typed at once");
}

/* Escape ends what it can end within the plan, and only then goes back. */
static void
test_escape (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = create (fixture, &academy_measure_kind, academy_item_get_id (fixture->organisation), "title",
                                           "Market dialogue");
  GtkWidget *window = GTK_WIDGET (fixture->base.window);
  GtkWidget *table, *entry;

  begin (fixture);
  act (fixture, "session.plan");
  table = find (fixture, ACADEMY_TYPE_TABLE, NULL);
  entry = find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "dialogue");
  gtk_widget_grab_focus (entry);
  test_press_key (window, "Escape");
  test_settle (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (is_shown (fixture, "Agenda"));

  g_assert_true (gtk_widget_grab_focus (table));
  g_assert_true (test_press_key (window, "Escape"));
  test_settle (window);
  g_assert_true (is_shown (fixture, "Agenda"));
  enter (fixture, "Typed at once");
}

/* Each session that was held is wrapped up and summarised, not only the last one. */
static void
test_earlier (Fixture       *fixture,
              gconstpointer  data)
{
  AcademyWindow *window = fixture->base.window;
  g_autoptr(AcademyItem) later = create (fixture, &academy_session_kind, academy_item_get_id (fixture->organisation), "title",
                                         "Board");
  GtkWidget *row;

  test_set_text (window->store, fixture->session, "held", "2026-11-01T09:00:00+02:00");
  test_set_text (window->store, later, "held", "2026-11-08T09:00:00+02:00");
  test_settle (GTK_WIDGET (window));
  g_assert_true (is_shown (fixture, "After the session: Board"));

  academy_item_dialog_open (GTK_WIDGET (window->stack), fixture->session, window->store);
  test_settle (GTK_WIDGET (window));
  g_assert_null (find (fixture, ADW_TYPE_BUTTON_ROW, "_Prepare session"));
  g_assert_nonnull (find (fixture, ADW_TYPE_BUTTON_ROW, "_Summary for the organisation"));
  row = find (fixture, ADW_TYPE_BUTTON_ROW, "_Wrap up session");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  test_settle (GTK_WIDGET (window));
  g_assert_true (is_shown (fixture, "After the session: Sparring 1"));

  /* The step is about the last one. */
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Wrap up"), "clicked");
  test_settle (GTK_WIDGET (window));
  g_assert_true (is_shown (fixture, "After the session: Board"));
}

/* A session whose day is not near begins after a question only. */
static void
test_far (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->base.window);

  test_set_text (fixture->base.window->store, fixture->session, "start", "2026-11-18T09:00:00+02:00");
  for (guint i = 0; i < 2; i++)
    {
      AdwDialog *dialog;

      g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Begin"), "clicked");
      test_settle (window);
      g_assert_null (academy_window_get_session (fixture->base.window));
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
      g_assert_true (is_shown (fixture, "The session is on 18 Nov 2026."));
      g_signal_emit_by_name (dialog, "response", i == 0 ? "cancel" : "begin");
      adw_dialog_force_close (dialog);
      test_settle (window);
    }
  g_assert_nonnull (academy_window_get_session (fixture->base.window));
}

/* What is hidden is not copied either. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  AcademyStore *store = fixture->base.window->store;
  g_autofree char *copied = NULL;
  g_autofree char *shown = NULL;
  GtkWidget *section, *window;
  GdkClipboard *clipboard;

  begin (fixture);
  enter (fixture, "!Secret");
  section = academy_section_new (store, &academy_note_kind, fixture->organisation);
  window = test_present (section);
  clipboard = gtk_widget_get_clipboard (section);
  gdk_clipboard_set_text (clipboard, "Before");
  gtk_widget_grab_focus (test_find (section, ADW_TYPE_ACTION_ROW, NULL));
  g_assert_true (gtk_widget_activate_action (section, "section.copy", NULL));
  copied = test_read_clipboard (clipboard);
  g_assert_cmpstr (copied, ==, "Before");

  academy_privacy_set_shown (academy_privacy_get (store), TRUE);
  g_assert_true (gtk_widget_activate_action (section, "section.copy", NULL));
  shown = test_read_clipboard (clipboard);
  g_assert_nonnull (strstr (shown, "Secret"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is invalid in a view that is not seen is shown instead. */
static void
test_invalid (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->base.window);
  g_autoptr(AcademyItem) measure = create (fixture, &academy_measure_kind, academy_item_get_id (fixture->organisation), "title",
                                           "Market dialogue");
  AcademyTable *table;
  GtkWidget *focus;

  g_object_unref (window_fixture_show (&fixture->base, "turku", "plan"));
  table = ACADEMY_TABLE (find (fixture, ACADEMY_TYPE_TABLE, NULL));
  academy_table_focus (table, measure, academy_kind_find_field (&academy_measure_kind, "progress"));
  g_assert_true (academy_table_begin (table, TRUE));
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window))), "much");
  g_object_unref (window_fixture_show (&fixture->base, "turku", "sparring"));

  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Begin"), "clicked");
  test_settle (window);
  g_assert_null (academy_window_get_session (fixture->base.window));
  g_assert_true (is_shown (fixture, "Correct what is marked before going elsewhere"));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (table)));
  g_assert_true (gtk_widget_get_mapped (focus));
}

static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *toast;

  begin (fixture);
  type (fixture, "Typed without Enter");
  set_time (fixture, "10:45:00");
  act (fixture, "session.end");
  g_assert_null (academy_window_get_session (fixture->base.window));
  g_assert_true (is_shown (fixture, "Typed without Enter"));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, GTK_TYPE_BUTTON, "Begin")));

  /* What is left to do is shown, with the focus in it. */
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->base.window)), ACADEMY_TYPE_AFTER));
  g_assert_true (is_shown (fixture, "After the session: Sparring 1"));

  /* The toast leads back into it. */
  toast = test_find (gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "The session has ended"),
                                              g_type_from_name ("AdwToastWidget")), GTK_TYPE_BUTTON, "_Undo");
  g_signal_emit_by_name (toast, "clicked");
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_nonnull (academy_window_get_session (fixture->base.window));
  act (fixture, "session.end");
  g_assert_null (academy_window_get_session (fixture->base.window));

  /* Undo says that the session goes on; its row leads back. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->base.window), "win.undo", NULL);
  test_settle (GTK_WIDGET (fixture->base.window));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Continue"), "clicked");
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_nonnull (academy_window_get_session (fixture->base.window));

  /* Without its beginning it does not go on. */
  for (guint i = 0; i < 2; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->base.window), "win.undo", NULL);
  test_settle (GTK_WIDGET (fixture->base.window));
  g_assert_null (academy_window_get_session (fixture->base.window));
}

/* GTK may keep the page of a session that was left, which follows the file no more and
 * leads nobody out of the next one. */
static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) next = create (fixture, &academy_session_kind, academy_item_get_id (fixture->organisation), "title",
                                        "Board");
  g_autoptr(GtkWidget) left = NULL;

  begin (fixture);
  left = g_object_ref (GTK_WIDGET (academy_window_get_session (fixture->base.window)));
  act (fixture, "session.end");

  gtk_widget_activate_action (GTK_WIDGET (fixture->base.window), "win.begin-session", "s", academy_item_get_id (next));
  test_settle (GTK_WIDGET (fixture->base.window));
  enter (fixture, "First");
  test_set_text (fixture->base.window->store, next, "place", "Town hall");
  test_settle (GTK_WIDGET (fixture->base.window));
  enter (fixture, "Second");
  g_assert_nonnull (academy_window_get_session (fixture->base.window));
  g_assert_cmpuint (count (fixture, &academy_note_kind), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add ("/session/clock", Fixture, NULL, set_up, test_clock, tear_down);
  g_test_add ("/session/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/session/large", Fixture, NULL, set_up, test_large, tear_down);
  g_test_add ("/session/long-note", Fixture, NULL, set_up, test_long_note, tear_down);
  g_test_add ("/session/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/session/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/session/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add ("/session/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/session/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/session/last-note", Fixture, NULL, set_up, test_last_note, tear_down);
  g_test_add ("/session/roles", Fixture, NULL, set_up, test_roles, tear_down);
  g_test_add ("/session/next-role", Fixture, NULL, set_up, test_next_role, tear_down);
  g_test_add ("/session/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/session/toast", Fixture, NULL, set_up, test_toast, tear_down);
  g_test_add ("/session/status-date", Fixture, NULL, set_up, test_status_date, tear_down);
  g_test_add ("/session/private", Fixture, NULL, set_up, test_private, tear_down);
  g_test_add ("/session/private-pages", Fixture, NULL, set_up, test_private_pages, tear_down);
  g_test_add ("/session/private-toast", Fixture, NULL, set_up, test_private_toast, tear_down);
  g_test_add ("/session/side", Fixture, NULL, set_up, test_side, tear_down);
  g_test_add ("/session/contradiction", Fixture, NULL, set_up, test_contradiction, tear_down);
  g_test_add ("/session/settle", Fixture, NULL, set_up, test_settle_opinions, tear_down);
  g_test_add ("/session/plan", Fixture, NULL, set_up, test_plan, tear_down);
  g_test_add ("/session/escape", Fixture, NULL, set_up, test_escape, tear_down);
  g_test_add ("/session/earlier", Fixture, NULL, set_up, test_earlier, tear_down);
  g_test_add ("/session/far", Fixture, NULL, set_up, test_far, tear_down);
  g_test_add ("/session/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/session/invalid", Fixture, NULL, set_up, test_invalid, tear_down);
  g_test_add ("/session/end", Fixture, NULL, set_up, test_end, tear_down);
  g_test_add ("/session/next", Fixture, NULL, set_up, test_next, tear_down);

  return test_display_run ();
}
