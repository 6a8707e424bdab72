/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-legend.h"

#include <glib/gi18n-lib.h>

#define FIRST_DAY 738000
#define N_DAYS    16

/* The days of the sample of a bar, and of its baseline or of the end before which
 * it should have been done. */
#define START (FIRST_DAY + 1)
#define END   (FIRST_DAY + 14)
#define EARLY (FIRST_DAY + 8)

#define BAR(shape_, status_, start_, end_, ...) \
  { .shape = shape_, .status = status_, .span = { .start = start_, .end = end_ }, .progress = -1, __VA_ARGS__ }
#define POINT(shape_) \
  BAR (shape_, ACADEMY_STATUS_DONE, FIRST_DAY + 7, FIRST_DAY + 7)

/* A sign is explained by a bar that has it, or drawn by academy_legend_paint()
 * when no bar has it. */
static const struct {
  const char *label;
  AcademyBar  bar;
} signs[ACADEMY_N_SIGNS] = {
  [ACADEMY_SIGN_IDEA] = { N_("Idea"), BAR (ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_IDEA, START, END) },
  [ACADEMY_SIGN_PLANNED] = { N_("Planned"), BAR (ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_PLANNED, START, END) },
  [ACADEMY_SIGN_IN_PROGRESS] = { N_("In progress"), BAR (ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_IN_PROGRESS, START, END) },
  [ACADEMY_SIGN_ON_HOLD] = { N_("On hold"), BAR (ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_ON_HOLD, START, END) },
  [ACADEMY_SIGN_DONE] = { N_("Done"), BAR (ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_DONE, START, END) },
  [ACADEMY_SIGN_DROPPED] = { N_("Dropped"), BAR (ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_DROPPED, START, END) },
  [ACADEMY_SIGN_PHASE] = { N_("Phase or procurement"), BAR (ACADEMY_SHAPE_PHASE, ACADEMY_STATUS_UNKNOWN, START, END) },
  [ACADEMY_SIGN_EVENT] = { N_("Event"), POINT (ACADEMY_SHAPE_EVENT) },
  [ACADEMY_SIGN_SESSION] = { N_("Sparring session"), POINT (ACADEMY_SHAPE_SESSION) },
  [ACADEMY_SIGN_BOARD] = { N_("Board presentation"), POINT (ACADEMY_SHAPE_BOARD) },
  [ACADEMY_SIGN_MILESTONE] = { N_("Milestone"), POINT (ACADEMY_SHAPE_MILESTONE) },
  [ACADEMY_SIGN_PILOT] = { N_("Pilot"), BAR (ACADEMY_SHAPE_PILOT, ACADEMY_STATUS_UNKNOWN, START, END) },
  [ACADEMY_SIGN_UNSURE] = { N_("Days not known"),
    BAR (ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_UNKNOWN, START, END, .span.unsure = TRUE) },
  [ACADEMY_SIGN_LATE] = { N_("Overdue"), BAR (ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_UNKNOWN, START, EARLY, .overdue = 1) },
  [ACADEMY_SIGN_BASELINE] = { N_("Plan baseline"),
    BAR (ACADEMY_SHAPE_MEASURE, ACADEMY_STATUS_UNKNOWN, START, END, .baseline = { .start = START, .end = EARLY }) },
  [ACADEMY_SIGN_DEPENDENCY] = { N_("Dependency"), { .shape = ACADEMY_SHAPE_NONE } },
  [ACADEMY_SIGN_BROKEN] = { N_("Starts too early"), { .shape = ACADEMY_SHAPE_NONE } },
  [ACADEMY_SIGN_ELSEWHERE] = { N_("Dependency on another page"), { .shape = ACADEMY_SHAPE_NONE } },
  [ACADEMY_SIGN_TODAY] = { N_("Today"), { .shape = ACADEMY_SHAPE_NONE } },
  [ACADEMY_SIGN_REST] = { N_("Weekend or public holiday"), { .shape = ACADEMY_SHAPE_NONE } },
};

static const AcademySign signs_of_shapes[] = {
  [ACADEMY_SHAPE_NONE] = ACADEMY_N_SIGNS,
  [ACADEMY_SHAPE_MEASURE] = ACADEMY_N_SIGNS,
  [ACADEMY_SHAPE_PHASE] = ACADEMY_SIGN_PHASE,
  [ACADEMY_SHAPE_EVENT] = ACADEMY_SIGN_EVENT,
  [ACADEMY_SHAPE_SESSION] = ACADEMY_SIGN_SESSION,
  [ACADEMY_SHAPE_BOARD] = ACADEMY_SIGN_BOARD,
  [ACADEMY_SHAPE_MILESTONE] = ACADEMY_SIGN_MILESTONE,
  [ACADEMY_SHAPE_PILOT] = ACADEMY_SIGN_PILOT,
  [ACADEMY_SHAPE_SUMMARY] = ACADEMY_N_SIGNS,
};

/**
 * academy_legend_find:
 * @bar: a bar
 *
 * Returns: a bit mask of the #AcademySign that explain @bar
 */
guint
academy_legend_find (const AcademyBar *bar)
{
  gboolean has_glyph = bar->shape == ACADEMY_SHAPE_MEASURE || bar->shape == ACADEMY_SHAPE_PILOT;
  guint found = 0;

  if (bar->shape == ACADEMY_SHAPE_NONE || bar->shape == ACADEMY_SHAPE_SUMMARY)
    return 0;

  if (signs_of_shapes[bar->shape] < ACADEMY_N_SIGNS)
    found |= 1u << signs_of_shapes[bar->shape];
  if (has_glyph && bar->status != ACADEMY_STATUS_UNKNOWN)
    found |= 1u << (ACADEMY_SIGN_IDEA + bar->status - ACADEMY_STATUS_IDEA);
  if (bar->span.unsure || bar->span.start == 0 || bar->span.end == 0 || bar->n_stages > 0)
    found |= 1u << ACADEMY_SIGN_UNSURE;
  if (bar->overdue > 0)
    found |= 1u << ACADEMY_SIGN_LATE;
  if (bar->baseline.start != 0 || bar->baseline.end != 0)
    found |= 1u << ACADEMY_SIGN_BASELINE;

  return found;
}

/**
 * academy_legend_get_label:
 * @sign: a sign
 *
 * Returns: (transfer none): the label of @sign, to be translated by
 *   academy_language_translate()
 */
const char *
academy_legend_get_label (AcademySign sign)
{
  return signs[sign].label;
}

/**
 * academy_legend_paint:
 * @canvas: a canvas; its origin is the top left of the sample
 * @sign: a sign
 * @palette: the colours
 * @metrics: the sizes
 *
 * Draws a sample of @sign, of the width %ACADEMY_LEGEND_SAMPLE_WIDTH and the
 * height of a row of @metrics.
 */
void
academy_legend_paint (AcademyCanvas        *canvas,
                      AcademySign           sign,
                      const AcademyPalette *palette,
                      const AcademyMetrics *metrics)
{
  g_autoptr(AcademyAxis) axis = academy_axis_new ();
  const AcademyBarText no_text = { NULL, NULL, NULL };
  AcademyPainter painter = { .canvas = canvas, .axis = axis, .palette = palette, .metrics = metrics, .today = END + 1 };
  double width = ACADEMY_LEGEND_SAMPLE_WIDTH;

  academy_axis_set_width (axis, width);
  academy_axis_show (axis, FIRST_DAY, N_DAYS);

  switch (sign)
    {
    case ACADEMY_SIGN_DEPENDENCY:
    case ACADEMY_SIGN_BROKEN:
      academy_paint_link (&painter, &(AcademyArrow) {
        .from_day = START, .to_day = END, .broken = sign == ACADEMY_SIGN_BROKEN,
      });
      break;
    case ACADEMY_SIGN_ELSEWHERE:
      academy_paint_link_end (&painter, &(AcademyArrowEnd) { .day = FIRST_DAY + 4, .edge = metrics->row, .leaving = TRUE });
      break;
    case ACADEMY_SIGN_TODAY:
      academy_canvas_fill (canvas, &(AcademyBox) { width / 2 - 1, metrics->top, 2, metrics->bar }, &palette->today);
      break;
    case ACADEMY_SIGN_REST:
      academy_canvas_fill (canvas, &(AcademyBox) { width / 4, metrics->top, width / 2, metrics->bar }, &palette->rest);
      break;
    default:
      academy_paint_bar (&painter, &signs[sign].bar, &no_text);
      break;
    }
}
