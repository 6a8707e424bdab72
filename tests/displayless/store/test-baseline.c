/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-baseline.h"
#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-test.h"

#define N_MEASURES 2000

/* Items are made and edits are written as in the illustrative sample plan. */
static AcademyItem *
add (AcademyTest       *test,
     const AcademyKind *kind,
     const char        *title,
     const char        *fields)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *name = academy_kind_find_field (kind, "title") != NULL ? "title" : "board_name";
  AcademyItem *item = academy_test_create (test, kind, academy_item_get_id (organisation), name, title);
  g_auto(GStrv) pairs = g_strsplit (fields, " ", -1);

  for (guint i = 0; pairs[i] != NULL; i += 2)
    g_assert_true (academy_test_set (test, item, pairs[i], pairs[i + 1], NULL, NULL));

  return item;
}

static char *
set_baseline (AcademyTest *test,
              const char  *title)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_baseline_kind.add);
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  academy_baseline_add (edit, academy_item_get_id (organisation), title);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);

  ids = academy_store_get_ids (test->store, &academy_baseline_kind, academy_item_get_id (organisation), NULL);
  return g_strdup (g_ptr_array_index (ids, ids->len - 1));
}

static char *
format_dates (const AcademyBaselineDates *dates)
{
  const AcademyDay days[] = { dates->start, dates->end };
  char *texts[3] = { NULL };
  char *text;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      if (days[i] != 0)
        g_date_set_julian (&date, days[i]);
      texts[i] = days[i] != 0 ? academy_date_to_text (&date) : g_strdup ("-");
    }

  text = g_strjoinv (" ", texts);
  g_free (texts[0]);
  g_free (texts[1]);
  return text;
}

/* What has days, and what of it a baseline keeps. */
static const struct {
  const AcademyKind *kind;
  const char        *title;
  const char        *fields;
  const char        *dates; /* NULL when it is left out */
} things[] = {
  { &academy_measure_kind, "M4", "start 2021-11-01 end 2022-02-28", "2021-11-01 2022-02-28" },
  { &academy_measure_kind, "Without end", "start 2021-11-01", "2021-11-01 -" },
  { &academy_measure_kind, "Without start", "end 2022-02-28", "- 2022-02-28" },
  { &academy_measure_kind, "Without days", "status planned", NULL },
  { &academy_milestone_kind, "Known", "date 2022-01-10", "2022-01-10 2022-01-10" },
  { &academy_milestone_kind, "To the month", "date 2022-01-01 certainty month", NULL },
  { &academy_pilot_kind, "P1", "start 2022-01-10 end 2022-03-31", "2022-01-10 2022-03-31" },
  { &academy_session_kind, "Planned", "start 2021-11-16T23:30:00+02:00", "2021-11-16 2021-11-16" },
  { &academy_session_kind, "Open", "earliest 2021-12-01 latest 2021-12-31", NULL },
  { &academy_board_item_kind, "Board", "meeting_date 2022-02-16", "2022-02-16 2022-02-16" },
};

static void
test_read (AcademyTest  *test,
           gconstpointer data)
{
  char *ids[G_N_ELEMENTS (things)];
  g_autofree char *baseline = NULL;
  g_autoptr(AcademyItem) item = NULL;
  g_autoptr(GHashTable) table = NULL;
  guint n_kept = 0;

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      g_autoptr(AcademyItem) thing = add (test, things[i].kind, things[i].title, things[i].fields);

      ids[i] = g_strdup (academy_item_get_id (thing));
    }

  baseline = set_baseline (test, "Before the board");
  table = academy_baseline_read (test->store, baseline, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      const AcademyBaselineDates *dates = g_hash_table_lookup (table, ids[i]);
      g_autofree char *text = dates != NULL ? format_dates (dates) : NULL;

      g_test_message ("%s", things[i].title);
      g_assert_cmpstr (text, ==, things[i].dates);
      n_kept += things[i].dates != NULL;
      g_free (ids[i]);
    }
  g_assert_cmpuint (g_hash_table_size (table), ==, n_kept);

  item = academy_store_get (test->store, &academy_baseline_kind, baseline, NULL);
  g_assert_cmpstr (academy_item_get_text (item, "title"), ==, "Before the board");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Set baseline");

  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_baseline_kind), ==, 0);
  g_assert_cmpint (academy_test_count (test, &academy_baseline_date_kind), ==, 0);
  academy_test_redo (test);
  g_assert_cmpint (academy_test_count (test, &academy_baseline_date_kind), ==, n_kept);
}

static void
test_compare (AcademyTest  *test,
              gconstpointer data)
{
  static const struct {
    const char *title;
    const char *before;
    const char *after; /* NULL when it is deleted */
    int         slip;
    AcademyBaselineState state;
  } rows[] = {
    { "Late", "start 2021-11-01 end 2021-12-15", "start 2021-11-01 end 2022-01-31", 47, ACADEMY_BASELINE_SLIPPED },
    { "A day late", "start 2021-11-01 end 2021-12-31", "start 2021-12-01 end 2022-01-01", 1, ACADEMY_BASELINE_SLIPPED },
    { "Later start", "start 2021-11-01 end 2021-12-15", "start 2021-11-08 end 2021-12-15", 0, ACADEMY_BASELINE_UNCHANGED },
    { "Deleted", "start 2021-11-01 end 2021-12-15", NULL, 0, ACADEMY_BASELINE_REMOVED },
    { "Without days", "end 2021-12-15", "status idea", 0, ACADEMY_BASELINE_REMOVED },
    { "New", "status idea", "end 2021-12-15", 0, ACADEMY_BASELINE_ADDED },
    { "Without end", "start 2021-12-15", "start 2021-12-13", -2, ACADEMY_BASELINE_EARLIER },
    { "Early", "start 2021-11-01 end 2021-12-15", "end 2021-11-30", -15, ACADEMY_BASELINE_EARLIER },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *baseline = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (items, add (test, &academy_measure_kind, rows[i].title, rows[i].before));
  baseline = set_baseline (test, "First");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);
      g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.change);
      g_auto(GStrv) fields = g_strsplit (rows[i].after != NULL ? rows[i].after : "", " ", -1);

      if (rows[i].after == NULL)
        academy_edit_delete (edit, item);
      else if (rows[i].state == ACADEMY_BASELINE_REMOVED)
        g_assert_true (academy_test_set (test, item, "end", NULL, NULL, NULL));
      /* The end first: it is later than any start here. */
      for (guint j = g_strv_length (fields); rows[i].after != NULL && j > 0; j -= 2)
        g_assert_true (academy_test_set (test, item, fields[j - 2], fields[j - 1], NULL, NULL));
      g_assert_true (academy_store_apply (test->store, edit, NULL));
    }

  changes = academy_baseline_compare (test->store, academy_item_get_id (organisation), baseline, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < changes->len; i++)
    {
      AcademyBaselineChange *change = g_ptr_array_index (changes, i);
      guint row = 0;

      while (g_strcmp0 (rows[row].title, change->title) != 0)
        row++;
      g_test_message ("%s", change->title);
      g_assert_true (change->kind == &academy_measure_kind);
      g_assert_cmpstr (change->id, ==, academy_item_get_id (g_ptr_array_index (items, row)));
      g_assert_cmpint (change->slip, ==, rows[row].slip);
      g_assert_cmpint (change->state, ==, rows[row].state);
      g_assert_cmpint (change->before.end != 0 || change->before.start != 0, ==,
                       change->state != ACADEMY_BASELINE_ADDED);
      g_assert_cmpint (change->now.end != 0 || change->now.start != 0, ==,
                       change->state != ACADEMY_BASELINE_REMOVED);
      if (i > 0)
        g_assert_cmpint (change->slip, <=, ((AcademyBaselineChange *) g_ptr_array_index (changes, i - 1))->slip);
    }
}

static AcademyItem *
get_plan (AcademyTest *test)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

  return academy_store_get_first (test->store, &academy_plan_kind, academy_item_get_id (organisation), NULL);
}

/* Presenting a plan sets a baseline, and both are one step. */
static void
test_presented (AcademyTest  *test,
                gconstpointer data)
{
  g_autoptr(AcademyItem) measure = add (test, &academy_measure_kind, "M4", "start 2021-11-01 end 2022-02-28");
  g_autoptr(AcademyItem) plan = get_plan (test);
  g_autoptr(AcademyItem) baseline = NULL;

  g_assert_true (academy_test_set (test, plan, "status", "draft", NULL, NULL));
  g_assert_cmpint (academy_test_count (test, &academy_baseline_kind), ==, 0);
  g_assert_true (academy_test_set (test, plan, "status", "presented", NULL, NULL));
  g_assert_cmpint (academy_test_count (test, &academy_baseline_kind), ==, 1);
  g_assert_cmpint (academy_test_count (test, &academy_baseline_date_kind), ==, 1);
  baseline = academy_store_get_first (test->store, &academy_baseline_kind, academy_item_get_owner (plan), NULL);
  g_assert_cmpstr (academy_item_get_text (baseline, "title"), ==, "Presented to the board");
  g_clear_object (&baseline);

  /* It is presented already. */
  g_assert_true (academy_test_set (test, plan, "status", "presented", NULL, NULL));
  g_assert_true (academy_test_set (test, plan, "summary", "Short", NULL, NULL));
  g_assert_cmpint (academy_test_count (test, &academy_baseline_kind), ==, 1);

  academy_test_undo (test);
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (plan, "status"), ==, "draft");
  g_assert_cmpint (academy_test_count (test, &academy_baseline_kind), ==, 0);
  g_assert_cmpint (academy_test_count (test, &academy_baseline_date_kind), ==, 0);
  academy_test_redo (test);
  g_assert_cmpint (academy_test_count (test, &academy_baseline_kind), ==, 1);

  /* Returned and presented again. */
  g_assert_true (academy_test_set (test, plan, "status", "returned", NULL, NULL));
  g_assert_true (academy_test_set (test, plan, "status", "presented", NULL, NULL));
  g_assert_cmpint (academy_test_count (test, &academy_baseline_kind), ==, 2);
}

/* A plan that is taken over with its baselines has those and no other. */
static void
test_brought (AcademyTest  *test,
              gconstpointer data)
{
  g_autoptr(AcademyItem) plan = get_plan (test);
  g_autoptr(AcademyItem) baseline = academy_item_new (&academy_baseline_kind, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Import plan");
  const AcademyField *status = academy_kind_find_field (&academy_plan_kind, "status");
  g_auto(GValue) value = G_VALUE_INIT;

  g_object_set (baseline, "organisation", academy_item_get_owner (plan), "title", "Presented in 2021", NULL);
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "presented");
  academy_edit_set (edit, plan, status, &value);
  academy_edit_create (edit, baseline);
  g_assert_true (academy_store_apply (test->store, edit, NULL));
  g_assert_cmpint (academy_test_count (test, &academy_baseline_kind), ==, 1);
  g_assert_cmpint (academy_test_count (test, &academy_baseline_date_kind), ==, 0);
}

/* Days are kept without an item for each, and no item is left behind. */
static void
test_many (AcademyTest  *test,
           gconstpointer data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  g_autofree char *baseline = NULL;
  g_autoptr(GHashTable) table = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 1, 11, 2021);
  for (guint i = 0; i < N_MEASURES; i++)
    {
      g_autoptr(AcademyItem) measure = academy_item_new (&academy_measure_kind, NULL);

      g_object_set (measure, "organisation", academy_item_get_id (organisation), "title", "Measure", "start", &start,
                    NULL);
      academy_edit_create (edit, measure);
      g_date_add_days (&start, 1);
    }
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);

  baseline = set_baseline (test, "Many");
  table = academy_baseline_read (test->store, baseline, NULL);
  g_assert_cmpuint (g_hash_table_size (table), ==, N_MEASURES);
  changes = academy_baseline_compare (test->store, academy_item_get_id (organisation), baseline, NULL);
  g_assert_cmpuint (changes->len, ==, N_MEASURES);
  for (guint i = 0; i < changes->len; i++)
    g_assert_cmpint (((AcademyBaselineChange *) g_ptr_array_index (changes, i))->state, ==,
                     ACADEMY_BASELINE_UNCHANGED);
}

/* The index has no copy of the days: nobody reads them in order. */
static void
test_index (AcademyTest  *test,
            gconstpointer data)
{
  g_autofree char *columns = academy_test_query (test, "SELECT name FROM pragma_index_info ('baseline_date_baseline')");

  g_assert_cmpstr (columns, ==, "baseline\n");
}

static const struct {
  const char *path;
  void      (*run) (AcademyTest *, gconstpointer);
} cases[] = {
  { "/baseline/read", test_read },
  { "/baseline/compare", test_compare },
  { "/baseline/presented", test_presented },
  { "/baseline/brought", test_brought },
  { "/baseline/many", test_many },
  { "/baseline/index", test_index },
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
