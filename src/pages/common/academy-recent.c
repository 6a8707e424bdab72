/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-recent.h"

#define MIME_TYPE "application/x-innovation-academy"
#define MAX_FILES 8

/**
 * academy_recent_add:
 * @path: (type filename): a programme file that was opened
 *
 * Adds @path to the recent files of the desktop, or moves it to their top.
 */
void
academy_recent_add (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "innovation-academy",
    .app_exec = (char *) "innovation-academy %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static gboolean
is_programme (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 && gtk_recent_info_is_local (info) &&
         gtk_recent_info_exists (info);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/**
 * academy_recent_get:
 *
 * Returns: (transfer full) (element-type GFile): the recent programme files that
 *   still exist, newest first
 */
GPtrArray *
academy_recent_get (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_times);

  for (GList *info = infos; info != NULL && files->len < MAX_FILES; info = info->next)
    if (is_programme (info->data))
      g_ptr_array_add (files, g_file_new_for_uri (gtk_recent_info_get_uri (info->data)));
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  return files;
}
