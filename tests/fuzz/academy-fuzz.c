/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "academy-exercise.h"
#include "academy-mutation.h"

/* No input may hold the program up for so long: by the time of the processor, and
 * by the clock, which goes on while other programs have the processor. */
#define PATIENCE_SECONDS         20
#define PATIENCE_SECONDS_WAITING 240

static volatile guint32 seed;

/* Says which input it was, by nothing but what a signal may call. */
static void
say_seed (const char *what)
{
  char number[11] = "0000000000";
  guint32 rest = seed;

  for (int i = 9; i >= 0; i--, rest /= 10)
    number[i] = '0' + rest % 10;
  if (write (STDERR_FILENO, what, strlen (what)) < 0 || write (STDERR_FILENO, number, 10) < 0 ||
      write (STDERR_FILENO, "\n", 1) < 0)
    _exit (EXIT_FAILURE);
}

static void
alarm_cb (int number)
{
  say_seed ("academy-fuzz: hangs with --inputs=1 --seed=");
  abort ();
}

static void
crash_cb (int number)
{
  say_seed ("academy-fuzz: crashes with --inputs=1 --seed=");
  signal (number, SIG_DFL);
  raise (number);
}

static void
watch (void)
{
  static const int crashes[] = { SIGABRT, SIGTRAP, SIGFPE, SIGILL };

  signal (SIGALRM, alarm_cb);
  signal (SIGPROF, alarm_cb);
  for (guint i = 0; i < G_N_ELEMENTS (crashes); i++)
    signal (crashes[i], crash_cb);
#ifndef __SANITIZE_ADDRESS__
  signal (SIGSEGV, crash_cb);
  signal (SIGBUS, crash_cb);
#endif
}

/* Where files are in memory, if there is such a place. */
static char *
make_folder (void)
{
  char *folder = g_strdup ("/dev/shm/academy-fuzz-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return folder;

  g_free (folder);
  return g_dir_make_tmp ("academy-fuzz-XXXXXX", NULL);
}

static void
empty_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

static void
begin_waiting (void)
{
  const struct itimerval patience = { .it_value.tv_sec = PATIENCE_SECONDS };

  setitimer (ITIMER_PROF, &patience, NULL);
  alarm (PATIENCE_SECONDS_WAITING);
}

static void
end_waiting (void)
{
  const struct itimerval none = { .it_value.tv_sec = 0 };

  setitimer (ITIMER_PROF, &none, NULL);
  alarm (0);
}

static gboolean
run_input (AcademyMutation *mutation,
           const char      *path,
           const char      *kept)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  begin_waiting ();
  academy_mutation_write (mutation, random, path);
  if (kept != NULL)
    {
      g_autoptr(GFile) from = g_file_new_for_path (path);
      g_autoptr(GFile) to = g_file_new_for_commandline_arg (kept);

      g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
    }

  return academy_exercise (path, random);
}

int
main (int    argc,
      char **argv)
{
  int seconds = 0, inputs = 0, first = 1;
  g_autofree char *kept = NULL;
  const GOptionEntry entries[] = {
    { "seconds", 0, 0, G_OPTION_ARG_INT, &seconds, "For how long inputs are run", "N" },
    { "inputs", 0, 0, G_OPTION_ARG_INT, &inputs, "How many are run", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &first, "The seed of the first; each has the next one", "N" },
    { "keep", 0, 0, G_OPTION_ARG_FILENAME, &kept, "Where the last input is kept", "FILE" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "input.academy", NULL);
  g_autoptr(AcademyMutation) mutation = NULL;
  gint64 end;
  guint n_inputs = 0, n_opened = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("academy-fuzz: %s\n", error->message);
      return 2;
    }

  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  watch ();
  mutation = academy_mutation_new (folder);
  end = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;

  while (inputs > 0 ? n_inputs < (guint) inputs : g_get_monotonic_time () < end)
    {
      seed = (guint32) first + n_inputs++;
      n_opened += run_input (mutation, path, kept);
      empty_folder (folder);
    }

  end_waiting ();
  g_rmdir (folder);
  g_print ("%u inputs ran, %u of which were opened; the next seed is %u.\n", n_inputs, n_opened, (guint32) first + n_inputs);
  return EXIT_SUCCESS;
}
