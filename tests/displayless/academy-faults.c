/* SPDX-License-Identifier: GPL-3.0-or-later */

/* renameat2() */
#define _GNU_SOURCE

#include "config.h"

#include "academy-faults.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
  AcademyCalls  calls;
  guint         n_spared;
  guint         n_failing;
  int           code;
  gboolean      hit;
} faults;

/* academy_faults_arm:
 * @calls: which calls are counted
 * @n_spared: how many of them are as they are
 * @n_failing: how many fail after those
 * @code: the `errno` with which they fail
 */
void
academy_faults_arm (AcademyCalls calls,
                    guint        n_spared,
                    guint        n_failing,
                    int          code)
{
  faults.calls = calls;
  faults.n_spared = n_spared;
  faults.n_failing = n_failing;
  faults.code = code;
  faults.hit = FALSE;
}

/* Returns: whether any call has failed */
gboolean
academy_faults_disarm (void)
{
  faults.calls = 0;

  return faults.hit;
}

static gboolean
fails (AcademyCalls call)
{
  if ((faults.calls & call) == 0)
    return FALSE;
  if (faults.n_spared > 0)
    {
      faults.n_spared--;
      return FALSE;
    }
  if (faults.n_failing == 0)
    return FALSE;

  faults.n_failing--;
  faults.hit = TRUE;
  errno = faults.code;
  return TRUE;
}

/* These come before those of the C library. */

ssize_t
write (int         fd,
       const void *bytes,
       size_t      size)
{
  return fails (ACADEMY_CALL_WRITE) ? -1 : syscall (SYS_write, fd, bytes, size);
}

int
fsync (int fd)
{
  return fails (ACADEMY_CALL_FSYNC) ? -1 : syscall (SYS_fsync, fd);
}

int
rename (const char *from,
        const char *to)
{
  return fails (ACADEMY_CALL_RENAME) ? -1 : syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
renameat2 (int           from_folder,
           const char   *from,
           int           to_folder,
           const char   *to,
           unsigned int  flags)
{
  return fails (ACADEMY_CALL_RENAMEAT2) ? -1 : syscall (SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int
link (const char *from,
      const char *to)
{
  return fails (ACADEMY_CALL_LINK) ? -1 : syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}
