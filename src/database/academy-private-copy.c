/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-private-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "academy-error.h"
#include "academy-log.h"

#define N_TRIES       20
#define TRY_AGAIN_US  (50 * G_TIME_SPAN_MILLISECOND)
#define BUFFER_SIZE   (256 * 1024)

/* Two writes within one tick of the file system's clock have the same time. */
#define TICK_US       (20 * G_TIME_SPAN_MILLISECOND)

struct _AcademyPrivateCopy {
  /* Owned */
  char *folder;
  char *path;
};

/* Attributes that change when a file is written. */
typedef struct {
  struct stat file;
  struct stat logs[ACADEMY_LOG_INDEX];
} Moment;

static void
take_moment (AcademyOpenFile *file,
             const char      *path,
             Moment          *moment)
{
  *moment = (Moment) { 0 };
  academy_open_file_stat (file, &moment->file);
  for (AcademyLogPart part = 0; part < ACADEMY_LOG_INDEX; part++)
    {
      g_autofree char *name = academy_log_get_path (path, part);

      if (stat (name, &moment->logs[part]) != 0)
        moment->logs[part] = (struct stat) { 0 };
    }
}

static gboolean
is_same_moment (const Moment *a,
                const Moment *b)
{
  for (AcademyLogPart part = 0; part < ACADEMY_LOG_INDEX; part++)
    if (!academy_open_file_is_unchanged (&a->logs[part], &b->logs[part]))
      return FALSE;

  return academy_open_file_is_unchanged (&a->file, &b->file);
}

static gboolean
is_young (const struct stat *status)
{
  gint64 changed = status->st_ctim.tv_sec * G_USEC_PER_SEC + status->st_ctim.tv_nsec / 1000;

  return ABS (g_get_real_time () - changed) < TICK_US;
}

static gboolean
set_system_error (GError **error,
                  int      number)
{
  g_set_error (error, ACADEMY_ERROR, number == ENOSPC || number == EDQUOT ? ACADEMY_ERROR_FULL : ACADEMY_ERROR_FAILED,
               _("The file cannot be copied to read it: %s"), g_strerror (number));
  return FALSE;
}

static gboolean
copy_bytes (int      from,
            int      to,
            GError **error)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_SIZE);
  off_t offset = 0;
  gssize n_read;

  while ((n_read = pread (from, buffer, BUFFER_SIZE, offset)) > 0)
    {
      if (write (to, buffer, n_read) != n_read)
        return set_system_error (error, errno != 0 ? errno : ENOSPC);
      offset += n_read;
    }

  return n_read == 0 || set_system_error (error, errno);
}

static gboolean
copy_descriptor (int          from,
                 const char  *name,
                 GError     **error)
{
  int to = open (name, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  gboolean copied;

  if (to < 0)
    return set_system_error (error, errno);

  errno = 0;
  copied = copy_bytes (from, to, error);
  close (to);
  return copied;
}

/* SQLite locks neither of the logs, so that closing them here drops no lock. */
static gboolean
copy_log (const char      *path,
          const char      *copy,
          AcademyLogPart   part,
          GError         **error)
{
  g_autofree char *name = academy_log_get_path (path, part);
  g_autofree char *target = academy_log_get_path (copy, part);
  int from = open (name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gboolean copied;

  if (from < 0)
    {
      g_unlink (target);
      return errno == ENOENT || set_system_error (error, errno);
    }

  copied = copy_descriptor (from, target, error);
  close (from);
  return copied;
}

static gboolean
copy_all (AcademyPrivateCopy  *self,
          AcademyOpenFile     *file,
          const char          *path,
          gboolean             with_log,
          GError             **error)
{
  if (!copy_descriptor (academy_open_file_get_fd (file), self->path, error))
    return FALSE;

  for (AcademyLogPart part = 0; with_log && part < ACADEMY_LOG_INDEX; part++)
    if (!copy_log (path, self->path, part, error))
      return FALSE;

  return TRUE;
}

/* Copies until no write came between, so that the copy is of one moment. */
static gboolean
copy_at_rest (AcademyPrivateCopy  *self,
              AcademyOpenFile     *file,
              const char          *path,
              gboolean             with_log,
              GError             **error)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      Moment before, after;

      take_moment (file, path, &before);
      if (is_young (&before.file) || is_young (&before.logs[ACADEMY_LOG_WAL]) || is_young (&before.logs[ACADEMY_LOG_JOURNAL]))
        {
          g_usleep (TICK_US);
          take_moment (file, path, &before);
        }

      if (!copy_all (self, file, path, with_log, error))
        return FALSE;
      take_moment (file, path, &after);
      if (is_same_moment (&before, &after))
        return TRUE;

      g_usleep (TRY_AGAIN_US);
    }

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_BUSY,
               _("Another program is writing to the file all the time. Try again in a moment."));
  return FALSE;
}

static AcademyPrivateCopy *
copy_into (const char       *parent,
           AcademyOpenFile  *file,
           const char       *path,
           gboolean          with_log,
           GError          **error)
{
  g_autoptr(AcademyPrivateCopy) self = g_new0 (AcademyPrivateCopy, 1);
  g_autofree char *folder = g_build_filename (parent, GETTEXT_PACKAGE "-XXXXXX", NULL);

  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      set_system_error (error, errno);
      return NULL;
    }

  self->folder = g_steal_pointer (&folder);
  self->path = g_build_filename (self->folder, "copy.academy", NULL);
  return copy_at_rest (self, file, path, with_log, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * academy_private_copy_new:
 * @file: an open file
 * @path: the path of @file
 * @with_log: whether to copy its logs too
 * @error: return location for an error
 *
 * Returns: (transfer full): a copy of one moment; freeing it deletes the copy
 */
AcademyPrivateCopy *
academy_private_copy_new (AcademyOpenFile  *file,
                          const char       *path,
                          gboolean          with_log,
                          GError          **error)
{
  /* The run-time folder is in memory, and serves when the disk is full. */
  AcademyPrivateCopy *copy = copy_into (g_get_user_runtime_dir (), file, path, with_log, NULL);

  return copy != NULL ? copy : copy_into (g_get_tmp_dir (), file, path, with_log, error);
}

/**
 * academy_private_copy_free:
 * @self: (transfer full): a copy
 *
 * Deletes the copy.
 */
void
academy_private_copy_free (AcademyPrivateCopy *self)
{
  if (self->path != NULL)
    {
      for (AcademyLogPart part = 0; part < ACADEMY_LOG_N_PARTS; part++)
        {
          g_autofree char *log = academy_log_get_path (self->path, part);

          g_unlink (log);
        }
      g_unlink (self->path);
    }
  if (self->folder != NULL)
    g_rmdir (self->folder);

  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/**
 * academy_private_copy_get_path:
 * @self: a copy
 *
 * Returns: (transfer none): the path of the copy
 */
const char *
academy_private_copy_get_path (AcademyPrivateCopy *self)
{
  return self->path;
}
