/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-lessons-page.h"
#include "test-display.h"

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *programme;

  /* Borrowed */
  GtkWidget    *page;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = test_create_programme ("2021");
  fixture->programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  fixture->page = GTK_WIDGET (academy_lessons_page_new (fixture->store, fixture->programme));
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
  g_assert_finalize_object (fixture->programme);
  g_assert_finalize_object (fixture->store);
}

static void
add_lesson (Fixture    *fixture,
            const char *slug,
            const char *title)
{
  g_autoptr(AcademyItem) organisation = test_get_organisation (fixture->store, slug);
  g_autoptr(AcademyItem) lesson = academy_item_new_part (&academy_lesson_kind, academy_item_get_id (organisation));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_lesson_kind.add);

  g_object_set (lesson, "title", title, NULL);
  academy_edit_create (edit, lesson);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  test_settle (fixture->window);
  return test_find (fixture->page, GTK_TYPE_LABEL, text) != NULL;
}

static GtkWidget *
get_dialog (Fixture *fixture)
{
  return (GtkWidget *) adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static gboolean
has_list (gpointer data)
{
  GtkWidget *dialog = get_dialog (data);

  return dialog != NULL && test_find (dialog, GTK_TYPE_LIST_VIEW, NULL) != NULL;
}

static gboolean
has_form (gpointer data)
{
  GtkWidget *dialog = get_dialog (data);

  return dialog != NULL && test_find (dialog, ACADEMY_TYPE_FORM, NULL) != NULL;
}

/* The empty page offers to add; the organisation is chosen, then the lesson written. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *search, *form;
  AcademyItem *lesson;
  g_autoptr(AcademyItem) turku = test_get_organisation (fixture->store, "turku");

  g_assert_true (says (fixture, "No lessons yet"));
  g_signal_emit_by_name (test_find (fixture->page, GTK_TYPE_BUTTON, "Add lesson"), "clicked");
  test_wait_for (has_list, fixture);
  search = test_find (get_dialog (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "turku");
  g_signal_emit_by_name (search, "activate");
  test_wait_for (has_form, fixture);
  form = test_find (get_dialog (fixture), ACADEMY_TYPE_FORM, NULL);
  lesson = academy_form_get_item (ACADEMY_FORM (form));
  g_assert_cmpstr (academy_item_get_owner (lesson), ==, academy_item_get_id (turku));
  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
}

/* Lessons stand below their organisation; a search is there when they are many. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *search;

  add_lesson (fixture, "turku", "Ask early");
  g_assert_true (says (fixture, "City of Turku") && says (fixture, "Ask early"));
  g_assert_null (test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL));
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("Lesson %u", i);

      add_lesson (fixture, "kuopio", title);
    }
  test_settle (fixture->window);

  search = test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_nonnull (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "EARLY");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (says (fixture, "Ask early"));
  g_assert_false (says (fixture, "Lesson 1"));
  gtk_editable_set_text (GTK_EDITABLE (search), "no such");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (says (fixture, "Nothing found"));
  g_signal_emit_by_name (search, "stop-search");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (says (fixture, "Lesson 1"));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);
  g_autofree char *text = NULL;

  add_lesson (fixture, "turku", "Ask early");
  test_settle (fixture->window);
  g_signal_emit_by_name (test_find (fixture->page, GTK_TYPE_BUTTON, "Copy all lessons"), "clicked");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  text = test_read_clipboard (clipboard);
  g_assert_cmpstr (text, ==, "Lessons\n\nCity of Turku\n– Ask early\n");
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
  add_test ("/lessons/add", test_add);
  add_test ("/lessons/search", test_search);
  add_test ("/lessons/copy", test_copy);

  return test_display_run ();
}
