/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "academy-backup.h"
#include "academy-kinds.h"
#include "window-fixture.h"

typedef struct {
  WindowFixture  shown;

  /* Owned */
  AcademyItem   *organisation;

  /* Borrowed */
  AcademyWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  window_fixture_set_up (&fixture->shown, "2021");
  window_fixture_open (&fixture->shown);
  fixture->window = fixture->shown.window;
  fixture->organisation = test_get_organisation (fixture->window->store, "turku");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->organisation);
  window_fixture_tear_down (&fixture->shown);
}

static GtkWidget *
get_dialog (Fixture *fixture)
{
  return (GtkWidget *) adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

/* As a person sees it: the dialog with the texts that are in it now. */
static gboolean
has_text (gpointer data)
{
  struct { Fixture *fixture; const char *text; } *wanted = data;
  GtkWidget *dialog = get_dialog (wanted->fixture);
  GtkWidget *label = dialog != NULL ? test_find (dialog, GTK_TYPE_LABEL, wanted->text) : NULL;

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
wait_for_text (Fixture    *fixture,
               const char *text)
{
  struct { Fixture *fixture; const char *text; } wanted = { fixture, text };

  test_wait_for_at (has_text, &wanted, text, G_STRLOC);
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static guint
count_backups (Fixture *fixture)
{
  g_autofree char *programme = academy_backup_get_programme (fixture->window->store, NULL);
  g_autoptr(GPtrArray) backups = academy_backup_list (programme, NULL);

  return backups->len;
}

static gboolean
has_backup (gpointer data)
{
  return count_backups (data) > 0;
}

/* A window makes a backup by itself; its dialog says what would be different
 * and brings it back. */
static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row;

  test_wait_for (has_backup, fixture);
  test_set_text (fixture->window->store, fixture->organisation, "note", "Written afterwards");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore-backup", NULL));
  test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (test_count (get_dialog (fixture), ADW_TYPE_ACTION_ROW), ==, 1);
  row = test_find (get_dialog (fixture), ADW_TYPE_ACTION_ROW, NULL);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  wait_for_text (fixture, "Organisations: 1 changed");

  g_assert_true (gtk_widget_activate (test_find (get_dialog (fixture), GTK_TYPE_BUTTON, "_Restore")));
  test_wait_for (has_no_dialog, fixture);
  g_assert_null (academy_item_get_text (fixture->organisation, "note"));
  g_assert_cmpstr (academy_store_get_undo_label (fixture->window->store), ==, "Restore backup");
  g_assert_cmpuint (count_backups (fixture), ==, 2);
}

/* A damaged file is refused with the offer of its newest backup, which takes its place. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  AcademyWindow *other;
  FILE *file;
  Fixture refused = { NULL };
  GtkWidget *dialog;

  test_wait_for (has_backup, fixture);
  g_assert_true (academy_store_close (fixture->window->store, NULL));
  file = g_fopen (fixture->shown.path, "r+");
  g_assert_cmpuint (fwrite ("Damaged", 1, 7, file), ==, 7);
  g_assert_cmpint (fclose (file), ==, 0);

  other = academy_window_new (GTK_APPLICATION (fixture->shown.application), fixture->shown.settings);
  refused.window = other;
  gtk_window_present (GTK_WINDOW (other));
  g_assert_false (academy_window_open (other, fixture->shown.path));
  dialog = get_dialog (&refused);
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (dialog), "restore"));
  g_signal_emit_by_name (dialog, "response::restore", "restore");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  dialog = get_dialog (&refused);
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (dialog), "replace"));
  g_signal_emit_by_name (dialog, "response::replace", "replace");
  adw_dialog_force_close (ADW_DIALOG (dialog));

  while (other->store == NULL)
    g_main_context_iteration (NULL, TRUE);
  test_settle (GTK_WIDGET (other));
  gtk_window_destroy (GTK_WINDOW (other));
}

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add ("/backups/restore", Fixture, NULL, set_up, test_restore, tear_down);
  g_test_add ("/backups/damaged", Fixture, NULL, set_up, test_damaged, tear_down);

  return test_display_run ();
}
