/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done in frames, one after another: @begin before the first, then @step in each. A query is asked in one frame
 * and taken back in the next, which does not count. */
typedef struct {
  const char   *name;
  void        (*begin) (gpointer      data);
  void        (*step)  (gpointer      data,
                        int           frame,
                        gconstpointer argument);
  gconstpointer query;
} BenchScenario;

#define BENCH_FRAMES 120
#define BENCH_SCROLL 48

void bench_frames_run    (GtkWidget            *window,
                          const BenchScenario  *scenarios,
                          const char           *clock,
                          const char * const   *names,
                          gpointer              data);
void bench_frames_scroll (GtkAdjustment        *vertical);
void bench_frames_page   (GtkAdjustment        *vertical);
void bench_frames_jump   (GtkAdjustment        *vertical);

G_END_DECLS
