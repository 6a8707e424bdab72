/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

#include "academy-kinds.h"
#include "academy-timeline-view.h"
#include "bench-window.h"

/* bench-growth FILE [SWITCHES]: does in a window of the program what people do.
 *
 * Prints a line for each step, as bench_window_measure() does. With SWITCHES it goes from one organisation to another so many
 * times instead, twice in each view, and prints the bytes in use that each of the
 * later ones has added. */

#define REST      60000
#define EDITS     5
#define SOME_DAYS 9

/* What is edited: a measure of an organisation that the sidebar shows first. */
static AcademyItem *edited;

static void
find_edited (BenchWindow *bench)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) measures = academy_store_get_all (bench_window_get_store (bench), &academy_measure_kind,
                                                         bench_window_get_organisation (bench, 0), &error);

  g_assert_no_error (error);
  edited = g_object_ref (g_ptr_array_index (measures, measures->len / 2));
}

static void
show_overview (BenchWindow *bench)
{
  academy_window_show_place (bench->window, "overview");
}

static void
show_people (BenchWindow *bench)
{
  academy_window_show_place (bench->window, "people");
}

static void
show_programme_timeline (BenchWindow *bench)
{
  academy_window_show_place (bench->window, "timeline");
}

static void
show_organisation (BenchWindow *bench)
{
  academy_window_show_place (bench->window, bench_window_get_organisation (bench, 0));
}

static void
show_other_organisation (BenchWindow *bench)
{
  academy_window_show_place (bench->window, bench_window_get_organisation (bench, 1));
}

static void
show_plan (BenchWindow *bench)
{
  bench_window_show_view (bench, "plan");
}

static void
show_plan_timeline (BenchWindow *bench)
{
  bench_window_show_view (bench, "timeline");
}

/* Goes to the plan from elsewhere, since a page that stays may show the timeline. */
static void
show_new_plan (BenchWindow *bench)
{
  show_overview (bench);
  show_plan (bench);
}

static void
activate_fold_all (BenchWindow *bench,
                   gboolean     folded)
{
  GtkWidget *timeline = bench_window_find_widget (bench, ACADEMY_TYPE_TIMELINE_VIEW);

  if (!gtk_widget_activate_action (timeline, "timeline.fold-all", "b", folded))
    g_error ("Nothing is folded");
}

static void
fold_all (BenchWindow *bench)
{
  activate_fold_all (bench, TRUE);
}

static void
unfold_all (BenchWindow *bench)
{
  activate_fold_all (bench, FALSE);
}

static void
set_value (BenchWindow        *bench,
           const AcademyField *field,
           const GValue       *value)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (edited)->change);
  g_autoptr(GError) error = NULL;

  academy_edit_set (edit, edited, field, value);
  if (!academy_store_apply (bench_window_get_store (bench), edit, &error))
    g_error ("%s", error->message);
}

static void
edit_text (BenchWindow *bench)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, g_strdup_printf ("Varataan aika %u", bench->n_edits++));
  set_value (bench, academy_kind_find_field (&academy_measure_kind, "next_step"), &value);
}

/* The days of a measure decide its hints and those of its successors. */
static void
edit_day (BenchWindow *bench)
{
  const AcademyField *field = academy_kind_find_field (&academy_measure_kind, "start");
  g_autofree char *text = g_strdup_printf ("2021-11-%02u", 1 + bench->n_edits++ % SOME_DAYS);
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  if (!academy_value_set_from_text (field, text, &value, NULL))
    g_error ("%s is no day", text);
  set_value (bench, field, &value);
}

static void
undo (BenchWindow *bench)
{
  g_autoptr(GError) error = NULL;

  academy_store_undo (bench_window_get_store (bench), &error);
  g_assert_no_error (error);
}

static const BenchStep steps[] = {
  { "overview to situation", NULL, show_organisation, 1 },
  { "plan list", NULL, show_plan, 1 },
  { "plan timeline", NULL, show_plan_timeline, 1 },
  { "switch organisation", show_plan, show_other_organisation, 1 },
  { "edit, overview", show_overview, edit_text, EDITS },
  { "edit, plan list", show_new_plan, edit_text, EDITS },
  { "undo, plan list", NULL, undo, EDITS },
  { "edit, plan timeline", show_plan_timeline, edit_day, EDITS },
  { "programme timeline", show_overview, show_programme_timeline, 1 },
  { "edit, programme timeline", NULL, edit_day, EDITS },
  { "undo, programme timeline", NULL, undo, EDITS },
  { "unfold all", NULL, unfold_all, 1 },
  { "fold all", NULL, fold_all, 1 },
  { "people page", show_overview, show_people, 1 },
  { "leave people page", NULL, show_overview, 1 },
};

static const char * const views[] = { "situation", "plan", "timeline" };

/* Returns by how many bytes in use it has grown, or shrunk. */
static gssize
switch_organisations (BenchWindow *bench,
                      guint  switches)
{
  gssize before = mallinfo2 ().uordblks;

  bench->rest = REST / 10;
  for (guint i = 0; i < switches; i++)
    {
      academy_window_show_place (bench->window, bench_window_get_organisation (bench, i));
      bench_window_settle (bench);
    }
  bench->rest = REST;

  return (gssize) mallinfo2 ().uordblks - before;
}

static void
measure_switches (BenchWindow *bench,
                  const char *view,
                  guint       switches)
{
  bench_window_show_view (bench, view);
  bench_window_settle (bench);
  switch_organisations (bench, switches);
  printf ("%s\t%" G_GSSIZE_FORMAT "\n", view, switch_organisations (bench, switches) / (gssize) switches);
}

int
main (int    argc,
      char **argv)
{
  BenchWindow bench = { NULL };
  guint switches = argc > 2 ? atoi (argv[2]) : 0;

  bench_window_start (&bench, argv[1], REST);
  bench_window_measure (&bench, &(BenchStep) { "open window", NULL, bench_window_open, 1 });
  bench_window_find (&bench);
  find_edited (&bench);
  if (switches > 0)
    for (guint i = 0; i < G_N_ELEMENTS (views); i++)
      measure_switches (&bench, views[i], switches);
  else
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      bench_window_measure (&bench, &steps[i]);

  fflush (stdout);
  _Exit (EXIT_SUCCESS);
}
