/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-backup-private.h"
#include "academy-error.h"
#include "academy-language.h"
#include "academy-store-private.h"

/* The results of a worker thread. */
typedef struct {
  /* Owned */
  char      *path;
  char      *state;
  GPtrArray *unreached;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_ptr_array_unref (keeping->unreached);
  g_free (keeping->state);
  g_free (keeping->path);
  g_free (keeping);
}

static gboolean
keep (Keeping       *keeping,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(AcademyStore) store = academy_store_open_to_look (keeping->path, error);
  g_autofree char *programme = store != NULL ? academy_backup_read_programme (store->database, error) : NULL;

  return programme != NULL &&
         academy_backup_index_add (programme, keeping->path, error) &&
         academy_backup_write_if_changed (store->database, &keeping->state, cancellable, error) &&
         academy_backup_erase (store->database, programme, keeping->unreached, cancellable, error) &&
         academy_kept_line_prune (store->database, programme, error) &&
         academy_backup_prune (programme, error) &&
         academy_store_close (store, error);
}

static void
keep_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (keep (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * academy_backup_keep_async:
 * @path: a programme file
 * @cancellable: (nullable): cancels the work
 * @callback: called when the work is done
 * @data: for @callback
 *
 * Brings the backups of a programme up to date in a worker thread: makes one unless the
 * newest has the content of @path, erases people from all of them who were erased
 * from @path, and deletes the backups that need not be kept, and what is beside them,
 * see #AcademyKeptLine.
 */
void
academy_backup_keep_async (const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->path = g_strdup (path);
  keeping->unreached = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_backup_free);
  g_task_set_source_tag (task, academy_backup_keep_async);
  g_task_set_task_data (task, keeping, keeping_free);
  g_task_run_in_thread (task, keep_in_thread);
}

static char *
describe_unreached (GPtrArray *unreached)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < unreached->len; i++)
    {
      AcademyBackup *backup = g_ptr_array_index (unreached, i);

      g_strv_builder_take (builder, g_path_get_basename (backup->path));
    }
  names = g_strv_builder_end (builder);
  list = g_strjoinv (", ", names);

  return g_strdup_printf (ngettext ("A deleted person could not be erased from %u backup: %s",
                                    "A deleted person could not be erased from %u backups: %s", unreached->len),
                          unreached->len, list);
}

/**
 * academy_backup_keep_finish:
 * @result: the result passed to the callback
 * @state: (out) (optional): the state of the programme in the newest backup
 * @unreached: (out) (optional) (nullable): a sentence that names the backups from
 *   which people could not be erased
 * @error: return location for an error
 *
 * Returns: whether a backup has the content of the file, and the others are up to
 *   date
 */
gboolean
academy_backup_keep_finish (GAsyncResult  *result,
                            char         **state,
                            char         **unreached,
                            GError       **error)
{
  Keeping *keeping = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  if (state != NULL)
    *state = g_strdup (keeping->state);
  if (unreached != NULL)
    *unreached = keeping->unreached->len > 0 ? describe_unreached (keeping->unreached) : NULL;
  return TRUE;
}
