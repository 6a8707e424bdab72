/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-cell.h"
#include "academy-descendant.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-matrix-mark.h"
#include "academy-organisation-page.h"
#include "academy-store-private.h"
#include "academy-paste-dialog.h"
#include "academy-table-pane.h"
#include "academy-table-tools.h"
#include "plan-fixture.h"
#include "test-display.h"

/* The views of an organisation that are tables. */
static const struct {
  const char        *view;
  const AcademyKind *kind;
  const char        *numbers[2];
  const char        *bulk;
} tables[] = {
  { "plan", &academy_measure_kind, { NULL }, "Status" },
  { "opportunities", &academy_opportunity_kind, { "impact", "feasibility" }, "Choice" },
  { "risks", &academy_risk_kind, { "probability", "effect" }, "Owner role" },
};

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;

  /* Borrowed */
  GtkWidget    *page;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
}

static void
show (Fixture *fixture,
      guint    i)
{
  fixture->page = GTK_WIDGET (academy_organisation_page_new (fixture->store, fixture->organisation, tables[i].view));
  fixture->window = test_present (fixture->page);
}

static gboolean
has_preview (gpointer data)
{
  return ACADEMY_IS_PASTE_DIALOG (adw_window_get_visible_dialog (data));
}

static void
hide (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->organisation);
  g_assert_finalize_object (fixture->store);
}

static AcademyItem *
add (Fixture           *fixture,
     const AcademyKind *kind,
     const char        *title)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  AcademyItem *item = academy_item_new_part (kind, academy_item_get_id (fixture->organisation));

  g_object_set (item, "title", title, NULL);
  academy_edit_create (edit, item);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));

  return item;
}

/* Returns the form beside or over the table. */
static AcademyForm *
get_form (Fixture *fixture)
{
  GtkWidget *form = test_find (test_find (fixture->page, ACADEMY_TYPE_ASIDE, NULL), ACADEMY_TYPE_FORM, NULL);

  return form != NULL ? ACADEMY_FORM (form) : NULL;
}

/* Returns its item. */
static AcademyItem *
get_open (Fixture *fixture)
{
  return get_form (fixture) != NULL ? academy_form_get_item (get_form (fixture)) : NULL;
}

static gboolean
is_aside_shown (Fixture *fixture)
{
  GtkWidget *aside = test_find (fixture->page, ACADEMY_TYPE_ASIDE, NULL);
  graphene_rect_t bounds;

  return aside != NULL && gtk_widget_get_child_visible (aside) &&
         gtk_widget_compute_bounds (aside, fixture->window, &bounds) &&
         bounds.origin.x < gtk_widget_get_width (fixture->window);
}

/* Each has the table, its tools and its form, and the last row adds an item. */
static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(AcademyItem) first = NULL;
      g_autoptr(AcademyItem) second = NULL;
      gint64 n_items;

      show (fixture, i);
      g_assert_null (test_find (fixture->page, ACADEMY_TYPE_TABLE, NULL));
      academy_organisation_page_add (ACADEMY_ORGANISATION_PAGE (fixture->page));
      test_settle (fixture->window);
      g_assert_true (academy_table_model_is_new (academy_table_get_model (plan_get_table (fixture->page)),
                                                 academy_table_get_item (plan_get_table (fixture->page))));
      academy_table_cancel (plan_get_table (fixture->page));

      first = add (fixture, tables[i].kind, "A first");
      second = add (fixture, tables[i].kind, "B second");
      test_settle (fixture->window);
      g_assert_nonnull (test_find (fixture->page, ACADEMY_TYPE_CELL, "A first"));
      plan_open (fixture->page, plan_get_position (fixture->page, first));
      g_assert_true (get_open (fixture) == first);
      plan_select (fixture->page, plan_get_position (fixture->page, second));
      g_assert_true (get_open (fixture) == second);

      gtk_selection_model_select_all (GTK_SELECTION_MODEL (academy_table_get_model (plan_get_table (fixture->page))));
      test_settle (fixture->window);
      g_assert_nonnull (test_find (fixture->page, GTK_TYPE_LABEL, tables[i].bulk));
      plan_activate (fixture->page, "pane.close");
      gtk_selection_model_select_all (GTK_SELECTION_MODEL (academy_table_get_model (plan_get_table (fixture->page))));
      plan_activate (fixture->page, "pane.delete");
      test_settle (fixture->window);
      academy_store_count (fixture->store, tables[i].kind, academy_item_get_id (fixture->organisation), &n_items, NULL);
      g_assert_cmpint (n_items, ==, 0);
      hide (fixture);
    }
}

/* A narrow window has a list, whose rows open the form. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(AcademyItem) item = add (fixture, tables[i].kind, "Something");
      GtkWidget *list;

      show (fixture, i);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
      test_settle (fixture->window);
      g_assert_null (test_find (fixture->page, ACADEMY_TYPE_TABLE, NULL));
      g_assert_nonnull (test_find (fixture->page, GTK_TYPE_INSCRIPTION, "Something"));
      list = test_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL);
      g_signal_emit_by_name (list, "activate", 0);
      test_settle (fixture->window);
      g_assert_true (get_open (fixture) == item);
      g_assert_true (is_aside_shown (fixture));

      /* Escape saves what is typed, and goes back to the list. */
      academy_form_start (get_form (fixture), "title");
      test_settle (fixture->window);
      g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (fixture->window))));
      gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (fixture->window))), "Else");
      g_assert_true (test_press_key (fixture->window, "Escape"));
      test_settle (fixture->window);
      g_assert_false (is_aside_shown (fixture));
      g_assert_cmpstr (academy_item_get_text (item, "title"), ==, "Else");
      hide (fixture);
    }
}

/* Ctrl+F searches from the table, also while a cell is edited, and from the form. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) item = add (fixture, tables[0].kind, "Something");
  AcademyTable *table;
  GtkWidget *tools, *search;

  show (fixture, 0);
  table = plan_get_table (fixture->page);
  tools = test_find (fixture->page, ACADEMY_TYPE_TABLE_TOOLS, NULL);
  search = test_find (tools, GTK_TYPE_SEARCH_ENTRY, NULL);
  academy_table_focus (table, item, NULL);
  test_settle (fixture->window);
  g_assert_true (test_press_on (tools, GTK_PHASE_BUBBLE, "<Control>f"));
  g_assert_nonnull (gtk_widget_get_focus_child (search));

  academy_table_focus (table, item, NULL);
  test_settle (fixture->window);
  g_assert_true (academy_table_begin (table, FALSE));
  gtk_editable_set_text (GTK_EDITABLE (academy_editor_get_control (academy_table_get_editor (table))), "Else");
  g_assert_true (test_press_on (tools, GTK_PHASE_BUBBLE, "<Control>f"));
  g_assert_nonnull (gtk_widget_get_focus_child (search));
  g_assert_null (academy_table_get_editor (table));
  g_assert_cmpstr (academy_item_get_text (item, "title"), ==, "Else");

  plan_open (fixture->page, 0);
  academy_form_start (get_form (fixture), "title");
  test_settle (fixture->window);
  g_assert_true (test_press_on (tools, GTK_PHASE_BUBBLE, "<Control>f"));
  g_assert_nonnull (gtk_widget_get_focus_child (search));
  hide (fixture);
}

/* What has two numbers has a picture, which obeys the search, and whose marks open
 * the form. Without its numbers an item is shown in the table. */
static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(AcademyItem) item = add (fixture, tables[i].kind, "Placed");
      g_autoptr(AcademyItem) other = add (fixture, tables[i].kind, "Without numbers");
      GtkWidget *looks, *mark, *search;

      show (fixture, i);
      looks = test_find (test_find (fixture->page, ACADEMY_TYPE_TABLE_PANE, NULL), ADW_TYPE_TOGGLE_GROUP, NULL);
      if (tables[i].numbers[0] == NULL)
        {
          g_assert_null (looks);
          hide (fixture);
          continue;
        }

      for (guint j = 0; j < G_N_ELEMENTS (tables[i].numbers); j++)
        test_set_text (fixture->store, item, tables[i].numbers[j], "4");
      gtk_selection_model_select_all (GTK_SELECTION_MODEL (academy_table_get_model (plan_get_table (fixture->page))));
      test_settle (fixture->window);
      g_assert_nonnull (test_find (fixture->page, GTK_TYPE_LABEL, "2 selected"));
      adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (looks), "picture");
      test_settle (fixture->window);
      g_assert_null (test_find (fixture->page, GTK_TYPE_LABEL, "2 selected"));
      mark = test_find (fixture->page, ACADEMY_TYPE_MATRIX_MARK, NULL);
      g_assert_true (academy_matrix_mark_get_item (ACADEMY_MATRIX_MARK (mark)) == item);
      g_signal_emit_by_name (mark, "clicked");
      test_settle (fixture->window);
      g_assert_true (get_open (fixture) == item);
      plan_activate (fixture->page, "pane.close");
      test_settle (fixture->window);
      g_assert_true (gtk_widget_has_focus (mark));

      search = test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);
      gtk_editable_set_text (GTK_EDITABLE (search), "Without");
      g_signal_emit_by_name (search, "search-changed");
      test_settle (fixture->window);
      g_assert_null (test_find (fixture->page, ACADEMY_TYPE_MATRIX_MARK, NULL));
      gtk_editable_set_text (GTK_EDITABLE (search), "");
      g_signal_emit_by_name (search, "search-changed");

      academy_organisation_page_show_item (ACADEMY_ORGANISATION_PAGE (fixture->page), other, ACADEMY_SHOW_GO);
      test_settle (fixture->window);
      g_assert_true (academy_table_get_item (plan_get_table (fixture->page)) == other);
      hide (fixture);
    }
}

static int
count_list_cb (unsigned type,
               void    *data,
               void    *statement,
               void    *unused)
{
  const char *sql = sqlite3_sql (statement);

  if (strstr (sql, "FROM \"measure\"") != NULL && strstr (sql, "ORDER BY") != NULL)
    (*(guint *) data)++;
  return 0;
}

/* What the table is searched for, whether or not anything is found. */
static const char *
get_search (Fixture *fixture)
{
  AcademyTable *table = ACADEMY_TABLE (academy_descendant_find (fixture->page, ACADEMY_TYPE_TABLE));

  return academy_table_model_get_query (academy_table_get_model (table))->search;
}

/* The measures of another organisation are listed once, or again without the search. */
static void
test_listed_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AcademyItem) kuopio = test_get_organisation (fixture->store, "kuopio");
  sqlite3 *handle = academy_database_get_handle (fixture->store->database);
  GtkWidget *search;
  guint n_lists = 0;

  show (fixture, 0);
  sqlite3_trace_v2 (handle, SQLITE_TRACE_STMT, count_list_cb, &n_lists);
  academy_organisation_page_set_item (ACADEMY_ORGANISATION_PAGE (fixture->page), kuopio);
  sqlite3_trace_v2 (handle, 0, NULL, NULL);
  g_assert_cmpuint (n_lists, ==, 1);

  search = academy_descendant_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "Something");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpstr (get_search (fixture), ==, "Something");
  academy_organisation_page_set_item (ACADEMY_ORGANISATION_PAGE (fixture->page), fixture->organisation);
  g_assert_cmpstr (get_search (fixture), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  hide (fixture);
}

/* Rows can be pasted into a page without any, wherever the focus is but in a text. */
static void
test_paste_first (Fixture       *fixture,
                  gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\nFirst\nSecond\n", academy_kind_find_field (tables[i].kind, "title")->label);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes);
      GtkWidget *pane;

      show (fixture, i);
      test_settle (fixture->window);
      pane = test_find (fixture->page, ACADEMY_TYPE_TABLE_PANE, NULL);
      gdk_clipboard_set_content (gtk_widget_get_clipboard (pane), provider);
      gtk_root_set_focus (gtk_widget_get_root (pane), NULL);
      g_assert_true (test_press_on (pane, GTK_PHASE_BUBBLE, "<Control>v"));
      test_wait_for (has_preview, fixture->window);
      adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
      hide (fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add ("/table-pane/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/table-pane/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/table-pane/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/table-pane/picture", Fixture, NULL, set_up, test_picture, tear_down);
  g_test_add ("/table-pane/listed-once", Fixture, NULL, set_up, test_listed_once, tear_down);
  g_test_add ("/table-pane/paste-first", Fixture, NULL, set_up, test_paste_first, tear_down);

  return test_display_run ();
}
