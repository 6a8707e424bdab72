/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "academy-backup-private.h"
#include "academy-check.h"
#include "academy-error.h"
#include "academy-journal.h"
#include "academy-kinds.h"
#include "academy-restore-private.h"
#include "academy-save-copy.h"
#include "academy-store-private.h"
#include "academy-test.h"

#define MIB            (1 << 20)
#define PAGE_SIZE      4096
#define LONGEST_RUN_US 50000

static GPtrArray *
list (AcademyTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *programme = academy_backup_get_programme (test->store, &error);
  GPtrArray *backups = programme != NULL ? academy_backup_list (programme, &error) : NULL;

  g_assert_no_error (error);
  return backups;
}

static const char *
get_path (GPtrArray *backups,
          guint      position)
{
  g_assert_cmpuint (position, <, backups->len);
  return ((AcademyBackup *) g_ptr_array_index (backups, position))->path;
}

static void
make (AcademyTest *test)
{
  g_autoptr(GError) error = NULL;

  academy_backup_make (test->store, NULL, &error);
  g_assert_no_error (error);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* As a window does; returns the sentence on what was not reached. */
static char *
keep (AcademyTest *test)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *state = NULL;
  char *unreached = NULL;
  g_autoptr(GError) error = NULL;

  academy_backup_keep_async (test->path, NULL, result_cb, &result);
  academy_backup_keep_finish (wait_for (&result), &state, &unreached, &error);
  g_assert_no_error (error);
  academy_store_trim_journal (test->store, state);

  return unreached;
}

/* Every row of a file, its history included. */
static char *
dump_file (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyDatabase) database = academy_database_open (uri, SQLITE_OPEN_READWRITE, &error);
  AcademyStore store = { .database = database };
  AcademyTest test = { .store = &store };
  g_autofree char *items = NULL;
  g_autofree char *history = NULL;

  g_assert_no_error (error);
  items = academy_test_dump (&test);
  history = academy_test_query (&test, "SELECT seq, id, at, author, label, action, target, personal, hex (changeset) "
                                "FROM history ORDER BY seq");
  return g_strconcat (items, history, NULL);
}

static void
delete (AcademyTest *test,
        AcademyItem *item)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (item)->remove);
  g_autoptr(GError) error = NULL;

  academy_edit_delete (edit, item);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
}

static const struct {
  const char *now;
  const char *times;
  const char *kept;
} keeping[] = {
  { "2021-10-19T12", "", "" },
  { "2021-10-19T12", "19T11", "1" },
  /* The newest ten, however close. */
  { "2021-10-19T23", "19T12 19T11 19T10 19T09 19T08 19T07 19T06 19T05 19T04 19T03 19T02 19T01", "111111111100" },
  /* One a day after them, the last of the day. */
  { "2021-10-19T23", "19T12 19T11 19T10 19T09 19T08 19T07 19T06 19T05 19T04 19T03 18T23 18T01 17T12 17T11 16T00",
    "111111111110101" },
  /* The last of a day that the newest ten end in is among them. */
  { "2021-10-19T23", "19T12 19T11 19T10 19T09 19T08 19T07 19T06 19T05 19T04 18T23 18T12 18T01 17T12", "1111111111001" },
  /* For thirty days, today included. */
  { "2021-10-31T12", "31T11 30T11 29T11 28T11 27T11 26T11 25T11 24T11 23T11 22T11 21T11 02T00 01T23", "1111111111110" },
  /* Old ones stay when nothing newer was made. */
  { "2022-10-31T12", "31T11 30T11 02T11 01T11", "1111" },
};

static void
test_choose (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (keeping); i++)
    {
      g_autofree char *now_text = g_strconcat (keeping[i].now, ":00:00+0300", NULL);
      g_autoptr(GDateTime) now = g_date_time_new_from_iso8601 (now_text, NULL);
      g_auto(GStrv) words = g_strsplit (keeping[i].times, " ", -1);
      g_autoptr(GPtrArray) times = g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);
      gboolean kept[16];
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint j = 0; words[j] != NULL; j++)
        {
          g_autofree char *time = g_strdup_printf ("2021-10-%s:00:00+0300", words[j]);

          g_ptr_array_add (times, g_date_time_new_from_iso8601 (time, NULL));
          g_assert_nonnull (g_ptr_array_index (times, j));
        }
      academy_backup_choose ((GDateTime **) times->pdata, times->len, now, kept);
      for (guint j = 0; j < times->len; j++)
        g_string_append_c (text, kept[j] ? '1' : '0');
      g_assert_cmpstr (text->str, ==, keeping[i].kept);
    }
}

static void
assert_mode (const char *path,
             guint       mode)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, mode);
}

static guint
count_files (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

/* While the file is open and has a log, a backup is one file that holds all of
 * it, and only its owner may read it. */
static void
test_make (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *name = NULL;

  g_assert_true (academy_test_set (test, organisation, "note", "Before", NULL, NULL));
  make (test);
  backups = list (test);
  g_assert_cmpuint (backups->len, ==, 1);
  folder = g_path_get_dirname (get_path (backups, 0));
  assert_mode (folder, 0700);
  assert_mode (get_path (backups, 0), 0600);
  /* The lock is the other one. */
  g_assert_cmpuint (count_files (folder), ==, 2);

  name = g_path_get_basename (get_path (backups, 0));
  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d{6}[+-]\\d{4}\\.academy$", name, 0, 0));
  g_assert_true (g_file_get_contents (get_path (backups, 0), &bytes, NULL, NULL));
  /* Neither reading nor writing goes by a log (“Database File Format”, section 1.3.3). */
  g_assert_cmpint (bytes[18], ==, 1);
  g_assert_cmpint (bytes[19], ==, 1);

  here = dump_file (test->path);
  there = dump_file (get_path (backups, 0));
  g_assert_cmpstr (here, ==, there);
  g_assert_nonnull (strstr (there, "Before"));
}

/* Only what changed is a reason for another one. */
static void
test_make_when_changed (AcademyTest   *test,
                        gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) person = NULL;
  guint n_backups = 0;

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr(GPtrArray) backups = NULL;

      switch (i)
        {
        case 1:
          g_assert_true (academy_test_set (test, organisation, "note", "O", "typing", NULL));
          break;
        case 2:
          /* The same step of undo. */
          g_assert_true (academy_test_set (test, organisation, "note", "On", "typing", NULL));
          break;
        case 3:
          person = academy_test_add (test, &academy_person_kind, "name=Aino");
          break;
        case 4:
          g_assert_true (academy_test_set (test, person, "email", "aino@example.org", NULL, NULL));
          break;
        case 5:
          academy_test_undo (test);
          break;
        default:
          break;
        }

      n_backups++;
      make (test);
      make (test);
      backups = list (test);
      g_assert_cmpuint (backups->len, ==, n_backups);
    }
}

/* A disk without room keeps no half of a backup. */
static void
test_make_on_full_disk (AcademyTest   *test,
                        gconstpointer  data)
{
  struct rlimit limit, small;
  g_autofree char *programme = academy_backup_get_programme (test->store, NULL);
  g_autofree char *folder = academy_backup_get_folder (programme);
  g_autoptr(GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 64 << 10;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (academy_backup_make (test->store, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FULL);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_keep (AcademyTest   *test,
           gconstpointer  data)
{
  g_autofree char *programme = academy_backup_get_programme (test->store, NULL);
  g_autofree char *folder = academy_backup_get_folder (programme);
  g_autofree char *leftover = g_build_filename (folder, ".academy-12345678.part", NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) backups = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_true (academy_test_set (test, organisation, "note", text, NULL, NULL));
      make (test);
    }
  g_assert_true (g_file_set_contents (leftover, "Aino", -1, NULL));
  g_assert_null (keep (test));

  backups = list (test);
  g_assert_cmpuint (backups->len, ==, 10);
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
}

/* What is unique, what is owned and what is linked, gone and come in every way. */
static void
test_restore (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) plan = academy_store_get_first (test->store, &academy_plan_kind, owner, NULL);
  g_autoptr(AcademyItem) goal = academy_test_create (test, &academy_goal_kind, owner, "title", "Goal");
  g_autoptr(AcademyItem) indicator =
    academy_test_create (test, &academy_indicator_kind, academy_item_get_id (goal), "title", "Indicator");
  g_autoptr(AcademyItem) measure = academy_test_create (test, &academy_measure_kind, owner, "title", "Measure");
  g_autoptr(AcademyItem) other_plan = NULL;
  g_autoptr(AcademyItem) other_goal = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autofree char *before = NULL;
  g_autofree char *meanwhile = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (academy_test_set (test, measure, "goals", academy_item_get_id (goal), NULL, NULL));
  before = academy_test_dump (test);
  make (test);

  delete (test, plan);
  other_plan = academy_test_create (test, &academy_plan_kind, owner, "title", "Other plan");
  delete (test, goal);
  other_goal = academy_test_create (test, &academy_goal_kind, owner, "title", "Other goal");
  g_assert_true (academy_test_set (test, measure, "goals", academy_item_get_id (other_goal), NULL, NULL));
  g_assert_true (academy_test_set (test, measure, "title", "Other measure", NULL, NULL));
  g_object_unref (academy_test_create (test, &academy_indicator_kind, academy_item_get_id (other_goal), "title", "Other"));
  meanwhile = academy_test_dump (test);

  backups = list (test);
  academy_restore (test->store, get_path (backups, 0), NULL, &error);
  g_assert_no_error (error);
  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Measure");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Restore backup");

  /* What was there before is in a backup, and one step away. */
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = list (test);
  g_assert_cmpuint (backups->len, ==, 2);
  academy_test_undo (test);
  undone = academy_test_dump (test);
  g_assert_cmpstr (undone, ==, meanwhile);

  /* The keys hold again. */
  g_assert_true (academy_store_check (test->store, NULL, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_pointer (&findings, g_ptr_array_unref);
  delete (test, organisation);
  g_assert_true (academy_store_check (test->store, NULL, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
changed_cb (AcademyStore   *store,
            AcademyChanges *changes,
            gboolean       *everything)
{
  *everything = academy_changes_is_everything (changes);
}

/* A window that has the file open hears of it as of the work of another process. */
static void
test_restore_beside_window (AcademyTest   *test,
                            gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean everything = FALSE;

  g_assert_true (academy_test_set (test, organisation, "note", "Then", NULL, NULL));
  make (test);
  g_assert_true (academy_test_set (test, organisation, "note", "Now", NULL, NULL));
  g_signal_connect (test->store, "changed", G_CALLBACK (changed_cb), &everything);

  backups = list (test);
  academy_restore_async (test->path, g_ptr_array_index (backups, 0), NULL, result_cb, &result);
  academy_restore_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  academy_store_refresh (test->store, &error);
  g_assert_no_error (error);

  g_assert_true (everything);
  g_assert_cmpstr (academy_item_get_text (organisation, "note"), ==, "Then");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Restore backup");
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (organisation, "note"), ==, "Now");
}

static void
test_restore_of_another_programme (AcademyTest   *test,
                                   gconstpointer  data)
{
  AcademyTest other;
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  academy_test_set_up_template (&other, "empty", "en");
  make (&other);
  backups = list (&other);
  g_assert_false (academy_restore (test->store, get_path (backups, 0), NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT);
  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, before);
  academy_test_tear_down (&other, NULL);
}

/* What is not a programme's is not let in by this way either. */
static void
test_restore_of_foreign_schema (AcademyTest   *test,
                                gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  sqlite3 *handle = NULL;
  g_autoptr(GError) error = NULL;

  make (test);
  g_assert_true (academy_test_set (test, organisation, "note", "Now", NULL, NULL));
  backups = list (test);
  g_assert_cmpint (sqlite3_open (get_path (backups, 0), &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TRIGGER t AFTER INSERT ON measure BEGIN DELETE FROM goal; END",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  before = academy_test_dump (test);
  g_assert_false (academy_restore (test->store, get_path (backups, 0), NULL, &error));
  g_assert_nonnull (error);
  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, before);
}

static char *
describe (GPtrArray *differences)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      AcademyDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (text, "%s %s -%d +%d ~%d\n", difference->title != NULL ? difference->title : "-",
                              difference->kind->name, (int) difference->fewer, (int) difference->more,
                              (int) difference->changed);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_compare (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) turku = academy_test_organisation (test);
  g_autoptr(GPtrArray) organisations = academy_store_get_all (test->store, &academy_organisation_kind, NULL, NULL);
  g_autoptr(AcademyItem) goal = NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Aino");
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  AcademyItem *other = g_ptr_array_index (organisations, organisations->len - 1);
  g_autoptr(GError) error = NULL;

  g_assert_true (other != turku);
  goal = academy_test_create (test, &academy_goal_kind, academy_item_get_id (turku), "title", "Goal");
  measure = academy_test_create (test, &academy_measure_kind, academy_item_get_id (turku), "title", "Measure");
  make (test);

  /* A link, an item of an item, three of a kind, and what belongs to no organisation. */
  g_assert_true (academy_test_set (test, measure, "goals", academy_item_get_id (goal), NULL, NULL));
  g_object_unref (academy_test_create (test, &academy_indicator_kind, academy_item_get_id (goal), "title", "Indicator"));
  for (guint i = 0; i < 3; i++)
    g_object_unref (academy_test_create (test, &academy_measure_kind, academy_item_get_id (other), "title", "New"));
  g_assert_true (academy_test_set (test, person, "email", "aino@example.org", NULL, NULL));

  first = academy_item_dup_title (turku, academy_language_get_default ());
  last = academy_item_dup_title (other, academy_language_get_default ());
  backups = list (test);
  academy_restore_compare_async (test->path, g_ptr_array_index (backups, 0), NULL, result_cb, &result);
  differences = academy_restore_compare_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  text = describe (differences);
  expected = g_strcmp0 (first, last) < 0
               ? g_strdup_printf ("- person -0 +0 ~1\n%s indicator -1 +0 ~0\n%s measure -0 +0 ~1\n%s measure -3 +0 ~0\n",
                                  first, first, last)
               : g_strdup_printf ("- person -0 +0 ~1\n%s measure -3 +0 ~0\n%s indicator -1 +0 ~0\n%s measure -0 +0 ~1\n",
                                  last, first, first);
  g_assert_cmpstr (text, ==, expected);
}

/* Nothing that a person was called is left in the bytes of any file. */
static void
assert_nowhere (const char *path,
                const char *word)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        assert_nowhere (file, word);
      else
        {
          g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
          if (memmem (bytes, length, word, strlen (word)) != NULL)
            g_error ("“%s” is in %s", word, file);
        }
    }
}

static void
test_erase (AcademyTest   *test,
            gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) person = NULL;
  g_autoptr(AcademyItem) participation = NULL;
  g_autoptr(AcademyItem) colleague = academy_test_add (test, &academy_person_kind, "name=Colleague Unforgotten");
  g_autofree char *folder = academy_backup_get_folder (NULL);
  g_autofree char *fields = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *dump = NULL;

  person = academy_test_add (test, &academy_person_kind, "name=Zebedaeus Quux; email=zebedaeus@example.org; phone=040 7654321");
  fields = g_strdup_printf ("organisation=%s; person=%s; role_title=Buyer", academy_item_get_id (organisation),
                            academy_item_get_id (person));
  participation = academy_test_add (test, &academy_participation_kind, fields);
  make (test);
  g_assert_true (academy_test_set (test, person, "phone", "040 1234567", NULL, NULL));
  g_assert_null (keep (test));

  delete (test, person);
  g_assert_null (keep (test));
  for (guint i = 0; i < 4; i++)
    assert_nowhere (folder, ((const char *[]) { "Zebedaeus", "zebedaeus", "7654321", "1234567" })[i]);

  /* The rest of the oldest one is as it was. */
  backups = list (test);
  g_assert_cmpuint (backups->len, ==, 3);
  dump = dump_file (get_path (backups, 2));
  g_assert_nonnull (strstr (dump, "Colleague Unforgotten"));
  g_assert_nonnull (strstr (dump, "Buyer"));
  assert_mode (get_path (backups, 2), 0600);

  /* And neither comes back by being restored. */
  g_assert_true (academy_restore (test->store, get_path (backups, 2), NULL, NULL));
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 1);
}

/* A backup that was put there by hand after the erasing does not bring anybody back. */
static void
test_restore_without_erased (AcademyTest   *test,
                             gconstpointer  data)
{
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Zebedaeus");
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GError) error = NULL;

  make (test);
  delete (test, person);
  backups = list (test);
  academy_restore (test->store, get_path (backups, 0), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 0);
}

/* Who is brought back in the same session is no longer erased. */
static void
test_erase_and_undo (AcademyTest   *test,
                     gconstpointer  data)
{
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Zebedaeus");
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *dump = NULL;

  delete (test, person);
  g_assert_null (keep (test));
  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 1);
  g_assert_null (keep (test));
  g_assert_null (keep (test));

  backups = list (test);
  dump = dump_file (get_path (backups, 0));
  g_assert_nonnull (strstr (dump, "Zebedaeus"));
}

static void
test_erase_unreached (AcademyTest   *test,
                      gconstpointer  data)
{
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Zebedaeus");
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *unreached = NULL;

  make (test);
  backups = list (test);
  name = g_path_get_basename (get_path (backups, 0));
  g_assert_true (g_file_set_contents (get_path (backups, 0), "Zebedaeus", -1, NULL));
  delete (test, person);

  unreached = keep (test);
  sentence = g_strdup_printf ("A deleted person could not be erased from 1 backup: %s", name);
  g_assert_cmpstr (unreached, ==, sentence);
}

/* Everything that a session can do to a file. */
static void
work (AcademyTest *test)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) measure = academy_test_create (test, &academy_measure_kind, owner, "title", "Measure");
  g_autoptr(AcademyItem) goal = academy_test_create (test, &academy_goal_kind, owner, "title", "Goal");
  g_autoptr(AcademyItem) person = academy_test_add (test, &academy_person_kind, "name=Zebedaeus");
  g_autoptr(AcademyItem) colleague = academy_test_add (test, &academy_person_kind, "name=Colleague");
  g_autofree char *fields = g_strdup_printf ("organisation=%s; person=%s", owner, academy_item_get_id (person));

  g_object_unref (academy_test_add (test, &academy_participation_kind, fields));
  g_assert_true (academy_test_set (test, measure, "goals", academy_item_get_id (goal), NULL, NULL));
  g_assert_true (academy_test_set (test, organisation, "note", "O", "typing", NULL));
  g_assert_true (academy_test_set (test, organisation, "note", "On", "typing", NULL));
  g_assert_true (academy_test_set (test, organisation, "note", "One", "typing", NULL));
  g_assert_true (academy_test_set (test, person, "email", "z@example.org", NULL, NULL));
  g_assert_true (academy_test_set (test, organisation, "board_name", "X", "more", NULL));
  /* Typed back: the step is no more. */
  g_assert_true (academy_test_set (test, organisation, "board_name", NULL, "more", NULL));
  delete (test, person);
  academy_test_undo (test);
  academy_test_redo (test);
  delete (test, goal);
  academy_test_undo (test);
  delete (test, colleague);
  academy_test_undo (test);
  academy_test_undo (test);
  academy_test_redo (test);
  g_assert_true (academy_test_set (test, measure, "title", "Last", NULL, NULL));
}

static void
overwrite (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *zeros = g_malloc0 (MIB);
  FILE *file = g_fopen (path, "r+");

  g_assert_cmpuint (fwrite (zeros, 1, MIB, file), ==, MIB);
  g_assert_cmpint (fclose (file), ==, 0);
  file = g_fopen (log, "w");
  g_assert_cmpint (fclose (file), ==, 0);
}

/* What a store has when its file is no more cannot be closed as others are. */
static void
go_on_with (AcademyTest *test,
            const char  *path)
{
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  g_autoptr(GError) error = NULL;

  g_clear_object (&test->store);
  g_unlink (log);
  test->store = academy_store_open (path, &error);
  g_assert_no_error (error);
}

/* What a session did is made again from a backup, wherever between its steps
 * that was made. */
static void
test_journal (AcademyTest   *test,
              gconstpointer  data)
{
  guint n_more = GPOINTER_TO_UINT (data);
  g_autofree char *rebuilt = g_build_filename (test->folder, "rebuilt.academy", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  academy_store_watch (test->store);
  g_assert_null (keep (test));
  work (test);
  for (guint i = 0; i < n_more; i++)
    {
      /* One that the window has not heard of yet, then one that it has. */
      make (test);
      work (test);
      g_assert_null (keep (test));
      work (test);
    }
  before = dump_file (test->path);

  overwrite (test->path);
  academy_store_rebuild (test->store, rebuilt, &error);
  g_assert_no_error (error);
  assert_mode (rebuilt, 0600);
  after = dump_file (rebuilt);
  g_assert_cmpstr (after, ==, before);

  go_on_with (test, rebuilt);
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Change measure");
  academy_test_undo (test);
}

static void
wanted_cb (AcademyStore *store,
           guint        *n_wanted)
{
  *n_wanted += 1;
}

/* What no backup can be brought up to is not made again by halves. */
static void
test_journal_ends (AcademyTest   *test,
                   gconstpointer  data)
{
  g_autofree char *rebuilt = g_build_filename (test->folder, "rebuilt.academy", NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *large = g_strnfill (20000, 'x');
  AcademyTest other = { .path = test->path };
  guint n_wanted = 0;
  g_autoptr(GError) error = NULL;

  academy_store_watch (test->store);
  g_signal_connect (test->store, "backup-wanted", G_CALLBACK (wanted_cb), &n_wanted);
  g_assert_null (keep (test));
  g_assert_cmpuint (n_wanted, ==, 0);

  /* Another process writes in between. */
  other.store = academy_store_open (test->path, &error);
  g_assert_no_error (error);
  work (&other);
  g_assert_true (academy_store_close (other.store, NULL));
  g_clear_object (&other.store);
  g_assert_true (academy_store_refresh (test->store, NULL));
  g_assert_cmpuint (n_wanted, ==, 1);
  g_assert_false (academy_store_rebuild (test->store, rebuilt, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (rebuilt, G_FILE_TEST_EXISTS));
  g_assert_null (keep (test));

  /* More is done than is held. */
  for (guint i = 0; i < 500 && n_wanted < 2; i++)
    {
      large[i] = 'y';
      g_assert_true (academy_test_set (test, organisation, "note", large, NULL, NULL));
    }
  g_assert_cmpuint (n_wanted, ==, 2);
  g_assert_null (keep (test));
  work (test);
  before = dump_file (test->path);
  g_clear_error (&error);
  academy_store_rebuild (test->store, rebuilt, &error);
  g_assert_no_error (error);
  after = dump_file (rebuilt);
  g_assert_cmpstr (after, ==, before);
}

static void
spoil (const char *path,
       const char *bytes)
{
  FILE *file = g_fopen (path, "r+");

  g_assert_cmpint (fseek (file, 4096, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, strlen (bytes), file), ==, strlen (bytes));
  g_assert_cmpint (fclose (file), ==, 0);
}

/* The damaged file is not destroyed, nor its log left for what takes its place. */
static void
test_restore_file (AcademyTest   *test,
                   gconstpointer  data)
{
  g_autofree char *other = g_build_filename (test->folder, "other.academy", NULL);
  g_autofree char *log = g_strconcat (test->path, "-journal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *elsewhere = NULL;
  g_autofree char *damaged = NULL;
  gsize length;
  guint n_aside = 0;
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GDir) folder = NULL;
  const char *name;
  g_autoptr(GError) error = NULL;

  g_assert_null (keep (test));
  before = academy_test_dump (test);
  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);
  spoil (test->path, "Damaged for ever");
  g_assert_true (g_file_set_contents (log, "What was a journal", -1, NULL));
  g_assert_true (g_file_get_contents (test->path, &damaged, &length, NULL));

  backups = academy_backup_list_of_file (test->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  academy_restore_file (test->path, other, NULL, &error);
  g_assert_no_error (error);
  academy_restore_file (test->path, test->path, NULL, &error);
  g_assert_no_error (error);

  folder = g_dir_open (test->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (test->folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize n_bytes;

      if (strstr (name, ".damaged-") == NULL)
        continue;
      n_aside++;
      g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
      if (g_str_has_suffix (name, "-journal"))
        g_assert_cmpstr (bytes, ==, "What was a journal");
      else
        g_assert_cmpmem (bytes, n_bytes, damaged, length);
    }
  g_assert_cmpuint (n_aside, ==, 2);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  test->store = academy_store_open (other, &error);
  g_assert_no_error (error);
  elsewhere = academy_test_dump (test);
  g_assert_cmpstr (elsewhere, ==, before);
  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);
  test->store = academy_store_open (test->path, &error);
  g_assert_no_error (error);
  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, before);
}

static void
test_save_copy (AcademyTest   *test,
                gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (test->folder, "copy.academy", NULL);
  g_autofree char *link = g_build_filename (test->folder, "link.academy", NULL);
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *before = dump_file (test->path);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink (test->path, link), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (academy_store_save_copy (test->store, i == 0 ? link : test->path, &error));
      g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS);
      g_clear_error (&error);
    }
  g_assert_false (academy_store_save_copy (test->store, test->folder, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (log, "A log", -1, NULL));
  g_assert_false (academy_store_save_copy (test->store, copy, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (log), ==, 0);

  /* Something else that is in the way is replaced: the person was asked. */
  g_assert_true (g_file_set_contents (copy, "Something else", -1, NULL));
  academy_store_save_copy_async (test->store, copy, NULL, result_cb, &result);
  academy_store_save_copy_finish (test->store, wait_for (&result), &error);
  g_assert_no_error (error);
  assert_mode (copy, 0600);
  {
    g_autofree char *after = dump_file (copy);

    g_assert_cmpstr (after, ==, before);
  }

  /* Also when the file has no name any more. */
  g_assert_cmpint (g_unlink (test->path), ==, 0);
  academy_store_save_copy (test->store, copy, &error);
  g_assert_no_error (error);
  {
    g_autofree char *after = dump_file (copy);

    g_assert_cmpstr (after, ==, before);
  }
  go_on_with (test, copy);
}

/* Works until it is killed. */
typedef void (*WorkFunc) (AcademyTest *test,
                          guint        i);

static void
work_backups (AcademyTest *test,
              guint        i)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autofree char *text = g_strdup_printf ("%u", i);

  if (!academy_test_set (test, organisation, "note", text, NULL, NULL) ||
      !academy_backup_make (test->store, NULL, NULL))
    _exit (1);
}

static void
work_restores (AcademyTest *test,
               guint        i)
{
  g_autoptr(GPtrArray) backups = list (test);

  if (!academy_restore (test->store, get_path (backups, backups->len - 1 - i % 2), NULL, NULL))
    _exit (1);
}

/* Kills it in the midst of the work, when so much of it is done, however slow
 * the machine is. */
static void
run_and_kill (AcademyTest *test,
              WorkFunc     work_func,
              guint        n_done)
{
  int pipe_ends[2];
  pid_t child;

  g_assert_cmpint (pipe (pipe_ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      AcademyTest own = { .path = test->path, .store = academy_store_open (test->path, NULL) };

      /* A child would else make the same ids as the one before it. */
      g_random_set_seed (getpid ());
      for (guint i = 0; ; i++)
        {
          work_func (&own, i);
          if (write (pipe_ends[1], "x", 1) < 0)
            _exit (1);
        }
    }

  close (pipe_ends[1]);
  for (guint i = 0; i < n_done; i++)
    {
      char done;

      g_assert_cmpint (read (pipe_ends[0], &done, 1), ==, 1);
    }
  g_usleep (g_test_rand_int_range (0, LONGEST_RUN_US));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (pipe_ends[0]);
}

static void
close_store (AcademyTest *test)
{
  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);
}

static void
reopen (AcademyTest *test)
{
  g_autoptr(GError) error = NULL;

  test->store = academy_store_open (test->path, &error);
  g_assert_no_error (error);
}

/* Each backup that is there is whole. */
static void
test_killed_backup (AcademyTest   *test,
                    gconstpointer  data)
{
  guint n_checked = 0;

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(GPtrArray) backups = NULL;

      close_store (test);
      run_and_kill (test, work_backups, round % 2);
      reopen (test);
      backups = list (test);
      for (guint i = 0; i < backups->len; i++)
        {
          g_autofree char *uri = g_filename_to_uri (get_path (backups, i), NULL, NULL);
          g_autoptr(AcademyDatabase) backup = academy_database_open (uri, SQLITE_OPEN_READONLY, NULL);
          g_autoptr(GError) error = NULL;

          academy_restore_check_sound (backup, &error);
          g_assert_no_error (error);
          n_checked++;
        }
      g_assert_null (keep (test));
    }
  g_assert_cmpuint (n_checked, >, 20);

  {
    g_autoptr(GPtrArray) backups = list (test);
    g_autofree char *folder = g_path_get_dirname (get_path (backups, 0));

    g_assert_cmpuint (count_files (folder), ==, backups->len + 1);
  }
}

/* The content is that of one backup or the other, never of both. */
static void
test_killed_restore (AcademyTest   *test,
                     gconstpointer  data)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  guint n_ones = 0, n_twos = 0;

  make (test);
  one = academy_test_dump (test);
  for (guint i = 0; i < 100; i++)
    g_ptr_array_add (items, academy_test_add (test, &academy_measure_kind, "title=Measure"));
  make (test);
  two = academy_test_dump (test);
  g_ptr_array_set_size (items, 0);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(GPtrArray) findings = NULL;
      g_autofree char *now = NULL;

      close_store (test);
      run_and_kill (test, work_restores, 1 + round % 2);
      reopen (test);
      now = academy_test_dump (test);
      if (g_str_equal (now, one))
        n_ones++;
      else if (g_str_equal (now, two))
        n_twos++;
      else
        g_error ("the file is neither what it was nor what it was to be");
      g_assert_true (academy_store_check (test->store, NULL, &findings, NULL));
      g_assert_cmpuint (findings->len, ==, 0);
    }
  g_assert_cmpuint (n_ones, >, 0);
  g_assert_cmpuint (n_twos, >, 0);
}

/* Whatever page of a file is spoilt, no backup is made of it. */
static void
test_damaged (AcademyTest   *test,
              gconstpointer  data)
{
  g_autofree char *programme = academy_backup_get_programme (test->store, NULL);
  g_autofree char *spoilt = g_build_filename (test->folder, "spoilt.academy", NULL);
  g_autofree char *sound = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  gsize size;
  guint n_opened = 0;

  g_assert_true (academy_store_close (test->store, NULL));
  g_clear_object (&test->store);
  g_assert_true (g_file_get_contents (test->path, &sound, &size, NULL));

  for (gsize offset = PAGE_SIZE; offset < size; offset += PAGE_SIZE)
    {
      g_autofree char *bytes = g_memdup2 (sound, size);
      g_autoptr(AcademyStore) store = NULL;

      memset (bytes + offset, 0xa5, PAGE_SIZE);
      g_assert_true (g_file_set_contents (spoilt, bytes, size, NULL));
      store = academy_store_open (spoilt, NULL);
      if (store == NULL)
        continue;

      n_opened++;
      g_assert_false (academy_backup_make (store, NULL, NULL));
      g_assert_true (academy_store_close (store, NULL));
    }

  g_assert_cmpuint (n_opened, >, 5);
  backups = academy_backup_list (programme, NULL);
  g_assert_cmpuint (backups->len, ==, 0);
}

#define ADD(name, data, func) g_test_add ("/backup/" name, AcademyTest, data, academy_test_set_up, func, academy_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/backup/choose", test_choose);
  ADD ("make", NULL, test_make);
  ADD ("make-when-changed", NULL, test_make_when_changed);
  ADD ("make-on-full-disk", NULL, test_make_on_full_disk);
  ADD ("keep", NULL, test_keep);
  ADD ("compare", NULL, test_compare);
  ADD ("restore", NULL, test_restore);
  ADD ("restore-beside-window", NULL, test_restore_beside_window);
  ADD ("restore-of-another-programme", NULL, test_restore_of_another_programme);
  ADD ("restore-of-foreign-schema", NULL, test_restore_of_foreign_schema);
  ADD ("restore-without-erased", NULL, test_restore_without_erased);
  ADD ("restore-file", NULL, test_restore_file);
  ADD ("erase", NULL, test_erase);
  ADD ("erase-and-undo", NULL, test_erase_and_undo);
  ADD ("erase-unreached", NULL, test_erase_unreached);
  ADD ("journal", GUINT_TO_POINTER (0), test_journal);
  ADD ("journal-and-more-backups", GUINT_TO_POINTER (1), test_journal);
  ADD ("journal-ends", NULL, test_journal_ends);
  ADD ("save-copy", NULL, test_save_copy);
  ADD ("damaged", NULL, test_damaged);
  ADD ("killed-backup", NULL, test_killed_backup);
  ADD ("killed-restore", NULL, test_killed_restore);

  return g_test_run ();
}
