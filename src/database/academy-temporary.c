/* SPDX-License-Identifier: GPL-3.0-or-later */

/* renameat2() */
#define _GNU_SOURCE

#include "config.h"

#include "academy-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "academy-error.h"

#define ATTEMPTS 100

#define PREFIX ".academy-"
#define ENDING ".part"

typedef enum {
  BESIDE,     /* the target is as it was */
  TAKEN,      /* there was no target before */
  EXCHANGED,  /* the old target has the temporary name */
  REPLACED,   /* the old target is deleted */
} State;

struct _AcademyTemporary {
  /* Owned */
  char  *target;
  char  *folder;
  char  *name;
  int    fd;

  State  state;
};

static const int ending_signals[] = { SIGHUP, SIGINT, SIGTERM };
static struct sigaction former_actions[G_N_ELEMENTS (ending_signals)];
static volatile sig_atomic_t waiting_signal;
static guint n_temporaries;
static GMutex signals_lock;

static void
keep_signal (int number)
{
  waiting_signal = number;
}

static void
hold_signals (void)
{
  const struct sigaction action = { .sa_handler = keep_signal, .sa_flags = SA_RESTART };
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&signals_lock);

  if (n_temporaries++ > 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    sigaction (ending_signals[i], &action, &former_actions[i]);
}

static void
release_signals (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&signals_lock);
  int waiting;

  if (--n_temporaries > 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    sigaction (ending_signals[i], &former_actions[i], NULL);

  waiting = waiting_signal;
  waiting_signal = 0;
  if (waiting != 0)
    raise (waiting);
}

/**
 * academy_write_fail:
 * @path: the path that could not be written
 * @code: an `errno`
 * @error: return location for the error, in words for people
 *
 * Returns: %FALSE
 */
gboolean
academy_write_fail (const char  *path,
                    int          code,
                    GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FULL,
                 _("The disk is full. Free some space and try again."));
  else
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
                 _("“%s” cannot be written: %s"), shown, g_strerror (code));

  return FALSE;
}

/**
 * academy_write_all:
 * @fd: an open descriptor
 * @path: its path, for messages
 * @data: the content
 * @length: its length
 * @error: return location for an error
 *
 * Returns: whether all of @data is written
 */
gboolean
academy_write_all (int            fd,
                   const char    *path,
                   gconstpointer  data,
                   gsize          length,
                   GError       **error)
{
  const char *next = data;

  while (length > 0)
    {
      gssize n_written = write (fd, next, length);

      if (n_written < 0 && errno != EINTR)
        return academy_write_fail (path, errno, error);
      if (n_written > 0)
        {
          next += n_written;
          length -= n_written;
        }
    }

  return TRUE;
}

/**
 * academy_temporary_new:
 * @target: the path of the target, which must not be a symbolic link
 * @mode: the permissions of a new file, before the umask
 * @error: return location for an error
 *
 * Returns: (transfer full): an empty file with a temporary name in the folder of
 *   @target
 */
AcademyTemporary *
academy_temporary_new (const char  *target,
                       int          mode,
                       GError     **error)
{
  g_autoptr(AcademyTemporary) self = g_new0 (AcademyTemporary, 1);

  hold_signals ();
  self->target = g_strdup (target);
  self->folder = g_path_get_dirname (target);
  self->fd = -1;

  /* Choose a hidden name of fixed length, with an ending that file synchronisers
   * ignore. */
  for (guint i = 0; self->fd < 0 && (i == 0 || errno == EEXIST) && i < ATTEMPTS; i++)
    {
      g_autofree char *name = g_strdup_printf (PREFIX "%08x" ENDING, g_random_int ());

      g_free (self->name);
      self->name = g_build_filename (self->folder, name, NULL);
      self->fd = open (self->name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
    }

  if (self->fd >= 0)
    return g_steal_pointer (&self);

  academy_write_fail (target, errno, error);
  g_clear_pointer (&self->name, g_free);
  return NULL;
}

/**
 * academy_temporary_is_name:
 * @name: the name of a file
 *
 * Returns: whether @name is that of a file left by a killed process, or of a log
 *   of SQLite beside such a file
 */
gboolean
academy_temporary_is_name (const char *name)
{
  return g_str_has_prefix (name, PREFIX) && strstr (name, ENDING) != NULL;
}

/**
 * academy_temporary_get_name:
 * @self: a temporary file
 *
 * Returns: (transfer none): the temporary path, for code that opens files by name
 */
const char *
academy_temporary_get_name (AcademyTemporary *self)
{
  return self->name;
}

/**
 * academy_temporary_get_fd:
 * @self: a temporary file that is not synced yet
 *
 * Returns: (transfer none): the descriptor to write to; -1 afterwards
 */
int
academy_temporary_get_fd (AcademyTemporary *self)
{
  return self->fd;
}

/**
 * academy_temporary_sync:
 * @self: a temporary file
 * @error: return location for an error
 *
 * Syncs the file to the disk and closes it.
 *
 * Returns: whether there was no error
 */
gboolean
academy_temporary_sync (AcademyTemporary  *self,
                        GError           **error)
{
  return (fsync (self->fd) == 0 && close (g_steal_fd (&self->fd)) == 0) ||
         academy_write_fail (self->target, errno, error);
}

/**
 * academy_temporary_write:
 * @self: a temporary file
 * @content: all of its content
 * @error: return location for an error
 *
 * Writes @content, syncs the file and closes it.
 *
 * Returns: whether there was no error
 */
gboolean
academy_temporary_write (AcademyTemporary  *self,
                         GBytes            *content,
                         GError           **error)
{
  return academy_write_all (self->fd, self->target, g_bytes_get_data (content, NULL), g_bytes_get_size (content), error) &&
         academy_temporary_sync (self, error);
}

/* Creates the target before it is replaced, for file systems where neither renaming
 * nor linking can refuse to overwrite. */
static gboolean
claim (AcademyTemporary *self)
{
  int fd = open (self->target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    return FALSE;

  close (fd);
  return rename (self->name, self->target) == 0;
}

/* Linking gives the file two names for a moment, which SQLite must not see, so it
 * is only for file systems that cannot rename without overwriting. */
static gboolean
take (AcademyTemporary *self)
{
  if (renameat2 (AT_FDCWD, self->name, AT_FDCWD, self->target, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno == EEXIST)
    return FALSE;
  if (link (self->name, self->target) != 0)
    return errno != EEXIST && claim (self);

  unlink (self->name);
  return TRUE;
}

/**
 * academy_temporary_link:
 * @self: a synced file
 * @error: %ACADEMY_ERROR_EXISTS when the target exists
 *
 * Moves the file to its target, unless a file is there.
 *
 * Returns: whether it is at its target
 */
gboolean
academy_temporary_link (AcademyTemporary  *self,
                        GError           **error)
{
  g_autofree char *shown = NULL;

  if (take (self))
    {
      self->state = TAKEN;
      return TRUE;
    }
  if (errno != EEXIST)
    return academy_write_fail (self->target, errno, error);

  shown = g_filename_display_name (self->target);
  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS, _("“%s” exists already. Choose another name."), shown);
  return FALSE;
}

/**
 * academy_temporary_replace:
 * @self: a synced file
 * @error: return location for an error
 *
 * Moves the file to its target. Keeps an existing file under the temporary name
 * until @self is freed, if the file system can exchange two files.
 *
 * Returns: whether it is at its target
 */
gboolean
academy_temporary_replace (AcademyTemporary  *self,
                           GError           **error)
{
  gboolean is_new;

  if (renameat2 (AT_FDCWD, self->name, AT_FDCWD, self->target, RENAME_EXCHANGE) == 0)
    {
      self->state = EXCHANGED;
      return TRUE;
    }

  is_new = errno == ENOENT;
  if (rename (self->name, self->target) != 0)
    return academy_write_fail (self->target, errno, error);

  self->state = is_new ? TAKEN : REPLACED;
  return TRUE;
}

/**
 * academy_temporary_take_back:
 * @self: a file at its target
 *
 * Restores the target, if that is possible.
 */
void
academy_temporary_take_back (AcademyTemporary *self)
{
  if (self->state == EXCHANGED)
    renameat2 (AT_FDCWD, self->name, AT_FDCWD, self->target, RENAME_EXCHANGE);
  else if (self->state == TAKEN)
    rename (self->target, self->name);
  else
    return;

  self->state = BESIDE;
}

/**
 * academy_temporary_sync_folder:
 * @self: a file at its target
 * @error: return location for an error
 *
 * Syncs the folder, so that the new name survives a power failure. A folder that
 * cannot be synced is no error.
 *
 * Returns: whether there was no error
 */
gboolean
academy_temporary_sync_folder (AcademyTemporary  *self,
                               GError           **error)
{
  int fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int code = 0;

  if (fd < 0)
    return TRUE;
  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOTSUP)
    code = errno;
  close (fd);

  return code == 0 || academy_write_fail (self->target, code, error);
}

/**
 * academy_temporary_free:
 * @self: (transfer full): a temporary file
 *
 * Deletes the temporary name, and with it a file that is not at its target.
 */
void
academy_temporary_free (AcademyTemporary *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->name != NULL && (self->state == BESIDE || self->state == EXCHANGED))
    g_unlink (self->name);

  g_free (self->target);
  g_free (self->folder);
  g_free (self->name);
  g_free (self);
  release_signals ();
}
