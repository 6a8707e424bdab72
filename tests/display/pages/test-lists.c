/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kinds.h"
#include "academy-organisation-list.h"
#include "academy-organisations.h"
#include "academy-place-row.h"
#include "academy-places.h"
#include "academy-sidebar.h"
#include "test-display.h"

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;

  /* Borrowed */
  GtkWidget    *widget;
  GtkWidget    *window;
  GtkListBox   *list;

  guint         n_selections;
} Fixture;

static void
row_selected_cb (Fixture *fixture)
{
  fixture->n_selections++;
}

static const char *
get_name (gpointer row)
{
  return ACADEMY_IS_PLACE_ROW (row) ? academy_place_row_get_place (row)
                                    : g_variant_get_string (gtk_actionable_get_action_target_value (row), NULL);
}

static GtkListBoxRow *
find_row (Fixture    *fixture,
          const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (fixture->list, i)) != NULL; i++)
    if (g_str_equal (get_name (row), name))
      return row;

  return NULL;
}

/* Rows whose action nobody has take no focus. */
static void
add_action (Fixture *fixture)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("show-organisation", G_VARIANT_TYPE_STRING);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

/* Turku is chosen in the list, and has the focus. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *id;

  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  id = academy_item_get_id (fixture->organisation);

  if (g_strcmp0 (data, "sidebar") == 0)
    {
      fixture->widget = g_object_new (ACADEMY_TYPE_SIDEBAR, NULL);
      academy_sidebar_set_store (ACADEMY_SIDEBAR (fixture->widget), fixture->store);
      academy_sidebar_select (ACADEMY_SIDEBAR (fixture->widget), id);
    }
  else
    {
      fixture->widget = academy_organisation_list_new (fixture->store);
    }
  fixture->window = test_present (fixture->widget);
  add_action (fixture);
  fixture->list = GTK_LIST_BOX (gtk_widget_get_ancestor (test_find (fixture->widget, GTK_TYPE_LABEL, "City of Turku"),
                                                         GTK_TYPE_LIST_BOX));
  gtk_widget_grab_focus (GTK_WIDGET (find_row (fixture, id)));
  g_signal_connect_swapped (fixture->list, "row-selected", G_CALLBACK (row_selected_cb), fixture);
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

static void
add_measure (Fixture *fixture)
{
  g_autoptr(AcademyItem) measure = academy_item_new_part (&academy_measure_kind,
                                                          academy_item_get_id (fixture->organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);

  g_object_set (measure, "title", "Train the buyers", NULL);
  academy_edit_create (edit, measure);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
}

static void
make_overdue (Fixture *fixture)
{
  g_autoptr(AcademyItem) measure = academy_store_get_first (fixture->store, &academy_measure_kind, NULL, NULL);

  test_set_text (fixture->store, measure, "end", "2021-10-01");
  test_settle (fixture->window);
  if (ACADEMY_IS_SIDEBAR (fixture->widget))
    g_assert_nonnull (test_find (fixture->widget, GTK_TYPE_IMAGE, "1 late"));
  else
    g_assert_nonnull (test_find (fixture->widget, GTK_TYPE_LABEL, "1 overdue"));
}

static void
present_plan (Fixture *fixture)
{
  g_autoptr(AcademyItem) plan = academy_store_get_first (fixture->store, &academy_plan_kind,
                                                         academy_item_get_id (fixture->organisation), NULL);

  test_set_text (fixture->store, plan, "status", "approved");
}

/* The row goes to another place. */
static void
rename_it (Fixture *fixture)
{
  int index = gtk_list_box_row_get_index (find_row (fixture, academy_item_get_id (fixture->organisation)));

  test_set_text (fixture->store, fixture->organisation, "name_en", "Åbo");
  test_set_text (fixture->store, fixture->organisation, "short_name_en", "Åbo");
  g_assert_cmpint (gtk_list_box_row_get_index (find_row (fixture, academy_item_get_id (fixture->organisation))), >, index);
  g_assert_nonnull (test_find (fixture->widget, GTK_TYPE_LABEL, "Åbo"));
}

static void
delete_another (Fixture *fixture)
{
  g_autoptr(AcademyItem) other = test_get_organisation (fixture->store, "kuopio");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.remove);

  academy_edit_delete (edit, other);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
}

static void
undo (Fixture *fixture)
{
  g_assert_true (academy_store_undo (fixture->store, NULL));
}

/* Whatever is edited, rows stay the same objects in the order of the names, and
 * nobody is told of a choice that nobody made. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  static void (* const edits[]) (Fixture *) = {
    add_measure, make_overdue, present_plan, rename_it, undo, undo, delete_another, undo,
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_autoptr(GPtrArray) organisations = NULL;
      GtkListBoxRow *row;

      for (int j = 0; (row = gtk_list_box_get_row_at_index (fixture->list, j)) != NULL; j++)
        g_ptr_array_add (before, g_object_ref (row));

      edits[i] (fixture);
      test_settle (fixture->window);

      organisations = academy_organisations_get (fixture->store, NULL);
      for (guint j = 0; j < before->len; j++)
        {
          const char *name = get_name (g_ptr_array_index (before, j));

          row = find_row (fixture, name);
          g_assert_true (row == NULL || row == g_ptr_array_index (before, j));
        }
      for (guint j = 0; j < organisations->len; j++)
        {
          const char *id = academy_item_get_id (g_ptr_array_index (organisations, j));
          int first = ACADEMY_IS_SIDEBAR (fixture->widget) ? ACADEMY_N_PLACES : 0;

          row = gtk_list_box_get_row_at_index (fixture->list, first + j);
          g_assert_cmpstr (get_name (row), ==, id);
        }
      g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);
      g_assert_cmpuint (fixture->n_selections, ==, 0);
    }
}

/* Where the row was that had the focus there is its neighbour afterwards. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.remove);
  GtkListBoxRow *row = find_row (fixture, academy_item_get_id (fixture->organisation));
  int index = gtk_list_box_row_get_index (row);
  GtkListBoxRow *neighbour = gtk_list_box_get_row_at_index (fixture->list, index + 1);

  if (neighbour == NULL)
    neighbour = gtk_list_box_get_row_at_index (fixture->list, index - 1);
  academy_edit_delete (edit, fixture->organisation);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);
  g_assert_null (find_row (fixture, academy_item_get_id (fixture->organisation)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (neighbour));
}

/* What to do first in a new programme is the first thing on its page. */
static void
test_empty_organisations (void)
{
  g_autoptr(AcademyStore) store = test_create_programme ("empty");
  g_autoptr(AcademyItem) programme = academy_store_get_first (store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) organisation = academy_item_new_part (&academy_organisation_kind,
                                                               academy_item_get_id (programme));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.add);
  GtkWidget *window = test_present (academy_organisation_list_new (store));
  GtkWidget *row = gtk_widget_get_ancestor (test_find (window, GTK_TYPE_LABEL, "Write a name, or paste a list of names."),
                                            ADW_TYPE_ACTION_ROW);

  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.add-organisations");

  g_object_set (organisation, "name_fi", "Kuvitelma", "slug", "kuvitelma", NULL);
  academy_edit_create (edit, organisation);
  g_assert_true (academy_store_apply (store, edit, NULL));
  test_settle (window);
  g_assert_false (gtk_widget_get_visible (row));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  static const char * const lists[] = { "sidebar", "organisations" };
  static const struct {
    const char *name;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "kept", test_kept },
    { "deleted", test_deleted },
  };

  test_display_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path = g_strdup_printf ("/lists/%s/%s", lists[i], tests[j].name);

        g_test_add (path, Fixture, lists[i], set_up, tests[j].test, tear_down);
      }
  g_test_add_func ("/lists/empty-organisations", test_empty_organisations);

  return test_display_run ();
}
