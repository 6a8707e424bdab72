/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "academy-check.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-schema.h"
#include "academy-store-private.h"
#include "academy-test.h"

/* Less than a programme, and more than a page. */
#define LITTLE_ROOM 20000

/* Every write; a sanitizer makes each process many times as slow and looks for
 * something else. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 7
#else
#define STRIDE 1
#endif

/* A file of each older version, as SQL: what `sqlite3 FILE .dump` prints, with the
 * two numbers of the header set before it. */
static const char * const samples[] = { "version-1.sql", "version-2.sql", "version-3.sql", "version-4.sql",
                                        "version-5.sql", "version-6.sql" };

G_STATIC_ASSERT (G_N_ELEMENTS (samples) == ACADEMY_SCHEMA_VERSION - 1);

static char *
make_path (AcademyTest *test,
           const char  *name)
{
  return g_build_filename (test->folder, name, NULL);
}

/* Makes the file that a script of the folder of samples tells of. */
static void
make_file (const char *path,
           const char *script,
           const char *journal)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "..", "data", script, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *mode = g_strdup_printf ("PRAGMA journal_mode = %s", journal);
  g_autofree char *sql = NULL;
  g_autoptr(AcademyDatabase) database = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (source, &sql, NULL, &error);
  g_assert_no_error (error);
  database = academy_database_open (uri, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  academy_database_execute (database, mode, &error);
  g_assert_no_error (error);
  academy_database_execute (database, sql, &error);
  g_assert_no_error (error);
  academy_database_close (database, &error);
  g_assert_no_error (error);
}

/* A file of an older version, opened and brought up to date. */
static void
set_up (AcademyTest   *test,
        gconstpointer  script)
{
  g_autoptr(GError) error = NULL;

  test->folder = g_dir_make_tmp ("academy-XXXXXX", NULL);
  test->path = make_path (test, "test.academy");
  make_file (test->path, script, "DELETE");
  test->store = academy_store_open (test->path, &error);
  g_assert_no_error (error);
}

/* In memory where that can be had: what is killed loses nothing that was not
 * synced, and syncing hundreds of files takes minutes on a busy disk. */
static void
set_up_folder (AcademyTest   *test,
               gconstpointer  data)
{
  test->folder = g_strdup ("/dev/shm/academy-XXXXXX");
  if (g_mkdtemp (test->folder) == NULL)
    {
      g_free (test->folder);
      test->folder = g_dir_make_tmp ("academy-XXXXXX", NULL);
    }
  test->path = make_path (test, "test.academy");
}

static void
assert_sound (AcademyStore *store)
{
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  academy_store_check (store, NULL, &findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}

static guint
undo_all (AcademyTest *test)
{
  guint n_steps = 0;

  for (; academy_store_get_undo_label (test->store) != NULL; n_steps++)
    academy_test_undo (test);

  return n_steps;
}

/* What was done before can be undone after, although its rows were shorter then. */
static void
test_undo (AcademyTest   *test,
           gconstpointer  data)
{
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *after = NULL;
  guint n_steps;

  g_assert_cmpstr (academy_store_get_redo_label (test->store), ==, "Change measure");
  {
    g_autoptr(AcademyItem) measure = academy_store_get_first (test->store, &academy_measure_kind, NULL, NULL);
    g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
    g_autoptr(AcademyItem) goal = academy_test_create (test, &academy_goal_kind, academy_item_get_id (organisation),
                                                       "title", "Goal");

    g_assert_true (academy_test_set (test, measure, "result", "Done", NULL, NULL));
    academy_test_undo (test);
    academy_test_undo (test);
  }

  n_steps = undo_all (test);
  g_assert_cmpuint (n_steps, >, 10);
  g_assert_cmpint (academy_test_count (test, &academy_organisation_kind), ==, 0);
  g_assert_cmpint (academy_test_count (test, &academy_measure_kind), ==, 0);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 1);
  assert_sound (test->store);

  /* Undo goes on where it was when the file is closed in between. */
  academy_test_reopen (test);
  for (guint i = 0; i < n_steps; i++)
    academy_test_redo (test);
  after = academy_test_dump (test);
  g_assert_cmpstr (before, ==, after);
  assert_sound (test->store);
}

static void
changed_cb (AcademyStore   *store,
            AcademyChanges *changes,
            guint64        *fields)
{
  *fields = academy_changes_get (changes, 0)->fields;
}

/* The column of a new field is the last one, and yet the news of an edit names the right field. */
static void
test_news (AcademyTest   *test,
           gconstpointer  data)
{
  static const struct { const char *field; const char *text; } edits[] = {
    { "title", "Other" }, { "category", "market" }, { "next_step", "Go on" }, { "result", "Done" }, { "pilot", NULL },
  };
  g_autoptr(AcademyItem) measure = academy_store_get_first (test->store, &academy_measure_kind, NULL, NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) pilot = academy_store_get_first (test->store, &academy_pilot_kind, NULL, NULL);
  guint64 fields = 0;

  if (pilot == NULL)
    pilot = academy_test_create (test, &academy_pilot_kind, academy_item_get_id (organisation), "title", "Pilot");
  g_assert_true (academy_test_set (test, measure, "pilot", NULL, NULL, NULL));

  g_signal_connect (test->store, "changed", G_CALLBACK (changed_cb), &fields);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      const AcademyField *field = academy_kind_find_field (&academy_measure_kind, edits[i].field);
      const char *text = edits[i].text != NULL ? edits[i].text : academy_item_get_id (pilot);

      g_assert_true (academy_test_set (test, measure, edits[i].field, text, NULL, NULL));
      g_assert_cmpuint (fields, ==, G_GUINT64_CONSTANT (1) << academy_kind_get_index (&academy_measure_kind, field));
    }
  g_signal_handlers_disconnect_by_func (test->store, changed_cb, &fields);
}

#define ENTRIES \
  "SELECT seq, id, at, author, label, action, target, personal, hex (changeset) FROM history ORDER BY seq"

/* Two copies of one old file that are brought up to date apart are still copies
 * of one file, whatever each has had added before. */
static void
test_apart (AcademyTest   *test,
            gconstpointer  script)
{
  AcademyTest other = { .folder = test->folder, .path = make_path (test, "other.academy") };
  g_autofree char *entries = academy_test_query (test, ENTRIES);
  g_autofree char *others = NULL;
  g_auto(GStrv) lines = g_strsplit (entries, "\n", -1);
  g_autofree char *newest = g_strdup ("");

  make_file (other.path, script, "WAL");
  {
    g_autofree char *uri = g_filename_to_uri (other.path, NULL, NULL);
    g_autoptr(AcademyDatabase) database = academy_database_open (uri, SQLITE_OPEN_READWRITE, NULL);

    g_assert_true (academy_database_execute (database,
                                             "INSERT INTO history (at, author, label, action, personal, changeset) "
                                             "VALUES ('2026-11-30T08:00:00Z', 'other', 'Change goal', 'edit', 0, x'')",
                                             NULL));
  }
  other.store = academy_store_open (other.path, NULL);
  g_assert_nonnull (other.store);
  others = academy_test_query (&other, ENTRIES);
  g_assert_true (g_str_has_prefix (others, entries));
  g_assert_cmpuint (strlen (others), >, strlen (entries));
  g_assert_true (academy_store_close (other.store, NULL));
  g_clear_object (&other.store);
  g_free (other.path);

  /* The beginning, and then times in the order of the entries. */
  g_assert_nonnull (strstr (lines[0], "|1970-01-01T00:00:00.000000Z||New programme|base|NULL|0|"));
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "|", -1);

      g_assert_true (g_uuid_string_is_valid (columns[1]));
      g_assert_cmpint (columns[1][14], ==, '8');
      g_assert_cmpuint (strlen (columns[2]), ==, strlen ("2026-11-25T19:02:12.454242Z"));
      g_assert_cmpstr (columns[2], >, newest);
      g_set_str (&newest, columns[2]);
    }
}

static char *
list_columns (AcademyTest *test)
{
  return academy_test_query (test, "SELECT schema.name, cid, info.name, info.type, \"notnull\", dflt_value, pk "
                             "FROM sqlite_schema AS schema JOIN pragma_table_info (schema.name) AS info "
                             "WHERE schema.type = 'table' ORDER BY schema.name, cid");
}

/* The columns of a file of the first version are where a new file has them. */
static void
test_columns (AcademyTest   *test,
              gconstpointer  data)
{
  g_autofree char *columns = list_columns (test);
  g_autofree char *columns_of_new = NULL;
  AcademyTest new = { 0 };

  academy_test_set_up_template (&new, "empty", "en");
  columns_of_new = list_columns (&new);
  academy_test_tear_down (&new, NULL);
  g_assert_cmpstr (columns, ==, columns_of_new);
}

static char *
list_indexes (AcademyTest *test)
{
  return academy_test_query (test, "SELECT schema.name, seqno, info.name FROM sqlite_schema AS schema "
                             "JOIN pragma_index_info (schema.name) AS info WHERE schema.type = 'index' "
                             "AND schema.sql IS NOT NULL ORDER BY schema.name, seqno");
}

/* A file of the first version gets the indexes of a new one, and so does one of this
 * version that was made before an index had a column. */
static void
test_indexes (AcademyTest   *test,
              gconstpointer  data)
{
  g_autofree char *indexes = list_indexes (test);
  g_autofree char *indexes_of_new = NULL;
  g_autofree char *uri = NULL;
  g_autoptr(AcademyDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  AcademyTest new = { 0 };

  academy_test_set_up_template (&new, "empty", "en");
  indexes_of_new = list_indexes (&new);
  academy_test_tear_down (&new, NULL);
  g_assert_cmpstr (indexes, ==, indexes_of_new);

  g_clear_object (&test->store);
  uri = academy_database_make_uri (test->path, "");
  database = academy_database_open (uri, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  academy_database_execute (database, "DROP INDEX \"measure_sums\"; "
                            "CREATE INDEX \"measure_sums\" ON \"measure\" (\"organisation\", \"status\")", &error);
  g_assert_no_error (error);
  academy_database_close (database, &error);
  g_assert_no_error (error);

  test->store = academy_store_open (test->path, &error);
  g_assert_no_error (error);
  g_free (indexes);
  indexes = list_indexes (test);
  g_assert_cmpstr (indexes, ==, indexes_of_new);
}

static void
assert_rows (AcademyTest *test,
             const char  *sql,
             const char  *expected)
{
  g_autofree char *rows = academy_test_query (test, sql);

  g_assert_cmpstr (rows, ==, expected);
}

/* An agenda and proposals that were texts become items in their order, by a step
 * that can be undone. */
static void
test_points (AcademyTest   *test,
             gconstpointer  data)
{
  assert_rows (test, "SELECT position, minutes, title FROM agenda_item ORDER BY position",
               "1024|10|avaus\n2048|25|tavoitteet ja 3 haastetta\n3072|NULL|Jatkotoimet\n");
  assert_rows (test, "SELECT position, title FROM proposal ORDER BY position",
               "1024|Hyväksytään suunnitelma 2022–2023.\n2048|Osoitetaan 62 500 €.\n3072|2022 on pilotin vuosi\n");
  assert_rows (test, "SELECT count (*) FROM session WHERE agenda IS NOT NULL", "0\n");
  assert_rows (test, "SELECT count (*) FROM board_item WHERE proposals IS NOT NULL", "0\n");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Bring the file up to date");
  academy_test_undo (test);
  assert_rows (test, "SELECT count (*) FROM agenda_item", "0\n");
  assert_rows (test, "SELECT count (*) FROM session WHERE agenda IS NOT NULL", "1\n");
  assert_sound (test->store);
}

/* The files beside the programme but for SQLite's. */
static GPtrArray *
list_copies (AcademyTest *test)
{
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) folder = g_dir_open (test->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (!g_str_equal (name, "test.academy") && !g_str_has_suffix (name, "-wal") && !g_str_has_suffix (name, "-shm") &&
        !g_str_has_suffix (name, "-journal"))
      g_ptr_array_add (copies, make_path (test, name));

  return g_steal_pointer (&copies);
}

static void
assert_whole (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyDatabase) database = academy_database_open (uri, SQLITE_OPEN_READONLY, &error);
  sqlite3_stmt *statement;

  g_assert_no_error (error);
  statement = academy_database_prepare (database, "PRAGMA integrity_check", &error);
  g_assert_no_error (error);
  g_assert_cmpint (academy_database_step (database, statement, &error), ==, ACADEMY_STEP_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_reset (statement);
}

static int calls_left;

/* Ends the process in place of a call that writes. */
static void
count_down (void)
{
  if (calls_left-- == 0)
    _exit (1);
}

static ssize_t
pwrite_counted (int         fd,
                const void *bytes,
                size_t      size,
                off_t       offset)
{
  count_down ();
  return pwrite (fd, bytes, size, offset);
}

static ssize_t
write_counted (int         fd,
               const void *bytes,
               size_t      size)
{
  count_down ();
  return write (fd, bytes, size);
}

static int
ftruncate_counted (int   fd,
                   off_t size)
{
  count_down ();
  return ftruncate (fd, size);
}

static int
unlink_counted (const char *path)
{
  count_down ();
  return unlink (path);
}

static int
fallocate_counted (int   fd,
                   off_t offset,
                   off_t size)
{
  count_down ();
  return posix_fallocate (fd, offset, size);
}

/* Opens the file, and does not come back from the @n-th write. */
static void
open_until_killed (const char *path,
                   guint       n)
{
  static const struct { const char *name; sqlite3_syscall_ptr call; } calls[] = {
    { "pwrite", (sqlite3_syscall_ptr) pwrite_counted },
    { "pwrite64", (sqlite3_syscall_ptr) pwrite_counted },
    { "write", (sqlite3_syscall_ptr) write_counted },
    { "ftruncate", (sqlite3_syscall_ptr) ftruncate_counted },
    { "unlink", (sqlite3_syscall_ptr) unlink_counted },
    { "fallocate", (sqlite3_syscall_ptr) fallocate_counted },
  };
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  calls_left = n;
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    vfs->xSetSystemCall (vfs, calls[i].name, calls[i].call);
  _exit (academy_store_open (path, NULL) != NULL ? 0 : 2);
}

static gboolean
is_killed (const char *path,
           guint       n)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    open_until_killed (path, n);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), <, 2);

  return WEXITSTATUS (status) == 1;
}

/* Wherever a migration is killed, the file opens afterwards with all that it
 * holds, and a copy that has its name is whole. */
static void
test_killed (AcademyTest   *test,
             gconstpointer  journal)
{
  g_autofree char *sample = make_path (test, "sample");
  g_autofree char *bytes = NULL;
  g_autofree char *expected = NULL;
  gboolean killed = TRUE;
  gsize size;
  guint n = 0;

  make_file (sample, samples[0], journal);
  g_assert_true (g_file_get_contents (sample, &bytes, &size, NULL));
  g_assert_cmpint (g_remove (sample), ==, 0);

  for (; killed; n += STRIDE)
    {
      g_autoptr(GPtrArray) copies = NULL;
      g_autofree char *dump = NULL;
      g_autoptr(GError) error = NULL;

      g_file_set_contents (test->path, bytes, size, NULL);
      killed = is_killed (test->path, n);

      copies = list_copies (test);
      for (guint i = 0; i < copies->len; i++)
        if (!g_str_has_suffix (g_ptr_array_index (copies, i), ".part"))
          assert_whole (g_ptr_array_index (copies, i));

      test->store = academy_store_open (test->path, &error);
      g_assert_no_error (error);
      dump = academy_test_dump (test);
      if (expected == NULL)
        expected = g_strdup (dump);
      g_assert_cmpstr (dump, ==, expected);
      assert_sound (test->store);
      g_assert_true (academy_store_close (test->store, NULL));
      g_clear_object (&test->store);

      g_clear_pointer (&copies, g_ptr_array_unref);
      copies = list_copies (test);
      for (guint i = 0; i < copies->len; i++)
        g_assert_cmpint (g_remove (g_ptr_array_index (copies, i)), ==, 0);
    }

  g_test_message ("%u writes", n - STRIDE);
  g_assert_cmpuint (n, >, 50);
}

/* A file of which no copy can be made, for want of room, stays as it is. */
static void
test_no_copy (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) copies = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  gsize size_before, size_after;
  struct rlimit limit;
  rlim_t room;

  make_file (test->path, samples[0], "DELETE");
  g_assert_true (g_file_get_contents (test->path, &before, &size_before, NULL));

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  room = limit.rlim_cur;
  limit.rlim_cur = LITTLE_ROOM;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null (academy_store_open (test->path, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FULL);
  limit.rlim_cur = room;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_true (g_file_get_contents (test->path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
  copies = list_copies (test);
  g_assert_cmpuint (copies->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *undo = g_strdup_printf ("/migration/%s/undo", samples[i]);
      g_autofree char *news = g_strdup_printf ("/migration/%s/news", samples[i]);

      g_autofree char *apart = g_strdup_printf ("/migration/%s/apart", samples[i]);

      /* Until version 2 entries had no ids. */
      if (i < 2)
        g_test_add (apart, AcademyTest, samples[i], set_up, test_apart, academy_test_tear_down);
      g_test_add (undo, AcademyTest, samples[i], set_up, test_undo, academy_test_tear_down);
      g_test_add (news, AcademyTest, samples[i], set_up, test_news, academy_test_tear_down);
    }
  g_test_add ("/migration/points", AcademyTest, "version-4.sql", set_up, test_points, academy_test_tear_down);
  g_test_add ("/migration/columns", AcademyTest, samples[0], set_up, test_columns, academy_test_tear_down);
  g_test_add ("/migration/indexes", AcademyTest, samples[0], set_up, test_indexes, academy_test_tear_down);
  g_test_add ("/migration/killed/journal", AcademyTest, "DELETE", set_up_folder, test_killed, academy_test_tear_down);
  g_test_add ("/migration/killed/log", AcademyTest, "WAL", set_up_folder, test_killed, academy_test_tear_down);
  g_test_add ("/migration/no-copy", AcademyTest, NULL, set_up_folder, test_no_copy, academy_test_tear_down);

  return g_test_run ();
}
