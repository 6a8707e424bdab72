/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-print.h"

#include "academy-canvas-cairo.h"

struct _AcademyPrint {
  GtkPrintOperation  parent_instance;

  /* Owned */
  AcademyDocument   *document;
  GTask             *task;
  GError            *error;
};

G_DEFINE_FINAL_TYPE (AcademyPrint, academy_print, GTK_TYPE_PRINT_OPERATION)

/**
 * AcademyPrint:
 *
 * A print operation of a document: it shows the print dialog, paginates for the
 * chosen paper, and draws the pages without blocking the window.
 */

static void
academy_print_begin_print (GtkPrintOperation *operation,
                           GtkPrintContext   *context)
{
  academy_document_set_area (ACADEMY_PRINT (operation)->document, gtk_print_context_get_width (context),
                             gtk_print_context_get_height (context));
}

static gboolean
academy_print_paginate (GtkPrintOperation *operation,
                        GtkPrintContext   *context)
{
  AcademyPrint *self = ACADEMY_PRINT (operation);
  gboolean finished;

  if (!academy_document_paginate (self->document, &finished, &self->error))
    {
      /* GTK asks for at least one page, but does not draw it after cancel(). */
      gtk_print_operation_set_n_pages (operation, 1);
      gtk_print_operation_cancel (operation);
      return TRUE;
    }

  if (finished)
    gtk_print_operation_set_n_pages (operation, academy_document_get_n_pages (self->document));
  return finished;
}

static void
academy_print_draw_page (GtkPrintOperation *operation,
                         GtkPrintContext   *context,
                         int                page)
{
  AcademyPrint *self = ACADEMY_PRINT (operation);
  AcademyCairoCanvas canvas;

  academy_cairo_canvas_init (&canvas, gtk_print_context_get_cairo_context (context));
  if (self->error == NULL && !academy_document_draw_page (self->document, page, &canvas.parent, &self->error))
    gtk_print_operation_cancel (operation);
}

static void
academy_print_done (GtkPrintOperation       *operation,
                    GtkPrintOperationResult  result)
{
  AcademyPrint *self = ACADEMY_PRINT (operation);
  g_autoptr(GTask) task = g_steal_pointer (&self->task);

  /* GTK may have emitted done before gtk_print_operation_run() returns. */
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
academy_print_dispose (GObject *object)
{
  AcademyPrint *self = ACADEMY_PRINT (object);

  g_clear_error (&self->error);
  g_clear_object (&self->task);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (academy_print_parent_class)->dispose (object);
}

static void
academy_print_class_init (AcademyPrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_print_dispose;
  operation_class->begin_print = academy_print_begin_print;
  operation_class->paginate = academy_print_paginate;
  operation_class->draw_page = academy_print_draw_page;
  operation_class->done = academy_print_done;
}

static void
academy_print_init (AcademyPrint *self)
{
}

/**
 * academy_print_new:
 * @document: a document, not to be used until it is printed
 *
 * Returns: (transfer full): a print operation; the dialog proposes the paper of
 *   @document
 */
AcademyPrint *
academy_print_new (AcademyDocument *document)
{
  AcademyPrint *self = g_object_new (ACADEMY_TYPE_PRINT,
                                     "job-name", academy_document_get_facts (document)->title,
                                     "unit", GTK_UNIT_POINTS,
                                     "allow-async", TRUE,
                                     "show-progress", TRUE,
                                     "embed-page-setup", TRUE,
                                     NULL);
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPrintSettings) settings = gtk_print_settings_new ();
  const AcademySheet *sheet = academy_document_get_sheet (document);
  GtkPaperSize *size = gtk_paper_size_new (sheet->name);

  gtk_page_setup_set_orientation (setup, sheet->width > sheet->height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                      : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, academy_document_get_facts (document)->title);

  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (self), settings);
  self->document = g_object_ref (document);

  return self;
}

/**
 * academy_print_run:
 * @self: a print
 * @action: the action, such as %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG
 * @parent: (nullable): the parent of the dialog
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when printing has ended
 * @data: data for @callback
 *
 * Prints the document. To be called once.
 */
void
academy_print_run (AcademyPrint            *self,
                   GtkPrintOperationAction  action,
                   GtkWindow               *parent,
                   GCancellable            *cancellable,
                   GAsyncReadyCallback      callback,
                   gpointer                 data)
{
  GtkPrintOperationResult result;

  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (self->task, academy_print_run);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (gtk_print_operation_cancel), self, G_CONNECT_SWAPPED);

  result = gtk_print_operation_run (GTK_PRINT_OPERATION (self), action, parent, NULL);
  if (result != GTK_PRINT_OPERATION_RESULT_IN_PROGRESS)
    academy_print_done (GTK_PRINT_OPERATION (self), result);
}

/**
 * academy_print_run_finish:
 * @self: a print
 * @result: the result passed to the callback
 * @error: return location for a #GError; %G_IO_ERROR_CANCELLED when the user or the
 *   #GCancellable cancelled
 *
 * Returns: %FALSE on error
 */
gboolean
academy_print_run_finish (AcademyPrint  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
