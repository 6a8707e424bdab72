/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-list-dialog.h"
#include "academy-places.h"
#include "academy-section.h"
#include "test-display.h"

#define N_PEOPLE 312
#define MOST_ROWS 50

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *programme;

  /* Borrowed */
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_person_kind.add);

  fixture->store = test_create_programme ("empty");
  fixture->programme = academy_store_get_first (fixture->store, &academy_programme_kind, NULL, NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr(AcademyItem) person = academy_item_new_part (&academy_person_kind, academy_item_get_id (fixture->programme));
      g_autofree char *name = g_strdup_printf ("Person %03u", i);

      g_object_set (person, "name", name, NULL);
      academy_edit_create (edit, person);
    }
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  fixture->window = test_present (GTK_WIDGET (academy_places_create_page ("people", fixture->store, fixture->programme)));
}

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

static AcademyItem *
get_person (Fixture *fixture,
            guint    n)
{
  g_autoptr(GPtrArray) ids = academy_store_get_ids (fixture->store, &academy_person_kind, NULL, NULL);

  return academy_store_get (fixture->store, &academy_person_kind, g_ptr_array_index (ids, n), NULL);
}

static GtkWidget *
open_list (Fixture *fixture)
{
  GtkWidget *button = gtk_widget_get_ancestor (test_find (fixture->window, GTK_TYPE_LABEL, "Show all 312"), ADW_TYPE_BUTTON_ROW);
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate (button));
  test_settle (fixture->window);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_true (ACADEMY_IS_LIST_DIALOG (dialog));

  return dialog;
}

static void
test_first_rows (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(AcademyItem) first = get_person (fixture, 0);
  g_autoptr(AcademyItem) last = get_person (fixture, N_PEOPLE - 1);
  GtkWidget *button = test_find (fixture->window, GTK_TYPE_LABEL, "Show all 312");

  g_assert_nonnull (button);
  g_assert_nonnull (test_find (fixture->window, GTK_TYPE_LABEL, "Person 049"));
  g_assert_null (test_find (fixture->window, GTK_TYPE_LABEL, "Person 050"));

  /* What undo shows may have no row. */
  g_assert_true (academy_sections_focus_item (fixture->window, academy_item_get_id (first)));
  g_assert_true (test_is_named (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "Person 000"));
  g_assert_true (academy_sections_focus_item (fixture->window, academy_item_get_id (last)));
  g_assert_true (gtk_widget_is_ancestor (button, gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  /* A row that goes makes room for the next one. */
  {
    g_autoptr(AcademyEdit) edit = academy_edit_new (academy_person_kind.remove);

    academy_edit_delete (edit, first);
    g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  }
  g_assert_null (test_find (fixture->window, GTK_TYPE_LABEL, "Person 000"));
  g_assert_nonnull (test_find (fixture->window, GTK_TYPE_LABEL, "Person 050"));
  g_assert_nonnull (test_find (fixture->window, GTK_TYPE_LABEL, "Show all 311"));
}

/* A short list has neither a button nor a search. */
static void
test_short (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_person_kind.remove);

  for (guint i = MOST_ROWS; i < N_PEOPLE; i++)
    {
      g_autoptr(AcademyItem) person = get_person (fixture, i);

      academy_edit_delete (edit, person);
    }
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  test_settle (fixture->window);
  g_assert_null (test_find (fixture->window, GTK_TYPE_LABEL, "Show all 50"));
  g_assert_nonnull (test_find (fixture->window, GTK_TYPE_LABEL, "Person 049"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = open_list (fixture);
  GtkWidget *entry = test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  AdwDialog *item;
  GtkWidget *question;

  gtk_widget_grab_focus (test_find (dialog, GTK_TYPE_LIST_VIEW, NULL));
  g_assert_null (gtk_widget_get_focus_child (entry));
  g_assert_true (test_press_key (fixture->window, "<Control>f"));
  g_assert_nonnull (gtk_widget_get_focus_child (entry));

  gtk_editable_set_text (GTK_EDITABLE (entry), "ERSON 03");
  g_signal_emit_by_name (entry, "activate");
  test_settle (fixture->window);
  g_assert_nonnull (test_find (dialog, GTK_TYPE_LABEL, "Person 031"));
  g_assert_null (test_find (dialog, GTK_TYPE_LABEL, "Person 001"));

  /* Enter opens the first one; erasing it leaves the list, which tells of it. */
  item = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (ACADEMY_IS_ITEM_DIALOG (item));
  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (test_find (GTK_WIDGET (item), GTK_TYPE_LABEL, "Erase this person…"),
                                                               ADW_TYPE_BUTTON_ROW)));
  test_settle (fixture->window);
  question = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_signal_emit_by_name (test_find (question, GTK_TYPE_BUTTON, "_Erase"), "clicked");
  test_settle (fixture->window);
  g_assert_true (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) == dialog);
  g_assert_nonnull (test_find (dialog, GTK_TYPE_LABEL, "“Person 030” erased"));
  g_assert_nonnull (test_find (dialog, GTK_TYPE_LABEL, "Person 031"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  g_signal_emit_by_name (entry, "activate");
  test_settle (fixture->window);
  g_assert_nonnull (test_find (dialog, GTK_TYPE_LABEL, "Nothing found"));
  g_assert_true (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) == dialog);
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add ("/long-lists/first-rows", Fixture, NULL, set_up, test_first_rows, tear_down);
  g_test_add ("/long-lists/short", Fixture, NULL, set_up, test_short, tear_down);
  g_test_add ("/long-lists/search", Fixture, NULL, set_up, test_search, tear_down);

  return test_display_run ();
}
