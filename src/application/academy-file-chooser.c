/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-file-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "academy-toast.h"

#define ENDING ".academy"

/**
 * academy_file_chooser_new:
 * @title: the title of the dialog
 * @name: what the files are
 * @pattern: what their names look like
 *
 * Returns: (transfer full): a dialog to choose a file in
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
 * @path: a file in whose folder it begins
 * @name: the name that it proposes
 */
void
academy_file_chooser_propose (GtkFileDialog *dialog,
                              const char    *path,
                              const char    *name)
{
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autoptr(GFile) folder = g_file_new_for_path (folder_path);

  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, name);
}

/**
 * academy_file_chooser_finish:
 * @dialog: a dialog that was shown to save a file
 * @result: its answer
 * @place: where a toast says what was wrong with it
 *
 * Returns: (nullable) (transfer full) (type filename): the path that was chosen,
 *   or %NULL when there is nothing more to do
 */
char *
academy_file_chooser_finish (GtkFileDialog *dialog,
                             GAsyncResult  *result,
                             GtkWidget     *place)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (dialog, result, &error);
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file == NULL)
    academy_toast_report (place, error);
  else if (path == NULL)
    academy_toast_show (place, _("Choose a folder on this computer"));

  return path;
}

/**
 * academy_file_chooser_dup_stem:
 * @path: a programme file
 *
 * Returns: (transfer full): the name of the file to people, without its ending
 */
char *
academy_file_chooser_dup_stem (const char *path)
{
  char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  return name;
}
