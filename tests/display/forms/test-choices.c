/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-choices.h"
#include "typing-fixture.h"

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
assert_at (Typing     *fixture,
           GtkWidget  *row,
           const char *choice)
{
  GtkListView *list = GTK_LIST_VIEW (test_find (find_mapped_popover (row), GTK_TYPE_LIST_VIEW, NULL));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  GtkStringObject *selected = gtk_single_selection_get_selected_item (selection);

  g_assert_cmpstr (gtk_string_object_get_string (selected), ==, choice);
  g_assert_nonnull (test_find (typing_get_focus (fixture), GTK_TYPE_LABEL, choice));
}

/* A list opens at what is chosen, wherever somebody left it; letters go on. */
static void
test_choices (Typing        *fixture,
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
      typing_assert_saved (fixture, "status", statuses[i].token);
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
test_one_choice (Typing        *fixture,
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

/* A list is as wide as its texts. */
static void
test_long_choice (Typing        *fixture,
                  gconstpointer  data)
{
  static const char * const choices[] = { "Short", "Other special services (annex E 5–15)", NULL };
  g_autoptr(GtkStringList) model = gtk_string_list_new (choices);
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;
  GtkWidget *label;

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  academy_choices_set_up (ADW_COMBO_ROW (row));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = test_present (list);
  gtk_widget_grab_focus (row);
  press_key (row, GDK_KEY_Down);
  test_wait_for (is_open, row);
  test_settle (window);
  label = test_find (find_mapped_popover (row), GTK_TYPE_LABEL, choices[1]);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));

  gtk_window_destroy (GTK_WINDOW (window));
}

static const TypingCase cases[] = {
  { "/choices/open", test_choices },
  { "/choices/one", test_one_choice },
  { "/choices/long", test_long_choice },
};

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  typing_add_cases (cases, G_N_ELEMENTS (cases));

  return test_display_run ();
}
