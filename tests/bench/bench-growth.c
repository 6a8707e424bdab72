/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "academy-application.h"
#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-organisation-page.h"
#include "academy-organisations.h"
#include "academy-timeline-view.h"
#include "academy-window-private.h"

/* bench-growth FILE [SWITCHES]: does in a window of the program what people do.
 *
 * Prints a line for each step: its name, a tab, and the microseconds of the
 * processor that the main thread took from its start until nothing had happened
 * for a while. With SWITCHES it goes from one organisation to another so many
 * times instead, twice in each view, and prints the bytes in use that each of the
 * later ones has added. */

#define REST      60000
#define EDITS     5
#define SOME_DAYS 9

typedef struct _Bench Bench;

typedef struct {
  const char *name;
  void      (*prepare) (Bench *bench);
  void      (*run)     (Bench *bench);
  guint       runs;
} Step;

struct _Bench {
  /* Owned */
  GPtrArray          *organisations;
  AcademyItem        *measure;

  /* Borrowed */
  AcademyApplication *application;
  AcademyWindow      *window;
  const char         *path;

  guint               n_edits;
};

static gint64
get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Runs the main loop until nothing has happened for @rest microseconds, and returns
 * the time of the processor when the last thing had happened. */
static gint64
settle (gint64 rest)
{
  gint64 happened = g_get_monotonic_time ();
  gint64 cpu = get_cpu_time ();

  while (g_get_monotonic_time () - happened < rest)
    if (g_main_context_iteration (NULL, FALSE))
      {
        happened = g_get_monotonic_time ();
        cpu = get_cpu_time ();
      }
    else
      g_usleep (1000);

  return cpu;
}

static AcademyStore *
get_store (Bench *bench)
{
  return bench->window->store;
}

static const char *
get_organisation (Bench *bench,
                  guint  n)
{
  return academy_item_get_id (g_ptr_array_index (bench->organisations, n % bench->organisations->len));
}

static void
open_window (Bench *bench)
{
  g_autoptr(GSettings) settings = g_settings_new (ACADEMY_APPLICATION_ID);

  bench->window = academy_window_new (GTK_APPLICATION (bench->application), settings);
  gtk_window_present (GTK_WINDOW (bench->window));
  if (!academy_window_open (bench->window, bench->path))
    g_error ("%s is not opened", bench->path);
}

/* What is edited: a measure of an organisation that the sidebar shows first. */
static void
find_measure (Bench *bench)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) measures = NULL;

  bench->organisations = academy_organisations_get (get_store (bench), &error);
  g_assert_no_error (error);
  measures = academy_store_get_all (get_store (bench), &academy_measure_kind, get_organisation (bench, 0), &error);
  g_assert_no_error (error);
  bench->measure = g_object_ref (g_ptr_array_index (measures, measures->len / 2));
}

static void
show_overview (Bench *bench)
{
  academy_window_show_place (bench->window, "overview");
}

static void
show_people (Bench *bench)
{
  academy_window_show_place (bench->window, "people");
}

static void
show_programme_timeline (Bench *bench)
{
  academy_window_show_place (bench->window, "timeline");
}

static void
show_organisation (Bench *bench)
{
  academy_window_show_place (bench->window, get_organisation (bench, 0));
}

static void
show_other_organisation (Bench *bench)
{
  academy_window_show_place (bench->window, get_organisation (bench, 1));
}

static void
show_view (Bench      *bench,
           const char *view)
{
  AdwNavigationPage *page;

  show_organisation (bench);
  page = adw_navigation_split_view_get_content (bench->window->split_view);
  academy_organisation_page_show_view (ACADEMY_ORGANISATION_PAGE (page), view);
}

static void
show_plan (Bench *bench)
{
  show_view (bench, "plan");
}

static void
show_plan_timeline (Bench *bench)
{
  show_view (bench, "timeline");
}

/* Goes to the plan from elsewhere, since a page that stays may show the timeline. */
static void
show_new_plan (Bench *bench)
{
  show_overview (bench);
  show_plan (bench);
}

static GtkWidget *
find_timeline (GtkWidget *widget)
{
  if (ACADEMY_IS_TIMELINE_VIEW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *timeline = find_timeline (child);

      if (timeline != NULL)
        return timeline;
    }

  return NULL;
}

static void
activate_fold_all (Bench   *bench,
                   gboolean folded)
{
  GtkWidget *content = GTK_WIDGET (adw_navigation_split_view_get_content (bench->window->split_view));

  if (!gtk_widget_activate_action (find_timeline (content), "timeline.fold-all", "b", folded))
    g_error ("Nothing is folded");
}

static void
fold_all (Bench *bench)
{
  activate_fold_all (bench, TRUE);
}

static void
unfold_all (Bench *bench)
{
  activate_fold_all (bench, FALSE);
}

static void
set_value (Bench              *bench,
           const AcademyField *field,
           const GValue       *value)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (bench->measure)->change);
  g_autoptr(GError) error = NULL;

  academy_edit_set (edit, bench->measure, field, value);
  if (!academy_store_apply (get_store (bench), edit, &error))
    g_error ("%s", error->message);
}

static void
edit_text (Bench *bench)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, g_strdup_printf ("Varataan aika %u", bench->n_edits++));
  set_value (bench, academy_kind_find_field (&academy_measure_kind, "next_step"), &value);
}

/* The days of a measure decide its hints and those of its successors. */
static void
edit_day (Bench *bench)
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
undo (Bench *bench)
{
  g_autoptr(GError) error = NULL;

  academy_store_undo (get_store (bench), &error);
  g_assert_no_error (error);
}

static const Step steps[] = {
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

static gint
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Prints the median, since others use the computer too. */
static void
measure (Bench      *bench,
         const Step *step)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (step->prepare != NULL)
    {
      step->prepare (bench);
      settle (REST);
    }

  for (guint i = 0; i < step->runs; i++)
    {
      gint64 start = get_cpu_time ();
      gint64 time;

      step->run (bench);
      time = settle (REST) - start;
      g_array_append_val (times, time);
    }

  g_array_sort (times, compare_times);
  printf ("%s\t%" G_GINT64_FORMAT "\n", step->name, g_array_index (times, gint64, times->len / 2));
  fflush (stdout);
}

/* Returns by how many bytes in use it has grown, or shrunk. */
static gssize
switch_organisations (Bench *bench,
                      guint  switches)
{
  gssize before = mallinfo2 ().uordblks;

  for (guint i = 0; i < switches; i++)
    {
      academy_window_show_place (bench->window, get_organisation (bench, i));
      settle (REST / 10);
    }

  return (gssize) mallinfo2 ().uordblks - before;
}

static void
measure_switches (Bench      *bench,
                  const char *view,
                  guint       switches)
{
  show_view (bench, view);
  settle (REST);
  switch_organisations (bench, switches);
  printf ("%s\t%" G_GSSIZE_FORMAT "\n", view, switch_organisations (bench, switches) / (gssize) switches);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(AcademyApplication) application = NULL;
  g_autoptr(GDate) today = g_date_new_dmy (15, 6, 2022);
  g_autoptr(GError) error = NULL;
  Bench bench = { .path = argv[1] };
  guint switches = argc > 2 ? atoi (argv[2]) : 0;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ACADEMY_LOCALEDIR);
  textdomain (GETTEXT_PACKAGE);
  academy_clock_set_today (today);

  application = bench.application = academy_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  measure (&bench, &(Step) { "open window", NULL, open_window, 1 });
  find_measure (&bench);
  if (switches > 0)
    for (guint i = 0; i < G_N_ELEMENTS (views); i++)
      measure_switches (&bench, views[i], switches);
  else
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      measure (&bench, &steps[i]);

  fflush (stdout);
  _Exit (EXIT_SUCCESS);
}
