/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include <adwaita.h>

#include "academy-kinds.h"
#include "academy-table.h"

/* bench-table frames FILE: does to the table of the measures of an organisation what
 * people do, a step in each frame, and prints for each scenario what each frame
 * took in microseconds, as bench-timeline does. */

#define SLUG         "turku"
#define SETTLE       12
#define FRAMES       120
#define QUERY_FRAMES 10
#define SCROLL       48

typedef struct _Bench Bench;

typedef struct {
  const char  *name;
  void       (*step) (Bench *bench);
  AcademyQuery query;
} Scenario;

struct _Bench {
  /* Borrowed */
  AcademyTable   *table;
  const char     *owner;

  const Scenario *scenario;
  int             frame;
  gint64          start;
};

static GtkAdjustment *
get_vertical (Bench *bench)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (academy_table_get_view (bench->table)));
}

static void
step_scroll (Bench *bench)
{
  gtk_adjustment_set_value (get_vertical (bench), gtk_adjustment_get_value (get_vertical (bench)) + SCROLL);
}

/* A short list goes on from the top. */
static void
step_page (Bench *bench)
{
  GtkAdjustment *vertical = get_vertical (bench);
  double page = gtk_adjustment_get_page_size (vertical);
  double value = gtk_adjustment_get_value (vertical) + page;

  gtk_adjustment_set_value (vertical, value + page <= gtk_adjustment_get_upper (vertical) ? value : 0);
}

static void
step_jump (Bench *bench)
{
  gtk_adjustment_set_value (get_vertical (bench), g_random_double () * gtk_adjustment_get_upper (get_vertical (bench)));
}

/* What is asked for in one frame is taken back in the next, which does not count. */
static void
step_query (Bench *bench)
{
  AcademyQuery query = bench->frame % 2 == 0 ? bench->scenario->query : (AcademyQuery) { NULL };

  query.owner = bench->owner;
  academy_table_model_set_query (academy_table_get_model (bench->table), &query, FALSE);
}

static const AcademyCondition unfinished[] = {
  { "status", ACADEMY_IS, "idea" },
  { "status", ACADEMY_IS, "planned" },
  { "status", ACADEMY_IS, "in_progress" },
  { NULL }
};

static const Scenario scenarios[] = {
  { "vertical scroll", step_scroll },
  { "page", step_page },
  { "jump", step_jump },
  { "search", step_query, { .search = "sopimus" } },
  { "show unfinished", step_query, { .conditions = unfinished } },
  { "group by goal", step_query, { .group = "goals" } },
  { "group by owner", step_query, { .group = "owner_role" } },
  { "order by end", step_query, { .order = { "end" } } },
  { "order by title", step_query, { .order = { "title" } } },
  { "order by owner", step_query, { .order = { "owner_role" } } },
  { "order by status", step_query, { .order = { "status" } } },
};

static void
before_paint_cb (Bench *bench)
{
  bench->start = g_get_monotonic_time ();
  if (bench->frame >= 0)
    bench->scenario->step (bench);
  else
    gtk_widget_queue_draw (GTK_WIDGET (bench->table));
}

static void
after_paint_cb (Bench *bench)
{
  gboolean is_query = bench->scenario->step == step_query;

  if (bench->frame >= 0 && (!is_query || bench->frame % 2 == 0))
    printf ("%" G_GINT64_FORMAT " ", g_get_monotonic_time () - bench->start);
  bench->frame++;
  if (bench->frame < (is_query ? QUERY_FRAMES : FRAMES))
    return;

  printf ("\n");
  bench->scenario++;
  if (bench->scenario == scenarios + G_N_ELEMENTS (scenarios))
    {
      fflush (stdout);
      _Exit (EXIT_SUCCESS);
    }
  printf ("%s\t", bench->scenario->name);
  bench->frame = -SETTLE;
  gtk_adjustment_set_value (get_vertical (bench), 0);
}

static AcademyItem *
find_organisation (AcademyStore *store)
{
  g_autoptr(GPtrArray) organisations = academy_store_get_all (store, &academy_organisation_kind, NULL, NULL);

  for (guint i = 0; i < organisations->len; i++)
    if (g_str_equal (academy_item_get_text (g_ptr_array_index (organisations, i), "slug"), SLUG))
      return g_object_ref (g_ptr_array_index (organisations, i));

  g_error ("There is no organisation “%s”", SLUG);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = NULL;
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyTableModel) model = NULL;
  Bench bench = { .scenario = scenarios, .frame = -SETTLE };
  GdkFrameClock *clock;
  GtkWidget *window;

  setlocale (LC_ALL, "");
  adw_init ();
  store = academy_store_open (argv[2], &error);
  if (store == NULL)
    g_error ("%s", error->message);

  organisation = find_organisation (store);
  bench.owner = academy_item_get_id (organisation);
  model = academy_table_model_new (store, &academy_measure_kind, &(AcademyQuery) { .owner = bench.owner });
  bench.table = ACADEMY_TABLE (academy_table_new (model, NULL));
  academy_table_set_parent (bench.table, organisation);

  window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (bench.table));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  printf ("%s\t", bench.scenario->name);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  gdk_frame_clock_begin_updating (clock);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
