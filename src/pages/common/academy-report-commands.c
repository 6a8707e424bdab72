/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-report-commands.h"

#include <glib/gi18n-lib.h>

#include "academy-clipboard.h"
#include "academy-file-chooser.h"
#include "academy-file-toast.h"
#include "academy-files.h"
#include "academy-picture.h"
#include "academy-print.h"
#include "academy-report-document.h"
#include "academy-report-text.h"
#include "academy-toast.h"

/* A file that is being chosen and written. */
typedef struct {
  AcademyReportOutput  output;

  /* Owned, besides the store and the report of the output */
  char                *saved;
  GWeakRef             widget;

  gboolean             as_text;
} Saving;

static void
saving_free (Saving *self)
{
  g_weak_ref_clear (&self->widget);
  academy_report_unref (self->output.report);
  g_object_unref (self->output.store);
  g_free (self->saved);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/**
 * academy_command_copy_report:
 * @widget: (transfer none): a widget of the window that shows the toast
 * @report: a report
 * @copied: what tells that it is copied
 *
 * Copies @report with its headings and lists for programs that take HTML, and as
 * Markdown for others.
 */
void
academy_command_copy_report (GtkWidget     *widget,
                             AcademyReport *report,
                             const char    *copied)
{
  g_autofree char *text = academy_report_dup_text (report, ACADEMY_REPORT_MARKDOWN);
  g_autofree char *html = academy_report_dup_text (report, ACADEMY_REPORT_HTML);

  academy_clipboard_set_texts (widget, html, text);
  academy_toast_show (widget, copied);
}

/**
 * academy_report_output_dup_name:
 * @self: what is saved
 * @as_text: whether as Markdown rather than as PDF
 *
 * Returns: (transfer full): the proposed name of the file, which says when only the
 *   mentor may see it
 */
char *
academy_report_output_dup_name (const AcademyReportOutput *self,
                                gboolean                   as_text)
{
  const char *extension = as_text ? ".md" : ".pdf";

  if (!self->is_private)
    return g_strconcat (self->name, extension, NULL);

  /* Translators: the end of the name of a file that only the mentor may see; without spaces */
  return g_strconcat (self->name, "-", academy_language_translate (self->report->language, N_("for-mentor")), extension, NULL);
}

/**
 * academy_report_output_dup_job:
 * @self: what is printed
 *
 * Returns: (transfer full): the name of the print job, which says when only the mentor
 *   may see it
 */
char *
academy_report_output_dup_job (const AcademyReportOutput *self)
{
  const char *title = self->report->title.text;

  if (!self->is_private)
    return g_strdup (title);

  return g_strjoin (" · ", academy_language_translate (self->report->language, N_("Only for the mentor")), title, NULL);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GtkWidget) widget = data;
  g_autoptr(GError) error = NULL;

  if (!academy_print_run_finish (ACADEMY_PRINT (source), result, &error))
    academy_toast_report (widget, error);
}

/**
 * academy_command_print_report:
 * @widget: (transfer none): a widget of the window that shows errors
 * @output: what is printed
 *
 * Prints a report.
 */
void
academy_command_print_report (GtkWidget                 *widget,
                              const AcademyReportOutput *output)
{
  g_autoptr(AcademyReportDocument) document = academy_report_document_new (output->report, output->geometry);
  g_autoptr(AcademyPrint) operation = academy_print_new (ACADEMY_DOCUMENT (document));
  g_autofree char *job = academy_report_output_dup_job (output);

  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (operation), job);
  gtk_print_settings_set (gtk_print_operation_get_print_settings (GTK_PRINT_OPERATION (operation)),
                          GTK_PRINT_SETTINGS_OUTPUT_BASENAME, job);
  academy_print_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                     printed_cb, g_object_ref (widget));
}

/**
 * academy_report_output_write:
 * @self: what is saved
 * @path: (type filename): the path to write to
 * @as_text: whether as Markdown rather than as PDF
 * @error: return location for an error
 *
 * Writes a report, complete or not at all.
 *
 * Returns: whether it is written
 */
gboolean
academy_report_output_write (const AcademyReportOutput  *self,
                             const char                 *path,
                             gboolean                    as_text,
                             GError                    **error)
{
  const char *programme = academy_store_get_path (self->store);
  AcademyFilesFlags flags = self->is_private ? ACADEMY_FILES_PRIVATE : ACADEMY_FILES_DEFAULT;
  g_autoptr(AcademyScratch) content = NULL;
  g_autoptr(AcademyReportDocument) document = NULL;
  g_autofree char *text = NULL;

  if (as_text)
    {
      text = academy_report_dup_text (self->report, ACADEMY_REPORT_MARKDOWN);
      return academy_files_write_text (programme, path, text, flags, error);
    }

  content = academy_scratch_new (path, error);
  document = academy_report_document_new (self->report, self->geometry);
  return content != NULL &&
         academy_picture_make (ACADEMY_DOCUMENT (document), ACADEMY_PICTURE_PDF, content, NULL, error) &&
         academy_files_write_one (programme, path, content, flags, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Saving) self = data;
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&self->widget);
  g_autofree char *path = widget != NULL ? academy_file_chooser_finish (GTK_FILE_DIALOG (source), result, widget) : NULL;
  g_autofree char *name = NULL;
  g_auto(GStrv) around = NULL;
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return;

  if (!academy_report_output_write (&self->output, path, self->as_text, &error))
    {
      academy_toast_show_error (widget, error);
      return;
    }

  name = g_filename_display_basename (path);
  around = g_strsplit (self->saved, "%s", 2);
  title = g_strjoinv (name, around);
  academy_file_toast_show (widget, title, path);
}

/**
 * academy_command_save_report:
 * @widget: (transfer none): a widget of the window that shows the toast
 * @output: what is saved
 * @as_text: whether as Markdown rather than as PDF
 *
 * Saves a report in a file that the user chooses.
 */
void
academy_command_save_report (GtkWidget                 *widget,
                             const AcademyReportOutput *output,
                             gboolean                   as_text)
{
  g_autoptr(GtkFileDialog) dialog = as_text ? academy_file_chooser_new (output->title, _("Markdown"), "*.md")
                                            : academy_file_chooser_new (output->title, _("PDF"), "*.pdf");
  g_autofree char *name = academy_report_output_dup_name (output, as_text);
  Saving *self = g_new0 (Saving, 1);

  self->output = *output;
  self->output.store = g_object_ref (output->store);
  self->output.report = academy_report_ref (output->report);
  self->saved = g_strdup (output->saved);
  self->as_text = as_text;
  g_weak_ref_init (&self->widget, widget);

  /* Checkpoint, because people who see a file dialog may copy or send the file. */
  academy_store_settle (output->store);
  academy_file_chooser_propose (dialog, academy_store_get_path (output->store), name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, self);
}
