/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-choices.h"
#include "academy-draft.h"
#include "academy-error-row.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "test-display.h"

/* A form of a measure, into which somebody types. */
typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;

  /* Borrowed */
  AcademyForm  *form;
  GtkWidget    *search;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr(GError) error = NULL;

  fixture->store = test_create_programme ("example");
  fixture->item = academy_store_get_first (fixture->store, &academy_measure_kind, NULL, &error);
  g_assert_no_error (error);
  fixture->form = ACADEMY_FORM (academy_form_new (fixture->store, &academy_measure_kind));
  academy_form_set_item (fixture->form, fixture->item);
  fixture->search = gtk_search_entry_new ();
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->form));
  gtk_box_append (GTK_BOX (box), fixture->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  fixture->window = test_present (box);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->item);
  g_assert_finalize_object (fixture->store);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static void
type_key (GtkWidget  *focus,
          const char *key)
{
  GtkTextBuffer *buffer;

  if (GTK_IS_EDITABLE (focus))
    {
      gtk_editable_delete_selection (GTK_EDITABLE (focus));
      g_signal_emit_by_name (focus, "insert-at-cursor", key);
      return;
    }

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  g_signal_emit_by_name (focus, "insert-at-cursor", key);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (focus), gtk_text_buffer_get_insert (buffer));
}

/* As the keys of @text do, one after the other, where the focus is. */
static void
type (Fixture    *fixture,
      const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *key = g_utf8_substring (p, 0, 1);

      type_key (get_focus (fixture), key);
    }
}

/* Goes to a field with the cursor at the end of its text, which is @text. */
static void
start (Fixture    *fixture,
       const char *field,
       const char *text)
{
  test_set_text (fixture->store, fixture->item, field, text);
  academy_form_start (fixture->form, field);
  g_signal_emit_by_name (get_focus (fixture), "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
}

/* The X server takes a selection away again that comes at once after another. */
static void
select_all (Fixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);
  GtkTextIter from, to;

  test_settle (fixture->window);
  if (GTK_IS_EDITABLE (focus))
    {
      gtk_editable_select_region (GTK_EDITABLE (focus), 0, -1);
      return;
    }

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), &from, &to);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), &from, &to);
}

static char *
dup_shown (Fixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);
  g_autofree char *text = NULL;

  if (GTK_IS_EDITABLE (focus))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "text", &text, NULL);
  return g_steal_pointer (&text);
}

static gboolean
has_changed (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *shown = dup_shown (fixture);

  return !g_str_equal (shown, g_object_get_data (G_OBJECT (fixture->window), "before"));
}

static void
paste (Fixture    *fixture,
       const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), text);
  g_object_set_data_full (G_OBJECT (fixture->window), "before", dup_shown (fixture), g_free);
  g_signal_emit_by_name (get_focus (fixture), "paste-clipboard");
  test_wait_for (has_changed, fixture);
}

static void
assert_saved (Fixture    *fixture,
              const char *field,
              const char *text)
{
  g_assert_cmpstr (academy_item_get_text (fixture->item, field), ==, text);
}

static void
assert_shown (Fixture    *fixture,
              const char *text)
{
  g_autofree char *shown = dup_shown (fixture);

  g_assert_cmpstr (shown, ==, text);
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  if (academy_forms_undo_typing (GTK_ROOT (fixture->window), FALSE))
    return;

  academy_store_undo (fixture->store, &error);
  g_assert_no_error (error);
}

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

static void
wait_for_seconds (double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  test_wait_for (is_over, &end);
}

static const char * const texts[] = { "title", "description" };

static gboolean
is_unpaused (gpointer data)
{
  Fixture *fixture = data;

  return g_str_has_suffix (academy_item_get_text (fixture->item, g_object_get_data (G_OBJECT (fixture->window), "field")),
                           " one");
}

/* Types a bit, and more when that is saved; whether the machine was quick enough
 * for this to be one go. */
static gboolean
type_in_one_go (Fixture    *fixture,
                const char *field)
{
  gint64 begin;

  start (fixture, field, "Before");
  begin = g_get_monotonic_time ();
  type (fixture, " one");
  g_object_set_data (G_OBJECT (fixture->window), "field", (gpointer) field);
  test_wait_for (is_unpaused, fixture);
  type (fixture, " two");
  return g_get_monotonic_time () - begin < 2 * G_TIME_SPAN_SECOND;
}

/* What is typed in one go is one step, however often it was saved meanwhile;
 * two seconds without typing end it. */
static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      while (!type_in_one_go (fixture, texts[i]))
        g_assert_true (academy_form_flush (fixture->form));
      g_assert_true (academy_form_flush (fixture->form));
      wait_for_seconds (2.1);
      type (fixture, " three");
      g_assert_true (academy_form_flush (fixture->form));

      undo (fixture);
      assert_saved (fixture, texts[i], "Before one two");
      assert_shown (fixture, "Before one two");
      undo (fixture);
      assert_saved (fixture, texts[i], "Before");
    }
}

static void
test_paragraph (Fixture       *fixture,
                gconstpointer  data)
{
  start (fixture, "description", "Before");
  type (fixture, " one\ntwo\nthree");
  g_assert_true (academy_form_flush (fixture->form));
  assert_saved (fixture, "description", "Before one\ntwo\nthree");

  undo (fixture);
  assert_saved (fixture, "description", "Before one\ntwo");
  undo (fixture);
  assert_saved (fixture, "description", "Before one");
  undo (fixture);
  assert_saved (fixture, "description", "Before");
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      start (fixture, texts[i], "Before");
      type (fixture, " one");
      paste (fixture, " pasted text");
      type (fixture, " after");
      g_assert_true (academy_form_flush (fixture->form));
      assert_saved (fixture, texts[i], "Before one pasted text after");

      undo (fixture);
      assert_saved (fixture, texts[i], "Before one pasted text");
      undo (fixture);
      assert_saved (fixture, texts[i], "Before one");
      undo (fixture);
      assert_saved (fixture, texts[i], "Before");
    }
}

/* What takes the place of a selection is one step with its going. */
static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      start (fixture, texts[i], "Before");
      type (fixture, " one");
      select_all (fixture);
      type (fixture, "Other");
      select_all (fixture);
      paste (fixture, "Pasted");
      g_assert_true (academy_form_flush (fixture->form));

      undo (fixture);
      assert_saved (fixture, texts[i], "Other");
      undo (fixture);
      assert_saved (fixture, texts[i], "Before one");
      undo (fixture);
      assert_saved (fixture, texts[i], "Before");
    }
}

static void
test_length (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *most = g_strnfill (200, 'a');
  g_autofree char *all = g_strnfill (450, 'a');
  g_autofree char *twice = g_strnfill (400, 'a');

  start (fixture, "description", NULL);
  type (fixture, all);
  g_assert_true (academy_form_flush (fixture->form));
  assert_saved (fixture, "description", all);

  undo (fixture);
  assert_saved (fixture, "description", twice);
  undo (fixture);
  assert_saved (fixture, "description", most);
  undo (fixture);
  assert_saved (fixture, "description", NULL);
}

static void
test_visits (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      start (fixture, texts[i], "Before");
      type (fixture, "1");
      academy_form_start (fixture->form, "owner_role");
      academy_form_start (fixture->form, texts[i]);
      g_signal_emit_by_name (get_focus (fixture), "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
      type (fixture, "2");
      g_assert_true (academy_form_flush (fixture->form));

      undo (fixture);
      assert_saved (fixture, texts[i], "Before1");
      undo (fixture);
      assert_saved (fixture, texts[i], "Before");
    }
}

/* Half a date is not saved, however it is typed. */
static void
test_half (Fixture       *fixture,
           gconstpointer  data)
{
  start (fixture, "start", NULL);
  type (fixture, "1.");
  paste (fixture, "11.2021");
  assert_shown (fixture, "1.11.2021");
  g_assert_true (academy_form_flush (fixture->form));
  g_assert_cmpuint (g_date_get_month (academy_item_get_date (fixture->item, "start")), ==, 11);
}

/* What is pasted has no more lines than the field, and nothing that is no text. */
static void
test_clean (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *pasted;
    const char *line;
    const char *lines;
  } table[] = {
    { "one\ntwo", "one two", "one\ntwo" },
    { "one\r\n\r\ntwo\r\n", "one two", "one\n\ntwo\n" },
    { "one\rtwo", "one two", "one\ntwo" },
    { "one\ttwo", "one two", "one\ttwo" },
    { "\none two\n", "one two", "\none two\n" },
    { "one\vtwo\u2028three", "one two three", "one\ntwo\nthree" },
    { "o\001ne \033[1mtwo\177", "one [1mtwo", "one [1mtwo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        const char *expected = j == 0 ? table[i].line : table[i].lines;

        start (fixture, texts[j], "Before");
        select_all (fixture);
        paste (fixture, table[i].pasted);
        assert_shown (fixture, expected);
        g_assert_true (academy_form_flush (fixture->form));
        assert_saved (fixture, texts[j], expected);
      }
}

static gboolean
press_in (GtkWidget       *widget,
          guint            key,
          GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr(GtkShortcutTrigger) pressed = gtk_keyval_trigger_new (key, modifiers);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *name = gtk_shortcut_trigger_to_string (pressed);
          g_autofree char *names = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (names, name) &&
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL))
            return TRUE;
        }
    }

  return FALSE;
}

/* As a key does that the focused widget leaves alone; whether the row of the field takes it. */
static gboolean
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  return press_in (gtk_widget_get_ancestor (get_focus (fixture), GTK_TYPE_LIST_BOX_ROW), key, modifiers);
}

static gboolean
revert_by_escape (Fixture *fixture)
{
  return press (fixture, GDK_KEY_Escape, 0);
}

static gboolean
revert_by_undo_key (Fixture *fixture)
{
  return press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
}

static gboolean
revert_by_undo (Fixture *fixture)
{
  return academy_forms_undo_typing (GTK_ROOT (fixture->window), FALSE);
}

/* Each way back puts the saved value back and the error away, and touches
 * nothing else; with nothing to put back, it is left to others. */
static void
test_revert (Fixture       *fixture,
             gconstpointer  data)
{
  static gboolean (* const ways[]) (Fixture *fixture) = { revert_by_escape, revert_by_undo_key, revert_by_undo };
  static const struct {
    const char *field;
    const char *saved;
    const char *shown;
    const char *typed;
    gboolean    is_refused;
  } table[] = {
    { "title", "Before", "Before", " more", FALSE },
    { "description", "Before", "Before", " more", FALSE },
    { "start", "2021-10-19", "19 Oct 2021", "x", TRUE },
    { "start", NULL, "", "31.2.2022", TRUE },
    { "progress", "40", "40", "0", TRUE },
    { "progress", "4", "4", "0", FALSE },
    { "cost", "1200", "€1,200", "a", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ways); j++)
      for (int flushed = 0; flushed <= table[i].is_refused; flushed++)
        {
          const char *undo_label;

          test_set_text (fixture->store, fixture->item, "owner_role", "Nobody");
          start (fixture, table[i].field, table[i].saved);
          undo_label = academy_store_get_undo_label (fixture->store);
          g_assert_false (ways[j] (fixture));
          /* Escape keeps what is right. */
          if (ways[j] == revert_by_escape && !table[i].is_refused)
            continue;

          type (fixture, table[i].typed);
          if (flushed)
            g_assert_false (academy_form_flush (fixture->form));
          g_assert_true (ways[j] (fixture));
          assert_shown (fixture, table[i].shown);
          g_assert_null (test_find (GTK_WIDGET (fixture->form), ACADEMY_TYPE_ERROR_ROW, NULL));
          g_assert_true (academy_form_flush (fixture->form));
          g_assert_true (academy_store_get_undo_label (fixture->store) == undo_label);
          assert_saved (fixture, "owner_role", "Nobody");

          g_assert_false (ways[j] (fixture));
          g_assert_true (academy_forms_undo_typing (GTK_ROOT (fixture->window), TRUE));
          g_assert_true (academy_form_flush (fixture->form) != table[i].is_refused);
          g_assert_true (ways[j] (fixture) == table[i].is_refused);
        }
}

/* Escape keeps text that is right as one step, and is left to others. */
static void
test_escape (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      start (fixture, texts[i], "Before");
      type (fixture, " more");
      g_assert_false (revert_by_escape (fixture));
      assert_shown (fixture, "Before more");
      assert_saved (fixture, texts[i], "Before more");

      undo (fixture);
      assert_shown (fixture, "Before");
      assert_saved (fixture, texts[i], "Before");
    }
}

/* Of what is in no file yet, Escape takes the text away. */
static void
test_escape_in_draft (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_store_get_owner (fixture->store, fixture->item, NULL);
  g_autoptr(AcademyItem) draft = academy_draft_new (fixture->store, &academy_measure_kind, organisation, NULL);

  academy_form_set_item (fixture->form, draft);
  academy_form_start (fixture->form, "title");
  type (fixture, "Begun");
  g_assert_true (revert_by_escape (fixture));
  assert_shown (fixture, "");
  g_assert_true (academy_form_flush (fixture->form));
  g_assert_true (academy_draft_is (draft));

  g_assert_false (revert_by_escape (fixture));
  g_assert_true (academy_draft_is (draft));
  academy_form_set_item (fixture->form, fixture->item);
}

/* What is typed after something was put back is a step of its own. */
static void
test_step_after_revert (Fixture       *fixture,
                        gconstpointer  data)
{
  start (fixture, "title", "Before");
  type (fixture, "1");
  g_assert_true (academy_form_flush (fixture->form));
  type (fixture, "2");
  undo (fixture);
  assert_shown (fixture, "Before1");
  type (fixture, "3");
  g_assert_true (academy_form_flush (fixture->form));

  undo (fixture);
  assert_saved (fixture, "title", "Before1");
  undo (fixture);
  assert_saved (fixture, "title", "Before");
}

/* In what is no field of an item the keys concern its own text only. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  test_set_text (fixture->store, fixture->item, "title", "Changed");
  gtk_widget_grab_focus (fixture->search);
  type (fixture, "abc");
  g_assert_true (academy_forms_undo_typing (GTK_ROOT (fixture->window), FALSE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->search)), !=, "abc");
  g_assert_true (academy_forms_undo_typing (GTK_ROOT (fixture->window), TRUE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->search)), ==, "abc");

  gtk_editable_set_text (GTK_EDITABLE (fixture->search), "");
  for (int i = 0; i < 5; i++)
    g_assert_true (academy_forms_undo_typing (GTK_ROOT (fixture->window), FALSE));
  assert_saved (fixture, "title", "Changed");
}

static GtkWidget *
find_mapped_popover (GtkWidget *widget)
{
  return test_find (widget, GTK_TYPE_POPOVER, NULL);
}

static gboolean
is_open (gpointer data)
{
  return find_mapped_popover (data) != NULL;
}

static void
press_key (GtkWidget *row,
           guint      keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (row);
  gboolean is_taken = FALSE;

  for (guint i = 0; !is_taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_taken);
    }
  g_assert_true (is_taken);
}

/* The choice in the list that has the focus, and that is marked. */
static void
assert_at (Fixture    *fixture,
           GtkWidget  *row,
           const char *choice)
{
  GtkListView *list = GTK_LIST_VIEW (test_find (find_mapped_popover (row), GTK_TYPE_LIST_VIEW, NULL));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  GtkStringObject *selected = gtk_single_selection_get_selected_item (selection);

  g_assert_cmpstr (gtk_string_object_get_string (selected), ==, choice);
  g_assert_nonnull (test_find (get_focus (fixture), GTK_TYPE_LABEL, choice));
}

/* A list opens at what is chosen, wherever somebody left it; letters go on. */
static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *token;
    const char *label;
  } statuses[] = { { "done", "Done" }, { "idea", "Idea" }, { "on_hold", "On hold" } };
  static const struct {
    guint       keyval;
    const char *label;
  } openers[] = {
    { GDK_KEY_d, "Done" }, { GDK_KEY_Down, "On hold" }, { GDK_KEY_KP_Up, "On hold" }, { GDK_KEY_F4, "On hold" },
  };
  GtkWidget *row = test_find (GTK_WIDGET (fixture->form), ADW_TYPE_COMBO_ROW, "Status");
  GtkWidget *popover;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      test_set_text (fixture->store, fixture->item, "status", statuses[i].token);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           statuses[i].label);
      academy_form_start (fixture->form, "status");
      adw_action_row_activate (ADW_ACTION_ROW (row));
      test_wait_for (is_open, row);
      test_settle (fixture->window);
      assert_at (fixture, row, statuses[i].label);

      press_key (row, GDK_KEY_p);
      assert_at (fixture, row, "Planned");
      press_key (row, GDK_KEY_i);
      press_key (row, GDK_KEY_n);
      assert_at (fixture, row, "Planned");
      popover = find_mapped_popover (row);
      gtk_popover_popdown (GTK_POPOVER (popover));
      assert_saved (fixture, "status", statuses[i].token);
    }

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      academy_form_start (fixture->form, "status");
      press_key (row, openers[i].keyval);
      test_wait_for (is_open, row);
      test_settle (fixture->window);
      assert_at (fixture, row, openers[i].label);
      gtk_popover_popdown (GTK_POPOVER (find_mapped_popover (row)));
    }
}

static void
assert_opens (GtkWidget *row)
{
  press_key (row, GDK_KEY_Down);
  test_wait_for (is_open, row);
  gtk_popover_popdown (GTK_POPOVER (find_mapped_popover (row)));
}

/* A list of one choice opens as any other, whatever else was in it. */
static void
test_one_choice (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const choices[] = { "One", "Two", NULL };
  g_autoptr(GtkStringList) model = gtk_string_list_new ((const char * const[]) { "One", NULL });
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  academy_choices_set_up (ADW_COMBO_ROW (row));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = test_present (list);
  gtk_widget_grab_focus (row);
  assert_opens (row);

  gtk_string_list_splice (model, 0, 1, choices);
  assert_opens (row);
  gtk_string_list_remove (model, 1);
  assert_opens (row);
  gtk_string_list_remove (model, 0);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_cursor_in_sight (Fixture *fixture)
{
  GtkWidget *view = get_focus (fixture);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (fixture->form), GTK_TYPE_VIEWPORT);
  GdkRectangle cursor;
  graphene_point_t place;
  int x, y;

  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (view), NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y, &x, &y);
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (y + cursor.height, <=, gtk_widget_get_height (view));
  g_assert_true (gtk_widget_compute_point (view, page, &GRAPHENE_POINT_INIT (x, y), &place));
  g_assert_cmpfloat (place.y, >=, 0);
  g_assert_cmpfloat (place.y + cursor.height, <=, gtk_widget_get_height (page));
}

/* A text grows to 12 lines and then scrolls by itself, and the page follows. */
static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const fields[] = { "description", "result" };
  g_autoptr(GString) lines = g_string_new ("1");
  GdkRectangle cursor;

  for (int i = 2; i <= 40; i++)
    g_string_append_printf (lines, "\n%d", i);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      start (fixture, fields[i], NULL);
      test_settle (fixture->window);
      type (fixture, "1\n2\n3\n4\n5\n6\n7\n8\n9");
      wait_for_seconds (0.3);
      assert_cursor_in_sight (fixture);

      select_all (fixture);
      paste (fixture, lines->str);
      wait_for_seconds (0.3);
      assert_cursor_in_sight (fixture);
      gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (get_focus (fixture)), NULL, &cursor, NULL);
      g_assert_cmpint (gtk_widget_get_height (get_focus (fixture)), >=, 10 * cursor.height);
      g_assert_cmpint (gtk_widget_get_height (get_focus (fixture)), <=, 14 * cursor.height);

      g_signal_emit_by_name (get_focus (fixture), "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, -1, FALSE);
      wait_for_seconds (0.3);
      assert_cursor_in_sight (fixture);
    }
}

/* A screen reader is told what may not be empty. */
static void
test_required (Fixture       *fixture,
               gconstpointer  data)
{
  academy_form_start (fixture->form, "title");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_focus (fixture)), GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
  academy_form_start (fixture->form, "owner_role");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (get_focus (fixture)),
                                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED));
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
    { "/typing/pause", test_pause },
    { "/typing/paragraph", test_paragraph },
    { "/typing/paste", test_paste },
    { "/typing/replace", test_replace },
    { "/typing/length", test_length },
    { "/typing/visits", test_visits },
    { "/typing/half", test_half },
    { "/typing/clean", test_clean },
    { "/typing/revert", test_revert },
    { "/typing/escape", test_escape },
    { "/typing/escape-in-draft", test_escape_in_draft },
    { "/typing/step-after-revert", test_step_after_revert },
    { "/typing/search", test_search },
    { "/typing/choices", test_choices },
    { "/typing/one-choice", test_one_choice },
    { "/typing/long-text", test_long_text },
    { "/typing/required", test_required },
  };

  test_display_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return test_display_run ();
}
