/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "academy-calendar-commands.h"
#include "academy-commands.h"
#include "academy-file-chooser.h"
#include "academy-file-toast.h"
#include "academy-files.h"
#include "academy-new-organisation.h"
#include "academy-new-programme.h"
#include "academy-organisation.h"
#include "academy-organisation-page.h"
#include "academy-organisations.h"
#include "academy-places.h"
#include "academy-plan-export.h"
#include "academy-preferences.h"
#include "academy-shortcuts-dialog.h"
#include "academy-template.h"
#include "academy-toast.h"
#include "academy-translations.h"
#include "academy-undone.h"
#include "academy-window-private.h"

static GtkWidget *
get_toast_place (AcademyWindow *self)
{
  return GTK_WIDGET (self->stack);
}

static void
show_organisation_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  academy_window_show_place (ACADEMY_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static AcademyItem *
get_organisation (AcademyWindow *self)
{
  AcademyOrganisationPage *page = academy_window_get_organisation_page (self);

  return page != NULL ? academy_organisation_page_get_item (page) : NULL;
}

static void
add_measure_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  academy_window_add_measure (ACADEMY_WINDOW (widget));
}

static void
add_organisations_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

  adw_dialog_present (academy_new_organisation_new (self->store, self->programme), widget);
}

static void
delete_organisation_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  AcademyItem *organisation = get_organisation (self);

  if (organisation != NULL)
    academy_command_delete (get_toast_place (self), self->store, organisation);
}

/* The history of the organisation that is shown, or of all. */
static void
show_history_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  AcademyItem *organisation = get_organisation (self);
  g_autofree char *place = academy_places_dup_history (organisation != NULL ? academy_item_get_id (organisation) : NULL);

  academy_window_show_place (self, place);
}

static void
show_whole_history_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  g_autofree char *place = academy_places_dup_history (NULL);

  academy_window_show_place (ACADEMY_WINDOW (widget), place);
}

static void
set_archived (AcademyWindow *self,
              gboolean       archived)
{
  AcademyItem *organisation = get_organisation (self);

  if (organisation != NULL)
    academy_command_archive (get_toast_place (self), self->store, organisation, archived);
}

static void
archive_organisation_action (GtkWidget  *widget,
                             const char *name,
                             GVariant   *parameter)
{
  set_archived (ACADEMY_WINDOW (widget), TRUE);
}

static void
bring_back_organisation_action (GtkWidget  *widget,
                                const char *name,
                                GVariant   *parameter)
{
  set_archived (ACADEMY_WINDOW (widget), FALSE);
}

/* Opens a programme in this window if it has none, and otherwise in another one. */
void
academy_window_open_beside (AcademyWindow *self,
                            GFile         *file)
{
  if (self->store == NULL)
    academy_window_open (self, g_file_peek_path (file));
  else
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
}

static void
open_path (AcademyWindow *self,
           const char    *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  academy_window_open_beside (self, file);
}

/* Creates a file dialog after a checkpoint, since people who see a file there may
 * copy or send it. */
static GtkFileDialog *
create_dialog (AcademyWindow *self,
               const char    *title,
               const char    *name,
               const char    *pattern)
{
  academy_window_settle (self);
  return academy_file_chooser_new (title, name, pattern);
}

static char *
finish_saving (AcademyWindow *self,
               GObject       *source,
               GAsyncResult  *result)
{
  return academy_file_chooser_finish (GTK_FILE_DIALOG (source), result, get_toast_place (self));
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(AcademyWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    academy_toast_report (get_toast_place (self), error);
  else
    academy_window_open_beside (self, file);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  g_autoptr(GtkFileDialog) dialog = create_dialog (self, _("Open programme"), _("Programmes"), "*.academy");

  academy_file_chooser_propose (dialog, self->store != NULL ? academy_store_get_path (self->store) : NULL, NULL);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, open_cb, g_object_ref (self));
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  academy_window_open_beside (ACADEMY_WINDOW (widget), file);
}

static void
open_current_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  g_autofree char *path = g_strdup (academy_store_get_path (self->store));

  academy_window_open (self, path);
}

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(AcademyWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = finish_saving (self, source, result);

  if (path == NULL)
    return;

  if (!academy_store_keep_as (self->store, path, &error))
    academy_toast_show_error (get_toast_place (self), error);
  else
    academy_toast_show (get_toast_place (self), _("Kept under the new name"));
}

static void
keep_copy_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  g_autoptr(GtkFileDialog) dialog = create_dialog (self, _("Keep under another name"), _("Programmes"), "*.academy");
  g_autofree char *stem = academy_file_chooser_dup_stem (academy_store_get_path (self->store));
  /* Translators: the name of a file: what was open here, beside what is there now */
  g_autofree char *file_name = g_strdup_printf (_("%s (mine).academy"), stem);

  academy_file_chooser_propose (dialog, academy_store_get_path (self->store), file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, keep_cb, g_object_ref (self));
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(AcademyWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = finish_saving (self, source, result);

  if (path == NULL)
    return;

  if (!academy_store_copy_without_log (self->refused, path, &error))
    academy_toast_show_error (get_toast_place (self), error);
  else
    open_path (self, path);
}

/* Asks for the path of a copy without the log, which belongs to another file, and
 * opens the copy. */
void
academy_window_copy_without_log (AcademyWindow *self,
                                 const char    *path)
{
  g_autoptr(GtkFileDialog) dialog = create_dialog (self, _("Copy without the log"), _("Programmes"), "*.academy");
  g_autofree char *stem = academy_file_chooser_dup_stem (path);
  /* Translators: the name of a file: a copy that leaves out the log beside it */
  g_autofree char *file_name = g_strdup_printf (_("%s (without log).academy"), stem);

  academy_file_chooser_propose (dialog, path, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, copied_cb, g_object_ref (self));
}

/* A programme about to be created, from a template or as a dialog has asked. */
typedef struct {
  /* Owned */
  AcademyWindow       *window;
  AcademyNewProgramme *dialog;

  /* Borrowed */
  const char          *template;
} Creation;

static void
creation_free (Creation *creation)
{
  g_clear_object (&creation->window);
  g_clear_object (&creation->dialog);
  g_free (creation);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Creation, creation_free)

static void
create_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Creation) creation = data;
  AcademyWindow *self = creation->window;
  GtkWidget *place = creation->dialog != NULL ? academy_new_programme_get_toast_place (creation->dialog)
                                              : get_toast_place (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = academy_file_chooser_finish (GTK_FILE_DIALOG (source), result, place);
  g_autoptr(AcademyEdit) content = NULL;
  g_autoptr(AcademyStore) store = NULL;

  if (path == NULL)
    return;

  content = creation->dialog != NULL
              ? academy_new_programme_create_edit (creation->dialog, &error)
              : academy_template_create_edit (creation->template, academy_language_get_default (), &error);
  if (content != NULL)
    store = academy_store_create (path, content, &error);
  if (store == NULL || !academy_store_close (store, &error))
    {
      academy_toast_report (place, error);
      return;
    }

  if (creation->dialog != NULL)
    adw_dialog_force_close (ADW_DIALOG (creation->dialog));
  open_path (self, path);
}

static void
create (AcademyWindow       *self,
        AcademyNewProgramme *asked,
        const char          *template,
        const char          *name)
{
  g_autoptr(GtkFileDialog) dialog = create_dialog (self, _("New programme"), _("Programmes"), "*.academy");
  Creation *creation = g_new0 (Creation, 1);

  creation->window = g_object_ref (self);
  g_set_object (&creation->dialog, asked);
  creation->template = template;
  academy_file_chooser_propose (dialog, self->store != NULL ? academy_store_get_path (self->store) : NULL, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, create_cb, creation);
}

static void
new_2021_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  create (ACADEMY_WINDOW (widget), NULL, "2021", _("Innovation Academy 2021.academy"));
}

static void
new_example_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  create (ACADEMY_WINDOW (widget), NULL, "example", _("Illustrative example.academy"));
}

static void
save_cb (AcademyWindow       *self,
         AcademyNewProgramme *dialog)
{
  g_autofree char *name = academy_file_chooser_dup_programme (academy_new_programme_get_name (dialog));

  create (self, dialog, NULL, name);
}

static void
new_programme_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  AdwDialog *dialog = academy_new_programme_new (self->store != NULL ? academy_store_get_path (self->store) : NULL);

  g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* The arguments of a worker thread, which opens the file for itself. */
typedef struct {
  char                  *path;
  char                  *organisation;
  char                  *output;
  char                  *missing;
  const AcademyLanguage *language;
} Export;

static void
export_free (Export *export)
{
  g_free (export->path);
  g_free (export->organisation);
  g_free (export->output);
  g_free (export->missing);
  g_free (export);
}

static AcademyScratch *
create_plan (Export        *export,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(AcademyStore) store = academy_store_open (export->path, error);
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(GBytes) plan = NULL;
  g_autoptr(AcademyScratch) content = NULL;

  if (store == NULL)
    return NULL;

  organisation = academy_organisations_find (store, export->organisation, error);
  if (organisation == NULL)
    return NULL;

  plan = academy_plan_export (store, organisation, export->language, FALSE, cancellable, error);
  if (plan != NULL)
    export->missing = academy_translations_tell_missing (store, export->organisation, export->language,
                                                         ACADEMY_TRANSLATION_ALL, error);
  content = export->missing != NULL ? academy_scratch_new (export->output, error) : NULL;
  if (content == NULL || !academy_scratch_write (content, g_bytes_get_data (plan, NULL), g_bytes_get_size (plan), error))
    return NULL;

  return g_steal_pointer (&content);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  AcademyScratch *plan = create_plan (data, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) academy_scratch_unref);
  else
    g_task_return_error (task, error);
}

typedef struct {
  /* Owned */
  AcademyWindow *window;
  char          *path;
  char          *missing;
} Writing;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autofree Writing *writing = data;
  g_autoptr(AcademyWindow) self = writing->window;
  g_autofree char *path = writing->path;
  g_autofree char *missing = writing->missing;
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  g_autofree char *title = g_strdup_printf (_("Plan saved as “%s”"), name);
  g_autoptr(GError) error = NULL;

  if (!academy_files_write_finish (result, &error))
    {
      academy_toast_report (get_toast_place (self), error);
      return;
    }

  academy_file_toast_show (get_toast_place (self), title, path);
  if (*missing != '\0')
    academy_toast_show (get_toast_place (self), missing);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  AcademyWindow *self = ACADEMY_WINDOW (source);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyScratch) plan = g_task_propagate_pointer (G_TASK (result), &error);
  Writing *writing;

  if (plan == NULL)
    {
      academy_toast_report (get_toast_place (self), error);
      return;
    }

  writing = g_new0 (Writing, 1);
  writing->window = g_object_ref (self);
  writing->path = g_strdup (export->output);
  writing->missing = g_strdup (export->missing);
  academy_files_write_async (export->path, export->output, plan, written_cb, writing);
}

static void
export_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(AcademyWindow) self = data;
  g_autofree char *path = finish_saving (self, source, result);
  g_autoptr(GTask) task = NULL;
  AcademyItem *organisation;
  Export *export;

  if (path == NULL)
    return;

  organisation = get_organisation (self);
  if (organisation == NULL)
    return;

  export = g_new0 (Export, 1);
  export->path = g_strdup (academy_store_get_path (self->store));
  export->organisation = g_strdup (academy_item_get_id (organisation));
  export->output = g_steal_pointer (&path);
  export->language = academy_preferences_get_export_language ();

  task = g_task_new (self, self->cancellable, exported_cb, NULL);
  g_task_set_source_tag (task, export_cb);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_in_thread);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  AcademyItem *organisation = get_organisation (self);
  const AcademyLanguage *language;
  g_autoptr(GtkFileDialog) dialog = NULL;
  g_autofree char *title = NULL;
  g_autofree char *file_name = NULL;

  if (organisation == NULL)
    return;

  if (!academy_window_save_typed (self, _("Correct what is marked before exporting")))
    return;

  dialog = create_dialog (self, _("Export plan"), _("JSON plans"), "*.json");
  language = academy_preferences_get_export_language ();
  title = academy_organisation_dup_short_name (organisation, language);
  file_name = academy_file_chooser_dup_name (title, academy_language_translate (language, N_("action plan")), "json");
  academy_file_chooser_propose (dialog, academy_store_get_path (self->store), file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, export_cb, g_object_ref (self));
}

static void
export_calendar (AcademyWindow *self,
                 AcademyItem   *whole)
{
  if (whole == NULL)
    return;

  if (!academy_window_save_typed (self, _("Correct what is marked before exporting")))
    return;

  academy_window_settle (self);
  academy_command_save_calendar (get_toast_place (self), self->store, whole);
}

static void
export_calendar_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  export_calendar (ACADEMY_WINDOW (widget), ACADEMY_WINDOW (widget)->programme);
}

static void
export_organisation_calendar_action (GtkWidget  *widget,
                                     const char *name,
                                     GVariant   *parameter)
{
  export_calendar (ACADEMY_WINDOW (widget), get_organisation (ACADEMY_WINDOW (widget)));
}

static void
show_help_overlay_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  g_autoptr(AdwDialog) dialog = academy_shortcuts_dialog_new ();

  adw_dialog_present (dialog, widget);
}

void
academy_window_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.open-current", NULL, open_current_action);
  gtk_widget_class_install_action (widget_class, "win.keep-copy", NULL, keep_copy_action);
  gtk_widget_class_install_action (widget_class, "win.new-2021", NULL, new_2021_action);
  gtk_widget_class_install_action (widget_class, "win.new-example", NULL, new_example_action);
  gtk_widget_class_install_action (widget_class, "win.new-programme", NULL, new_programme_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-calendar", NULL, export_calendar_action);
  gtk_widget_class_install_action (widget_class, "win.export-organisation-calendar", NULL, export_organisation_calendar_action);
  gtk_widget_class_install_action (widget_class, "win.show-organisation", "s", show_organisation_action);
  gtk_widget_class_install_action (widget_class, "win.show-history", NULL, show_history_action);
  gtk_widget_class_install_action (widget_class, "win.show-whole-history", NULL, show_whole_history_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_help_overlay_action);
  gtk_widget_class_install_action (widget_class, "win.add-measure", NULL, add_measure_action);
  gtk_widget_class_install_action (widget_class, "win.add-organisations", NULL, add_organisations_action);
  gtk_widget_class_install_action (widget_class, "win.archive-organisation", NULL, archive_organisation_action);
  gtk_widget_class_install_action (widget_class, "win.bring-back-organisation", NULL, bring_back_organisation_action);
  gtk_widget_class_install_action (widget_class, "win.delete-organisation", NULL, delete_organisation_action);
}

void
academy_window_update_actions (AcademyWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_there = self->store != NULL && academy_store_get_file_state (self->store) == ACADEMY_FILE_SAME;
  gboolean writable = is_there && !academy_store_is_read_only (self->store);
  AcademyItem *organisation = get_organisation (self);
  gboolean archived = organisation != NULL && academy_item_get_flag (organisation, "archived");

  gtk_widget_action_set_enabled (widget, "win.export", is_there);
  gtk_widget_action_set_enabled (widget, "win.export-calendar", is_there);
  gtk_widget_action_set_enabled (widget, "win.export-organisation-calendar", is_there);
  gtk_widget_action_set_enabled (widget, "win.show-history", self->store != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-whole-history", self->store != NULL);
  gtk_widget_action_set_enabled (widget, "win.keep-copy", self->store != NULL && !is_there);
  gtk_widget_action_set_enabled (widget, "win.open-current", self->store != NULL && !is_there);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && academy_store_get_undo_label (self->store) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && academy_store_get_redo_label (self->store) != NULL);
  gtk_widget_action_set_enabled (widget, "win.bring-back", writable && academy_store_has_undone (self->store));
  gtk_widget_action_set_enabled (widget, "win.add-measure", writable);
  gtk_widget_action_set_enabled (widget, "win.add-organisations", writable);
  gtk_widget_action_set_enabled (widget, "win.archive-organisation", writable && !archived);
  gtk_widget_action_set_enabled (widget, "win.bring-back-organisation", writable && archived);
  gtk_widget_action_set_enabled (widget, "win.delete-organisation", writable);
  academy_window_update_backup_actions (self);
}
