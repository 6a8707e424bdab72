/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-cell.h"
#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-outlook-group.h"
#include "academy-prepare-page.h"
#include "academy-progress-bar.h"
#include "academy-table.h"
#include "test-display.h"
#include "window-fixture.h"

typedef WindowFixture Fixture;

/* Without a first day of the programme, no organisation waits for its mentor that has
 * none. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = NULL;
  GDate today;

  g_assert_true (academy_date_from_text ("2022-02-14", &today, NULL));
  academy_clock_set_today (&today);
  window_fixture_set_up (fixture, "2021");
  window_fixture_open (fixture);
  programme = academy_store_get_first (fixture->window->store, &academy_programme_kind, NULL, NULL);
  test_set_text (fixture->window->store, programme, "start", "");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (fixture);
  academy_clock_set_today (NULL);
}

static void
settle (Fixture *fixture)
{
  test_settle (GTK_WIDGET (fixture->window));
}

static gboolean
is_shown (Fixture    *fixture,
          const char *text)
{
  return test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text) != NULL;
}

static void
activate (Fixture    *fixture,
          GType       type,
          const char *title)
{
  GtkWidget *row = test_find (GTK_WIDGET (fixture->window), type, title);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
  settle (fixture);
}

static AcademyItem *
add_measure (Fixture    *fixture,
             const char *organisation,
             const char *title,
             const char *end)
{
  g_autoptr(AcademyItem) owner = test_get_organisation (fixture->window->store, organisation);
  AcademyItem *measure = academy_item_new_part (&academy_measure_kind, academy_item_get_id (owner));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  GDate day;

  g_assert_true (academy_date_from_text ("2022-01-01", &day, NULL));
  g_object_set (measure, "title", title, "owner-role", "Buyer", "start", &day, NULL);
  g_assert_true (academy_date_from_text (end, &day, NULL));
  g_object_set (measure, "end", &day, NULL);
  academy_edit_create (edit, measure);
  g_assert_true (academy_store_apply (fixture->window->store, edit, NULL));
  settle (fixture);

  return measure;
}

/* What is late is shown at once, leads to its place, and goes when it is done. */
static void
test_attention (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->window->store, "turku");

  g_assert_true (is_shown (fixture, "All is well"));
  g_assert_true (is_shown (fixture, "Nothing within four weeks"));
  measure = add_measure (fixture, "turku", "Late measure", "2022-02-04");
  g_assert_false (is_shown (fixture, "All is well"));
  g_assert_true (is_shown (fixture, "Late (1)"));
  g_assert_true (is_shown (fixture, "City of Turku · Measure · Buyer · 10 days overdue"));

  activate (fixture, ADW_TYPE_ACTION_ROW, "Late measure");
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (organisation));
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_CELL, "Late measure"));

  academy_window_show_place (fixture->window, "overview");
  settle (fixture);
  test_set_text (fixture->window->store, measure, "end", "2022-02-20");
  settle (fixture);
  g_assert_true (is_shown (fixture, "Soon (1)"));
  g_assert_true (is_shown (fixture, "City of Turku · Measure · Buyer · due in 6 days"));
  g_assert_true (is_shown (fixture, "20 Feb 2022"));
  test_set_text (fixture->window->store, measure, "status", "done");
  settle (fixture);
  g_assert_true (is_shown (fixture, "All is well"));
  g_assert_false (is_shown (fixture, "20 Feb 2022"));
}

/* By organisation each has a heading, and its rows do not repeat it. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *groups;

  g_object_unref (add_measure (fixture, "turku", "One", "2022-02-04"));
  g_object_unref (add_measure (fixture, "kuopio", "Two", "2022-02-10"));
  g_assert_true (is_shown (fixture, "Late (2)"));
  groups = test_find (GTK_WIDGET (fixture->window), ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (groups), "organisation");
  settle (fixture);
  g_assert_false (is_shown (fixture, "Late (2)"));
  g_assert_true (is_shown (fixture, "Measure · Buyer · 10 days overdue"));
  g_assert_true (is_shown (fixture, "Measure · Buyer · 4 days overdue"));
}

/* A heading counts what its rows tell of, and the row of the others leads to all of
 * them in the table. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  AcademyTable *table;
  AcademyTableModel *model;

  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *title = g_strdup_printf ("Measure %02u", i);

      g_object_unref (add_measure (fixture, "turku", title, i < 9 ? "2022-02-04" : "2022-02-20"));
    }
  g_assert_true (is_shown (fixture, "Late (9)"));
  g_assert_true (is_shown (fixture, "Soon (5)"));
  g_assert_true (is_shown (fixture, "City of Turku · overdue"));

  activate (fixture, ADW_TYPE_ACTION_ROW, "Measures: 4 more");
  table = ACADEMY_TABLE (test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_TABLE, NULL));
  model = academy_table_get_model (table);
  g_assert_cmpuint (academy_table_model_count (model), ==, 9);
  gtk_widget_activate_action (GTK_WIDGET (table), "pane.show-all", NULL);
  settle (fixture);
  g_assert_cmpuint (academy_table_model_count (model), ==, 14);
}

static void
unset (Fixture     *fixture,
       AcademyItem *item,
       const char  *name)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Empty");
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  academy_edit_set (edit, item, field, &value);
  g_assert_true (academy_store_apply (fixture->window->store, edit, NULL));
}

/* What is incomplete is counted in one row, and so is found. */
static void
test_incomplete (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("Measure %02u", i);
      g_autoptr(AcademyItem) measure = add_measure (fixture, "turku", title, "2023-02-04");

      if (i > 0)
        unset (fixture, measure, i % 2 == 0 ? "start" : "owner_role");
    }
  settle (fixture);
  activate (fixture, ADW_TYPE_ACTION_ROW, "Measures: 5");
  g_assert_cmpuint (academy_table_model_count (academy_table_get_model (ACADEMY_TABLE (
                      test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_TABLE, NULL)))), ==, 5);
}

/* The first rows come with a button that shows all. */
static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  static const char * const slugs[] = { "turku", "kuopio", "keha" };

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("Measure %02u", i);

      g_object_unref (add_measure (fixture, slugs[i % 3], title, "2022-02-04"));
    }
  g_assert_true (is_shown (fixture, "Late (12)"));
  g_assert_false (is_shown (fixture, "Measure 10"));
  activate (fixture, ADW_TYPE_BUTTON_ROW, "Show all 12");
  g_assert_true (is_shown (fixture, "Measure 10"));
  g_assert_null (test_find (GTK_WIDGET (fixture->window), ADW_TYPE_BUTTON_ROW, "Show all 12"));
}

static GtkWidget *
find_row (Fixture     *fixture,
          AcademyItem *item)
{
  GtkWidget *label = test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, academy_item_get_text (item, "title"));

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

/* The row below a heading. */
static GtkWidget *
find_row_in (Fixture    *fixture,
             const char *heading,
             const char *title)
{
  GtkWidget *label = test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, heading);

  g_assert_nonnull (label);
  return test_find (gtk_widget_get_ancestor (label, ACADEMY_TYPE_OUTLOOK_GROUP), ADW_TYPE_ACTION_ROW, title);
}

/* An edit keeps the rows and the focus on its item; the focus of a row that goes is
 * where it was. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) first = add_measure (fixture, "turku", "First", "2022-02-04");
  g_autoptr(AcademyItem) second = add_measure (fixture, "kuopio", "Second", "2022-02-10");
  g_autoptr(AcademyItem) third = add_measure (fixture, "keha", "Third", "2022-02-11");
  GtkWidget *rows[] = { find_row (fixture, first), find_row (fixture, second), find_row (fixture, third) };

  g_assert_true (gtk_widget_grab_focus (rows[1]));
  test_set_text (fixture->window->store, second, "end", "2022-02-02");
  settle (fixture);
  g_assert_true (find_row (fixture, second) == rows[0]);
  g_assert_true (find_row (fixture, first) == rows[1]);
  g_assert_true (find_row (fixture, third) == rows[2]);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == rows[0]);

  test_set_text (fixture->window->store, second, "status", "done");
  settle (fixture);
  g_assert_true (find_row (fixture, first) == rows[0]);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == rows[0]);
}

/* The row of an organisation has its stage, its plan and its contacts; its bar is
 * named by what it shows. */
static void
test_organisation (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = add_measure (fixture, "turku", "One", "2022-02-04");
  g_autoptr(AcademyItem) other = add_measure (fixture, "turku", "Two", "2022-02-10");
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->window->store, "turku");
  AcademyItem *goal = academy_item_new_part (&academy_goal_kind, academy_item_get_id (organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_goal_kind.add);

  g_object_set (goal, "title", "Goal", NULL);
  academy_edit_create (edit, goal);
  g_assert_true (academy_store_apply (fixture->window->store, edit, NULL));
  test_set_text (fixture->window->store, measure, "status", "done");
  test_set_text (fixture->window->store, organisation, "stage", "pilot");
  settle (fixture);
  g_assert_true (is_shown (fixture, "Piloting · 1 of 2 measures done\n1 impact goal · 0 opportunities"));
  g_assert_true (is_shown (fixture, "Piloting"));
  g_assert_true (test_is_named (test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_PROGRESS_BAR, NULL),
                                "Measures: 1 of 2 done, 1 overdue"));
  g_object_unref (goal);
}

/* Nothing in a row may be as narrow as a letter, which would take long to find out. */
static guint
count_wide (GtkWidget *widget)
{
  guint n_wide = 0;

  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      g_test_message ("%s", gtk_label_get_label (GTK_LABEL (widget)));
      g_assert_cmpint (gtk_label_get_width_chars (GTK_LABEL (widget)), >, 1);
      n_wide++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_wide += count_wide (child);

  return n_wide;
}

/* The rows of lists that are mapped. */
static guint
count_in_rows (GtkWidget *widget)
{
  guint n_wide = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (ADW_IS_ACTION_ROW (widget))
    return count_wide (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_wide += count_in_rows (child);

  return n_wide;
}

static void
test_width (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = add_measure (fixture, "turku", "Late", "2022-02-04");

  settle (fixture);
  g_assert_cmpuint (count_in_rows (GTK_WIDGET (adw_navigation_split_view_get_content (fixture->window->split_view))), >, 20);
}

/* A session that comes next leads to the page that prepares it, and a measure in the
 * same row to its place. */
static void
test_session (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->window->store, "turku");
  g_autoptr(AcademyItem) session = academy_item_new_part (&academy_session_kind, academy_item_get_id (organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_session_kind.add);

  g_object_set (session, "number", (gint64) 1, NULL);
  academy_edit_create (edit, session);
  g_assert_true (academy_store_apply (fixture->window->store, edit, NULL));
  test_set_text (fixture->window->store, session, "start", "2022-02-17T09:00:00+02:00");
  settle (fixture);
  g_object_unref (add_measure (fixture, "turku", "One", "2022-02-20"));

  gtk_widget_activate (find_row_in (fixture, "17 Feb 2022", "Sparring 1"));
  settle (fixture);
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (organisation));
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_PREPARE_PAGE, NULL));

  academy_window_show_place (fixture->window, "overview");
  settle (fixture);
  test_set_text (fixture->window->store, session, "start", "2022-02-21T09:00:00+02:00");
  settle (fixture);
  gtk_widget_activate (find_row_in (fixture, "20 Feb 2022", "One"));
  settle (fixture);
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_CELL, "One"));
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
    { "/outlook/attention", test_attention },
    { "/outlook/groups", test_groups },
    { "/outlook/several", test_several },
    { "/outlook/incomplete", test_incomplete },
    { "/outlook/all", test_all },
    { "/outlook/rows", test_rows },
    { "/outlook/organisation", test_organisation },
    { "/outlook/width", test_width },
    { "/outlook/session", test_session },
  };

  test_display_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return test_display_run ();
}
