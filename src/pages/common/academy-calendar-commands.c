/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-calendar-commands.h"

#include <glib/gi18n-lib.h>

#include "academy-file-chooser.h"
#include "academy-file-toast.h"
#include "academy-files.h"
#include "academy-ical.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-preferences.h"
#include "academy-span.h"
#include "academy-toast.h"

/* What a command is about while a file dialog is open. */
typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;
  GWeakRef      widget;
} Command;

static Command *
command_new (GtkWidget    *widget,
             AcademyStore *store,
             AcademyItem  *item)
{
  Command *command = g_new0 (Command, 1);

  command->store = g_object_ref (store);
  command->item = g_object_ref (item);
  g_weak_ref_init (&command->widget, widget);
  return command;
}

static void
command_free (Command *command)
{
  g_weak_ref_clear (&command->widget);
  g_object_unref (command->item);
  g_object_unref (command->store);
  g_free (command);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Command, command_free)

/* Returns the calendar of the programme or an organisation, or what else the item
 * is for a calendar. */
static char *
create_calendar (Command  *command,
                 guint    *n_left_out,
                 GError  **error)
{
  const AcademyLanguage *language = academy_preferences_get_export_language ();
  const AcademyKind *kind = academy_item_get_kind (command->item);
  const char *organisation = kind == &academy_organisation_kind ? academy_item_get_id (command->item) : NULL;

  *n_left_out = 0;
  if (academy_ical_has (kind))
    return academy_ical_write_item (command->store, command->item, language, error);

  return academy_ical_write (command->store, organisation, FALSE, language, n_left_out, error);
}

static gboolean
write_file (Command     *command,
            const char  *path,
            guint       *n_left_out,
            GError     **error)
{
  g_autofree char *text = create_calendar (command, n_left_out, error);

  return text != NULL &&
         academy_files_write_text (academy_store_get_path (command->store), path, text, ACADEMY_FILES_DEFAULT, error);
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
  g_autofree char *left_out = NULL;
  g_autoptr(GError) error = NULL;
  guint n_left_out;

  if (path == NULL)
    return;

  if (!write_file (command, path, &n_left_out, &error))
    {
      academy_toast_show_error (widget, error);
      return;
    }

  name = g_filename_display_basename (path);
  left_out = academy_ical_tell_left_out (n_left_out);
  if (academy_ical_has (academy_item_get_kind (command->item)))
    /* Translators: the name of a file */
    title = g_strdup_printf (_("Invitation saved as “%s”"), name);
  else
    /* Translators: the name of a file */
    title = g_strdup_printf (_("Calendar saved as “%s”"), name);
  academy_file_toast_show (widget, title, path);
  if (*left_out != '\0')
    academy_toast_show (widget, left_out);
}

static void
save (GtkWidget    *widget,
      AcademyStore *store,
      AcademyItem  *item,
      const char   *title,
      const char   *file_name)
{
  g_autoptr(GtkFileDialog) dialog = academy_file_chooser_new (title, _("Calendars (iCalendar)"), "*.ics");

  academy_file_chooser_propose (dialog, academy_store_get_path (store), file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, save_cb, command_new (widget, store, item));
}

/**
 * academy_command_save_calendar:
 * @widget: (transfer none): the widget that shows the toast
 * @store: a store
 * @whole: the programme or an organisation of it
 *
 * Saves the calendar of @whole in a file that the user chooses.
 */
void
academy_command_save_calendar (GtkWidget    *widget,
                               AcademyStore *store,
                               AcademyItem  *whole)
{
  const AcademyLanguage *language = academy_preferences_get_export_language ();
  g_autofree char *name = academy_item_get_kind (whole) == &academy_organisation_kind
                            ? academy_organisation_dup_short_name (whole, language) : academy_item_dup_title (whole, language);
  g_autofree char *file_name = academy_file_chooser_dup_name (name, academy_language_translate (language, N_("calendar")), "ics");

  save (widget, store, whole, _("Export calendar"), file_name);
}

/**
 * academy_command_save_invitation:
 * @widget: (transfer none): the widget that shows the toast
 * @store: a store
 * @item: an item of a kind that is in calendars
 *
 * Saves @item alone in a file that the user chooses, to be sent by mail.
 */
void
academy_command_save_invitation (GtkWidget    *widget,
                                 AcademyStore *store,
                                 AcademyItem  *item)
{
  const AcademyLanguage *language = academy_preferences_get_export_language ();
  g_autoptr(AcademyItem) owner = academy_store_get_owner (store, item, NULL);
  g_autofree char *title = academy_item_dup_title (item, language);
  const char *called = title != NULL ? title : academy_language_translate (language, academy_item_get_kind (item)->label);
  g_autofree char *organisation = NULL;
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;
  AcademySpan span;
  GDate day;

  if (!academy_ical_has_day (item) || !academy_span_get (item, &span))
    {
      academy_toast_show (widget, _("An invitation needs a day: fill in when it is"));
      return;
    }

  if (owner != NULL && academy_item_get_kind (owner) == &academy_organisation_kind)
    organisation = academy_organisation_dup_short_name (owner, language);
  name = organisation != NULL ? g_strdup_printf ("%s – %s", organisation, called) : g_strdup (called);
  day = academy_date_from_julian (span.start);
  file_name = academy_file_chooser_dup_name_of_day (name, academy_language_translate (language, N_("invitation")), &day, "ics");
  save (widget, store, item, _("Save invitation"), file_name);
}
