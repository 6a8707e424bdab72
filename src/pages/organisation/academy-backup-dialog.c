/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-backup-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-backup.h"
#include "academy-restore.h"
#include "academy-toast.h"

struct _AcademyBackupDialog {
  AdwDialog             parent_instance;

  /* Template children */
  AdwNavigationView    *navigation;
  GtkStack             *list_stack;
  AdwPreferencesGroup  *list;
  AdwNavigationPage    *preview;
  GtkStack             *preview_stack;
  AdwStatusPage        *working;
  AdwPreferencesPage   *differences;
  AdwStatusPage        *failed;
  GtkWidget            *restore_button;

  /* Owned */
  AcademyStore         *store;
  GPtrArray            *backups;
  AcademyBackup        *chosen;
  GCancellable         *cancellable;
  AdwPreferencesGroup  *shown;

  /* Borrowed */
  GtkWidget            *opener;
};

G_DEFINE_FINAL_TYPE (AcademyBackupDialog, academy_backup_dialog, ADW_TYPE_DIALOG)

/**
 * AcademyBackupDialog:
 *
 * Lists the backups of a programme, shows the differences of the chosen one from
 * the present content, and restores it.
 */

static void
fail (AcademyBackupDialog *self,
      GError              *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->preview_stack, "failed");
}

static char *
describe_difference (const AcademyDifference *difference)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) counts = NULL;
  g_autofree char *list = NULL;

  if (difference->fewer > 0)
    /* Translators: of a kind of things, how many a backup does not have that are there now */
    g_strv_builder_take (builder, g_strdup_printf (_("%d fewer"), (int) difference->fewer));
  if (difference->more > 0)
    /* Translators: of a kind of things, how many a backup has that are not there now */
    g_strv_builder_take (builder, g_strdup_printf (_("%d more"), (int) difference->more));
  if (difference->changed > 0)
    /* Translators: of a kind of things, how many are different in a backup */
    g_strv_builder_take (builder, g_strdup_printf (ngettext ("%d changed", "%d changed", difference->changed),
                                                   (int) difference->changed));
  counts = g_strv_builder_end (builder);
  list = g_strjoinv (", ", counts);

  /* Translators: a kind of things and in what a backup differs: “Measures: 3 fewer, 2 changed” */
  return g_strdup_printf (C_("difference", "%s: %s"), _(difference->kind->plural_label), list);
}

/* Adds the row of the organisation whose differences begin at @position; returns
 * the position after them. */
static guint
add_organisation (AcademyBackupDialog *self,
                  GPtrArray           *differences,
                  guint                position)
{
  const AcademyDifference *first = g_ptr_array_index (differences, position);
  GtkWidget *row = adw_action_row_new ();
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = NULL;
  g_autofree char *subtitle = NULL;

  for (; position < differences->len; position++)
    {
      const AcademyDifference *difference = g_ptr_array_index (differences, position);

      if (g_strcmp0 (difference->organisation, first->organisation) != 0)
        break;
      g_strv_builder_take (builder, describe_difference (difference));
    }
  lines = g_strv_builder_end (builder);
  subtitle = g_strjoinv ("\n", lines);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), first->title != NULL ? first->title : _("Whole programme"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->shown, row);

  return position;
}

static void
show_differences (AcademyBackupDialog *self,
                  GPtrArray           *differences)
{
  if (self->shown != NULL)
    adw_preferences_page_remove (self->differences, self->shown);
  g_set_object (&self->shown, ADW_PREFERENCES_GROUP (adw_preferences_group_new ()));
  adw_preferences_group_set_title (self->shown, _("What would be different"));
  adw_preferences_page_add (self->differences, self->shown);

  for (guint i = 0; i < differences->len; )
    i = add_organisation (self, differences, i);

  gtk_stack_set_visible_child_name (self->preview_stack, differences->len > 0 ? "differences" : "same");
  gtk_widget_set_sensitive (self->restore_button, differences->len > 0);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(AcademyBackupDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) differences = academy_restore_compare_finish (result, &error);

  if (differences != NULL)
    show_differences (self, differences);
  else
    fail (self, error);
}

static void
work (AcademyBackupDialog *self,
      const char          *title)
{
  adw_status_page_set_title (self->working, title);
  gtk_stack_set_visible_child_name (self->preview_stack, "working");
  gtk_widget_set_sensitive (self->restore_button, FALSE);
}

static void
row_activated_cb (AcademyBackupDialog *self,
                  GtkWidget           *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  g_clear_pointer (&self->chosen, academy_backup_free);
  self->chosen = academy_backup_copy (g_ptr_array_index (self->backups, index));
  adw_navigation_page_set_title (self->preview, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  work (self, _("Comparing with what is there now…"));
  adw_navigation_view_push_by_tag (self->navigation, "preview");

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  academy_restore_compare_async (academy_store_get_path (self->store), self->chosen, self->cancellable,
                                 compared_cb, g_object_ref (self));
}

static void
popped_cb (AcademyBackupDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(AcademyBackupDialog) self = data;
  g_autoptr(GError) error = NULL;

  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  adw_navigation_page_set_can_pop (self->preview, TRUE);
  if (!academy_restore_finish (result, &error) || !academy_store_refresh (self->store, &error))
    {
      fail (self, error);
      return;
    }

  /* A restored backup cannot be undone if it changed people; the backup made
   * before is the way back. */
  if (g_strcmp0 (academy_store_get_undo_label (self->store), "Restore backup") == 0)
    academy_toast_show_undo (self->opener, self->store, _("Backup restored"));
  else
    academy_toast_show (self->opener, _("Backup restored"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* Restores without a cancellable, since a write must not stop half way. */
static void
restore_clicked_cb (AcademyBackupDialog *self)
{
  work (self, _("Restoring the backup…"));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_navigation_page_set_can_pop (self->preview, FALSE);
  academy_restore_async (academy_store_get_path (self->store), self->chosen, NULL, restored_cb, g_object_ref (self));
}

static void
add_backup (AcademyBackupDialog *self,
            AcademyBackup       *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = academy_language_format_instant (academy_language_get_default (), backup->time);
  g_autofree char *size = g_format_size (backup->size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->list, row);
}

static void
list_backups (AcademyBackupDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *programme = academy_backup_get_programme (self->store, &error);
  GPtrArray *backups = programme != NULL ? academy_backup_list (programme, &error) : NULL;

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    add_backup (self, g_ptr_array_index (backups, i));
  if (backups == NULL)
    academy_toast_show_error (self->opener, error);

  gtk_stack_set_visible_child_name (self->list_stack, backups != NULL && backups->len > 0 ? "list" : "empty");
  self->backups = backups;
}

static void
academy_backup_dialog_closed (AdwDialog *dialog)
{
  AcademyBackupDialog *self = ACADEMY_BACKUP_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
}

static void
academy_backup_dialog_dispose (GObject *object)
{
  AcademyBackupDialog *self = ACADEMY_BACKUP_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_BACKUP_DIALOG);
  g_clear_object (&self->shown);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, academy_backup_free);
  g_clear_weak_pointer (&self->opener);

  G_OBJECT_CLASS (academy_backup_dialog_parent_class)->dispose (object);
}

static void
academy_backup_dialog_class_init (AcademyBackupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_backup_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = academy_backup_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-backup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyBackupDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, AcademyBackupDialog, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyBackupDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AcademyBackupDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, AcademyBackupDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyBackupDialog, working);
  gtk_widget_class_bind_template_child (widget_class, AcademyBackupDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, AcademyBackupDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, AcademyBackupDialog, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
}

static void
academy_backup_dialog_init (AcademyBackupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_backup_dialog_new:
 * @store: a store
 * @opener: (transfer none): a widget in the window that tells of the restored
 *   backup
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_backup_dialog_new (AcademyStore *store,
                           GtkWidget    *opener)
{
  AcademyBackupDialog *self = g_object_new (ACADEMY_TYPE_BACKUP_DIALOG, NULL);

  self->store = g_object_ref (store);
  g_set_weak_pointer (&self->opener, opener);
  list_backups (self);

  return ADW_DIALOG (self);
}
