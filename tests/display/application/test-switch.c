/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-organisation-page.h"
#include "window-fixture.h"

/* Going from one place of the programme to another. */

#define MANY_MEASURES 60
#define SWITCHES      3

typedef struct {
  WindowFixture  window;

  /* Owned */
  AcademyItem   *turku;
  AcademyItem   *kuopio;
} Fixture;

static void
add_part (AcademyEdit       *edit,
          const AcademyKind *kind,
          AcademyItem       *organisation,
          const char        *title)
{
  g_autoptr(AcademyItem) part = academy_item_new_part (kind, academy_item_get_id (organisation));

  g_object_set (part, "title", title, NULL);
  academy_edit_create (edit, part);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Parts");
  g_autoptr(GError) error = NULL;

  window_fixture_set_up (&fixture->window, "2021");
  window_fixture_open (&fixture->window);
  fixture->turku = test_get_organisation (fixture->window.window->store, "turku");
  fixture->kuopio = test_get_organisation (fixture->window.window->store, "kuopio");

  for (guint i = 0; i < MANY_MEASURES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Turku %u", i);

      add_part (edit, &academy_measure_kind, fixture->turku, title);
      title[0] = 'K';
      add_part (edit, &academy_measure_kind, fixture->kuopio, title);
    }
  add_part (edit, &academy_goal_kind, fixture->turku, "Turku goal");
  add_part (edit, &academy_goal_kind, fixture->kuopio, "Kuopio goal");
  add_part (edit, &academy_milestone_kind, fixture->turku, "Turku milestone");
  add_part (edit, &academy_milestone_kind, fixture->kuopio, "Kuopio milestone");
  academy_store_apply (fixture->window.window->store, edit, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->turku);
  g_clear_object (&fixture->kuopio);
  window_fixture_tear_down (&fixture->window);
}

static void
gone_cb (gpointer  seen,
         GObject  *object)
{
  g_hash_table_remove (seen, object);
}

static gboolean
watch (GHashTable *seen,
       gpointer    object)
{
  if (!g_hash_table_add (seen, object))
    return FALSE;

  g_object_weak_ref (object, gone_cb, seen);
  return TRUE;
}

static void
watch_menu (GHashTable *seen,
            GMenuModel *menu)
{
  static const char * const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  if (menu == NULL)
    return;

  watch (seen, menu);
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    for (guint j = 0; j < G_N_ELEMENTS (links); j++)
      {
        g_autoptr(GMenuModel) part = g_menu_model_get_item_link (menu, i, links[j]);

        watch_menu (seen, part);
      }
}

/* Watches the widgets within @root, and what they own. */
static void
watch_widgets (GHashTable *seen,
               GtkWidget  *root)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (root);

  watch (seen, root);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      watch (seen, controller);
    }
  if (gtk_widget_get_layout_manager (root) != NULL)
    watch (seen, gtk_widget_get_layout_manager (root));
  if (GTK_IS_MENU_BUTTON (root))
    watch_menu (seen, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (root)));
  if (GTK_IS_LIST_VIEW (root) && gtk_list_view_get_model (GTK_LIST_VIEW (root)) != NULL)
    watch (seen, gtk_list_view_get_model (GTK_LIST_VIEW (root)));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    watch_widgets (seen, child);
}

static void
stop_watching (GHashTable *seen)
{
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    g_object_weak_unref (object, gone_cb, seen);
  g_hash_table_remove_all (seen);
}

static guint
count_widgets (GtkWidget *root)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint count;

  watch_widgets (seen, root);
  count = g_hash_table_size (seen);
  stop_watching (seen);

  return count;
}

/* Whatever the window has shown and does not show any more is freed, but for the
 * overview, which stays. */
static void
test_keeps_nothing (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const views[] = { "situation", "opportunities", "plan", "timeline", "pilot", "risks", "sparring", "board" };
  static const char * const places[] = { "overview", "timeline", "mentoring", "people", "lessons" };
  AcademyWindow *window = fixture->window.window;
  AdwNavigationSplitView *split_view =
    ADW_NAVIGATION_SPLIT_VIEW (test_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWidget *overview;
  guint expected;

  for (guint i = 0; i < SWITCHES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (views); j++)
      {
        g_autoptr(AcademyItem) organisation = window_fixture_show (&fixture->window, "turku", views[j]);

        watch_widgets (seen, GTK_WIDGET (window));
        academy_window_show_place (window, academy_item_get_id (fixture->kuopio));
        test_settle (GTK_WIDGET (window));
        watch_widgets (seen, GTK_WIDGET (window));
        academy_window_show_place (window, places[j % G_N_ELEMENTS (places)]);
        test_settle (GTK_WIDGET (window));
        watch_widgets (seen, GTK_WIDGET (window));
      }

  academy_window_show_place (window, places[0]);
  test_settle (GTK_WIDGET (window));
  watch_widgets (seen, GTK_WIDGET (window));
  overview = GTK_WIDGET (adw_navigation_split_view_get_content (split_view));
  academy_window_show_place (window, places[1]);
  test_settle (GTK_WIDGET (window));
  watch_widgets (seen, GTK_WIDGET (window));

  expected = count_widgets (GTK_WIDGET (window)) + count_widgets (overview);
  g_assert_cmpuint (g_hash_table_size (seen), ==, expected);
  stop_watching (seen);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return test_find (GTK_WIDGET (fixture->window.window), type, text);
}

static void
show_kuopio (Fixture *fixture)
{
  academy_window_show_place (fixture->window.window, academy_item_get_id (fixture->kuopio));
  test_settle (GTK_WIDGET (fixture->window.window));
}

static GtkAdjustment *
get_adjustment (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
}

/* The page stays, and shows all of the other organisation from its beginning. */
static void
test_situation (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = window_fixture_show (&fixture->window, "turku", "situation");
  g_autofree char *title = academy_item_dup_title (fixture->kuopio, academy_language_get_default ());
  GtkWidget *page = find (fixture, ACADEMY_TYPE_ORGANISATION_PAGE, NULL);
  GtkWidget *form = find (fixture, ACADEMY_TYPE_FORM, NULL);
  GtkAdjustment *adjustment = get_adjustment (form);
  GtkWidget *row = find (fixture, ADW_TYPE_ACTION_ROW, "Turku goal");
  GtkWidget *focus;

  g_assert_nonnull (row);
  academy_form_start_first (ACADEMY_FORM (form));
  test_settle (GTK_WIDGET (fixture->window.window));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);

  show_kuopio (fixture);
  g_assert_true (find (fixture, ACADEMY_TYPE_ORGANISATION_PAGE, NULL) == page);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, title);
  g_assert_true (academy_form_get_item (ACADEMY_FORM (find (fixture, ACADEMY_TYPE_FORM, NULL))) ==
                 academy_organisation_page_get_item (ACADEMY_ORGANISATION_PAGE (page)));
  g_assert_null (find (fixture, ADW_TYPE_ACTION_ROW, "Turku goal"));
  g_assert_true (find (fixture, ADW_TYPE_ACTION_ROW, "Kuopio goal") == row);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window.window));
  g_assert_true (focus == NULL || !gtk_widget_is_ancestor (focus, form));
}

/* Opens the form of the plan itself, with its sections. */
static void
open_plan (Fixture *fixture)
{
  GtkWidget *label = find (fixture, GTK_TYPE_LABEL, "Action plan");

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  test_settle (GTK_WIDGET (fixture->window.window));
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = window_fixture_show (&fixture->window, "turku", "plan");
  GtkWidget *list = find (fixture, GTK_TYPE_LIST_VIEW, NULL);
  GtkAdjustment *adjustment = get_adjustment (list);
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  g_autoptr(AcademyItem) first = NULL;
  g_autoptr(GtkBitset) selected = NULL;

  gtk_list_view_scroll_to (GTK_LIST_VIEW (list), MANY_MEASURES - 1, GTK_LIST_SCROLL_SELECT, NULL);
  test_settle (GTK_WIDGET (fixture->window.window));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);

  show_kuopio (fixture);
  selected = gtk_selection_model_get_selection (selection);
  g_assert_true (gtk_bitset_is_empty (selected));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  first = g_list_model_get_item (G_LIST_MODEL (selection), 0);
  g_assert_cmpstr (academy_item_get_owner (first), ==, academy_item_get_id (fixture->kuopio));
  open_plan (fixture);
  g_assert_null (find (fixture, ADW_TYPE_ACTION_ROW, "Turku milestone"));
  g_assert_nonnull (find (fixture, ADW_TYPE_ACTION_ROW, "Kuopio milestone"));
}

/* Views that are not visible are of the new organisation, too, when they are shown. */
static void
test_other_views (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) turku = window_fixture_show (&fixture->window, "turku", "plan");
  g_autoptr(AcademyItem) situation = window_fixture_show (&fixture->window, "turku", "situation");
  g_autoptr(AcademyItem) kuopio = NULL;

  show_kuopio (fixture);
  kuopio = window_fixture_show (&fixture->window, "kuopio", "plan");
  open_plan (fixture);
  g_assert_nonnull (find (fixture, ADW_TYPE_ACTION_ROW, "Kuopio milestone"));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add ("/switch/keeps-nothing", Fixture, NULL, set_up, test_keeps_nothing, tear_down);
  g_test_add ("/switch/situation", Fixture, NULL, set_up, test_situation, tear_down);
  g_test_add ("/switch/plan", Fixture, NULL, set_up, test_plan, tear_down);
  g_test_add ("/switch/other-views", Fixture, NULL, set_up, test_other_views, tear_down);

  return test_display_run ();
}
