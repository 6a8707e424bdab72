/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include <adwaita.h>

#include "academy-kinds.h"
#include "academy-table.h"
#include "bench-frames.h"
#include "bench-store.h"

/* bench-table wall|cpu FILE SLUG [SCENARIO...]: does to the table of the measures of
 * an organisation what people do, a step in each frame, and prints what
 * bench_frames_run() prints. */

typedef struct {
  /* Borrowed */
  AcademyTable *table;
  const char   *owner;
} Bench;

static GtkAdjustment *
get_vertical (Bench *bench)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (academy_table_get_view (bench->table)));
}

static void
begin_top (gpointer data)
{
  gtk_adjustment_set_value (get_vertical (data), 0);
}

static void
step_scroll (gpointer      data,
            int           frame,
            gconstpointer argument)
{
  bench_frames_scroll (get_vertical (data));
}

static void
step_page (gpointer      data,
          int           frame,
          gconstpointer argument)
{
  bench_frames_page (get_vertical (data));
}

static void
step_jump (gpointer      data,
          int           frame,
          gconstpointer argument)
{
  bench_frames_jump (get_vertical (data));
}

/* The view is at its first row, as academy_table_set_filtered() has it. */
static void
step_query (gpointer      data,
            int           frame,
            gconstpointer argument)
{
  Bench *bench = data;
  AcademyQuery query = argument != NULL ? *(const AcademyQuery *) argument : (AcademyQuery) { NULL };

  query.owner = bench->owner;
  gtk_column_view_scroll_to (academy_table_get_view (bench->table), 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  academy_table_model_set_query (academy_table_get_model (bench->table), &query, FALSE);
}

static const AcademyCondition unfinished[] = {
  { "status", ACADEMY_IS, "idea" },
  { "status", ACADEMY_IS, "planned" },
  { "status", ACADEMY_IS, "in_progress" },
  { NULL }
};

#define QUERY(...) &(const AcademyQuery) { __VA_ARGS__ }

static const BenchScenario scenarios[] = {
  { "vertical scroll", begin_top, step_scroll },
  { "page", begin_top, step_page },
  { "jump", begin_top, step_jump },
  { "search", begin_top, step_query, QUERY (.search = "sopimus") },
  { "show unfinished", begin_top, step_query, QUERY (.conditions = unfinished) },
  { "group by goal", begin_top, step_query, QUERY (.group = "goals") },
  { "group by owner", begin_top, step_query, QUERY (.group = "owner_role") },
  { "order by end", begin_top, step_query, QUERY (.order = { "end" }) },
  { "order by title", begin_top, step_query, QUERY (.order = { "title" }) },
  { "order by owner", begin_top, step_query, QUERY (.order = { "owner_role" }) },
  { "order by status", begin_top, step_query, QUERY (.order = { "status" }) },
  { NULL }
};

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyTableModel) model = NULL;
  Bench bench = { NULL };
  GtkWidget *window;

  setlocale (LC_ALL, "");
  adw_init ();
  store = academy_store_open (argv[2], &error);
  if (store == NULL)
    g_error ("%s", error->message);

  organisation = bench_find_organisation (store, argv[3]);
  bench.owner = academy_item_get_id (organisation);
  model = academy_table_model_new (store, &academy_measure_kind, &(AcademyQuery) { .owner = bench.owner });
  bench.table = ACADEMY_TABLE (academy_table_new (model, NULL));
  academy_table_set_parent (bench.table, organisation);

  window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (bench.table));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  bench_frames_run (window, scenarios, argv[1], (const char * const *) argv + 4, &bench);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
