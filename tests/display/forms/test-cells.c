/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-day-button.h"
#include "academy-editor.h"
#include "academy-error.h"
#include "academy-flag-editor.h"
#include "academy-kinds.h"
#include "fields-fixture.h"
#include "test-display.h"

/* A cell that is edited, over another widget that can take the focus. */
typedef struct {
  /* Owned */
  AcademyStore  *store;
  AcademyItem   *item;
  AcademyEditor *editor;

  /* Borrowed */
  GtkWidget     *window;
  GtkWidget     *box;
  GtkWidget     *neighbour;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const AcademyKind *kind = data != NULL ? data : &academy_measure_kind;
  g_autoptr(GError) error = NULL;

  fixture->store = fields_create_everything ();
  fixture->item = fields_get_item (fixture->store, kind);
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->neighbour = gtk_button_new_with_label ("Neighbour");
  gtk_box_append (GTK_BOX (fixture->box), fixture->neighbour);
  fixture->window = test_present (fixture->box);
}

static void
put_away (Fixture *fixture)
{
  if (fixture->editor == NULL)
    return;

  gtk_widget_grab_focus (fixture->neighbour);
  gtk_box_remove (GTK_BOX (fixture->box), academy_editor_get_row (fixture->editor));
  g_assert_finalize_object (g_steal_pointer (&fixture->editor));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  put_away (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->item);
  g_assert_finalize_object (fixture->store);
}

/* Lays an editor over the cell of a field. */
static void
edit (Fixture            *fixture,
      const AcademyField *field)
{
  put_away (fixture);
  fixture->editor = academy_editor_new_for_cell (fixture->store, field);
  g_assert_nonnull (fixture->editor);
  gtk_box_append (GTK_BOX (fixture->box), academy_editor_get_row (fixture->editor));
  academy_editor_set_item (fixture->editor, fixture->item);
}

static void
begin (Fixture  *fixture,
       gboolean  empty)
{
  academy_editor_begin (fixture->editor, empty);
  academy_editor_grab_focus (fixture->editor);
  g_assert_true (gtk_widget_is_focus (academy_editor_get_control (fixture->editor)));
}

/* As a table passes keys on. */
static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  char text[7] = "";

  if (academy_editor_press (fixture->editor, key, modifiers))
    return;

  g_unichar_to_utf8 (gdk_keyval_to_unicode (key), text);
  g_signal_emit_by_name (academy_editor_get_control (fixture->editor), "insert-at-cursor", text);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    press (fixture, gdk_unicode_to_keyval (g_utf8_get_char (p)), 0);
}

static void
assert_text (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *text = fields_dup_text (academy_editor_get_control (fixture->editor));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_in_file (Fixture    *fixture,
                const char *name,
                const char *canonical)
{
  fields_assert_in_file (fixture->store, fixture->item, fields_find (fixture->item, name), canonical);
}

/* How often its letter is typed until a choice is reached. */
static guint
count_presses (const AcademyField  *field,
               const AcademyChoice *choice)
{
  guint n_presses = 1;

  for (const AcademyChoice *other = field->choices; other != choice; other++)
    n_presses += g_unichar_tolower (g_utf8_get_char (other->label)) == g_unichar_tolower (g_utf8_get_char (choice->label));
  if (!academy_field_is_required (field) && g_ascii_tolower (*choice->label) == 'n')
    n_presses++;

  return n_presses;
}

static void
enter_sample (Fixture            *fixture,
              const AcademyField *field,
              guint               i)
{
  g_autofree char *title = NULL;

  switch (field->type)
    {
    case ACADEMY_CHOICE:
      for (guint n = count_presses (field, &field->choices[1 - i]); n > 0; n--)
        press (fixture, gdk_unicode_to_keyval (g_utf8_get_char (field->choices[1 - i].label)), 0);
      assert_text (fixture, field->choices[1 - i].label);
      break;
    case ACADEMY_LINKS:
      for (guint n = 0; n <= i; n++)
        press (fixture, GDK_KEY_Down, 0);
      press (fixture, GDK_KEY_space, 0);
      break;
    case ACADEMY_LINK:
      title = fields_dup_target_title (field, i);
      if (!g_str_equal (title, "Not chosen"))
        type (fixture, title);
      break;
    default:
      type (fixture, fields_get_sample (field, i)->typed);
    }
}

static char *
dup_shown (const AcademyField *field,
           guint               i)
{
  switch (field->type)
    {
    case ACADEMY_CHOICE:
      return g_strdup (field->choices[1 - i].label);
    case ACADEMY_LINK:
      return fields_dup_target_title (field, i);
    case ACADEMY_LINKS:
      return g_strdup ("");
    default:
      return g_strdup (fields_get_sample (field, i)->shown);
    }
}

static void
test_flag (Fixture            *fixture,
           const AcademyField *field)
{
  g_autoptr(AcademyEditor) editor = academy_editor_new_for_cell (fixture->store, field);
  g_auto(GValue) value = G_VALUE_INIT;

  g_assert_null (editor);
  test_set_text (fixture->store, fixture->item, field->name, "true");
  academy_flag_editor_toggle (fixture->item, field, &value);
  g_assert_false (g_value_get_boolean (&value));
}

/* Every field of a kind: shown, named, cancelled, typed and saved. */
static void
test_kind (Fixture       *fixture,
           gconstpointer  data)
{
  const AcademyKind *kind = data;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *title = NULL;
      g_autofree char *name = NULL;
      g_autoptr(GError) error = NULL;

      if (field->flags & ACADEMY_HIDDEN)
        continue;
      if (field->type == ACADEMY_FLAG)
        {
          test_flag (fixture, field);
          continue;
        }

      first = fields_dup_canonical (fixture->store, field, 0);
      second = fields_dup_canonical (fixture->store, field, 1);
      shown = dup_shown (field, 0);
      test_set_text (fixture->store, fixture->item, field->name, first);
      edit (fixture, field);
      begin (fixture, FALSE);
      assert_text (fixture, shown);
      title = academy_item_dup_title (fixture->item, academy_language_get_default ());
      name = g_strdup_printf ("%s: %s", field->label, title);
      if (GTK_IS_TEXT (academy_editor_get_control (fixture->editor)))
        g_assert_true (test_is_named (academy_editor_get_control (fixture->editor), name));

      begin (fixture, TRUE);
      enter_sample (fixture, field, 1);
      fields_assert_in_file (fixture->store, fixture->item, field, first);
      academy_editor_cancel (fixture->editor);
      assert_text (fixture, shown);
      g_assert_true (academy_editor_finish (fixture->editor));
      fields_assert_in_file (fixture->store, fixture->item, field, first);

      begin (fixture, TRUE);
      enter_sample (fixture, field, 1);
      if (!academy_editor_finish (fixture->editor))
        g_error ("%s: %s", field->name, academy_editor_get_error (fixture->editor));
      fields_assert_in_file (fixture->store, fixture->item, field, second);
      g_assert_cmpstr (academy_store_get_undo_label (fixture->store), ==, kind->change);

      academy_store_undo (fixture->store, &error);
      g_assert_no_error (error);
    }
}

static const struct {
  const char *field;
  const char *initial;
  const char *typed;
  const char *message;
  const char *corrected;
  const char *saved;
} errors[] = {
  { "title", "Keep this", "", "This cannot be empty.", "New", "New" },
  { "progress", "40", "140", "Write a number from 0 to 100.", "100", "100" },
  { "start", "2021-10-01", "31.2.2022", "There is no such day in the calendar. Write the date as 19 Oct 2021.",
    "28.2.2022", "2022-02-28" },
};

static void
count (guint *n)
{
  (*n)++;
}

static void
assert_invalid (Fixture    *fixture,
                const char *message)
{
  GtkAccessible *control = GTK_ACCESSIBLE (academy_editor_get_control (fixture->editor));
  g_autofree char *state = gtk_test_accessible_check_state (control, GTK_ACCESSIBLE_STATE_INVALID,
                                                            message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                                            : GTK_ACCESSIBLE_INVALID_FALSE);
  g_autofree char *description = NULL;

  g_assert_cmpstr (academy_editor_get_error (fixture->editor), ==, message);
  g_assert_null (state);
  g_assert_true (gtk_widget_has_css_class (academy_editor_get_row (fixture->editor), "error") == (message != NULL));
  if (message != NULL)
    description = gtk_test_accessible_check_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message);
  g_assert_null (description);
}

/* A value that may not be kept stays in the cell until it is corrected. */
static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      guint n_notified = 0;

      test_set_text (fixture->store, fixture->item, errors[i].field, errors[i].initial);
      edit (fixture, fields_find (fixture->item, errors[i].field));
      g_signal_connect_swapped (fixture->editor, "notify::error", G_CALLBACK (count), &n_notified);
      begin (fixture, TRUE);
      type (fixture, errors[i].typed);
      g_assert_false (academy_editor_finish (fixture->editor));
      assert_invalid (fixture, errors[i].message);
      assert_text (fixture, errors[i].typed);
      assert_in_file (fixture, errors[i].field, errors[i].initial);

      g_assert_cmpuint (n_notified, ==, 1);
      gtk_editable_set_text (GTK_EDITABLE (academy_editor_get_control (fixture->editor)), "");
      type (fixture, errors[i].corrected);
      assert_invalid (fixture, NULL);
      g_assert_true (academy_editor_finish (fixture->editor));
      assert_in_file (fixture, errors[i].field, errors[i].saved);
    }
}

/* What is wrong with two fields together is known only to the file. */
static void
test_pair (Fixture       *fixture,
           gconstpointer  data)
{
  test_set_text (fixture->store, fixture->item, "end", "2021-12-24");
  edit (fixture, fields_find (fixture->item, "start"));
  begin (fixture, TRUE);
  type (fixture, "31.12.2021");
  g_assert_false (academy_editor_finish (fixture->editor));
  g_assert_nonnull (academy_editor_get_error (fixture->editor));
  academy_editor_cancel (fixture->editor);
  assert_invalid (fixture, NULL);
  assert_text (fixture, "");
}

static const struct {
  const char *typed;
  const char *saved;
} days[] = {
  { "1.3.", "2022-03-01" }, { "vk 12", "2022-03-21" }, { "+14", "2021-11-24" }, { "tänään", "2021-11-10" },
  { "tomorrow", "2021-11-11" }, { "huomenna", "2021-11-11" }, { "2021-12-24", "2021-12-24" },
};

/* “Today” is the day by which the programme is judged. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  GDate status_date;

  g_date_set_dmy (&status_date, 10, 11, 2021);
  academy_store_set_status_date (fixture->store, g_date_get_julian (&status_date));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      test_set_text (fixture->store, fixture->item, "start", "2021-11-15");
      edit (fixture, fields_find (fixture->item, "start"));
      begin (fixture, TRUE);
      type (fixture, days[i].typed);
      g_assert_true (academy_editor_finish (fixture->editor));
      assert_in_file (fixture, "start", days[i].saved);
    }
}

/* The end of a session has a cell of its own. */
static void
test_duration (Fixture       *fixture,
               gconstpointer  data)
{
  edit (fixture, fields_find (fixture->item, "start"));
  begin (fixture, TRUE);
  type (fixture, "16.11.2021 klo 9–11");
  g_assert_false (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "start", NULL);
  begin (fixture, TRUE);
  type (fixture, "16.11.2021 klo 9");
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "start", "2021-11-16T09:00:00+02:00");
}

/* A value is not made less exact by its text. */
static void
test_exact (Fixture       *fixture,
            gconstpointer  data)
{
  test_set_text (fixture->store, fixture->item, "start", "2021-11-16T09:00:30+02:00");
  edit (fixture, fields_find (fixture->item, "start"));
  begin (fixture, FALSE);
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "start", "2021-11-16T09:00:30+02:00");
}

/* A day from the calendar is typed, not saved. */
static void
test_calendar (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *button, *calendar;
  GDate picked;

  g_date_set_dmy (&picked, 24, 12, 2021);
  test_set_text (fixture->store, fixture->item, "start", "2021-11-15");
  edit (fixture, fields_find (fixture->item, "start"));
  test_settle (fixture->window);
  begin (fixture, TRUE);
  type (fixture, "1.12.2021");
  g_assert_true (academy_editor_press (fixture->editor, GDK_KEY_Down, GDK_ALT_MASK));
  test_settle (fixture->window);
  button = test_find (academy_editor_get_row (fixture->editor), ACADEMY_TYPE_DAY_BUTTON, NULL);
  calendar = test_find (button, GTK_TYPE_CALENDAR, NULL);
  g_assert_true (gtk_widget_get_mapped (calendar));
  g_assert_cmpint (gtk_calendar_get_month (GTK_CALENDAR (calendar)), ==, 11);

  g_signal_emit_by_name (button, "picked", &picked);
  assert_text (fixture, "24 Dec 2021");
  assert_in_file (fixture, "start", "2021-11-15");
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (calendar, GTK_TYPE_POPOVER)));
  test_settle (fixture->window);
  g_assert_true (gtk_widget_is_focus (academy_editor_get_control (fixture->editor)));
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "start", "2021-12-24");
}

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (test_find (academy_editor_get_row (fixture->editor), GTK_TYPE_LIST_BOX, NULL));
}

static guint
count_rows (Fixture *fixture)
{
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (get_list (fixture), n_rows) != NULL)
    n_rows++;
  return n_rows;
}

/* The list is open while the focus is in the text. */
static void
test_choice (Fixture       *fixture,
             gconstpointer  data)
{
  const AcademyField *field = fields_find (fixture->item, "status");
  const AcademyChoice *last = field->choices;
  GtkListBox *list;
  guint n_chosen = 0;

  while (last[1].token != NULL)
    last++;
  test_set_text (fixture->store, fixture->item, "status", field->choices[0].token);
  edit (fixture, field);
  g_signal_connect_swapped (fixture->editor, "chosen", G_CALLBACK (count), &n_chosen);
  test_settle (fixture->window);
  begin (fixture, FALSE);
  test_settle (fixture->window);
  list = get_list (fixture);
  g_assert_nonnull (list);
  g_assert_true (gtk_widget_is_focus (academy_editor_get_control (fixture->editor)));
  assert_text (fixture, field->choices[0].label);

  press (fixture, GDK_KEY_Down, 0);
  assert_text (fixture, field->choices[1].label);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Up, 0);
  assert_text (fixture, field->choices[0].label);
  g_assert_false (academy_editor_press (fixture->editor, GDK_KEY_Return, 0));

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, last - field->choices));
  g_assert_cmpuint (n_chosen, ==, 1);
  assert_in_file (fixture, "status", field->choices[0].token);
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "status", last->token);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (list)));
}

/* A choice is typed with the space that it has. */
static void
test_choice_space (Fixture       *fixture,
                   gconstpointer  data)
{
  edit (fixture, fields_find (fixture->item, "status"));
  test_settle (fixture->window);
  begin (fixture, TRUE);
  type (fixture, "In progress");
  assert_text (fixture, "In progress");
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "status", "in_progress");
}

/* A word with which no choice begins is not lost: another word for a choice is known,
 * and others are refused. */
static void
test_choice_word (Fixture       *fixture,
                  gconstpointer  data)
{
  const AcademyField *field = fields_find (fixture->item, "status");
  GtkWidget *list;

  test_set_text (fixture->store, fixture->item, "status", "planned");
  edit (fixture, field);
  test_settle (fixture->window);
  begin (fixture, TRUE);
  test_settle (fixture->window);
  list = GTK_WIDGET (get_list (fixture));
  type (fixture, "Xyz w");
  assert_text (fixture, "Xyz w");
  test_settle (fixture->window);
  g_assert_false (gtk_widget_get_mapped (list));
  g_assert_false (academy_editor_finish (fixture->editor));
  g_assert_true (academy_editor_has_error (fixture->editor));
  assert_in_file (fixture, "status", "planned");
  assert_text (fixture, "Xyz w");

  for (guint i = 0; i < 4; i++)
    press (fixture, GDK_KEY_BackSpace, 0);
  assert_text (fixture, "X");
  g_assert_false (academy_editor_has_error (fixture->editor));
  press (fixture, GDK_KEY_BackSpace, 0);
  assert_text (fixture, "Planned");
  test_settle (fixture->window);
  g_assert_true (gtk_widget_get_mapped (list));

  begin (fixture, TRUE);
  type (fixture, "Rejected");
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "status", "dropped");
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) goals = NULL;

  edit (fixture, fields_find (fixture->item, "goals"));
  test_settle (fixture->window);
  begin (fixture, TRUE);
  test_settle (fixture->window);
  g_assert_cmpuint (count_rows (fixture), ==, FIELDS_N_OF_EACH);
  type (fixture, "2");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  press (fixture, GDK_KEY_space, 0);
  assert_text (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, FIELDS_N_OF_EACH);
  type (fixture, "1");
  g_assert_true (academy_editor_finish (fixture->editor));
  g_assert_cmpuint (g_strv_length ((char **) academy_item_get_links (fixture->item, "goals")), ==, 2);

  begin (fixture, FALSE);
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_space, 0);
  g_assert_true (academy_editor_finish (fixture->editor));
  g_assert_cmpuint (g_strv_length ((char **) academy_item_get_links (fixture->item, "goals")), ==, 1);

  /* A space within a title goes into the text, unless a row was chosen by the arrows. */
  goals = academy_store_get_all (fixture->store, &academy_goal_kind, NULL, NULL);
  test_set_text (fixture->store, goals->pdata[0], "title", "Goal with spaces");
  begin (fixture, TRUE);
  type (fixture, "goal ");
  assert_text (fixture, "goal ");
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_space, 0);
  assert_text (fixture, "");
  begin (fixture, TRUE);
  type (fixture, "nothing here");
  assert_text (fixture, "nothing here");

  begin (fixture, TRUE);
  type (fixture, "nowhere");
  g_assert_false (academy_editor_finish (fixture->editor));
  assert_invalid (fixture, "Nothing is called “nowhere”. Type a part of its name, or choose it from the list.");
}

/* The line with the cursor. */
static int
get_line (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (academy_editor_get_control (fixture->editor)));
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_line (&cursor);
}

static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  test_set_text (fixture->store, fixture->item, "description", "One");
  edit (fixture, fields_find (fixture->item, "description"));
  begin (fixture, FALSE);
  g_assert_true (GTK_IS_TEXT_VIEW (academy_editor_get_control (fixture->editor)));
  press (fixture, GDK_KEY_Return, 0);
  type (fixture, "two");
  g_assert_false (academy_editor_press (fixture->editor, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "description", "One\ntwo");

  begin (fixture, TRUE);
  type (fixture, "Three");
  g_assert_true (GTK_IS_TEXT (academy_editor_get_control (fixture->editor)));
  press (fixture, GDK_KEY_Return, GDK_ALT_MASK);
  g_assert_true (gtk_widget_is_focus (academy_editor_get_control (fixture->editor)));
  press (fixture, GDK_KEY_Return, 0);
  type (fixture, "four");
  test_settle (fixture->window);
  g_assert_cmpint (get_line (fixture), ==, 1);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_cmpint (get_line (fixture), ==, 0);
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "description", "Three\nfour");
}

static void
pass_seconds (double seconds)
{
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static int
get_natural_width (Fixture *fixture)
{
  int width;

  gtk_widget_measure (academy_editor_get_row (fixture->editor), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* The editor asks for the width of what is typed. */
static void
test_width (Fixture       *fixture,
            gconstpointer  data)
{
  int width;

  edit (fixture, fields_find (fixture->item, "title"));
  begin (fixture, TRUE);
  type (fixture, "a");
  width = get_natural_width (fixture);
  type (fixture, "bcdefghijklmnopqrstuvwxyz bcdefghijklmnopqrstuvwxyz");
  g_assert_cmpint (get_natural_width (fixture), >, width + 100);
}

/* Neither a pause nor the focus saves; undo stays in the text. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  test_set_text (fixture->store, fixture->item, "title", "Kept");
  edit (fixture, fields_find (fixture->item, "title"));
  begin (fixture, FALSE);
  type (fixture, " not");
  pass_seconds (1.2);
  gtk_widget_grab_focus (fixture->neighbour);
  test_settle (fixture->window);
  assert_in_file (fixture, "title", "Kept");
  assert_text (fixture, "Kept not");

  academy_editor_grab_focus (fixture->editor);
  for (guint i = 0; i < 8; i++)
    g_assert_true (academy_editor_press (fixture->editor, GDK_KEY_z, GDK_CONTROL_MASK));
  assert_text (fixture, "Kept");
  academy_editor_cancel (fixture->editor);
  assert_in_file (fixture, "title", "Kept");
}

/* What is saved elsewhere meanwhile does not change what is typed. */
static void
test_change_elsewhere (Fixture       *fixture,
                       gconstpointer  data)
{
  test_set_text (fixture->store, fixture->item, "title", "Old");
  edit (fixture, fields_find (fixture->item, "title"));
  begin (fixture, TRUE);
  type (fixture, "Mine");
  test_set_text (fixture->store, fixture->item, "title", "Theirs");
  assert_text (fixture, "Mine");
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "title", "Mine");
}

/* The same editor lies over another cell. */
static void
test_next_item (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) ids = academy_store_get_ids (fixture->store, &academy_measure_kind, NULL, NULL);
  g_autoptr(AcademyItem) other = academy_store_get (fixture->store, &academy_measure_kind, g_ptr_array_index (ids, 1), NULL);

  test_set_text (fixture->store, fixture->item, "title", "First");
  test_set_text (fixture->store, other, "title", "Second");
  edit (fixture, fields_find (fixture->item, "title"));
  begin (fixture, TRUE);
  type (fixture, "x");
  academy_editor_set_item (fixture->editor, other);
  begin (fixture, FALSE);
  assert_text (fixture, "Second");
  type (fixture, "!");
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "title", "First");
  fields_assert_in_file (fixture->store, other, fields_find (fixture->item, "title"), "Second!");
  put_away (fixture);
}

static gboolean
refuse (AcademyEditor  *editor,
        const GValue   *value,
        gpointer        data,
        GError        **error)
{
  g_set_str (data, g_value_get_string (value));
  if (g_str_equal (g_value_get_string (value), "good"))
    return TRUE;

  g_set_error_literal (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID, "Not this one.");
  return FALSE;
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *saved = NULL;

  test_set_text (fixture->store, fixture->item, "title", "Kept");
  edit (fixture, fields_find (fixture->item, "title"));
  academy_editor_set_save (fixture->editor, refuse, &saved);
  begin (fixture, FALSE);
  g_assert_true (academy_editor_finish (fixture->editor));
  g_assert_null (saved);

  begin (fixture, TRUE);
  type (fixture, "bad ");
  g_assert_false (academy_editor_finish (fixture->editor));
  g_assert_cmpstr (saved, ==, "bad");
  assert_invalid (fixture, "Not this one.");

  begin (fixture, TRUE);
  type (fixture, "good");
  g_assert_true (academy_editor_finish (fixture->editor));
  g_assert_cmpstr (saved, ==, "good");
  assert_in_file (fixture, "title", "Kept");
}

/* Texts in use elsewhere are suggested; Enter takes one and ends the editing. */
static void
test_suggestions (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) ids = academy_store_get_ids (fixture->store, &academy_measure_kind, NULL, NULL);
  g_autoptr(AcademyItem) other = academy_store_get (fixture->store, &academy_measure_kind, g_ptr_array_index (ids, 1), NULL);

  test_set_text (fixture->store, other, "owner_role", "Head of procurement");
  edit (fixture, fields_find (fixture->item, "owner_role"));
  test_settle (fixture->window);
  begin (fixture, TRUE);
  type (fixture, "Head");
  test_settle (fixture->window);
  g_assert_nonnull (get_list (fixture));
  g_assert_true (academy_editor_press (fixture->editor, GDK_KEY_Down, 0));
  g_assert_false (academy_editor_press (fixture->editor, GDK_KEY_Return, 0));
  assert_text (fixture, "Head of procurement");
  g_assert_false (academy_editor_press (fixture->editor, GDK_KEY_Down, 0));
  g_assert_true (academy_editor_finish (fixture->editor));
  assert_in_file (fixture, "owner_role", "Head of procurement");

  /* Tab takes what is selected, and nothing else. */
  begin (fixture, TRUE);
  type (fixture, "head");
  test_settle (fixture->window);
  g_assert_false (academy_editor_press (fixture->editor, GDK_KEY_Tab, 0));
  assert_text (fixture, "head");
  begin (fixture, TRUE);
  type (fixture, "procure");
  test_settle (fixture->window);
  g_assert_false (academy_editor_press (fixture->editor, GDK_KEY_Tab, 0));
  assert_text (fixture, "procure");
  g_assert_true (academy_editor_press (fixture->editor, GDK_KEY_Down, 0));
  g_assert_false (academy_editor_press (fixture->editor, GDK_KEY_Tab, 0));
  assert_text (fixture, "Head of procurement");
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void      (*run) (Fixture *, gconstpointer);
  } cases[] = {
    { "/cells/errors", test_errors },
    { "/cells/pair", test_pair },
    { "/cells/days", test_days },
    { "/cells/calendar", test_calendar },
    { "/cells/choice", test_choice },
    { "/cells/choice-space", test_choice_space },
    { "/cells/choice-word", test_choice_word },
    { "/cells/link", test_link },
    { "/cells/long-text", test_long_text },
    { "/cells/width", test_width },
    { "/cells/typing", test_typing },
    { "/cells/change-elsewhere", test_change_elsewhere },
    { "/cells/next-item", test_next_item },
    { "/cells/save", test_save },
    { "/cells/suggestions", test_suggestions },
  };

  test_display_init (&argc, &argv);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/cells/kind/%s", (*kind)->name);

      g_test_add (path, Fixture, *kind, set_up, test_kind, tear_down);
    }
  g_test_add ("/cells/duration", Fixture, &academy_session_kind, set_up, test_duration, tear_down);
  g_test_add ("/cells/exact", Fixture, &academy_session_kind, set_up, test_exact, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);

  return test_display_run ();
}
