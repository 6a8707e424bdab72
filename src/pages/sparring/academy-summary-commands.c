/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-summary-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-file-chooser.h"
#include "academy-file-toast.h"
#include "academy-files.h"
#include "academy-picture.h"
#include "academy-preferences.h"
#include "academy-report-document.h"
#include "academy-report-text.h"
#include "academy-session-summary.h"
#include "academy-toast.h"

/* A file that is being chosen and written. */
typedef struct {
  /* Owned */
  AcademyStore  *store;
  AcademyReport *report;
  GWeakRef       widget;

  gboolean       as_text;
} Command;

static void
command_free (Command *self)
{
  g_weak_ref_clear (&self->widget);
  academy_report_unref (self->report);
  g_object_unref (self->store);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Command, command_free)

static AcademyReport *
create_summary (GtkWidget    *widget,
                AcademyStore *store,
                AcademyItem  *session)
{
  g_autoptr(GError) error = NULL;
  AcademyReport *report = academy_session_summary_create (store, session, academy_preferences_get_export_language (), &error);

  if (report == NULL)
    academy_toast_show_error (widget, error);
  return report;
}

/**
 * academy_command_copy_summary:
 * @widget: (transfer none): a widget of the window that shows the toast
 * @store: a store
 * @session: a session
 *
 * Copies the summary of @session for its organisation, as text and with headings.
 */
void
academy_command_copy_summary (GtkWidget    *widget,
                              AcademyStore *store,
                              AcademyItem  *session)
{
  g_autoptr(AcademyReport) report = create_summary (widget, store, session);
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GdkContentProvider) provider = NULL;
  GdkContentProvider *forms[2];

  if (report == NULL)
    return;

  text = academy_report_dup_text (report, ACADEMY_REPORT_PLAIN);
  html = academy_report_dup_text (report, ACADEMY_REPORT_HTML);
  bytes = g_bytes_new (html, strlen (html));
  forms[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  forms[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  provider = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
  academy_toast_show (widget, _("Summary copied, for a mail or a document"));
}

static gboolean
write_summary (Command     *command,
               const char  *path,
               GError     **error)
{
  g_autoptr(AcademyScratch) content = academy_scratch_new (path, error);
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  g_autoptr(GPtrArray) contents = g_ptr_array_new ();

  if (content == NULL)
    return FALSE;

  if (command->as_text)
    {
      g_autofree char *text = academy_report_dup_text (command->report, ACADEMY_REPORT_MARKDOWN);

      if (!academy_scratch_write (content, text, strlen (text), error))
        return FALSE;
    }
  else
    {
      g_autoptr(AcademyReportDocument) document = academy_report_document_new (command->report, &academy_geometry_brief);

      if (!academy_picture_make (ACADEMY_DOCUMENT (document), ACADEMY_PICTURE_PDF, content, NULL, error))
        return FALSE;
    }

  g_ptr_array_add (files, (gpointer) path);
  g_ptr_array_add (contents, content);
  return academy_scratch_flush (content, error) &&
         academy_files_write (academy_store_get_path (command->store), files, contents, ACADEMY_FILES_DEFAULT, error);
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Command) command = data;
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&command->widget);
  g_autofree char *path = widget != NULL ? academy_file_chooser_finish (GTK_FILE_DIALOG (source), result, widget) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return;

  if (!write_summary (command, path, &error))
    {
      academy_toast_show_error (widget, error);
      return;
    }

  name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  title = g_strdup_printf (_("Summary saved as “%s”"), name);
  academy_file_toast_show (widget, title, path);
}

/**
 * academy_command_save_summary:
 * @widget: (transfer none): a widget of the window that shows the toast
 * @store: a store
 * @session: a session
 * @as_text: whether as Markdown rather than as PDF
 *
 * Saves the summary of @session for its organisation in a file that the user chooses.
 */
void
academy_command_save_summary (GtkWidget    *widget,
                              AcademyStore *store,
                              AcademyItem  *session,
                              gboolean      as_text)
{
  const AcademyLanguage *language = academy_preferences_get_export_language ();
  AcademyReport *report = create_summary (widget, store, session);
  g_autoptr(GtkFileDialog) dialog = NULL;
  g_autofree char *file_name = NULL;
  Command *command;

  if (report == NULL)
    return;

  command = g_new0 (Command, 1);
  command->store = g_object_ref (store);
  command->report = report;
  command->as_text = as_text;
  g_weak_ref_init (&command->widget, widget);

  dialog = as_text ? academy_file_chooser_new (_("Save summary"), _("Markdown"), "*.md")
                   : academy_file_chooser_new (_("Save summary"), _("PDF"), "*.pdf");
  file_name = academy_file_chooser_dup_name (report->title.text, academy_language_translate (language, N_("summary")),
                                             as_text ? "md" : "pdf");
  academy_file_chooser_propose (dialog, academy_store_get_path (store), file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, save_cb, command);
}
