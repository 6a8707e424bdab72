/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-history-page.h"
#include "academy-kinds.h"
#include "test-display.h"

/* More than are read at once. */
#define MANY_EDITS 300

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *turku;

  /* Borrowed */
  GtkWidget    *page;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = test_create_programme ("2021");
  fixture->turku = test_get_organisation (fixture->store, "turku");
  g_object_set (fixture->store, "author", "Maija", NULL);
}

static void
show (Fixture    *fixture,
      const char *organisation)
{
  fixture->page = GTK_WIDGET (academy_history_page_new (fixture->store, organisation));
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
  g_assert_finalize_object (fixture->turku);
  g_assert_finalize_object (fixture->store);
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  test_settle (fixture->window);
  return test_find (fixture->page, GTK_TYPE_LABEL, text) != NULL;
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return test_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL);
}

static gboolean
shows_page (Fixture    *fixture,
            const char *name)
{
  GtkWidget *stack = test_find (fixture->page, GTK_TYPE_STACK, NULL);

  test_settle (fixture->window);
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), name);
}

static void
expand (Fixture *fixture,
        guint    position)
{
  test_settle (fixture->window);
  g_signal_emit_by_name (get_list (fixture), "activate", position);
  test_settle (fixture->window);
}

static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = test_find (fixture->page, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  test_settle (fixture->window);
}

static void
choose (Fixture    *fixture,
        const char *action,
        const char *value)
{
  GtkWidget *button = test_find (fixture->page, GTK_TYPE_MENU_BUTTON, NULL);

  g_assert_true (gtk_widget_activate_action (button, action, "s", value));
  test_settle (fixture->window);
}

/* An organisation that nobody has changed has no filters that hide anything. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  show (fixture, academy_item_get_id (fixture->turku));
  g_assert_true (shows_page (fixture, "empty"));
  choose (fixture, "history.kind", "measure");
  g_assert_true (shows_page (fixture, "nothing-found"));
}

/* What was changed, by whom, and the value before, which comes back. */
static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  test_set_text (fixture->store, fixture->turku, "note", "First");
  test_set_text (fixture->store, fixture->turku, "note", "Second");
  show (fixture, NULL);

  g_assert_true (says (fixture, "Today"));
  g_assert_true (says (fixture, "Change of organisation · City of Turku"));
  g_assert_true (says (fixture, "Notes: First → Second"));
  g_assert_null (test_find (fixture->page, GTK_TYPE_BUTTON, "_Restore “First”"));

  expand (fixture, 0);
  press (fixture, "_Restore “First”");
  g_assert_cmpstr (academy_item_get_text (fixture->turku, "note"), ==, "First");
  g_assert_true (says (fixture, "Notes: Second → First"));

  /* The entry that was expanded still is, below the new one. */
  g_assert_nonnull (test_find (fixture->page, GTK_TYPE_BUTTON, "_Restore “First”"));
  g_assert_false (gtk_widget_get_sensitive (test_find (fixture->page, GTK_TYPE_BUTTON, "_Restore “First”")));
  expand (fixture, 1);
  g_assert_null (test_find (fixture->page, GTK_TYPE_BUTTON, "_Restore “First”"));

  /* What had no value is emptied again. */
  expand (fixture, 2);
  press (fixture, "_Empty again");
  g_assert_null (academy_item_get_text (fixture->turku, "note"));
}

static void
test_bring_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) risk = academy_item_new_part (&academy_risk_kind, academy_item_get_id (fixture->turku));
  g_autoptr(AcademyEdit) add = academy_edit_new (academy_risk_kind.add);
  g_autoptr(AcademyEdit) remove = academy_edit_new (academy_risk_kind.remove);
  g_autoptr(AcademyItem) back = NULL;

  g_object_set (risk, "title", "Late delivery", NULL);
  academy_edit_create (add, risk);
  g_assert_true (academy_store_apply (fixture->store, add, NULL));
  academy_edit_delete (remove, risk);
  g_assert_true (academy_store_apply (fixture->store, remove, NULL));
  show (fixture, NULL);

  expand (fixture, 0);
  g_assert_null (test_find (fixture->page, GTK_TYPE_BUTTON, "_Show"));
  press (fixture, "_Bring back");
  back = academy_store_get (fixture->store, &academy_risk_kind, academy_item_get_id (risk), NULL);
  g_assert_nonnull (back);
  g_assert_null (test_find (fixture->page, GTK_TYPE_BUTTON, "_Bring back"));
  g_assert_nonnull (test_find (fixture->page, GTK_TYPE_BUTTON, "_Show"));
}

/* The history of an organisation is that of all with a filter. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) other = test_get_organisation (fixture->store, "kuopio");
  GtkWidget *search;

  test_set_text (fixture->store, fixture->turku, "note", "Apples");
  g_object_set (fixture->store, "author", "Kalle", NULL);
  test_set_text (fixture->store, other, "note", "Pears");
  show (fixture, academy_item_get_id (fixture->turku));

  g_assert_true (says (fixture, "Notes: – → Apples"));
  g_assert_true (says (fixture, "City of Turku"));
  g_assert_false (says (fixture, "Notes: – → Pears"));
  choose (fixture, "history.organisation", "");
  g_assert_true (says (fixture, "Notes: – → Pears"));
  choose (fixture, "history.author", "Maija");
  g_assert_false (says (fixture, "Notes: – → Pears"));
  choose (fixture, "history.kind", "measure");
  g_assert_true (says (fixture, "Nothing found"));
  press (fixture, "_Clear Filters");
  g_assert_true (says (fixture, "Notes: – → Pears"));
  choose (fixture, "history.period", "weeks");
  g_assert_true (says (fixture, "Last 4 weeks"));
  g_assert_true (says (fixture, "Notes: – → Pears"));

  search = test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (test_press_on (fixture->page, GTK_PHASE_BUBBLE, "<Control>f"));
  g_assert_nonnull (gtk_widget_get_focus_child (search));
  gtk_editable_set_text (GTK_EDITABLE (search), "appl");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (says (fixture, "Notes: – → Apples"));
  g_assert_false (says (fixture, "Notes: – → Pears"));
  g_signal_emit_by_name (search, "stop-search");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (says (fixture, "Notes: – → Pears"));
}

/* The label whose text ends so. */
static GtkWidget *
find_ending (GtkWidget  *root,
             const char *end)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && g_str_has_suffix (gtk_label_get_text (GTK_LABEL (root)), end))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_ending (child, end);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What was typed and typed over is not told; copying tells what is seen. */
static void
test_net (Fixture       *fixture,
          gconstpointer  data)
{
  GdkClipboard *clipboard;
  GtkWidget *toggles;
  g_autofree char *text = NULL;

  test_set_text (fixture->store, fixture->turku, "note", "First");
  test_set_text (fixture->store, fixture->turku, "note", "Second");
  show (fixture, academy_item_get_id (fixture->turku));
  choose (fixture, "history.period", "weeks");
  toggles = test_find (fixture->page, ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggles), "net");
  test_settle (fixture->window);
  g_assert_false (says (fixture, "Notes: First → Second"));

  clipboard = gtk_widget_get_clipboard (fixture->page);
  press (fixture, "Copy what changed");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  text = test_read_clipboard (clipboard);
  g_assert_nonnull (strstr (text, "City of Turku"));
  g_assert_null (strstr (text, "First"));
}

/* What must not leave the file is marked on screen, and is not copied. */
static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) note = academy_item_new_part (&academy_note_kind, academy_item_get_id (fixture->turku));
  g_autoptr(AcademyEdit) add = academy_edit_new (academy_note_kind.add);
  GtkWidget *toggles;
  g_autofree char *text = NULL;

  g_object_set (note, "text", "They fear the market", "private", TRUE, NULL);
  academy_edit_create (add, note);
  g_assert_true (academy_store_apply (fixture->store, add, NULL));
  show (fixture, academy_item_get_id (fixture->turku));
  test_settle (fixture->window);
  g_assert_nonnull (find_ending (fixture->page, " · City of Turku · Private"));

  choose (fixture, "history.period", "weeks");
  toggles = test_find (fixture->page, ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggles), "net");
  g_assert_true (says (fixture, "Note “They fear the market” was added."));
  g_assert_true (says (fixture, "City of Turku · Private"));
  press (fixture, "Copy what changed");
  text = test_read_clipboard (gtk_widget_get_clipboard (fixture->page));
  g_assert_null (strstr (text, "They fear the market"));

  test_set_text (fixture->store, note, "private", "false");
  test_settle (fixture->window);
  g_assert_true (says (fixture, "City of Turku"));
  g_assert_false (says (fixture, "City of Turku · Private"));
}

/* Only what is looked at is read. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  GtkSelectionModel *model;
  GtkAdjustment *adjustment;
  guint n_first;

  for (guint i = 0; i < MANY_EDITS; i++)
    {
      g_autofree char *note = g_strdup_printf ("Note %u", i);

      test_set_text (fixture->store, fixture->turku, "note", note);
    }
  show (fixture, NULL);
  test_settle (fixture->window);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture)));
  n_first = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_assert_cmpuint (n_first, <, MANY_EDITS / 2);

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (fixture)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  test_settle (fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >, n_first);
}

static void
add_test (const char *path,
          void      (*func) (Fixture       *fixture,
                             gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  add_test ("/history-page/empty", test_empty);
  add_test ("/history-page/restore", test_restore);
  add_test ("/history-page/bring-back", test_bring_back);
  add_test ("/history-page/filter", test_filter);
  add_test ("/history-page/net", test_net);
  add_test ("/history-page/private", test_private);
  add_test ("/history-page/many", test_many);

  return test_display_run ();
}
