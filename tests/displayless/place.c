/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded, makes a folder one of another kind: ACADEMY_UNSHARED names one where
 * files cannot be shared in memory, and ACADEMY_FULL one on a disk that is full. */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int
is_in (int         fd,
       const char *variable)
{
  const char *folder = getenv (variable);
  char link[32], name[4096];
  ssize_t length;

  if (folder == NULL || fd < 0)
    return 0;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, name, sizeof name - 1);
  if (length < 0)
    return 0;

  name[length] = '\0';
  return strncmp (name, folder, strlen (folder)) == 0;
}

void *
mmap (void   *address,
      size_t  size,
      int     protection,
      int     flags,
      int     fd,
      off_t   offset)
{
  void *(*next) (void *, size_t, int, int, int, off_t) = dlsym (RTLD_NEXT, "mmap");

  if ((flags & MAP_SHARED) && is_in (fd, "ACADEMY_UNSHARED"))
    {
      errno = ENODEV;
      return MAP_FAILED;
    }

  return next (address, size, protection, flags, fd, offset);
}

ssize_t
pwrite64 (int         fd,
          const void *bytes,
          size_t      size,
          off64_t     offset)
{
  ssize_t (*next) (int, const void *, size_t, off64_t) = dlsym (RTLD_NEXT, "pwrite64");

  if (is_in (fd, "ACADEMY_FULL"))
    {
      errno = ENOSPC;
      return -1;
    }

  return next (fd, bytes, size, offset);
}
