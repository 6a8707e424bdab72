/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-output.h"

#include <glib/gi18n-lib.h>

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

/* Show progress only after this long. */
#define PATIENCE_MS 400

typedef struct {
  const char           *label;
  const char           *extension;
  AcademyPictureFormat  format;
} Format;

static const Format formats[] = {
  { N_("PDF, in pages"), "pdf", ACADEMY_PICTURE_PDF },
  { N_("PNG, one picture"), "png", ACADEMY_PICTURE_PNG },
  { N_("SVG, one picture"), "svg", ACADEMY_PICTURE_SVG },
};

static const struct {
  const char *label;
  const char *code;
} languages[] = {
  { N_("Finnish"), "fi" },
  { N_("English"), "en" },
};

/* One export or print, from its dialog to the file or printer. */
typedef struct {
  /* Owned */
  AcademyTimelineView *view;
  AcademyPaper        *paper;
  GCancellable        *cancellable;
  char                *path;

  /* Borrowed */
  AdwDialog           *dialog;
  AdwDialog           *progress;
  GtkWidget           *progress_bar;
  AdwComboRow         *format;
  AdwComboRow         *language;
  AcademyDayEntry     *from;
  AcademyDayEntry     *to;

  guint                patience_id;
  gboolean             print;
} Output;

static void
output_free (Output *output)
{
  g_clear_handle_id (&output->patience_id, g_source_remove);
  if (output->progress != NULL)
    adw_dialog_force_close (output->progress);
  g_clear_object (&output->paper);
  g_clear_object (&output->view);
  g_clear_object (&output->cancellable);
  g_free (output->path);
  g_free (output);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Output, output_free)

static const AcademyLanguage *
get_language (Output *output)
{
  return academy_language_get (languages[adw_combo_row_get_selected (output->language)].code, NULL);
}

static const Format *
get_format (Output *output)
{
  return &formats[output->format != NULL ? adw_combo_row_get_selected (output->format) : 0];
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(Output) output = data;
  g_autoptr(GError) error = NULL;

  g_autofree char *name = g_filename_display_basename (output->path);
  /* Translators: the name of a file */
  g_autofree char *title = g_strdup_printf (_("Timeline saved as “%s”"), name);

  if (academy_files_write_finish (result, &error))
    academy_file_toast_show (GTK_WIDGET (output->view), title, output->path);
  else
    academy_toast_report (GTK_WIDGET (output->view), error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Output) output = data;
  AcademyStore *store = academy_timeline_model_get_store (academy_timeline_view_get_model (output->view));
  const char *path = output->path;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) picture = academy_picture_make_finish (ACADEMY_DOCUMENT (source), result, &error);

  if (picture != NULL)
    academy_files_write_async (academy_store_get_path (store), path, picture, written_cb, g_steal_pointer (&output));
  else
    academy_toast_report (GTK_WIDGET (output->view), error);
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer data)
{
  Output *output = data;

  if (output->progress_bar != NULL && total > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (output->progress_bar), (double) done / total);
}

static void
progress_closed_cb (Output *output)
{
  output->progress = NULL;
  output->progress_bar = NULL;
  g_cancellable_cancel (output->cancellable);
}

static gboolean
show_progress_cb (gpointer data)
{
  Output *output = data;

  output->patience_id = 0;
  output->progress = adw_alert_dialog_new (_("Exporting the timeline"), NULL);
  output->progress_bar = gtk_progress_bar_new ();
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (output->progress), output->progress_bar);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (output->progress), "cancel", _("_Cancel"));
  g_signal_connect_swapped (output->progress, "closed", G_CALLBACK (progress_closed_cb), output);
  adw_dialog_present (output->progress, GTK_WIDGET (output->view));

  return G_SOURCE_REMOVE;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Output) output = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  Output *running = output;

  if (file == NULL)
    {
      academy_toast_report (GTK_WIDGET (output->view), error);
      return;
    }
  if (g_file_peek_path (file) == NULL)
    {
      academy_toast_show (GTK_WIDGET (output->view), _("Choose a folder on this computer"));
      return;
    }

  output->path = g_file_get_path (file);
  output->patience_id = g_timeout_add (PATIENCE_MS, show_progress_cb, output);
  academy_picture_make_async (ACADEMY_DOCUMENT (running->paper), GPOINTER_TO_INT (g_object_get_data (source, "format")),
                              running->cancellable, progress_cb, running, made_cb, g_steal_pointer (&output));
}

/* The title of the file: the organisation, or the whole programme. */
static char *
dup_title (Output *output)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (output->view);
  AcademyStore *store = academy_timeline_model_get_store (model);
  const char *id = academy_timeline_model_get_organisation (model);
  g_autoptr(AcademyItem) item =
    id != NULL ? academy_organisations_find (store, id, NULL)
               : academy_store_get_first (store, &academy_programme_kind, NULL, NULL);

  if (item == NULL)
    return g_strdup (_("Innovation Academy"));
  return id != NULL ? academy_organisation_dup_short_name (item, get_language (output))
                    : academy_item_dup_title (item, get_language (output));
}

static void
choose_file (Output       *output,
             const Format *format)
{
  AcademyStore *store = academy_timeline_model_get_store (academy_timeline_view_get_model (output->view));
  g_autofree char *title = dup_title (output);
  g_autofree char *pattern = g_strconcat ("*.", format->extension, NULL);
  g_autofree char *name =
    academy_file_chooser_dup_name (title, academy_language_translate (get_language (output), N_("timeline")), format->extension);
  g_autoptr(GtkFileDialog) dialog = academy_file_chooser_new (_("Export timeline"), _(format->label), pattern);

  academy_file_chooser_propose (dialog, academy_store_get_path (store), name);
  g_object_set_data (G_OBJECT (dialog), "format", GINT_TO_POINTER (format->format));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (output->view))), output->cancellable,
                        chosen_cb, output);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(Output) output = data;
  g_autoptr(GError) error = NULL;

  if (!academy_print_run_finish (ACADEMY_PRINT (source), result, &error))
    academy_toast_report (GTK_WIDGET (output->view), error);
}

static void
print (Output *output)
{
  g_autoptr(AcademyPrint) operation = academy_print_new (ACADEMY_DOCUMENT (output->paper));

  academy_print_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                     GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (output->view))), output->cancellable, printed_cb, output);
}

/* Returns 0 for an empty entry, which means the range of the plan. */
static guint32
get_day (AcademyDayEntry *entry)
{
  GDate date;

  return academy_day_entry_get_day (entry, &date) && g_date_valid (&date) ? g_date_get_julian (&date) : 0;
}

static void
set_julian (GDate   *date,
            guint32  day)
{
  *date = academy_date_from_julian (day);
}

/* Updates the hints of both entries: each limits the other. */
static void
update_near (Output *output)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (output->view);
  guint32 first, last;
  AcademyNear near;

  academy_timeline_model_get_range (model, &first, &last);
  academy_near_init (&near);
  set_julian (&near.first, first);
  set_julian (&near.last, last);
  set_julian (&near.latest, get_day (output->to));
  academy_day_entry_set_near (output->from, &near);

  g_date_clear (&near.latest, 1);
  set_julian (&near.earliest, get_day (output->from));
  near.is_end = TRUE;
  academy_day_entry_set_near (output->to, &near);
}

static void
check_days (Output *output)
{
  guint32 from = get_day (output->from), to = get_day (output->to);
  gboolean in_order = from == 0 || to == 0 || from <= to;
  GDate date;

  update_near (output);
  academy_day_entry_refuse (output->to, in_order ? NULL : _("The end is before the start."));
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (output->dialog), "go",
                                         in_order && academy_day_entry_get_day (output->from, &date) &&
                                         academy_day_entry_get_day (output->to, &date));
}

static AcademyPaper *
create_paper (Output  *output,
              GError **error)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (output->view);
  const char *code = languages[adw_combo_row_get_selected (output->language)].code;
  AcademyPaperOptions options = {
    .organisation = academy_timeline_model_get_organisation (model),
    .grouping = academy_timeline_model_get_grouping (model),
    .baseline = academy_timeline_model_get_baseline (model),
    .language = academy_language_get (code, error),
  };

  if (options.language == NULL)
    return NULL;

  options.from = get_day (output->from);
  options.to = get_day (output->to);
  return academy_paper_new (academy_timeline_model_get_store (model), &options, error);
}

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             Output         *data)
{
  g_autoptr(Output) output = data;
  const Format *format = get_format (output);
  g_autoptr(GError) error = NULL;

  /* Ignore changes from now on: closing the dialog reformats the dates. */
  g_signal_handlers_disconnect_by_data (output->from, output);
  g_signal_handlers_disconnect_by_data (output->to, output);
  output->dialog = NULL;
  if (!g_str_equal (response, "go"))
    return;

  /* Checkpoint, because people who see a file dialog may copy or send the file. */
  academy_store_settle (academy_timeline_model_get_store (academy_timeline_view_get_model (output->view)));

  output->paper = create_paper (output, &error);
  if (output->paper == NULL)
    academy_toast_report (GTK_WIDGET (output->view), error);
  else if (output->print)
    print (g_steal_pointer (&output));
  else
    choose_file (g_steal_pointer (&output), format);
}

static AdwComboRow *
create_choice (const char         *title,
               const char * const *labels,
               guint               selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) list = gtk_string_list_new (labels);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);

  return ADW_COMBO_ROW (row);
}

static AcademyDayEntry *
add_day (Output     *output,
         GtkWidget  *list,
         const char *title)
{
  GtkWidget *entry = academy_day_entry_new (title);

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check_days), output);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  gtk_list_box_append (GTK_LIST_BOX (list), academy_day_entry_get_error_row (ACADEMY_DAY_ENTRY (entry)));

  return ACADEMY_DAY_ENTRY (entry);
}

static GtkWidget *
create_form (Output *output)
{
  GtkWidget *list = gtk_list_box_new ();
  const char *format_labels[G_N_ELEMENTS (formats) + 1] = { NULL };
  const char *language_labels[G_N_ELEMENTS (languages) + 1] = { NULL };
  const char *code = academy_language_get_code (academy_preferences_get_export_language ());
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    format_labels[i] = _(formats[i].label);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      language_labels[i] = _(languages[i].label);
      if (g_str_equal (languages[i].code, code))
        selected = i;
    }

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  if (!output->print)
    {
      output->format = create_choice (_("Format"), format_labels, 0);
      gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (output->format));
    }
  output->language = create_choice (_("Language"), language_labels, selected);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (output->language));
  output->from = add_day (output, list, _("From, if not the whole plan"));
  output->to = add_day (output, list, _("To, if not the whole plan"));
  update_near (output);

  return list;
}

static void
ask (AcademyTimelineView *view,
     gboolean             to_printer)
{
  Output *output = g_new0 (Output, 1);

  output->view = g_object_ref (view);
  output->cancellable = g_cancellable_new ();
  output->print = to_printer;
  output->dialog = adw_alert_dialog_new (to_printer ? _("Print timeline") : _("Export timeline"), NULL);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (output->dialog), create_form (output));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (output->dialog), "cancel", _("_Cancel"),
                                  "go", to_printer ? _("_Print…") : _("_Export…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (output->dialog), "go", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (output->dialog), "go");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (output->dialog), "cancel");
  g_signal_connect (output->dialog, "response", G_CALLBACK (response_cb), output);
  adw_dialog_present (output->dialog, GTK_WIDGET (view));
}

/**
 * academy_timeline_output_export:
 * @view: a timeline
 *
 * Asks for a format, a language and a range, and writes the timeline to a file.
 */
void
academy_timeline_output_export (AcademyTimelineView *view)
{
  ask (view, FALSE);
}

/**
 * academy_timeline_output_print:
 * @view: a timeline
 *
 * Asks for a language and a range, and prints the timeline.
 */
void
academy_timeline_output_print (AcademyTimelineView *view)
{
  ask (view, TRUE);
}
