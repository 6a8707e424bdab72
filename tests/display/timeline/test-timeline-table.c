/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline-fixture.h"

#include "academy-kinds.h"
#include "academy-timeline-cell.h"
#include "academy-timeline-edits.h"
#include "academy-timeline-table.h"

#define DIALOGUES "Hold two market dialogues"

static GtkWidget *
find_cell (GtkWidget  *root,
           const char *text)
{
  GtkWidget *label = test_find (root, GTK_TYPE_LABEL, text);

  if (label == NULL)
    g_error ("There is no “%s”", text);
  return label;
}

/* The widget of the row in which @text is. */
static GtkWidget *
find_row (GtkWidget  *root,
          const char *text)
{
  GtkWidget *cell = gtk_widget_get_ancestor (find_cell (root, text), ACADEMY_TYPE_TIMELINE_CELL);

  return gtk_widget_get_parent (gtk_widget_get_parent (cell));
}

/* The table is the equal of the chart: the same words, kept up to date. */
static void
test_rows (Timeline     *timeline,
           gconstpointer data)
{
  GtkWidget *table, *row;
  g_autofree char *other = NULL;

  timeline_show (timeline, "2022-01-01", 60);
  timeline_select (timeline, DIALOGUES);
  academy_timeline_view_set_table (timeline->view, TRUE);
  test_settle (timeline->window);
  table = test_find (GTK_WIDGET (timeline->view), GTK_TYPE_COLUMN_VIEW, NULL);
  row = find_row (table, DIALOGUES);
  find_cell (row, "10 Jan 2022");
  find_cell (row, "25 Feb 2022");
  find_cell (row, "Planned");

  timeline_press (timeline, "<Control>Right");
  timeline_press (timeline, "<Alt>Page_Up");
  test_settle (timeline->window);
  find_cell (row, "11 Jan 2022");
  find_cell (row, "10%");
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                              "Measure, Procurement Expert, 11 Jan – 26 Feb 2022, Planned, 10%, "
                                              "depends on “List the contracts ending within two years”");
  g_assert_cmpstr (other, ==, NULL);

  g_signal_emit_by_name (table, "activate", timeline_find (timeline, DIALOGUES));
  g_assert_cmpstr (timeline->opened, ==, DIALOGUES);
  g_signal_emit_by_name (table, "activate", timeline_find (timeline, "Measures"));
  g_assert_cmpuint (timeline_find (timeline, DIALOGUES), ==, GTK_INVALID_LIST_POSITION);

  /* What is added is opened and then seen here as well. */
  timeline_press (timeline, "Insert");
  timeline_write_begun (timeline);
  find_cell (table, "Measure");
}

static void
find_cut (GtkWidget *widget,
          guint     *n_labels)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_ellipsize (GTK_LABEL (widget)) == PANGO_ELLIPSIZE_END)
    {
      if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
        g_assert_true (gtk_widget_get_has_tooltip (widget));
      if (*gtk_label_get_label (GTK_LABEL (widget)) != '\0')
        (*n_labels)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_cut (child, n_labels);
}

static void
assert_whole (GtkWidget  *row,
              const char *text)
{
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (find_cell (row, text)))));
}

/* What the plan says of a measure in numbers stands in columns; what tells how
 * it is going is never cut, however narrow the window is. */
static void
test_columns (Timeline     *timeline,
              gconstpointer data)
{
  static const char * const words[] = { "Planned – overdue", "10 Jan 2022", "25 Feb 2022", "1", "10", "€1,000" };
  g_autoptr(AcademyItem) measure = timeline_find_item (timeline, DIALOGUES);
  const char * const *goals = academy_item_get_links (measure, "goals");
  g_autoptr(AcademyItem) goal = academy_store_get (timeline->store, &academy_goal_kind, goals[0], NULL);
  g_autofree char *title = academy_item_dup_title (goal, academy_language_get_default ());
  g_autoptr(AcademyLine) heading = NULL;
  g_autofree char *state = NULL;
  GtkWidget *table, *row;
  guint n_labels = 0;

  timeline_set_today ("2022-03-01");
  gtk_window_set_default_size (GTK_WINDOW (timeline->window), 500, 600);
  academy_timeline_view_set_table (timeline->view, TRUE);
  test_settle (timeline->window);
  table = test_find (GTK_WIDGET (timeline->view), GTK_TYPE_COLUMN_VIEW, NULL);
  row = find_row (table, DIALOGUES);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_whole (row, words[i]);
  find_cell (row, title);
  heading = g_list_model_get_item (timeline_get_rows (timeline), timeline_find (timeline, "Measures"));
  state = academy_line_dup_state (heading, academy_language_get_default ());
  g_assert_nonnull (strstr (state, " done, "));
  assert_whole (table, state);
  find_cut (table, &n_labels);
  g_assert_cmpuint (n_labels, >, 50);
}

static void
assert_order (Timeline   *timeline,
              const char *order,
              const char *first,
              const char *second)
{
  g_autofree char *property = NULL;

  g_object_get (timeline->view, "order", &property, NULL);
  g_assert_cmpstr (property, ==, order);
  g_assert_cmpuint (timeline_find (timeline, first), <, timeline_find (timeline, second));
  g_assert_true (gtk_selection_model_is_selected (academy_timeline_view_get_selection (timeline->view),
                                                  timeline_find (timeline, DIALOGUES)));
}

static guint64
count_selected (Timeline *timeline)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (academy_timeline_view_get_selection (timeline->view));

  return gtk_bitset_get_size (selected);
}

/* The head of a column and the menu choose the same order, and what is selected
 * stays so. */
static void
test_order (Timeline     *timeline,
            gconstpointer data)
{
  g_autoptr(GtkColumnViewColumn) title = NULL;
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *sorted;
  GtkColumnView *table;
  GtkSelectionModel *selection = academy_timeline_view_get_selection (timeline->view);
  guint64 n_selected;

  gtk_selection_model_select_all (selection);
  n_selected = count_selected (timeline);
  g_object_set (timeline->view, "order", "end", "table", TRUE, NULL);
  test_settle (timeline->window);
  table = GTK_COLUMN_VIEW (test_find (GTK_WIDGET (timeline->view), GTK_TYPE_COLUMN_VIEW, NULL));
  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (table));
  title = g_list_model_get_item (gtk_column_view_get_columns (table), 0);
  sorted = gtk_column_view_sorter_get_primary_sort_column (sorter);
  g_assert_cmpstr (gtk_column_view_column_get_title (sorted), ==, "End date");

  gtk_column_view_sort_by_column (table, title, GTK_SORT_ASCENDING);
  assert_order (timeline, "title", DIALOGUES, "Report to the board twice a year");
  gtk_column_view_sort_by_column (table, title, GTK_SORT_DESCENDING);
  assert_order (timeline, "title", "Report to the board twice a year", DIALOGUES);

  g_object_set (timeline->view, "order", "end", NULL);
  sorted = gtk_column_view_sorter_get_primary_sort_column (sorter);
  g_assert_cmpstr (gtk_column_view_column_get_title (sorted), ==, "End date");
  g_assert_cmpint (gtk_column_view_sorter_get_primary_sort_order (sorter), ==, GTK_SORT_ASCENDING);
  assert_order (timeline, "end", DIALOGUES, "Report to the board twice a year");
  g_assert_cmpuint (count_selected (timeline), ==, n_selected);
}

static char *
dup_titles (Timeline *timeline)
{
  GListModel *rows = timeline_get_rows (timeline);
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(AcademyLine) row = g_list_model_get_item (rows, i);
      g_autofree char *title = academy_line_dup_title (row, academy_language_get_default ());

      g_string_append_printf (titles, "%s\n", title);
    }

  return g_string_free_and_steal (g_steal_pointer (&titles));
}

static void
assert_sorted (Timeline            *timeline,
               GtkColumnViewSorter *sorter,
               GtkColumnViewColumn *column,
               GtkSortType          direction,
               const char          *order)
{
  g_autofree char *property = NULL;
  gboolean descending;

  g_object_get (timeline->view, "order", &property, "descending", &descending, NULL);
  g_assert_cmpstr (property, ==, order);
  g_assert_cmpint (descending, ==, direction == GTK_SORT_DESCENDING);
  g_assert_true (gtk_column_view_sorter_get_primary_sort_column (sorter) == column);
  g_assert_cmpint (gtk_column_view_sorter_get_primary_sort_order (sorter), ==, direction);
}

/* Every column puts the measures in order, either way round, and the menu and
 * the head of the column say the same. */
static void
test_every_order (Timeline     *timeline,
                  gconstpointer data)
{
  static const char * const orders[] = {
    "title", "owner", "start", "end", "status", "progress", "priority", "goals", "person-days", "cost", "depends",
  };
  g_autoptr(AcademyItem) dialogues = timeline_find_item (timeline, DIALOGUES);
  g_autoptr(AcademyItem) report = timeline_find_item (timeline, "Report to the board twice a year");
  GtkColumnView *table;
  GtkColumnViewSorter *sorter;

  /* Two that differ in what nothing else of the plan has, or has otherwise. */
  test_set_text (timeline->store, dialogues, "progress", "10");
  test_set_text (timeline->store, report, "progress", "20");
  g_assert_true (academy_timeline_edit_link (timeline->store, dialogues, report, NULL));
  academy_timeline_view_set_table (timeline->view, TRUE);
  test_settle (timeline->window);
  table = GTK_COLUMN_VIEW (test_find (GTK_WIDGET (timeline->view), GTK_TYPE_COLUMN_VIEW, NULL));
  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (table));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (table)), ==, G_N_ELEMENTS (orders));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (table), i);
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;
      g_autofree char *again = NULL;

      g_test_message ("%s", orders[i]);
      gtk_column_view_sort_by_column (table, column, GTK_SORT_ASCENDING);
      assert_sorted (timeline, sorter, column, GTK_SORT_ASCENDING, orders[i]);
      first = dup_titles (timeline);
      gtk_column_view_sort_by_column (table, column, GTK_SORT_DESCENDING);
      assert_sorted (timeline, sorter, column, GTK_SORT_DESCENDING, orders[i]);
      last = dup_titles (timeline);
      g_assert_cmpstr (first, !=, last);

      g_object_set (timeline->view, "order", orders[i], NULL);
      assert_sorted (timeline, sorter, column, GTK_SORT_ASCENDING, orders[i]);
      again = dup_titles (timeline);
      g_assert_cmpstr (again, ==, first);
      g_object_set (timeline->view, "descending", TRUE, NULL);
      assert_sorted (timeline, sorter, column, GTK_SORT_DESCENDING, orders[i]);
    }
}

static GtkEventController *
find_secondary (GtkWidget *rows)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (rows);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        return controller;
    }

  g_error ("There is no gesture of the secondary button");
}

/* The menu of a row is that of the chart, by the mouse and by keys. */
static void
test_menu (Timeline     *timeline,
           gconstpointer data)
{
  static const char * const keys[] = { "Menu", "<Shift>F10" };
  GtkWidget *table, *rows, *cell;
  graphene_point_t point;

  academy_timeline_view_set_table (timeline->view, TRUE);
  test_settle (timeline->window);
  table = test_find (GTK_WIDGET (timeline->view), GTK_TYPE_COLUMN_VIEW, NULL);
  rows = academy_timeline_table_get_rows (
    ACADEMY_TIMELINE_TABLE (gtk_widget_get_ancestor (table, ACADEMY_TYPE_TIMELINE_TABLE)));
  cell = find_cell (table, DIALOGUES);
  g_assert_true (gtk_widget_compute_point (cell, rows, &GRAPHENE_POINT_INIT (4, 4), &point));
  g_signal_emit_by_name (find_secondary (rows), "pressed", 1, (double) point.x, (double) point.y);
  test_settle (timeline->window);
  g_assert_true (gtk_widget_get_mapped (timeline_get_part (timeline->view, "menu")));
  g_assert_true (gtk_selection_model_is_selected (academy_timeline_view_get_selection (timeline->view),
                                                  timeline_find (timeline, DIALOGUES)));
  g_assert_cmpuint (count_selected (timeline), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_popover_popdown (GTK_POPOVER (timeline_get_part (timeline->view, "menu")));
      test_settle (timeline->window);
      g_assert_false (gtk_widget_get_mapped (timeline_get_part (timeline->view, "menu")));
      gtk_column_view_scroll_to (GTK_COLUMN_VIEW (table), timeline_find (timeline, DIALOGUES), NULL,
                                 GTK_LIST_SCROLL_FOCUS, NULL);
      timeline_press (timeline, keys[i]);
      test_settle (timeline->window);
      g_assert_true (gtk_widget_get_mapped (timeline_get_part (timeline->view, "menu")));
    }
  gtk_popover_popdown (GTK_POPOVER (timeline_get_part (timeline->view, "menu")));
}

static const TimelineCase cases[] = {
  { "/timeline-table/menu", test_menu },
  { "/timeline-table/rows", test_rows },
  { "/timeline-table/columns", test_columns },
  { "/timeline-table/order", test_order },
  { "/timeline-table/every-order", test_every_order },
};

int
main (int    argc,
      char **argv)
{
  return timeline_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
