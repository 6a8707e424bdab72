/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "academy-legend.h"
#include "academy-recorder.h"
#include "academy-test.h"

#define X 100.4
#define Y 20.3

#define WIDTH 1000

/* A layout that begins at X, and a recorder of what is drawn of it. */
typedef struct {
  PangoLayout     *layout;
  AcademyRecorder *recorder;
  double           width;
  double           dots;
} Text;

static void
text_clear (Text *text)
{
  g_clear_object (&text->layout);
  g_clear_pointer (&text->recorder, academy_recorder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

/* A bar on an axis, and a recorder of what is drawn of it. */
typedef struct {
  AcademyRecorder *recorder;
  AcademyAxis     *axis;
  AcademyMetrics   metrics;
  AcademyPainter   painter;
} Chart;

static PangoContext *
create_context (void)
{
  return pango_font_map_create_context (pango_cairo_font_map_get_default ());
}

static void
chart_init (Chart *chart)
{
  PangoContext *context = create_context ();

  chart->recorder = academy_recorder_new ();
  chart->axis = academy_axis_new ();
  academy_metrics_init (&chart->metrics, context);
  academy_axis_set_width (chart->axis, WIDTH);
  academy_axis_show (chart->axis, academy_test_day ("2022-01-01"), 365);
  chart->painter = (AcademyPainter) {
    .canvas = &chart->recorder->parent,
    .axis = chart->axis,
    .palette = academy_palette_get (0),
    .metrics = &chart->metrics,
    .today = academy_test_day ("2022-06-15"),
  };
  g_object_unref (context);
}

static void
chart_clear (Chart *chart)
{
  g_clear_object (&chart->axis);
  g_clear_pointer (&chart->recorder, academy_recorder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, chart_clear)

static PangoLayout *
create_layout (const char *text)
{
  PangoContext *context = create_context ();
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_text (layout, text, -1);
  g_object_unref (context);
  return layout;
}

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
draw (Text       *text,
      const char *words,
      double      part)
{
  g_autoptr(PangoLayout) dots = create_layout ("…");

  text->layout = create_layout (words);
  text->recorder = academy_recorder_new ();
  text->width = get_width (text->layout);
  text->dots = get_width (dots);
  academy_paint_layout_within (&text->recorder->parent, text->layout, NULL,
                               &(AcademyBox) { .x = X, .y = Y, .width = floor (text->width * part) },
                               &(AcademyColour) { 0, 0, 0, 1 });
}

static void
test_whole (void)
{
  g_auto(Text) text = { NULL };

  draw (&text, "Hold two market dialogues", 1);
  g_assert_cmpuint (text.recorder->records->len, ==, 1);
  g_assert_cmpint (academy_recorder_get (text.recorder, 0)->type, ==, ACADEMY_RECORD_LAYOUT);
  g_assert_cmpstr (academy_recorder_get (text.recorder, 0)->text, ==, "Hold two market dialogues");
  g_assert_cmpfloat (academy_recorder_get (text.recorder, 0)->bounds.width, ==,
                     academy_recorder_get (text.recorder, 0)->seen.width);
}

/* Returns the visible part of the text and the ellipsis after it. */
static void
get_parts (Text       *text,
           AcademyBox *left,
           AcademyBox *dots)
{
  g_assert_cmpuint (text->recorder->records->len, ==, 2);
  g_assert_cmpint (academy_recorder_get (text->recorder, 0)->type, ==, ACADEMY_RECORD_LAYOUT);
  g_assert_cmpstr (academy_recorder_get (text->recorder, 0)->text, ==, pango_layout_get_text (text->layout));
  g_assert_cmpstr (academy_recorder_get (text->recorder, 1)->text, ==, ACADEMY_PAINT_ELLIPSIS);
  *left = academy_recorder_get (text->recorder, 0)->seen;
  *dots = academy_recorder_get (text->recorder, 1)->seen;
}

/* Checks that both are within the room for the text. */
static void
assert_cut (Text     *text,
            double    part,
            gboolean  leftwards)
{
  double room = floor (text->width * part);
  AcademyBox left, dots;

  get_parts (text, &left, &dots);
  if (leftwards)
    {
      g_assert_cmpfloat (left.x, >=, X + text->dots - 2);
      g_assert_cmpfloat (left.x, <, X + text->dots + 20);
      g_assert_cmpfloat (left.x + left.width, >=, X + room - 4);
      g_assert_cmpfloat (dots.x, >=, X - 2);
      g_assert_cmpfloat (dots.x + dots.width, <=, left.x + 2);
    }
  else
    {
      g_assert_cmpfloat (left.x, <=, X + 2);
      g_assert_cmpfloat (left.x + left.width, <=, X + room - text->dots);
      g_assert_cmpfloat (left.x + left.width, >, X + room - text->dots - 20);
      g_assert_cmpfloat (dots.x, >=, left.x + left.width - 2);
      g_assert_cmpfloat (dots.x + dots.width, <=, X + room + 2);
    }
}

static void
test_cut (void)
{
  for (double part = 0.3; part < 1; part += 0.01)
    {
      g_auto(Text) finnish = { NULL };
      g_auto(Text) hebrew = { NULL };

      draw (&finnish, "Järjestetään kaksi markkinavuoropuhelua", part);
      assert_cut (&finnish, part, FALSE);
      draw (&hebrew, "שני דיאלוגים עם השוק לפני המכרז", part);
      assert_cut (&hebrew, part, TRUE);
    }
}

/* Checks that the ellipsis is drawn even when there is no room for it. */
static void
test_no_room (void)
{
  g_auto(Text) text = { NULL };
  AcademyBox left, dots;

  draw (&text, "Hold two market dialogues", 0.01);
  get_parts (&text, &left, &dots);
  g_assert_cmpfloat (left.width, ==, 0);
  g_assert_cmpfloat_with_epsilon (dots.x, X, 3);
}

/* Checks that the done part is drawn inside the bar, however small it is, in both
 * directions of time. */
static void
test_progress (void)
{
  g_auto(Chart) chart = { NULL };

  chart_init (&chart);
  for (guint i = 0; i < 4 * 101; i++)
    {
      AcademyBar bar = { .shape = ACADEMY_SHAPE_MEASURE, .status = ACADEMY_STATUS_IN_PROGRESS, .progress = (int) (i % 101) };
      AcademyExtent extent;
      AcademyBox seen;

      bar.span.start = academy_test_day ("2022-03-03");
      bar.span.end = bar.span.start + (i < 2 * 101 ? 5 : 90);
      academy_axis_set_mirrored (chart.axis, i / 101 % 2 == 1);
      academy_bar_get_extent (&bar, chart.axis, &chart.metrics, &extent);
      academy_recorder_clear (chart.recorder);
      academy_paint_bar (&chart.painter, &bar, &(AcademyBarText) { NULL });
      seen = academy_recorder_get_seen (chart.recorder);
      g_assert_cmpfloat (seen.x, >=, extent.left - 0.51);
      g_assert_cmpfloat (seen.x + seen.width, <=, extent.right + 0.51);
    }
}

/* Checks that overdue days are hatched up to today, but not behind the title. */
static void
test_late (void)
{
  g_autoptr(PangoLayout) title = create_layout ("Hold two market dialogues");
  AcademyBarText text = { .title = title };
  g_auto(Chart) chart = { NULL };

  chart_init (&chart);
  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      AcademyBar bar = { .shape = ACADEMY_SHAPE_MEASURE, .status = ACADEMY_STATUS_PLANNED, .overdue = 100, .progress = -1 };
      double today, due;
      AcademyExtent written;
      double length = 0;

      bar.span.start = academy_test_day ("2022-02-28");
      bar.span.end = academy_test_day ("2022-03-06");
      academy_axis_set_mirrored (chart.axis, mirrored);
      today = academy_axis_get_x (chart.axis, chart.painter.today + 0.5);
      due = academy_axis_get_x (chart.axis, bar.span.end + 1.);
      g_assert_true (academy_bar_get_text_extent (&bar, chart.axis, &chart.metrics, &text, &written));
      academy_recorder_clear (chart.recorder);
      academy_paint_bar (&chart.painter, &bar, &text);

      for (guint i = 0; i < chart.recorder->records->len; i++)
        {
          const AcademyRecord *record = academy_recorder_get (chart.recorder, i);

          if (record->type != ACADEMY_RECORD_HATCH)
            continue;
          g_assert_cmpfloat (record->seen.x, >=, MIN (today, due) - 0.01);
          g_assert_cmpfloat (record->seen.x + record->seen.width, <=, MAX (today, due) + 0.01);
          g_assert_true (record->seen.x >= written.right || record->seen.x + record->seen.width <= written.left);
          length += record->seen.width;
        }
      g_assert_cmpfloat (length, >, 50);
    }
}

/* Checks that the words and the glyph inside a bar stand out from its fill, whatever
 * they say. */
static void
test_inside (void)
{
  g_autoptr(PangoLayout) title = create_layout ("Dialogues");
  g_autoptr(PangoLayout) status = create_layout ("late");
  AcademyBarText text = { .title = title, .status = status };
  AcademyBar bar = { .shape = ACADEMY_SHAPE_MEASURE, .status = ACADEMY_STATUS_IN_PROGRESS, .overdue = 5, .progress = 90 };
  const AcademyRecord *glyph;
  g_auto(Chart) chart = { NULL };

  chart_init (&chart);
  bar.span.start = academy_test_day ("2022-02-01");
  bar.span.end = academy_test_day ("2022-06-10");
  academy_paint_bar (&chart.painter, &bar, &text);
  glyph = academy_recorder_find (chart.recorder, ACADEMY_RECORD_FILL_PATH);
  g_assert_cmpmem (&glyph->colour, sizeof glyph->colour, &chart.painter.palette->text, sizeof glyph->colour);

  academy_recorder_clear (chart.recorder);
  academy_paint_bar_text (&chart.painter, &bar, &text, ACADEMY_BAR_TEXT_TITLE | ACADEMY_BAR_TEXT_WORDS);
  g_assert_cmpuint (chart.recorder->records->len, ==, 2);
  for (guint i = 0; i < chart.recorder->records->len; i++)
    {
      const AcademyRecord *record = academy_recorder_get (chart.recorder, i);

      g_assert_cmpint (record->type, ==, ACADEMY_RECORD_LAYOUT);
      g_assert_cmpmem (&record->colour, sizeof record->colour, &chart.painter.palette->text, sizeof record->colour);
    }
}

/* Checks that an unknown end is faded and dashed. */
static void
test_unsure (void)
{
  static const struct {
    AcademySpan span;
    gboolean    soft;
  } spans[] = {
    { { .start = 10, .end = 60 }, FALSE },
    { { .start = 10, .end = 0 }, TRUE },
    { { .start = 0, .end = 60 }, TRUE },
    { { .start = 10, .end = 60, .unsure = TRUE }, TRUE },
  };
  g_auto(Chart) chart = { NULL };

  chart_init (&chart);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      AcademyBar bar = { .shape = ACADEMY_SHAPE_MEASURE, .status = ACADEMY_STATUS_PLANNED, .progress = -1, .span = spans[i].span };
      const AcademyRecord *outline;

      bar.span.start += bar.span.start != 0 ? academy_test_day ("2022-02-01") : 0;
      bar.span.end += bar.span.end != 0 ? academy_test_day ("2022-02-01") : 0;
      academy_recorder_clear (chart.recorder);
      academy_paint_bar (&chart.painter, &bar, &(AcademyBarText) { NULL });
      outline = academy_recorder_find (chart.recorder, ACADEMY_RECORD_STROKE);
      g_assert_cmpint (academy_recorder_find (chart.recorder, ACADEMY_RECORD_GRADIENT) != NULL, ==, spans[i].soft);
      g_assert_cmpint (outline != NULL && outline->dashed, ==, spans[i].soft);
    }
}

/* The days that are counted back from the end of a bar are drawn as its unsure days are,
 * also when its start is known, with a border between their stages. */
static void
test_stages (void)
{
  g_auto(Chart) chart = { NULL };

  chart_init (&chart);
  for (guint i = 0; i < 2; i++)
    {
      AcademyDay starts[] = { academy_test_day ("2022-02-01"), academy_test_day ("2022-03-01"), academy_test_day ("2022-05-01") };
      AcademyBar bar = { .shape = ACADEMY_SHAPE_PHASE, .progress = -1, .n_stages = G_N_ELEMENTS (starts),
                         .span = { .start = starts[i], .end = academy_test_day ("2022-06-30"), .unsure = i == 0 } };
      const AcademyRecord *counted;
      guint n_borders = 0;

      memcpy (bar.stages, starts, sizeof starts);
      academy_recorder_clear (chart.recorder);
      academy_paint_bar (&chart.painter, &bar, &(AcademyBarText) { NULL });
      counted = academy_recorder_find (chart.recorder, ACADEMY_RECORD_GRADIENT);
      g_assert_nonnull (counted);
      g_assert_cmpfloat_with_epsilon (counted->bounds.x, academy_axis_get_x (chart.axis, starts[0]), 1);
      g_assert_cmpfloat_with_epsilon (counted->bounds.x + counted->bounds.width,
                                      academy_axis_get_x (chart.axis, bar.span.end + 1.), 1);

      for (guint j = 0; j < chart.recorder->records->len; j++)
        {
          const AcademyRecord *record = academy_recorder_get (chart.recorder, j);

          if (record->type != ACADEMY_RECORD_STROKE || record->bounds.width > 2)
            continue;
          n_borders++;
          g_assert_cmpfloat_with_epsilon (record->bounds.x, academy_axis_get_x (chart.axis, starts[n_borders]), 2);
        }
      g_assert_cmpuint (n_borders, ==, 2);
    }
}

/* Checks that a broken dependency differs from others in more than its colour. */
static void
test_broken (void)
{
  AcademyArrow arrow = { .to_y = 40 };
  guint n_records;
  g_auto(Chart) chart = { NULL };

  chart_init (&chart);
  arrow.from_day = academy_test_day ("2022-03-01");
  arrow.to_day = academy_test_day ("2022-05-01");
  academy_paint_link (&chart.painter, &arrow);
  n_records = chart.recorder->records->len;
  g_assert_false (academy_recorder_find (chart.recorder, ACADEMY_RECORD_STROKE)->dashed);

  arrow.broken = TRUE;
  academy_recorder_clear (chart.recorder);
  academy_paint_link (&chart.painter, &arrow);
  g_assert_true (academy_recorder_find (chart.recorder, ACADEMY_RECORD_STROKE)->dashed);
  g_assert_cmpuint (chart.recorder->records->len, ==, n_records + 2);
}

/* Checks that every sign has a sample that fits into the room of a legend. */
static void
test_legend (void)
{
  g_auto(Chart) chart = { NULL };

  chart_init (&chart);
  for (guint sign = 0; sign < ACADEMY_N_SIGNS; sign++)
    {
      AcademyBox seen;

      academy_recorder_clear (chart.recorder);
      academy_legend_paint (&chart.recorder->parent, sign, chart.painter.palette, &chart.metrics);
      seen = academy_recorder_get_seen (chart.recorder);
      g_assert_cmpfloat (seen.x, >=, 0);
      g_assert_cmpfloat (seen.x + seen.width, <=, ACADEMY_LEGEND_SAMPLE_WIDTH);
      g_assert_cmpfloat (seen.y, >=, 0);
      g_assert_cmpfloat (seen.y + seen.height, <=, chart.metrics.row);
      g_assert_cmpfloat (seen.width, >=, 2);
    }
}

/* Checks that the names of holidays are upright and above the bottom edge. */
static void
test_holidays (void)
{
  PangoContext *context = create_context ();
  g_auto(Chart) chart = { NULL };

  chart_init (&chart);
  academy_axis_show (chart.axis, academy_test_day ("2022-04-11"), 20);
  academy_paint_holiday_names (&chart.painter, 400, context, academy_language_get ("en", NULL));
  g_assert_cmpuint (chart.recorder->records->len, >, 1);
  for (guint i = 0; i < chart.recorder->records->len; i++)
    {
      const AcademyRecord *record = academy_recorder_get (chart.recorder, i);

      g_assert_cmpint (record->type, ==, ACADEMY_RECORD_LAYOUT);
      g_assert_cmpfloat (record->seen.height, >, record->seen.width);
      g_assert_cmpfloat (record->seen.y + record->seen.height, <=, 400);
    }
  g_object_unref (context);
}

/* Checks that no labels of a tier touch, in both directions of time. */
static void
assert_ruler (AcademyAxis           *axis,
              PangoContext          *context,
              GHashTable            *layouts,
              const AcademyLanguage *language)
{
  g_autoptr(GArray) labels = academy_paint_layout_ruler (axis, context, layouts, language);
  double ends[2][2] = { { -G_MAXDOUBLE, G_MAXDOUBLE }, { -G_MAXDOUBLE, G_MAXDOUBLE } };
  guint n_labels[2] = { 0, 0 };
  gboolean mirrored = academy_axis_is_mirrored (axis);

  for (guint i = 0; i < labels->len; i++)
    {
      const AcademyRulerLabel *label = &g_array_index (labels, AcademyRulerLabel, i);
      double *end = ends[label->minor];

      if (label->layout == NULL)
        continue;
      g_assert_cmpfloat (label->x, >=, 0);
      g_assert_cmpfloat (label->x + label->width, <=, academy_axis_get_width (axis));
      if (mirrored)
        g_assert_cmpfloat (label->x + label->width + 4, <=, end[1]);
      else
        g_assert_cmpfloat (label->x, >=, end[0] + 4);
      end[0] = label->x + label->width;
      end[1] = label->x;
      n_labels[label->minor]++;
    }

  if (n_labels[0] == 0 || n_labels[1] == 0)
    g_error ("A tier is empty: %g pixels, %g days from %g on", academy_axis_get_width (axis),
             academy_axis_get_n_days (axis), academy_axis_get_first (axis));
}

/* Checks that neither tier of a ruler is ever empty, and that no labels touch. */
static void
test_ruler (void)
{
  static const char * const codes[] = { "en", "fi" };
  static const double widths[] = { 300, 340, 360, 480, 560, 700, 1000, 1600, 2560 };
  PangoContext *context = create_context ();
  g_autoptr(GHashTable) layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr(AcademyAxis) axis = academy_axis_new ();

  for (guint language = 0; language < G_N_ELEMENTS (codes); language++)
    for (guint width = 0; width < G_N_ELEMENTS (widths); width++)
      for (double n_days = ACADEMY_AXIS_FEWEST_DAYS; n_days < 40 * 366; n_days *= 1.07)
        for (double part = 0; part < 1; part += 0.23)
          {
            academy_axis_set_width (axis, widths[width]);
            academy_axis_set_mirrored (axis, part > 0.5);
            academy_axis_show (axis, academy_test_day ("2021-12-01") + part * MIN (n_days, 400), n_days);
            assert_ruler (axis, context, layouts, academy_language_get (codes[language], NULL));
          }
  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/whole", test_whole);
  g_test_add_func ("/paint/cut", test_cut);
  g_test_add_func ("/paint/no-room", test_no_room);
  g_test_add_func ("/paint/progress", test_progress);
  g_test_add_func ("/paint/late", test_late);
  g_test_add_func ("/paint/inside", test_inside);
  g_test_add_func ("/paint/unsure", test_unsure);
  g_test_add_func ("/paint/stages", test_stages);
  g_test_add_func ("/paint/broken", test_broken);
  g_test_add_func ("/paint/legend", test_legend);
  g_test_add_func ("/paint/holidays", test_holidays);
  g_test_add_func ("/paint/ruler", test_ruler);

  return g_test_run ();
}
