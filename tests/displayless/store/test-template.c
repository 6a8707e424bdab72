/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-check.h"
#include "academy-kinds.h"
#include "academy-programme.h"
#include "academy-progress.h"
#include "academy-test.h"

/* The illustrative plan in one language. */
static void
set_up (AcademyTest   *test,
        gconstpointer  data)
{
  academy_test_set_up_template (test, "example", data);
}

static GPtrArray *
get_all (AcademyTest       *test,
         const AcademyKind *kind)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *items = academy_store_get_all (test->store, kind, NULL, &error);

  g_assert_no_error (error);
  return items;
}

static void
test_sums (AcademyTest   *test,
           gconstpointer  data)
{
  static const struct { const char *status; guint count; } statuses[] = {
    { "done", 2 }, { "in_progress", 2 }, { "planned", 8 },
  };
  static const guint priorities[] = { 6, 5, 1 };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) measures = get_all (test, &academy_measure_kind);
  guint of_priority[3] = { 0 };
  AcademyProgress progress;
  AcademyEffort effort;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 16, 2, 2022);
  g_assert_true (academy_progress_read (&progress, test->store, academy_item_get_id (organisation), &today, NULL));
  g_assert_cmpint (progress.measures, ==, 12);
  g_assert_cmpint (progress.done, ==, 2);
  g_assert_true (academy_effort_read (&effort, test->store, academy_item_get_id (organisation), NULL));
  g_assert_cmpint (effort.measures, ==, 12);
  g_assert_cmpint (effort.person_days, ==, 136);
  g_assert_cmpint (effort.cost, ==, 62500);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      guint count = 0;

      for (guint j = 0; j < measures->len; j++)
        count += g_str_equal (academy_item_get_text (g_ptr_array_index (measures, j), "status"), statuses[i].status);
      g_assert_cmpuint (count, ==, statuses[i].count);
    }
  for (guint j = 0; j < measures->len; j++)
    of_priority[academy_item_get_number (g_ptr_array_index (measures, j), "priority") - 1]++;
  for (guint i = 0; i < G_N_ELEMENTS (priorities); i++)
    g_assert_cmpuint (of_priority[i], ==, priorities[i]);
}

/* Every measure that waits for another begins after its end. */
static void
test_dependencies (AcademyTest   *test,
                   gconstpointer  data)
{
  g_autoptr(GPtrArray) dependencies = get_all (test, &academy_dependency_kind);

  g_assert_cmpuint (dependencies->len, ==, 7);
  for (guint i = 0; i < dependencies->len; i++)
    {
      AcademyItem *dependency = g_ptr_array_index (dependencies, i);
      g_autoptr(AcademyItem) predecessor =
        academy_store_get (test->store, &academy_measure_kind, academy_item_get_text (dependency, "predecessor"), NULL);
      g_autoptr(AcademyItem) successor =
        academy_store_get (test->store, &academy_measure_kind, academy_item_get_text (dependency, "successor"), NULL);

      g_assert_cmpint (academy_item_get_number (dependency, "lag"), ==, 0);
      g_assert_cmpint (g_date_compare (academy_item_get_date (predecessor, "end"),
                                       academy_item_get_date (successor, "start")), <, 0);
    }
}

static void
test_content (AcademyTest   *test,
              gconstpointer  data)
{
  const AcademyLanguage *language = academy_language_get (data, NULL);
  gboolean finnish = g_str_equal (data, "fi");
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) pilot = academy_store_get_first (test->store, &academy_pilot_kind, NULL, NULL);
  g_autoptr(GPtrArray) measures = get_all (test, &academy_measure_kind);
  g_autoptr(GPtrArray) sessions = get_all (test, &academy_session_kind);
  g_autoptr(GPtrArray) findings = NULL;
  g_autofree char *first = academy_item_dup_title (g_ptr_array_index (sessions, 0), language);
  g_autofree char *time = academy_item_dup_subtitle (g_ptr_array_index (sessions, 0), language);
  guint steps = 0;

  g_assert_cmpstr (academy_programme_get_label (programme), ==, academy_programme_fictional_label);
  g_assert_cmpint (academy_test_count (test, &academy_organisation_kind), ==, 1);
  g_assert_cmpint (academy_test_count (test, &academy_goal_kind), ==, 3);
  g_assert_cmpint (academy_test_count (test, &academy_indicator_kind), ==, 3);
  g_assert_cmpint (academy_test_count (test, &academy_milestone_kind), ==, 2);
  g_assert_cmpint (academy_test_count (test, &academy_board_item_kind), ==, 1);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, 0);

  g_assert_cmpuint (sessions->len, ==, 2);
  g_assert_cmpstr (first, ==, finnish ? "1. sparraus" : "Sparring 1");
  g_assert_cmpstr (time, ==, finnish ? "16.11.2021 9.00 · 120 min" : "16 Nov 2021 9:00 · 120 min");
  g_assert_cmpstr (academy_item_get_text (pilot, "title"), ==,
                   finnish ? "Hävikkiennuste kahdessa koulukeittiössä" : "Waste forecast in two school kitchens");
  for (guint i = 0; i < measures->len; i++)
    steps += g_strcmp0 (academy_item_get_text (g_ptr_array_index (measures, i), "pilot"), academy_item_get_id (pilot)) == 0;
  g_assert_cmpuint (steps, ==, 1);

  g_assert_true (academy_store_check (test->store, NULL, &findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
}

/* How many items of each kind have a value of each field: the same in both languages. */
static void
test_same_in_both (AcademyTest   *test,
                   gconstpointer  data)
{
  AcademyTest other = { NULL };

  set_up (&other, g_str_equal (data, "fi") ? "en" : "fi");
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) ours = get_all (test, *kind);
      g_autoptr(GPtrArray) theirs = get_all (&other, *kind);

      g_assert_cmpuint (ours->len, ==, theirs->len);
      ACADEMY_KIND_FOREACH_FIELD (*kind, field)
        {
          int difference = 0;

          for (guint i = 0; i < ours->len; i++)
            difference += academy_value_is_set (field, academy_item_get_value (g_ptr_array_index (ours, i), field)) -
                          academy_value_is_set (field, academy_item_get_value (g_ptr_array_index (theirs, i), field));
          g_assert_cmpint (difference, ==, 0);
        }
    }
  academy_test_tear_down (&other, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const char * const languages[] = { "fi", "en" };
  static const struct {
    const char *name;
    void      (*run) (AcademyTest *, gconstpointer);
  } cases[] = {
    { "sums", test_sums },
    { "dependencies", test_dependencies },
    { "content", test_content },
    { "same-in-both", test_same_in_both },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
      {
        g_autofree char *path = g_strdup_printf ("/example/%s/%s", languages[i], cases[j].name);

        g_test_add (path, AcademyTest, languages[i], set_up, cases[j].run, academy_test_tear_down);
      }

  return g_test_run ();
}
