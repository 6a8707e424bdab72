/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-discard.h"
#include "academy-form.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-organisation-page.h"
#include "plan-fixture.h"
#include "test-display.h"

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;
  AcademyItem  *measure;

  /* Borrowed */
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  GtkWidget *page;

  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
  fixture->measure = academy_item_new_part (&academy_measure_kind, academy_item_get_id (fixture->organisation));
  g_object_set (fixture->measure, "title", "Market dialogue", NULL);
  academy_edit_create (edit, fixture->measure);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  page = GTK_WIDGET (academy_organisation_page_new (fixture->store, fixture->organisation, "plan"));
  fixture->window = test_present (page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->measure);
  g_object_unref (fixture->organisation);
  g_object_unref (fixture->store);
}

static void
type_day (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), "31.2.2022");
  g_assert_false (academy_forms_flush (fixture->window));
}

static void
discard (GtkWidget *widget)
{
  g_assert_not_reached ();
}

/* The question names what would be lost and where it is, and Enter loses nothing. */
static void
assert_question (Fixture    *fixture,
                 const char *line)
{
  AdwDialog *dialog;
  GtkWidget *focus;

  academy_discard_ask_about_errors (fixture->window, discard);
  test_settle (fixture->window);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), line));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, "_Keep editing");
  gtk_widget_activate (focus);
  test_settle (fixture->window);
  g_assert_true (gtk_widget_get_mapped (fixture->window));
}

static void
test_cell (Fixture       *fixture,
           gconstpointer  data)
{
  AcademyTable *table = plan_get_table (fixture->window);

  academy_table_focus (table, fixture->measure, academy_kind_find_field (&academy_measure_kind, "start"));
  test_settle (fixture->window);
  g_assert_true (academy_table_begin (table, TRUE));
  type_day (fixture);
  assert_question (fixture, "\nStart date: Market dialogue: ");
  academy_table_cancel (table);
}

static void
test_field (Fixture       *fixture,
            gconstpointer  data)
{
  AdwDialog *dialog = academy_item_dialog_new (fixture->store, fixture->measure, fixture->window);

  adw_dialog_present (dialog, fixture->window);
  test_settle (fixture->window);
  academy_form_start (ACADEMY_FORM (test_find (GTK_WIDGET (dialog), ACADEMY_TYPE_FORM, NULL)), "start");
  type_day (fixture);
  assert_question (fixture, "\nStart date: ");
  adw_dialog_force_close (dialog);
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add ("/discard/cell", Fixture, NULL, set_up, test_cell, tear_down);
  g_test_add ("/discard/field", Fixture, NULL, set_up, test_field, tear_down);

  return test_display_run ();
}
