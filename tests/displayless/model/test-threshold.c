/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-kinds.h"
#include "academy-procurement.h"
#include "academy-test.h"
#include "academy-threshold.h"

/* What a value is on a day, with what is missing to know more. */
static const struct {
  gint64                  value;
  const char             *object;
  const char             *buyer;
  const char             *day;
  AcademyThresholdSize    size;
  AcademyThresholdMissing missing;
} cases[] = {
  { 59999, "goods_services", "other", "2021-11-01", ACADEMY_SIZE_SMALL },
  { 60000, "goods_services", "other", "2021-11-01", ACADEMY_SIZE_NATIONAL },
  { 60000, "goods_services", "central", "2021-11-01", ACADEMY_SIZE_NATIONAL },
  { 59999, "goods_services", NULL, "2021-11-01", ACADEMY_SIZE_SMALL },
  { 60000, "goods_services", NULL, "2021-11-01", ACADEMY_SIZE_AT_LEAST_NATIONAL, ACADEMY_MISSING_BUYER },
  { 0, "goods_services", "other", "2021-11-01", ACADEMY_SIZE_SMALL },

  /* The EU thresholds change with the year. */
  { 214500, "goods_services", "other", "2021-12-31", ACADEMY_SIZE_EU },
  { 214500, "goods_services", "other", "2022-01-01", ACADEMY_SIZE_NATIONAL },
  { 214500, "goods_services", "central", "2021-12-31", ACADEMY_SIZE_EU },
  { 214500, "goods_services", "central", "2022-01-01", ACADEMY_SIZE_EU },
  { 139999, "goods_services", "central", "2021-12-31", ACADEMY_SIZE_EU },
  { 139999, "goods_services", "central", "2022-01-01", ACADEMY_SIZE_NATIONAL },
  { 213999, "design_contest", "other", "2020-01-01", ACADEMY_SIZE_NATIONAL },
  { 214000, "design_contest", "other", "2020-01-01", ACADEMY_SIZE_EU },
  { 221000, "goods_services", "other", "2019-12-31", ACADEMY_SIZE_EU },
  { 220999, "goods_services", "other", "2025-12-31", ACADEMY_SIZE_NATIONAL },
  { 220999, "goods_services", "other", "2026-01-01", ACADEMY_SIZE_EU },
  { 143000, "goods_services", "central", "2024-01-01", ACADEMY_SIZE_EU },
  { 149999, "works", "other", "2022-06-01", ACADEMY_SIZE_SMALL },
  { 5381999, "works", "other", "2022-06-01", ACADEMY_SIZE_NATIONAL },
  { 5382000, "works", "central", "2022-06-01", ACADEMY_SIZE_EU },
  { 430999, "goods_services", "utility", "2022-06-01", ACADEMY_SIZE_BELOW_EU },
  { 431000, "goods_services", "utility", "2022-06-01", ACADEMY_SIZE_EU },
  { 399999, "social", "other", "2026-06-01", ACADEMY_SIZE_SMALL },
  { 750000, "social", "other", "2026-06-01", ACADEMY_SIZE_EU },
  { 300000, "special", "other", "2026-06-01", ACADEMY_SIZE_NATIONAL },
  { 5404000, "service_concession", "other", "2027-12-31", ACADEMY_SIZE_EU },

  /* Nobody has told all of them. */
  { 750000, "social", "other", "2022-06-01", ACADEMY_SIZE_AT_LEAST_NATIONAL, ACADEMY_MISSING_THRESHOLD },
  { 750000, "social", "utility", "2026-06-01", ACADEMY_SIZE_UNKNOWN, ACADEMY_MISSING_THRESHOLD },
  { 500000, "works_concession", "other", "2022-06-01", ACADEMY_SIZE_AT_LEAST_NATIONAL, ACADEMY_MISSING_THRESHOLD },
  { 300000, "goods_services", "other", "2017-01-01", ACADEMY_SIZE_AT_LEAST_NATIONAL, ACADEMY_MISSING_THRESHOLD },
  { 300000, "goods_services", "other", "2016-12-31", ACADEMY_SIZE_UNKNOWN, ACADEMY_MISSING_THRESHOLD },
  { 300000, "goods_services", "other", "2028-01-01", ACADEMY_SIZE_AT_LEAST_NATIONAL, ACADEMY_MISSING_THRESHOLD },
  { 300000, NULL, "other", "2022-06-01", ACADEMY_SIZE_UNKNOWN, ACADEMY_MISSING_OBJECT },
  { ACADEMY_UNSET, "goods_services", "other", "2022-06-01", ACADEMY_SIZE_UNKNOWN, ACADEMY_MISSING_VALUE },
};

/* The innovation opportunities of an example plan, of a municipality in 2022. */
static const struct {
  gint64               value;
  AcademyThresholdSize size;
} opportunities[] = {
  { 48000, ACADEMY_SIZE_SMALL },
  { 640000, ACADEMY_SIZE_EU },
  { 75000, ACADEMY_SIZE_NATIONAL },
  { 30000, ACADEMY_SIZE_SMALL },
};

/* By the class of the buyer or the sector of an organisation. */
static const struct {
  const char *organisation;
  const char *buyer;
} buyers[] = {
  { "sector=municipal", "other" },
  { "sector=state", "central" },
  { "sector=state_company", NULL },
  { "", NULL },
  { "sector=state; buyer_class=other", "other" },
  { "buyer_class=utility", "utility" },
};

static const struct {
  const char *language;
  gint64      value;
  const char *object;
  const char *buyer;
  const char *day;
  const char *hint;
} hints[] = {
  { "en", 640000, "goods_services", "other", "2022-06-01",
    "About €640,000: at least the EU threshold of €215,000 (2022–2023). A hint, not legal advice." },
  { "en", 75000, "goods_services", "other", "2022-06-01",
    "About €75,000: at least the national threshold of €60,000, below the EU threshold of €215,000 (2022–2023). "
    "A hint, not legal advice." },
  { "en", 48000, "goods_services", "other", "2022-06-01",
    "About €48,000: below the national threshold of €60,000, a small procurement. A hint, not legal advice." },
  { "en", 48000, "goods_services", "other", "2026-01-01",
    "About €48,000: below the national threshold of €60,000, a small procurement. Check the national threshold: the act was "
    "being reformed in 2026. A hint, not legal advice." },
  { "en", 75000, "goods_services", NULL, "2022-06-01",
    "About €75,000: at least the national threshold of €60,000. The EU threshold depends on the contracting entity: choose it "
    "in the facts of the organisation. A hint, not legal advice." },
  { "en", 75000, "goods_services", "utility", "2022-06-01",
    "About €75,000: below the EU threshold of €431,000 (2022–2023). A hint, not legal advice." },
  { "en", 75000, "goods_services", "other", "2015-06-01",
    "The EU threshold of this object on that day is not known." },
  { "en", 75000, NULL, "other", "2022-06-01",
    "Choose the object of the procurement to compare its value with the thresholds." },
  { "en", ACADEMY_UNSET, "goods_services", "other", "2022-06-01", NULL },
  { "fi", 640000, "goods_services", "other", "2022-06-01",
    "Noin 640 000 €: vähintään EU-kynnysarvon 215 000 € suuruinen (2022–2023). Tämä on vihje, ei oikeudellinen neuvo." },
};

static AcademyThresholdJudgement
judge (gint64      value,
       const char *object,
       const char *buyer,
       const char *day)
{
  GDate date = academy_date_from_julian (academy_test_day (day));

  return academy_threshold_judge (value, object, buyer, &date);
}

static void
test_sizes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AcademyThresholdJudgement judgement = judge (cases[i].value, cases[i].object, cases[i].buyer, cases[i].day);

      g_test_message ("%" G_GINT64_FORMAT " %s %s %s", cases[i].value, cases[i].object, cases[i].buyer, cases[i].day);
      g_assert_cmpint (judgement.size, ==, cases[i].size);
      g_assert_cmpint (judgement.missing, ==, cases[i].missing);
      g_assert_cmpint (judgement.must_check, ==, judgement.national != NULL && strcmp (cases[i].day, "2026-01-01") >= 0);
    }

  for (guint i = 0; i < G_N_ELEMENTS (opportunities); i++)
    g_assert_cmpint (judge (opportunities[i].value, "goods_services", "other", "2022-01-01").size, ==, opportunities[i].size);
}

/* Every object has one threshold on each day, of the years whose thresholds are
 * known, and says where it is from. */
static void
test_table (void)
{
  static const char * const classes[] = { "central", "other", "utility" };

  for (const AcademyChoice *object = academy_procurement_objects; object->token != NULL; object++)
    for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
      for (AcademyDay day = academy_test_day ("2016-12-25"); day < academy_test_day ("2028-01-05"); day++)
        {
          GDate date = academy_date_from_julian (day);
          guint year = g_date_get_year (&date);
          const AcademyThreshold *national = academy_threshold_find (ACADEMY_THRESHOLD_NATIONAL, object->token, classes[i], &date);
          const AcademyThreshold *eu = academy_threshold_find (ACADEMY_THRESHOLD_EU, object->token, classes[i], &date);
          gboolean is_plain = g_str_equal (object->token, "goods_services") || g_str_equal (object->token, "works") ||
                              g_str_equal (object->token, "design_contest");

          g_assert_cmpint (national != NULL, ==, year >= 2017 && !g_str_equal (classes[i], "utility"));
          if (is_plain)
            g_assert_cmpint (eu != NULL, ==, year >= 2018 && year <= 2027);
          g_assert_true (national == NULL || g_str_has_prefix (national->source, "https://"));
          g_assert_true (eu == NULL || g_str_has_prefix (eu->source, "https://"));
        }
}

static void
test_buyers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (buyers); i++)
    {
      g_autoptr(AcademyItem) organisation = academy_test_item (&academy_organisation_kind, buyers[i].organisation);

      g_assert_cmpstr (academy_threshold_get_buyer (organisation), ==, buyers[i].buyer);
    }
}

static void
test_hints (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      const AcademyLanguage *language = academy_language_get (hints[i].language, NULL);
      AcademyThresholdJudgement judgement = judge (hints[i].value, hints[i].object, hints[i].buyer, hints[i].day);
      g_autofree char *hint = academy_threshold_dup_hint (&judgement, hints[i].value, language);

      if (hint != NULL)
        {
          g_auto(GStrv) parts = g_strsplit (hint, "\u00a0", -1);
          g_autofree char *plain = g_strjoinv (" ", parts);

          g_assert_cmpstr (plain, ==, hints[i].hint);
        }
      else
        {
          g_assert_null (hints[i].hint);
        }
    }
}

/* The day is the planned begin of the procurement, or else today. */
static void
test_opportunity (void)
{
  const AcademyField *value = academy_kind_find_field (&academy_opportunity_kind, "value");
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  g_autoptr(AcademyItem) organisation = academy_test_item (&academy_organisation_kind, "sector=municipal");
  g_autoptr(AcademyItem) open = academy_test_item (&academy_opportunity_kind, "value=214500; object=goods_services");
  g_autoptr(AcademyItem) planned =
    academy_test_item (&academy_opportunity_kind, "value=214500; object=goods_services; notice=2021-12-31");
  GDate today = academy_date_from_julian (academy_test_day ("2022-01-01"));
  g_autofree char *later = value->dup_hint (open, organisation, &today, language);
  g_autofree char *earlier = value->dup_hint (planned, organisation, &today, language);

  g_assert_true (g_str_has_prefix (later, "About €214,500: at least the national threshold of €60,000, below"));
  g_assert_true (g_str_has_prefix (earlier, "About €214,500: at least the EU threshold of €214,000 (2020–2021)."));
}

/* A procedure that is too small for the value. */
static void
test_procedure (void)
{
  static const struct {
    const char *opportunity;
    const char *hint;
  } procedures[] = {
    { "value=60000; object=goods_services; procedure=small",
      "A small procurement is below the national threshold, which is €60,000 here. A hint, not legal advice." },
    { "value=59999; object=goods_services; procedure=small", NULL },
    { "value=640000; object=goods_services; procedure=open", NULL },
    { "value=640000; procedure=small", NULL },
    { "object=goods_services; procedure=small", NULL },
    { "value=640000; object=goods_services", NULL },
  };
  const AcademyField *procedure = academy_kind_find_field (&academy_opportunity_kind, "procedure");
  GDate today = academy_date_from_julian (academy_test_day ("2022-01-01"));

  for (guint i = 0; i < G_N_ELEMENTS (procedures); i++)
    {
      g_autoptr(AcademyItem) opportunity = academy_test_item (&academy_opportunity_kind, procedures[i].opportunity);
      g_autofree char *hint = procedure->dup_hint (opportunity, NULL, &today, academy_language_get ("en", NULL));

      g_assert_cmpstr (hint, ==, procedures[i].hint);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/threshold/sizes", test_sizes);
  g_test_add_func ("/threshold/table", test_table);
  g_test_add_func ("/threshold/buyers", test_buyers);
  g_test_add_func ("/threshold/hints", test_hints);
  g_test_add_func ("/threshold/opportunity", test_opportunity);
  g_test_add_func ("/threshold/procedure", test_procedure);

  return g_test_run ();
}
