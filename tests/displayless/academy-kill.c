/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kill.h"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

/* academy_kill_at:
 * @step: when: a system call that begins or ends is a step
 * @number: a signal
 * @work: what a child process does
 * @data: for @work
 *
 * Sends the signal in the midst of the work.
 *
 * Returns: whether the work had not ended before
 */
gboolean
academy_kill_at (guint            step,
                 int              number,
                 AcademyKillFunc  work,
                 gpointer         data)
{
  pid_t child = fork ();
  int status, passed = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (ptrace (PTRACE_TRACEME, 0, NULL, NULL) != 0)
        _exit (1);
      /* Tests that run in the background or under nohup would hand on that it is ignored. */
      signal (number, SIG_DFL);
      raise (SIGSTOP);
      work (data);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSTOPPED (status));
  for (guint i = 0; i < step; i++)
    {
      g_assert_cmpint (ptrace (PTRACE_SYSCALL, child, NULL, passed), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      if (WIFEXITED (status))
        {
          g_assert_cmpint (WEXITSTATUS (status), ==, 0);
          return FALSE;
        }
      g_assert_true (WIFSTOPPED (status));
      passed = WSTOPSIG (status) == SIGTRAP ? 0 : WSTOPSIG (status);
    }

  g_assert_cmpint (kill (child, number), ==, 0);
  /* One that is killed is no longer there to be let go. */
  ptrace (PTRACE_DETACH, child, NULL, NULL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) || WIFEXITED (status));

  return TRUE;
}
