/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-people-commands.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "academy-file-chooser.h"
#include "academy-file-toast.h"
#include "academy-files.h"
#include "academy-kinds.h"
#include "academy-person.h"
#include "academy-preferences.h"
#include "academy-toast.h"
#include "academy-vcard.h"

/* What a command is about while a question or a file dialog is open. */
typedef struct {
  /* Owned */
  AcademyStore *store;
  GPtrArray    *people;
  GWeakRef      widget;
} Command;

static Command *
command_new (GtkWidget    *widget,
             AcademyStore *store,
             GPtrArray    *people)
{
  Command *command = g_new0 (Command, 1);

  command->store = g_object_ref (store);
  command->people = g_ptr_array_ref (people);
  g_weak_ref_init (&command->widget, widget);
  return command;
}

static void
command_free (Command *command)
{
  g_weak_ref_clear (&command->widget);
  g_ptr_array_unref (command->people);
  g_object_unref (command->store);
  g_free (command);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Command, command_free)

static void
erase (Command   *command,
       GtkWidget *widget)
{
  guint n_people = command->people->len;
  g_autofree char *name = academy_item_dup_title (g_ptr_array_index (command->people, 0), academy_language_get_default ());
  g_autoptr(AcademyEdit) edit = academy_person_create_erasure (command->people);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  if (!academy_store_apply (command->store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return;
    }

  if (n_people == 1)
    /* Translators: the name of a person */
    message = g_strdup_printf (_("“%s” erased"), name);
  else
    message = g_strdup_printf (ngettext ("%u person erased", "%u people erased", n_people), n_people);
  academy_toast_show_undo (widget, command->store, message);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(Command) command = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&command->widget);

  if (widget != NULL && g_str_equal (answer, "erase"))
    erase (command, widget);
}

/* Says what goes and what stays. */
static char *
dup_consequences (AcademyStore *store,
                  GPtrArray    *people)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) mentions = NULL;

  g_string_append (text, people->len == 1
                         ? _("The name and contact details go from this file, and within a minute from its backups. "
                             "Participations stay with their roles, without the name. "
                             "Undo brings the person back until the file is closed.")
                         : _("The names and contact details go from this file, and within a minute from its backups. "
                             "Participations stay with their roles, without names. "
                             "Undo brings the people back until the file is closed."));
  if (people->len != 1)
    return g_string_free_and_steal (g_steal_pointer (&text));

  mentions = academy_person_find_mentions (store, g_ptr_array_index (people, 0), NULL);
  if (mentions != NULL && mentions->len > 0)
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (text,
                              ngettext ("The name is also in %u text, which stays; “Show all data about this person” names it.",
                                        "The name is also in %u texts, which stay; “Show all data about this person” names them.",
                                        mentions->len),
                              mentions->len);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * academy_command_erase_people:
 * @widget: (transfer none): the widget that shows the toast with Undo
 * @store: a store
 * @people: (element-type AcademyItem): people in it, at least one
 *
 * Asks, then erases @people as one edit.
 */
void
academy_command_erase_people (GtkWidget    *widget,
                              AcademyStore *store,
                              GPtrArray    *people)
{
  g_autofree char *name = academy_item_dup_title (g_ptr_array_index (people, 0), academy_language_get_default ());
  g_autofree char *consequences = dup_consequences (store, people);
  g_autofree char *heading = NULL;
  AdwDialog *dialog;

  if (people->len == 1)
    /* Translators: the name of a person */
    heading = g_strdup_printf (_("Erase “%s”?"), name);
  else
    heading = g_strdup_printf (ngettext ("Erase %u person?", "Erase %u people?", people->len), people->len);

  dialog = adw_alert_dialog_new (heading, consequences);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, answered_cb, command_new (widget, store, people));
}

/* Writes a file that only its owner can read. */
static gboolean
write_people (Command     *command,
              const char  *path,
              GError     **error)
{
  g_autofree char *text =
    academy_vcard_write (command->store, command->people, academy_preferences_get_export_language (), error);

  return text != NULL &&
         academy_files_write_text (academy_store_get_path (command->store), path, text, ACADEMY_FILES_PRIVATE, error);
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

  if (!write_people (command, path, &error))
    {
      academy_toast_show_error (widget, error);
      return;
    }

  name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  title = g_strdup_printf (_("Contacts saved as “%s”"), name);
  academy_file_toast_show (widget, title, path);
}

/**
 * academy_command_save_people:
 * @widget: (transfer none): the widget that shows the toast
 * @store: a store
 * @people: (element-type AcademyItem): people in it
 * @name: whose contacts they are
 *
 * Saves @people as vCards in a file that the user chooses.
 */
void
academy_command_save_people (GtkWidget    *widget,
                             AcademyStore *store,
                             GPtrArray    *people,
                             const char   *name)
{
  const AcademyLanguage *language = academy_preferences_get_export_language ();
  g_autoptr(GtkFileDialog) dialog = NULL;
  g_autofree char *file_name = NULL;

  if (people->len == 0)
    {
      academy_toast_show (widget, _("There are no people to save; add one first"));
      return;
    }

  dialog = academy_file_chooser_new (_("Save contacts"), _("Contacts (vCard)"), "*.vcf");
  file_name = academy_file_chooser_dup_name (name, academy_language_translate (language, N_("contacts")), "vcf");
  academy_file_chooser_propose (dialog, academy_store_get_path (store), file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, save_cb, command_new (widget, store, people));
}
