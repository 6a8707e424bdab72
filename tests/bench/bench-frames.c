/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-frames.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench-store.h"

#define SETTLE       12
#define QUERY_FRAMES 10

typedef struct {
  /* Borrowed */
  GtkWidget           *window;
  const BenchScenario *scenario;
  const char * const  *names;
  gpointer             data;

  gint64             (*get_time) (void);
  int                  frame;
  gint64               start;
} Frames;

static gboolean
is_wanted (Frames *self)
{
  return *self->names == NULL || g_strv_contains (self->names, self->scenario->name);
}

static void
start_scenario (Frames *self)
{
  while (self->scenario->name != NULL && !is_wanted (self))
    self->scenario++;
  if (self->scenario->name == NULL)
    {
      fflush (stdout);
      _Exit (EXIT_SUCCESS);
    }

  printf ("%s\t", self->scenario->name);
  self->frame = -SETTLE;
  self->scenario->begin (self->data);
}

static void
before_paint_cb (Frames *self)
{
  const BenchScenario *scenario = self->scenario;

  self->start = self->get_time ();
  if (self->frame >= 0)
    scenario->step (self->data, self->frame, self->frame % 2 == 0 ? scenario->query : NULL);
  else
    gtk_widget_queue_draw (self->window);
}

static void
after_paint_cb (Frames *self)
{
  gboolean is_query = self->scenario->query != NULL;

  if (self->frame >= 0 && (!is_query || self->frame % 2 == 0))
    printf ("%" G_GINT64_FORMAT " ", self->get_time () - self->start);
  self->frame++;
  if (self->frame < (is_query ? QUERY_FRAMES : BENCH_FRAMES))
    return;

  printf ("\n");
  self->scenario++;
  start_scenario (self);
}

/* Runs the scenarios of which @names has the names, or all, in a window that has drawn its first frame, and ends the
 * process. Prints a line for each: its name, a tab, and what each frame took in microseconds, the step included, until it
 * was painted; by the clock on the wall, or by that of the processors when @clock is “cpu”. */
void
bench_frames_run (GtkWidget           *window,
                  const BenchScenario *scenarios,
                  const char          *clock,
                  const char * const  *names,
                  gpointer             data)
{
  Frames *self = g_new0 (Frames, 1);
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (window);

  self->window = window;
  self->scenario = scenarios;
  self->names = names;
  self->data = data;
  self->get_time = g_str_equal (clock, "cpu") ? bench_get_cpu_time : g_get_monotonic_time;
  start_scenario (self);
  g_signal_connect_swapped (frame_clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_swapped (frame_clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  gdk_frame_clock_begin_updating (frame_clock);
}

/* A short list goes on from the top. */
static void
advance (GtkAdjustment *vertical,
         double         step)
{
  double value = gtk_adjustment_get_value (vertical);
  double last = gtk_adjustment_get_upper (vertical) - gtk_adjustment_get_page_size (vertical);

  gtk_adjustment_set_value (vertical, value < last ? value + step : 0);
}

void
bench_frames_scroll (GtkAdjustment *vertical)
{
  advance (vertical, BENCH_SCROLL);
}

void
bench_frames_page (GtkAdjustment *vertical)
{
  advance (vertical, gtk_adjustment_get_page_size (vertical));
}

void
bench_frames_jump (GtkAdjustment *vertical)
{
  gtk_adjustment_set_value (vertical, g_random_double () * gtk_adjustment_get_upper (vertical));
}
