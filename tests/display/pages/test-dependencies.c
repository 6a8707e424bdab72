/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-measure-chooser.h"
#include "academy-plan-page.h"
#include "academy-section.h"
#include "academy-store-private.h"
#include "plan-fixture.h"
#include "test-display.h"

#define N_MEASURES    10000
#define MOST_MEASURES 250

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;
  GPtrArray    *measures;

  /* Borrowed */
  GtkWidget    *page;
  GtkWidget    *window;
} Fixture;

static void
add_measures (Fixture *fixture,
              guint    n)
{
  static const char * const titles[] = { "Count the waste", "Ask the market", "ÄLÄ unohda" };
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      AcademyItem *measure = academy_item_new (&academy_measure_kind, NULL);
      g_autofree char *title = g_strdup_printf ("Measure %05u", i);

      g_object_set (measure,
                    "organisation", academy_item_get_id (fixture->organisation),
                    "title", i < G_N_ELEMENTS (titles) ? titles[i] : title,
                    NULL);
      academy_edit_create (edit, measure);
      g_ptr_array_add (fixture->measures, measure);
    }
  academy_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  fixture->measures = g_ptr_array_new_with_free_func (g_object_unref);
  add_measures (fixture, 3);
  test_set_text (fixture->store, g_ptr_array_index (fixture->measures, 1), "end", "2021-12-10");
  fixture->page = academy_plan_page_new (fixture->store, fixture->organisation);
  fixture->window = test_present (fixture->page);
}

/* Nothing may keep what is no longer shown. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_unref (fixture->measures);
  g_assert_finalize_object (fixture->organisation);
  g_assert_finalize_object (fixture->store);
}

static void
select_measure (Fixture *fixture,
                guint    i)
{
  plan_open (fixture->page, plan_get_position (fixture->page, g_ptr_array_index (fixture->measures, i)));
}

static GtkWidget *
find_section (Fixture *fixture)
{
  GtkWidget *section = test_find (fixture->page, ACADEMY_TYPE_SECTION, "Depends on");

  g_assert_nonnull (section);
  return section;
}

/* The row of what the measure depends on; NULL when there is none. */
static AdwActionRow *
find_row (Fixture    *fixture,
          const char *title)
{
  return (AdwActionRow *) test_find (find_section (fixture), ADW_TYPE_ACTION_ROW, title);
}

static AcademyMeasureChooser *
open_chooser (Fixture *fixture)
{
  GtkWidget *button = test_find (find_section (fixture), GTK_TYPE_BUTTON, "Add dependency");
  AdwDialog *dialog;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  test_settle (fixture->window);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (ACADEMY_IS_MEASURE_CHOOSER (dialog));

  return ACADEMY_MEASURE_CHOOSER (dialog);
}

static GListModel *
get_choices (AcademyMeasureChooser *chooser)
{
  GtkWidget *list = test_find (GTK_WIDGET (chooser), GTK_TYPE_LIST_VIEW, NULL);

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static gboolean
has_one (gpointer data)
{
  GListModel *choices = get_choices (data);

  return choices != NULL && g_list_model_get_n_items (choices) == 1;
}

static gboolean
has_none (gpointer data)
{
  return test_find (data, GTK_TYPE_LABEL, "No measures found") != NULL;
}

static GtkWidget *
find_entry (AcademyMeasureChooser *chooser)
{
  return test_find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL);
}

/* Types @text and presses Enter at once. */
static void
choose (Fixture    *fixture,
        const char *text)
{
  AcademyMeasureChooser *chooser = open_chooser (fixture);
  GtkWidget *entry = find_entry (chooser);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  test_settle (fixture->window);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

/* The form of a measure shows the follow-ups that it comes from. */
static void
test_follow_ups (Fixture       *fixture,
                 gconstpointer  data)
{
  AcademyItem *measure = g_ptr_array_index (fixture->measures, 0);
  g_autoptr(AcademyItem) follow_up = academy_item_new_part (&academy_follow_up_kind, academy_item_get_id (fixture->organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_follow_up_kind.add);

  select_measure (fixture, 0);
  test_settle (fixture->window);
  g_assert_null (test_find (fixture->page, ACADEMY_TYPE_SECTION, "Agreed follow-ups"));

  g_object_set (follow_up, "title", "Agreed in November", "measure", academy_item_get_id (measure), NULL);
  academy_edit_create (edit, follow_up);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);
  g_assert_nonnull (test_find (fixture->page, ACADEMY_TYPE_SECTION, "Agreed follow-ups"));
  g_assert_nonnull (test_find (fixture->page, GTK_TYPE_LABEL, "Agreed in November"));

  select_measure (fixture, 1);
  test_settle (fixture->window);
  g_assert_null (test_find (fixture->page, ACADEMY_TYPE_SECTION, "Agreed follow-ups"));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(AcademyItem) dependency = NULL;
  g_autoptr(GError) error = NULL;

  select_measure (fixture, 0);
  g_assert_nonnull (find_row (fixture, "Add dependency"));
  choose (fixture, "MARKET");
  g_assert_null (find_row (fixture, "Add dependency"));
  g_assert_nonnull (find_row (fixture, "Ask the market"));
  g_assert_cmpstr (adw_action_row_get_subtitle (find_row (fixture, "Ask the market")), ==, "Ends on 10 Dec 2021");

  dependency = academy_store_get_first (fixture->store, &academy_dependency_kind, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (academy_item_get_text (dependency, "successor"), ==,
                   academy_item_get_id (g_ptr_array_index (fixture->measures, 0)));
  g_assert_cmpstr (academy_item_get_owner (dependency), ==, academy_item_get_id (fixture->organisation));
  g_assert_cmpstr (academy_store_get_undo_label (fixture->store), ==, "Add dependency");
  g_clear_object (&dependency);

  academy_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_row (fixture, "Add dependency"));
}

static void
want_new (Fixture    *fixture,
          const char *text)
{
  AcademyMeasureChooser *chooser = open_chooser (fixture);

  gtk_editable_set_text (GTK_EDITABLE (find_entry (chooser)), text);
  g_signal_emit_by_name (test_find (GTK_WIDGET (chooser), GTK_TYPE_BUTTON, "Add measure"), "clicked");
  test_settle (fixture->window);
  g_assert_true (ACADEMY_IS_ITEM_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))));
}

/* What is not there yet is written down in place: at once when its title was
 * searched for, else with the first thing that is typed. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 before, after;

  select_measure (fixture, 0);
  academy_store_count (fixture->store, &academy_measure_kind, NULL, &before, NULL);
  want_new (fixture, " Hire an expert ");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  test_settle (fixture->window);
  g_assert_nonnull (find_row (fixture, "Hire an expert"));
  academy_store_count (fixture->store, &academy_measure_kind, NULL, &after, NULL);
  g_assert_cmpint (after, ==, before + 1);
  academy_store_undo (fixture->store, NULL);
  g_assert_nonnull (find_row (fixture, "Add dependency"));
  academy_store_count (fixture->store, &academy_measure_kind, NULL, &after, NULL);
  g_assert_cmpint (after, ==, before);

  want_new (fixture, "");
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  test_settle (fixture->window);
  g_assert_nonnull (find_row (fixture, "Add dependency"));
  academy_store_count (fixture->store, &academy_measure_kind, NULL, &after, NULL);
  g_assert_cmpint (after, ==, before);
}

/* Who opens a dependency reads which measures it joins. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  AdwDialog *dialog;

  select_measure (fixture, 0);
  choose (fixture, "market");
  g_signal_emit_by_name (find_row (fixture, "Ask the market"), "activate");
  test_settle (fixture->window);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (ACADEMY_IS_ITEM_DIALOG (dialog));
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "“Count the waste” depends on “Ask the market”"));
  adw_dialog_force_close (dialog);
  test_settle (fixture->window);
}

/* The rows follow what they tell of, and the measure that is selected. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { const char *lag; const char *subtitle; } lags[] = {
    { "1", "No end date · Then 1 day of waiting" },
    { "14", "No end date · Then 14 days of waiting" },
    { "-1", "No end date · May overlap by 1 day" },
    { "-3", "No end date · May overlap by 3 days" },
    { NULL, "No end date" },
  };
  g_autoptr(AcademyItem) dependency = NULL;

  select_measure (fixture, 0);
  choose (fixture, "market");
  dependency = academy_store_get_first (fixture->store, &academy_dependency_kind, NULL, NULL);
  test_set_text (fixture->store, g_ptr_array_index (fixture->measures, 1), "title", "Ask twice");
  test_set_text (fixture->store, g_ptr_array_index (fixture->measures, 1), "end", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lags); i++)
    {
      test_set_text (fixture->store, dependency, "lag", lags[i].lag);
      g_assert_cmpstr (adw_action_row_get_subtitle (find_row (fixture, "Ask twice")), ==, lags[i].subtitle);
    }

  select_measure (fixture, 1);
  g_assert_null (find_row (fixture, "Ask twice"));
  g_assert_nonnull (find_row (fixture, "Add dependency"));

  /* What would have a measure wait for itself is refused with a reason. */
  choose (fixture, "waste");
  g_assert_null (find_row (fixture, "Count the waste"));
  g_assert_cmpstr (academy_store_get_undo_label (fixture->store), !=, "Add dependency");

  select_measure (fixture, 0);
  g_assert_nonnull (find_row (fixture, "Ask twice"));
  g_clear_object (&dependency);
}

static void
assert_selected (AcademyMeasureChooser *chooser,
                 Fixture               *fixture,
                 guint                  i)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_choices (chooser));

  g_assert_true (gtk_single_selection_get_selected_item (selection) == g_ptr_array_index (fixture->measures, i));
}

/* As the key would, while the focus is in the search entry. */
static void
press_arrow (AcademyMeasureChooser *chooser,
             guint                  key)
{
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (chooser));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (chooser),
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_object_unref (controllers);
}

/* Capitals do not matter, Finnish ones included; a measure cannot be chosen for itself. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  AcademyMeasureChooser *chooser;
  GtkWidget *entry;

  select_measure (fixture, 0);
  chooser = open_chooser (fixture);
  entry = find_entry (chooser);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)))));
  g_assert_cmpuint (g_list_model_get_n_items (get_choices (chooser)), ==, 2);
  assert_selected (chooser, fixture, 1);
  press_arrow (chooser, GDK_KEY_Down);
  assert_selected (chooser, fixture, 2);
  press_arrow (chooser, GDK_KEY_Down);
  assert_selected (chooser, fixture, 2);
  press_arrow (chooser, GDK_KEY_Up);
  assert_selected (chooser, fixture, 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), "älä");
  test_wait_for (has_one, chooser);
  assert_selected (chooser, fixture, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "waste");
  test_wait_for (has_none, chooser);
  g_signal_emit_by_name (entry, "activate");
  g_signal_emit_by_name (entry, "stop-search");
  test_settle (fixture->window);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_nonnull (find_row (fixture, "Add dependency"));
}

static void
count_live (gpointer key,
            gpointer value,
            gpointer data)
{
  guint *count = data;

  if (academy_item_get_kind (value) == &academy_measure_kind)
    ++*count;
}

/* The chooser reads no more measures than it shows, with a margin, however many there are. */
static void
test_long (void)
{
  Fixture fixture = { .store = test_create_programme ("2021") };
  AdwDialog *chooser;
  guint count = 0;

  fixture.organisation = test_get_organisation (fixture.store, "turku");
  fixture.measures = g_ptr_array_new_with_free_func (g_object_unref);
  add_measures (&fixture, N_MEASURES);
  g_ptr_array_set_size (fixture.measures, 0);
  fixture.window = test_present (gtk_button_new_with_label ("Choose"));

  chooser = academy_measure_chooser_new (fixture.store, academy_item_get_id (fixture.organisation), NULL, "Choose");
  adw_dialog_present (chooser, fixture.window);
  test_settle (fixture.window);
  g_assert_cmpuint (g_list_model_get_n_items (get_choices (ACADEMY_MEASURE_CHOOSER (chooser))), ==, N_MEASURES);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (ACADEMY_MEASURE_CHOOSER (chooser))), "measure 09999");
  test_wait_for (has_one, chooser);

  g_hash_table_foreach (fixture.store->items, count_live, &count);
  g_assert_cmpuint (count, <=, MOST_MEASURES);
  test_assert_one_line (GTK_WIDGET (chooser));
  adw_dialog_force_close (chooser);
  test_settle (fixture.window);
  tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add ("/dependencies/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/dependencies/follow-ups", Fixture, NULL, set_up, test_follow_ups, tear_down);
  g_test_add ("/dependencies/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/dependencies/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/dependencies/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/dependencies/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add_func ("/dependencies/long", test_long);

  return test_display_run ();
}
