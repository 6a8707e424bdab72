/* SPDX-License-Identifier: GPL-3.0-or-later */

/* O_TMPFILE */
#define _GNU_SOURCE

#include "config.h"

#include "academy-scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "academy-temporary.h"

/* Cairo writes a few bytes at a time. */
#define BUFFER_SIZE 65536

struct _AcademyScratch {
  /* Owned */
  char       *target;
  GByteArray *buffer;  /* (nullable) */
  int         fd;

  /* The length of what is in the file, without the buffer. */
  goffset     length;
};

/* Opens a file beside the target, so that it takes its room on the same disk. Some
 * file systems have no files without a name, and some targets, such as pipes, no
 * folder to write to: then in the folder for temporary files. */
static int
open_file (const char *target)
{
  g_autofree char *folder = target != NULL ? g_path_get_dirname (target) : NULL;
  g_autofree char *name = NULL;
  int fd = folder != NULL ? open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600) : -1;

  if (fd >= 0)
    return fd;

  name = g_build_filename (g_get_tmp_dir (), "academy-XXXXXX", NULL);
  fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    g_unlink (name);

  return fd;
}

/* An export has an open file for each organisation, and often a low limit that a
 * process may raise. */
static gboolean
raise_limit (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max)
    return FALSE;

  limit.rlim_cur = limit.rlim_max;
  return setrlimit (RLIMIT_NOFILE, &limit) == 0;
}

/**
 * academy_scratch_new:
 * @target: (nullable) (type filename): the path that the content is for, or %NULL
 *   for standard output
 * @error: return location for an error
 *
 * Returns: (transfer full): an empty file
 */
AcademyScratch *
academy_scratch_new (const char  *target,
                     GError     **error)
{
  AcademyScratch *self;
  int fd;

  do
    fd = open_file (target);
  while (fd < 0 && errno == EMFILE && raise_limit ());

  if (target == NULL)
    target = g_get_tmp_dir ();
  if (fd < 0)
    {
      academy_write_fail (target, errno, error);
      return NULL;
    }

  self = g_atomic_rc_box_new0 (AcademyScratch);
  self->target = g_strdup (target);
  self->fd = fd;

  return self;
}

/**
 * academy_scratch_flush:
 * @self: a file
 * @error: return location for an error
 *
 * Writes what is buffered, and frees the buffer until it is needed again.
 *
 * Returns: whether there was no error; otherwise the content is of no use
 */
gboolean
academy_scratch_flush (AcademyScratch  *self,
                       GError         **error)
{
  g_autoptr(GByteArray) buffer = g_steal_pointer (&self->buffer);

  if (buffer == NULL)
    return TRUE;

  self->length += buffer->len;
  return academy_write_all (self->fd, self->target, buffer->data, buffer->len, error);
}

/**
 * academy_scratch_write:
 * @self: a file
 * @data: what is appended
 * @length: its length
 * @error: return location for an error
 *
 * Returns: whether there was no error; otherwise the content is of no use
 */
gboolean
academy_scratch_write (AcademyScratch  *self,
                       gconstpointer    data,
                       gsize            length,
                       GError         **error)
{
  if (self->buffer != NULL && self->buffer->len + length > BUFFER_SIZE && !academy_scratch_flush (self, error))
    return FALSE;
  if (length > BUFFER_SIZE)
    {
      self->length += length;
      return academy_write_all (self->fd, self->target, data, length, error);
    }

  if (self->buffer == NULL)
    self->buffer = g_byte_array_sized_new (BUFFER_SIZE);
  g_byte_array_append (self->buffer, data, length);
  return TRUE;
}

/**
 * academy_scratch_map:
 * @self: a file
 * @error: return location for an error
 *
 * Returns: (transfer full): the content so far and a NUL after it, for string
 *   functions; valid until the next call of academy_scratch_write()
 */
GMappedFile *
academy_scratch_map (AcademyScratch  *self,
                     GError         **error)
{
  if (!academy_scratch_flush (self, error))
    return NULL;
  if (pwrite (self->fd, "", 1, self->length) != 1)
    {
      academy_write_fail (self->target, errno, error);
      return NULL;
    }

  return g_mapped_file_new_from_fd (self->fd, FALSE, error);
}

/**
 * academy_scratch_copy:
 * @self: a file
 * @fd: the descriptor to write to
 * @path: its path, for messages
 * @error: return location for an error
 *
 * Returns: whether the content is written to @fd
 */
gboolean
academy_scratch_copy (AcademyScratch  *self,
                      int              fd,
                      const char      *path,
                      GError         **error)
{
  g_autofree char *block = g_malloc (BUFFER_SIZE);

  if (!academy_scratch_flush (self, error))
    return FALSE;

  for (goffset done = 0; done < self->length; )
    {
      gssize n_read = pread (self->fd, block, MIN (BUFFER_SIZE, self->length - done), done);

      if (n_read <= 0)
        return academy_write_fail (self->target, n_read < 0 ? errno : EIO, error);
      if (!academy_write_all (fd, path, block, n_read, error))
        return FALSE;
      done += n_read;
    }

  return TRUE;
}

/**
 * academy_scratch_ref:
 * @self: a file
 *
 * Returns: (transfer full): @self
 */
AcademyScratch *
academy_scratch_ref (AcademyScratch *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
scratch_clear (AcademyScratch *self)
{
  close (self->fd);
  g_clear_pointer (&self->buffer, g_byte_array_unref);
  g_free (self->target);
}

/**
 * academy_scratch_unref:
 * @self: (transfer full): a file
 */
void
academy_scratch_unref (AcademyScratch *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) scratch_clear);
}
