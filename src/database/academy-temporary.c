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
  EXCHANGED,  /* the target before has the temporary name */
  REPLACED,   /* the target before is gone */
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

/* academy_write_fail:
 * @path: what was to be written
 * @code: an `errno`
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

/* academy_write_all:
 * @fd: where @content goes
 * @path: what @fd is called
 */
gboolean
academy_write_all (int          fd,
                   const char  *path,
                   GBytes      *content,
                   GError     **error)
{
  gsize left;
  const char *next = g_bytes_get_data (content, &left);

  while (left > 0)
    {
      gssize n_written = write (fd, next, left);

      if (n_written < 0 && errno != EINTR)
        return academy_write_fail (path, errno, error);
      if (n_written > 0)
        {
          next += n_written;
          left -= n_written;
        }
    }

  return TRUE;
}

/* academy_temporary_new:
 * @target: the place that it is to take, which is no link
 * @mode: the rights of a new file, of which the umask takes away
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

  /* Hidden, as long for every target, and with an ending that synchronisers leave alone. */
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

/* Whether a file is called as one is that a killed process left, or as what
 * SQLite keeps beside it. */
gboolean
academy_temporary_is_name (const char *name)
{
  return g_str_has_prefix (name, PREFIX) && strstr (name, ENDING) != NULL;
}

/* For what writes by name and not by descriptor. */
const char *
academy_temporary_get_name (AcademyTemporary *self)
{
  return self->name;
}

/* While nothing is written yet. */
int
academy_temporary_get_fd (AcademyTemporary *self)
{
  return self->fd;
}

/* All of it is on the disk, and nothing more is written. */
gboolean
academy_temporary_sync (AcademyTemporary  *self,
                        GError           **error)
{
  return (fsync (self->fd) == 0 && close (g_steal_fd (&self->fd)) == 0) ||
         academy_write_fail (self->target, errno, error);
}

/* Writes all of it, down to the disk. */
gboolean
academy_temporary_write (AcademyTemporary  *self,
                         GBytes            *content,
                         GError           **error)
{
  return academy_write_all (self->fd, self->target, content, error) && academy_temporary_sync (self, error);
}

/* Where neither a rename nor a link can keep from overwriting. */
static gboolean
claim (AcademyTemporary *self)
{
  int fd = open (self->target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    return FALSE;

  close (fd);
  return rename (self->name, self->target) == 0;
}

/* A link leaves the file with two names for a moment, which SQLite must not
 * see; it is for file systems that cannot rename so. */
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

/* academy_temporary_link:
 * @error: %ACADEMY_ERROR_EXISTS when its place is taken
 *
 * Takes the place only if there is nothing.
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

/* Takes the place, and keeps what was there until it is freed, where the file
 * system can. */
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

/* The place is as it was, as far as that is possible. */
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

/* Makes the new name last; a folder that cannot be synced is as safe as it gets. */
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

/* What it has not taken is as it was; its own name is gone. */
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
