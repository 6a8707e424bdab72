/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-window.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "academy-clock.h"
#include "academy-descendant.h"
#include "academy-organisation-page.h"
#include "academy-organisations.h"
#include "bench-store.h"

/* Other threads work when they take more than this while the main thread sleeps. */
#define PAUSE 1000
#define WORK  300

/* Starts the application, in which bench_window_open() opens @path. */
void
bench_window_start (BenchWindow *self,
                    const char  *path,
                    gint64       rest)
{
  g_autoptr(GDate) today = g_date_new_dmy (15, 6, 2022);
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ACADEMY_LOCALEDIR);
  textdomain (GETTEXT_PACKAGE);
  academy_clock_set_today (today);

  self->path = path;
  self->rest = rest;
  self->application = academy_application_new ();
  g_application_set_flags (G_APPLICATION (self->application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (self->application), NULL, &error))
    g_error ("%s", error->message);
  /* Else a window with an entry is never at rest. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

void
bench_window_open (BenchWindow *self)
{
  g_autoptr(GSettings) settings = g_settings_new (ACADEMY_APPLICATION_ID);

  self->window = academy_window_new (GTK_APPLICATION (self->application), settings);
  gtk_window_present (GTK_WINDOW (self->window));
  if (!academy_window_open (self->window, self->path))
    g_error ("%s is not opened", self->path);
}

/* Finds the organisations of the open file, in the order of the sidebar. */
void
bench_window_find (BenchWindow *self)
{
  g_autoptr(GError) error = NULL;

  self->organisations = academy_organisations_get (bench_window_get_store (self), &error);
  g_assert_no_error (error);
}

/* Runs the main loop until nothing has happened for a while, and returns the time of
 * the processors that this took. Looking for events is not counted, since the
 * program waits for them. */
gint64
bench_window_settle (BenchWindow *self)
{
  gint64 happened = g_get_monotonic_time ();
  gint64 total = 0;

  while (g_get_monotonic_time () - happened < self->rest)
    {
      gint64 before = bench_get_cpu_time ();
      gboolean works = g_main_context_iteration (NULL, FALSE);
      gint64 time;

      if (!works)
        g_usleep (PAUSE);
      time = bench_get_cpu_time () - before;
      if (!works && time <= WORK)
        continue;

      happened = g_get_monotonic_time ();
      total += time;
    }

  return total;
}

static gint
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Prints the name of a step, a tab, and the microseconds of the processors from its
 * start until nothing had happened for a while: of several runs the median, since
 * others use the computer too. */
void
bench_window_measure (BenchWindow     *self,
                      const BenchStep *step)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < step->runs; i++)
    {
      gint64 start, time;

      if (step->prepare != NULL && (i == 0 || step->prepare_each))
        {
          step->prepare (self);
          bench_window_settle (self);
        }
      start = bench_get_cpu_time ();
      step->run (self);
      time = bench_get_cpu_time () - start;
      time += bench_window_settle (self);
      g_array_append_val (times, time);
    }

  g_array_sort (times, compare_times);
  printf ("%s\t%" G_GINT64_FORMAT "\n", step->name, g_array_index (times, gint64, times->len / 2));
  fflush (stdout);
}

AcademyStore *
bench_window_get_store (BenchWindow *self)
{
  return self->window->store;
}

const char *
bench_window_get_organisation (BenchWindow *self,
                               guint        n)
{
  return academy_item_get_id (g_ptr_array_index (self->organisations, n % self->organisations->len));
}

GtkWidget *
bench_window_find_widget (BenchWindow *self,
                          GType        type)
{
  return academy_descendant_find (GTK_WIDGET (adw_navigation_split_view_get_content (self->window->split_view)), type);
}

/* Shows a view of the organisation that the sidebar shows first. */
void
bench_window_show_view (BenchWindow *self,
                        const char  *view)
{
  AdwNavigationPage *page;

  academy_window_show_place (self->window, bench_window_get_organisation (self, 0));
  page = adw_navigation_split_view_get_content (self->window->split_view);
  academy_organisation_page_show_view (ACADEMY_ORGANISATION_PAGE (page), view);
}
