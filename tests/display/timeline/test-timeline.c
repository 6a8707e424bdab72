/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kinds.h"
#include "academy-store-private.h"
#include "timeline-fixture.h"

#define DIALOGUES "Hold two market dialogues"
#define MANY      2000

/* Every action that a key or a menu names is there. */
static void
test_actions (Timeline     *timeline,
              gconstpointer data)
{
  static const char * const names[] = {
    "timeline.move", "timeline.move-start", "timeline.move-end", "timeline.progress", "timeline.scroll",
    "timeline.fold", "timeline.fold-all", "timeline.link", "timeline.add", "timeline.open", "timeline.delete",
    "timeline.shift-followers", "timeline.zoom-in", "timeline.zoom-out", "timeline.fit", "timeline.today",
    "timeline.cancel", "timeline.menu", "timeline.group-by", "timeline.filter", "timeline.order", "timeline.descending",
    "timeline.baseline", "timeline.table",
  };
  GtkWidgetClass *class = GTK_WIDGET_GET_CLASS (timeline->view);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (timeline->view));
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name, *property;
  const GVariantType *type;
  GType owner;
  guint n_named = 0;

  for (guint i = 0; gtk_widget_class_query_action (class, i, &owner, &name, &type, &property); i++)
    g_hash_table_add (known, (gpointer) name);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (g_hash_table_contains (known, names[i]));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);

          /* Keys of the whole page are given the name of theirs. */
          g_assert_true (g_hash_table_contains (known, GTK_IS_NAMED_ACTION (action)
                                                         ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (action))
                                                         : g_variant_get_string (gtk_shortcut_get_arguments (shortcut), NULL)));
          n_named++;
        }
    }
  g_assert_cmpuint (n_named, >, 20);
}

static void
test_time_keys (Timeline     *timeline,
                gconstpointer data)
{
  AcademyAxis *axis = timeline_get_axis (timeline);
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *after = NULL;
  double first, n_days, x;
  guint32 today = academy_timeline_context_get_today (timeline_get_context (timeline->view));

  timeline_show (timeline, "2022-01-01", 100);
  first = academy_axis_get_first (axis);
  timeline_press (timeline, "<Control>Page_Down");
  g_assert_cmpfloat_with_epsilon (academy_axis_get_first (axis), first + 50, 0.001);
  timeline_press (timeline, "<Control>Page_Up");
  g_assert_cmpfloat_with_epsilon (academy_axis_get_first (axis), first, 0.001);

  n_days = academy_axis_get_n_days (axis);
  x = academy_axis_get_x (axis, today);
  timeline_press (timeline, "<Control>plus");
  g_assert_cmpfloat (academy_axis_get_n_days (axis), <, n_days);
  timeline_press (timeline, "<Control>minus");
  g_assert_cmpfloat_with_epsilon (academy_axis_get_n_days (axis), n_days, 0.001);
  g_assert_cmpfloat_with_epsilon (academy_axis_get_x (axis, today), x, 0.01);
  for (guint i = 0; i < 20; i++)
    timeline_press (timeline, "<Control>plus");
  g_assert_cmpfloat (academy_axis_get_n_days (axis), ==, 14);

  timeline_press (timeline, "<Control>0");
  for (guint i = 0; i < g_list_model_get_n_items (timeline_get_rows (timeline)); i++)
    {
      g_autoptr(AcademyLine) row = g_list_model_get_item (timeline_get_rows (timeline), i);
      const AcademyBar *bar = academy_line_get_bar (row);

      g_assert_cmpfloat (academy_axis_get_x (axis, bar->span.start), >=, 0);
      g_assert_cmpfloat (academy_axis_get_x (axis, bar->span.end + 1.), <=, academy_axis_get_width (axis));
    }

  timeline_show (timeline, "2024-01-01", 100);
  timeline_press (timeline, "t");
  g_assert_cmpfloat_with_epsilon (academy_axis_get_x (axis, today + 0.5), academy_axis_get_width (axis) / 2, 0.01);
  timeline_show (timeline, "2024-01-01", 100);
  timeline_press (timeline, "period");
  g_assert_cmpfloat_with_epsilon (academy_axis_get_x (axis, today + 0.5), academy_axis_get_width (axis) / 2, 0.01);

  after = timeline_dump (timeline);
  g_assert_cmpstr (after, ==, before);
}

static void
test_fold (Timeline     *timeline,
           gconstpointer data)
{
  guint n_items = g_list_model_get_n_items (timeline_get_rows (timeline));
  guint heading = timeline_find (timeline, "Measures");

  /* From a row to its heading first. */
  timeline_select (timeline, DIALOGUES);
  timeline_press (timeline, "Left");
  g_assert_cmpuint (g_list_model_get_n_items (timeline_get_rows (timeline)), ==, n_items);
  g_assert_true (gtk_selection_model_is_selected (academy_timeline_view_get_selection (timeline->view), heading));
  timeline_press (timeline, "Left");
  g_assert_cmpuint (timeline_find (timeline, DIALOGUES), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (timeline_find (timeline, "Pilot and its steps"), ==, heading + 1);
  timeline_press (timeline, "Left");
  timeline_press (timeline, "Right");
  g_assert_cmpuint (g_list_model_get_n_items (timeline_get_rows (timeline)), ==, n_items);
  timeline_press (timeline, "Right");

  gtk_widget_activate_action (GTK_WIDGET (timeline->view), "timeline.open", NULL);
  g_assert_cmpuint (timeline_find (timeline, DIALOGUES), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (timeline->n_opened, ==, 0);

  /* What is looked for is brought out. */
  {
    g_autoptr(AcademyItem) measure = timeline_find_item (timeline, DIALOGUES);

    academy_timeline_view_show_item (timeline->view, academy_item_get_id (measure));
  }
  g_assert_true (gtk_selection_model_is_selected (academy_timeline_view_get_selection (timeline->view),
                                                  timeline_find (timeline, DIALOGUES)));
}

/* The first row that is selected is in sight, and the keyboard is on it. */
static void
assert_focus (Timeline *timeline)
{
  GtkSelectionModel *selection = academy_timeline_view_get_selection (timeline->view);
  g_autoptr(GtkBitset) positions = gtk_selection_model_get_selection (selection);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (timeline->window));
  AcademyTimelineLane *lane;

  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, timeline_get_part (timeline->view, "list")));
  g_assert_true (gtk_widget_get_child_visible (focus));
  lane = ACADEMY_TIMELINE_LANE (gtk_widget_get_first_child (focus));
  g_assert_cmpuint (academy_timeline_lane_get_position (lane), ==, gtk_bitset_get_minimum (positions));
}

/* The same rows are selected in the chart and in the table, and they stay so
 * when rows are put elsewhere. */
static void
test_selection (Timeline     *timeline,
                gconstpointer data)
{
  static const struct { const char *property; const char *value; } changes[] = {
    { "group-by", "goal" }, { "group-by", "owner" }, { "order", "title" }, { "order", "end" }, { "filter", "unfinished" },
    { "search", "o" }, { "search", NULL }, { "filter", "all" }, { "order", "start" }, { "group-by", "none" },
  };
  GtkSelectionModel *selection = academy_timeline_view_get_selection (timeline->view);
  GtkWidget *table;

  timeline_select (timeline, "Draw up");
  timeline_select_too (timeline, DIALOGUES);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *selected = NULL;

      g_test_message ("%s %s", changes[i].property, changes[i].value);
      g_object_set (timeline->view, changes[i].property, changes[i].value, NULL);
      test_settle (timeline->window);
      g_assert_true (gtk_selection_model_is_selected (selection, timeline_find (timeline, DIALOGUES)));
      g_assert_true (gtk_selection_model_is_selected (selection, timeline_find (timeline, "Draw up")));
      g_assert_cmpuint (gtk_bitset_get_size (gtk_selection_model_get_selection (selection)), ==, 2);
      assert_focus (timeline);
    }

  academy_timeline_view_set_table (timeline->view, TRUE);
  test_settle (timeline->window);
  table = test_find (GTK_WIDGET (timeline->view), GTK_TYPE_COLUMN_VIEW, NULL);
  g_assert_true (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)) == selection);
  g_assert_false (gtk_widget_get_mapped (timeline_get_part (timeline->view, "list")));

  /* A column puts rows in order too. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GtkColumnViewColumn) column =
        g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (table)), 0);

      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (table), column, i == 0 ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
      test_settle (timeline->window);
      g_assert_true (gtk_selection_model_is_selected (selection, timeline_find (timeline, DIALOGUES)));
      g_assert_true (gtk_selection_model_is_selected (selection, timeline_find (timeline, "Draw up")));
      g_assert_cmpint (timeline_find (timeline, DIALOGUES) > timeline_find (timeline, "Draw up"), ==, i == 0);
    }

  timeline_press (timeline, "<Control>Right");
  academy_timeline_view_set_table (timeline->view, FALSE);
  test_settle (timeline->window);
  g_assert_true (gtk_selection_model_is_selected (selection, timeline_find (timeline, DIALOGUES)));
}

static GHashTable *
get_row_widgets (Timeline *timeline)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (timeline_get_part (timeline->view, "list")); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_hash_table_add (rows, row);

  return rows;
}

/* Other rows are shown with the widgets that are there: making them anew takes
 * longer than reading the rows. */
static void
test_widgets_of_many (Timeline     *timeline,
                      gconstpointer data)
{
  static const struct { const char *property; const char *value; } changes[] = {
    { "group-by", "goal" }, { "order", "title" }, { "search", "Step" }, { "search", NULL }, { "filter", "unfinished" },
  };
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(AcademyItem) measure = academy_item_new (&academy_measure_kind, NULL);
      g_autofree char *title = g_strdup_printf ("Step %u", i);

      g_object_set (measure, "organisation", academy_item_get_id (timeline->organisation), "title", title, NULL);
      academy_edit_create (edit, measure);
    }
  g_assert_true (academy_store_apply (timeline->store, edit, NULL));
  test_settle (timeline->window);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GHashTable) before = get_row_widgets (timeline);
      g_autoptr(GHashTable) after = NULL;
      guint n_new = 0;
      GHashTableIter iterator;
      gpointer row;

      g_test_message ("%s %s", changes[i].property, changes[i].value);
      g_object_set (timeline->view, changes[i].property, changes[i].value, NULL);
      test_settle (timeline->window);
      g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (
                           GTK_SCROLLED_WINDOW (timeline_get_part (timeline->view, "scrolled_window")))), ==, 0);

      after = get_row_widgets (timeline);
      g_assert_cmpuint (g_hash_table_size (after), >, 100);
      g_hash_table_iter_init (&iterator, after);
      while (g_hash_table_iter_next (&iterator, &row, NULL))
        n_new += !g_hash_table_contains (before, row);
      g_assert_cmpuint (n_new, <=, 2);
    }
}

/* Where nothing is found nothing has the focus that cannot be seen; and what is
 * asked for again does not go elsewhere. */
static void
test_asked_again (Timeline     *timeline,
                  gconstpointer data)
{
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (
    GTK_SCROLLABLE (timeline_get_part (timeline->view, "list")));
  GtkWidget *focus;

  timeline_select (timeline, DIALOGUES);
  g_object_set (timeline->view, "search", "There is no such thing", NULL);
  test_settle (timeline->window);
  focus = gtk_root_get_focus (GTK_ROOT (timeline->window));
  g_assert_true (focus == NULL || !gtk_widget_is_ancestor (focus, timeline_get_part (timeline->view, "list")));
  g_object_set (timeline->view, "search", NULL, NULL);
  test_settle (timeline->window);

  gtk_window_set_default_size (GTK_WINDOW (timeline->window), 1000, 500);
  test_settle (timeline->window);
  gtk_adjustment_set_value (vertical, 200);
  test_settle (timeline->window);
  g_object_set (timeline->view, "filter", "all", "group-by", "none", NULL);
  test_settle (timeline->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical), ==, 200);
}

/* What is moved stays selected, also while a filter is on. */
static void
test_selection_of_filtered (Timeline     *timeline,
                            gconstpointer data)
{
  timeline_show (timeline, "2022-01-01", 60);
  g_object_set (timeline->view, "filter", "unfinished", NULL);
  timeline_select (timeline, "Rewrite the cleaning");
  for (guint i = 0; i < 12; i++)
    timeline_press (timeline, "<Control>Right");
  timeline_assert_dates (timeline, "Rewrite the cleaning", "2022-01-15 2022-04-12");

  /* Others add and delete meanwhile. */
  {
    g_autofree char *selected = NULL;
    g_autoptr(AcademyItem) other = timeline_find_item (timeline, "Draw up");
    g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.remove);

    academy_edit_delete (edit, other);
    g_assert_true (academy_store_apply (timeline->store, edit, NULL));
    timeline_undo (timeline);
    selected = timeline_dup_selected (timeline);
    g_assert_cmpstr (selected, ==, "Rewrite");
  }
}

/* Rows are told when they are drawn. */
static GtkAccessible *
get_row (Timeline   *timeline,
         const char *title)
{
  test_settle (timeline->window);
  return GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (timeline_find_lane (timeline, title))));
}

static void
assert_description (Timeline   *timeline,
                    const char *title,
                    const char *description)
{
  g_autofree char *other =
    gtk_test_accessible_check_property (get_row (timeline, title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  g_assert_cmpstr (other, ==, NULL);
}

/* What a screen reader says of each row, and that it follows what is edited. */
static void
test_descriptions (Timeline     *timeline,
                   gconstpointer data)
{
  GtkAccessible *row = get_row (timeline, DIALOGUES);
  g_autofree char *other = gtk_test_accessible_check_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, DIALOGUES);

  g_assert_cmpstr (other, ==, NULL);
  g_assert_true (gtk_test_accessible_has_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM));
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (timeline->view), GTK_ACCESSIBLE_ROLE_GROUP));
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (timeline_find_lane (timeline, DIALOGUES)),
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION));
  assert_description (timeline, DIALOGUES,
                      "Measure, Procurement Expert, 10 Jan – 25 Feb 2022, Planned, "
                      "depends on “List the contracts ending within two years”");
  assert_description (timeline, "Draw up",
                      "Measure, Procurement Manager, 15 Nov 2021 – 31 Jan 2022, In progress, 14 days overdue");
  assert_description (timeline, "Sparring 1", "Sparring session, 16 Nov 2021, Done");
  assert_description (timeline, "Measures", "1 Nov 2021 – 31 Dec 2023, 2 of 11 measures done, 1 overdue");

  timeline_show (timeline, "2022-01-01", 60);
  timeline_select (timeline, DIALOGUES);
  timeline_press (timeline, "<Alt>Page_Up");
  timeline_press (timeline, "<Shift><Control>Right");
  assert_description (timeline, DIALOGUES,
                      "Measure, Procurement Expert, 10 Jan – 26 Feb 2022, Planned, 10%, "
                      "depends on “List the contracts ending within two years”");

  timeline_select (timeline, "Update the procurement");
  assert_description (timeline, "Update the procurement",
                      "Measure, Procurement Manager, 1 Mar – 30 Jun 2022, Planned, "
                      "depends on “Agree on principles for risk sharing” and “Hold two market dialogues”");
  timeline_press (timeline, "<Control><Alt>Left");
  assert_description (timeline, "Update the procurement", "Measure, Procurement Manager, 28 Feb – 30 Jun 2022, Planned, "
                      "starts too early for “Agree on principles for risk sharing”, which it depends on, see the hints");
  for (guint i = 0; i < 3; i++)
    timeline_press (timeline, "<Control><Alt>Left");
  assert_description (timeline, "Update the procurement", "Measure, Procurement Manager, 25 Feb – 30 Jun 2022, Planned, "
                      "starts too early for “Agree on principles for risk sharing” and “Hold two market dialogues”, "
                      "which it depends on, see the hints");
}

static void
assert_expanded (Timeline   *timeline,
                 const char *title,
                 gboolean    expanded)
{
  g_autofree char *other =
    gtk_test_accessible_check_state (get_row (timeline, title), GTK_ACCESSIBLE_STATE_EXPANDED, expanded);

  g_assert_cmpstr (other, ==, NULL);
}

static void
test_expanded (Timeline     *timeline,
               gconstpointer data)
{
  assert_expanded (timeline, "Programme", FALSE);
  assert_expanded (timeline, "Measures", TRUE);
  g_assert_false (gtk_test_accessible_has_state (get_row (timeline, DIALOGUES), GTK_ACCESSIBLE_STATE_EXPANDED));
  timeline_select (timeline, "Measures");
  timeline_press (timeline, "Left");
  assert_expanded (timeline, "Measures", FALSE);
  timeline_press (timeline, "Right");
  assert_expanded (timeline, "Measures", TRUE);
  g_assert_false (gtk_test_accessible_has_state (get_row (timeline, DIALOGUES), GTK_ACCESSIBLE_STATE_EXPANDED));
}

/* Time runs from right to left where text does, and so do the keys. */
static void
test_mirrored (Timeline     *timeline,
               gconstpointer data)
{
  AcademyAxis *axis = timeline_get_axis (timeline);
  double width, x;

  timeline_show (timeline, "2022-01-01", 60);
  width = academy_axis_get_width (axis);
  x = academy_axis_get_x (axis, academy_timeline_context_get_today (timeline_get_context (timeline->view)));
  timeline_select (timeline, DIALOGUES);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  test_settle (timeline->window);
  g_assert_true (academy_axis_is_mirrored (axis));
  g_assert_cmpfloat_with_epsilon (
    academy_axis_get_x (axis, academy_timeline_context_get_today (timeline_get_context (timeline->view))), width - x, 0.001);
  timeline_press (timeline, "<Control>Left");
  timeline_assert_dates (timeline, DIALOGUES, "2022-01-11 2022-02-26");
  timeline_press (timeline, "<Shift><Control>Right");
  timeline_assert_dates (timeline, DIALOGUES, "2022-01-11 2022-02-25");
  timeline_press (timeline, "Right");
  g_assert_true (gtk_selection_model_is_selected (academy_timeline_view_get_selection (timeline->view),
                                                  timeline_find (timeline, "Measures")));

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  test_settle (timeline->window);
  g_assert_false (academy_axis_is_mirrored (axis));
}

/* Twice as large text makes higher rows, and nothing has no room at all. */
static void
test_large_text (Timeline     *timeline,
                 gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int height = gtk_widget_get_height (GTK_WIDGET (timeline_find_lane (timeline, "Measures")));
  int ruler = gtk_widget_get_height (timeline_get_part (timeline->view, "ruler"));
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", (dpi > 0 ? dpi : 96 * 1024) * 2, NULL);
  test_settle (timeline->window);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (timeline_find_lane (timeline, "Measures"))), >, height * 3 / 2);
  g_assert_cmpint (gtk_widget_get_height (timeline_get_part (timeline->view, "ruler")), >, ruler * 3 / 2);

  /* As narrow as can be. */
  gtk_window_set_default_size (GTK_WINDOW (timeline->window), 1, 1);
  test_settle (timeline->window);
  g_assert_cmpfloat (academy_axis_get_width (timeline_get_axis (timeline)), >, 0);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  test_settle (timeline->window);
}

/* Lateness is told anew when another day begins. */
static void
test_midnight (Timeline     *timeline,
               gconstpointer data)
{
  timeline_set_today ("2022-02-15");
  test_settle (timeline->window);
  assert_description (timeline, "Draw up",
                      "Measure, Procurement Manager, 15 Nov 2021 – 31 Jan 2022, In progress, 15 days overdue");
  timeline_set_today ("2022-02-26");
  test_settle (timeline->window);
  assert_description (timeline, DIALOGUES,
                      "Measure, Procurement Expert, 10 Jan – 25 Feb 2022, Planned, 1 day overdue, "
                      "depends on “List the contracts ending within two years”");
  assert_description (timeline, "Measures", "1 Nov 2021 – 31 Dec 2023, 2 of 11 measures done, 2 overdue");
  g_assert_cmpuint (academy_timeline_context_get_today (timeline_get_context (timeline->view)), ==, 738212);
}

/* What cannot be written is looked at, and no key changes it. */
static void
test_read_only (Timeline     *timeline,
                gconstpointer data)
{
  static const char * const presses[] = {
    "<Control>Right", "<Shift><Control>Right", "<Control><Alt>Left", "<Alt>Page_Up", "<Control>l", "Insert", "Delete",
  };
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *after = NULL;

  timeline->store->read_only = TRUE;
  timeline_select (timeline, DIALOGUES);
  for (guint i = 0; i < G_N_ELEMENTS (presses); i++)
    timeline_press (timeline, presses[i]);
  after = timeline_dump (timeline);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (timeline->n_messages, ==, 0);
  g_assert_null (timeline->error);
  gtk_widget_activate_action (GTK_WIDGET (timeline->view), "timeline.open", NULL);
  g_assert_cmpstr (timeline->opened, ==, DIALOGUES);
}

/* In the whole programme a measure is added to the organisation that one is at. */
static void
test_programme (Timeline     *timeline,
                gconstpointer data)
{
  g_autofree char *before = timeline_dump (timeline);
  g_autofree char *after = NULL;

  timeline_press (timeline, "Insert");
  after = timeline_dump (timeline);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (timeline->text, ==, "Choose an organisation to add a measure to");

  timeline_select (timeline, "Kuvitelma");
  timeline_press (timeline, "Insert");
  timeline_write_begun (timeline);
  timeline_assert_dates (timeline, "Measure", "2022-02-14 2022-02-27");
  g_assert_cmpuint (timeline_find (timeline, "Measure"), !=, GTK_INVALID_LIST_POSITION);
}

static void
add_organisation (AcademyStore *store,
                  const char   *name)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) organisation = academy_item_new (&academy_organisation_kind, NULL);
  g_autoptr(AcademyItem) measure = academy_item_new (&academy_measure_kind, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.add);

  g_object_set (organisation, "programme", academy_item_get_id (programme), "name_fi", name, "slug", name, NULL);
  g_object_set (measure, "organisation", academy_item_get_id (organisation), "title", "Procure", NULL);
  academy_edit_create (edit, organisation);
  academy_edit_create (edit, measure);
  g_assert_true (academy_store_apply (store, edit, NULL));
}

/* The row with the keyboard stays selected and in sight, and GtkListView keeps its
 * widget, though rows before and after it come and go. New organisations are not
 * folded at first. */
static void
test_fold_all (Timeline     *timeline,
               gconstpointer data)
{
  GtkSelectionModel *selection = academy_timeline_view_get_selection (timeline->view);

  add_organisation (timeline->store, "alfa");
  add_organisation (timeline->store, "beta");
  add_organisation (timeline->store, "zeta");
  test_settle (timeline->window);
  timeline_select (timeline, "beta");

  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (timeline->window));
      guint before = timeline_find (timeline, "beta");

      gtk_widget_activate_action (GTK_WIDGET (timeline->view), "timeline.fold-all", "b", i % 2 == 0);
      test_settle (timeline->window);
      g_assert_cmpuint (timeline_find (timeline, "beta"), !=, before);
      g_assert_true (gtk_selection_model_is_selected (selection, timeline_find (timeline, "beta")));
      g_assert_cmpuint (gtk_bitset_get_size (gtk_selection_model_get_selection (selection)), ==, 1);
      assert_focus (timeline);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (timeline->window)) == focus);
    }
}

static void
assert_said (AcademyTimelineView *view,
             const char          *title)
{
  GtkWidget *page = test_find (GTK_WIDGET (view), ADW_TYPE_STATUS_PAGE, NULL);

  g_assert_true (page != NULL && gtk_widget_get_mapped (page));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), ==, title);
}

/* Phases and meetings are no answer to who looks for measures. */
static void
test_nothing_found (Timeline     *timeline,
                    gconstpointer data)
{
  timeline_select (timeline, DIALOGUES);
  g_object_set (timeline->view, "search", "no such measure", NULL);
  test_settle (timeline->window);
  assert_said (timeline->view, "Nothing found");
  g_object_set (timeline->view, "table", TRUE, NULL);
  test_settle (timeline->window);
  assert_said (timeline->view, "Nothing found");

  g_object_set (timeline->view, "search", "dialogues", NULL);
  test_settle (timeline->window);
  g_assert_true (gtk_widget_get_mapped (test_find (GTK_WIDGET (timeline->view), GTK_TYPE_COLUMN_VIEW, NULL)));
  g_object_set (timeline->view, "table", FALSE, NULL);
  test_settle (timeline->window);
  g_assert_true (gtk_widget_get_mapped (timeline_get_part (timeline->view, "list")));
}

/* A plan of which nothing is written yet begins with its first measure. */
static void
test_empty (void)
{
  g_autoptr(AcademyStore) store = test_create_programme ("empty");
  g_autoptr(AcademyItem) programme = academy_store_get_first (store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) organisation = academy_item_new (&academy_organisation_kind, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.add);
  Timeline timeline = { .store = store };
  g_autoptr(AcademyTimelineModel) model = NULL;

  g_object_set (organisation, "programme", academy_item_get_id (programme), "name_fi", "Zeta", "slug", "zeta", NULL);
  academy_edit_create (edit, organisation);
  g_assert_true (academy_store_apply (store, edit, NULL));
  model = academy_timeline_model_new (store, academy_item_get_id (organisation));
  timeline.view = ACADEMY_TIMELINE_VIEW (academy_timeline_view_new (model));
  timeline.window = test_present (GTK_WIDGET (timeline.view));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  assert_said (timeline.view, "Nothing planned yet");
  g_object_set (timeline.view, "filter", "overdue", NULL);
  assert_said (timeline.view, "Nothing found");
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (timeline.view)));
  g_object_set (timeline.view, "filter", "all", NULL);
  assert_said (timeline.view, "Nothing planned yet");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (timeline.view)));

  timeline_press (&timeline, "<Control>Right");
  timeline_press (&timeline, "Left");
  timeline_press (&timeline, "<Control>0");
  g_signal_connect_swapped (timeline.view, "open-item", G_CALLBACK (timeline_take_opened), &timeline);
  timeline_press (&timeline, "Insert");
  g_assert_cmpuint (timeline_count (&timeline, &academy_measure_kind), ==, 0);
  timeline_write_begun (&timeline);
  g_assert_cmpuint (timeline_count (&timeline, &academy_measure_kind), ==, 1);
  g_assert_cmpuint (timeline_find (&timeline, "Measure"), !=, GTK_INVALID_LIST_POSITION);
  test_settle (timeline.window);
  g_assert_true (gtk_widget_get_mapped (timeline_get_part (timeline.view, "list")));
  gtk_window_destroy (GTK_WINDOW (timeline.window));
  timeline_drain ();
  g_free (timeline.opened);
}

static const TimelineCase cases[] = {
  { "/timeline/actions", test_actions },
  { "/timeline/time-keys", test_time_keys },
  { "/timeline/fold", test_fold },
  { "/timeline/selection", test_selection },
  { "/timeline/asked-again", test_asked_again },
  { "/timeline/widgets-of-many", test_widgets_of_many },
  { "/timeline/selection-of-filtered", test_selection_of_filtered },
  { "/timeline/descriptions", test_descriptions },
  { "/timeline/expanded", test_expanded },
  { "/timeline/nothing-found", test_nothing_found },
  { "/timeline/mirrored", test_mirrored },
  { "/timeline/large-text", test_large_text },
  { "/timeline/midnight", test_midnight },
  { "/timeline/read-only", test_read_only },
};

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  timeline_add_cases (cases, G_N_ELEMENTS (cases));
  g_test_add ("/timeline/programme", Timeline, NULL, timeline_set_up_programme, test_programme, timeline_tear_down);
  g_test_add ("/timeline/fold-all", Timeline, NULL, timeline_set_up_programme, test_fold_all, timeline_tear_down);
  g_test_add_func ("/timeline/empty", test_empty);

  return test_display_run ();
}
