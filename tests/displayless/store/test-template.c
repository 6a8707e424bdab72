/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-check.h"
#include "academy-kinds.h"
#include "academy-programme.h"
#include "academy-progress.h"
#include "academy-questions.h"
#include "academy-span.h"
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

/* What the example leaves empty, and why: a field, or a kind with all of its fields. */
static const struct {
  const char *kind;
  const char *field;
  const char *reason;
} gaps[] = {
  { "programme", "status_date", "tests set the day of the clock" },
  { "programme", "retention", "nobody is named whose data is kept" },
  { "phase", "title", "it is called by its choice" },
  { "event", "title", "it is called by its choice" },
  { "organisation", "stage", "it is found from what is recorded" },
  { "person", NULL, "owners are role titles only" },
  { "participation", "person", "owners are role titles only" },
  { "indicator", "not_measurable", "all can be measured" },
  { "baseline", NULL, "the program makes them" },
  { "risk", "closed", "the board is told of all" },
  { "session", "title", "it is called by its number" },
  { "session", "earliest", "its time is agreed" },
  { "session", "latest", "its time is agreed" },
  { "session", "place", "both are online" },
};

static const char *
find_reason (const AcademyKind  *kind,
             const AcademyField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (g_str_equal (gaps[i].kind, kind->name) && (gaps[i].field == NULL || g_str_equal (gaps[i].field, field->name)))
      return gaps[i].reason;

  return NULL;
}

static gboolean
is_filled (GPtrArray          *items,
           const AcademyField *field)
{
  for (guint i = 0; i < items->len; i++)
    {
      const GValue *value = academy_item_get_value (g_ptr_array_index (items, i), field);

      if (field->type == ACADEMY_FLAG ? g_value_get_boolean (value) : academy_value_is_set (field, value))
        return TRUE;
    }

  return FALSE;
}

/* The example fills every field of a form, so that people see what it is for. */
static void
test_complete (AcademyTest   *test,
               gconstpointer  data)
{
  guint n_faults = 0;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) items = get_all (test, *kind);

      ACADEMY_KIND_FOREACH_FIELD (*kind, field)
        if ((field->flags & ACADEMY_HIDDEN) == 0 && is_filled (items, field) == (find_reason (*kind, field) != NULL))
          {
            g_test_message (is_filled (items, field) ? "%s.%s is filled after all" : "%s.%s is empty", (*kind)->name, field->name);
            n_faults++;
          }
    }

  g_assert_cmpuint (n_faults, ==, 0);
}

/* What is measured lies before the status date, and the newest value of the waste
 * agrees with the interim result of the pilot: 9 % less than before. */
static void
test_readings (AcademyTest   *test,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) indicators = get_all (test, &academy_indicator_kind);
  const AcademyField *value = academy_kind_find_field (&academy_reading_kind, "value");

  for (guint i = 0; i < indicators->len; i++)
    {
      AcademyItem *indicator = g_ptr_array_index (indicators, i);
      g_autoptr(GPtrArray) readings =
        academy_store_get_all (test->store, &academy_reading_kind, academy_item_get_id (indicator), NULL);

      g_assert_cmpuint (readings->len, >, 0);
      for (guint j = 0; j < readings->len; j++)
        g_assert_cmpuint (academy_span_get_day (g_ptr_array_index (readings, j), "date"), <, academy_test_day ("2022-02-16"));
      if (g_str_equal (academy_item_get_text (indicator, "baseline"), "62"))
        g_assert_cmpfloat_with_epsilon (g_value_get_double (academy_item_get_value (readings->pdata[readings->len - 1], value)),
                                        62 * 0.91, 0.05);
    }
}

/* The sessions are prepared by questions of the bank, in its words. */
static void
test_questions (AcademyTest   *test,
                gconstpointer  data)
{
  static const guint numbers[][5] = { { 1, 3, 4, 7, 10 }, { 11, 12, 14, 16, 17 } };
  g_autoptr(GPtrArray) sessions = get_all (test, &academy_session_kind);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const char *session = academy_item_get_id (g_ptr_array_index (sessions, i));
      g_autoptr(GPtrArray) questions = academy_store_get_all (test->store, &academy_question_kind, session, NULL);

      g_assert_cmpuint (questions->len, ==, G_N_ELEMENTS (numbers[i]));
      for (guint j = 0; j < questions->len; j++)
        g_assert_cmpstr (academy_item_get_text (g_ptr_array_index (questions, j), "title"), ==,
                         academy_language_translate (academy_language_get (data, NULL), academy_questions[numbers[i][j] - 1].text));
    }
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
    { "complete", test_complete },
    { "readings", test_readings },
    { "questions", test_questions },
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
