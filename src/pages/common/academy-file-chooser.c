/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-file-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-clock.h"
#include "academy-date.h"
#include "academy-preferences.h"
#include "academy-text.h"
#include "academy-toast.h"

#define ENDING ".academy"

/* The longest title, since a file name may have 255 bytes. */
#define MAX_TITLE_BYTES 120

/**
 * academy_file_chooser_new:
 * @title: the title of the dialog
 * @name: the name of the file type
 * @pattern: the pattern of their names
 *
 * Returns: (transfer full): a file dialog
 */
GtkFileDialog *
academy_file_chooser_new (const char *title,
                          const char *name,
                          const char *pattern)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  return dialog;
}

/**
 * academy_file_chooser_propose:
 * @dialog: a dialog
 * @beside: (nullable) (type filename): the programme file, if one is open
 * @name: (nullable): the proposed name
 *
 * Starts in the folder chosen in the preferences, or in that of the programme.
 */
void
academy_file_chooser_propose (GtkFileDialog *dialog,
                              const char    *beside,
                              const char    *name)
{
  g_autofree char *path = academy_preferences_dup_folder ();
  g_autoptr(GFile) folder = NULL;

  if (path == NULL)
    path = beside != NULL ? g_path_get_dirname (beside) : g_strdup (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS));
  folder = g_file_new_for_path (path != NULL ? path : g_get_home_dir ());

  gtk_file_dialog_set_initial_folder (dialog, folder);
  if (name != NULL)
    gtk_file_dialog_set_initial_name (dialog, name);
}

/* Replaces characters that some system does not allow in names, above all
 * Windows. */
static char *
dup_as_name (const char *text)
{
  g_autofree char *printable = academy_text_dup_printable (text);
  const char *start = g_strstrip (g_strdelimit (printable, "/\\:*?\"<>|", '-'));
  const char *end;

  while (*start == '.')
    start++;
  end = start + MIN (strlen (start), MAX_TITLE_BYTES);
  while ((*end & 0xC0) == 0x80)
    end--;

  return g_strndup (start, end - start);
}

/**
 * academy_file_chooser_dup_name_of_day:
 * @title: the subject of the file, such as a meeting
 * @what: its content in words
 * @day: the day that it is about
 * @extension: (nullable): its extension, without the dot, or %NULL for none
 *
 * Returns: (transfer full): a descriptive file name: “Sparring 1 – invitation
 *   2021-11-28.ics”
 */
char *
academy_file_chooser_dup_name_of_day (const char  *title,
                                      const char  *what,
                                      const GDate *day,
                                      const char  *extension)
{
  g_autofree char *name = dup_as_name (title);
  g_autofree char *date = academy_date_to_text (day);

  return g_strdup_printf ("%s – %s %s%s%s", name, what, date, extension != NULL ? "." : "", extension != NULL ? extension : "");
}

/**
 * academy_file_chooser_dup_name:
 * @title: the subject of the file, such as the name of an organisation
 * @what: its content in words
 * @extension: (nullable): its extension, without the dot, or %NULL for none
 *
 * Returns: (transfer full): a descriptive file name with today's date: “Turku –
 *   action plan 2021-11-28.json”
 */
char *
academy_file_chooser_dup_name (const char *title,
                               const char *what,
                               const char *extension)
{
  GDate today;

  academy_clock_get_today (&today);
  return academy_file_chooser_dup_name_of_day (title, what, &today, extension);
}

/**
 * academy_file_chooser_dup_programme:
 * @title: the name of a programme
 *
 * Returns: (transfer full): a file name for it: “Innovation Academy 2027.academy”
 */
char *
academy_file_chooser_dup_programme (const char *title)
{
  g_autofree char *name = dup_as_name (title);

  return g_strconcat (name, ENDING, NULL);
}

/**
 * academy_file_chooser_dup_ended:
 * @dialog: a dialog for saving a file
 * @path: (type filename): the path chosen in it
 *
 * Returns: (nullable) (transfer full) (type filename): @path with the extension
 *   of the proposed name, so that dialogs that filter by it show the file; %NULL
 *   when @path has it already
 */
char *
academy_file_chooser_dup_ended (GtkFileDialog *dialog,
                                const char    *path)
{
  const char *name = gtk_file_dialog_get_initial_name (dialog);
  const char *ending = name != NULL ? strrchr (name, '.') : NULL;

  if (ending == NULL ||
      (strlen (path) > strlen (ending) && g_ascii_strcasecmp (path + strlen (path) - strlen (ending), ending) == 0))
    return NULL;

  return g_strconcat (path, ending, NULL);
}

/**
 * academy_file_chooser_finish:
 * @dialog: a dialog for saving a file
 * @result: the result passed to the callback
 * @place: the widget that shows an error as a toast
 *
 * Adds the extension of the proposed name if the chosen one lacks it. A file with
 * the extended name is not replaced, since the dialog has not asked about it.
 *
 * Returns: (nullable) (transfer full) (type filename): the chosen path, or %NULL
 *   when it was cancelled or refused
 */
char *
academy_file_chooser_finish (GtkFileDialog *dialog,
                             GAsyncResult  *result,
                             GtkWidget     *place)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (dialog, result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *ended = path != NULL ? academy_file_chooser_dup_ended (dialog, path) : NULL;

  if (file == NULL)
    {
      academy_toast_report (place, error);
      return NULL;
    }
  if (path == NULL)
    {
      academy_toast_show (place, _("Choose a folder on this computer"));
      return NULL;
    }
  if (ended != NULL && g_file_test (ended, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (ended);
      /* Translators: the name of a file */
      g_autofree char *message = g_strdup_printf (_("“%s” is there already. Choose it, or write another name."), name);

      academy_toast_show (place, message);
      return NULL;
    }

  return ended != NULL ? g_steal_pointer (&ended) : g_steal_pointer (&path);
}

/**
 * academy_file_chooser_dup_stem:
 * @path: a programme file
 *
 * Returns: (transfer full): the displayed name of the file, without its extension
 */
char *
academy_file_chooser_dup_stem (const char *path)
{
  char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  return name;
}
