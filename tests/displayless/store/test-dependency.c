/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-check.h"
#include "academy-dependency.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-test.h"

#define N_IN_A_ROW 10000

static AcademyItem *
create_dependency (const char *organisation,
                   const char *predecessor,
                   const char *successor)
{
  AcademyItem *dependency = academy_item_new (&academy_dependency_kind, NULL);

  g_object_set (dependency, "organisation", organisation, "predecessor", predecessor, "successor", successor, NULL);
  return dependency;
}

static gboolean
add_dependency (AcademyTest  *test,
                AcademyItem  *predecessor,
                AcademyItem  *successor,
                GError      **error)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_dependency_kind.add);
  g_autoptr(AcademyItem) dependency = create_dependency (academy_item_get_owner (predecessor),
                                                         academy_item_get_id (predecessor),
                                                         academy_item_get_id (successor));

  academy_edit_create (edit, dependency);
  return academy_store_apply (test->store, edit, error);
}

/* Measures called A, B, C … of the first organisation. */
typedef struct {
  AcademyItem *items[6];
} Measures;

static void
measures_clear (Measures *measures)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures->items); i++)
    g_clear_object (&measures->items[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Measures, measures_clear)

static void
create_measures (AcademyTest *test,
                 Measures    *measures)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  for (guint i = 0; i < G_N_ELEMENTS (measures->items); i++)
    {
      const char title[] = { 'A' + i, '\0' };

      measures->items[i] = academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation),
                                                "title", title);
    }
}

static AcademyItem *
get (Measures *measures,
     char      title)
{
  return measures->items[title - 'A'];
}

/* Each row is done after those above it: the second waits for the first. */
static const struct {
  const char *pair;
  const char *refusal;
} rows[] = {
  { "AB", NULL },
  { "BC", NULL },
  { "AC", NULL },
  { "AA", "“A” cannot wait for itself." },
  { "AB", "“B” already waits for “A”." },
  { "BA", "“B” already waits for “A”, so “A” cannot wait for “B”." },
  { "CA", "“C” already waits for “A”, so “A” cannot wait for “C”." },
  { "CD", NULL },
  { "DB", "“D” already waits for “B”, so “B” cannot wait for “D”." },
  { "ED", NULL },
  { "FE", NULL },
  { "DF", "“D” already waits for “F”, so “F” cannot wait for “D”." },
  { "FA", NULL },
};

static void
test_rules (AcademyTest   *test,
            gconstpointer  data)
{
  g_auto(Measures) measures = { NULL };

  create_measures (test, &measures);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 before = academy_test_count (test, &academy_dependency_kind);
      g_autoptr(GError) error = NULL;
      gboolean added = add_dependency (test, get (&measures, rows[i].pair[0]), get (&measures, rows[i].pair[1]),
                                       &error);

      g_test_message ("%s", rows[i].pair);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, rows[i].refusal);
      g_assert_cmpint (added, ==, rows[i].refusal == NULL);
      if (error != NULL)
        g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
      g_assert_cmpint (academy_test_count (test, &academy_dependency_kind), ==, before + added);
    }
}

static void
test_other_organisation (AcademyTest   *test,
                         gconstpointer  data)
{
  g_autoptr(GPtrArray) organisations = academy_store_get_all (test->store, &academy_organisation_kind, NULL, NULL);
  g_autoptr(AcademyItem) here = academy_test_create (test, &academy_measure_kind,
                                                     academy_item_get_id (g_ptr_array_index (organisations, 0)),
                                                     "title", "Here");
  g_autoptr(AcademyItem) there = academy_test_create (test, &academy_measure_kind,
                                                      academy_item_get_id (g_ptr_array_index (organisations, 1)),
                                                      "title", "There");
  g_autoptr(GError) error = NULL;

  g_assert_false (add_dependency (test, here, there, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "“There” cannot wait for “Here”: both must be measures of the same organisation.");
}

/* What an edit changes is judged as it is afterwards, whatever the order. */
static void
test_edits (AcademyTest   *test,
            gconstpointer  data)
{
  g_auto(Measures) measures = { NULL };
  g_autoptr(AcademyEdit) round = academy_edit_new (academy_dependency_kind.add);
  g_autoptr(AcademyEdit) replace = academy_edit_new (academy_dependency_kind.add);
  g_autoptr(AcademyItem) forth = NULL;
  g_autoptr(AcademyItem) back = NULL;
  g_autoptr(AcademyItem) dependency = NULL;
  g_autoptr(AcademyItem) turned = NULL;
  g_autoptr(GError) error = NULL;
  const char *organisation;

  create_measures (test, &measures);
  organisation = academy_item_get_owner (measures.items[0]);

  forth = create_dependency (organisation, academy_item_get_id (get (&measures, 'A')), academy_item_get_id (get (&measures, 'B')));
  back = create_dependency (organisation, academy_item_get_id (get (&measures, 'B')), academy_item_get_id (get (&measures, 'A')));
  academy_edit_create (round, forth);
  academy_edit_create (round, back);
  g_assert_false (academy_store_apply (test->store, round, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (add_dependency (test, get (&measures, 'A'), get (&measures, 'B'), NULL));
  g_assert_true (add_dependency (test, get (&measures, 'B'), get (&measures, 'C'), NULL));
  dependency = academy_store_get_first (test->store, &academy_dependency_kind, organisation, NULL);
  g_assert_false (academy_test_set (test, dependency, "successor", academy_item_get_text (dependency, "predecessor"),
                                    NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_assert_true (academy_test_set (test, dependency, "lag", "5", NULL, NULL));

  /* To turn a dependency round is to delete it and to make another. */
  turned = create_dependency (organisation, academy_item_get_text (dependency, "successor"),
                              academy_item_get_text (dependency, "predecessor"));
  academy_edit_create (replace, turned);
  academy_edit_delete (replace, dependency);
  g_assert_true (academy_store_apply (test->store, replace, NULL));
  academy_test_undo (test);
  academy_test_redo (test);
  g_assert_cmpint (academy_test_count (test, &academy_dependency_kind), ==, 2);
}

/* The same faults are found in a file that something else wrote. */
static void
test_check (AcademyTest   *test,
            gconstpointer  data)
{
  static const char * const findings[] = {
    "“A” cannot wait for itself.",
    "“B” already waits for “A”.",
    "“A” already waits for “B”, so “B” cannot wait for “A”.",
    "“C” cannot wait for “B”: both must be measures of the same organisation.",
  };
  g_auto(Measures) measures = { NULL };
  g_autoptr(GPtrArray) found = NULL;

  create_measures (test, &measures);
  for (guint i = 0; i < 5; i++)
    {
      static const char pairs[][2] = { "AA", "AB", "AB", "BA", "BC" };
      g_autofree char *id = g_uuid_string_random ();
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO dependency (id, organisation, predecessor, successor, lag) VALUES ('%s', '%s', '%s', '%s', 0)", id,
        academy_item_get_owner (measures.items[0]), academy_item_get_id (get (&measures, pairs[i][0])),
        academy_item_get_id (get (&measures, pairs[i][1])));

      g_assert_true (academy_database_execute (test->store->database, sql, NULL));
    }
  g_assert_true (academy_database_execute (
    test->store->database,
    "UPDATE measure SET organisation = (SELECT max(id) FROM organisation WHERE id <> measure.organisation) "
    "WHERE title = 'C'", NULL));

  g_assert_true (academy_store_check (test->store, NULL, &found, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_test_message ("%s", findings[i]);
      g_assert_true (g_ptr_array_find_with_equal_func (found, findings[i], g_str_equal, NULL));
    }
}

static char *
follow (AcademyTest *test,
        Measures    *measures,
        const char  *titles)
{
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;
  g_autoptr(GPtrArray) followers = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; titles[i] != '\0'; i++)
    g_strv_builder_add (builder, academy_item_get_id (get (measures, titles[i])));
  ids = g_strv_builder_end (builder);
  followers = academy_dependency_get_followers (test->store, (const char * const *) ids, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < followers->len; i++)
    {
      g_autoptr(AcademyItem) measure = academy_store_get (test->store, &academy_measure_kind,
                                                          g_ptr_array_index (followers, i), NULL);

      g_string_append (found, academy_item_get_text (measure, "title"));
    }

  return g_string_free_and_steal (g_steal_pointer (&found));
}

static void
test_followers (AcademyTest   *test,
                gconstpointer  data)
{
  static const char pairs[][2] = { "AC", "AB", "BD", "CD", "DE", "FE" };
  static const struct {
    const char *done;
    const char *given;
    const char *followers;
  } cases[] = {
    { NULL, "A", "BCDE" },
    { NULL, "C", "DE" },
    { NULL, "E", "" },
    { NULL, "AD", "BCE" },
    { NULL, "FB", "DE" },
    { "B", "A", "CDE" },
    { "D", "A", "BC" },
  };
  g_auto(Measures) measures = { NULL };

  create_measures (test, &measures);
  g_assert_true (academy_test_set (test, get (&measures, 'B'), "start", "2022-01-10", NULL, NULL));
  g_assert_true (academy_test_set (test, get (&measures, 'C'), "start", "2022-01-17", NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_true (add_dependency (test, get (&measures, pairs[i][0]), get (&measures, pairs[i][1]), NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *followers = NULL;

      if (cases[i].done != NULL)
        g_assert_true (academy_test_set (test, get (&measures, *cases[i].done), "status", i % 2 ? "done" : "dropped",
                                         NULL, NULL));
      followers = follow (test, &measures, cases[i].given);
      g_test_message ("%s", cases[i].given);
      g_assert_cmpstr (followers, ==, cases[i].followers);
      if (cases[i].done != NULL)
        academy_test_undo (test);
    }
}

/* Many that wait in a row come in one edit, the last one first. */
static void
test_long_row (AcademyTest   *test,
               gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  g_autoptr(GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) followers = NULL;
  g_autoptr(GError) error = NULL;
  const char *first[] = { NULL, NULL };
  gint64 start;

  for (guint i = 0; i < N_IN_A_ROW; i++)
    {
      AcademyItem *measure = academy_item_new (&academy_measure_kind, NULL);
      g_autofree char *title = g_strdup_printf ("%u", i);

      g_object_set (measure, "organisation", owner, "title", title, NULL);
      academy_edit_create (edit, measure);
      g_ptr_array_add (measures, measure);
    }
  for (guint i = N_IN_A_ROW - 1; i > 0; i--)
    {
      g_autoptr(AcademyItem) dependency =
        create_dependency (owner, academy_item_get_id (g_ptr_array_index (measures, i - 1)),
                           academy_item_get_id (g_ptr_array_index (measures, i)));

      academy_edit_create (edit, dependency);
    }
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);

  start = g_get_monotonic_time ();
  g_assert_false (add_dependency (test, g_ptr_array_index (measures, N_IN_A_ROW - 1), g_ptr_array_index (measures, 0),
                                  &error));
  g_test_message ("A cycle of %u: %.1f ms", N_IN_A_ROW, (g_get_monotonic_time () - start) / 1000.0);
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "“9999” already waits for “0”, so “0” cannot wait for “9999”.");

  first[0] = academy_item_get_id (g_ptr_array_index (measures, 0));
  start = g_get_monotonic_time ();
  followers = academy_dependency_get_followers (test->store, first, NULL);
  g_test_message ("%u followers: %.1f ms", followers->len, (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (followers->len, ==, N_IN_A_ROW - 1);
  for (guint i = 0; i < followers->len; i++)
    g_assert_cmpstr (g_ptr_array_index (followers, i), ==, academy_item_get_id (g_ptr_array_index (measures, i + 1)));
}

static const struct {
  const char *path;
  void      (*run) (AcademyTest *, gconstpointer);
} cases[] = {
  { "/dependency/rules", test_rules },
  { "/dependency/other-organisation", test_other_organisation },
  { "/dependency/edits", test_edits },
  { "/dependency/check", test_check },
  { "/dependency/followers", test_followers },
  { "/dependency/long-row", test_long_row },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, AcademyTest, NULL, academy_test_set_up, cases[i].run, academy_test_tear_down);

  return g_test_run ();
}
