/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-draft.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-test.h"
#include "academy-timeline-drag.h"
#include "academy-timeline-edits.h"

static char *
dup_field (AcademyItem *item,
           const char  *name)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);

  return academy_value_to_text (field, academy_item_get_value (item, field));
}

static void
assert_fields (AcademyItem *item,
               const char  *fields)
{
  g_auto(GStrv) pairs = g_strsplit (fields, "; ", -1);

  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto(GStrv) pair = g_strsplit (pairs[i], "=", 2);
      g_autofree char *text = dup_field (item, pair[0]);

      g_assert_cmpstr (text != NULL ? text : "", ==, pair[1]);
    }
}

static GPtrArray *
in_array (AcademyItem *item)
{
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  return items;
}

/* One edit is one step, whatever it moves, and undo restores every field. */
static const struct {
  const AcademyKind *kind;
  const char        *fields;
  int                days;
  const char        *shifted;
  const char        *label;
} shifts[] = {
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20; progress=30; owner_role=Palvelujohtaja", 27,
    "start=2022-02-01; end=2022-02-16; progress=30; owner_role=Palvelujohtaja", "Move measure" },
  { &academy_measure_kind, "start=2020-02-28; end=2020-02-29", 1, "start=2020-02-29; end=2020-03-01", "Move measure" },
  { &academy_measure_kind, "end=2022-01-01", -1, "start=; end=2021-12-31", "Move measure" },
  { &academy_measure_kind, "start=2022-01-01", -1, "start=2021-12-31; end=", "Move measure" },
  { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", 31,
    "start=2021-11-01; end=2021-12-31; certainty=month", "Change phase" },
  /* A day that nobody has named stays open. */
  { &academy_phase_kind, "start=2021-10-05; certainty=month", 31, "start=2021-11-01; end=; certainty=month",
    "Change phase" },
  { &academy_event_kind, "start=2021-10-19; end=2021-10-20", 7, "start=2021-10-26; end=2021-10-27", "Change event" },
  { &academy_pilot_kind, "start=2022-01-10; end=2022-03-31", -7, "start=2022-01-03; end=2022-03-24", "Change pilot" },
  { &academy_milestone_kind, "date=2022-02-16", 1, "date=2022-02-17", "Change milestone" },
  { &academy_milestone_kind, "date=2022-02-16; certainty=month", 28, "date=2022-03-01; certainty=month",
    "Change milestone" },
  { &academy_board_item_kind, "meeting_date=2022-02-16; follow_up_date=2022-09-01", 7,
    "meeting_date=2022-02-23; follow_up_date=2022-09-01", "Change board presentation" },
  /* The clock goes forward on 27 March 2022 and back on 30 October. */
  { &academy_session_kind, "start=2022-03-25T09:00:00+02:00", 3, "start=2022-03-28T09:00:00+03:00",
    "Change sparring session" },
  { &academy_session_kind, "start=2022-03-28T09:00:00+03:00", -3, "start=2022-03-25T09:00:00+02:00",
    "Change sparring session" },
  { &academy_session_kind, "start=2022-10-28T09:00:00+03:00", 3, "start=2022-10-31T09:00:00+02:00",
    "Change sparring session" },
  { &academy_session_kind, "start=2022-10-28T09:00:00+03:00", 2, "start=2022-10-30T09:00:00+02:00",
    "Change sparring session" },
  { &academy_session_kind, "start=2022-10-31T23:30:00+02:00", -2, "start=2022-10-29T23:30:00+03:00",
    "Change sparring session" },
  { &academy_session_kind, "start=2022-03-25T07:00:00+02:00; held=2022-03-25T07:05:00+02:00; next_date=2022-04-01", 3,
    "start=2022-03-28T07:00:00+03:00; held=2022-03-25T07:05:00+02:00; next_date=2022-04-01", "Change sparring session" },
  { &academy_session_kind, "earliest=2021-12-01; latest=2021-12-31", 10, "earliest=2021-12-11; latest=2022-01-10; start=",
    "Change sparring session" },
  { &academy_session_kind, "start=2021-12-14T13:00:00+02:00; earliest=2021-12-01; latest=2021-12-31", 1,
    "start=2021-12-15T13:00:00+02:00; earliest=2021-12-01; latest=2021-12-31", "Change sparring session" },
};

static void
test_shift (AcademyTest   *test,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_add (test, shifts[i].kind, shifts[i].fields);
      g_autoptr(GPtrArray) items = in_array (item);
      g_autofree char *before = academy_test_dump (test);
      g_autofree char *undone = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s %d", shifts[i].fields, shifts[i].days);
      g_assert_true (academy_timeline_edit_shift (test->store, items, shifts[i].days, NULL, &error));
      g_assert_no_error (error);
      assert_fields (item, shifts[i].shifted);
      g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, shifts[i].label);

      academy_test_undo (test);
      undone = academy_test_dump (test);
      g_assert_cmpstr (undone, ==, before);
      assert_fields (item, shifts[i].fields);

      /* Not moving is no step. */
      g_assert_true (academy_timeline_edit_shift (test->store, items, 0, NULL, &error));
      g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, shifts[i].kind->add);
    }
}

static void
test_shift_several (AcademyTest   *test,
                    gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "start=2022-01-05; end=2022-01-20");
  g_autoptr(AcademyItem) other = academy_test_add (test, &academy_measure_kind, "end=2022-02-01");
  g_autoptr(AcademyItem) undated = academy_test_add (test, &academy_measure_kind, "");
  g_autoptr(AcademyItem) session = academy_test_add (test, &academy_session_kind, "start=2022-03-25T09:00:00+02:00");
  g_autoptr(GPtrArray) items = in_array (measure);
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *after = NULL;

  g_ptr_array_add (items, other);
  g_ptr_array_add (items, undated);
  g_ptr_array_add (items, session);
  g_assert_true (academy_timeline_edit_shift (test->store, items, 7, NULL, NULL));
  assert_fields (measure, "start=2022-01-12; end=2022-01-27");
  assert_fields (other, "start=; end=2022-02-08");
  assert_fields (undated, "start=; end=");
  assert_fields (session, "start=2022-04-01T09:00:00+03:00");
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Move measures");

  academy_test_undo (test);
  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, before);
}

/* An edge goes as far as the other one and no further. */
static void
test_resize (AcademyTest   *test,
             gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *fields;
    AcademySpanEdge    edge;
    int                days;
    const char        *resized;
  } rows[] = {
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_SPAN_START, -5, "start=2021-12-31; end=2022-01-20" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_SPAN_START, 15, "start=2022-01-20; end=2022-01-20" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_SPAN_START, 99, "start=2022-01-20; end=2022-01-20" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_SPAN_END, 12, "start=2022-01-05; end=2022-02-01" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_SPAN_END, -15, "start=2022-01-05; end=2022-01-05" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_SPAN_END, -99, "start=2022-01-05; end=2022-01-05" },
    { &academy_measure_kind, "start=2022-01-05", ACADEMY_SPAN_END, 7, "start=2022-01-05; end=2022-01-12" },
    { &academy_measure_kind, "start=2022-01-05", ACADEMY_SPAN_END, -7, "start=2022-01-05; end=2022-01-05" },
    { &academy_measure_kind, "start=2022-01-05", ACADEMY_SPAN_START, 7, "start=2022-01-12; end=" },
    { &academy_measure_kind, "end=2022-01-20", ACADEMY_SPAN_START, -7, "start=2022-01-13; end=2022-01-20" },
    { &academy_measure_kind, "end=2022-01-20", ACADEMY_SPAN_START, 7, "start=2022-01-20; end=2022-01-20" },
    { &academy_measure_kind, "end=2022-01-20", ACADEMY_SPAN_END, 7, "start=; end=2022-01-27" },
    { &academy_measure_kind, "", ACADEMY_SPAN_END, 7, "start=; end=" },
    { &academy_pilot_kind, "start=2022-01-10; end=2022-03-31", ACADEMY_SPAN_END, 61, "start=2022-01-10; end=2022-05-31" },
    { &academy_event_kind, "start=2021-10-19; end=2021-10-19", ACADEMY_SPAN_END, 1, "start=2021-10-19; end=2021-10-20" },
    { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_SPAN_END, 31,
      "start=2021-10-01; end=2021-12-31" },
    { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_SPAN_END, -99,
      "start=2021-10-01; end=2021-10-31" },
    { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_SPAN_START, 99,
      "start=2021-11-01; end=2021-11-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_add (test, rows[i].kind, rows[i].fields);
      g_autofree char *before = academy_test_dump (test);
      g_autofree char *undone = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s edge %d: %d", rows[i].fields, rows[i].edge, rows[i].days);
      g_assert_true (academy_timeline_edit_resize (test->store, item, rows[i].edge, rows[i].days, NULL, &error));
      g_assert_no_error (error);
      assert_fields (item, rows[i].resized);
      if (*rows[i].fields == '\0')
        continue;

      g_assert_cmpstr (academy_store_get_undo_label (test->store), ==,
                       rows[i].edge == ACADEMY_SPAN_START ? "Change start" : "Change end");
      academy_test_undo (test);
      undone = academy_test_dump (test);
      g_assert_cmpstr (undone, ==, before);
    }
}

static void
test_edit_progress (AcademyTest   *test,
                    gconstpointer  data)
{
  static const struct { int progress; const char *saved; } rows[] = {
    { 40, "40" }, { 0, "0" }, { 100, "100" }, { 110, "100" }, { -10, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "start=2022-01-05; status=in_progress");
      g_autofree char *expected = g_strdup_printf ("progress=%s; start=2022-01-05; status=in_progress", rows[i].saved);

      g_assert_true (academy_timeline_edit_progress (test->store, measure, rows[i].progress, NULL, NULL));
      assert_fields (measure, expected);
      g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Change progress");
      academy_test_undo (test);
      assert_fields (measure, "progress=");
    }
}

/* Presses of a key are one step; there and back is none. */
static void
test_groups (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "start=2022-01-05; end=2022-01-20");
  g_autoptr(GPtrArray) items = in_array (measure);
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *moved = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  for (guint i = 0; i < 3; i++)
    g_assert_true (academy_timeline_edit_shift (test->store, items, 7, "move A 1", NULL));
  assert_fields (measure, "start=2022-01-26; end=2022-02-10");
  moved = academy_test_dump (test);
  for (guint i = 0; i < 3; i++)
    g_assert_true (academy_timeline_edit_resize (test->store, measure, ACADEMY_SPAN_END, 7, "end A 1", NULL));
  for (guint i = 1; i <= 4; i++)
    g_assert_true (academy_timeline_edit_progress (test->store, measure, 10 * i, "progress A 1", NULL));
  assert_fields (measure, "start=2022-01-26; end=2022-03-03; progress=40");

  academy_test_undo (test);
  assert_fields (measure, "start=2022-01-26; end=2022-03-03; progress=");
  academy_test_undo (test);
  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, moved);
  academy_test_undo (test);
  undone = academy_test_dump (test);
  g_assert_cmpstr (undone, ==, before);
  academy_test_redo (test);
  assert_fields (measure, "start=2022-01-26; end=2022-02-10");
  academy_test_undo (test);

  /* After a step was undone, and when something else came between, there is another step. */
  g_assert_true (academy_timeline_edit_shift (test->store, items, 7, "move A 1", NULL));
  g_assert_true (academy_timeline_edit_progress (test->store, measure, 10, "progress A 1", NULL));
  g_assert_true (academy_timeline_edit_shift (test->store, items, 7, "move A 1", NULL));
  academy_test_undo (test);
  assert_fields (measure, "start=2022-01-12; end=2022-01-27; progress=10");
  academy_test_undo (test);
  academy_test_undo (test);
  assert_fields (measure, "start=2022-01-05; end=2022-01-20; progress=");

  g_assert_true (academy_timeline_edit_shift (test->store, items, 7, "move A 2", NULL));
  g_assert_true (academy_timeline_edit_shift (test->store, items, -7, "move A 2", NULL));
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Add measure");
}

static void
test_link (AcademyTest   *test,
           gconstpointer  data)
{
  g_autoptr(AcademyItem) first = academy_test_add (test, &academy_measure_kind, "title=A");
  g_autoptr(AcademyItem) second = academy_test_add (test, &academy_measure_kind, "title=B");
  g_autoptr(GPtrArray) organisations = academy_store_get_ids (test->store, &academy_organisation_kind, NULL, NULL);
  g_autofree char *elsewhere = g_strdup_printf ("title=C; organisation=%s", (char *) g_ptr_array_index (organisations, 1));
  g_autoptr(AcademyItem) third = academy_test_add (test, &academy_measure_kind, elsewhere);
  g_autoptr(AcademyItem) dependency = NULL;
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *linked = NULL;
  g_autofree char *undone = NULL;
  AcademyItem *refused[][2] = { { second, first }, { first, first }, { first, second }, { first, third } };
  const char *reasons[] = {
    "“B” already waits for “A”, so “A” cannot wait for “B”.",
    "“A” cannot wait for itself.",
    "“B” already waits for “A”.",
    "“C” cannot wait for “A”: both must be measures of the same organisation.",
  };

  g_assert_true (academy_timeline_edit_link (test->store, first, second, NULL));
  linked = academy_test_dump (test);
  dependency = academy_store_get_first (test->store, &academy_dependency_kind, NULL, NULL);
  g_assert_cmpstr (academy_item_get_text (dependency, "predecessor"), ==, academy_item_get_id (first));
  g_assert_cmpstr (academy_item_get_text (dependency, "successor"), ==, academy_item_get_id (second));
  g_assert_cmpint (academy_item_get_number (dependency, "lag"), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (academy_timeline_edit_link (test->store, refused[i][0], refused[i][1], &error));
      g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, reasons[i]);
      after = academy_test_dump (test);
      g_assert_cmpstr (after, ==, linked);
      g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Add dependency");
    }

  academy_test_undo (test);
  undone = academy_test_dump (test);
  g_assert_cmpstr (undone, ==, before);
}

/* As a form does with the first thing that is typed. */
static void
write_draft (AcademyTest *test,
             AcademyItem *draft)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (draft)->add);
  g_autoptr(GError) error = NULL;

  academy_draft_write (draft, edit);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
}

static void
test_add (AcademyTest   *test,
          gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) goal = academy_test_add (test, &academy_goal_kind, "title=Less waste");
  g_autoptr(AcademyItem) pilot = academy_test_add (test, &academy_pilot_kind, "title=Two kitchens");
  g_autofree char *fields = g_strdup_printf ("owner_role=Palvelujohtaja; goals=%s; pilot=%s; progress=40; status=done; "
                                             "start=2022-01-05; end=2022-01-20", academy_item_get_id (goal),
                                             academy_item_get_id (pilot));
  g_autofree char *place = g_strdup_printf ("title=Measure; owner_role=Palvelujohtaja; goals=%s; pilot=%s; progress=; "
                                            "status=idea; start=2022-02-14; end=2022-02-27",
                                            academy_item_get_id (goal), academy_item_get_id (pilot));
  g_autoptr(AcademyItem) like = academy_test_add (test, &academy_measure_kind, fields);
  g_autoptr(AcademyItem) alone = NULL;
  g_autoptr(AcademyItem) beside = NULL;
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *nothing = NULL;
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;

  alone = academy_timeline_edit_begin (test->store, academy_item_get_id (organisation), academy_test_day ("2022-02-20"),
                                       NULL, &error);
  g_assert_no_error (error);
  /* Nothing is there before something is typed. */
  nothing = academy_test_dump (test);
  g_assert_cmpstr (nothing, ==, before);
  write_draft (test, alone);
  g_assert_cmpstr (academy_item_get_owner (alone), ==, academy_item_get_id (organisation));
  assert_fields (alone, "title=Measure; owner_role=; goals=; pilot=; start=2022-02-20; end=2022-03-05; status=idea");

  beside = academy_timeline_edit_begin (test->store, academy_item_get_id (organisation), academy_test_day ("2022-02-14"),
                                        like, &error);
  g_assert_no_error (error);
  write_draft (test, beside);
  assert_fields (beside, place);
  g_assert_cmpstr (academy_store_get_undo_label (test->store), ==, "Add measure");

  academy_test_undo (test);
  academy_test_undo (test);
  undone = academy_test_dump (test);
  g_assert_cmpstr (undone, ==, before);
}

/* What may not be is refused with a reason, and nothing has changed. */
static void
test_refused (AcademyTest   *test,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) measure = academy_test_add (test, &academy_measure_kind, "start=2022-01-05; end=2022-01-20");
  g_autoptr(GPtrArray) items = in_array (measure);
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (academy_timeline_edit_begin (test->store, "no id", academy_test_day ("2022-02-14"), NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
  g_clear_error (&error);

  test->store->read_only = TRUE;
  g_assert_false (academy_timeline_edit_shift (test->store, items, 7, NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (academy_timeline_edit_resize (test->store, measure, ACADEMY_SPAN_END, 7, NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (academy_timeline_edit_progress (test->store, measure, 7, NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_READ_ONLY);
  test->store->read_only = FALSE;

  after = academy_test_dump (test);
  g_assert_cmpstr (after, ==, before);
  assert_fields (measure, "start=2022-01-05; end=2022-01-20; progress=");
}

static const struct {
  const char *path;
  void      (*run) (AcademyTest *, gconstpointer);
} cases[] = {
  { "/edits/shift", test_shift },
  { "/edits/shift-several", test_shift_several },
  { "/edits/resize", test_resize },
  { "/edits/progress", test_edit_progress },
  { "/edits/groups", test_groups },
  { "/edits/link", test_link },
  { "/edits/add", test_add },
  { "/edits/refused", test_refused },
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
