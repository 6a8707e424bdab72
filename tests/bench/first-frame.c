/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "first-frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The memory of this process with its share of what others use too, in kB
 * (proc_pid_smaps(5), Pss). */
static long
get_pss (void)
{
  g_autofree char *rollup = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    g_error ("The memory of the process cannot be read");

  line = strstr (rollup, "\nPss:");
  return line != NULL ? strtol (line + strlen ("\nPss:"), NULL, 10) : 0;
}

/* Prints the time since the parent started the process, the memory, and the time of
 * the processors. */
static void
painted_cb (GtkWindow *window)
{
  const char *start = g_getenv ("BENCH_START_US");
  struct timespec processors;

  if (start == NULL)
    g_error ("BENCH_START_US is not set");

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &processors);
  printf ("%" G_GINT64_FORMAT " %ld %ld\n", g_get_monotonic_time () - g_ascii_strtoll (start, NULL, 10), get_pss (),
          processors.tv_sec * G_USEC_PER_SEC + processors.tv_nsec / 1000);
  fflush (stdout);
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (GTK_WIDGET (window)), painted_cb, window);
  g_idle_add_once ((GSourceOnceFunc) gtk_window_close, window);
}

static void
mapped_cb (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window,
                           G_CONNECT_SWAPPED);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
}

/* Closes the first window at its first frame. It is closed as people close it,
 * because a file that was left open is looked through when it is opened next. */
void
first_frame_watch (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
}
