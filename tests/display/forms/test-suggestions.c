/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-draft.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-suggestion-list.h"
#include "test-display.h"

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;

  /* Borrowed */
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = test_create_programme ("example");
  fixture->organisation = academy_store_get_first (fixture->store, &academy_organisation_kind, NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->organisation);
  g_assert_finalize_object (fixture->store);
}

/* A form of something that was just begun. */
static AcademyItem *
present (Fixture           *fixture,
         const AcademyKind *kind)
{
  g_autoptr(GError) error = NULL;
  AcademyItem *item = academy_draft_new (fixture->store, kind, fixture->organisation, &error);
  GtkWidget *form = academy_form_new (fixture->store, kind);

  g_assert_no_error (error);
  fixture->window = test_present (form);
  academy_form_set_item (ACADEMY_FORM (form), item);
  test_settle (fixture->window);
  return item;
}

static GtkWidget *
focus_row (Fixture    *fixture,
           const char *title)
{
  GtkWidget *row = test_find (fixture->window, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  test_settle (fixture->window);
  return row;
}

/* As the key reaches the text of a row. */
static gboolean
press (GtkWidget *row,
       guint      key)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (text);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }

  return handled;
}

/* Also while it is closed. */
static GtkListBox *
find_list (GtkWidget *root)
{
  GtkListBox *list = GTK_IS_LIST_BOX (root) ? GTK_LIST_BOX (root) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); list == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list = find_list (child);

  return list;
}

static GtkListBox *
get_list (GtkWidget *row)
{
  return find_list (test_find (row, ACADEMY_TYPE_SUGGESTION_LIST, NULL));
}

static guint
count_rows (GtkWidget *row)
{
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (get_list (row), n_rows) != NULL)
    n_rows++;
  return n_rows;
}

static gboolean
is_open (GtkWidget *row)
{
  return gtk_widget_get_mapped (GTK_WIDGET (get_list (row)));
}

/* What is typed narrows the list; Enter takes a row and saves it; the focus
 * stays in the text, and Escape closes the list alone. */
static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = present (fixture, &academy_measure_kind);
  GtkWidget *row = focus_row (fixture, "Owner role");
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_autofree char *chosen = NULL;
  guint all;

  g_assert_false (is_open (row));
  g_assert_false (press (row, GDK_KEY_Escape));
  g_assert_true (press (row, GDK_KEY_Down));
  test_settle (fixture->window);
  g_assert_true (is_open (row));
  all = count_rows (row);
  g_assert_cmpuint (all, >, 2);
  g_assert_true (press (row, GDK_KEY_Escape));
  test_settle (fixture->window);
  g_assert_false (is_open (row));

  gtk_editable_set_text (GTK_EDITABLE (row), "PROCUREMENT");
  test_settle (fixture->window);
  g_assert_true (is_open (row));
  g_assert_cmpuint (count_rows (row), >, 0);
  g_assert_cmpuint (count_rows (row), <, all);
  g_assert_false (press (row, GDK_KEY_Tab));

  g_assert_true (press (row, GDK_KEY_Down));
  chosen = g_strdup (test_get_text (gtk_list_box_row_get_child (gtk_list_box_get_selected_row (get_list (row)))));
  g_assert_true (press (row, GDK_KEY_Return));
  test_settle (fixture->window);
  g_assert_false (is_open (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, chosen);
  g_assert_cmpstr (academy_item_get_text (measure, "owner_role"), ==, chosen);
  g_assert_false (academy_draft_is (measure));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);

  /* What comes back by undo is not typed. */
  gtk_editable_set_text (GTK_EDITABLE (row), "Proc");
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  test_settle (fixture->window);
  g_assert_false (is_open (row));
  focus_row (fixture, "Owner role");
  academy_store_undo (fixture->store, NULL);
  test_settle (fixture->window);
  g_assert_false (is_open (row));
}

/* Who is in the team is offered by their role when they have no title of their own. */
static void
test_team (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) member = academy_item_new_part (&academy_participation_kind,
                                                         academy_item_get_id (fixture->organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_participation_kind.add);
  g_autoptr(AcademyItem) measure = NULL;
  GtkWidget *row;

  g_object_set (member, "role", "top_management", NULL);
  academy_edit_create (edit, member);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));

  measure = present (fixture, &academy_measure_kind);
  row = focus_row (fixture, "Owner role");
  gtk_editable_set_text (GTK_EDITABLE (row), "top man");
  test_settle (fixture->window);
  g_assert_true (is_open (row));
  g_assert_nonnull (test_find (GTK_WIDGET (get_list (row)), GTK_TYPE_LABEL, "Top management"));
}

static void
save (Fixture    *fixture,
      GtkWidget  *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  test_settle (fixture->window);
  focus_row (fixture, "Owner role");
}

static gboolean
is_offered (GtkWidget  *row,
            const char *text)
{
  gboolean found;

  g_assert_true (press (row, GDK_KEY_Down));
  found = test_find (GTK_WIDGET (get_list (row)), GTK_TYPE_LABEL, text) != NULL;
  g_assert_true (press (row, GDK_KEY_Escape));
  return found;
}

/* A text is offered as long as it is in use, wherever it was written. */
static void
test_in_use (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = present (fixture, &academy_measure_kind);
  g_autoptr(AcademyItem) other = academy_store_get_first (fixture->store, &academy_measure_kind,
                                                          academy_item_get_id (fixture->organisation), NULL);
  GtkWidget *row = focus_row (fixture, "Owner role");

  g_assert_false (is_offered (row, "First role"));
  save (fixture, row, "First role");
  g_assert_true (is_offered (row, "First role"));
  save (fixture, row, "Second role");
  g_assert_false (is_offered (row, "First role"));
  g_assert_true (is_offered (row, "Second role"));

  save (fixture, row, "Third role");
  gtk_editable_set_text (GTK_EDITABLE (row), "third");
  test_settle (fixture->window);
  g_assert_nonnull (test_find (GTK_WIDGET (get_list (row)), GTK_TYPE_LABEL, "Third role"));
  gtk_editable_set_text (GTK_EDITABLE (row), "second");
  test_settle (fixture->window);
  g_assert_false (is_open (row));

  test_set_text (fixture->store, other, "owner_role", "Fourth role");
  g_assert_true (is_offered (row, "Fourth role"));
  test_set_text (fixture->store, other, "owner_role", "Fifth role");
  g_assert_false (is_offered (row, "Fourth role"));
}

static void
assert_whole (GtkWidget  *row,
              const char *text)
{
  GtkWidget *label = test_find (GTK_WIDGET (get_list (row)), GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
}

/* A division of the CPV is found by a word, and its code is what is written. */
static void
test_cpv (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(AcademyItem) opportunity = present (fixture, &academy_opportunity_kind);
  GtkWidget *row = focus_row (fixture, "CPV code");

  g_assert_true (press (row, GDK_KEY_Down));
  test_settle (fixture->window);
  g_assert_cmpuint (count_rows (row), >=, 45);
  assert_whole (row, "50000000 Repair and maintenance services");
  g_assert_true (press (row, GDK_KEY_Escape));

  gtk_editable_set_text (GTK_EDITABLE (row), "software development");
  test_settle (fixture->window);
  g_assert_true (is_open (row));
  g_assert_cmpuint (count_rows (row), ==, 1);
  g_assert_true (press (row, GDK_KEY_Down));
  g_assert_true (press (row, GDK_KEY_Return));
  test_settle (fixture->window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "72000000");
  g_assert_cmpstr (academy_item_get_text (opportunity, "cpv"), ==, "72000000");
}

/* A session may have the questions that suit it. */
static void
test_questions (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) session = academy_draft_new (fixture->store, &academy_session_kind, fixture->organisation, NULL);
  g_autoptr(AcademyItem) question = NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_session_kind.add);
  GtkWidget *row;

  g_object_set (session, "number", (gint64) 2, NULL);
  academy_draft_write (session, edit);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  g_set_object (&fixture->organisation, session);

  question = present (fixture, &academy_question_kind);
  row = focus_row (fixture, "Question");
  gtk_editable_set_text (GTK_EDITABLE (row), "tomorrow");
  test_settle (fixture->window);
  g_assert_true (is_open (row));
  g_assert_nonnull (test_find (GTK_WIDGET (get_list (row)), GTK_TYPE_LABEL, "What will you do tomorrow?"));
}

/* The sums of the plan are offered until the fields have them. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) board = present (fixture, &academy_board_item_kind);
  GtkWidget *offer = test_find (fixture->window, ADW_TYPE_BUTTON_ROW, "From the plan: €62,500");

  g_assert_nonnull (offer);
  g_signal_emit_by_name (offer, "activated");
  test_settle (fixture->window);
  g_assert_cmpint (academy_item_get_number (board, "requested_money"), ==, 62500);
  g_assert_null (test_find (fixture->window, ADW_TYPE_BUTTON_ROW, "From the plan: €62,500"));
  g_assert_nonnull (test_find (fixture->window, ADW_TYPE_BUTTON_ROW, "From the plan: 136"));

  test_set_text (fixture->store, board, "requested_money", "1");
  test_settle (fixture->window);
  g_assert_nonnull (test_find (fixture->window, ADW_TYPE_BUTTON_ROW, "From the plan: €62,500"));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add ("/suggestions/roles", Fixture, NULL, set_up, test_roles, tear_down);
  g_test_add ("/suggestions/in-use", Fixture, NULL, set_up, test_in_use, tear_down);
  g_test_add ("/suggestions/team", Fixture, NULL, set_up, test_team, tear_down);
  g_test_add ("/suggestions/cpv", Fixture, NULL, set_up, test_cpv, tear_down);
  g_test_add ("/suggestions/questions", Fixture, NULL, set_up, test_questions, tear_down);
  g_test_add ("/suggestions/sums", Fixture, NULL, set_up, test_sums, tear_down);

  return test_display_run ();
}
