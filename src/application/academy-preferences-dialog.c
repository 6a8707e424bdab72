/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-preferences-dialog.h"

#include <glib/gi18n.h>

#include "academy-choices.h"
#include "academy-history-group.h"
#include "academy-preferences.h"
#include "academy-typing.h"

struct _AcademyPreferencesDialog {
  AdwPreferencesDialog  parent_instance;

  /* Template children */
  AdwPreferencesPage   *page;
  AdwPreferencesGroup  *author_group;
  AdwEntryRow          *author_row;
  GtkWidget            *reminders_row;
  AdwComboRow          *language_row;
  AdwActionRow         *folder_row;
  GtkWidget            *reset_button;

  /* Owned */
  GCancellable         *cancellable;
};

G_DEFINE_FINAL_TYPE (AcademyPreferencesDialog, academy_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/**
 * AcademyPreferencesDialog:
 *
 * The preferences of the person, for all files; and the history of one file.
 */

/* The values of the setting, in the order of the choices of the row. */
static const char * const languages[] = { "interface", "fi", "en" };

static gboolean
get_language (GValue   *value,
              GVariant *variant,
              gpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
set_language (const GValue       *value,
              const GVariantType *type,
              gpointer            data)
{
  return g_variant_new_string (languages[MIN (g_value_get_uint (value), G_N_ELEMENTS (languages) - 1)]);
}

static void
update_folder (AcademyPreferencesDialog *self)
{
  g_autofree char *folder = academy_preferences_dup_folder ();
  g_autofree char *name = folder != NULL ? g_filename_display_name (folder) : NULL;

  adw_action_row_set_subtitle (self->folder_row, name != NULL ? name : _("The folder of the programme"));
  gtk_widget_set_visible (self->reset_button, folder != NULL);
}

static void
set_folder (const char *path)
{
  g_settings_set_value (academy_preferences_get_settings (), ACADEMY_PREFERENCE_FOLDER, g_variant_new_bytestring (path));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(AcademyPreferencesDialog) self = data;
  g_autoptr(GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder == NULL)
    return;

  if (g_file_peek_path (folder) != NULL)
    set_folder (g_file_peek_path (folder));
  else
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self),
                                      adw_toast_new (_("Choose a folder on this computer")));
}

static void
choose_folder_cb (AcademyPreferencesDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *path = academy_preferences_dup_folder ();
  g_autoptr(GFile) folder = g_file_new_for_path (path != NULL ? path : g_get_home_dir ());

  gtk_file_dialog_set_title (dialog, _("Folder proposed for files"));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable,
                                 folder_chosen_cb, g_object_ref (self));
}

static void
reset_folder_cb (AcademyPreferencesDialog *self)
{
  /* The button disappears with the folder. */
  gtk_widget_grab_focus (GTK_WIDGET (self->folder_row));
  set_folder ("");
}

static void
academy_preferences_dialog_dispose (GObject *object)
{
  AcademyPreferencesDialog *self = ACADEMY_PREFERENCES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (academy_preferences_dialog_parent_class)->dispose (object);
}

static void
academy_preferences_dialog_class_init (AcademyPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/application/academy-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPreferencesDialog, page);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreferencesDialog, author_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreferencesDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreferencesDialog, reminders_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreferencesDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyPreferencesDialog, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_folder_cb);
}

static void
academy_preferences_dialog_init (AcademyPreferencesDialog *self)
{
  GSettings *settings = academy_preferences_get_settings ();
  g_autofree char *description = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  academy_choices_set_up (self->language_row);
  academy_typing_clean_line (GTK_EDITABLE (self->author_row));
  self->cancellable = g_cancellable_new ();

  /* Translators: the user name of the computer */
  description = g_strdup_printf (_("The history of a file tells who made each edit. Without a name here it tells “%s”."),
                                 g_get_user_name ());
  adw_preferences_group_set_description (self->author_group, description);
  g_settings_bind (settings, ACADEMY_PREFERENCE_AUTHOR, self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, ACADEMY_PREFERENCE_REMINDERS, self->reminders_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, ACADEMY_PREFERENCE_EXPORT_LANGUAGE, self->language_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_language, set_language, NULL, NULL);
  g_signal_connect_object (settings, "changed::" ACADEMY_PREFERENCE_FOLDER, G_CALLBACK (update_folder), self,
                           G_CONNECT_SWAPPED);
  update_folder (self);
}

/**
 * academy_preferences_dialog_new:
 * @store: (nullable): the store of the window
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_preferences_dialog_new (AcademyStore *store)
{
  AcademyPreferencesDialog *self = g_object_new (ACADEMY_TYPE_PREFERENCES_DIALOG, NULL);

  if (store != NULL)
    adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (academy_history_group_new (store)));

  return ADW_DIALOG (self);
}
