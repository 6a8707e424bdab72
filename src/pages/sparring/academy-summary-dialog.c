/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-summary-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-file-chooser.h"
#include "academy-preferences.h"
#include "academy-report-commands.h"
#include "academy-report-view.h"
#include "academy-session-summary.h"

struct _AcademySummaryDialog {
  AdwDialog          parent_instance;

  /* Template children */
  AdwToggleGroup    *language_group;
  AcademyReportView *view;

  /* Owned */
  AcademyStore      *store;
  AcademyItem       *session;
};

G_DEFINE_FINAL_TYPE (AcademySummaryDialog, academy_summary_dialog, ADW_TYPE_DIALOG)

/**
 * AcademySummaryDialog:
 *
 * The summary of a session as its organisation gets it, to read before it is copied,
 * printed or saved.
 */

static const AcademyLanguage *
get_language (AcademySummaryDialog *self)
{
  return academy_language_get (adw_toggle_group_get_active_name (self->language_group), NULL);
}

static void
update_cb (AcademySummaryDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyReport) report = NULL;

  if (self->store == NULL)
    return;

  report = academy_session_summary_create (self->store, self->session, get_language (self), &error);
  if (report != NULL)
    academy_report_view_set_report (self->view, report);
  else
    academy_store_report (self->store, error);
}

/* Prints, copies and saves what is shown. */
static void
output_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademySummaryDialog *self = ACADEMY_SUMMARY_DIALOG (widget);
  AcademyReport *report = academy_report_view_get_report (self->view);
  g_autofree char *file_name = NULL;
  AcademyReportOutput output = {
    .store = self->store,
    .report = report,
    .geometry = &academy_geometry_brief,
    .title = _("Save summary"),
    /* Translators: the name of a file */
    .saved = _("Summary saved as “%s”"),
  };

  if (report == NULL)
    return;

  file_name = academy_file_chooser_dup_name (report->title.text, academy_language_translate (get_language (self), N_("summary")),
                                             NULL);
  output.name = file_name;
  if (g_str_equal (name, "summary.print"))
    academy_command_print_report (GTK_WIDGET (self->view), &output);
  else if (g_str_equal (name, "summary.copy"))
    academy_command_copy_report (GTK_WIDGET (self->view), report, _("Summary copied, for a mail or a document"));
  else
    academy_command_save_report (GTK_WIDGET (self->view), &output, g_str_equal (name, "summary.save-markdown"));
}

static void
academy_summary_dialog_dispose (GObject *object)
{
  AcademySummaryDialog *self = ACADEMY_SUMMARY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_SUMMARY_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_summary_dialog_parent_class)->dispose (object);
}

static void
academy_summary_dialog_class_init (AcademySummaryDialogClass *klass)
{
  static const char * const outputs[] = { "summary.print", "summary.save-pdf", "summary.save-markdown", "summary.copy" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_summary_dialog_dispose;

  g_type_ensure (ACADEMY_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-summary-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademySummaryDialog, language_group);
  gtk_widget_class_bind_template_child (widget_class, AcademySummaryDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    gtk_widget_class_install_action (widget_class, outputs[i], NULL, output_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "summary.print", NULL);
}

static void
academy_summary_dialog_init (AcademySummaryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active_name (self->language_group,
                                    academy_language_get_code (academy_preferences_get_export_language ()));
}

/**
 * academy_summary_dialog_new:
 * @store: a store
 * @session: a session in it
 *
 * Returns: (transfer floating): the summary of @session
 */
AdwDialog *
academy_summary_dialog_new (AcademyStore *store,
                            AcademyItem  *session)
{
  AcademySummaryDialog *self = g_object_new (ACADEMY_TYPE_SUMMARY_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  update_cb (self);

  return ADW_DIALOG (self);
}
