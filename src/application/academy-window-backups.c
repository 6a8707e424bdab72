/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "academy-backup.h"
#include "academy-backup-dialog.h"
#include "academy-file-chooser.h"
#include "academy-file-toast.h"
#include "academy-restore.h"
#include "academy-save-copy.h"
#include "academy-toast.h"
#include "academy-window-private.h"

static GtkWidget *
get_toast_place (AcademyWindow *self)
{
  return GTK_WIDGET (self->stack);
}

typedef struct {
  AcademyWindow *window;
  char          *path;
} Copying;

static void
copy_saved_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autofree Copying *copying = data;
  g_autoptr(AcademyWindow) self = copying->window;
  g_autofree char *path = copying->path;
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  g_autofree char *title = g_strdup_printf (_("Copy saved as “%s”"), name);
  g_autoptr(GError) error = NULL;

  if (academy_store_save_copy_finish (ACADEMY_STORE (source), result, &error))
    academy_file_toast_show (get_toast_place (self), title, path);
  else
    academy_toast_report (get_toast_place (self), error);
}

static void
copy_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(AcademyWindow) self = data;
  g_autofree char *path = academy_file_chooser_finish (GTK_FILE_DIALOG (source), result, get_toast_place (self));

  Copying *copying;

  if (path == NULL || self->store == NULL)
    return;

  copying = g_new (Copying, 1);
  *copying = (Copying) { .window = g_object_ref (self), .path = g_strdup (path) };
  academy_store_save_copy_async (self->store, path, self->cancellable, copy_saved_cb, copying);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  g_autoptr(GtkFileDialog) dialog = NULL;
  g_autofree char *title = NULL;
  g_autofree char *proposal = NULL;

  if (!academy_window_save_typed (self, _("Correct what is marked before saving a copy")))
    return;

  title = academy_file_chooser_dup_stem (academy_store_get_path (self->store));
  /* Translators: the name proposed for a copy of a file */
  proposal = g_strdup_printf (_("%s (copy).academy"), title);
  academy_window_settle (self);
  dialog = academy_file_chooser_new (_("Save a copy"), _("Programmes"), "*.academy");
  academy_file_chooser_propose (dialog, academy_store_get_path (self->store), proposal);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, copy_chosen_cb, g_object_ref (self));
}

static void
restore_backup_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

  if (academy_window_save_typed (self, _("Correct what is marked before restoring a backup")))
    adw_dialog_present (academy_backup_dialog_new (self->store, get_toast_place (self)), widget);
}

void
academy_window_class_add_backup_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_backup_action);
}

void
academy_window_update_backup_actions (AcademyWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.save-copy", self->store != NULL);
  gtk_widget_action_set_enabled (widget, "win.restore-backup",
                                 self->store != NULL && !academy_store_is_read_only (self->store));
}

void
academy_window_start_backups (AcademyWindow *self)
{
  academy_window_stop_backups (self);
  self->keeper = academy_backup_keeper_new (self->store);
}

void
academy_window_stop_backups (AcademyWindow *self)
{
  g_autoptr(AcademyBackupKeeper) keeper = g_steal_pointer (&self->keeper);

  if (keeper != NULL)
    academy_backup_keeper_close (keeper);
}

/* A damaged file, and the path for its newest backup. */
typedef struct {
  AcademyWindow *window;
  char          *damaged;
  char          *path;
} Offer;

static Offer *
offer_new (AcademyWindow *window,
           const char    *damaged,
           const char    *path)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->window = g_object_ref (window);
  offer->damaged = g_strdup (damaged);
  offer->path = g_strdup (path);

  return offer;
}

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->window);
  g_free (offer->damaged);
  g_free (offer->path);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

static void
free_offer_with_closure (gpointer  data,
                         GClosure *closure)
{
  offer_free (data);
}

static void
file_restored_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(Offer) offer = data;
  g_autoptr(GError) error = NULL;

  if (academy_restore_finish (result, &error))
    academy_window_open (offer->window, offer->path);
  else
    academy_toast_report (get_toast_place (offer->window), error);
}

static void
restore_to (AcademyWindow *self,
            const char    *damaged,
            const char    *path)
{
  academy_restore_file_async (damaged, path, self->cancellable, file_restored_cb, offer_new (self, damaged, path));
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr(Offer) offer = data;
  g_autofree char *path =
    academy_file_chooser_finish (GTK_FILE_DIALOG (source), result, get_toast_place (offer->window));

  if (path != NULL)
    restore_to (offer->window, offer->damaged, path);
}

static void
offer_answered_cb (Offer      *offer,
                   const char *response)
{
  AcademyWindow *self = offer->window;
  g_autoptr(GtkFileDialog) dialog = NULL;
  g_autofree char *title = NULL;
  g_autofree char *proposal = NULL;

  if (g_str_equal (response, "replace"))
    restore_to (self, offer->damaged, offer->damaged);
  if (!g_str_equal (response, "save"))
    return;

  title = academy_file_chooser_dup_stem (offer->damaged);
  /* Translators: the name proposed for the backup of a file */
  proposal = g_strdup_printf (_("%s (backup).academy"), title);
  dialog = academy_file_chooser_new (_("Restore the newest backup"), _("Programmes"), "*.academy");
  academy_file_chooser_propose (dialog, offer->damaged, proposal);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, place_chosen_cb,
                        offer_new (self, offer->damaged, NULL));
}

/* Asks for the path of the backup. The damaged file is kept in any case; if it is
 * open, it also stays at its path. */
static void
ask_where (Offer *offer)
{
  AcademyWindow *self = offer->window;
  AdwDialog *dialog;

  if (self->store != NULL && academy_store_is_at (self->store, offer->damaged))
    {
      offer_answered_cb (offer, "save");
      return;
    }

  dialog =
    adw_alert_dialog_new (_("Where is the backup to be?"),
                          _("The damaged file is kept. When the backup takes its place, the damaged one gets another name."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "save", _("Under _another name…"),
                                  "replace", _("In the _place of the damaged file"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "replace", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (offer_answered_cb),
                         offer_new (offer->window, offer->damaged, NULL), free_offer_with_closure, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (offer->window));
}

static void
refusal_answered_cb (Offer      *offer,
                     const char *response)
{
  if (g_str_equal (response, "restore"))
    ask_where (offer);
}

/**
 * academy_window_offer_backup:
 * @self: a window
 * @refusal: a dialog that tells why a file cannot be opened
 * @path: the path of the file
 *
 * Adds a button that restores the newest backup to @refusal, if there is one.
 */
void
academy_window_offer_backup (AcademyWindow  *self,
                             AdwAlertDialog *refusal,
                             const char     *path)
{
  g_autoptr(GPtrArray) backups = academy_backup_list_of_file (path, NULL);
  const AcademyBackup *newest;
  g_autofree char *time = NULL;
  g_autofree char *body = NULL;

  if (backups == NULL || backups->len == 0)
    return;

  newest = g_ptr_array_index (backups, 0);
  time = academy_language_format_instant (academy_language_get_default (), newest->time);
  /* Translators: why a file cannot be opened, and when its newest backup was made */
  body = g_strdup_printf (_("%s\n\nThe newest backup was made %s."), adw_alert_dialog_get_body (refusal), time);
  adw_alert_dialog_set_body (refusal, body);
  adw_alert_dialog_add_response (refusal, "restore", _("_Restore the newest backup…"));
  adw_alert_dialog_set_response_appearance (refusal, "restore", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_data (refusal, "response", G_CALLBACK (refusal_answered_cb), offer_new (self, path, NULL),
                         free_offer_with_closure, G_CONNECT_SWAPPED);
}
