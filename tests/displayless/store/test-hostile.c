/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "academy-baseline.h"
#include "academy-changeset.h"
#include "academy-check.h"
#include "academy-dependency.h"
#include "academy-error.h"
#include "academy-hints.h"
#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-plan-export.h"
#include "academy-schedule.h"
#include "academy-store-private.h"
#include "academy-test.h"

#define N_MUTATIONS 500000
#define PATIENCE    (10 * G_USEC_PER_SEC)

#define ANY_ID    "'11111111-1111-4111-8111-111111111111'"
#define OTHER_ID  "'22222222-2222-4222-8222-222222222222'"
#define MEASURE   "(SELECT id FROM measure ORDER BY id LIMIT 1)"

static void
set_up (AcademyTest  *test,
        gconstpointer data)
{
  academy_test_set_up_template (test, "example", "en");
}

/* Changes the file as a stranger can. */
static void
change (AcademyTest *test,
        const char  *sql)
{
  sqlite3 *handle;
  char *message = NULL;

  if (test->store != NULL)
    {
      g_assert_true (academy_store_close (test->store, NULL));
      g_clear_object (&test->store);
    }

  g_assert_cmpint (sqlite3_open (test->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* The same without the rules of the schema, which looks as before in the end. */
static void
spoil (AcademyTest *test,
       const char  *sql)
{
  static const char loosen[] =
    "PRAGMA writable_schema = ON; CREATE TEMPORARY TABLE schema AS SELECT name, sql FROM sqlite_schema; "
    "UPDATE sqlite_schema SET sql = replace (replace (sql, ' NOT NULL', ''), ') STRICT', ')') "
    "WHERE sql NOT LIKE '%WITHOUT ROWID%'; PRAGMA writable_schema = RESET; ";
  static const char restore[] =
    "; PRAGMA writable_schema = ON; "
    "UPDATE sqlite_schema SET sql = (SELECT sql FROM temp.schema WHERE name = sqlite_schema.name) WHERE type = 'table' "
    "AND name IN (SELECT name FROM temp.schema)";
  g_autofree char *whole = g_strconcat (loosen, sql, restore, NULL);

  change (test, whole);
}

static void
spoil_and_open (AcademyTest *test,
                const char  *sql)
{
  g_autoptr(GError) error = NULL;

  spoil (test, sql);
  test->store = academy_store_open (test->path, &error);
  g_assert_no_error (error);
}

/* The findings of a check, a line each. */
static char *
check (AcademyTest *test)
{
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  academy_store_check (test->store, NULL, &findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (findings, i));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_finding (AcademyTest *test,
                const char  *part)
{
  g_autofree char *findings = check (test);

  g_assert_nonnull (strstr (findings, part));
}

/* What is no programme’s, and a word that the refusal must have. */
static const struct {
  const char *sql;
  const char *word;
} foreign[] = {
  { "CREATE TRIGGER evil AFTER INSERT ON history BEGIN DELETE FROM person; DELETE FROM goal; END", "trigger “evil”" },
  { "CREATE VIEW evil AS SELECT 1", "view “evil”" },
  { "ALTER TABLE phase RENAME TO phase_; CREATE VIEW phase AS WITH RECURSIVE n (i) AS "
    "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n", "view “phase”" },
  { "CREATE TABLE evil (a TEXT)", "table “evil”" },
  { "CREATE TABLE \"Measure2\" (a TEXT)", "table “Measure2”" },
  { "CREATE VIRTUAL TABLE goal_search USING fts5 (a)", "table “goal_search" },
  { "CREATE INDEX evil ON measure (title)", "index “evil”" },
  { "ALTER TABLE measure ADD COLUMN evil TEXT", "column “evil”" },
  { "ALTER TABLE measure ADD COLUMN evil TEXT GENERATED ALWAYS AS (title || title) VIRTUAL", "column “evil”" },
  { "ALTER TABLE measure DROP COLUMN next_step; ALTER TABLE measure ADD COLUMN next_step TEXT GENERATED ALWAYS AS (title)",
    "column “next_step”" },
  { "ALTER TABLE measure DROP COLUMN next_step; ALTER TABLE measure ADD COLUMN next_step INTEGER", "column “next_step”" },
  { "ALTER TABLE measure DROP COLUMN next_step; "
    "ALTER TABLE measure ADD COLUMN next_step TEXT REFERENCES person (id) ON DELETE CASCADE", "column “next_step”" },
  { "DROP INDEX person_programme; ALTER TABLE person DROP COLUMN programme; "
    "ALTER TABLE person ADD COLUMN programme TEXT REFERENCES history (seq) ON DELETE CASCADE", "column “programme”" },
  { "DROP TABLE history; CREATE TABLE history (seq INTEGER PRIMARY KEY, at, author, label, action, target, personal, changeset)",
    "column “at”" },
};

static void
test_foreign (gconstpointer data)
{
  gsize n = GPOINTER_TO_SIZE (data);
  AcademyTest test = { NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize size_before, size_after;

  set_up (&test, NULL);
  change (&test, foreign[n].sql);
  g_assert_true (g_file_get_contents (test.path, &before, &size_before, NULL));
  g_assert_null (academy_store_open (test.path, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, foreign[n].word));
  g_assert_true (g_file_get_contents (test.path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
  academy_test_tear_down (&test, NULL);
}

/* What SQLite or an honest tool leaves is no reason to refuse a file. */
static void
test_not_foreign (AcademyTest  *test,
                  gconstpointer data)
{
  spoil_and_open (test, "ANALYZE");
  g_assert_cmpint (academy_test_count (test, &academy_organisation_kind), ==, 1);
}

static gboolean
is_special (mode_t mode)
{
  return S_ISFIFO (mode) || S_ISCHR (mode) || S_ISDIR (mode);
}

/* Neither waits for a writer nor reads without end. */
static void
test_no_file (AcademyTest  *test,
              gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (test->folder, "fifo.academy", NULL);
  g_autofree char *empty = g_build_filename (test->folder, "empty.academy", NULL);
  const char *paths[] = { fifo, empty, test->folder, "/dev/zero", "/dev/null" };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GError) error = NULL;
      struct stat status;

      g_assert_null (academy_store_open (paths[i], &error));
      g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_A_PROGRAMME);
      g_assert_nonnull (strstr (error->message, paths[i]));
      g_assert_cmpint (g_stat (paths[i], &status), ==, 0);
      g_assert_true (paths[i] == empty || is_special (status.st_mode));
    }
}

/* A statement that has no end, as one over a damaged tree may have none. */
static void
test_endless (AcademyTest  *test,
              gconstpointer data)
{
  static const char sql[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n";
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 number;

  g_assert_false (academy_database_get_int (test->store->database, sql, &number, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 6 * PATIENCE);
  g_clear_error (&error);

  /* What was read before does not count. */
  g_assert_true (academy_database_get_int (test->store->database, "SELECT count (*) FROM measure", &number, &error));
  g_assert_no_error (error);

  g_cancellable_cancel (cancellable);
  academy_database_set_cancellable (test->store->database, cancellable);
  g_assert_false (academy_database_get_int (test->store->database, sql, &number, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  academy_database_set_cancellable (test->store->database, NULL);
}

static void
test_long_text (AcademyTest  *test,
                gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(GBytes) plan = NULL;
  g_autoptr(GError) error = NULL;

  spoil_and_open (test, "UPDATE measure SET description = printf ('%.*c', 100 * 1000 * 1000, 'a') WHERE id = " MEASURE);
  organisation = academy_test_organisation (test);
  plan = academy_plan_export (test->store, organisation, academy_language_get_default (), FALSE, NULL, &error);
  g_assert_null (plan);
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED);
  assert_finding (test, "longer than any text");
}

/* Every way to read a file says why it cannot, or goes on without what is damaged. */
static void
read_everything (AcademyTest *test,
                 gboolean     expect_failure)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *id = academy_item_get_id (organisation);
  AcademyScheduleQuery query = { .organisation = id, .grouping = ACADEMY_GROUPING_GOAL, .order = ACADEMY_ORDER_TITLE,
                                 .today = academy_test_day ("2022-01-01") };
  g_autoptr(GError) export_error = NULL, schedule_error = NULL, error = NULL;
  g_autoptr(GBytes) plan = academy_plan_export (test->store, organisation, academy_language_get_default (), TRUE, NULL,
                                                &export_error);
  g_autoptr(AcademySchedule) schedule = academy_schedule_read (test->store, &query, &schedule_error);
  g_autoptr(GPtrArray) hints = academy_hints_read (test->store, id, NULL, academy_language_get_default (), &error);
  g_autoptr(GPtrArray) found = academy_store_find (test->store, &academy_measure_kind, &(AcademyQuery) { .text = "a" }, NULL);
  g_autoptr(GArray) links = academy_schedule_read_dependencies (test->store, id, NULL);
  g_autoptr(AcademyList) list = academy_list_new (test->store, &academy_measure_kind, id);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));

  if (expect_failure)
    {
      g_assert_error (export_error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED);
      g_assert_error (schedule_error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED);
      g_assert_nonnull (strstr (export_error->message, "“title”"));
    }
  else
    {
      g_assert_no_error (export_error);
      g_assert_no_error (schedule_error);
      g_assert_no_error (error);
      g_assert_true (g_utf8_validate_len (g_bytes_get_data (plan, NULL), g_bytes_get_size (plan), NULL));
    }
}

static const char * const unreadable[] = {
  "CAST (x'fffefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefe' AS TEXT)",
  "CAST (x'c3' AS TEXT)", "CAST (x'eda080' AS TEXT)", "CAST (x'610062' AS TEXT)", "CAST (x'f4908080' AS TEXT)",
};

static void
test_unreadable (AcademyTest  *test,
                 gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE measure SET title = %s", unreadable[i]);

      spoil_and_open (test, sql);
      read_everything (test, TRUE);
      assert_finding (test, "a text in “title” is not readable");
    }
}

/* What is not there, or is of another type, where the schema says that it is. */
static void
test_missing (AcademyTest  *test,
              gconstpointer data)
{
  spoil_and_open (test,
                  "INSERT INTO dependency (id, organisation, predecessor, successor) "
                  "SELECT " ANY_ID ", organisation, NULL, id FROM measure LIMIT 1; "
                  "INSERT INTO dependency (id, organisation) SELECT " OTHER_ID ", id FROM organisation; "
                  "UPDATE measure SET status = NULL, title = NULL WHERE id = " MEASURE "; "
                  "UPDATE measure SET id = NULL WHERE id = (SELECT max (id) FROM measure); "
                  "UPDATE session SET id = x'ff80', start = 12 WHERE id = (SELECT max (id) FROM session); "
                  "UPDATE goal SET title = x'00ff'");
  read_everything (test, FALSE);
  assert_finding (test, "dependency 11111111-1111-4111-8111-111111111111");
  assert_finding (test, "A “measure” in the file has no id");
  assert_finding (test, "A “session” in the file has no id");
}

/* Where an owner is missing, what needs it says so. */
static void
test_no_owner (AcademyTest  *test,
               gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) programme = NULL;
  g_autoptr(GBytes) plan = NULL;
  g_autoptr(GError) owner_error = NULL;
  g_autoptr(GError) error = NULL;
  GDate first, last;

  spoil_and_open (test, "UPDATE organisation SET programme = NULL");
  organisation = academy_test_organisation (test);
  g_assert_null (academy_store_get_owner (test->store, organisation, &owner_error));
  g_assert_error (owner_error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
  plan = academy_plan_export (test->store, organisation, academy_language_get_default (), FALSE, NULL, &error);
  g_assert_null (plan);
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
  g_assert_true (academy_store_get_days (test->store, organisation, &first, &last, NULL));

  programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_assert_null (academy_store_get_owner (test->store, programme, NULL));
}

static void
count_fault (AcademyStore *store,
             GError       *fault,
             GPtrArray    *faults)
{
  g_ptr_array_add (faults, g_strdup (fault->message));
}

/* A value that is none keeps nothing else from being read, is told of once, and
 * stays as it is until somebody gives another. */
static void
test_bad_value (AcademyTest  *test,
                gconstpointer data)
{
  static const char what[] = ": “2021-02-30” is not a date";
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(GPtrArray) measures = NULL;
  g_autoptr(GError) error = NULL;
  gint64 number;

  spoil_and_open (test, "UPDATE measure SET start = '2021-02-30', title = 'Bad' WHERE id = " MEASURE "; "
                        "UPDATE measure SET status = 'moon' WHERE id = (SELECT max (id) FROM measure); "
                        "UPDATE session SET start = '2021-10-19T24:61:00Z'");
  g_signal_connect (test->store, "failed", G_CALLBACK (count_fault), faults);
  read_everything (test, FALSE);
  read_everything (test, FALSE);
  g_assert_cmpuint (faults->len, >=, 3);
  for (guint i = 0; i < faults->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (g_ptr_array_index (faults, i), !=, g_ptr_array_index (faults, j));

  assert_finding (test, what);
  assert_finding (test, "“moon” is not one of the choices");

  organisation = academy_test_organisation (test);
  measures = academy_store_find (test->store, &academy_measure_kind, &(AcademyQuery) { .text = "bad" }, &error);
  g_assert_no_error (error);
  measure = academy_store_get (test->store, &academy_measure_kind, g_ptr_array_index (measures, 0), &error);
  g_assert_no_error (error);
  g_assert_null (academy_item_get_date (measure, "start"));
  academy_test_set (test, measure, "title", "Better", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (academy_database_get_int (test->store->database,
                                           "SELECT count (*) FROM measure WHERE start = '2021-02-30' AND title = 'Better'",
                                           &number, NULL));
  g_assert_cmpint (number, ==, 1);
  academy_test_set (test, measure, "start", "2021-03-01", NULL, &error);
  g_assert_no_error (error);
}

static void
test_baseline_twice (AcademyTest  *test,
                     gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(GHashTable) days = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  guint n_removed = 0;
  g_autoptr(GError) error = NULL;

  spoil_and_open (test,
                  "INSERT INTO baseline (id, organisation, title, made) "
                  "SELECT " OTHER_ID ", id, 'B', '2022-01-01T00:00:00Z' FROM organisation; "
                  "INSERT INTO baseline_date (id, baseline, kind, item, title, start) "
                  "SELECT lower (hex (randomblob (4))) || '-1111-4111-8111-111111111111', " OTHER_ID ", 'measure', "
                  "m.id, 'Twice', '2022-01-01' FROM measure m, (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) ORDER BY m.id; "
                  "UPDATE baseline_date SET item = " ANY_ID " WHERE item = " MEASURE);
  organisation = academy_test_organisation (test);
  days = academy_baseline_read (test->store, "22222222-2222-4222-8222-222222222222", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (days), ==, academy_test_count (test, &academy_measure_kind));
  changes = academy_baseline_compare (test->store, academy_item_get_id (organisation),
                                      "22222222-2222-4222-8222-222222222222", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < changes->len; i++)
    n_removed += ((AcademyBaselineChange *) g_ptr_array_index (changes, i))->state == ACADEMY_BASELINE_REMOVED;
  g_assert_cmpuint (n_removed, ==, 1);
  assert_finding (test, "The baseline “B” has the days of “Twice” more than once.");
}

static void
test_two_kinds (AcademyTest  *test,
                gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) goal = NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(GError) error = NULL;

  spoil_and_open (test, "UPDATE goal SET id = " ANY_ID ", title = 'A goal' WHERE id = (SELECT id FROM goal LIMIT 1); "
                        "UPDATE measure SET id = " ANY_ID ", title = 'A measure' WHERE id = " MEASURE);
  goal = academy_store_get (test->store, &academy_goal_kind, "11111111-1111-4111-8111-111111111111", &error);
  g_assert_no_error (error);
  measure = academy_store_get (test->store, &academy_measure_kind, "11111111-1111-4111-8111-111111111111", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (academy_item_get_text (goal, "title"), ==, "A goal");
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "A measure");
  g_assert_nonnull (academy_item_get_links (measure, "goals"));
  read_everything (test, FALSE);
  assert_finding (test, "has the same id");

  /* Whichever goes first, the store still knows the other. */
  g_assert_true (academy_test_set (test, goal, "title", "Still a goal", NULL, &error));
  g_clear_object (&measure);
  g_assert_cmpstr (academy_item_get_text (goal, "title"), ==, "Still a goal");
  g_clear_object (&goal);
}

static void
test_links (AcademyTest  *test,
            gconstpointer data)
{
  spoil_and_open (test, "DELETE FROM measure_goals; UPDATE goal SET id = 'no id' WHERE id = (SELECT id FROM goal LIMIT 1); "
                        "INSERT INTO measure_goals VALUES (" MEASURE ", 'no id'), (" MEASURE ", " ANY_ID ")");
  assert_finding (test, "In “measure_goals” something links to a “goal” that is not there.");
  assert_finding (test, "goal: “no id” is not an id.");
  assert_finding (test, ": Measure, Impact goals: “no id” is not an id.");
}

/* An edit goes on after a check, whatever another program has written meanwhile. */
static void
test_after_check (AcademyTest  *test,
                  gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *none = check (test);

  g_assert_cmpstr (none, ==, "");
  g_assert_true (academy_test_set (test, organisation, "note", "Checked", NULL, &error));
  g_assert_no_error (error);

  g_cancellable_cancel (cancellable);
  g_assert_false (academy_store_check (test->store, cancellable, &findings, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (academy_test_set (test, organisation, "note", "Checked again", NULL, &error));
  g_assert_no_error (error);
}

static void
test_slugs (AcademyTest  *test,
            gconstpointer data)
{
  static const char * const bad[] = { "../PWNED", "..", ".", "a/b", "A", "ä", "a b", "", "a\vb" };
  g_autoptr(AcademyItem) first = academy_test_add (test, &academy_organisation_kind, "name_fi=A; slug=one");
  g_autoptr(AcademyItem) second = academy_test_add (test, &academy_organisation_kind, "name_fi=B; slug=two");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (academy_test_set (test, second, "slug", bad[i], NULL, NULL));
  g_assert_false (academy_test_set (test, second, "slug", "one", NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_assert_cmpstr (academy_item_get_text (second, "slug"), ==, "two");
  g_assert_true (academy_test_set (test, second, "slug", "two-b", NULL, NULL));

  g_clear_error (&error);
  g_clear_object (&first);
  g_clear_object (&second);
  spoil_and_open (test, "UPDATE organisation SET slug = 'same' WHERE slug IN ('one', 'two-b')");
  assert_finding (test, "“same” is in use more than once (Short name for files).");
}

static void
test_control_characters (AcademyTest  *test,
                         gconstpointer data)
{
  static const struct { const char *text; const char *kept; } texts[] = {
    { "a\vb", "a b" }, { "a\x1b[31m", "a[31m" }, { "a\tb", "a b" }, { "a\nb", "a b" }, { "a\x7f", "a" },
    { "a\xc2\x85", "a" }, { "a\xef\xbf\xbe", "a" }, { "a\u0308\ufeff", "ä" },
  };
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "title=T");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      academy_test_set (test, measure, "title", texts[i].text, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, texts[i].kept);
    }
  academy_test_set (test, measure, "description", "One\x01\n\tTwo", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (academy_item_get_text (measure, "description"), ==, "One\n\tTwo");

  /* What is in a file already stays as it is until somebody edits it. */
  {
    g_autofree char *id = g_strdup (academy_item_get_id (measure));
    g_autofree char *sql = g_strdup_printf ("UPDATE measure SET title = 'A%sni' WHERE id = '%s'", "\u0308", id);
    g_autoptr(AcademyItem) found = NULL;
    g_autoptr(GPtrArray) ids = NULL;

    g_clear_object (&measure);
    spoil_and_open (test, sql);
    found = academy_store_get (test->store, &academy_measure_kind, id, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (academy_item_get_text (found, "title"), ==, "A\u0308ni");
    ids = academy_store_find (test->store, &academy_measure_kind, &(AcademyQuery) { .text = "ÄNI" }, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (ids->len, ==, 1);
  }
}

static GBytes *
read_changeset (AcademyTest *test,
                const char  *where)
{
  g_autofree char *sql = g_strdup_printf ("SELECT changeset FROM history WHERE %s", where);
  sqlite3_stmt *statement = academy_database_prepare (test->store->database, sql, NULL);
  GBytes *changeset;

  g_assert_cmpint (academy_database_step (test->store->database, statement, NULL), ==, ACADEMY_STEP_ROW);
  changeset = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  return changeset;
}

/* An edit of many kinds of rows: added, changed and deleted, with links. */
static GBytes *
make_changeset (AcademyTest *test)
{
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=G");
  g_autoptr(AcademyItem) first = academy_test_add (test, &academy_measure_kind, "title=One; start=2022-01-03");
  g_autoptr(AcademyItem) second = academy_test_add (test, &academy_measure_kind, "title=Two; cost=1000");
  g_autoptr(AcademyItem) dependency = academy_item_new (&academy_dependency_kind, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Change measure");
  const AcademyField *links = academy_kind_find_field (&academy_measure_kind, "goals");
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_object_set (dependency, "organisation", academy_item_get_owner (first), "predecessor", academy_item_get_id (first),
                "successor", academy_item_get_id (second), NULL);
  g_assert_true (academy_test_set (test, first, "goals", academy_item_get_id (goal), NULL, &error));
  academy_value_init (links, &value);
  g_assert_true (academy_value_set_from_text (links, academy_item_get_id (goal), &value, NULL));
  academy_edit_set (edit, second, links, &value);
  academy_edit_create (edit, dependency);
  academy_edit_delete (edit, goal);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);

  return read_changeset (test, "seq = (SELECT max (seq) FROM history)");
}

/* SQLite is given what is found whole, and nothing else: it may refuse it, but
 * comes back. */
static gboolean
give_to_sqlite (GBytes *changeset)
{
  sqlite3_changeset_iter *iterator;
  gpointer data = NULL;
  int size = 0;

  if (!academy_changeset_is_whole (changeset))
    return FALSE;

  if (sqlite3changeset_invert (g_bytes_get_size (changeset), g_bytes_get_data (changeset, NULL), &size, &data) == SQLITE_OK)
    sqlite3_free (data);
  if (sqlite3changeset_start (&iterator, g_bytes_get_size (changeset), (gpointer) g_bytes_get_data (changeset, NULL)) == SQLITE_OK)
    {
      while (sqlite3changeset_next (iterator) == SQLITE_ROW)
        ;
      sqlite3changeset_finalize (iterator);
    }

  return TRUE;
}

static void
test_changesets (AcademyTest  *test,
                 gconstpointer data)
{
  g_autoptr(GBytes) changeset = make_changeset (test);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (changeset, &size);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autofree guint8 *mutated = g_malloc (size);
  guint n_whole = 0;

  g_assert_true (give_to_sqlite (changeset));
  for (gsize length = 1; length < size; length++)
    {
      g_autoptr(GBytes) cut = g_bytes_new (bytes, length);

      give_to_sqlite (cut);
    }

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr(GBytes) input = NULL;

      memcpy (mutated, bytes, size);
      for (int j = g_rand_int_range (random, 0, 4); j >= 0; j--)
        {
          guint8 *byte = &mutated[g_rand_int_range (random, 0, size)];

          *byte = g_rand_boolean (random) ? *byte ^ 1 << g_rand_int_range (random, 0, 8) : g_rand_int_range (random, 0, 256);
        }
      input = g_bytes_new_static (mutated, size);
      n_whole += give_to_sqlite (input);
    }
  g_test_message ("%u of %u are whole", n_whole, N_MUTATIONS);
  g_assert_cmpuint (n_whole, >, N_MUTATIONS / 100);
  g_assert_cmpuint (n_whole, <, N_MUTATIONS);
}

/* Changesets that are no step of ours, in hexadecimal. */
static const char * const damaged[] = {
  "54",
  "5401",
  "54020100657874726100120003016b030176",                 /* another table */
  "54020100706572736f6e00120003016b030176",               /* what is not kept in the history */
  "548f010100",                                           /* too many columns */
  "5403010000676f616c00120003016b0301760301",             /* a value that is cut */
  "5402010067",                                           /* a name without an end */
  "54020100676f616c00ff0003016b030176",                   /* an unknown operation */
  "54020100676f616c00120005030176",                       /* a key that is empty */
  "54020100676f616c001200030180030176",                   /* a key that is no text */
  "54020001676f616c00120003016b030176",                   /* another key */
  "120003016b030176",                                     /* no table at all */
  "50020100676f616c00120003016b030176",                   /* a patchset */
};

static void
test_damaged_history (AcademyTest  *test,
                      gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("DELETE FROM history; INSERT INTO history (seq, at, author, label, action, personal, changeset) "
                         "VALUES (7, '2026-01-01T00:00:00Z', 'x', 'Add measure', 'edit', 0, x'%s')", damaged[i]);
      g_autoptr(GError) error = NULL;

      spoil_and_open (test, sql);
      g_assert_nonnull (academy_store_get_undo_label (test->store));
      g_assert_false (academy_store_undo (test->store, &error));
      g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED);
      assert_finding (test, "Step 7 of the history: its record is damaged.");
    }
}

static void
test_foreign_history (AcademyTest  *test,
                      gconstpointer data)
{
  spoil_and_open (test,
                  "DELETE FROM history; INSERT INTO history (seq, at, author, label, action, target, personal, changeset) "
                  "VALUES (1, '2026-01-02T00:00:00Z', 'x', 'A', 'edit', NULL, 0, x''), "
                  "(2, '2026-01-01T00:00:00Z', 'x', 'B', 'edit', NULL, 0, x''), "
                  "(3, 'soon', 'x', 'C', 'edit', NULL, 0, x''), "
                  "(4, '2026-01-04T00:00:00Z', NULL, NULL, 'undo', 9, 0, NULL)");
  assert_finding (test, "Step 2 of the history has no time after that of the step before it.");
  assert_finding (test, "Step 3 of the history has no time after that of the step before it.");
  assert_finding (test, "Step 4 of the history undoes or redoes a step that is not before it.");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "C");
}

static const struct {
  const char *path;
  void      (*run) (AcademyTest *, gconstpointer);
} cases[] = {
  { "/hostile/not-foreign", test_not_foreign },
  { "/hostile/no-file", test_no_file },
  { "/hostile/endless", test_endless },
  { "/hostile/long-text", test_long_text },
  { "/hostile/unreadable", test_unreadable },
  { "/hostile/missing", test_missing },
  { "/hostile/no-owner", test_no_owner },
  { "/hostile/bad-value", test_bad_value },
  { "/hostile/baseline-twice", test_baseline_twice },
  { "/hostile/two-kinds", test_two_kinds },
  { "/hostile/links", test_links },
  { "/hostile/after-check", test_after_check },
  { "/hostile/slugs", test_slugs },
  { "/hostile/control-characters", test_control_characters },
  { "/hostile/changesets", test_changesets },
  { "/hostile/damaged-history", test_damaged_history },
  { "/hostile/foreign-history", test_foreign_history },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/foreign/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_foreign);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, AcademyTest, NULL, set_up, cases[i].run, academy_test_tear_down);

  return g_test_run ();
}
