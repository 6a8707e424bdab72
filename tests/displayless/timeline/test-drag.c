/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-store-private.h"
#include "academy-test.h"
#include "academy-timeline-drag.h"
#include "academy-timeline-edits.h"
#include "academy-dependency-lines.h"

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
test_commit (AcademyTest  *test,
             gconstpointer data)
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
        academy_timeline_edit_resize (test->store, item, academy_timeline_drag_get_edge (drag),
                                      academy_timeline_drag_get_days (drag), NULL, &error);
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
      "Vapauta sen toimenpiteen kohdalla, joka riippuu tästä" },
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

/* The line of a dependency while one of its ends is dragged: three days after
 * the tenth the other one may begin. */
static void
test_links (void)
{
  static const struct {
    gboolean        successor;
    AcademyDragMode mode;
    int             days;
    const char     *end;
    const char     *start;
    gboolean        broken;
  } rows[] = {
    { FALSE, ACADEMY_DRAG_MOVE, 0, "2022-01-10", "2022-01-14", FALSE },
    { FALSE, ACADEMY_DRAG_MOVE, 1, "2022-01-11", "2022-01-14", TRUE },
    { FALSE, ACADEMY_DRAG_END, 2, "2022-01-12", "2022-01-14", TRUE },
    { FALSE, ACADEMY_DRAG_START, 2, "2022-01-10", "2022-01-14", FALSE },
    { TRUE, ACADEMY_DRAG_MOVE, -1, "2022-01-10", "2022-01-13", TRUE },
    { TRUE, ACADEMY_DRAG_START, 5, "2022-01-10", "2022-01-19", FALSE },
    { TRUE, ACADEMY_DRAG_END, 5, "2022-01-10", "2022-01-14", FALSE },
  };
  g_autoptr(AcademyItem) predecessor = academy_test_item (&academy_measure_kind, "start=2022-01-03; end=2022-01-10");
  g_autoptr(AcademyItem) successor = academy_test_item (&academy_measure_kind, "start=2022-01-14; end=2022-01-31");
  AcademyScheduleDependency dependency = {
    .lag = 3,
    .end = academy_test_day ("2022-01-10"),
    .start = academy_test_day ("2022-01-14"),
  };

  g_strlcpy (dependency.predecessor, academy_item_get_id (predecessor), sizeof dependency.predecessor);
  g_strlcpy (dependency.successor, academy_item_get_id (successor), sizeof dependency.successor);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AcademyItem *item = rows[i].successor ? successor : predecessor;
      AcademyDependencyLine link = { .end = dependency.end, .start = dependency.start, .dependency = &dependency };
      g_autoptr(AcademyTimelineDrag) drag = NULL;
      AcademyBar bar;

      g_test_message ("%d mode %d: %d", rows[i].successor, rows[i].mode, rows[i].days);
      get_bar (item, &bar);
      drag = academy_timeline_drag_new (rows[i].mode, item, &bar, 1000);
      academy_timeline_drag_update (drag, 1000 + rows[i].days, ACADEMY_UNIT_DAY);
      academy_timeline_drag_follow_link (drag, &link);
      assert_span (&(AcademySpan) { .start = link.end, .end = link.start }, rows[i].end, rows[i].start);
      g_assert_cmpint (link.broken, ==, rows[i].broken);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drag/dates", test_dates);
  g_test_add ("/drag/commit", AcademyTest, NULL, academy_test_set_up, test_commit, academy_test_tear_down);
  g_test_add_func ("/drag/progress", test_progress);
  g_test_add_func ("/drag/text", test_text);
  g_test_add_func ("/drag/several", test_several);
  g_test_add_func ("/drag/links", test_links);

  return g_test_run ();
}
