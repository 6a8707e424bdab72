/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kinds.h"
#include "academy-procurement-clock.h"
#include "academy-span.h"
#include "academy-test.h"

/* The days of each stage, counted by hand with the holidays of Finland. */
static const struct {
  const char *opportunity;
  const char *stages;
} cases[] = {
  { "needed=2022-06-30",
    "need 2021-10-27 2021-11-23 4~, prior_art 2021-11-24 2021-12-08 2~, market 2021-12-09 2022-01-21 6~, "
    "business_case 2022-01-24 2022-02-04 2~, documents 2022-02-07 2022-03-04 4~, tendering 2022-03-07 2022-05-17 10~, "
    "contract 2022-05-18 2022-06-30 6~" },
  { "needed=2022-06-30; stage=tendering", "tendering 2022-03-07 2022-05-17 10~, contract 2022-05-18 2022-06-30 6~" },
  { "needed=2022-06-30; stage=contract", "contract 2022-05-18 2022-06-30 6~" },
  /* Epiphany is a Thursday, and New Year’s Eve the day before a Saturday. */
  { "needed=2022-01-09; stage=tendering; weeks_tendering=2; weeks_contract=1",
    "tendering 2021-12-16 2021-12-30 2, contract 2021-12-31 2022-01-07 1" },
  { "needed=2022-01-09; stage=documents; weeks_documents=2; weeks_tendering=0; weeks_contract=1",
    "documents 2021-12-16 2021-12-30 2, contract 2021-12-31 2022-01-07 1" },
  { "needed=2022-06-30; stage=evaluation", "" },
  { "stage=tendering", "" },
  { "", "" },
  /* The first year of a date; the holidays are not known then. */
  { "needed=1900-01-05; stage=contract; weeks_contract=1", "contract 1900-01-01 1900-01-05 1" },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AcademyItem) opportunity = academy_test_item (&academy_opportunity_kind, cases[i].opportunity);
      AcademyProcurementStage stages[ACADEMY_KIND_MOST_STAGES];
      guint n_stages = academy_procurement_clock_count_back (opportunity, stages);
      g_autoptr(GString) found = g_string_new (NULL);
      AcademyDay starts[ACADEMY_KIND_MOST_STAGES];

      for (guint j = 0; j < n_stages; j++)
        {
          g_autofree char *start = academy_test_dup_day (stages[j].start);
          g_autofree char *end = academy_test_dup_day (stages[j].end);

          g_string_append_printf (found, "%s%s %s %s %u%s", j > 0 ? ", " : "", stages[j].stage->token, start, end,
                                  stages[j].weeks, stages[j].estimated ? "~" : "");
        }

      g_assert_cmpstr (found->str, ==, cases[i].stages);
      g_assert_cmpuint (academy_procurement_clock_get_starts (opportunity, starts), ==, n_stages);
      for (guint j = 0; j < n_stages; j++)
        g_assert_cmpuint (starts[j], ==, stages[j].start);
    }
}

static const struct {
  const char *opportunity;
  const char *today;
  const char *hint;
} hints[] = {
  { "needed=2022-06-30; stage=contract; weeks_contract=1", "2022-06-30",
    "Counted back in working days:\nContract implementation: 23–30 Jun 2022, 1 week" },
  { "needed=2022-06-30; stage=contract; weeks_contract=1", "2022-07-01",
    "Counted back in working days:\nContract implementation: 23–30 Jun 2022, 1 week\n"
    "“Contract implementation” should have ended on 30 Jun 2022." },
  { "needed=2022-06-30; weeks_need=1; weeks_prior_art=0; weeks_market=0; weeks_business_case=0; weeks_documents=0; "
    "weeks_tendering=0", "2022-05-11",
    "Counted back in working days:\nNeeds identification: 11–17 May 2022, 1 week\n"
    "Contract implementation: 18 May – 30 Jun 2022, about 6 weeks" },
  { "needed=2022-06-30; weeks_need=1; weeks_prior_art=0; weeks_market=0; weeks_business_case=0; weeks_documents=0; "
    "weeks_tendering=0", "2022-05-12",
    "Counted back in working days:\nNeeds identification: 11–17 May 2022, 1 week\n"
    "Contract implementation: 18 May – 30 Jun 2022, about 6 weeks\n"
    "“Needs identification” should have begun on 11 May 2022." },
  { "needed=2022-06-30; stage=contract; weeks_contract=1; notice=2022-06-23", "2022-06-01",
    "Counted back in working days:\nContract implementation: 23–30 Jun 2022, 1 week" },
  { "needed=2022-06-30; stage=contract; weeks_contract=1; notice=2022-06-27", "2022-06-01",
    "Counted back in working days:\nContract implementation: 23–30 Jun 2022, 1 week\n"
    "The procurement is planned to begin too late, on 27 Jun 2022." },
  { "needed=2022-06-30; choice=rejected", "2022-03-29", NULL },
  { "stage=contract", "2022-03-29", NULL },
};

static void
test_hints (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      g_autoptr(AcademyItem) opportunity = academy_test_item (&academy_opportunity_kind, hints[i].opportunity);
      GDate today = academy_date_from_julian (academy_test_day (hints[i].today));
      g_autofree char *hint =
        academy_procurement_clock_dup_hint (opportunity, NULL, &today, academy_language_get ("en", NULL));

      g_assert_cmpstr (hint, ==, hints[i].hint);
    }
}

/* Only a chosen opportunity has a place in time. Its planned begin is known better
 * than what is counted back. */
static void
test_span (void)
{
  static const struct {
    const char *opportunity;
    const char *start;
    const char *end;
    gboolean    unsure;
  } spans[] = {
    { "choice=chosen; needed=2022-06-30; stage=tendering", "2022-03-07", "2022-06-30", TRUE },
    { "choice=chosen; needed=2022-06-30; stage=tendering; notice=2022-02-01", "2022-02-01", "2022-06-30", FALSE },
    { "choice=chosen; notice=2022-02-01", "2022-02-01", NULL, FALSE },
    { "choice=chosen; needed=2022-06-30; stage=evaluation", NULL, "2022-06-30", FALSE },
    { "choice=chosen", NULL, NULL, FALSE },
    { "choice=open; needed=2022-06-30; notice=2022-02-01", NULL, NULL, FALSE },
    { "choice=rejected; needed=2022-06-30", NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr(AcademyItem) opportunity = academy_test_item (&academy_opportunity_kind, spans[i].opportunity);
      AcademySpan span;

      g_assert_cmpint (academy_span_get (opportunity, &span), ==, spans[i].start != NULL || spans[i].end != NULL);
      g_assert_cmpuint (span.start, ==, spans[i].start != NULL ? academy_test_day (spans[i].start) : 0);
      g_assert_cmpuint (span.end, ==, spans[i].end != NULL ? academy_test_day (spans[i].end) : 0);
      g_assert_cmpint (span.unsure, ==, spans[i].unsure);
    }
}

static void
test_order (void)
{
  g_autoptr(AcademyItem) opportunity =
    academy_test_item (&academy_opportunity_kind, "title=A; choice=chosen; needed=2022-06-30; notice=2022-07-01");
  g_autoptr(GError) error = NULL;

  g_assert_false (academy_item_validate_field (opportunity, academy_kind_find_field (&academy_opportunity_kind, "notice"),
                                               &error));
  g_assert_cmpstr (error->message, ==,
                   "Innovation opportunity, Procurement begins, planned: The procurement begins after the day on which it "
                   "is in use. Change one of the two.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/procurement-clock/days", test_days);
  g_test_add_func ("/procurement-clock/hints", test_hints);
  g_test_add_func ("/procurement-clock/span", test_span);
  g_test_add_func ("/procurement-clock/order", test_order);

  return g_test_run ();
}
