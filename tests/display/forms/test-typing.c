/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "typing-fixture.h"

static gboolean
is_unpaused (gpointer data)
{
  Typing *fixture = data;

  return g_str_has_suffix (academy_item_get_text (fixture->item, g_object_get_data (G_OBJECT (fixture->window), "field")),
                           " one");
}

/* Types a bit, and more when that is saved; whether the machine was quick enough
 * for this to be one go. */
static gboolean
type_in_one_go (Typing     *fixture,
                const char *field)
{
  gint64 begin;

  typing_start (fixture, field, "Before");
  begin = g_get_monotonic_time ();
  typing_type (fixture, " one");
  g_object_set_data (G_OBJECT (fixture->window), "field", (gpointer) field);
  test_wait_for (is_unpaused, fixture);
  typing_type (fixture, " two");
  return g_get_monotonic_time () - begin < 2 * G_TIME_SPAN_SECOND;
}

/* What is typed in one go is one step, however often it was saved meanwhile;
 * two seconds without typing end it. */
static void
test_pause (Typing        *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typing_texts); i++)
    {
      while (!type_in_one_go (fixture, typing_texts[i]))
        g_assert_true (academy_form_flush (fixture->form));
      g_assert_true (academy_form_flush (fixture->form));
      typing_wait_for_seconds (2.1);
      typing_type (fixture, " three");
      g_assert_true (academy_form_flush (fixture->form));

      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Before one two");
      typing_assert_shown (fixture, "Before one two");
      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Before");
    }
}

static void
test_paragraph (Typing        *fixture,
                gconstpointer  data)
{
  typing_start (fixture, "description", "Before");
  typing_type (fixture, " one\ntwo\nthree");
  g_assert_true (academy_form_flush (fixture->form));
  typing_assert_saved (fixture, "description", "Before one\ntwo\nthree");

  typing_undo (fixture);
  typing_assert_saved (fixture, "description", "Before one\ntwo");
  typing_undo (fixture);
  typing_assert_saved (fixture, "description", "Before one");
  typing_undo (fixture);
  typing_assert_saved (fixture, "description", "Before");
}

static void
test_paste (Typing        *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typing_texts); i++)
    {
      typing_start (fixture, typing_texts[i], "Before");
      typing_type (fixture, " one");
      typing_paste (fixture, " pasted text");
      typing_type (fixture, " after");
      g_assert_true (academy_form_flush (fixture->form));
      typing_assert_saved (fixture, typing_texts[i], "Before one pasted text after");

      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Before one pasted text");
      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Before one");
      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Before");
    }
}

/* What takes the place of a selection is one step with its going. */
static void
test_replace (Typing        *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typing_texts); i++)
    {
      typing_start (fixture, typing_texts[i], "Before");
      typing_type (fixture, " one");
      typing_select_all (fixture);
      typing_type (fixture, "Other");
      typing_select_all (fixture);
      typing_paste (fixture, "Pasted");
      g_assert_true (academy_form_flush (fixture->form));

      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Other");
      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Before one");
      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Before");
    }
}

static void
test_length (Typing        *fixture,
             gconstpointer  data)
{
  g_autofree char *most = g_strnfill (200, 'a');
  g_autofree char *all = g_strnfill (450, 'a');
  g_autofree char *twice = g_strnfill (400, 'a');

  typing_start (fixture, "description", NULL);
  typing_type (fixture, all);
  g_assert_true (academy_form_flush (fixture->form));
  typing_assert_saved (fixture, "description", all);

  typing_undo (fixture);
  typing_assert_saved (fixture, "description", twice);
  typing_undo (fixture);
  typing_assert_saved (fixture, "description", most);
  typing_undo (fixture);
  typing_assert_saved (fixture, "description", NULL);
}

static void
test_visits (Typing        *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typing_texts); i++)
    {
      typing_start (fixture, typing_texts[i], "Before");
      typing_type (fixture, "1");
      academy_form_start (fixture->form, "owner_role");
      academy_form_start (fixture->form, typing_texts[i]);
      g_signal_emit_by_name (typing_get_focus (fixture), "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
      typing_type (fixture, "2");
      g_assert_true (academy_form_flush (fixture->form));

      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Before1");
      typing_undo (fixture);
      typing_assert_saved (fixture, typing_texts[i], "Before");
    }
}

/* Half a date is not saved, however it is typed. */
static void
test_half (Typing        *fixture,
           gconstpointer  data)
{
  typing_start (fixture, "start", NULL);
  typing_type (fixture, "1.");
  typing_paste (fixture, "11.2021");
  typing_assert_shown (fixture, "1.11.2021");
  g_assert_true (academy_form_flush (fixture->form));
  g_assert_cmpuint (g_date_get_month (academy_item_get_date (fixture->item, "start")), ==, 11);
}

/* What is pasted has no more lines than the field, and nothing that is no text. */
static void
test_clean (Typing        *fixture,
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
    for (guint j = 0; j < G_N_ELEMENTS (typing_texts); j++)
      {
        const char *expected = j == 0 ? table[i].line : table[i].lines;

        typing_start (fixture, typing_texts[j], "Before");
        typing_select_all (fixture);
        typing_paste (fixture, table[i].pasted);
        typing_assert_shown (fixture, expected);
        g_assert_true (academy_form_flush (fixture->form));
        typing_assert_saved (fixture, typing_texts[j], expected);
      }
}

static void
assert_cursor_in_sight (Typing *fixture)
{
  GtkWidget *view = typing_get_focus (fixture);
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
test_long_text (Typing        *fixture,
                gconstpointer  data)
{
  static const char * const fields[] = { "description", "result" };
  g_autoptr(GString) lines = g_string_new ("1");
  GdkRectangle cursor;

  for (int i = 2; i <= 40; i++)
    g_string_append_printf (lines, "\n%d", i);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      typing_start (fixture, fields[i], NULL);
      test_settle (fixture->window);
      typing_type (fixture, "1\n2\n3\n4\n5\n6\n7\n8\n9");
      typing_wait_for_seconds (0.3);
      assert_cursor_in_sight (fixture);

      typing_select_all (fixture);
      typing_paste (fixture, lines->str);
      typing_wait_for_seconds (0.3);
      assert_cursor_in_sight (fixture);
      gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (typing_get_focus (fixture)), NULL, &cursor, NULL);
      g_assert_cmpint (gtk_widget_get_height (typing_get_focus (fixture)), >=, 10 * cursor.height);
      g_assert_cmpint (gtk_widget_get_height (typing_get_focus (fixture)), <=, 14 * cursor.height);

      g_signal_emit_by_name (typing_get_focus (fixture), "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, -1, FALSE);
      typing_wait_for_seconds (0.3);
      assert_cursor_in_sight (fixture);
    }
}

/* A screen reader is told what may not be empty. */
static void
test_required (Typing        *fixture,
               gconstpointer  data)
{
  academy_form_start (fixture->form, "title");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (typing_get_focus (fixture)), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                       TRUE);
  academy_form_start (fixture->form, "owner_role");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (typing_get_focus (fixture)),
                                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED));
}

static const TypingCase cases[] = {
  { "/typing/pause", test_pause },
  { "/typing/paragraph", test_paragraph },
  { "/typing/paste", test_paste },
  { "/typing/replace", test_replace },
  { "/typing/length", test_length },
  { "/typing/visits", test_visits },
  { "/typing/half", test_half },
  { "/typing/clean", test_clean },
  { "/typing/long-text", test_long_text },
  { "/typing/required", test_required },
};

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  typing_add_cases (cases, G_N_ELEMENTS (cases));

  return test_display_run ();
}
