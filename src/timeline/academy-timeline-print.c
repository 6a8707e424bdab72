/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-print.h"

#include "academy-canvas-cairo.h"

struct _AcademyTimelinePrint {
  GtkPrintOperation  parent_instance;

  /* Owned */
  AcademyPaper      *paper;
  GTask             *task;
  GError            *error;
};

G_DEFINE_FINAL_TYPE (AcademyTimelinePrint, academy_timeline_print, GTK_TYPE_PRINT_OPERATION)

/**
 * AcademyTimelinePrint:
 *
 * Prints a timeline: asks how, makes pages for the paper that was chosen, and
 * draws them one by one, while the window goes on.
 */

static void
academy_timeline_print_begin_print (GtkPrintOperation *operation,
                                    GtkPrintContext   *context)
{
  academy_paper_set_area (ACADEMY_TIMELINE_PRINT (operation)->paper, gtk_print_context_get_width (context),
                          gtk_print_context_get_height (context));
}

static gboolean
academy_timeline_print_paginate (GtkPrintOperation *operation,
                                 GtkPrintContext   *context)
{
  AcademyTimelinePrint *self = ACADEMY_TIMELINE_PRINT (operation);
  gboolean finished;

  if (!academy_paper_paginate (self->paper, &finished, &self->error))
    {
      /* There must be a page, though it is never drawn. */
      gtk_print_operation_set_n_pages (operation, 1);
      gtk_print_operation_cancel (operation);
      return TRUE;
    }

  if (finished)
    gtk_print_operation_set_n_pages (operation, academy_paper_get_n_pages (self->paper));
  return finished;
}

static void
academy_timeline_print_draw_page (GtkPrintOperation *operation,
                                  GtkPrintContext   *context,
                                  int                page)
{
  AcademyTimelinePrint *self = ACADEMY_TIMELINE_PRINT (operation);
  AcademyCairoCanvas canvas;

  academy_cairo_canvas_init (&canvas, gtk_print_context_get_cairo_context (context));
  if (self->error == NULL && !academy_paper_draw_page (self->paper, page, &canvas.parent, &self->error))
    gtk_print_operation_cancel (operation);
}

static void
academy_timeline_print_done (GtkPrintOperation       *operation,
                             GtkPrintOperationResult  result)
{
  AcademyTimelinePrint *self = ACADEMY_TIMELINE_PRINT (operation);
  g_autoptr(GTask) task = g_steal_pointer (&self->task);

  /* It may be told already when running it returns. */
  if (task == NULL)
    return;

  if (self->error == NULL && result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &self->error);
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else if (result == GTK_PRINT_OPERATION_RESULT_CANCEL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Printing was cancelled");
  else
    g_task_return_boolean (task, TRUE);
}

static void
academy_timeline_print_dispose (GObject *object)
{
  AcademyTimelinePrint *self = ACADEMY_TIMELINE_PRINT (object);

  g_clear_error (&self->error);
  g_clear_object (&self->task);
  g_clear_object (&self->paper);

  G_OBJECT_CLASS (academy_timeline_print_parent_class)->dispose (object);
}

static void
academy_timeline_print_class_init (AcademyTimelinePrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_timeline_print_dispose;
  operation_class->begin_print = academy_timeline_print_begin_print;
  operation_class->paginate = academy_timeline_print_paginate;
  operation_class->draw_page = academy_timeline_print_draw_page;
  operation_class->done = academy_timeline_print_done;
}

static void
academy_timeline_print_init (AcademyTimelinePrint *self)
{
}

/**
 * academy_timeline_print_new:
 * @paper: a paper that nothing else is asked of until it is printed
 *
 * Returns: (transfer full): what prints @paper, on its side and on the size of
 *   paper that it is best read on, unless whoever prints it wants another
 */
AcademyTimelinePrint *
academy_timeline_print_new (AcademyPaper *paper)
{
  AcademyTimelinePrint *self = g_object_new (ACADEMY_TYPE_TIMELINE_PRINT,
                                             "job-name", academy_paper_get_facts (paper)->title,
                                             "unit", GTK_UNIT_POINTS,
                                             "allow-async", TRUE,
                                             "show-progress", TRUE,
                                             "embed-page-setup", TRUE,
                                             NULL);
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkPaperSize *size = gtk_paper_size_new (academy_paper_get_sheet (paper)->name);

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, academy_paper_get_facts (paper)->title);

  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (self), settings);
  self->paper = g_object_ref (paper);

  return self;
}

/**
 * academy_timeline_print_run:
 * @self: a print
 * @action: whether to ask how, such as %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG
 * @parent: (nullable): the window that it is printed from
 * @cancellable: (nullable): stops it
 * @callback: is called when it is printed, or not
 * @data: for @callback
 */
void
academy_timeline_print_run (AcademyTimelinePrint    *self,
                            GtkPrintOperationAction  action,
                            GtkWindow               *parent,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 data)
{
  GtkPrintOperationResult result;

  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (self->task, academy_timeline_print_run);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (gtk_print_operation_cancel), self, G_CONNECT_SWAPPED);

  result = gtk_print_operation_run (GTK_PRINT_OPERATION (self), action, parent, NULL);
  if (result != GTK_PRINT_OPERATION_RESULT_IN_PROGRESS)
    academy_timeline_print_done (GTK_PRINT_OPERATION (self), result);
}

/**
 * academy_timeline_print_run_finish:
 * @self: a print
 * @result: what the callback was given
 * @error: says why it was not printed; %G_IO_ERROR_CANCELLED when nobody wanted it
 *
 * Returns: whether it was printed
 */
gboolean
academy_timeline_print_run_finish (AcademyTimelinePrint  *self,
                                   GAsyncResult          *result,
                                   GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
