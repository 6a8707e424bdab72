/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-axis.h"
#include "academy-palette.h"

G_BEGIN_DECLS

/**
 * AcademyMetrics:
 * @line: the height of a line of text
 * @row: the height of a row
 * @bar: the height of a bar
 * @top: from the top of a row to its bar
 *
 * Sizes in pixels, or points on paper; all of them follow the size of text.
 */
typedef struct {
  double line;
  double row;
  double bar;
  double top;
} AcademyMetrics;

/**
 * ACADEMY_PAINT_ELLIPSIS:
 *
 * What stands for the letters that there is no room for.
 */
#define ACADEMY_PAINT_ELLIPSIS "…"

/**
 * AcademyBarText:
 * @title: (nullable): the layout of the title
 * @status: (nullable): the layout of the status
 * @slip: (nullable): the layout of the slip
 *
 * What is written on or beside a bar.
 */
typedef struct {
  PangoLayout *title;
  PangoLayout *status;
  PangoLayout *slip;
} AcademyBarText;

/**
 * AcademyBarTextParts:
 * @ACADEMY_BAR_TEXT_TITLE: the title
 * @ACADEMY_BAR_TEXT_WORDS: what comes after it
 * @ACADEMY_BAR_TEXT_ALL: both
 *
 * What is written of an #AcademyBarText, all of which has its place.
 */
typedef enum {
  ACADEMY_BAR_TEXT_TITLE = 1 << 0,
  ACADEMY_BAR_TEXT_WORDS = 1 << 1,
  ACADEMY_BAR_TEXT_ALL = ACADEMY_BAR_TEXT_TITLE | ACADEMY_BAR_TEXT_WORDS,
} AcademyBarTextParts;

/**
 * AcademyRulerLabel:
 * @layout: (nullable) (transfer none): what it says, or %NULL where there is no
 *   room for it
 * @x: where that begins, in pixels from the left
 * @width: how wide it is
 * @line: where the line at the beginning of its unit stands
 * @day: the first day of the unit
 * @unit: the unit
 * @minor: whether it is in the lower tier
 *
 * A unit of time on a ruler.
 */
typedef struct {
  PangoLayout *layout;
  double       x;
  double       width;
  double       line;
  guint32      day;
  AcademyUnit  unit;
  gboolean     minor;
} AcademyRulerLabel;

/**
 * AcademyPainter:
 * @canvas: where it is drawn; the origin is the top left of the lane, or of all lanes
 * @axis: the axis
 * @palette: the colours
 * @metrics: the sizes
 * @today: today, a Julian day
 *
 * What all that is drawn of a timeline is drawn with.
 */
typedef struct {
  AcademyCanvas        *canvas;
  AcademyAxis          *axis;
  const AcademyPalette *palette;
  const AcademyMetrics *metrics;
  guint32               today;
} AcademyPainter;

/**
 * AcademySpot:
 * @x: the middle
 * @y: the middle
 * @size: the width and the height
 *
 * Where a sign stands.
 */
typedef struct {
  double x;
  double y;
  double size;
} AcademySpot;

/**
 * AcademyExtent:
 * @left: the left edge
 * @right: the right edge
 *
 * A stretch of a lane, in pixels from its left.
 */
typedef struct {
  double left;
  double right;
} AcademyExtent;

/**
 * AcademyArrow:
 * @from_day: the end of what comes first
 * @from_y: the top of its row
 * @to_day: the start of what comes after it
 * @to_y: the top of its row
 * @lag: (nullable): the days between them in short, or %NULL for none
 * @broken: whether it starts too early
 *
 * A dependency from one row to another.
 */
typedef struct {
  double       from_day;
  double       from_y;
  double       to_day;
  double       to_y;
  PangoLayout *lag;
  gboolean     broken;
} AcademyArrow;

/**
 * AcademyArrowEnd:
 * @day: the end of what comes first, or the start of what comes after it
 * @y: the top of its row
 * @edge: where the line leaves the row: its top or its bottom
 * @leaving: whether @day is where the dependency begins
 * @broken: whether it does not hold
 *
 * An end of a dependency.
 */
typedef struct {
  double   day;
  double   y;
  double   edge;
  gboolean leaving;
  gboolean broken;
} AcademyArrowEnd;

double   academy_paint_line_height     (PangoContext          *context);
void     academy_metrics_init          (AcademyMetrics        *metrics,
                                        PangoContext          *context);

void     academy_paint_grid            (const AcademyPainter  *painter,
                                        double                 height);
void     academy_paint_holiday_names   (const AcademyPainter  *painter,
                                        double                 height,
                                        PangoContext          *context,
                                        const AcademyLanguage *language);
void     academy_paint_ruler           (const AcademyPainter  *painter,
                                        PangoContext          *context,
                                        GHashTable            *layouts,
                                        const AcademyLanguage *language);
GArray  *academy_paint_layout_ruler    (AcademyAxis           *axis,
                                        PangoContext          *context,
                                        GHashTable            *layouts,
                                        const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
double   academy_paint_ruler_height    (PangoContext          *context);
void     academy_paint_bar             (const AcademyPainter  *painter,
                                        const AcademyBar      *bar,
                                        const AcademyBarText  *text);
void     academy_paint_bar_text        (const AcademyPainter  *painter,
                                        const AcademyBar      *bar,
                                        const AcademyBarText  *text,
                                        AcademyBarTextParts    parts);
void     academy_paint_title           (const AcademyPainter  *painter,
                                        PangoLayout           *title);
void     academy_paint_mark            (const AcademyPainter  *painter,
                                        AcademyShape           shape,
                                        guint32                day);
void     academy_paint_link            (const AcademyPainter  *painter,
                                        const AcademyArrow    *arrow);
void     academy_paint_link_end        (const AcademyPainter  *painter,
                                        const AcademyArrowEnd *end);
void     academy_paint_rope            (const AcademyPainter  *painter,
                                        double                 x0,
                                        double                 y0,
                                        double                 x1,
                                        double                 y1);
void     academy_paint_handle          (const AcademyPainter  *painter,
                                        double                 x,
                                        double                 y);
void     academy_paint_knob            (const AcademyPainter  *painter,
                                        double                 x,
                                        double                 y,
                                        double                 radius);

void     academy_paint_glyph           (AcademyCanvas         *canvas,
                                        AcademyStatus          status,
                                        const AcademySpot     *spot,
                                        const AcademyColour   *colour);
void     academy_paint_warning         (AcademyCanvas         *canvas,
                                        const AcademySpot     *spot,
                                        const AcademyColour   *colour);
void     academy_paint_sign            (AcademyCanvas         *canvas,
                                        AcademyShape           shape,
                                        const AcademySpot     *spot,
                                        gboolean               filled,
                                        const AcademyColour   *colour);
void     academy_paint_layout          (AcademyCanvas         *canvas,
                                        PangoLayout           *layout,
                                        double                 x,
                                        double                 y,
                                        const AcademyColour   *colour);
void     academy_paint_layout_within   (AcademyCanvas         *canvas,
                                        PangoLayout           *layout,
                                        PangoLayout           *ellipsis,
                                        const AcademyBox      *place,
                                        const AcademyColour   *colour);

void     academy_bar_get_extent        (const AcademyBar      *bar,
                                        AcademyAxis           *axis,
                                        const AcademyMetrics  *metrics,
                                        AcademyExtent         *extent);
gboolean academy_bar_get_text_extent   (const AcademyBar      *bar,
                                        AcademyAxis           *axis,
                                        const AcademyMetrics  *metrics,
                                        const AcademyBarText  *text,
                                        AcademyExtent         *extent);

G_END_DECLS
