/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-bar.h"
#include "academy-kinds.h"
#include "academy-test.h"

/* The days of items, in the time zone of Helsinki. */
static const struct {
  const AcademyKind *kind;
  const char        *fields;
  const char        *start;
  const char        *end;
  gboolean           unsure;
  gboolean           months;
  const char        *english;
  const char        *finnish;
} spans[] = {
  { &academy_measure_kind, "start=2021-11-01; end=2022-02-28", "2021-11-01", "2022-02-28", FALSE, FALSE,
    "1 Nov 2021 – 28 Feb 2022", "1.11.2021–28.2.2022" },
  { &academy_measure_kind, "start=2022-02-01; end=2022-02-28", "2022-02-01", "2022-02-28", FALSE, FALSE,
    "1–28 Feb 2022", "1.–28.2.2022" },
  { &academy_measure_kind, "start=2021-11-01", "2021-11-01", NULL, FALSE, FALSE, "1 Nov 2021–", "1.11.2021–" },
  { &academy_measure_kind, "end=2022-02-28", NULL, "2022-02-28", FALSE, FALSE, "–28 Feb 2022", "–28.2.2022" },
  { &academy_measure_kind, "", NULL, NULL, FALSE, FALSE, "", "" },
  { &academy_phase_kind, "start=2021-08-31; end=2021-09-30", "2021-08-31", "2021-09-30", FALSE, FALSE,
    "31 Aug – 30 Sep 2021", "31.8.–30.9.2021" },
  { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", "2021-10-01", "2021-11-30", TRUE, TRUE,
    "October–November 2021", "lokakuu–marraskuu 2021" },
  { &academy_phase_kind, "start=2020-02-29; certainty=month", "2020-02-01", "2020-02-29", TRUE, TRUE,
    "February 2020", "helmikuu 2020" },
  { &academy_phase_kind, "end=2022-01-03; certainty=month", "2022-01-01", "2022-01-31", TRUE, TRUE,
    "January 2022", "tammikuu 2022" },
  { &academy_phase_kind, "start=2021-12-01; end=2022-01-31; certainty=month", "2021-12-01", "2022-01-31", TRUE, TRUE,
    "December 2021 – January 2022", "joulukuu 2021 – tammikuu 2022" },
  { &academy_event_kind, "start=2021-10-19; end=2021-10-19", "2021-10-19", "2021-10-19", FALSE, FALSE,
    "19 Oct 2021", "19.10.2021" },
  { &academy_milestone_kind, "date=2022-02-16", "2022-02-16", "2022-02-16", FALSE, FALSE, "16 Feb 2022", "16.2.2022" },
  { &academy_milestone_kind, "date=2022-02-16; certainty=month", "2022-02-01", "2022-02-28", TRUE, TRUE,
    "February 2022", "helmikuu 2022" },
  { &academy_board_item_kind, "meeting_date=2022-02-16; follow_up_date=2022-09-01", "2022-02-16", "2022-02-16", FALSE,
    FALSE, "16 Feb 2022", "16.2.2022" },
  { &academy_organisation_kind, "board_date=2022-02-16", "2022-02-16", "2022-02-16", FALSE, FALSE,
    "16 Feb 2022", "16.2.2022" },
  { &academy_pilot_kind, "start=2022-01-10; end=2022-03-31", "2022-01-10", "2022-03-31", FALSE, FALSE,
    "10 Jan – 31 Mar 2022", "10.1.–31.3.2022" },
  /* Finnish time is two hours ahead of UTC in winter and three in summer. */
  { &academy_session_kind, "start=2021-11-16T09:00:00+02:00", "2021-11-16", "2021-11-16", FALSE, FALSE,
    "16 Nov 2021", "16.11.2021" },
  { &academy_session_kind, "start=2022-03-26T23:59:00+02:00", "2022-03-26", "2022-03-26", FALSE, FALSE,
    "26 Mar 2022", "26.3.2022" },
  { &academy_session_kind, "start=2022-03-27T00:00:00+02:00", "2022-03-27", "2022-03-27", FALSE, FALSE,
    "27 Mar 2022", "27.3.2022" },
  { &academy_session_kind, "start=2022-03-28T00:00:00+03:00", "2022-03-28", "2022-03-28", FALSE, FALSE,
    "28 Mar 2022", "28.3.2022" },
  { &academy_session_kind, "start=2022-10-30T00:00:00+03:00", "2022-10-30", "2022-10-30", FALSE, FALSE,
    "30 Oct 2022", "30.10.2022" },
  { &academy_session_kind, "start=2022-10-30T23:00:00+02:00", "2022-10-30", "2022-10-30", FALSE, FALSE,
    "30 Oct 2022", "30.10.2022" },
  { &academy_session_kind, "start=2022-10-31T00:00:00+02:00", "2022-10-31", "2022-10-31", FALSE, FALSE,
    "31 Oct 2022", "31.10.2022" },
  /* An instant that was written elsewhere is on the day that it is here. */
  { &academy_session_kind, "start=2022-03-26T23:30:00Z", "2022-03-27", "2022-03-27", FALSE, FALSE,
    "27 Mar 2022", "27.3.2022" },
  { &academy_session_kind, "start=2022-03-26T00:30:00+09:00", "2022-03-25", "2022-03-25", FALSE, FALSE,
    "25 Mar 2022", "25.3.2022" },
  /* A session without a time has the days between which it must be. */
  { &academy_session_kind, "earliest=2021-12-01; latest=2021-12-31", "2021-12-01", "2021-12-31", TRUE, FALSE,
    "1–31 Dec 2021", "1.–31.12.2021" },
  { &academy_session_kind, "latest=2021-12-31", NULL, "2021-12-31", TRUE, FALSE, "–31 Dec 2021", "–31.12.2021" },
  { &academy_session_kind, "start=2021-12-14T13:00:00+02:00; earliest=2021-12-01; latest=2021-12-31", "2021-12-14",
    "2021-12-14", FALSE, FALSE, "14 Dec 2021", "14.12.2021" },
  { &academy_session_kind, "number=1", NULL, NULL, FALSE, FALSE, "", "" },
  /* A kind without days. */
  { &academy_goal_kind, "title=Less waste", NULL, NULL, FALSE, FALSE, "", "" },
};

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
test_spans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_item (spans[i].kind, spans[i].fields);
      g_autofree char *english = NULL;
      g_autofree char *finnish = NULL;
      AcademySpan span;

      g_test_message ("%s %s", spans[i].kind->name, spans[i].fields);
      g_assert_cmpint (academy_span_get (item, &span), ==, spans[i].start != NULL || spans[i].end != NULL);
      assert_span (&span, spans[i].start, spans[i].end);
      g_assert_cmpint (span.unsure, ==, spans[i].unsure);
      g_assert_cmpint (span.months, ==, spans[i].months);

      english = academy_span_format (&span, academy_language_get ("en", NULL));
      finnish = academy_span_format (&span, academy_language_get ("fi", NULL));
      g_assert_cmpstr (english, ==, spans[i].english);
      g_assert_cmpstr (finnish, ==, spans[i].finnish);
    }
}

/* Checks that a span known to the month keeps its number of months and moves to
 * the month with the nearest beginning. */
static void
test_shift (void)
{
  static const struct {
    const char *start;
    const char *end;
    gboolean    months;
    int         days;
    const char *shifted_start;
    const char *shifted_end;
  } rows[] = {
    { "2021-11-01", "2022-02-28", FALSE, 7, "2021-11-08", "2022-03-07" },
    { "2020-02-28", "2020-02-29", FALSE, 1, "2020-02-29", "2020-03-01" },
    { "2021-12-31", NULL, FALSE, 1, "2022-01-01", NULL },
    { NULL, "2022-01-01", FALSE, -1, NULL, "2021-12-31" },
    { "2022-01-01", "2022-01-31", TRUE, 31, "2022-02-01", "2022-02-28" },
    { "2022-02-01", "2022-02-28", TRUE, -31, "2022-01-01", "2022-01-31" },
    { "2021-10-01", "2021-11-30", TRUE, 92, "2022-01-01", "2022-02-28" },
    { "2019-11-01", "2020-01-31", TRUE, 92, "2020-02-01", "2020-04-30" },
    { "2021-12-01", "2022-01-31", TRUE, 31, "2022-01-01", "2022-02-28" },
    { "2021-12-01", "2022-01-31", TRUE, 365, "2022-12-01", "2023-01-31" },
    { "2021-12-01", "2022-01-31", TRUE, 0, "2021-12-01", "2022-01-31" },
    /* A shift by a few days moves to no other month, neither earlier nor later. */
    { "2022-02-01", "2022-02-28", TRUE, 7, "2022-02-01", "2022-02-28" },
    { "2022-02-01", "2022-02-28", TRUE, -7, "2022-02-01", "2022-02-28" },
    { "2022-02-01", "2022-02-28", TRUE, 21, "2022-03-01", "2022-03-31" },
    { "2022-02-01", "2022-02-28", TRUE, -21, "2022-01-01", "2022-01-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AcademySpan span = {
        .start = academy_test_day (rows[i].start),
        .end = academy_test_day (rows[i].end),
        .unsure = rows[i].months,
        .months = rows[i].months,
      };

      g_test_message ("%s %s %d", rows[i].start, rows[i].end, rows[i].days);
      academy_span_shift (&span, rows[i].days);
      assert_span (&span, rows[i].shifted_start, rows[i].shifted_end);
    }
}

/* By working days each end moves on its own, and what is known to the month stays in
 * whole months. */
static void
test_move (void)
{
  static const struct {
    const char     *start;
    const char     *end;
    gboolean        months;
    int             n_steps;
    AcademySpanStep step;
    const char     *moved_start;
    const char     *moved_end;
  } rows[] = {
    { "2021-11-01", "2021-12-03", FALSE, 5, ACADEMY_SPAN_WORKING_DAYS, "2021-11-08", "2021-12-13" },
    { "2021-11-08", "2021-12-13", FALSE, -5, ACADEMY_SPAN_WORKING_DAYS, "2021-11-01", "2021-12-03" },
    { NULL, "2021-12-03", FALSE, 1, ACADEMY_SPAN_WORKING_DAYS, NULL, "2021-12-07" },
    { "2021-12-03", NULL, FALSE, 1, ACADEMY_SPAN_WORKING_DAYS, "2021-12-07", NULL },
    { "2022-02-01", "2022-02-28", TRUE, 5, ACADEMY_SPAN_WORKING_DAYS, "2022-02-01", "2022-02-28" },
    { "2022-02-01", "2022-02-28", TRUE, 20, ACADEMY_SPAN_WORKING_DAYS, "2022-03-01", "2022-03-31" },
    { "2021-11-01", "2021-12-03", FALSE, 5, ACADEMY_SPAN_DAYS, "2021-11-06", "2021-12-08" },
    { "2021-11-01", "2021-12-03", FALSE, -2, ACADEMY_SPAN_WEEKS, "2021-10-18", "2021-11-19" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AcademySpan span = {
        .start = academy_test_day (rows[i].start),
        .end = academy_test_day (rows[i].end),
        .unsure = rows[i].months,
        .months = rows[i].months,
      };

      g_test_message ("%s %s %d", rows[i].start, rows[i].end, rows[i].n_steps);
      academy_span_move (&span, rows[i].n_steps, rows[i].step);
      assert_span (&span, rows[i].moved_start, rows[i].moved_end);
    }
}

#define TODAY "2022-02-14"

/* The bars of items and their descriptions on 14 February. */
static const struct {
  const AcademyKind *kind;
  const char        *fields;
  AcademyShape       shape;
  AcademyStatus      status;
  int                progress;
  guint              overdue;
  gboolean           point;
  const char        *english;
  const char        *finnish;
} bars[] = {
  { &academy_measure_kind,
    "owner_role=Hankintapäällikkö; start=2021-11-15; end=2022-01-31; status=in_progress; progress=40",
    ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_IN_PROGRESS, 40, 14, FALSE,
    "Measure, Hankintapäällikkö, 15 Nov 2021 – 31 Jan 2022, In progress, 40%, 14 days overdue",
    "Toimenpide, Hankintapäällikkö, 15.11.2021–31.1.2022, Käynnissä, 40 %, 14 päivää myöhässä" },
  { &academy_measure_kind, "end=2022-02-13; status=planned", ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_PLANNED, -1, 1, FALSE,
    "Measure, –13 Feb 2022, Planned, 1 day overdue", "Toimenpide, –13.2.2022, Suunniteltu, 1 päivän myöhässä" },
  { &academy_measure_kind, "start=2022-02-14; end=2022-02-14; status=planned; progress=0", ACADEMY_SHAPE_MEASURE,
    ACADEMY_STATUS_PLANNED, 0, 0, FALSE, "Measure, 14 Feb 2022, Planned, 0%", "Toimenpide, 14.2.2022, Suunniteltu, 0 %" },
  { &academy_measure_kind, "start=2021-11-01; end=2021-12-15; status=done; progress=90", ACADEMY_SHAPE_MEASURE,
    ACADEMY_STATUS_DONE, 100, 0, FALSE, "Measure, 1 Nov – 15 Dec 2021, Done", "Toimenpide, 1.11.–15.12.2021, Valmis" },
  { &academy_measure_kind, "start=2021-11-01; end=2021-12-15; status=dropped", ACADEMY_SHAPE_MEASURE,
    ACADEMY_STATUS_DROPPED, -1, 0, FALSE, "Measure, 1 Nov – 15 Dec 2021, Dropped", "Toimenpide, 1.11.–15.12.2021, Luovuttu" },
  { &academy_measure_kind, "start=2021-11-01; status=on_hold; progress=20", ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_ON_HOLD,
    20, 0, FALSE, "Measure, 1 Nov 2021–, On hold, 20%", "Toimenpide, 1.11.2021–, Odottaa, 20 %" },
  { &academy_measure_kind, "", ACADEMY_SHAPE_NONE, ACADEMY_STATUS_IDEA, -1, 0, FALSE, "Measure, no dates yet, Idea",
    "Toimenpide, ei vielä päivämääriä, Idea" },
  { &academy_measure_kind, "status=in_progress; progress=30", ACADEMY_SHAPE_NONE, ACADEMY_STATUS_IN_PROGRESS, 30, 0, FALSE,
    "Measure, no dates yet, In progress, 30%", "Toimenpide, ei vielä päivämääriä, Käynnissä, 30 %" },
  { &academy_phase_kind, "start=2021-10-05; end=2021-11-10; certainty=month", ACADEMY_SHAPE_PHASE, ACADEMY_STATUS_UNKNOWN,
    -1, 0, FALSE, "Phase, October–November 2021, days not known",
    "Vaihe, lokakuu–marraskuu 2021, päivät eivät ole tiedossa" },
  { &academy_event_kind, "start=2021-10-19; end=2021-10-19", ACADEMY_SHAPE_EVENT, ACADEMY_STATUS_UNKNOWN, -1, 0, TRUE,
    "Event, 19 Oct 2021", "Tilaisuus, 19.10.2021" },
  { &academy_event_kind, "start=2021-10-19; end=2021-10-20", ACADEMY_SHAPE_EVENT, ACADEMY_STATUS_UNKNOWN, -1, 0, FALSE,
    "Event, 19–20 Oct 2021", "Tilaisuus, 19.–20.10.2021" },
  { &academy_session_kind, "start=2021-11-16T09:00:00+02:00; held=2021-11-16T09:00:00+02:00", ACADEMY_SHAPE_SESSION,
    ACADEMY_STATUS_DONE, 100, 0, TRUE, "Sparring session, 16 Nov 2021, Done", "Sparraus, 16.11.2021, Valmis" },
  { &academy_session_kind, "start=2021-11-16T09:00:00+02:00", ACADEMY_SHAPE_SESSION, ACADEMY_STATUS_PLANNED, -1, 0, TRUE,
    "Sparring session, 16 Nov 2021", "Sparraus, 16.11.2021" },
  { &academy_session_kind, "earliest=2021-12-01; latest=2021-12-01", ACADEMY_SHAPE_SESSION, ACADEMY_STATUS_PLANNED, -1, 0,
    FALSE, "Sparring session, 1 Dec 2021, days not known", "Sparraus, 1.12.2021, päivät eivät ole tiedossa" },
  { &academy_board_item_kind, "meeting_date=2022-02-16; outcome=approved", ACADEMY_SHAPE_BOARD, ACADEMY_STATUS_DONE, 100, 0,
    TRUE, "Board presentation, 16 Feb 2022, Done", "Päätösesitys, 16.2.2022, Valmis" },
  { &academy_organisation_kind, "board_date=2022-02-01", ACADEMY_SHAPE_BOARD, ACADEMY_STATUS_UNKNOWN, -1, 0, TRUE,
    "Organisation, 1 Feb 2022", "Organisaatio, 1.2.2022" },
  { &academy_milestone_kind, "date=2022-02-01; owner_role=Palvelujohtaja", ACADEMY_SHAPE_MILESTONE, ACADEMY_STATUS_PLANNED,
    -1, 13, TRUE, "Milestone, Palvelujohtaja, 1 Feb 2022, 13 days overdue",
    "Virstanpylväs, Palvelujohtaja, 1.2.2022, 13 päivää myöhässä" },
  { &academy_milestone_kind, "date=2022-02-01; done=true", ACADEMY_SHAPE_MILESTONE, ACADEMY_STATUS_DONE, 100, 0, TRUE,
    "Milestone, 1 Feb 2022, Done", "Virstanpylväs, 1.2.2022, Valmis" },
  { &academy_milestone_kind, "date=2022-02-01; certainty=month", ACADEMY_SHAPE_MILESTONE, ACADEMY_STATUS_PLANNED, -1, 0,
    FALSE, "Milestone, February 2022, days not known", "Virstanpylväs, helmikuu 2022, päivät eivät ole tiedossa" },
  { &academy_pilot_kind, "start=2022-01-10; end=2022-02-04; status=running", ACADEMY_SHAPE_PILOT,
    ACADEMY_STATUS_IN_PROGRESS, -1, 10, FALSE, "Pilot, 10 Jan – 4 Feb 2022, Running, 10 days overdue",
    "Pilotti, 10.1.–4.2.2022, Käynnissä, 10 päivää myöhässä" },
  { &academy_pilot_kind, "start=2022-01-10; end=2022-02-04; status=scale", ACADEMY_SHAPE_PILOT, ACADEMY_STATUS_DONE, 100, 0,
    FALSE, "Pilot, 10 Jan – 4 Feb 2022, To be scaled", "Pilotti, 10.1.–4.2.2022, Laajennetaan" },
  { &academy_opportunity_kind, "choice=chosen; needed=2022-06-30; stage=tendering", ACADEMY_SHAPE_PHASE,
    ACADEMY_STATUS_UNKNOWN, -1, 0, FALSE, "Innovation opportunity, 7 Mar – 30 Jun 2022, days not known",
    "Innovaatiomahdollisuus, 7.3.–30.6.2022, päivät eivät ole tiedossa" },
  { &academy_opportunity_kind, "choice=chosen; needed=2022-06-30; stage=tendering; notice=2022-04-01", ACADEMY_SHAPE_PHASE,
    ACADEMY_STATUS_UNKNOWN, -1, 0, FALSE,
    "Innovation opportunity, 1 Apr – 30 Jun 2022, counted back from its end, it begins on 7 Mar 2022",
    "Innovaatiomahdollisuus, 1.4.–30.6.2022, lopusta taaksepäin laskettuna alkaa 7.3.2022" },
  { &academy_goal_kind, "title=Less waste", ACADEMY_SHAPE_NONE, ACADEMY_STATUS_UNKNOWN, -1, 0, FALSE,
    "Impact goal, no dates yet", "Vaikuttavuustavoite, ei vielä päivämääriä" },
};

static void
test_bars (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_item (bars[i].kind, bars[i].fields);
      g_autofree char *english = NULL;
      g_autofree char *finnish = NULL;
      AcademyBar bar;

      g_test_message ("%s %s", bars[i].kind->name, bars[i].fields);
      academy_bar_init (&bar, item, academy_test_day (TODAY));
      g_assert_cmpint (bar.shape, ==, bars[i].shape);
      g_assert_cmpint (bar.status, ==, bars[i].status);
      g_assert_cmpint (bar.progress, ==, bars[i].progress);
      g_assert_cmpuint (bar.overdue, ==, bars[i].overdue);
      g_assert_cmpint (academy_bar_is_point (&bar), ==, bars[i].point);

      english = academy_bar_dup_description (&bar, item, NULL, academy_language_get ("en", NULL));
      finnish = academy_bar_dup_description (&bar, item, NULL, academy_language_get ("fi", NULL));
      g_assert_cmpstr (english, ==, bars[i].english);
      g_assert_cmpstr (finnish, ==, bars[i].finnish);
    }
}

/* Checks that every item with days has a shape, and that others have none. */
static void
test_shapes (void)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_test_message ("%s", (*kind)->name);
      g_assert_cmpint ((*kind)->shape != ACADEMY_SHAPE_NONE, ==, (*kind)->start != NULL);
    }
}

static void
test_slip (void)
{
  static const struct {
    AcademySpan baseline;
    AcademySpan span;
    int         slip;
    const char *english;
    const char *finnish;
    const char *told_english;
    const char *told_finnish;
  } rows[] = {
    { { 100, 200 }, { 100, 214 }, 14, "+14 d", "+14 pv", "14 days later than the baseline",
      "14 päivää vertailukohtaa myöhemmin" },
    { { 100, 200 }, { 90, 199 }, -1, "−1 d", "−1 pv", "1 day earlier than the baseline",
      "1 päivän vertailukohtaa aiemmin" },
    { { 100, 200 }, { 120, 200 }, 0 },
    /* A span without an end is compared by its start. */
    { { 100, 0 }, { 101, 0 }, 1, "+1 d", "+1 pv", "1 day later than the baseline",
      "1 päivän vertailukohtaa myöhemmin" },
    { { 100, 0 }, { 98, 200 }, -2, "−2 d", "−2 pv", "2 days earlier than the baseline",
      "2 päivää vertailukohtaa aiemmin" },
    { { 0, 200 }, { 100, 0 }, 0 },
    { { 0, 0 }, { 100, 200 }, 0 },
    { { 100, 200 }, { 0, 0 }, 0 },
    { { 100, 200 }, { 300, 330, TRUE, TRUE }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyItem) item = academy_test_item (&academy_measure_kind, "");
      AcademyBar bar = { .shape = ACADEMY_SHAPE_MEASURE, .progress = -1, .baseline = rows[i].baseline, .span = rows[i].span };
      const AcademyLanguage *languages[] = { academy_language_get ("en", NULL), academy_language_get ("fi", NULL) };
      const char *texts[] = { rows[i].english, rows[i].finnish };
      const char *told[] = { rows[i].told_english, rows[i].told_finnish };

      g_assert_cmpint (academy_bar_get_slip (&bar), ==, rows[i].slip);
      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_autofree char *text = academy_bar_dup_slip (&bar, languages[j]);
          g_autofree char *description = academy_bar_dup_description (&bar, item, NULL, languages[j]);

          g_assert_cmpstr (text, ==, texts[j]);
          if (told[j] != NULL)
            g_assert_nonnull (g_strstr_len (description, -1, told[j]));
          else
            g_assert_null (g_strstr_len (description, -1, "base"));
        }
    }
}

static void
test_dependencies (void)
{
  static const struct {
    guint       n_waits;
    guint       n_broken;
    const char *named[ACADEMY_BAR_MOST_NAMED + 1];
    const char *english;
    const char *finnish;
  } rows[] = {
    { 0, 0, { NULL }, "", "" },
    { 1, 0, { NULL }, ", depends on 1 measure", ", riippuu 1 toimenpiteestä" },
    { 3, 0, { NULL }, ", depends on 3 measures", ", riippuu 3 toimenpiteestä" },
    { 3, 1, { NULL }, ", starts too early for 1 measure that it depends on",
      ", alkaa ennen kuin edeltävä toimenpide on valmis" },
    { 3, 2, { NULL }, ", starts too early for 2 measures that it depends on",
      ", alkaa ennen kuin 2 edeltävää toimenpidettä on valmiina" },
    { 1, 0, { "A" }, ", depends on “A”", ", edeltävä toimenpide ”A”" },
    { 2, 0, { "A", "B" }, ", depends on “A” and “B”", ", edeltävät toimenpiteet ”A” ja ”B”" },
    { 3, 0, { "A", "B" }, ", depends on “A”, “B” and 1 other", ", edeltävät toimenpiteet ”A”, ”B” ja 1 muu" },
    { 5, 0, { "A", "B" }, ", depends on “A”, “B” and 3 others", ", edeltävät toimenpiteet ”A”, ”B” ja 3 muuta" },
    { 5, 1, { "A" }, ", starts too early for “A”, which it depends on",
      ", alkaa ennen kuin edeltävä toimenpide ”A” on valmis" },
    { 5, 2, { "A", "B" }, ", starts too early for “A” and “B”, which it depends on",
      ", alkaa ennen kuin edeltävät toimenpiteet ”A” ja ”B” ovat valmiina" },
    { 5, 3, { "A", "B" }, ", starts too early for “A”, “B” and 1 other that it depends on",
      ", alkaa ennen kuin edeltävät toimenpiteet ”A”, ”B” ja 1 muu ovat valmiina" },
    { 5, 4, { "A", "B" }, ", starts too early for “A”, “B” and 2 others that it depends on",
      ", alkaa ennen kuin edeltävät toimenpiteet ”A”, ”B” ja 2 muuta ovat valmiina" },
  };
  g_autoptr(AcademyItem) item = academy_test_item (&academy_measure_kind, "start=2022-01-01; end=2022-01-02");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AcademyBar bar;
      g_autofree char *english = NULL;
      g_autofree char *finnish = NULL;
      g_autofree char *expected_english = g_strconcat ("Measure, 1–2 Jan 2022, Idea", rows[i].english, NULL);
      g_autofree char *expected_finnish = g_strconcat ("Toimenpide, 1.–2.1.2022, Idea", rows[i].finnish, NULL);

      academy_bar_init (&bar, item, 1);
      bar.n_waits = rows[i].n_waits;
      bar.n_broken = rows[i].n_broken;
      english = academy_bar_dup_description (&bar, item, rows[i].named, academy_language_get ("en", NULL));
      finnish = academy_bar_dup_description (&bar, item, rows[i].named, academy_language_get ("fi", NULL));
      g_assert_cmpstr (english, ==, expected_english);
      g_assert_cmpstr (finnish, ==, expected_finnish);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span/get", test_spans);
  g_test_add_func ("/span/shift", test_shift);
  g_test_add_func ("/span/move", test_move);
  g_test_add_func ("/bar/init", test_bars);
  g_test_add_func ("/bar/shapes", test_shapes);
  g_test_add_func ("/bar/slip", test_slip);
  g_test_add_func ("/bar/dependencies", test_dependencies);

  return g_test_run ();
}
