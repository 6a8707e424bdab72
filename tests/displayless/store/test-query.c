/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-test.h"

/* Measures of the first organisation; what is in the programme's own goals does
 * not matter. */
static void
add_measures (AcademyTest *test)
{
  static const struct {
    const char *title;
    const char *owner;
    const char *start;
    const char *end;
    const char *status;
    const char *priority;
  } measures[] = {
    { "Äiti 10", "Zoe", "2021-01-01", "2021-02-01", "planned", "2" },
    { "Aita", NULL, NULL, NULL, "idea", "3" },
    { "Äiti 9", "Anna", "2021-03-01", "2021-04-01", "done", NULL },
    { "Zebra", "Örn", "2021-02-01", "2022-01-01", "in_progress", "1" },
    { "Öljy", "Anna", NULL, "2021-01-15", "on_hold", "1" },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autoptr(AcademyItem) measure = academy_test_create (test, &academy_measure_kind, academy_item_get_id (organisation),
                                                            "title", measures[i].title);
      const char *values[][2] = {
        { "owner_role", measures[i].owner },
        { "start", measures[i].start },
        { "end", measures[i].end },
        { "status", measures[i].status },
        { "priority", measures[i].priority },
      };

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        if (values[j][1] != NULL)
          g_assert_true (academy_test_set (test, measure, values[j][0], values[j][1], NULL, NULL));
    }
}

/* The first letters of the titles that are found, in order. */
static char *
find (AcademyTest        *test,
      const AcademyQuery *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = academy_store_find (test->store, &academy_measure_kind, query, &error);
  g_autoptr(GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(AcademyItem) item = academy_store_get (test->store, &academy_measure_kind, g_ptr_array_index (ids, i), NULL);

      g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", academy_item_get_text (item, "title"));
    }

  return g_string_free_and_steal (g_steal_pointer (&found));
}

static void
test_conditions (AcademyTest   *test,
                 gconstpointer  data)
{
  static const struct {
    AcademyCondition  conditions[4];
    const char       *search;
    const char       *found;
  } cases[] = {
    { { { "status", ACADEMY_IS, "idea" } }, NULL, "Aita" },
    { { { "status", ACADEMY_IS, "idea" }, { "status", ACADEMY_IS, "done" } }, NULL, "Aita, Äiti 9" },
    { { { "status", ACADEMY_IS, "done" }, { "owner_role", ACADEMY_IS, "Zoe" } }, NULL, "" },
    { { { "owner_role", ACADEMY_IS, "Anna" }, { "owner_role", ACADEMY_IS_UNSET } }, NULL, "Aita, Äiti 9, Öljy" },
    { { { "start", ACADEMY_IS_UNSET }, { "end", ACADEMY_IS_UNSET } }, NULL, "Aita" },
    { { { "end", ACADEMY_IS_OVERDUE, "2021-06-01" } }, NULL, "Äiti 10, Öljy" },
    { { { "end", ACADEMY_IS_DUE, "2021-01-01" } }, NULL, "Öljy" },
    { { { "end", ACADEMY_IS_DUE, "2021-01-18" } }, NULL, "Äiti 10" },
    { { { "end", ACADEMY_IS_DUE, "2021-02-02" } }, NULL, "" },
    { { { "end", ACADEMY_IS_INCOMPLETE, NULL } }, NULL, "Aita, Öljy" },
    { { { "priority", ACADEMY_IS, "1" } }, NULL, "Zebra, Öljy" },
    { { { "goals", ACADEMY_IS_UNSET }, { "priority", ACADEMY_IS, "3" } }, NULL, "Aita" },
    { { { "goals", ACADEMY_IS, "none" } }, NULL, "" },
    { { { NULL } }, "äITI", "Äiti 10, Äiti 9" },
    { { { NULL } }, "örn", "Zebra" },
    { { { NULL } }, "jyan", "" },
    { { { "status", ACADEMY_IS, "done" } }, "anna", "Äiti 9" },
    { { { NULL } }, "", "Äiti 10, Aita, Äiti 9, Zebra, Öljy" },
  };

  add_measures (test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found =
        find (test, &(AcademyQuery) { .conditions = cases[i].conditions, .search = cases[i].search });

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_order (AcademyTest   *test,
            gconstpointer  data)
{
  static const struct {
    AcademySort  order;
    const char  *group;
    const char  *found;
  } cases[] = {
    { { "title" }, NULL, "Aita, Zebra, Äiti 9, Äiti 10, Öljy" },
    { { "title", TRUE }, NULL, "Öljy, Äiti 10, Äiti 9, Zebra, Aita" },
    { { "owner_role" }, NULL, "Äiti 9, Öljy, Äiti 10, Zebra, Aita" },
    { { "owner_role", TRUE }, NULL, "Zebra, Äiti 10, Äiti 9, Öljy, Aita" },
    { { "status" }, NULL, "Aita, Äiti 10, Zebra, Öljy, Äiti 9" },
    { { "priority" }, NULL, "Zebra, Öljy, Äiti 10, Aita, Äiti 9" },
    { { NULL }, "owner_role", "Äiti 9, Öljy, Äiti 10, Zebra, Aita" },
    { { "title" }, "priority", "Zebra, Öljy, Äiti 10, Aita, Äiti 9" },
  };

  add_measures (test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (test, &(AcademyQuery) { .order = cases[i].order, .group = cases[i].group });

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Items can be found by every condition, and sorted and grouped by every field, of
 * every kind. */
static void
test_every_field (AcademyTest   *test,
                  gconstpointer  data)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    ACADEMY_KIND_FOREACH_FIELD (*kind, field)
      for (AcademyOperator comparison = ACADEMY_IS; comparison < ACADEMY_N_OPERATORS; comparison++)
        {
          AcademyCondition conditions[] = { { field->name, comparison, "1" }, { NULL } };
          AcademyQuery query = {
            .conditions = conditions,
            .search = "a",
            .text = "a",
            .group = field->name,
            .order = { field->name, TRUE },
          };
          g_autoptr(GPtrArray) groups = NULL;
          g_autoptr(GPtrArray) ids = NULL;
          g_autoptr(GError) error = NULL;

          if (comparison >= ACADEMY_IS_OVERDUE && field->type == ACADEMY_LINKS)
            continue;
          ids = academy_store_find_groups (test->store, *kind, &query, &groups, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (ids->len, ==, groups->len);
        }
}

/* The first note is found by a word of its text, and not by one of the note that it
 * contradicts. */
static void
test_notes (AcademyTest   *test,
            gconstpointer  data)
{
  static const char * const texts[] = { "Hinta\nratkaisee", "Laatu ratkaisee", NULL };
  static const char * const sought[] = { "hinta", "LAATU", "ratkaisee" };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (notes, academy_test_create (test, &academy_note_kind, academy_item_get_id (organisation), "text", texts[i]));
  g_assert_true (academy_test_set (test, notes->pdata[0], "contradicts", academy_item_get_id (notes->pdata[1]), NULL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (sought); i++)
    {
      g_autoptr(GPtrArray) ids = academy_store_find (test->store, &academy_note_kind, &(AcademyQuery) { .text = sought[i] }, NULL);

      g_assert_cmpuint (ids->len, ==, i == 2 ? 2 : 1);
      if (ids->len == 1)
        g_assert_cmpstr (ids->pdata[0], ==, academy_item_get_id (notes->pdata[i]));
    }
}

/* Items come in groups by the first of their links, in the order of the targets. */
static void
test_groups (AcademyTest   *test,
             gconstpointer  data)
{
  static const char * const titles[] = { "b", "a" };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *owner = academy_item_get_id (organisation);
  AcademyQuery query = { .group = "goals" };
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  const char *goals[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(AcademyItem) goal = academy_test_create (test, &academy_goal_kind, owner, "title", titles[i]);
      g_autoptr(AcademyItem) measure = academy_test_create (test, &academy_measure_kind, owner, "title", titles[i]);

      goals[i] = g_intern_string (academy_item_get_id (goal));
      g_assert_true (academy_test_set (test, measure, "goals", goals[i], NULL, NULL));
    }
  g_object_unref (academy_test_create (test, &academy_measure_kind, owner, "title", "none"));

  ids = academy_store_find_groups (test->store, &academy_measure_kind, &query, &groups, NULL);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpstr (groups->pdata[0], ==, goals[1]);
  g_assert_cmpstr (groups->pdata[1], ==, goals[0]);
  g_assert_null (groups->pdata[2]);
}

/* A list follows what its query depends on, and nothing else. */
static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          guint      *count)
{
  (*count)++;
}

static void
test_changes (AcademyTest   *test,
              gconstpointer  data)
{
  static const AcademyCondition overdue[] = { { "end", ACADEMY_IS_OVERDUE, "2021-06-01" }, { NULL } };
  g_autoptr(AcademyList) list =
    academy_list_new_for_query (test->store, &academy_measure_kind,
                                &(AcademyQuery) { .conditions = overdue, .order = { "priority" } });
  g_autoptr(AcademyItem) first = NULL;
  guint count = 0;

  add_measures (test);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (academy_item_get_text (first, "title"), ==, "Öljy");

  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &count);
  g_assert_true (academy_test_set (test, first, "cost", "5", NULL, NULL));
  g_assert_cmpuint (count, ==, 0);
  g_assert_true (academy_test_set (test, first, "priority", "3", NULL, NULL));
  g_assert_cmpuint (count, >, 0);
  g_assert_true (academy_test_set (test, first, "status", "done", NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

/* What belongs to the goals of one organisation, wherever the file has it. */
static void
test_within (AcademyTest   *test,
             gconstpointer  data)
{
  const AcademyField *link = academy_kind_find_field (&academy_measure_kind, "indicators");
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) other = academy_test_add (test, &academy_organisation_kind, "name_fi=Toinen; slug=toinen");
  AcademyItem *owners[] = { organisation, other, organisation };
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);
      g_autoptr(AcademyItem) goal = academy_test_create (test, &academy_goal_kind, academy_item_get_id (owners[i]),
                                                         "title", title);

      g_object_unref (academy_test_create (test, &academy_indicator_kind, academy_item_get_id (goal), "title", title));
    }

  found = academy_store_get_targets (test->store, link, &academy_organisation_kind, academy_item_get_id (organisation), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (academy_item_get_text (found->pdata[0], "title"), ==, "0");
  g_assert_cmpstr (academy_item_get_text (found->pdata[1], "title"), ==, "2");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char  *path;
    void       (*run) (AcademyTest *, gconstpointer);
  } cases[] = {
    { "/query/conditions", test_conditions },
    { "/query/order", test_order },
    { "/query/every-field", test_every_field },
    { "/query/notes", test_notes },
    { "/query/groups", test_groups },
    { "/query/changes", test_changes },
    { "/query/within", test_within },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, AcademyTest, NULL, academy_test_set_up, cases[i].run, academy_test_tear_down);

  return g_test_run ();
}
