/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "academy-kinds.h"
#include "academy-template.h"
#include "bench-store.h"
#include "bench-window.h"

/* bench-history FILE: makes a programme with a history of 100,000 entries, and looks
 * at it in a window of the program. Prints a line for each step, as
 * bench_window_measure() does. */

#define EDITS  1000
#define REST   60000
#define RUNS   9

/* Each edit once for every two days before. */
static const char copies[] =
  "WITH RECURSIVE \"n\" (\"i\") AS (SELECT 1 UNION ALL SELECT \"i\" + 1 FROM \"n\" WHERE \"i\" < 100) "
  "INSERT INTO \"history\" (\"id\", \"at\", \"author\", \"label\", \"action\", \"target\", \"personal\", \"changeset\") "
  "SELECT printf ('%08x-%04x-4000-8000-%012x', \"seq\", \"i\", \"seq\"), "
  "strftime ('%Y-%m-%dT%H:%M:%S.', \"at\", printf ('-%d days', 2 * \"i\")) || printf ('%06dZ', \"seq\"), "
  "printf ('Person %d', \"i\" % 7), \"label\", \"action\", NULL, 0, \"changeset\" "
  "FROM \"history\", \"n\" WHERE \"action\" = 'edit'";

static GtkEditable *entry;

static void
make (const char *path)
{
  const AcademyField *title = academy_kind_find_field (&academy_measure_kind, "title");
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyEdit) content = academy_template_create_edit ("example", academy_language_get ("fi", NULL), &error);
  g_autoptr(AcademyStore) store = academy_store_create (path, content, &error);
  g_autoptr(GPtrArray) measures = NULL;
  sqlite3 *database;

  g_assert_no_error (error);
  measures = academy_store_get_all (store, &academy_measure_kind, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.change);
      g_auto(GValue) value = G_VALUE_INIT;

      g_value_init (&value, G_TYPE_STRING);
      g_value_take_string (&value, g_strdup_printf ("Järjestetään markkinavuoropuhelu, %u. kerran", i));
      academy_edit_set (edit, g_ptr_array_index (measures, i % measures->len), title, &value);
      academy_store_apply (store, edit, &error);
      g_assert_no_error (error);
    }
  academy_store_close (store, NULL);

  database = bench_open_raw (path);
  bench_run_sql (database, copies);
  sqlite3_close (database);
}

static void
show_people (BenchWindow *bench)
{
  academy_window_show_place (bench->window, "people");
}

static void
show_lessons (BenchWindow *bench)
{
  academy_window_show_place (bench->window, "lessons");
}

static void
show_history (BenchWindow *bench)
{
  academy_window_show_place (bench->window, "history");
}

static void
prepare_search (BenchWindow *bench)
{
  show_people (bench);
  show_history (bench);
  entry = GTK_EDITABLE (bench_window_find_widget (bench, GTK_TYPE_SEARCH_ENTRY));
}

static void
search (BenchWindow *bench)
{
  gtk_editable_set_text (entry, *gtk_editable_get_text (entry) == '\0' ? "markkinavuoropuhelu, 5" : "");
  /* Without the delay of typing, which would be rest. */
  g_signal_emit_by_name (entry, "search-changed");
}

static void
filter (BenchWindow *bench)
{
  static guint turn;
  g_autofree char *author = g_strdup_printf ("Person %u", turn++ % 7);

  gtk_widget_activate_action (bench_window_find_widget (bench, GTK_TYPE_MENU_BUTTON), "history.author", "s", author);
}

static void
open_window (BenchWindow *bench)
{
  bench_window_open (bench);
  bench_window_settle (bench);
}

int
main (int    argc,
      char **argv)
{
  static const BenchStep steps[] = {
    { "empty page", show_people, show_lessons, RUNS, TRUE },
    { "history", show_people, show_history, RUNS, TRUE },
    { "filter by text", prepare_search, search, RUNS },
    { "filter by author", prepare_search, filter, RUNS },
  };
  BenchWindow bench = { NULL };

  make (argv[1]);
  bench_window_start (&bench, argv[1], REST);
  open_window (&bench);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    bench_window_measure (&bench, &steps[i]);

  fflush (stdout);
  _Exit (EXIT_SUCCESS);
}
