/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>

#include "academy-calendar.h"
#include "academy-date.h"
#include "academy-language.h"

static AcademyDay
day (const char *text)
{
  GDate date;

  g_assert_true (academy_date_from_text (text, &date, NULL));
  return g_date_get_julian (&date);
}

static AcademyDay
day_of (guint       year,
        const char *month_and_day)
{
  g_autofree char *text = g_strdup_printf ("%u-%s", year, month_and_day);

  return day (text);
}

/* The names and the days of each year, as the University Almanac Office prints them. */
static const char * const moving[] = {
  "Good Friday", "Easter Sunday", "Easter Monday", "Ascension Day", "Pentecost",
  "Midsummer Eve", "Midsummer Day", "All Saints’ Day",
};

static const struct {
  guint       year;
  const char *days[G_N_ELEMENTS (moving)];
  guint       weeks;
} years[] = {
  { 2021, { "04-02", "04-04", "04-05", "05-13", "05-23", "06-25", "06-26", "11-06" }, 52 },
  { 2022, { "04-15", "04-17", "04-18", "05-26", "06-05", "06-24", "06-25", "11-05" }, 52 },
  { 2023, { "04-07", "04-09", "04-10", "05-18", "05-28", "06-23", "06-24", "11-04" }, 52 },
  { 2024, { "03-29", "03-31", "04-01", "05-09", "05-19", "06-21", "06-22", "11-02" }, 52 },
  { 2025, { "04-18", "04-20", "04-21", "05-29", "06-08", "06-20", "06-21", "11-01" }, 52 },
  { 2026, { "04-03", "04-05", "04-06", "05-14", "05-24", "06-19", "06-20", "10-31" }, 53 },
  { 2027, { "03-26", "03-28", "03-29", "05-06", "05-16", "06-25", "06-26", "11-06" }, 52 },
  { 2028, { "04-14", "04-16", "04-17", "05-25", "06-04", "06-23", "06-24", "11-04" }, 52 },
  { 2029, { "03-30", "04-01", "04-02", "05-10", "05-20", "06-22", "06-23", "11-03" }, 52 },
  { 2030, { "04-19", "04-21", "04-22", "05-30", "06-09", "06-21", "06-22", "11-02" }, 52 },
};

static const struct {
  const char *day;
  const char *name;
  const char *finnish;
} fixed[] = {
  { "01-01", "New Year’s Day", "Uudenvuodenpäivä" },
  { "01-06", "Epiphany", "Loppiainen" },
  { "05-01", "May Day", "Vappu" },
  { "12-06", "Independence Day", "Itsenäisyyspäivä" },
  { "12-24", "Christmas Eve", "Jouluaatto" },
  { "12-25", "Christmas Day", "Joulupäivä" },
  { "12-26", "Second Day of Christmas", "Tapaninpäivä" },
};

/* All of them and no other. */
static void
test_holidays (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      guint count = 0;

      for (guint j = 0; j < G_N_ELEMENTS (moving); j++)
        g_assert_cmpstr (academy_calendar_get_holiday (day_of (years[i].year, years[i].days[j])), ==, moving[j]);
      for (guint j = 0; j < G_N_ELEMENTS (fixed); j++)
        g_assert_cmpstr (academy_calendar_get_holiday (day_of (years[i].year, fixed[j].day)), ==, fixed[j].name);

      for (AcademyDay julian = day_of (years[i].year, "01-01"); julian <= day_of (years[i].year, "12-31"); julian++)
        if (academy_calendar_get_holiday (julian) != NULL)
          count++;
      g_assert_cmpuint (count, ==, G_N_ELEMENTS (moving) + G_N_ELEMENTS (fixed));
    }
}

static void
test_edges (void)
{
  static const struct {
    const char *day;
    const char *name;
    gboolean    working;
  } days[] = {
    { "2021-11-06", "All Saints’ Day", FALSE },
    { "2021-12-06", "Independence Day", FALSE },
    { "2021-12-24", "Christmas Eve", FALSE },
    { "2022-01-06", "Epiphany", FALSE },
    { "2024-03-31", "Easter Sunday", FALSE },
    { "2024-04-01", "Easter Monday", FALSE },
    { "2026-06-19", "Midsummer Eve", FALSE },
    { "2026-10-31", "All Saints’ Day", FALSE },
    { "2021-10-16", NULL, FALSE },
    { "2021-10-17", NULL, FALSE },
    { "2021-10-18", NULL, TRUE },
    { "2021-10-22", NULL, TRUE },
    /* May Day and Ascension Day in one */
    { "2008-05-01", "May Day", FALSE },
    /* The latest Easter there can be */
    { "2038-04-25", "Easter Sunday", FALSE },
    /* Holidays were others until 1990. */
    { "1990-01-06", NULL, FALSE },
    { "1990-12-25", NULL, TRUE },
    { "1991-01-06", "Epiphany", FALSE },
    { "2199-12-25", "Christmas Day", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_test_message ("%s", days[i].day);
      g_assert_cmpstr (academy_calendar_get_holiday (day (days[i].day)), ==, days[i].name);
      g_assert_cmpint (academy_calendar_is_working_day (day (days[i].day)), ==, days[i].working);
    }
}

static void
test_working_days (void)
{
  static const struct {
    const char *first;
    const char *last;
    guint       count;
  } spans[] = {
    { "2021-10-19", "2021-10-19", 1 },
    { "2021-10-16", "2021-10-17", 0 },
    { "2021-10-18", "2021-10-24", 5 },
    { "2021-10-25", "2021-10-18", 0 },
    { "2021-11-01", "2021-11-30", 22 },
    { "2021-12-01", "2021-12-31", 21 },
    { "2022-01-01", "2022-01-31", 20 },
    { "2008-05-01", "2008-05-02", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    g_assert_cmpuint (academy_calendar_count_working_days (day (spans[i].first), day (spans[i].last)), ==,
                      spans[i].count);

  /* The sum is what counting one by one gives, across years and across the first year. */
  for (AcademyDay first = day ("1989-12-20"); first < day ("2031-01-01"); first += 97)
    {
      guint count = 0;

      for (AcademyDay julian = first; julian < first + 500; julian++)
        count += academy_calendar_is_working_day (julian);
      g_assert_cmpuint (academy_calendar_count_working_days (first, first + 499), ==, count);
    }
}

static void
test_weeks (void)
{
  static const struct {
    const char *day;
    guint       week;
    int         year;
  } weeks[] = {
    { "2021-01-03", 53, 2020 },
    { "2021-01-04", 1, 2021 },
    { "2022-01-01", 52, 2021 },
    { "2026-12-31", 53, 2026 },
    { "2027-01-03", 53, 2026 },
    { "2027-01-04", 1, 2027 },
    { "2021-08-31", 35, 2021 },
    { "2021-09-30", 39, 2021 },
    { "2021-10-19", 42, 2021 },
    { "2021-11-01", 44, 2021 },
    { "2021-11-30", 48, 2021 },
    { "2021-12-31", 52, 2021 },
    { "2022-02-01", 5, 2022 },
    { "2022-02-28", 9, 2022 },
    { "2019-12-30", 1, 2020 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      int year;

      g_test_message ("%s", weeks[i].day);
      g_assert_cmpuint (academy_calendar_get_iso_week (day (weeks[i].day), &year), ==, weeks[i].week);
      g_assert_cmpint (year, ==, weeks[i].year);
      g_assert_cmpuint (academy_calendar_get_iso_week (day (weeks[i].day), NULL), ==, weeks[i].week);
    }

  /* The week of 28 December is always the last one of its year. */
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    g_assert_cmpuint (academy_calendar_get_iso_week (day_of (years[i].year, "12-28"), NULL), ==, years[i].weeks);
}

/* As many working days on or back, over weekends and holidays; a day off counts from
 * itself. */
static void
test_add_working_days (void)
{
  static const struct {
    const char *from;
    int         n_days;
    const char *to;
  } rows[] = {
    { "2021-10-01", 0, "2021-10-01" },
    { "2021-10-02", 0, "2021-10-02" },
    { "2021-10-01", 1, "2021-10-04" },
    { "2021-10-02", 1, "2021-10-04" },
    { "2021-10-02", -1, "2021-10-01" },
    { "2021-10-04", -1, "2021-10-01" },
    { "2021-12-03", 5, "2021-12-13" },
    { "2021-12-23", 1, "2021-12-27" },
    { "2022-01-07", -3, "2022-01-03" },
    { "2022-01-03", 250, "2022-12-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AcademyDay from = day (rows[i].from);
      AcademyDay to = academy_calendar_add_working_days (from, rows[i].n_days);

      g_test_message ("%s %d", rows[i].from, rows[i].n_days);
      g_assert_cmpuint (to, ==, day (rows[i].to));
      if (rows[i].n_days > 0)
        g_assert_cmpuint (academy_calendar_count_working_days (from + 1, to), ==, rows[i].n_days);
    }
}

static void
test_finnish_names (void)
{
  g_autoptr(GError) error = NULL;
  const AcademyLanguage *finnish = academy_language_get ("fi", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_assert_cmpstr (academy_language_translate (finnish, fixed[i].name), ==, fixed[i].finnish);
  g_assert_cmpstr (academy_language_translate (finnish, "Midsummer Eve"), ==, "Juhannusaatto");
  g_assert_cmpstr (academy_language_translate (finnish, "All Saints’ Day"), ==, "Pyhäinpäivä");
}

static gpointer
ask_for_all (gpointer data)
{
  guint count = 0;

  for (AcademyDay julian = day ("2040-01-01"); julian < day ("2140-01-01"); julian++)
    if (academy_calendar_get_holiday (julian) != NULL)
      count++;

  return GUINT_TO_POINTER (count);
}

/* The first to ask for a year makes its days, whichever thread it is. */
static void
test_threads (void)
{
  GThread *threads[4];
  gpointer counts[G_N_ELEMENTS (threads)];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, ask_for_all, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    counts[i] = g_thread_join (threads[i]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (counts[i] == counts[0]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/holidays", test_holidays);
  g_test_add_func ("/calendar/edges", test_edges);
  g_test_add_func ("/calendar/working-days", test_working_days);
  g_test_add_func ("/calendar/working-days/add", test_add_working_days);
  g_test_add_func ("/calendar/weeks", test_weeks);
  g_test_add_func ("/calendar/finnish-names", test_finnish_names);
  g_test_add_func ("/calendar/threads", test_threads);

  return g_test_run ();
}
