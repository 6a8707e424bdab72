/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-save-copy-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "academy-copy.h"
#include "academy-error.h"
#include "academy-store-private.h"

static gboolean
is_in_use (const char *path)
{
  g_autoptr(AcademyOpenFile) file = academy_open_file_acquire (path, NULL);

  return file != NULL && academy_open_file_is_in_use (file);
}

/* Refuses a target that is not a regular file, is an open programme, or has a log
 * beside it, which SQLite would take for the log of the copy. */
gboolean
academy_save_copy_check_target (const char  *path,
                                GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  GStatBuf status;

  if (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS, _("“%s” is not a file. Choose another name."), shown);
      return FALSE;
    }
  if (is_in_use (path) || academy_log_find (path) != NULL)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS,
                   _("“%s” is open, or was not closed. Choose another name."), shown);
      return FALSE;
    }

  return TRUE;
}

/* Resolves symbolic links, so that a link is kept and its target is replaced. */
static char *
follow_links (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *real = realpath (absolute, NULL);
  char *followed = g_strdup (real != NULL ? real : absolute);

  free (real);
  return followed;
}

static gboolean
write_copy (AcademyDatabase  *database,
            const char       *path,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autofree char *target = follow_links (path);

  return academy_save_copy_check_target (target, error) &&
         academy_copy_write (database, target, TRUE, NULL, NULL, cancellable, error);
}

/**
 * academy_store_save_copy:
 * @self: a store
 * @path: the path of the copy
 * @error: return location for an error
 *
 * Writes everything that @self sees to another file, complete or not at all,
 * readable only by its owner. This works also when the file of @self has been
 * renamed or deleted. A file at @path is replaced, unless it is an open
 * programme.
 *
 * Returns: whether the copy is written
 */
gboolean
academy_store_save_copy (AcademyStore  *self,
                         const char    *path,
                         GError       **error)
{
  return write_copy (self->database, path, NULL, error);
}

/* The arguments of a worker thread, which opens the file for itself. */
typedef struct {
  /* Owned */
  char *path;
  char *output;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->output);
  g_free (saving->path);
  g_free (saving);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;
  g_autoptr(AcademyStore) store = academy_store_open_to_look (saving->path, &error);

  if (store != NULL && write_copy (store->database, saving->output, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * academy_store_save_copy_async:
 * @self: a store
 * @path: the path of the copy
 * @cancellable: (nullable): cancels the work
 * @callback: called when the work is done
 * @data: for @callback
 *
 * Does the same as academy_store_save_copy(), in a worker thread that opens the file for
 * itself.
 */
void
academy_store_save_copy_async (AcademyStore        *self,
                               const char          *path,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, data);
  Saving *saving = g_new0 (Saving, 1);

  saving->path = g_strdup (self->path);
  saving->output = g_strdup (path);
  g_task_set_source_tag (task, academy_store_save_copy_async);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * academy_store_save_copy_finish:
 * @self: a store
 * @result: the result passed to the callback
 * @error: return location for an error
 *
 * Returns: whether the copy is written
 */
gboolean
academy_store_save_copy_finish (AcademyStore  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
