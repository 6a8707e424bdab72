/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-check.h"
#include "academy-error.h"
#include "academy-id.h"
#include "academy-kinds.h"
#include "academy-schema.h"
#include "academy-store-private.h"
#include "academy-test.h"
#include "academy-thin.h"

#define NEWEST "SELECT id, at FROM history ORDER BY seq DESC LIMIT 1"

static void
run (AcademyTest *test,
     const char  *sql)
{
  g_autoptr(GError) error = NULL;

  academy_database_execute (test->store->database, sql, &error);
  g_assert_no_error (error);
}

static void
assert_query (AcademyTest *test,
              const char  *sql,
              const char  *expected)
{
  g_autofree char *found = academy_test_query (test, sql);

  g_assert_cmpstr (found, ==, expected);
}

/* The newest schema version is that of the newest field, kind or table. */
static void
test_version (void)
{
  int newest = 0;

  for (const AcademySchemaTable *table = academy_schema_tables; table->name != NULL; table++)
    newest = MAX (newest, table->since);
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      newest = MAX (newest, (*kind)->since);
      ACADEMY_KIND_FOREACH_FIELD (*kind, field)
        newest = MAX (newest, MAX (field->since, field->widened));
    }

  g_assert_cmpint (ACADEMY_SCHEMA_VERSION, ==, newest);
}

/* A new file has one entry, and the mark that no log has written yet. */
static void
test_base (AcademyTest   *test,
           gconstpointer  data)
{
  g_autofree char *id = academy_test_query (test, "SELECT id FROM history");
  AcademyTest other = { 0 };
  g_autofree char *other_id = NULL;

  academy_test_set_up (&other, NULL);
  other_id = academy_test_query (&other, "SELECT id FROM history");
  academy_test_tear_down (&other, NULL);

  g_assert_cmpuint (strlen (id), ==, 37);
  g_assert_cmpstr (id, !=, other_id);
  assert_query (test, "SELECT label, action, target, personal, hex (changeset) FROM history",
                "New programme|base|NULL|0|\n");
  assert_query (test, "SELECT * FROM log_mark", "1||\n");
  g_assert_null (academy_store_get_undo_label (test->store));
}

/* The clock of whoever wrote the newest entry was ahead, so that here all edits
 * are earlier and within one microsecond. */
static void
test_clock_set_back (AcademyTest   *test,
                     gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  run (test, "UPDATE history SET at = '2199-12-31T23:59:59.999998Z'");
  g_assert_true (academy_test_set (test, organisation, "contact_point", "One", NULL, NULL));
  g_assert_true (academy_test_set (test, organisation, "contact_point", "Two", NULL, NULL));
  academy_test_undo (test);
  academy_test_redo (test);
  assert_query (test, "SELECT at FROM history ORDER BY seq",
                "2199-12-31T23:59:59.999998Z\n2199-12-31T23:59:59.999999Z\n2200-01-01T00:00:00.000000Z\n"
                "2200-01-01T00:00:00.000001Z\n2200-01-01T00:00:00.000002Z\n");
}

/* After the last of times there is none; the edit is refused and not lost. */
static void
test_no_time (AcademyTest   *test,
              gconstpointer  times)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autofree char *sql = g_strdup_printf ("UPDATE history SET at = '%s'", (const char *) times);
  g_autoptr(GError) error = NULL;

  run (test, sql);
  g_assert_false (academy_test_set (test, organisation, "contact_point", "One", NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED);
  assert_query (test, "SELECT count (*) FROM history", "1\n");
}

/* One id means one content for ever. */
static void
test_extended (AcademyTest   *test,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_auto(GStrv) before = NULL;
  g_auto(GStrv) after = NULL;

  g_assert_true (academy_test_set (test, organisation, "contact_point", "On", "go", NULL));
  first = academy_test_query (test, NEWEST);
  g_assert_true (academy_test_set (test, organisation, "contact_point", "One", "go", NULL));
  second = academy_test_query (test, NEWEST);
  assert_query (test, "SELECT count (*) FROM history", "2\n");

  before = g_strsplit (first, "|", 2);
  after = g_strsplit (second, "|", 2);
  g_assert_cmpstr (before[0], !=, after[0]);
  g_assert_cmpstr (before[1], <, after[1]);
}

/* Thinned entries keep their ids and times; only newer ones can be undone, also
 * after the file was opened again. */
static void
test_thinned (AcademyTest   *test,
              gconstpointer  data)
{
  static const char * const texts[] = { "One", "Two", "Three", "Four" };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GDateTime) before = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autofree char *entries = NULL;
  g_autoptr(GError) error = NULL;
  gint64 count;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (i == 2)
        {
          g_usleep (1000);
          before = g_date_time_new_now_utc ();
          g_usleep (1000);
        }
      g_assert_true (academy_test_set (test, organisation, "contact_point", texts[i], NULL, NULL));
    }
  /* An undo of an entry that will have gone. */
  for (guint i = 0; i < 3; i++)
    academy_test_undo (test);
  for (guint i = 0; i < 3; i++)
    academy_test_redo (test);
  entries = academy_test_query (test, "SELECT id, at FROM history ORDER BY seq");

  g_assert_true (academy_store_count_history (test->store, before, &count, NULL));
  g_assert_cmpint (count, ==, 2);
  g_assert_true (academy_store_thin_history (test->store, before, &error));
  g_assert_no_error (error);
  assert_query (test, "SELECT id, at FROM history ORDER BY seq", entries);
  assert_query (test, "SELECT action, author, label, length (changeset) FROM history WHERE seq IN (2, 3) ORDER BY seq",
                "base|||0\nbase|||0\n");
  g_assert_true (academy_store_count_history (test->store, before, &count, NULL));
  g_assert_cmpint (count, ==, 0);
  g_assert_true (academy_store_check (test->store, NULL, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);

  g_clear_object (&organisation);
  academy_test_reopen (test);
  organisation = academy_test_organisation (test);
  academy_test_undo (test);
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (organisation, "contact_point"), ==, "Two");
  g_assert_null (academy_store_get_undo_label (test->store));
  academy_test_redo (test);
  g_assert_cmpstr (academy_item_get_text (organisation, "contact_point"), ==, "Three");
}

/* What others did, and was taken in, is no step of ours. */
static void
test_of_others (AcademyTest   *test,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  g_assert_true (academy_test_set (test, organisation, "contact_point", "One", NULL, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("INSERT INTO history (id, at, author, label, action, personal, changeset) "
                         "SELECT '%u', at || '%u', 'other', 'Theirs', '%s', 0, changeset "
                         "FROM history WHERE action = 'edit'",
                         i, i, i == 0 ? "merge" : "taken");

      run (test, sql);
    }
  g_clear_object (&organisation);
  academy_test_reopen (test);
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Change organisation");
  run (test, "UPDATE history SET at = substr (at, 1, 26) || 'Z' WHERE author = 'other'");
  academy_test_undo (test);
  g_assert_null (academy_store_get_undo_label (test->store));
}

static char *
get_changed (AcademyTest *test)
{
  return academy_test_query (test, "SELECT changed FROM person");
}

/* The file knows when a person was changed last, an undo being a change too, and
 * who was erased. */
static void
test_people (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) person = academy_test_create (test, &academy_person_kind, academy_item_get_id (programme),
                                                       "name", "A");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_person_kind.remove);
  g_autofree char *created = get_changed (test);
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *erased = g_strconcat (academy_item_get_id (person), "\n", NULL);

  g_assert_cmpuint (strlen (created), ==, strlen ("2026-11-25T19:02:12.454242Z\n"));
  g_assert_cmpuint (strlen (academy_item_get_text (person, "changed")), ==, strlen (created) - 1);
  g_assert_true (academy_test_set (test, person, "name", "B", NULL, NULL));
  changed = get_changed (test);
  g_assert_cmpstr (created, <, changed);
  academy_test_undo (test);
  undone = get_changed (test);
  g_assert_cmpstr (changed, <, undone);
  assert_query (test, "SELECT count (*) FROM erased", "0\n");

  academy_edit_delete (edit, person);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  assert_query (test, "SELECT id FROM erased", erased);
  academy_test_undo (test);
  assert_query (test, "SELECT count (*) FROM erased", "0\n");
  academy_test_redo (test);
  assert_query (test, "SELECT id FROM erased", erased);
  academy_test_undo (test);

  /* Back to the beginning, although times of change are other ones by now. */
  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 0);
  assert_query (test, "SELECT id FROM erased", erased);
  academy_test_redo (test);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 1);
  assert_query (test, "SELECT count (*) FROM erased", "0\n");
}

/* People who go with what they are a part of are erased, too. */
static void
test_people_of_programme (AcademyTest   *test,
                          gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) person = academy_test_create (test, &academy_person_kind, academy_item_get_id (programme),
                                                       "name", "A");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_programme_kind.remove);

  academy_edit_delete (edit, programme);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  assert_query (test, "SELECT count (*) FROM erased", "1\n");
  academy_test_undo (test);
  assert_query (test, "SELECT count (*) FROM erased", "0\n");
}

/* What somebody else wrote about a person meanwhile is not undone. */
static void
test_people_of_others (AcademyTest   *test,
                       gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) person = academy_test_create (test, &academy_person_kind, academy_item_get_id (programme),
                                                       "name", "A");
  g_autoptr(GError) error = NULL;

  run (test, "UPDATE person SET phone = '1'");
  g_assert_false (academy_store_undo (test->store, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_CONFLICT);
  assert_query (test, "SELECT name, phone FROM person", "A|1\n");
}

/* Templates give what there is one of the id that everybody gives it. */
static void
test_single (gconstpointer template)
{
  AcademyTest test = { 0 };
  guint n_found = 0;

  academy_test_set_up_template (&test, template, "en");
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) items = NULL;

      if (((*kind)->flags & ACADEMY_KIND_SINGLE) == 0)
        continue;

      items = academy_store_get_all (test.store, *kind, NULL, NULL);
      for (guint i = 0; i < items->len; i++, n_found++)
        {
          AcademyItem *item = g_ptr_array_index (items, i);
          g_autofree char *id = academy_id_derive (academy_item_get_owner (item), (*kind)->name);

          g_assert_cmpstr (academy_item_get_id (item), ==, id);
          g_assert_cmpint (id[14], ==, '8');
          g_assert_nonnull (strchr ("89ab", id[19]));
        }
    }
  g_assert_true (n_found > 0 || g_str_equal (template, "empty"));
  assert_query (&test, "SELECT count (*) FROM person WHERE changed IS NULL", "0\n");
  academy_test_tear_down (&test, NULL);
}

/* An id that is derived stays the same in every version. */
static void
test_derived (void)
{
  g_autofree char *id = academy_id_derive ("5452b9c5-b690-4dcd-8eef-cdf6c5e171a0", "plan");
  g_autofree char *other = academy_id_derive ("5452b9c5-b690-4dcd-8eef-cdf6c5e171a0p", "lan");

  g_assert_cmpstr (id, ==, "e8669a59-0041-83b6-af3c-0f1bbc3eba92");
  g_assert_cmpstr (id, !=, other);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*run) (AcademyTest *, gconstpointer);
    const char *data;
  } cases[] = {
    { "/history/base", test_base },
    { "/history/clock-set-back", test_clock_set_back },
    { "/history/no-time-after", test_no_time, "9999-12-31T23:59:59.999999Z" },
    { "/history/no-time", test_no_time, "yesterday" },
    { "/history/extended", test_extended },
    { "/history/of-others", test_of_others },
    { "/history/thinned", test_thinned },
    { "/history/people", test_people },
    { "/history/people-of-programme", test_people_of_programme },
    { "/history/people-of-others", test_people_of_others },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/version", test_version);
  g_test_add_func ("/history/derived", test_derived);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, AcademyTest, cases[i].data, academy_test_set_up, cases[i].run, academy_test_tear_down);
  g_test_add_data_func ("/history/single/2021", "2021", test_single);
  g_test_add_data_func ("/history/single/example", "example", test_single);
  g_test_add_data_func ("/history/single/empty", "empty", test_single);

  return g_test_run ();
}
