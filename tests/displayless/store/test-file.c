/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "academy-backup.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-test.h"

#define N_VERSIONS 5

static const char *program;

/* What another program does to a file that is open here. */
typedef void (*Move) (AcademyTest *test,
                      const char  *version);

static void
add_measure (AcademyTest *test,
             const char  *title)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  g_object_unref (academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation), "title", title));
}

static char *
beside (AcademyTest *test,
        const char  *ending)
{
  return g_strconcat (test->path, ending, NULL);
}

static GBytes *
read_bytes (const char *path)
{
  char *contents;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, NULL))
    return g_bytes_new (NULL, 0);
  return g_bytes_new_take (contents, size);
}

static void
write_bytes (const char *path,
             GBytes     *bytes)
{
  int fd = open (path, O_CREAT | O_TRUNC | O_WRONLY, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), ==, g_bytes_get_size (bytes));
  close (fd);
}

static void
copy (const char *from,
      const char *to)
{
  g_autoptr(GBytes) bytes = read_bytes (from);

  write_bytes (to, bytes);
}

static void
assert_exists (AcademyTest *test,
               const char  *ending,
               gboolean     exists)
{
  g_autofree char *path = beside (test, ending);

  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, exists);
}

/* Runs a command of the program, as another process has to. */
static char *
run_program (const char *command,
             const char *path,
             int        *status)
{
  const char * const words[] = { program, command, path, NULL };
  char *output;
  g_autofree char *messages = NULL;
  g_autoptr(GError) error = NULL;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &messages, status, &error);
  g_assert_no_error (error);
  return output;
}

/* Whatever opens and closes the file within the process, as a file chooser may to
 * see what it is, another process cannot take the log away. */
static void
test_locks_stay (AcademyTest   *test,
                 gconstpointer  data)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  g_autofree char *log = beside (test, "-wal");
  struct stat before, after;
  int status;

  academy_store_watch (test->store);
  add_measure (test, "Before");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = beside (test, endings[i]);

      close (open (path, O_RDONLY));
    }

  g_assert_cmpint (stat (log, &before), ==, 0);
  g_free (run_program ("list", test->path, &status));
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (stat (log, &after), ==, 0);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);

  /* What is on the disk is there for who comes after a crash. */
  add_measure (test, "After");
  {
    g_autofree char *crashed = g_build_filename (test->folder, "crashed.academy", NULL);
    g_autofree char *crashed_log = g_strconcat (crashed, "-wal", NULL);
    g_autofree char *output = NULL;

    copy (test->path, crashed);
    copy (log, crashed_log);
    output = run_program ("list", crashed, &status);
    g_assert_cmpint (status, ==, 0);
    g_assert_nonnull (strstr (output, "\t2\n"));
  }
}

/* A second opening, also by another name, is of the same file, and closing it
 * takes nothing away from the first. */
static void
test_second_opening (AcademyTest   *test,
                     gconstpointer  data)
{
  g_autofree char *symbolic = g_build_filename (test->folder, "symbolic.academy", NULL);
  g_autofree char *hard = g_build_filename (test->folder, "hard.academy", NULL);
  const char *names[] = { test->path, symbolic, hard };

  g_assert_cmpint (symlink (test->path, symbolic), ==, 0);
  g_assert_cmpint (link (test->path, hard), ==, 0);
  add_measure (test, "Before");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      int status;

      g_assert_true (academy_store_is_at (test->store, names[i]));
      if (i < 2)
        {
          g_autoptr(AcademyStore) second = academy_store_open (names[i], &error);

          g_assert_no_error (error);
          g_assert_cmpstr (academy_store_get_path (second), ==, test->path);
          g_assert_true (academy_store_close (second, &error));
        }
      g_free (run_program ("list", test->path, &status));
      g_assert_cmpint (status, ==, 0);
      assert_exists (test, "-wal", TRUE);
    }

  add_measure (test, "After");
  academy_test_reopen (test);
  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 2);
}

static void
replace (AcademyTest *test,
         const char  *version)
{
  g_autofree char *other = g_build_filename (test->folder, "other", NULL);

  copy (version, other);
  g_assert_cmpint (rename (other, test->path), ==, 0);
}

static void
overwrite (AcademyTest *test,
           const char  *version)
{
  copy (version, test->path);
}

static void
truncate_file (AcademyTest *test,
               const char  *version)
{
  g_assert_cmpint (truncate (test->path, 0), ==, 0);
}

static void
cut (AcademyTest *test,
     const char  *version)
{
  g_assert_cmpint (truncate (test->path, 8192), ==, 0);
}

static void
delete (AcademyTest *test,
        const char  *version)
{
  g_assert_cmpint (unlink (test->path), ==, 0);
}

static void
move_away (AcademyTest *test,
           const char  *version)
{
  g_autofree char *other = g_build_filename (test->folder, "moved.academy", NULL);

  g_assert_cmpint (rename (test->path, other), ==, 0);
}

static void
remove_folder (AcademyTest *test,
               const char  *version)
{
  g_autofree char *other = g_strconcat (test->folder, "-gone", NULL);

  g_assert_cmpint (rename (test->folder, other), ==, 0);
}

static void
bring_back_folder (AcademyTest *test)
{
  g_autofree char *other = g_strconcat (test->folder, "-gone", NULL);

  if (g_file_test (other, G_FILE_TEST_EXISTS))
    g_assert_cmpint (rename (other, test->folder), ==, 0);
}

static const struct {
  const char       *name;
  Move              move;
  AcademyFileState  state;
} moves[] = {
  { "replaced", replace, ACADEMY_FILE_REPLACED },
  { "overwritten", overwrite, ACADEMY_FILE_OVERWRITTEN },
  { "truncated", truncate_file, ACADEMY_FILE_OVERWRITTEN },
  { "cut", cut, ACADEMY_FILE_OVERWRITTEN },
  { "deleted", delete, ACADEMY_FILE_GONE },
  { "moved", move_away, ACADEMY_FILE_GONE },
  { "folder-removed", remove_folder, ACADEMY_FILE_GONE },
};

static gboolean
try_to_add (AcademyTest  *test,
            GError      **error)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) measure = academy_item_new (&academy_measure_kind, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Add measure");

  g_object_set (measure, "organisation", academy_item_get_id (organisation), "title", "Lost", NULL);
  academy_edit_create (edit, measure);
  return academy_store_apply (test->store, edit, error);
}

/* Whatever becomes of the file, the next edit notices: nothing is written to what
 * is there now, no log stays beside it, and the edit is not said to be saved. */
static void
test_move (AcademyTest   *test,
           gconstpointer  data)
{
  gsize number = GPOINTER_TO_SIZE (data);
  gboolean folded = number % 2 == 0;
  g_autofree char *version = g_build_filename (test->folder, "version", NULL);
  g_autoptr(GBytes) now = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;

  number /= 2;
  copy (test->path, version);
  add_measure (test, "First");
  academy_store_settle (test->store);
  add_measure (test, "Second");
  if (folded)
    academy_store_settle (test->store);

  moves[number].move (test, version);
  now = read_bytes (test->path);

  g_assert_false (try_to_add (test, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_REPLACED);
  g_assert_cmpint (academy_store_get_file_state (test->store), ==, moves[number].state);
  assert_exists (test, "-wal", FALSE);
  assert_exists (test, "-shm", FALSE);
  g_clear_error (&error);
  g_assert_false (academy_store_undo (test->store, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_REPLACED);

  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);
  after = read_bytes (test->path);
  g_assert_true (g_bytes_equal (now, after));
  bring_back_folder (test);
}

/* All that was said to be saved can be kept under another name, with what was
 * typed since, and the work goes on there. */
static void
test_kept (AcademyTest   *test,
           gconstpointer  data)
{
  gsize number = GPOINTER_TO_SIZE (data);
  g_autofree char *version = g_build_filename (test->folder, "version", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  copy (test->path, version);
  academy_store_watch (test->store);
  g_assert_true (academy_backup_make (test->store, NULL, &error));
  g_assert_no_error (error);
  add_measure (test, "First");
  g_assert_true (academy_store_refresh (test->store, NULL));
  add_measure (test, "Second");
  academy_store_settle (test->store);
  g_assert_true (academy_store_refresh (test->store, NULL));
  add_measure (test, "Third");
  academy_test_undo (test);
  academy_test_redo (test);
  before = academy_test_dump (test);

  moves[number].move (test, version);
  g_assert_false (try_to_add (test, NULL));

  kept = g_strdup_printf ("%s/academy-kept-%d.academy", g_get_tmp_dir (), getpid ());
  g_unlink (kept);
  academy_store_keep_as (test->store, kept, &error);
  g_assert_no_error (error);
  after = academy_test_dump (test);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (academy_store_get_file_state (test->store), ==, ACADEMY_FILE_SAME);

  add_measure (test, "Fourth");
  academy_test_undo (test);
  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 2);
  assert_exists (test, "-wal", FALSE);

  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);
  g_unlink (kept);
  bring_back_folder (test);
}

/* What the log alone had when the file went is in a backup. */
static void
test_last_seconds (AcademyTest   *test,
                   gconstpointer  data)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *programme = academy_backup_get_programme (test->store, NULL);
  AcademyTest backup = { NULL };

  add_measure (test, "Of the last seconds");
  delete (test, NULL);
  g_assert_false (try_to_add (test, NULL));
  assert_exists (test, "-wal", FALSE);

  backups = academy_backup_list (programme, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  backup.store = academy_store_open (((AcademyBackup *) g_ptr_array_index (backups, 0))->path, NULL);
  g_assert_cmpint (academy_test_count (&backup, &academy_measure_kind), ==, 1);
  g_object_unref (backup.store);
}

static void
count_up (guint *n)
{
  (*n)++;
}

/* Somebody who only looks is told as well. */
static void
test_noticed_by_itself (AcademyTest   *test,
                        gconstpointer  data)
{
  g_autofree char *version = g_build_filename (test->folder, "version", NULL);
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  guint n_told = 0;

  copy (test->path, version);
  add_measure (test, "First");
  academy_store_settle (test->store);
  academy_store_watch (test->store);
  g_signal_connect_swapped (test->store, "file-changed", G_CALLBACK (count_up), &n_told);
  moves[GPOINTER_TO_SIZE (data)].move (test, version);

  while (n_told == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpint (academy_store_get_file_state (test->store), ==, moves[GPOINTER_TO_SIZE (data)].state);
}

/* What is lawful is not taken for damage: another process that edits and folds
 * its log in, other rights, another name for the same file. */
static void
test_lawful_changes (AcademyTest   *test,
                     gconstpointer  data)
{
  g_autofree char *hard = g_build_filename (test->folder, "hard.academy", NULL);
  g_autofree char *version = g_build_filename (test->folder, "version", NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      AcademyTest other = { .store = academy_store_open (test->path, &error) };

      g_assert_no_error (error);
      add_measure (test, "Here");
      add_measure (&other, "There");
      academy_store_settle (other.store);
      add_measure (test, "Here again");
      add_measure (&other, "There again");
      if (i == 1)
        academy_store_settle (test->store);
      g_assert_true (academy_store_close (other.store, &error));
      g_clear_object (&other.store);
      add_measure (test, "Here once more");
    }

  g_assert_cmpint (g_chmod (test->path, 0640), ==, 0);
  add_measure (test, "Other rights");
  g_assert_cmpint (link (test->path, hard), ==, 0);
  add_measure (test, "Another name");
  /* The same bytes once more. */
  academy_store_settle (test->store);
  copy (test->path, version);
  add_measure (test, "In the log");
  copy (version, test->path);
  add_measure (test, "After the same");
  g_assert_cmpint (academy_store_get_file_state (test->store), ==, ACADEMY_FILE_SAME);
  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 19);
}

/* After a rest the file alone holds everything. */
static void
test_rest (AcademyTest   *test,
           gconstpointer  data)
{
  g_autofree char *alone = g_build_filename (test->folder, "alone.academy", NULL);
  g_autofree char *log = beside (test, "-wal");
  g_autoptr(GBytes) bytes = NULL;
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  AcademyTest other = { NULL };

  academy_store_watch (test->store);
  add_measure (test, "Kept");
  bytes = read_bytes (log);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
  while (g_bytes_get_size (bytes) > 0 && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = read_bytes (log);
    }
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);

  copy (test->path, alone);
  other.store = academy_store_open (alone, NULL);
  g_assert_cmpint (academy_test_count (&other, &academy_measure_kind), ==, 1);
  g_object_unref (other.store);
}

/* Any version of the file beside any log: those that belong together open with
 * all that is in both, and the others are refused and not touched. */
static void
test_foreign_logs (AcademyTest   *test,
                   gconstpointer  data)
{
  g_autofree char *log = beside (test, "-wal");
  g_autofree char *path = g_build_filename (test->folder, "pair.academy", NULL);
  g_autofree char *pair_log = g_strconcat (path, "-wal", NULL);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GPtrArray) logs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < N_VERSIONS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Measure %u", i);

      if (i == 2)
        academy_test_reopen (test);
      g_ptr_array_add (files, read_bytes (test->path));
      add_measure (test, title);
      if (i % 2 == 1)
        add_measure (test, "One more");
      g_ptr_array_add (logs, read_bytes (log));
      academy_store_settle (test->store);
    }

  for (guint i = 0; i < N_VERSIONS; i++)
    for (guint j = 0; j < N_VERSIONS; j++)
      {
        g_autoptr(GError) error = NULL;
        AcademyTest pair = { NULL };

        write_bytes (path, g_ptr_array_index (files, i));
        write_bytes (pair_log, g_ptr_array_index (logs, j));
        pair.store = academy_store_open (path, &error);

        /* A log that is in the file already does no harm. */
        if (i == j || i == j + 1)
          {
            g_assert_no_error (error);
            g_assert_cmpint (academy_test_count (&pair, &academy_measure_kind), ==, j + 1 + (j + 1) / 2);
            g_object_unref (pair.store);
          }
        else
          {
            g_autoptr(GBytes) bytes = read_bytes (path);
            g_autoptr(GBytes) log_bytes = read_bytes (pair_log);

            g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FOREIGN_LOG);
            g_assert_nonnull (strstr (error->message, "pair.academy-wal"));
            g_assert_true (g_bytes_equal (bytes, g_ptr_array_index (files, i)));
            g_assert_true (g_bytes_equal (log_bytes, g_ptr_array_index (logs, j)));
          }
        g_unlink (pair_log);
      }
}

/* Who only looks leaves the file as it is. */
static void
test_looking (AcademyTest   *test,
              gconstpointer  data)
{
  struct stat before, after;
  int status;

  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);
  g_assert_cmpint (stat (test->path, &before), ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(AcademyStore) store = academy_store_open (test->path, NULL);

      g_assert_true (academy_store_close (store, NULL));
      g_free (run_program (i == 0 ? "list" : "check", test->path, &status));
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_cmpint (stat (test->path, &after), ==, 0);
  g_assert_cmpint (before.st_mtim.tv_sec, ==, after.st_mtim.tv_sec);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  assert_exists (test, "-wal", FALSE);
  assert_exists (test, "-shm", FALSE);

  test->store = academy_store_open (test->path, NULL);
}

/* A lock that another process holds stops nobody: the edit is refused at once, and
 * the store tells when it can be tried again. */
static void
test_lock_held_elsewhere (AcademyTest   *test,
                          gconstpointer  data)
{
  g_autofree char *uri = academy_database_make_uri (test->path, "");
  g_autoptr(AcademyDatabase) other = academy_database_open (uri, SQLITE_OPEN_READWRITE, NULL);
  g_autoptr(GError) error = NULL;
  gint64 start, end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  guint n_told = 0;

  academy_store_watch (test->store);
  add_measure (test, "Before");
  g_signal_connect_swapped (test->store, "file-changed", G_CALLBACK (count_up), &n_told);
  g_assert_true (academy_database_begin (other, NULL));

  start = g_get_monotonic_time ();
  g_assert_false (try_to_add (test, &error));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND / 2);
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_BUSY);
  g_assert_true (academy_store_is_waiting (test->store));
  g_assert_cmpuint (n_told, ==, 1);

  academy_database_rollback (other);
  while (n_told == 1 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_false (academy_store_is_waiting (test->store));
  g_clear_error (&error);
  g_assert_true (try_to_add (test, &error));
  g_assert_no_error (error);
}

/* Edits in another process, in a folder where nothing can be shared in memory. */
static void
edit_in_place (const char *path)
{
  const char * const words[] = { "/proc/self/exe", "--edit", path, NULL };
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *options = g_strconcat (g_getenv ("ASAN_OPTIONS") != NULL ? g_getenv ("ASAN_OPTIONS") : "",
                                          ":verify_asan_link_order=0", NULL);
  g_auto(GStrv) environment = g_get_environ ();
  g_autoptr(GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "LD_PRELOAD", g_getenv ("ACADEMY_PLACE"), TRUE);
  environment = g_environ_setenv (environment, "ACADEMY_UNSHARED", folder, TRUE);
  environment = g_environ_setenv (environment, "ASAN_OPTIONS", options, TRUE);
  g_spawn_sync (NULL, (char **) words, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* What is asked of the child. */
static int
edit (const char *path)
{
  g_autoptr(GError) error = NULL;
  AcademyTest test = { .path = (char *) path, .store = academy_store_open (path, &error) };

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    add_measure (&test, "In place");
  academy_test_undo (&test);
  assert_exists (&test, "-wal", FALSE);
  g_assert_true (academy_store_close (test.store, NULL));
  g_object_unref (test.store);
  return 0;
}

static void
test_no_shared_memory (AcademyTest   *test,
                       gconstpointer  data)
{
  for (guint round = 1; round <= 2; round++)
    {
      add_measure (test, "Here");
      g_assert_true (academy_store_close (test->store, NULL));
      g_clear_object (&test->store);
      edit_in_place (test->path);
      assert_exists (test, "-journal", FALSE);
      test->store = academy_store_open (test->path, NULL);
      g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 3 * round);
    }
}

/* A file that was replaced just before it is closed does not take the log along. */
static void
test_replaced_before_closing (AcademyTest   *test,
                              gconstpointer  data)
{
  g_autofree char *version = g_build_filename (test->folder, "version", NULL);
  g_autofree char *programme = academy_backup_get_programme (test->store, NULL);
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;

  copy (test->path, version);
  add_measure (test, "Of the last seconds");
  replace (test, version);
  before = read_bytes (test->path);
  academy_store_close (test->store, NULL);
  g_clear_object (&test->store);

  after = read_bytes (test->path);
  g_assert_true (g_bytes_equal (before, after));
  assert_exists (test, "-wal", FALSE);
  backups = academy_backup_list (programme, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
}

/* All goes on with another file, and what holds items is told. */
static void
test_move_to (AcademyTest   *test,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (test->folder, "elsewhere.academy", NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GError) error = NULL;

  academy_store_settle (test->store);
  copy (test->path, path);
  g_assert_true (academy_test_set (test, organisation, "slug", "changed", NULL, NULL));
  g_assert_true (academy_store_move_to (test->store, path, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (academy_store_get_path (test->store), ==, path);
  g_assert_cmpstr (academy_item_get_text (organisation, "slug"), !=, "changed");
  assert_exists (test, "-wal", FALSE);
  add_measure (test, "Elsewhere");
  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*run) (AcademyTest   *test,
                      gconstpointer  data);
  } cases[] = {
    { "/file/locks-stay", test_locks_stay },
    { "/file/second-opening", test_second_opening },
    { "/file/lawful-changes", test_lawful_changes },
    { "/file/rest", test_rest },
    { "/file/foreign-logs", test_foreign_logs },
    { "/file/looking", test_looking },
    { "/file/lock-held-elsewhere", test_lock_held_elsewhere },
    { "/file/move-to", test_move_to },
    { "/file/last-seconds", test_last_seconds },
    { "/file/no-shared-memory", test_no_shared_memory },
    { "/file/replaced-before-closing", test_replaced_before_closing },
  };

  if (argc == 3 && g_str_equal (argv[1], "--edit"))
    return edit (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program = g_getenv ("ACADEMY_PROGRAM");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, AcademyTest, NULL, academy_test_set_up, cases[i].run, academy_test_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint folded = 0; folded < 2; folded++)
      {
        g_autofree char *path = g_strdup_printf ("/file/%s/%s", moves[i].name, folded ? "log" : "no-log");

        g_test_add (path, AcademyTest, GSIZE_TO_POINTER (2 * i + folded), academy_test_set_up, test_move, academy_test_tear_down);
      }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strdup_printf ("/file/%s/kept", moves[i].name);

      g_test_add (path, AcademyTest, GSIZE_TO_POINTER (i), academy_test_set_up, test_kept, academy_test_tear_down);
    }
  /* A folder that is moved away is noticed at the next edit, or when the window is
   * looked at again. */
  for (guint i = 0; i < G_N_ELEMENTS (moves) - 1; i++)
    {
      g_autofree char *path = g_strdup_printf ("/file/%s/by-itself", moves[i].name);

      g_test_add (path, AcademyTest, GSIZE_TO_POINTER (i), academy_test_set_up, test_noticed_by_itself, academy_test_tear_down);
    }

  return g_test_run ();
}
