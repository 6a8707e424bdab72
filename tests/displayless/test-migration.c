/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-test.h"

/* A file of version 1, opened and brought up to date. */
static void
set_up (AcademyTest   *test,
        gconstpointer  data)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "version-1.sql", NULL);
  g_autofree char *sql = NULL;
  g_autofree char *uri = NULL;
  g_autoptr(AcademyDatabase) database = NULL;
  g_autoptr(GError) error = NULL;

  test->folder = g_dir_make_tmp ("academy-XXXXXX", NULL);
  test->path = g_build_filename (test->folder, "test.academy", NULL);
  uri = g_filename_to_uri (test->path, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (script, &sql, NULL, &error);
  g_assert_no_error (error);

  database = academy_database_open (uri, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  academy_database_execute (database, sql, &error);
  g_assert_no_error (error);
  academy_database_close (database, &error);
  g_assert_no_error (error);

  test->store = academy_store_open (test->path, &error);
  g_assert_no_error (error);
}

/* What was done before can be undone after, although its rows were shorter then. */
static void
test_undo (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = academy_store_get_first (test->store, &academy_measure_kind, NULL, NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) pilot = academy_test_create (test, &academy_pilot_kind, academy_item_get_id (organisation),
                                                      "title", "Pilot");

  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Mitataan hävikki");
  g_assert_true (academy_test_set (test, measure, "pilot", academy_item_get_id (pilot), NULL, NULL));
  academy_test_undo (test);
  academy_test_undo (test);
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Change measure");
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Mitataan");
  academy_test_undo (test);
  g_assert_null (academy_item_get_text (measure, "category"));
  academy_test_redo (test);
  g_assert_cmpstr (academy_item_get_text (measure, "category"), ==, "measuring");
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
  g_autoptr(AcademyItem) pilot = academy_test_create (test, &academy_pilot_kind, academy_item_get_id (organisation),
                                                      "title", "Pilot");
  guint64 fields = 0;

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/migration/undo", AcademyTest, NULL, set_up, test_undo, academy_test_tear_down);
  g_test_add ("/migration/news", AcademyTest, NULL, set_up, test_news, academy_test_tear_down);

  return g_test_run ();
}
