/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "academy-error.h"
#include "academy-faults.h"
#include "academy-files.h"
#include "academy-kill.h"

#define N_FILES 3

/* One file that is there already and can be read by a group, and two that are new. */
typedef struct {
  char      *folder;
  char      *programme;
  GPtrArray *files;
  GPtrArray *contents;
} Batch;

static void
set_up (Batch         *batch,
        gconstpointer  data)
{
  batch->folder = g_dir_make_tmp ("academy-XXXXXX", NULL);
  batch->programme = g_build_filename (batch->folder, "programme.academy", NULL);
  batch->files = g_ptr_array_new_with_free_func (g_free);
  batch->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_scratch_unref);
  g_assert_true (g_file_set_contents (batch->programme, "programme", -1, NULL));

  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("file-%u", i);
      char *path = g_build_filename (batch->folder, name, NULL);
      AcademyScratch *content = academy_scratch_new (path, NULL);

      g_assert_true (academy_scratch_write (content, name, strlen (name), NULL) && academy_scratch_flush (content, NULL));
      g_ptr_array_add (batch->files, path);
      g_ptr_array_add (batch->contents, content);
    }
}

static void
empty_folder (Batch *batch)
{
  g_autoptr(GDir) folder = g_dir_open (batch->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (batch->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
tear_down (Batch         *batch,
           gconstpointer  data)
{
  empty_folder (batch);
  g_assert_cmpint (g_rmdir (batch->folder), ==, 0);
  g_ptr_array_unref (batch->files);
  g_ptr_array_unref (batch->contents);
  g_free (batch->programme);
  g_free (batch->folder);
}

static void
put (const char *path,
     const char *content,
     int         mode)
{
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

/* As it is before each batch. */
static void
prepare (Batch *batch)
{
  empty_folder (batch);
  put (batch->programme, "programme", 0600);
  put (g_ptr_array_index (batch->files, 1), "older", 0640);
}

static int
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static guint
count_files (Batch *batch)
{
  g_autoptr(GDir) folder = g_dir_open (batch->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

/* Nothing has changed, and nothing is left over. */
static void
assert_untouched (Batch *batch)
{
  assert_content (batch->programme, "programme");
  assert_content (g_ptr_array_index (batch->files, 1), "older");
  g_assert_cmpint (get_mode (g_ptr_array_index (batch->files, 1)), ==, 0640);
  g_assert_cmpuint (count_files (batch), ==, 2);
}

static char *
dup_name (Batch *batch,
          guint  i)
{
  return g_path_get_basename (g_ptr_array_index (batch->files, i));
}

static void
assert_written (Batch *batch)
{
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *name = dup_name (batch, i);

      assert_content (g_ptr_array_index (batch->files, i), name);
    }
  g_assert_cmpuint (count_files (batch), ==, N_FILES + 1);
}

static gboolean
write_batch (Batch   *batch,
             GError **error)
{
  return academy_files_write (batch->programme, batch->files, batch->contents, ACADEMY_FILES_DEFAULT, error);
}

static void
write_in_child (gpointer data)
{
  if (!write_batch (data, NULL))
    _exit (1);
}

static void
test_rights (Batch         *batch,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  mode_t mask = umask (0026);

  prepare (batch);
  g_assert_true (write_batch (batch, &error));
  assert_written (batch);
  g_assert_cmpint (get_mode (g_ptr_array_index (batch->files, 0)), ==, 0640);
  g_assert_cmpint (get_mode (g_ptr_array_index (batch->files, 1)), ==, 0640);

  prepare (batch);
  g_assert_true (academy_files_write (batch->programme, batch->files, batch->contents, ACADEMY_FILES_PRIVATE, &error));
  assert_written (batch);
  g_assert_cmpint (get_mode (g_ptr_array_index (batch->files, 0)), ==, 0600);
  g_assert_cmpint (get_mode (g_ptr_array_index (batch->files, 1)), ==, 0640);
  umask (mask);
}

/* Whichever call fails, all is as it was. */
static void
test_faults (Batch         *batch,
             gconstpointer  data)
{
  static const struct {
    int          code;
    AcademyError expected;
  } faults[] = {
    { EIO, ACADEMY_ERROR_FAILED },
    { ENOSPC, ACADEMY_ERROR_FULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint n_spared = 0; ; n_spared++)
      {
        g_autoptr(GError) error = NULL;
        gboolean written;

        prepare (batch);
        academy_faults_arm (ACADEMY_CALL_WRITE | ACADEMY_CALL_FSYNC, n_spared, 1, faults[i].code);
        written = write_batch (batch, &error);
        if (!academy_faults_disarm ())
          {
            g_assert_true (written);
            g_assert_cmpuint (n_spared, >=, 3 * N_FILES);
            break;
          }

        g_assert_false (written);
        g_assert_error (error, ACADEMY_ERROR, (int) faults[i].expected);
        assert_untouched (batch);
      }
}

/* A file that cannot take its place, after others have. */
static void
test_taken_back (Batch         *batch,
                 gconstpointer  data)
{
  /* A new file takes two calls: there is nothing to exchange it with. */
  static const guint n_spared[N_FILES] = { 0, 2, 3 };

  for (guint i = 0; i < N_FILES; i++)
    {
      g_autoptr(GError) error = NULL;

      prepare (batch);
      academy_faults_arm (ACADEMY_CALL_RENAME | ACADEMY_CALL_RENAMEAT2, n_spared[i], 2, EPERM);
      g_assert_false (write_batch (batch, &error));
      g_assert_true (academy_faults_disarm ());
      g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED);
      assert_untouched (batch);
    }
}

/* Where names cannot be exchanged the files are written all the same. */
static void
test_no_exchange (Batch         *batch,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (batch);
  academy_faults_arm (ACADEMY_CALL_RENAMEAT2, 0, G_MAXUINT, EINVAL);
  g_assert_true (write_batch (batch, &error));
  g_assert_true (academy_faults_disarm ());
  assert_written (batch);
}

static void
test_killed (Batch         *batch,
             gconstpointer  data)
{
  guint step = 0;

  for (prepare (batch); academy_kill_at (step, SIGKILL, write_in_child, batch); prepare (batch), step++)
    for (guint i = 0; i < N_FILES; i++)
      {
        const char *path = g_ptr_array_index (batch->files, i);
        g_autofree char *name = dup_name (batch, i);
        g_autofree char *content = NULL;

        if (g_file_get_contents (path, &content, NULL, NULL))
          g_assert_true (g_str_equal (content, name) ||
                         (i == 1 && g_str_equal (content, "older")));
        else
          g_assert_cmpuint (i, !=, 1);
      }

  g_test_message ("%u steps", step);
  assert_written (batch);
}

/* What ends a process waits until all is done. */
static void
test_ended (Batch         *batch,
            gconstpointer  data)
{
  static const int numbers[] = { SIGHUP, SIGINT, SIGTERM };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint step = i, n_written = 0;

      for (prepare (batch); academy_kill_at (step, numbers[i], write_in_child, batch);
           prepare (batch), step += G_N_ELEMENTS (numbers))
        {
          gboolean written = g_file_test (g_ptr_array_index (batch->files, 0), G_FILE_TEST_EXISTS);

          if (written)
            assert_written (batch);
          else
            assert_untouched (batch);
          n_written += written;
        }
      g_assert_cmpuint (n_written, >, 0);
      g_assert_cmpuint (n_written, <, step);
    }
}

static void
assert_refused (Batch      *batch,
                const char *file)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = g_strdup (g_ptr_array_index (batch->files, 2));

  g_set_str ((char **) &g_ptr_array_index (batch->files, 2), file);
  g_assert_false (write_batch (batch, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS);
  g_set_str ((char **) &g_ptr_array_index (batch->files, 2), before);
}

/* Neither by its name nor by another, nor what SQLite has or will have beside it. */
static void
test_programme (Batch         *batch,
                gconstpointer  data)
{
  static const char * const endings[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *plain = g_build_filename (batch->folder, "plain", NULL);
  g_autofree char *alias = g_build_filename (batch->folder, "alias", NULL);
  g_autofree char *indirect = g_build_filename (batch->folder, ".", "plain-wal", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (batch->programme, endings[i], NULL);
      g_autofree char *other = g_strconcat (batch->folder, "/other.academy", endings[i], NULL);

      prepare (batch);
      assert_refused (batch, file);
      assert_refused (batch, other);
      assert_untouched (batch);
    }

  g_assert_cmpint (link (batch->programme, alias), ==, 0);
  assert_refused (batch, alias);
  g_assert_cmpint (g_unlink (alias), ==, 0);
  g_assert_cmpint (symlink ("programme.academy-wal", alias), ==, 0);
  assert_refused (batch, alias);
  g_assert_cmpint (g_unlink (alias), ==, 0);
  assert_untouched (batch);

  /* Whatever it is called, and with no log yet. */
  g_assert_cmpint (g_rename (batch->programme, plain), ==, 0);
  g_set_str (&batch->programme, plain);
  assert_refused (batch, plain);
  assert_refused (batch, indirect);
  g_assert_cmpint (symlink ("plain", alias), ==, 0);
  g_set_str (&batch->programme, alias);
  assert_refused (batch, plain);
  assert_refused (batch, indirect);
}

/* Two names of one file would leave one of two contents. */
static void
test_distinct (Batch         *batch,
               gconstpointer  data)
{
  g_autofree char *alias = g_build_filename (batch->folder, "alias", NULL);
  g_autofree char *indirect = g_build_filename (batch->folder, ".", "file-0", NULL);

  prepare (batch);
  assert_refused (batch, g_ptr_array_index (batch->files, 0));
  assert_refused (batch, g_ptr_array_index (batch->files, 1));
  assert_refused (batch, indirect);
  assert_untouched (batch);

  g_assert_cmpint (link (g_ptr_array_index (batch->files, 1), alias), ==, 0);
  assert_refused (batch, alias);
  g_assert_cmpint (g_unlink (alias), ==, 0);
  g_assert_cmpint (symlink ("file-0", alias), ==, 0);
  assert_refused (batch, alias);
  g_assert_cmpint (g_unlink (alias), ==, 0);
  assert_untouched (batch);
}

/* Whatever the limit of open files is at first. */
static void
test_many (Batch         *batch,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_scratch_unref);
  struct rlimit before, low;

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &before), ==, 0);
  low = before;
  low.rlim_cur = 32;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &low), ==, 0);
  for (guint i = 0; i < 64; i++)
    {
      AcademyScratch *content = academy_scratch_new (batch->programme, NULL);

      g_assert_nonnull (content);
      g_ptr_array_add (contents, content);
    }
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &before), ==, 0);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GAsyncResult **written = data;

  *written = g_object_ref (result);
}

static void
write_later (Batch   *batch,
             GError **error)
{
  g_autoptr(GAsyncResult) written = NULL;

  academy_files_write_async (batch->programme, g_ptr_array_index (batch->files, 1), g_ptr_array_index (batch->contents, 1),
                             written_cb, &written);
  while (written == NULL)
    g_main_context_iteration (NULL, TRUE);
  academy_files_write_finish (written, error);
}

/* As the window writes. */
static void
test_async (Batch         *batch,
            gconstpointer  data)
{
  g_autoptr(GApplication) application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr(GError) error = NULL;

  prepare (batch);
  g_application_set_default (application);
  write_later (batch, &error);
  g_assert_no_error (error);
  assert_content (g_ptr_array_index (batch->files, 1), "file-1");
  g_assert_cmpuint (count_files (batch), ==, 2);

  g_set_str ((char **) &g_ptr_array_index (batch->files, 1), batch->programme);
  write_later (batch, &error);
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS);
  g_application_set_default (NULL);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Batch *, gconstpointer);
  } tests[] = {
    { "/files/rights", test_rights },
    { "/files/faults", test_faults },
    { "/files/taken-back", test_taken_back },
    { "/files/no-exchange", test_no_exchange },
    { "/files/killed", test_killed },
    { "/files/ended", test_ended },
    { "/files/programme", test_programme },
    { "/files/distinct", test_distinct },
    { "/files/many", test_many },
    { "/files/async", test_async },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Batch, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
