/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "academy-check.h"
#include "academy-kinds.h"
#include "academy-test.h"

#define ROUNDS         110
#define AT_ONCE        11
#define LONGEST_RUN_US 30000

/* Adds measures until it is killed, and says so of each one that is saved. */
static void
write_until_killed (const char *path,
                    guint       round,
                    int         output)
{
  AcademyTest test = { .store = academy_store_open (path, NULL) };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (&test);

  /* A child would else make the same ids as the one before it. */
  g_random_set_seed (getpid ());

  for (guint i = 0; ; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u.%u", round, i);
      g_autoptr(AcademyItem) measure = academy_test_create (&test, &academy_measure_kind,
                                                            academy_item_get_id (organisation), "title", title);

      if (write (output, academy_item_get_id (measure), strlen (academy_item_get_id (measure)) + 1) < 0)
        _exit (1);
    }
}

static void
read_saved (int        input,
            GPtrArray *saved)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[4096];
  gssize n_read;

  while ((n_read = read (input, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, n_read);

  for (guint i = 0; i + 37 <= bytes->len; i += 37)
    g_ptr_array_add (saved, g_strdup ((const char *) bytes->data + i));
}

static void
wait_for_first (int        input,
                GPtrArray *saved)
{
  char id[37];

  g_assert_cmpint (read (input, id, sizeof id), ==, sizeof id);
  g_ptr_array_add (saved, g_strdup (id));
}

static void
test_kill (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) saved = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) findings = NULL;

  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr(GError) error = NULL;
      int pipe_ends[2];
      guint before = saved->len;
      pid_t child;

      g_assert_cmpint (pipe (pipe_ends), ==, 0);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          close (pipe_ends[0]);
          write_until_killed (test->path, round, pipe_ends[1]);
        }

      close (pipe_ends[1]);
      /* Mostly in the midst of the work, however slow the machine is, and at
       * times while the file is being opened. */
      if (round % AT_ONCE != 0)
        wait_for_first (pipe_ends[0], saved);
      g_usleep (g_test_rand_int_range (0, LONGEST_RUN_US));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      read_saved (pipe_ends[0], saved);
      close (pipe_ends[0]);

      test->store = academy_store_open (test->path, &error);
      g_assert_no_error (error);
      for (guint i = before; i < saved->len; i++)
        {
          g_autoptr(AcademyItem) measure = academy_store_get (test->store, &academy_measure_kind,
                                                              g_ptr_array_index (saved, i), &error);

          g_assert_no_error (error);
        }
      g_assert_cmpint (academy_test_count (test, &academy_measure_kind), >=, saved->len);
      if (round < ROUNDS - 1)
        {
          g_assert_true (academy_store_close (test->store, NULL));
          g_clear_object (&test->store);
        }
    }

  g_test_message ("%u edits were acknowledged", saved->len);
  /* A run in which nothing was ever saved would prove nothing. */
  g_assert_cmpuint (saved->len, >=, ROUNDS - ROUNDS / AT_ONCE);
  g_assert_true (academy_store_check (test->store, NULL, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/kill/acknowledged-edits-stay", AcademyTest, NULL, academy_test_set_up, test_kill, academy_test_tear_down);

  return g_test_run ();
}
