/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-attention.h"
#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-new-organisation.h"
#include "academy-organisation-page.h"
#include "academy-page-title.h"
#include "academy-places.h"
#include "academy-table.h"
#include "plan-fixture.h"
#include "window-fixture.h"

typedef WindowFixture Fixture;

/* A day by which all that can be late is late. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GDate today;

  g_assert_true (academy_date_from_text ("2022-02-14", &today, NULL));
  academy_clock_set_today (&today);
  window_fixture_set_up (fixture, "2021");
  window_fixture_open (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (fixture);
  academy_clock_set_today (NULL);
}

/* Adds twenty items of a kind, and returns one that is late and not among the first. */
static AcademyItem *
add_late (Fixture           *fixture,
          const AcademyKind *kind,
          AcademyItem       *organisation)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  guint n_items = (kind->flags & ACADEMY_KIND_SINGLE) != 0 ? 1 : 40;
  AcademyItem *late = NULL;
  GDate day;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(AcademyItem) item = academy_item_new_part (kind, academy_item_get_id (organisation));
      g_autofree char *title = g_strdup_printf ("%s %02u", kind->name, i);

      if (academy_kind_find_field (kind, "title") != NULL)
        g_object_set (item, "title", title, NULL);
      g_assert_true (academy_date_from_text (i + 1 == n_items ? "2022-02-01" : "2024-01-01", &day, NULL));
      g_object_set (item, kind->end, &day, NULL);
      academy_edit_create (edit, item);
      if (i + 1 == n_items)
        late = g_steal_pointer (&item);
    }
  g_assert_true (academy_store_apply (fixture->window->store, edit, NULL));

  return late;
}

/* Whether the focus is on the row of an item, where it is seen. */
static void
assert_seen (Fixture     *fixture,
             AcademyItem *item)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *table;
  g_autofree char *title = academy_item_dup_title (item, academy_language_get_default ());
  graphene_rect_t bounds;

  g_assert_nonnull (focus);
  table = gtk_widget_get_ancestor (focus, ACADEMY_TYPE_TABLE);
  if (table != NULL)
    g_assert_true (academy_table_get_item (ACADEMY_TABLE (table)) == item);
  else
    g_assert_cmpstr (test_get_text (focus), ==, title);
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (window)));
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_true (gtk_widget_compute_bounds (focus, window, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (window));
}

/* All that the overview leads to has the focus in its place. */
static void
test_attention (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->window->store, "turku");

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *owner = academy_kind_get_owner (*kind);
      g_autoptr(AcademyItem) late = NULL;

      if (((*kind)->flags & ACADEMY_KIND_WORK) == 0 || owner == NULL || !g_str_equal (owner->target, "organisation"))
        continue;

      g_test_message ("%s", (*kind)->name);
      late = add_late (fixture, *kind, organisation);
      for (guint i = 0; i < 2; i++)
        {
          academy_window_show_place (fixture->window, "overview");
          test_settle (GTK_WIDGET (fixture->window));
          gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), FALSE);
          gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-item", "(ss)", (*kind)->name,
                                      academy_item_get_id (late));
          test_settle (GTK_WIDGET (fixture->window));
          assert_seen (fixture, late);
        }
    }
}

/* The sidebar counts what the overview lists, of whatever kind. */
static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->window->store, "turku");
  GtkWidget *sidebar = GTK_WIDGET (fixture->window->sidebar);
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(AcademyItem) follow_up = NULL;

  g_assert_null (test_find (sidebar, GTK_TYPE_IMAGE, "1 late"));
  follow_up = add_late (fixture, &academy_follow_up_kind, organisation);
  test_settle (sidebar);
  g_assert_nonnull (test_find (sidebar, GTK_TYPE_IMAGE, "1 late"));
  measure = add_late (fixture, &academy_measure_kind, organisation);
  test_settle (sidebar);
  g_assert_nonnull (test_find (sidebar, GTK_TYPE_IMAGE, "2 late"));
  g_assert_nonnull (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Late (2)"));
}

static void
go_back (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  test_settle (GTK_WIDGET (fixture->window));
}

/* Back leads to where one came from, in the same view, past what is gone. */
static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) turku = test_get_organisation (fixture->window->store, "turku");
  g_autoptr(AcademyItem) kuopio = test_get_organisation (fixture->window->store, "kuopio");
  g_autoptr(AcademyItem) measure = add_late (fixture, &academy_measure_kind, turku);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.remove);
  AcademyOrganisationPage *page;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-item", "(ss)", "measure", academy_item_get_id (measure));
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (turku));
  academy_window_show_place (fixture->window, academy_item_get_id (kuopio));
  academy_window_show_place (fixture->window, "people");
  go_back (fixture);
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (kuopio));
  go_back (fixture);
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (turku));
  page = ACADEMY_ORGANISATION_PAGE (adw_navigation_split_view_get_content (fixture->window->split_view));
  g_assert_cmpstr (academy_organisation_page_get_view (page), ==, "plan");
  go_back (fixture);
  g_assert_cmpstr (fixture->window->place, ==, "overview");
  go_back (fixture);
  g_assert_cmpstr (fixture->window->place, ==, "overview");

  academy_window_show_place (fixture->window, academy_item_get_id (kuopio));
  academy_window_show_place (fixture->window, "people");
  academy_edit_delete (edit, kuopio);
  g_assert_true (academy_store_apply (fixture->window->store, edit, NULL));
  go_back (fixture);
  g_assert_cmpstr (fixture->window->place, ==, "overview");
}

/* Back, the focus is on the row that one went from. */
static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(AcademyItem) turku = test_get_organisation (fixture->window->store, "turku");
  g_autoptr(AcademyItem) measure = add_late (fixture, &academy_measure_kind, turku);
  g_autofree char *title = academy_item_dup_title (measure, academy_language_get_default ());
  GtkWidget *row;

  test_settle (GTK_WIDGET (fixture->window));
  row = test_find (GTK_WIDGET (fixture->window->home), ADW_TYPE_ACTION_ROW, title);
  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  gtk_widget_activate (row);
  test_settle (GTK_WIDGET (fixture->window));
  assert_seen (fixture, measure);
  academy_window_show_place (fixture->window, "people");
  test_settle (GTK_WIDGET (fixture->window));
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), FALSE);
  go_back (fixture);
  assert_seen (fixture, measure);
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), FALSE);
  go_back (fixture);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row);
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (fixture->window)));
}

static gboolean
is_back_offered (Fixture *fixture)
{
  GtkWidget *shown = GTK_WIDGET (adw_navigation_split_view_get_content (fixture->window->split_view));

  return test_find (shown, GTK_TYPE_BUTTON, "Go back (Alt+Left)") != NULL;
}

/* Who followed something sees the way back; who chose a place in the sidebar came from
 * nowhere. */
static void
test_button (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) turku = test_get_organisation (fixture->window->store, "turku");
  g_autoptr(AcademyItem) kuopio = test_get_organisation (fixture->window->store, "kuopio");

  test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (is_back_offered (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-organisation", "s", academy_item_get_id (turku));
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (is_back_offered (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-organisation", "s", academy_item_get_id (kuopio));
  g_assert_true (is_back_offered (fixture));
  go_back (fixture);
  g_assert_true (is_back_offered (fixture));
  go_back (fixture);
  g_assert_cmpstr (fixture->window->place, ==, "overview");
  g_assert_false (is_back_offered (fixture));

  g_signal_emit_by_name (fixture->window->sidebar, "place-chosen", academy_item_get_id (turku), TRUE);
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (fixture->window->place, ==, academy_item_get_id (turku));
  g_assert_false (is_back_offered (fixture));
}

static void
assert_focus_on_click (GtkWidget *widget,
                       guint     *n_buttons)
{
  if (GTK_IS_TOGGLE_BUTTON (widget))
    {
      g_assert_true (gtk_widget_get_focus_on_click (widget));
      (*n_buttons)++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_focus_on_click (child, n_buttons);
}

/* A view that is clicked takes the focus from wherever it was, such as a menu. */
static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) turku = test_get_organisation (fixture->window->store, "turku");
  guint n_buttons = 0;

  academy_window_show_place (fixture->window, academy_item_get_id (turku));
  test_settle (GTK_WIDGET (fixture->window));
  assert_focus_on_click (test_find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_SWITCHER, NULL), &n_buttons);
  g_assert_cmpuint (n_buttons, >=, 5);
}

/* Returns the heading of the page that is shown, or else what its header bar has below
 * the title. */
static const char *
get_whose (Fixture *fixture)
{
  GtkWidget *page = GTK_WIDGET (adw_navigation_split_view_get_content (fixture->window->split_view));
  GtkWidget *heading;

  test_settle (GTK_WIDGET (fixture->window));
  heading = test_find (page, ACADEMY_TYPE_PAGE_TITLE, NULL);
  return heading != NULL ? test_get_text (test_find (heading, GTK_TYPE_LABEL, NULL))
                         : adw_window_title_get_subtitle (ADW_WINDOW_TITLE (test_find (page, ADW_TYPE_WINDOW_TITLE, NULL)));
}

/* Returns the name of an organisation in the header bar of its page. */
static GtkWidget *
find_name (Fixture    *fixture,
           const char *name)
{
  GtkWidget *page = GTK_WIDGET (academy_window_get_organisation_page (fixture->window));

  return test_find (test_find (page, ADW_TYPE_HEADER_BAR, NULL), GTK_TYPE_LABEL, name);
}

/* Each page says whose it is, and goes on to when that is given another name. */
static void
test_whose (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *programme = academy_item_dup_title (fixture->window->programme, academy_language_get_default ());
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->window->store, "turku");

  for (guint i = 0; i < G_N_ELEMENTS (academy_places); i++)
    {
      academy_window_show_place (fixture->window, academy_places[i].name);
      g_assert_cmpstr (get_whose (fixture), ==, programme);
    }
  test_set_text (fixture->window->store, fixture->window->programme, "name_en", "Another Academy");
  g_assert_cmpstr (get_whose (fixture), ==, "Another Academy");

  academy_window_show_place (fixture->window, academy_item_get_id (organisation));
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (find_name (fixture, "City of Turku"));
  test_set_text (fixture->window->store, organisation, "short_name_en", "Abo");
  g_assert_nonnull (find_name (fixture, "Abo"));
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  window_fixture_set_up (fixture, "empty");
  window_fixture_open (fixture);
}

/* What comes first in a new programme can be done on each of its empty pages. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  const char *places[] = { "timeline", "mentoring", "lessons" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *button;
      AdwDialog *dialog;

      academy_window_show_place (fixture->window, places[i]);
      test_settle (GTK_WIDGET (fixture->window));
      button = gtk_widget_get_ancestor (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Add organisation"),
                                        GTK_TYPE_BUTTON);
      g_assert_true (gtk_widget_is_sensitive (button));
      g_signal_emit_by_name (button, "clicked");
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
      g_assert_true (ACADEMY_IS_NEW_ORGANISATION (dialog));
      adw_dialog_force_close (dialog);
      test_settle (GTK_WIDGET (fixture->window));
    }
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add ("/navigation/back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/navigation/button", Fixture, NULL, set_up, test_button, tear_down);
  g_test_add ("/navigation/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/navigation/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add ("/navigation/late", Fixture, NULL, set_up, test_late, tear_down);
  g_test_add ("/navigation/attention", Fixture, NULL, set_up, test_attention, tear_down);
  g_test_add ("/navigation/whose", Fixture, NULL, set_up, test_whose, tear_down);
  g_test_add ("/navigation/empty", Fixture, NULL, set_up_empty, test_empty, tear_down);

  return test_display_run ();
}
