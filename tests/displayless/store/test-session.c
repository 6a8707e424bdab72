/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

/* What SQLite's session extension does that one would not expect, and that the
 * store is built around. A version of SQLite that does otherwise fails here, so
 * that somebody looks at the store again. */

#define PARTS \
  "PRAGMA foreign_keys = ON; " \
  "CREATE TABLE whole (id TEXT PRIMARY KEY NOT NULL) STRICT; " \
  "CREATE TABLE part (id TEXT PRIMARY KEY NOT NULL, whole TEXT NOT NULL REFERENCES whole (id) " \
  "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) STRICT; " \
  "INSERT INTO whole VALUES ('w'); INSERT INTO part VALUES ('p', 'w')"

typedef struct {
  gpointer data;
  int      size;
} Changeset;

static void
changeset_clear (Changeset *changeset)
{
  g_clear_pointer (&changeset->data, sqlite3_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Changeset, changeset_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

static void
run (sqlite3    *database,
     const char *sql)
{
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static sqlite3 *
open_database (const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  run (database, sql);
  return database;
}

static char *
get_text (sqlite3    *database,
          const char *sql)
{
  sqlite3_stmt *statement;
  char *text = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return text;
}

static Changeset
record (sqlite3    *database,
        const char *sql)
{
  sqlite3_session *session;
  Changeset changeset;

  g_assert_cmpint (sqlite3session_create (database, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  run (database, sql);
  g_assert_cmpint (sqlite3session_changeset (session, &changeset.size, &changeset.data), ==, SQLITE_OK);
  sqlite3session_delete (session);

  return changeset;
}

typedef struct {
  int answer;
  int asked;
  guint n_asked;
} Conflicts;

static int
conflict_cb (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *iterator)
{
  Conflicts *conflicts = data;

  conflicts->asked = conflict;
  conflicts->n_asked++;
  return conflicts->answer;
}

static int
apply (sqlite3   *database,
       Changeset *changeset,
       Conflicts *conflicts,
       int        flags)
{
  return sqlite3changeset_apply_v2 (database, changeset->size, changeset->data, NULL, conflict_cb, conflicts,
                                    NULL, NULL, flags);
}

/* Deletions by cascade are recorded, the owner first; they can be applied again
 * only when the keys do not act by themselves. */
static void
test_cascade (void)
{
  g_autoptr(sqlite3) database = open_database (PARTS);
  g_autoptr(sqlite3) plain = open_database (PARTS);
  g_autoptr(sqlite3) without_action = open_database (PARTS);
  g_auto(Changeset) changeset = record (database, "DELETE FROM whole");
  Conflicts conflicts = { SQLITE_CHANGESET_OMIT };
  sqlite3_changeset_iter *iterator;
  const char *table;
  int n_columns, operation, indirect;

  g_assert_cmpint (sqlite3changeset_start (&iterator, changeset.size, changeset.data), ==, SQLITE_OK);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (sqlite3changeset_next (iterator), ==, SQLITE_ROW);
      sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);
      g_assert_cmpstr (table, ==, i == 0 ? "whole" : "part");
      g_assert_cmpint (operation, ==, SQLITE_DELETE);
      g_assert_cmpint (indirect, ==, i);
    }
  g_assert_cmpint (sqlite3changeset_next (iterator), ==, SQLITE_DONE);
  sqlite3changeset_finalize (iterator);

  g_assert_cmpint (apply (plain, &changeset, &conflicts, 0), ==, SQLITE_OK);
  g_assert_cmpuint (conflicts.n_asked, ==, 1);
  g_assert_cmpint (conflicts.asked, ==, SQLITE_CHANGESET_NOTFOUND);

  conflicts.n_asked = 0;
  g_assert_cmpint (apply (without_action, &changeset, &conflicts, SQLITE_CHANGESETAPPLY_FKNOACTION), ==, SQLITE_OK);
  g_assert_cmpuint (conflicts.n_asked, ==, 0);
}

/* A broken key that is let pass stays in the file without a word. */
static void
test_orphans (void)
{
  g_autoptr(sqlite3) database = open_database (PARTS);
  g_autoptr(sqlite3) other = open_database (PARTS "; INSERT INTO part VALUES ('q', 'w')");
  g_auto(Changeset) changeset = record (database, "DELETE FROM part; DELETE FROM whole");
  Conflicts conflicts = { SQLITE_CHANGESET_OMIT };
  g_autofree char *orphan = NULL;
  g_autofree char *kept = NULL;

  run (other, "BEGIN");
  g_assert_cmpint (apply (other, &changeset, &conflicts, SQLITE_CHANGESETAPPLY_FKNOACTION), ==, SQLITE_OK);
  g_assert_cmpint (conflicts.asked, ==, SQLITE_CHANGESET_FOREIGN_KEY);
  run (other, "COMMIT");
  orphan = get_text (other, "SELECT \"table\" FROM pragma_foreign_key_check");
  g_assert_cmpstr (orphan, ==, "part");

  /* Refused it leaves all as it was. */
  run (other, "INSERT INTO whole VALUES ('w'); INSERT INTO part VALUES ('p', 'w')");
  conflicts.answer = SQLITE_CHANGESET_ABORT;
  g_assert_cmpint (apply (other, &changeset, &conflicts, SQLITE_CHANGESETAPPLY_FKNOACTION), ==, SQLITE_CONSTRAINT);
  kept = get_text (other, "SELECT count (*) FROM whole, part");
  g_assert_cmpstr (kept, ==, "2");
}

/* Changes are recorded by the place of a column and not by its name. */
static void
test_columns (void)
{
  g_autoptr(sqlite3) database = open_database ("CREATE TABLE t (id TEXT PRIMARY KEY, a TEXT, b TEXT); "
                                               "INSERT INTO t VALUES ('x', 'old', 'old')");
  g_autoptr(sqlite3) more = open_database ("CREATE TABLE t (id TEXT PRIMARY KEY, a TEXT, b TEXT, c TEXT); "
                                           "INSERT INTO t VALUES ('x', 'old', 'old', 'old')");
  g_autoptr(sqlite3) fewer = open_database ("CREATE TABLE t (id TEXT PRIMARY KEY, a TEXT); "
                                            "INSERT INTO t VALUES ('x', 'old')");
  g_autoptr(sqlite3) turned = open_database ("CREATE TABLE t (id TEXT PRIMARY KEY, b TEXT, a TEXT); "
                                             "INSERT INTO t VALUES ('x', 'old', 'old')");
  g_auto(Changeset) changeset = record (database, "UPDATE t SET a = 'new'");
  Conflicts conflicts = { SQLITE_CHANGESET_ABORT };
  g_autofree char *in_more = NULL;
  g_autofree char *in_fewer = NULL;
  g_autofree char *in_turned = NULL;

  g_assert_cmpint (apply (more, &changeset, &conflicts, 0), ==, SQLITE_OK);
  in_more = get_text (more, "SELECT a || b || c FROM t");
  g_assert_cmpstr (in_more, ==, "newoldold");

  g_assert_cmpint (apply (fewer, &changeset, &conflicts, 0), ==, SQLITE_OK);
  in_fewer = get_text (fewer, "SELECT a FROM t");
  g_assert_cmpstr (in_fewer, ==, "old");

  g_assert_cmpint (apply (turned, &changeset, &conflicts, 0), ==, SQLITE_OK);
  in_turned = get_text (turned, "SELECT a || b FROM t");
  g_assert_cmpstr (in_turned, ==, "oldnew");
  g_assert_cmpuint (conflicts.n_asked, ==, 0);
}

static int
add_up (sqlite3   *database,
        Changeset *first,
        Changeset *second)
{
  sqlite3_changegroup *group;
  int code;

  g_assert_cmpint (sqlite3changegroup_new (&group), ==, SQLITE_OK);
  if (database != NULL)
    g_assert_cmpint (sqlite3changegroup_schema (group, database, "main"), ==, SQLITE_OK);
  code = sqlite3changegroup_add (group, first->size, first->data);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, second->size, second->data);
  sqlite3changegroup_delete (group);

  return code;
}

/* Changes from before and after a new column add up only by its table. */
static void
test_new_column (void)
{
  g_autoptr(sqlite3) database = open_database ("CREATE TABLE t (id TEXT PRIMARY KEY, a TEXT); "
                                               "INSERT INTO t VALUES ('x', '1')");
  g_auto(Changeset) before = record (database, "UPDATE t SET a = '2'");
  g_auto(Changeset) after = { NULL };

  run (database, "ALTER TABLE t ADD COLUMN b TEXT");
  after = record (database, "UPDATE t SET b = '3'");

  g_assert_cmpint (add_up (NULL, &before, &after), ==, SQLITE_SCHEMA);
  g_assert_cmpint (add_up (database, &before, &after), ==, SQLITE_OK);
}

/* A changeset that ends within the head of a table is read for ever. */
static void
test_cut_short (void)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      sqlite3_changeset_iter *iterator;

      alarm (1);
      sqlite3changeset_start (&iterator, 1, (gpointer) "T");
      sqlite3changeset_next (iterator);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGALRM);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/cascade", test_cascade);
  g_test_add_func ("/session/orphans", test_orphans);
  g_test_add_func ("/session/columns", test_columns);
  g_test_add_func ("/session/new-column", test_new_column);
  g_test_add_func ("/session/cut-short", test_cut_short);

  return g_test_run ();
}
