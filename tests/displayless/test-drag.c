/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-test.h"
#include "academy-timeline-drag.h"
#include "academy-timeline-edits.h"

static void
assert_span (const AcademySpan *span,
             const char        *start,
             const char        *end)
{
  g_autofree char *first = academy_test_dup_day (span->start);
  g_autofree char *last = academy_test_dup_day (span->end);

  g_assert_cmpstr (first, ==, start);
  g_assert_cmpstr (last, ==, end);
}

static void
get_bar (AcademyItem *item,
         AcademyBar  *bar)
{
  academy_bar_init (bar, item, academy_test_day ("2022-02-14"));
}

/* Where a thing comes to when a hand goes so many days with it. Weeks begin on
 * the third and the tenth of January 2022. */
static const struct {
  const AcademyKind *kind;
  const char        *fields;
  AcademyDragMode    mode;
  AcademyUnit        snap;
  double             days;
  const char        *start;
  const char        *end;
  gboolean           moved;
} drags[] = {
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_DAY, 0.4,
    "2022-01-05", "2022-01-20", FALSE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_DAY, 0.6,
    "2022-01-06", "2022-01-21", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_DAY, -12.3,
    "2021-12-24", "2022-01-08", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_WEEK, 0.3,
    "2022-01-05", "2022-01-20", FALSE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_WEEK, 4,
    "2022-01-10", "2022-01-25", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_WEEK, -8,
    "2021-12-27", "2022-01-11", TRUE },
  { &academy_measure_kind, "start=2022-01-03; end=2022-01-20", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_WEEK, 3,
    "2022-01-03", "2022-01-20", FALSE },
  { &academy_measure_kind, "end=2022-01-20", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_DAY, 3, NULL, "2022-01-23", TRUE },
  { &academy_measure_kind, "start=2022-01-05", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_DAY, 3, "2022-01-08", NULL, TRUE },

  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_START, ACADEMY_UNIT_DAY, -5,
    "2021-12-31", "2022-01-20", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_START, ACADEMY_UNIT_DAY, 15,
    "2022-01-20", "2022-01-20", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_START, ACADEMY_UNIT_DAY, 40,
    "2022-01-20", "2022-01-20", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_START, ACADEMY_UNIT_WEEK, 6,
    "2022-01-10", "2022-01-20", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_START, ACADEMY_UNIT_WEEK, 90,
    "2022-01-20", "2022-01-20", TRUE },
  { &academy_measure_kind, "end=2022-01-20", ACADEMY_DRAG_START, ACADEMY_UNIT_DAY, -5, "2022-01-15", "2022-01-20", TRUE },
  { &academy_measure_kind, "end=2022-01-20", ACADEMY_DRAG_START, ACADEMY_UNIT_DAY, 5, NULL, "2022-01-20", FALSE },
  { &academy_measure_kind, "start=2022-01-05", ACADEMY_DRAG_START, ACADEMY_UNIT_DAY, 30, "2022-02-04", NULL, TRUE },

  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_END, ACADEMY_UNIT_DAY, 12,
    "2022-01-05", "2022-02-01", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_END, ACADEMY_UNIT_DAY, -15,
    "2022-01-05", "2022-01-05", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_END, ACADEMY_UNIT_DAY, -50,
    "2022-01-05", "2022-01-05", TRUE },
  /* The last day of a week, not the first of the next. */
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_END, ACADEMY_UNIT_WEEK, 2,
    "2022-01-05", "2022-01-23", TRUE },
  { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_END, ACADEMY_UNIT_WEEK, -90,
    "2022-01-05", "2022-01-05", TRUE },
  { &academy_measure_kind, "start=2022-01-05", ACADEMY_DRAG_END, ACADEMY_UNIT_DAY, 5, "2022-01-05", "2022-01-10", TRUE },
  { &academy_measure_kind, "start=2022-01-05", ACADEMY_DRAG_END, ACADEMY_UNIT_DAY, -5, "2022-01-05", NULL, FALSE },

  { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_DAY, 12,
    "2021-10-01", "2021-11-30", FALSE },
  { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_DAY, 20,
    "2021-11-01", "2021-12-31", TRUE },
  { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_WEEK, -20,
    "2021-09-01", "2021-10-31", TRUE },
  { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_DRAG_END, ACADEMY_UNIT_DAY, 31,
    "2021-10-01", "2021-12-31", TRUE },
  { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_DRAG_END, ACADEMY_UNIT_DAY, -100,
    "2021-10-01", "2021-10-31", TRUE },
  { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_DRAG_START, ACADEMY_UNIT_DAY, 100,
    "2021-11-01", "2021-11-30", TRUE },
  { &academy_milestone_kind, "date=2022-02-16; certainty=month", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_DAY, 25,
    "2022-03-01", "2022-03-31", TRUE },
  { &academy_session_kind, "earliest=2021-12-01; latest=2021-12-31", ACADEMY_DRAG_MOVE, ACADEMY_UNIT_DAY, 7,
    "2021-12-08", "2022-01-07", TRUE },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_item (drags[i].kind, drags[i].fields);
      g_autoptr(AcademyTimelineDrag) drag = NULL;
      double origin = academy_test_day ("2022-01-11") + 0.3;
      AcademyBar bar;

      g_test_message ("%s mode %d unit %d: %g", drags[i].fields, drags[i].mode, drags[i].snap, drags[i].days);
      get_bar (item, &bar);
      drag = academy_timeline_drag_new (drags[i].mode, item, &bar, origin);
      g_assert_false (academy_timeline_drag_has_moved (drag));
      g_assert_false (academy_timeline_drag_update (drag, origin, drags[i].snap));

      /* It only matters where the hand is, not how it came there. */
      academy_timeline_drag_update (drag, origin + 500, drags[i].snap);
      academy_timeline_drag_update (drag, origin - 500, drags[i].snap);
      academy_timeline_drag_update (drag, origin + drags[i].days, drags[i].snap);
      g_assert_false (academy_timeline_drag_update (drag, origin + drags[i].days, drags[i].snap));

      g_assert_cmpint (academy_timeline_drag_has_moved (drag), ==, drags[i].moved);
      if (drags[i].moved)
        {
          g_assert_true (academy_timeline_drag_apply_to (drag, item, &bar));
          assert_span (&bar.span, drags[i].start, drags[i].end);
        }

      academy_timeline_drag_update (drag, origin, drags[i].snap);
      g_assert_false (academy_timeline_drag_has_moved (drag));
    }
}

/* What is shown while it is dragged is what is saved when the hand lets go. */
static void
test_commit (AcademyTest   *test,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_add (test, drags[i].kind, drags[i].fields);
      g_autoptr(AcademyTimelineDrag) drag = NULL;
      g_autoptr(GError) error = NULL;
      AcademySpan after;
      AcademyBar bar;

      g_test_message ("%s mode %d unit %d: %g", drags[i].fields, drags[i].mode, drags[i].snap, drags[i].days);
      get_bar (item, &bar);
      drag = academy_timeline_drag_new (drags[i].mode, item, &bar, 1000);
      academy_timeline_drag_update (drag, 1000 + drags[i].days, drags[i].snap);
      if (!academy_timeline_drag_has_moved (drag))
        continue;

      academy_timeline_drag_apply_to (drag, item, &bar);
      if (drags[i].mode == ACADEMY_DRAG_MOVE)
        academy_timeline_edit_shift (test->store, academy_timeline_drag_get_items (drag),
                                     academy_timeline_drag_get_days (drag), NULL, &error);
      else
        academy_timeline_edit_resize (test->store, item, drags[i].mode, academy_timeline_drag_get_days (drag), NULL,
                                      &error);
      g_assert_no_error (error);
      academy_span_get (item, &after);
      g_assert_cmpuint (after.start, ==, bar.span.start);
      g_assert_cmpuint (after.end, ==, bar.span.end);
    }
}

static void
test_progress (void)
{
  static const struct {
    const char *fields;
    double      day; /* From the start of the bar. */
    int         progress;
  } rows[] = {
    { "start=2022-01-01; end=2022-01-20", 8, 40 },
    { "start=2022-01-01; end=2022-01-20", 8.4, 40 },
    { "start=2022-01-01; end=2022-01-20", 8.6, 45 },
    { "start=2022-01-01; end=2022-01-20", 20, 100 },
    { "start=2022-01-01; end=2022-01-20", 33, 100 },
    { "start=2022-01-01; end=2022-01-20", -3, 0 },
    { "start=2022-01-01; end=2022-01-01; progress=90", 0.5, 50 },
    { "start=2022-01-01; end=2022-01-01; progress=33", 0.2, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_item (&academy_measure_kind, rows[i].fields);
      g_autoptr(AcademyTimelineDrag) drag = NULL;
      g_autofree char *english = NULL;
      g_autofree char *finnish = NULL;
      g_autofree char *expected_english = g_strdup_printf ("%d%% done", rows[i].progress);
      g_autofree char *expected_finnish = g_strdup_printf ("%d %% valmiina", rows[i].progress);
      AcademyBar bar;

      g_test_message ("%s %g", rows[i].fields, rows[i].day);
      get_bar (item, &bar);
      drag = academy_timeline_drag_new (ACADEMY_DRAG_PROGRESS, item, &bar, bar.span.start + rows[i].day);
      g_assert_false (academy_timeline_drag_has_moved (drag));
      academy_timeline_drag_update (drag, bar.span.start + rows[i].day, ACADEMY_UNIT_WEEK);
      g_assert_cmpint (academy_timeline_drag_get_progress (drag), ==, rows[i].progress);
      g_assert_cmpint (academy_timeline_drag_has_moved (drag), ==, rows[i].progress != MAX (bar.progress, 0));
      english = academy_timeline_drag_dup_text (drag, academy_language_get ("en", NULL));
      finnish = academy_timeline_drag_dup_text (drag, academy_language_get ("fi", NULL));
      g_assert_cmpstr (english, ==, expected_english);
      g_assert_cmpstr (finnish, ==, expected_finnish);

      g_assert_true (academy_timeline_drag_apply_to (drag, item, &bar));
      g_assert_cmpint (bar.progress, ==, rows[i].progress);
      assert_span (&bar.span, "2022-01-01", g_str_has_suffix (rows[i].fields, "20") ? "2022-01-20" : "2022-01-01");
    }
}

static void
test_text (void)
{
  static const struct {
    AcademyDragMode mode;
    double          days;
    const char     *english;
    const char     *finnish;
  } rows[] = {
    { ACADEMY_DRAG_MOVE, 0, "5–20 Jan 2022", "5.–20.1.2022" },
    { ACADEMY_DRAG_MOVE, 14, "19 Jan – 3 Feb 2022 (+14 d)", "19.1.–3.2.2022 (+14 pv)" },
    { ACADEMY_DRAG_MOVE, -7, "29 Dec 2021 – 13 Jan 2022 (−7 d)", "29.12.2021–13.1.2022 (−7 pv)" },
    { ACADEMY_DRAG_START, 1, "6–20 Jan 2022 (+1 d)", "6.–20.1.2022 (+1 pv)" },
    { ACADEMY_DRAG_END, -3, "5–17 Jan 2022 (−3 d)", "5.–17.1.2022 (−3 pv)" },
    { ACADEMY_DRAG_LINK, 9, "Let go on the measure that depends on this one",
      "Päästä irti toimenpiteen päällä, joka riippuu tästä" },
  };
  g_autoptr(AcademyItem) item = academy_test_item (&academy_measure_kind, "start=2022-01-05; end=2022-01-20");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyTimelineDrag) drag = NULL;
      g_autofree char *english = NULL;
      g_autofree char *finnish = NULL;
      AcademyBar bar;

      get_bar (item, &bar);
      drag = academy_timeline_drag_new (rows[i].mode, item, &bar, 50);
      academy_timeline_drag_update (drag, 50 + rows[i].days, ACADEMY_UNIT_DAY);
      english = academy_timeline_drag_dup_text (drag, academy_language_get ("en", NULL));
      finnish = academy_timeline_drag_dup_text (drag, academy_language_get ("fi", NULL));
      g_assert_cmpstr (english, ==, rows[i].english);
      g_assert_cmpstr (finnish, ==, rows[i].finnish);
    }
}

/* What is selected goes along, but not what has no known days. */
static void
test_several (void)
{
  static const struct {
    const AcademyKind *kind;
    const char        *fields;
    gboolean           taken;
  } rows[] = {
    { &academy_measure_kind, "start=2022-02-01; end=2022-02-02", TRUE },
    { &academy_measure_kind, "end=2022-02-02", TRUE },
    { &academy_milestone_kind, "date=2022-02-02", TRUE },
    { &academy_measure_kind, "", FALSE },
    { &academy_milestone_kind, "date=2022-02-02; certainty=month", FALSE },
    { &academy_session_kind, "earliest=2022-02-02", FALSE },
  };
  g_autoptr(AcademyItem) first = academy_test_item (&academy_measure_kind, "start=2022-01-05; end=2022-01-20");
  g_autoptr(AcademyTimelineDrag) drag = NULL;
  AcademyBar bar;
  guint n_taken = 1;

  get_bar (first, &bar);
  drag = academy_timeline_drag_new (ACADEMY_DRAG_MOVE, first, &bar, 10);
  academy_timeline_drag_update (drag, 13, ACADEMY_UNIT_DAY);
  academy_timeline_drag_add (drag, first, &bar);
  g_assert_cmpuint (academy_timeline_drag_get_items (drag)->len, ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_item (rows[i].kind, rows[i].fields);
      AcademySpan before;

      get_bar (item, &bar);
      before = bar.span;
      academy_timeline_drag_add (drag, item, &bar);
      academy_timeline_drag_add (drag, item, &bar);
      n_taken += rows[i].taken;
      g_assert_cmpuint (academy_timeline_drag_get_items (drag)->len, ==, n_taken);
      g_assert_cmpint (academy_timeline_drag_apply_to (drag, item, &bar), ==, rows[i].taken);
      if (rows[i].taken && before.start != 0)
        g_assert_cmpuint (bar.span.start, ==, before.start + 3);
      if (rows[i].taken && before.end != 0)
        g_assert_cmpuint (bar.span.end, ==, before.end + 3);
    }
  g_assert_true (academy_timeline_drag_get_item (drag) == first);
}

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
  /* What was written down elsewhere is at the same time of day here. */
  { &academy_session_kind, "start=2022-03-25T07:00:00+00:00; held=2022-03-25T07:05:00+00:00; next_date=2022-04-01", 3,
    "start=2022-03-28T09:00:00+03:00; held=2022-03-25T07:05:00+00:00; next_date=2022-04-01", "Change sparring session" },
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
    AcademyDragMode    edge;
    int                days;
    const char        *resized;
  } rows[] = {
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_START, -5, "start=2021-12-31; end=2022-01-20" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_START, 15, "start=2022-01-20; end=2022-01-20" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_START, 99, "start=2022-01-20; end=2022-01-20" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_END, 12, "start=2022-01-05; end=2022-02-01" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_END, -15, "start=2022-01-05; end=2022-01-05" },
    { &academy_measure_kind, "start=2022-01-05; end=2022-01-20", ACADEMY_DRAG_END, -99, "start=2022-01-05; end=2022-01-05" },
    { &academy_measure_kind, "start=2022-01-05", ACADEMY_DRAG_END, 7, "start=2022-01-05; end=2022-01-12" },
    { &academy_measure_kind, "start=2022-01-05", ACADEMY_DRAG_END, -7, "start=2022-01-05; end=2022-01-05" },
    { &academy_measure_kind, "start=2022-01-05", ACADEMY_DRAG_START, 7, "start=2022-01-12; end=" },
    { &academy_measure_kind, "end=2022-01-20", ACADEMY_DRAG_START, -7, "start=2022-01-13; end=2022-01-20" },
    { &academy_measure_kind, "end=2022-01-20", ACADEMY_DRAG_START, 7, "start=2022-01-20; end=2022-01-20" },
    { &academy_measure_kind, "end=2022-01-20", ACADEMY_DRAG_END, 7, "start=; end=2022-01-27" },
    { &academy_measure_kind, "", ACADEMY_DRAG_END, 7, "start=; end=" },
    { &academy_pilot_kind, "start=2022-01-10; end=2022-03-31", ACADEMY_DRAG_END, 61, "start=2022-01-10; end=2022-05-31" },
    { &academy_event_kind, "start=2021-10-19; end=2021-10-19", ACADEMY_DRAG_END, 1, "start=2021-10-19; end=2021-10-20" },
    { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_DRAG_END, 31,
      "start=2021-10-01; end=2021-12-31" },
    { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_DRAG_END, -99,
      "start=2021-10-01; end=2021-10-31" },
    { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_DRAG_START, 99,
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
                       rows[i].edge == ACADEMY_DRAG_START ? "Change start" : "Change end");
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
    g_assert_true (academy_timeline_edit_resize (test->store, measure, ACADEMY_DRAG_END, 7, "end A 1", NULL));
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
                                            "status=planned; start=2022-02-14; end=2022-02-27",
                                            academy_item_get_id (goal), academy_item_get_id (pilot));
  g_autoptr(AcademyItem) like = academy_test_add (test, &academy_measure_kind, fields);
  g_autoptr(AcademyItem) alone = NULL;
  g_autoptr(AcademyItem) beside = NULL;
  g_autofree char *before = academy_test_dump (test);
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;

  alone = academy_timeline_edit_add (test->store, academy_item_get_id (organisation), academy_test_day ("2022-02-20"),
                                     NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (academy_item_get_owner (alone), ==, academy_item_get_id (organisation));
  assert_fields (alone, "title=Measure; owner_role=; goals=; pilot=; start=2022-02-20; end=2022-03-05; status=planned");

  beside = academy_timeline_edit_add (test->store, academy_item_get_id (organisation), academy_test_day ("2022-02-14"),
                                      like, &error);
  g_assert_no_error (error);
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

  g_assert_null (academy_timeline_edit_add (test->store, "no id", academy_test_day ("2022-02-14"), NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_clear_error (&error);

  test->store->read_only = TRUE;
  g_assert_false (academy_timeline_edit_shift (test->store, items, 7, NULL, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (academy_timeline_edit_resize (test->store, measure, ACADEMY_DRAG_END, 7, NULL, &error));
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
  { "/drag/commit", test_commit },
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

  g_test_add_func ("/drag/dates", test_dates);
  g_test_add_func ("/drag/progress", test_progress);
  g_test_add_func ("/drag/text", test_text);
  g_test_add_func ("/drag/several", test_several);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, AcademyTest, NULL, academy_test_set_up, cases[i].run, academy_test_tear_down);

  return g_test_run ();
}
