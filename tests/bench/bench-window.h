/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-application.h"
#include "academy-window-private.h"

G_BEGIN_DECLS

/* A window of the program with a file. */
typedef struct {
  /* Owned */
  AcademyApplication *application;
  GPtrArray          *organisations;

  /* Borrowed */
  AcademyWindow      *window;
  const char         *path;

  /* The microseconds without an event after which a step is over. */
  gint64              rest;
  guint               n_edits;
} BenchWindow;

/* What people do in it; @prepare is not measured. */
typedef struct {
  const char *name;
  void      (*prepare) (BenchWindow *bench);
  void      (*run)     (BenchWindow *bench);
  guint       runs;
  gboolean    prepare_each;
} BenchStep;

void          bench_window_start            (BenchWindow     *self,
                                             const char      *path,
                                             gint64           rest);
void          bench_window_open             (BenchWindow     *self);
void          bench_window_find             (BenchWindow     *self);
gint64        bench_window_settle           (BenchWindow     *self);
void          bench_window_measure          (BenchWindow     *self,
                                             const BenchStep *step);
AcademyStore *bench_window_get_store        (BenchWindow     *self);
const char   *bench_window_get_organisation (BenchWindow     *self,
                                             guint            n);
GtkWidget    *bench_window_find_widget      (BenchWindow     *self,
                                             GType            type);
void          bench_window_show_view        (BenchWindow     *self,
                                             const char      *view);

G_END_DECLS
