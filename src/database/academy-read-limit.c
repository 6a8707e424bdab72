/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-read-limit.h"

#include <time.h>

/* The processor time of one read, in microseconds; waiting for a slow disk does
 * not count. It is checked after this many steps of SQLite's virtual machine. */
#define LONGEST_READ  (3 * G_USEC_PER_SEC)
#define STEPS_BETWEEN 10000

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
progress_cb (gpointer data)
{
  AcademyReadLimit *self = data;
  gint64 now;

  if (self->cancellable != NULL)
    return g_cancellable_is_cancelled (self->cancellable);

  now = get_processor_time ();
  if (self->since == 0)
    self->since = now;

  /* Refuse all reads after one that did not end in time. */
  self->endless = self->endless || now - self->since > LONGEST_READ;
  return self->endless;
}

/**
 * academy_read_limit_install:
 * @self: a limit that lives as long as the connection
 * @handle: the connection
 *
 * Interrupts the reads of a connection that take too long or are cancelled; SQLite
 * then returns `SQLITE_INTERRUPT`.
 */
void
academy_read_limit_install (AcademyReadLimit *self,
                            sqlite3          *handle)
{
  sqlite3_progress_handler (handle, STEPS_BETWEEN, progress_cb, self);
}

/**
 * academy_read_limit_begin:
 * @self: a limit
 * @statement: (nullable): the statement that is stepped next, or %NULL for what is
 *   done at once
 *
 * Measures time from now on, unless a read is going on: it lasts from the first
 * step of a statement to its last, including the other statements run for its
 * rows.
 */
void
academy_read_limit_begin (AcademyReadLimit *self,
                          sqlite3_stmt     *statement)
{
  if (self->statement != NULL && sqlite3_stmt_busy (self->statement))
    return;

  self->statement = statement;
  self->since = 0;
}

/**
 * academy_read_limit_set_cancellable:
 * @self: a limit
 * @cancellable: (nullable): cancels reads from now on, instead of the limit
 */
void
academy_read_limit_set_cancellable (AcademyReadLimit *self,
                                    GCancellable     *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}
