/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-summary-commands.h"

#include <glib/gi18n-lib.h>

#include "academy-file-chooser.h"
#include "academy-preferences.h"
#include "academy-report-commands.h"
#include "academy-session-summary.h"
#include "academy-toast.h"

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

  if (report != NULL)
    academy_command_copy_report (widget, report, _("Summary copied, for a mail or a document"));
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
  g_autoptr(AcademyReport) report = create_summary (widget, store, session);
  g_autofree char *file_name = NULL;
  AcademyReportOutput output = {
    .store = store,
    .report = report,
    .geometry = &academy_geometry_brief,
    .title = _("Save summary"),
    /* Translators: the name of a file */
    .saved = _("Summary saved as “%s”"),
  };

  if (report == NULL)
    return;

  file_name = academy_file_chooser_dup_name (report->title.text, academy_language_translate (language, N_("summary")), NULL);
  output.name = file_name;
  academy_command_save_report (widget, &output, as_text);
}
