/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kinds.h"
#include "academy-test.h"
#include "academy-trend.h"

/* Baselines and targets are texts, of which a number is read where there is one. */
static void
test_text (AcademyTest   *test,
           gconstpointer  data)
{
  static const struct { const char *baseline; const char *target; const char *text; } rows[] = {
    { "62", "42", "62 → 58 → 55.5 g, target 42" },
    { "3,6", "4,2", "3.6 → 58 → 55.5 g, target 4.2" },
    { "1 200 kWh", "1 000 kWh", "1,200 → 58 → 55.5 g, target 1 000 kWh" },
    { "1,500", "2.500", "58 → 55.5 g, target 2.500" },
    { "−5", NULL, "−5 → 58 → 55.5 g" },
    { "many", "fewer", "58 → 55.5 g, target fewer" },
    { "58", NULL, "58 → 55.5 g" },
    { NULL, NULL, "58 → 55.5 g" },
  };
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) goal =
    academy_test_create (test, &academy_goal_kind, academy_item_get_id (organisation), "title", "Less waste");
  g_autoptr(AcademyItem) indicator =
    academy_test_create (test, &academy_indicator_kind, academy_item_get_id (goal), "title", "Waste");
  g_autoptr(AcademyItem) later =
    academy_test_create (test, &academy_reading_kind, academy_item_get_id (indicator), "source", "Later");
  g_autoptr(AcademyItem) earlier =
    academy_test_create (test, &academy_reading_kind, academy_item_get_id (indicator), "source", "Earlier");
  g_autoptr(AcademyItem) empty =
    academy_test_create (test, &academy_reading_kind, academy_item_get_id (indicator), "source", "None");

  g_assert_true (academy_test_set (test, indicator, "unit", "g", NULL, NULL));
  g_assert_true (academy_test_set (test, later, "value", "55.5", NULL, NULL));
  g_assert_true (academy_test_set (test, earlier, "value", "58", NULL, NULL));
  g_assert_true (academy_test_set (test, later, "date", "2022-02-28", NULL, NULL));
  g_assert_true (academy_test_set (test, earlier, "date", "2022-01-31", NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyTrend) trend = NULL;
      g_autofree char *text = NULL;

      g_assert_true (academy_test_set (test, indicator, "baseline", rows[i].baseline, NULL, NULL));
      g_assert_true (academy_test_set (test, indicator, "target", rows[i].target, NULL, NULL));
      trend = academy_trend_read (test->store, indicator, NULL);
      text = academy_trend_dup_text (trend, indicator, academy_language_get ("en", NULL));
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/trend/text", AcademyTest, NULL, academy_test_set_up, test_text, academy_test_tear_down);

  return g_test_run ();
}
