/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-choices.h"
#include "academy-date.h"
#include "academy-day-entry.h"
#include "academy-file-chooser.h"
#include "academy-file-toast.h"
#include "academy-files.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-paper.h"
#include "academy-picture.h"
#include "academy-preferences.h"
#include "academy-print.h"
#include "academy-toast.h"
#include "academy-translations.h"

/* The delay after which the progress of an export is shown. */
#define PATIENCE_MS 400

struct _AcademyExportDialog {
  AdwAlertDialog       parent_instance;

  /* Template children */
  GtkListBox          *list;
  AdwComboRow         *format_row;
  AdwComboRow         *language_row;
  AdwDialog           *progress;
  GtkProgressBar      *progress_bar;

  /* Owned */
  AcademyTimelineView *view;
  AcademyPaper        *paper;
  GCancellable        *cancellable;
  AcademyScratch      *content;
  char                *path;

  /* Borrowed */
  AcademyDayEntry     *from;
  AcademyDayEntry     *to;

  guint                patience_id;
  gboolean             print;
};

G_DEFINE_FINAL_TYPE (AcademyExportDialog, academy_export_dialog, ADW_TYPE_ALERT_DIALOG)

/**
 * AcademyExportDialog:
 *
 * Asks for a format, a language and a range, and writes a timeline to a file or
 * prints it. Each step of the work holds a reference of the dialog, which is
 * closed by then.
 */

/* The formats, in the order of the choices in the template. */
static const struct {
  const char           *extension;
  AcademyPictureFormat  format;
} formats[] = {
  { "pdf", ACADEMY_PICTURE_PDF },
  { "png", ACADEMY_PICTURE_PNG },
  { "svg", ACADEMY_PICTURE_SVG },
};

static const char * const languages[] = { "fi", "en" };

static const AcademyLanguage *
get_language (AcademyExportDialog *self)
{
  return academy_language_get (languages[adw_combo_row_get_selected (self->language_row)], NULL);
}

static AcademyTimelineModel *
get_model (AcademyExportDialog *self)
{
  return academy_timeline_view_get_model (self->view);
}

static AcademyStore *
get_store (AcademyExportDialog *self)
{
  return academy_timeline_model_get_store (get_model (self));
}

static void
end_progress (AcademyExportDialog *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (gtk_widget_get_parent (GTK_WIDGET (self->progress)) != NULL)
    adw_dialog_force_close (self->progress);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(AcademyExportDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (self->path);
  /* Translators: the name of a file */
  g_autofree char *title = g_strdup_printf (_("Timeline saved as “%s”"), name);

  end_progress (self);
  if (academy_files_write_finish (result, &error))
    academy_file_toast_show (GTK_WIDGET (self->view), title, self->path);
  else
    academy_toast_report (GTK_WIDGET (self->view), error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(AcademyExportDialog) self = data;
  g_autoptr(GError) error = NULL;

  if (academy_picture_make_finish (ACADEMY_DOCUMENT (source), result, &error))
    {
      academy_files_write_async (academy_store_get_path (get_store (self)), self->path, self->content, written_cb,
                                 g_object_ref (self));
      return;
    }

  end_progress (self);
  academy_toast_report (GTK_WIDGET (self->view), error);
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer data)
{
  AcademyExportDialog *self = data;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
}

static void
progress_closed_cb (AcademyExportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static gboolean
show_progress_cb (gpointer data)
{
  AcademyExportDialog *self = data;

  self->patience_id = 0;
  adw_dialog_present (self->progress, GTK_WIDGET (self->view));

  return G_SOURCE_REMOVE;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(AcademyExportDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      academy_toast_report (GTK_WIDGET (self->view), error);
      return;
    }
  if (g_file_peek_path (file) == NULL)
    {
      academy_toast_show (GTK_WIDGET (self->view), _("Choose a folder on this computer"));
      return;
    }

  self->path = g_file_get_path (file);
  self->content = academy_scratch_new (self->path, &error);
  if (self->content == NULL)
    {
      academy_toast_report (GTK_WIDGET (self->view), error);
      return;
    }

  self->patience_id = g_timeout_add (PATIENCE_MS, show_progress_cb, self);
  academy_picture_make_async (ACADEMY_DOCUMENT (self->paper),
                              formats[adw_combo_row_get_selected (self->format_row)].format, self->content,
                              self->cancellable, progress_cb, self, made_cb, g_object_ref (self));
}

/* The title of the file: the organisation, or the whole programme. */
static char *
dup_title (AcademyExportDialog *self)
{
  AcademyTimelineModel *model = get_model (self);
  AcademyStore *store = academy_timeline_model_get_store (model);
  const char *id = academy_timeline_model_get_organisation (model);
  g_autoptr(AcademyItem) item =
    id != NULL ? academy_organisations_find (store, id, NULL)
               : academy_store_get_first (store, &academy_programme_kind, NULL, NULL);

  if (item == NULL)
    return g_strdup (_("Innovation Academy"));
  return id != NULL ? academy_organisation_dup_short_name (item, get_language (self))
                    : academy_item_dup_title (item, get_language (self));
}

static void
choose_file (AcademyExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);
  GListModel *labels = adw_combo_row_get_model (self->format_row);
  const char *extension = formats[selected].extension;
  g_autofree char *title = dup_title (self);
  g_autofree char *pattern = g_strconcat ("*.", extension, NULL);
  g_autofree char *name =
    academy_file_chooser_dup_name (title, academy_language_translate (get_language (self), N_("timeline")), extension);
  g_autoptr(GtkFileDialog) dialog =
    academy_file_chooser_new (_("Export timeline"), gtk_string_list_get_string (GTK_STRING_LIST (labels), selected), pattern);

  academy_file_chooser_propose (dialog, academy_store_get_path (get_store (self)), name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->view))), self->cancellable,
                        chosen_cb, g_object_ref (self));
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(AcademyExportDialog) self = data;
  g_autoptr(GError) error = NULL;

  if (!academy_print_run_finish (ACADEMY_PRINT (source), result, &error))
    academy_toast_report (GTK_WIDGET (self->view), error);
}

static void
print (AcademyExportDialog *self)
{
  g_autoptr(AcademyPrint) operation = academy_print_new (ACADEMY_DOCUMENT (self->paper));

  academy_print_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                     GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->view))), self->cancellable, printed_cb,
                     g_object_ref (self));
}

/* Returns 0 for an empty entry, which means the range of the plan. */
static AcademyDay
get_day (AcademyDayEntry *entry)
{
  GDate date;

  return academy_day_entry_get_day (entry, &date) && g_date_valid (&date) ? g_date_get_julian (&date) : 0;
}

/* Updates the hints of both entries: each limits the other. */
static void
update_near (AcademyExportDialog *self)
{
  AcademyDay first, last;
  AcademyNear near;

  academy_timeline_model_get_range (get_model (self), &first, &last);
  academy_near_init (&near, academy_store_get_day (get_store (self)));
  near.first = academy_date_from_julian (first);
  near.last = academy_date_from_julian (last);
  near.latest = academy_date_from_julian (get_day (self->to));
  academy_day_entry_set_near (self->from, &near);

  g_date_clear (&near.latest, 1);
  near.earliest = academy_date_from_julian (get_day (self->from));
  near.is_end = TRUE;
  academy_day_entry_set_near (self->to, &near);
}

static void
check_days (AcademyExportDialog *self)
{
  AcademyDay from = get_day (self->from), to = get_day (self->to);
  gboolean in_order = from == 0 || to == 0 || from <= to;
  GDate date;

  update_near (self);
  academy_day_entry_refuse (self->to, in_order ? NULL : _("The end is before the start."));
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "go",
                                         in_order && academy_day_entry_get_day (self->from, &date) &&
                                         academy_day_entry_get_day (self->to, &date));
}

static AcademyPaper *
create_paper (AcademyExportDialog *self,
              GError             **error)
{
  AcademyTimelineModel *model = get_model (self);
  AcademyPaperOptions options = {
    .organisation = academy_timeline_model_get_organisation (model),
    .grouping = academy_timeline_model_get_grouping (model),
    .baseline = academy_timeline_model_get_baseline (model),
    .language = get_language (self),
    .from = get_day (self->from),
    .to = get_day (self->to),
  };

  return academy_paper_new (academy_timeline_model_get_store (model), &options, error);
}

static void
response_cb (AcademyExportDialog *self,
             const char          *response)
{
  g_autoptr(GError) error = NULL;

  if (!g_str_equal (response, "go"))
    return;

  /* Checkpoint, because people who see a file dialog may copy or send the file. */
  academy_store_settle (get_store (self));

  self->paper = create_paper (self, &error);
  if (self->paper == NULL)
    academy_toast_report (GTK_WIDGET (self->view), error);
  else if (self->print)
    print (self);
  else
    choose_file (self);
}

/* Tells how many titles are missing in the chosen language. */
static void
update_language (AcademyExportDialog *self)
{
  AcademyTimelineModel *model = get_model (self);
  g_autofree char *missing =
    academy_translations_tell_missing (get_store (self), academy_timeline_model_get_organisation (model), get_language (self),
                                       ACADEMY_TRANSLATION_TIMELINE, NULL);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language_row), missing != NULL ? missing : "");
}

static AcademyDayEntry *
add_day (AcademyExportDialog *self,
         const char          *title)
{
  GtkWidget *entry = academy_day_entry_new (title);

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (check_days), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, entry);
  gtk_list_box_append (self->list, academy_day_entry_get_error_row (ACADEMY_DAY_ENTRY (entry)));

  return ACADEMY_DAY_ENTRY (entry);
}

static void
academy_export_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (academy_export_dialog_parent_class)->dispose (object);
}

static void
academy_export_dialog_finalize (GObject *object)
{
  AcademyExportDialog *self = ACADEMY_EXPORT_DIALOG (object);

  g_clear_object (&self->paper);
  g_clear_object (&self->view);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->content, academy_scratch_unref);
  g_free (self->path);

  G_OBJECT_CLASS (academy_export_dialog_parent_class)->finalize (object);
}

static void
academy_export_dialog_class_init (AcademyExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_export_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyExportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AcademyExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, AcademyExportDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, progress_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
academy_export_dialog_init (AcademyExportDialog *self)
{
  const char *code = academy_language_get_code (academy_preferences_get_export_language ());

  gtk_widget_init_template (GTK_WIDGET (self));
  academy_choices_set_up (self->format_row);
  self->cancellable = g_cancellable_new ();
  self->from = add_day (self, _("From, if not the whole plan"));
  self->to = add_day (self, _("To, if not the whole plan"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i], code))
      adw_combo_row_set_selected (self->language_row, i);
}

/**
 * academy_export_dialog_new:
 * @view: a timeline
 * @print: whether to print @view, rather than write it to a file
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_export_dialog_new (AcademyTimelineView *view,
                           gboolean             print)
{
  AcademyExportDialog *self = g_object_new (ACADEMY_TYPE_EXPORT_DIALOG, NULL);

  self->view = g_object_ref (view);
  self->print = print;
  if (print)
    {
      adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), _("Print timeline"));
      adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "go", _("_Print…"));
      gtk_widget_set_visible (GTK_WIDGET (self->format_row), FALSE);
    }
  update_near (self);
  update_language (self);
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (update_language), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
