/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-restore-private.h"

/* The arguments of a worker thread, which opens the file for itself. */
typedef struct {
  /* Owned */
  char *path;
  char *other;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->other);
  g_free (work->path);
  g_free (work);
}

static void
run (GTaskThreadFunc      func,
     const char          *path,
     const char          *other,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (path);
  work->other = g_strdup (other);
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, func);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr(AcademyStore) store = academy_store_open_to_look (work->path, &error);
  GPtrArray *differences = store != NULL ? academy_restore_compare (store, work->other, cancellable, &error) : NULL;

  if (differences != NULL)
    g_task_return_pointer (task, differences, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
restore_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr(AcademyStore) store = academy_store_open (work->path, &error);

  if (store != NULL && academy_restore (store, work->other, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restore_file_in_thread (GTask        *task,
                        gpointer      source,
                        gpointer      data,
                        GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (academy_restore_file (work->path, work->other, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * academy_restore_compare_async:
 * @path: a programme file
 * @backup: a backup of it
 * @cancellable: (nullable): cancels the work
 * @callback: called when the work is done
 * @data: for @callback
 *
 * Compares the content of @path with that of @backup in a worker thread.
 */
void
academy_restore_compare_async (const char           *path,
                               const AcademyBackup  *backup,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              data)
{
  run (compare_in_thread, path, backup->path, cancellable, callback, data);
}

/**
 * academy_restore_compare_finish:
 * @result: the result passed to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyDifference): the effects of
 *   restoring the backup, grouped by organisation
 */
GPtrArray *
academy_restore_compare_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * academy_restore_async:
 * @path: a programme file
 * @backup: a backup of it
 * @cancellable: (nullable): cancels the work
 * @callback: called when the work is done
 * @data: for @callback
 *
 * Restores the content of @backup in a worker thread, as one step, after a backup of the
 * present content. Erased people stay erased. Stores that have the file open
 * treat it as a change by another process.
 */
void
academy_restore_async (const char           *path,
                       const AcademyBackup  *backup,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              data)
{
  run (restore_in_thread, path, backup->path, cancellable, callback, data);
}

/**
 * academy_restore_file_async:
 * @damaged: a file that cannot be opened
 * @path: the path for its newest backup
 * @cancellable: (nullable): cancels the work
 * @callback: called when the work is done; it calls academy_restore_finish()
 * @data: for @callback
 *
 * Copies the newest sound backup of @damaged to @path in a worker thread. If both are
 * the same path, moves the damaged file aside under another name first; nothing
 * is deleted.
 */
void
academy_restore_file_async (const char          *damaged,
                            const char          *path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  run (restore_file_in_thread, damaged, path, cancellable, callback, data);
}

/**
 * academy_restore_finish:
 * @result: the result passed to the callback
 * @error: return location for an error
 *
 * Returns: whether the backup is restored
 */
gboolean
academy_restore_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
