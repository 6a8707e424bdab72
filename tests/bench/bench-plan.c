/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "academy-descendant.h"
#include "academy-kinds.h"
#include "academy-list-dialog.h"
#include "academy-table-tools.h"
#include "academy-table.h"
#include "academy-timeline-pane.h"
#include "bench-store.h"
#include "bench-window.h"

/* bench-plan FILE COPY [STEP...]: does in a window of the program what people do in a programme
 * with much in it, and the same pastes by SQLite alone in a copy of the file.
 *
 * Prints a line for each step, or those named, as bench_window_measure() does. */

/* Longer than the entries wait for the next letter of a search. */
#define REST  250000
#define RUNS  5
#define TURNS 5

static const char sought[] = "kokeilla";

static AcademyTable *table;
static AcademyItem *edited;
static GtkEditable *entry;
static AcademyPaste *paste;
static sqlite3 *raw;

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* What the window still does after its first frame, with the sums and what needs attention. */
static void
open_window (BenchWindow *bench)
{
  gboolean painted = FALSE;
  GdkFrameClock *clock;

  bench_window_open (bench);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_func (clock, painted_cb, &painted);
  printf ("overview, after the first frame\t%" G_GINT64_FORMAT "\n", bench_window_settle (bench));
}

static void
show_situation (BenchWindow *bench)
{
  bench_window_show_view (bench, "situation");
}

static void
show_opportunities (BenchWindow *bench)
{
  bench_window_show_view (bench, "opportunities");
}

static void
show_timeline (BenchWindow *bench)
{
  bench_window_show_view (bench, "timeline");
}

static void
show_sparring (BenchWindow *bench)
{
  bench_window_show_view (bench, "sparring");
}

static void
show_next (BenchWindow *bench)
{
  academy_window_show_place (bench->window, bench_window_get_organisation (bench, ++bench->n_edits));
}

/* Without the page that the window keeps. */
static void
forget_overview (BenchWindow *bench)
{
  show_situation (bench);
  g_clear_object (&bench->window->home);
}

static void
show_overview (BenchWindow *bench)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (bench->window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  academy_window_show_place (bench->window, "overview");
}

/* Goes to the plan from elsewhere, since a page that stays may show the timeline. */
static void
show_plan (BenchWindow *bench)
{
  show_overview (bench);
  bench_window_show_view (bench, "plan");
}

static AcademyTable *
get_table (BenchWindow *bench)
{
  return ACADEMY_TABLE (bench_window_find_widget (bench, ACADEMY_TYPE_TABLE));
}

static void
prepare_cell (BenchWindow *bench)
{
  GListModel *model;

  show_plan (bench);
  bench_window_settle (bench);
  table = get_table (bench);
  model = G_LIST_MODEL (academy_table_get_model (table));
  edited = g_list_model_get_item (model, g_list_model_get_n_items (model) / 2);
  academy_table_focus (table, edited, academy_kind_find_field (&academy_measure_kind, "owner_role"));
}

static void
edit_cell (BenchWindow *bench)
{
  g_autofree char *text = g_strdup_printf ("Lakimies %u", ++bench->n_edits);
  int end = 0;

  if (!academy_table_begin (table, TRUE))
    g_error ("The cell is not edited");
  entry = GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (bench->window)));
  gtk_editable_insert_text (entry, text, -1, &end);
  gtk_editable_set_position (entry, end);
  if (!academy_table_finish (table) || g_strcmp0 (academy_item_get_text (edited, "owner_role"), text) != 0)
    g_error ("The cell is not saved");
}

static void
set_entry (BenchWindow *bench,
           GtkWidget   *widget)
{
  entry = GTK_EDITABLE (academy_descendant_find (widget, GTK_TYPE_SEARCH_ENTRY));
  bench_window_settle (bench);
}

static void
prepare_table (BenchWindow *bench)
{
  show_plan (bench);
  set_entry (bench, bench_window_find_widget (bench, ACADEMY_TYPE_TABLE_TOOLS));
}

static void
prepare_timeline (BenchWindow *bench)
{
  show_timeline (bench);
  set_entry (bench, bench_window_find_widget (bench, ACADEMY_TYPE_TIMELINE_PANE));
}

static void
prepare_list (BenchWindow       *bench,
              const AcademyKind *kind)
{
  AdwDialog *dialog = academy_list_dialog_new (bench_window_get_store (bench), kind, bench_window_get_organisation (bench, 0),
                                               kind->plural_label);

  adw_dialog_present (dialog, GTK_WIDGET (bench->window));
  set_entry (bench, GTK_WIDGET (dialog));
}

static void
prepare_opportunities (BenchWindow *bench)
{
  prepare_list (bench, &academy_opportunity_kind);
}

static void
prepare_notes (BenchWindow *bench)
{
  prepare_list (bench, &academy_note_kind);
}

/* A letter after the other, as people type. */
static void
type_letter (BenchWindow *bench)
{
  int length = strlen (gtk_editable_get_text (entry));

  gtk_editable_insert_text (entry, sought + length, 1, &length);
}

static void
clear_entry (BenchWindow *bench)
{
  gtk_editable_set_text (entry, "");
}

static const AcademyCondition unfinished[] = {
  { "status", ACADEMY_IS, "idea" },
  { "status", ACADEMY_IS, "planned" },
  { "status", ACADEMY_IS, "in_progress" },
  { NULL }
};

static void
filter_table (BenchWindow *bench)
{
  AcademyQuery query = *academy_table_model_get_query (academy_table_get_model (get_table (bench)));

  query.conditions = query.conditions == NULL ? unfinished : NULL;
  academy_table_set_filtered (get_table (bench), &query);
}

static void
read_paste (BenchWindow *bench)
{
  show_plan (bench);
  g_clear_pointer (&paste, academy_paste_free);
  paste = bench_read_rows (bench_window_get_store (bench), g_ptr_array_index (bench->organisations, 0));
}

static void
save_paste (BenchWindow *bench)
{
  bench_save_rows (bench_window_get_store (bench), paste);
}

static void
insert_paste (BenchWindow *bench)
{
  bench_insert_rows (raw, bench_window_get_organisation (bench, 0), paste);
}

static const BenchStep steps[] = {
  { "overview", forget_overview, show_overview, RUNS, TRUE },
  { "overview, again", show_situation, show_overview, RUNS, TRUE },
  { "another organisation, situation", show_situation, show_next, RUNS },
  { "another organisation, opportunities", show_opportunities, show_next, RUNS },
  { "another organisation, plan", show_plan, show_next, RUNS },
  { "another organisation, timeline", show_timeline, show_next, RUNS },
  { "another organisation, sparring", show_sparring, show_next, RUNS },
  { "cell", prepare_cell, edit_cell, RUNS },
  { "search, table", prepare_table, type_letter, sizeof (sought) - 1 },
  { "search cleared, table", NULL, clear_entry, 1 },
  { "filter, table", NULL, filter_table, RUNS + 1 },
  { "search, timeline", prepare_timeline, type_letter, sizeof (sought) - 1 },
  { "search, opportunities", prepare_opportunities, type_letter, sizeof (sought) - 1 },
  { "search, notes", prepare_notes, type_letter, sizeof (sought) - 1 },
};

static const BenchStep pastes[] = {
  { "paste", read_paste, save_paste, 1 },
  { "insert", NULL, insert_paste, 1 },
};

static void
measure (BenchWindow        *bench,
         const BenchStep    *step,
         const char * const *names)
{
  if (*names == NULL || g_strv_contains (names, step->name))
    bench_window_measure (bench, step);
}

int
main (int    argc,
      char **argv)
{
  BenchWindow bench = { NULL };

  bench_window_start (&bench, argv[1], REST);
  raw = bench_open_raw (argv[2]);
  open_window (&bench);
  bench_window_find (&bench);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    measure (&bench, &steps[i], (const char * const *) argv + 3);
  for (guint i = 0; i < TURNS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (pastes); j++)
      measure (&bench, &pastes[j], (const char * const *) argv + 3);

  fflush (stdout);
  _Exit (EXIT_SUCCESS);
}
