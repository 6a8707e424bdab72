/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "academy-axis.h"
#include "academy-zoom.h"
#include "academy-test.h"

/* The tolerance in pixels, and in days at the smallest scale. */
#define PIXELS 0.001
#define DAYS   0.001

typedef struct {
  const char *first;
  double      part;
  double      n_days;
  double      width;
} View;

static const View views[] = {
  { "2021-10-19", 0, 90, 900 },
  { "2021-12-31", 0.25, 14, 1280 },
  { "2020-02-28", 0.5, 30, 333 },
  { "2021-08-31", 0.99, 1096, 1920 },
  { "2019-01-01", 0, 3653, 640 },
  { "2022-02-14", 0, 60, 1 },
};

static AcademyAxis *
create_axis (const View *view,
             gboolean    mirrored)
{
  AcademyAxis *axis = academy_axis_new ();

  academy_axis_set_width (axis, view->width);
  academy_axis_set_mirrored (axis, mirrored);
  academy_axis_show (axis, academy_test_day (view->first) + view->part, view->n_days);

  return axis;
}

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (gboolean mirrored = FALSE; mirrored <= TRUE; mirrored++)
      {
        g_autoptr(AcademyAxis) axis = create_axis (&views[i], mirrored);
        AcademyDay first = academy_test_day (views[i].first);

        g_assert_cmpfloat_with_epsilon (academy_axis_get_scale (axis), views[i].width / views[i].n_days, 1e-9);
        g_assert_cmpfloat_with_epsilon (academy_axis_get_x (axis, first + views[i].part),
                                        mirrored ? views[i].width : 0, PIXELS);
        g_assert_cmpfloat_with_epsilon (academy_axis_get_x (axis, first + views[i].part + views[i].n_days),
                                        mirrored ? 0 : views[i].width, PIXELS);
        for (double day = first - 400; day < first + 2 * views[i].n_days; day += 3.25)
          {
            double x = academy_axis_get_x (axis, day);

            g_assert_cmpfloat_with_epsilon (academy_axis_get_day (axis, x), day, DAYS);
            g_assert_cmpfloat_with_epsilon (fabs (academy_axis_get_x (axis, day + 1) - x),
                                            academy_axis_get_scale (axis), PIXELS);
            g_assert_cmpint (academy_axis_get_x (axis, day + 1) < x, ==, mirrored);
          }
      }
}

static void
test_visible (void)
{
  static const struct {
    double  part;
    double  n_days;
    AcademyDay before;
    AcademyDay after;
  } rows[] = {
    { 0, 14, 0, 13 },
    { 0.01, 14, 0, 14 },
    { 0.99, 14, 0, 14 },
    { 0.5, 14.25, 0, 14 },
    { 0.5, 14.5, 0, 14 },
    { 0.5, 14.51, 0, 15 },
  };
  AcademyDay first = academy_test_day ("2021-12-25");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gboolean mirrored = FALSE; mirrored <= TRUE; mirrored++)
      {
        g_autoptr(AcademyAxis) axis =
          create_axis (&(View) { "2021-12-25", rows[i].part, rows[i].n_days, 100 }, mirrored);
        AcademyDay from, to;

        academy_axis_get_visible (axis, &from, &to);
        g_assert_cmpuint (from, ==, first + rows[i].before);
        g_assert_cmpuint (to, ==, first + rows[i].after);
      }
}

/* Checks that the mirrored axis is always the mirror image of the other one,
 * whatever is done to both. */
static void
assert_image (AcademyAxis *axis,
              AcademyAxis *mirrored)
{
  double width = academy_axis_get_width (axis);

  g_assert_cmpfloat (academy_axis_get_first (axis), ==, academy_axis_get_first (mirrored));
  for (double day = academy_axis_get_first (axis) - 20; day < academy_axis_get_first (axis) + 120; day += 0.75)
    g_assert_cmpfloat_with_epsilon (academy_axis_get_x (axis, day), width - academy_axis_get_x (mirrored, day), PIXELS);
  for (double x = -50; x < width + 50; x += 7)
    g_assert_cmpfloat_with_epsilon (academy_axis_get_day (axis, x), academy_axis_get_day (mirrored, width - x), DAYS);
}

static void
test_mirrored (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr(AcademyAxis) axis = create_axis (&views[i], FALSE);
      g_autoptr(AcademyAxis) mirrored = create_axis (&views[i], TRUE);

      g_assert_false (academy_axis_is_mirrored (axis));
      g_assert_true (academy_axis_is_mirrored (mirrored));
      assert_image (axis, mirrored);
      academy_axis_zoom (axis, 1.7, views[i].width / 5);
      academy_axis_zoom (mirrored, 1.7, views[i].width - views[i].width / 5);
      assert_image (axis, mirrored);
      academy_axis_set_width (axis, 777);
      academy_axis_set_width (mirrored, 777);
      assert_image (axis, mirrored);
    }
}

static void
test_zoom (void)
{
  static const double factors[] = { 1.15, 1 / 1.15, 1.25, 0.8, 3, 1 / 3., 100, 0.001, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (guint j = 0; j < G_N_ELEMENTS (factors); j++)
      for (double x = 0; x <= views[i].width; x += views[i].width / 4)
        for (gboolean mirrored = FALSE; mirrored <= TRUE; mirrored++)
          {
            g_autoptr(AcademyAxis) axis = create_axis (&views[i], mirrored);
            double day = academy_axis_get_day (axis, x);
            double most = MAX (views[i].n_days, ACADEMY_AXIS_MOST_DAYS);

            academy_axis_zoom (axis, factors[j], x);
            g_assert_cmpfloat_with_epsilon (academy_axis_get_day (axis, x), day, DAYS);
            g_assert_cmpfloat_with_epsilon (academy_axis_get_n_days (axis),
                                            CLAMP (views[i].n_days / factors[j], ACADEMY_AXIS_FEWEST_DAYS, most), 1e-9);
          }
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_limits (void)
{
  g_autoptr(AcademyAxis) axis = create_axis (&views[0], FALSE);
  guint n_changes = 0;

  for (guint i = 0; i < 100; i++)
    academy_axis_zoom (axis, 1.25, 450);
  g_assert_cmpfloat (academy_axis_get_n_days (axis), ==, 14);
  for (guint i = 0; i < 100; i++)
    academy_axis_zoom (axis, 0.8, 450);
  g_assert_cmpfloat (academy_axis_get_n_days (axis), ==, 1096);

  /* Check that zooming at a limit changes nothing. */
  g_signal_connect_swapped (axis, "changed", G_CALLBACK (count_cb), &n_changes);
  academy_axis_zoom (axis, 0.8, 100);
  g_assert_cmpuint (n_changes, ==, 0);

  /* Check that a plan longer than the limit is shown, and that people can zoom in
   * from there but not out. */
  academy_axis_show (axis, academy_test_day ("2021-01-01"), 3000);
  academy_axis_zoom (axis, 0.8, 100);
  g_assert_cmpfloat (academy_axis_get_n_days (axis), ==, 3000);
  academy_axis_zoom (axis, 1.25, 100);
  g_assert_cmpfloat (academy_axis_get_n_days (axis), ==, 2400);

  academy_axis_show (axis, academy_test_day ("2021-01-01"), 3);
  g_assert_cmpfloat (academy_axis_get_n_days (axis), ==, 14);
  academy_axis_scroll_to (axis, -1e6);
  g_assert_cmpfloat (academy_axis_get_first (axis), ==, 1);
  academy_axis_set_width (axis, 0);
  g_assert_cmpfloat (academy_axis_get_width (axis), ==, 1);
}

/* Checks that each change is emitted once, and that a call without a change emits
 * nothing. */
static void
test_changed (void)
{
  AcademyAxis *axis = create_axis (&views[0], FALSE);
  double first = academy_axis_get_first (axis);
  guint n_changes = 0;

  g_signal_connect_swapped (axis, "changed", G_CALLBACK (count_cb), &n_changes);
  academy_axis_set_width (axis, 900);
  academy_axis_set_mirrored (axis, FALSE);
  academy_axis_scroll_to (axis, first);
  academy_axis_show (axis, first, 90);
  academy_axis_zoom (axis, 1, 0);
  g_assert_cmpuint (n_changes, ==, 0);

  academy_axis_set_width (axis, 450);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpfloat (academy_axis_get_first (axis), ==, first);
  g_assert_cmpfloat (academy_axis_get_n_days (axis), ==, 90);
  academy_axis_set_mirrored (axis, TRUE);
  academy_axis_scroll_to (axis, first + 0.5);
  academy_axis_show (axis, first, 60);
  academy_axis_zoom (axis, 1.1, 10);
  g_assert_cmpuint (n_changes, ==, 5);

  g_assert_finalize_object (axis);
}

/* The unit that contains a day, and the next one. */
static const struct {
  AcademyUnit unit;
  const char *day;
  const char *start;
  const char *next;
} units[] = {
  { ACADEMY_UNIT_DAY, "2020-02-29", "2020-02-29", "2020-03-01" },
  { ACADEMY_UNIT_DAY, "2021-02-28", "2021-02-28", "2021-03-01" },
  { ACADEMY_UNIT_DAY, "2021-12-31", "2021-12-31", "2022-01-01" },
  { ACADEMY_UNIT_WEEK, "2020-02-29", "2020-02-24", "2020-03-02" },
  { ACADEMY_UNIT_WEEK, "2020-12-31", "2020-12-28", "2021-01-04" },
  { ACADEMY_UNIT_WEEK, "2021-01-03", "2020-12-28", "2021-01-04" },
  { ACADEMY_UNIT_WEEK, "2021-01-04", "2021-01-04", "2021-01-11" },
  { ACADEMY_UNIT_WEEK, "2024-12-31", "2024-12-30", "2025-01-06" },
  { ACADEMY_UNIT_WEEK, "2026-12-27", "2026-12-21", "2026-12-28" },
  { ACADEMY_UNIT_WEEK, "2026-12-28", "2026-12-28", "2027-01-04" },
  { ACADEMY_UNIT_WEEK, "2027-01-01", "2026-12-28", "2027-01-04" },
  { ACADEMY_UNIT_MONTH, "2020-02-29", "2020-02-01", "2020-03-01" },
  { ACADEMY_UNIT_MONTH, "2021-02-28", "2021-02-01", "2021-03-01" },
  { ACADEMY_UNIT_MONTH, "2021-01-31", "2021-01-01", "2021-02-01" },
  { ACADEMY_UNIT_MONTH, "2021-12-31", "2021-12-01", "2022-01-01" },
  { ACADEMY_UNIT_QUARTER, "2020-02-29", "2020-01-01", "2020-04-01" },
  { ACADEMY_UNIT_QUARTER, "2021-05-31", "2021-04-01", "2021-07-01" },
  { ACADEMY_UNIT_QUARTER, "2021-08-31", "2021-07-01", "2021-10-01" },
  { ACADEMY_UNIT_QUARTER, "2021-12-31", "2021-10-01", "2022-01-01" },
  { ACADEMY_UNIT_YEAR, "2020-02-29", "2020-01-01", "2021-01-01" },
  { ACADEMY_UNIT_YEAR, "2021-12-31", "2021-01-01", "2022-01-01" },
  { ACADEMY_UNIT_YEAR, "2022-01-01", "2022-01-01", "2023-01-01" },
  { ACADEMY_UNIT_DECADE, "2020-01-01", "2020-01-01", "2030-01-01" },
  { ACADEMY_UNIT_DECADE, "2029-12-31", "2020-01-01", "2030-01-01" },
  { ACADEMY_UNIT_DECADE, "2024-02-29", "2020-01-01", "2030-01-01" },
};

static void
assert_day (AcademyDay  day,
            const char *expected)
{
  g_autofree char *text = academy_test_dup_day (day);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_units (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      AcademyDay day = academy_test_day (units[i].day);

      g_test_message ("%d %s", units[i].unit, units[i].day);
      assert_day (academy_unit_get_start (units[i].unit, day), units[i].start);
      assert_day (academy_unit_get_next (units[i].unit, day), units[i].next);
    }
}

/* Checks that units follow each other without a gap, and that a day snaps to the
 * nearer beginning. */
static void
test_units_follow (void)
{
  AcademyDay last = academy_test_day ("2031-01-10");

  for (AcademyUnit unit = ACADEMY_UNIT_DAY; unit <= ACADEMY_UNIT_DECADE; unit++)
    for (AcademyDay day = academy_test_day ("2019-12-20"); day < last; day++)
      {
        AcademyDay start = academy_unit_get_start (unit, day);
        AcademyDay next = academy_unit_get_next (unit, day);

        g_assert_cmpuint (start, <=, day);
        g_assert_cmpuint (day, <, next);
        g_assert_cmpuint (academy_unit_get_start (unit, start), ==, start);
        g_assert_cmpuint (academy_unit_get_start (unit, next - 1), ==, start);
        g_assert_cmpuint (academy_unit_get_start (unit, next), ==, next);
        for (double part = 0; part < 1; part += 0.25)
          {
            double place = day + part;

            g_assert_cmpuint (academy_unit_snap (unit, place), ==, place - start < next - place ? start : next);
          }
      }
}

static void
test_snap (void)
{
  static const struct {
    AcademyUnit unit;
    const char *day;
    double      part;
    const char *snapped;
  } rows[] = {
    { ACADEMY_UNIT_DAY, "2021-12-31", 0.4, "2021-12-31" },
    { ACADEMY_UNIT_DAY, "2021-12-31", 0.6, "2022-01-01" },
    { ACADEMY_UNIT_WEEK, "2020-12-31", 0.4, "2020-12-28" },
    { ACADEMY_UNIT_WEEK, "2020-12-31", 0.6, "2021-01-04" },
    { ACADEMY_UNIT_WEEK, "2027-01-01", 0, "2027-01-04" },
    { ACADEMY_UNIT_MONTH, "2020-02-15", 0, "2020-02-01" },
    { ACADEMY_UNIT_MONTH, "2020-02-16", 0, "2020-03-01" },
    { ACADEMY_UNIT_MONTH, "2021-12-20", 0, "2022-01-01" },
    { ACADEMY_UNIT_QUARTER, "2021-11-20", 0, "2022-01-01" },
    { ACADEMY_UNIT_YEAR, "2020-07-01", 0, "2020-01-01" },
    { ACADEMY_UNIT_YEAR, "2020-07-03", 0, "2021-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].day);
      assert_day (academy_unit_snap (rows[i].unit, academy_test_day (rows[i].day) + rows[i].part), rows[i].snapped);
    }
}

/* The labels of a ruler, from the longest form to the shortest. */
static const struct {
  AcademyUnit unit;
  const char *day;
  const char *english[4];
  const char *finnish[4];
} labels[] = {
  { ACADEMY_UNIT_DAY, "2022-02-14", { "Mon 14", "14" }, { "ma 14", "14" } },
  { ACADEMY_UNIT_DAY, "2020-02-29", { "Sat 29", "29" }, { "la 29", "29" } },
  { ACADEMY_UNIT_DAY, "2023-01-01", { "Sun 1", "1" }, { "su 1", "1" } },
  { ACADEMY_UNIT_WEEK, "2022-02-14", { "Week 7/2022", "wk 7", "7" }, { "Viikko 7/2022", "vko 7", "7" } },
  { ACADEMY_UNIT_WEEK, "2020-12-28", { "Week 53/2020", "wk 53", "53" }, { "Viikko 53/2020", "vko 53", "53" } },
  { ACADEMY_UNIT_WEEK, "2026-12-28", { "Week 53/2026", "wk 53", "53" }, { "Viikko 53/2026", "vko 53", "53" } },
  /* A week that belongs to another year than its Monday. */
  { ACADEMY_UNIT_WEEK, "2024-12-30", { "Week 1/2025", "1/2025", "1/25" }, { "Viikko 1/2025", "1/2025", "1/25" } },
  { ACADEMY_UNIT_WEEK, "2018-12-31", { "Week 1/2019", "1/2019", "1/19" }, { "Viikko 1/2019", "1/2019", "1/19" } },
  { ACADEMY_UNIT_WEEK, "2021-01-04", { "Week 1/2021", "wk 1", "1" }, { "Viikko 1/2021", "vko 1", "1" } },
  { ACADEMY_UNIT_MONTH, "2022-01-01", { "January 2022", "Jan 2022", "Jan", "1" },
    { "tammikuu 2022", "tammi 2022", "tammi", "1" } },
  { ACADEMY_UNIT_MONTH, "2022-05-01", { "May 2022", "May 2022", "May", "5" },
    { "toukokuu 2022", "touko 2022", "touko", "5" } },
  { ACADEMY_UNIT_MONTH, "2021-12-01", { "December 2021", "Dec 2021", "Dec", "12" },
    { "joulukuu 2021", "joulu 2021", "joulu", "12" } },
  { ACADEMY_UNIT_QUARTER, "2022-01-01", { "Q1/2022", "Q1" }, { "I/2022", "I" } },
  { ACADEMY_UNIT_QUARTER, "2022-10-01", { "Q4/2022", "Q4" }, { "IV/2022", "IV" } },
  { ACADEMY_UNIT_YEAR, "2022-01-01", { "2022", "22" }, { "2022", "22" } },
  { ACADEMY_UNIT_YEAR, "2005-01-01", { "2005", "05" }, { "2005", "05" } },
  { ACADEMY_UNIT_DECADE, "2020-01-01", { "2020s", "2020" }, { "2020-luku", "2020" } },
};

static void
assert_labels (AcademyUnit         unit,
               const char         *day,
               const char         *code,
               const char * const *forms)
{
  const AcademyLanguage *language = academy_language_get (code, NULL);

  for (guint room = 0; room < 4; room++)
    {
      g_autofree char *label = academy_unit_format (unit, academy_test_day (day), room, language);

      g_assert_cmpstr (label, ==, forms[room]);
    }
}

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      assert_labels (labels[i].unit, labels[i].day, "en", labels[i].english);
      assert_labels (labels[i].unit, labels[i].day, "fi", labels[i].finnish);
    }
}

/* Checks that no form is longer than the one before it, and that the week is the
 * one that GLib computes. */
static void
test_labels_shorten (void)
{
  static const char * const codes[] = { "en", "fi" };
  AcademyDay last = academy_test_day ("2028-02-01");

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (AcademyUnit unit = ACADEMY_UNIT_DAY; unit <= ACADEMY_UNIT_DECADE; unit++)
      for (AcademyDay day = academy_unit_get_start (unit, academy_test_day ("2019-01-01")); day < last;
           day = academy_unit_get_next (unit, day))
        {
          const AcademyLanguage *language = academy_language_get (codes[i], NULL);
          glong before = G_MAXINT;

          for (guint room = 0; ; room++)
            {
              g_autofree char *label = academy_unit_format (unit, day, room, language);

              if (label == NULL)
                break;
              g_assert_cmpint (g_utf8_strlen (label, -1), <=, before);
              before = g_utf8_strlen (label, -1);
            }
          g_assert_cmpint (before, <=, 5);
        }

  for (AcademyDay day = academy_unit_get_start (ACADEMY_UNIT_WEEK, academy_test_day ("2015-01-01")); day < last; day += 7)
    {
      g_autofree char *text = academy_test_dup_day (day);
      g_autofree char *instant = g_strconcat (text, "T12:00:00Z", NULL);
      g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (instant, NULL);
      g_autofree char *expected = g_strdup_printf ("Week %d/%d", g_date_time_get_week_of_year (time),
                                                   g_date_time_get_week_numbering_year (time));
      g_autofree char *label = academy_unit_format (ACADEMY_UNIT_WEEK, day, 0, academy_language_get ("en", NULL));

      g_assert_cmpstr (label, ==, expected);
    }
}

/* Checks that larger text uses a farther zoom level. */
static void
test_text_scale (void)
{
  g_autoptr(AcademyAxis) axis = create_axis (&views[0], FALSE);
  guint n_changes = 0;

  g_signal_connect_swapped (axis, "changed", G_CALLBACK (count_cb), &n_changes);
  for (double scale = 0.5; scale <= 4; scale *= 2)
    {
      academy_axis_set_text_scale (axis, scale);
      academy_axis_set_text_scale (axis, scale);
      g_assert_true (academy_axis_get_zoom (axis) == academy_zoom_find (10 / scale));
      g_assert_cmpfloat (academy_axis_get_scale (axis), ==, 10);
    }
  g_assert_cmpuint (n_changes, ==, 4);
}

/* Checks that lines behind the bars have some distance between them, and that
 * every zoom level has some. */
static void
test_lines (void)
{
  AcademyDay day = academy_test_day ("2022-01-01");

  for (double pixels = 60; pixels > 0.12; pixels /= 1.01)
    {
      AcademyUnit lines = academy_zoom_find (pixels)->lines;
      AcademyDay next = academy_unit_get_next (lines, academy_unit_get_start (lines, day));
      double apart = pixels * (academy_unit_get_next (lines, next) - next);

      g_assert_cmpfloat (apart, >=, 38);
      g_assert_cmpfloat (apart, <=, 420);
    }
}

/* Checks that nearer zoom levels have smaller units, and that days snap to no
 * unit larger than the labels. */
static void
test_scales (void)
{
  const AcademyZoom *before = academy_zoom_find (1000);

  g_assert_cmpint (before->minor, ==, ACADEMY_UNIT_DAY);
  for (double pixels = 1000; pixels > 0.001; pixels /= 1.01)
    {
      const AcademyZoom *zoom = academy_zoom_find (pixels);

      g_assert_cmpfloat (zoom->least, <=, pixels);
      g_assert_cmpint (zoom->minor, <, zoom->major);
      g_assert_cmpint (zoom->snap, <=, zoom->minor);
      g_assert_cmpint (zoom->lines, <=, zoom->major);
      g_assert_cmpint (zoom->major, >=, before->major);
      g_assert_cmpint (zoom->minor, >=, before->minor);
      g_assert_cmpint (zoom->snap, >=, before->snap);
      before = zoom;
    }
  g_assert_cmpint (before->major, ==, ACADEMY_UNIT_DECADE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/axis/days", test_days);
  g_test_add_func ("/axis/visible", test_visible);
  g_test_add_func ("/axis/mirrored", test_mirrored);
  g_test_add_func ("/axis/zoom", test_zoom);
  g_test_add_func ("/axis/limits", test_limits);
  g_test_add_func ("/axis/changed", test_changed);
  g_test_add_func ("/axis/text-scale", test_text_scale);
  g_test_add_func ("/scale/units", test_units);
  g_test_add_func ("/scale/lines", test_lines);
  g_test_add_func ("/scale/units-follow", test_units_follow);
  g_test_add_func ("/scale/snap", test_snap);
  g_test_add_func ("/scale/labels", test_labels);
  g_test_add_func ("/scale/labels-shorten", test_labels_shorten);
  g_test_add_func ("/scale/scales", test_scales);

  return g_test_run ();
}
