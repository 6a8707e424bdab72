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
 * @top: the gap above a bar in its row
 *
 * Sizes in pixels, on paper at 96 to the inch; all of them follow the font.
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
 * The text that replaces what has no room.
 */
#define ACADEMY_PAINT_ELLIPSIS "…"

/**
 * ACADEMY_PAINT_LEAST_REST:
 *
 * The least scale, in pixels per day, at which days off are shaded.
 */
#define ACADEMY_PAINT_LEAST_REST 2.5

/**
 * AcademyBarText:
 * @title: (nullable): a layout of the title
 * @status: (nullable): a layout of the status
 * @slip: (nullable): a layout of the slip
 *
 * The texts inside or beside a bar.
 */
typedef struct {
  PangoLayout *title;
  PangoLayout *status;
  PangoLayout *slip;
} AcademyBarText;

/**
 * AcademyBarTextParts:
 * @ACADEMY_BAR_TEXT_TITLE: the title
 * @ACADEMY_BAR_TEXT_WORDS: the status and the slip
 * @ACADEMY_BAR_TEXT_ALL: all texts
 *
 * The texts of an #AcademyBarText to draw now. Tagged PDF draws them at different
 * times, but all at the places that they have together.
 */
typedef enum {
  ACADEMY_BAR_TEXT_TITLE = 1 << 0,
  ACADEMY_BAR_TEXT_WORDS = 1 << 1,
  ACADEMY_BAR_TEXT_ALL = ACADEMY_BAR_TEXT_TITLE | ACADEMY_BAR_TEXT_WORDS,
} AcademyBarTextParts;

/**
 * AcademyRulerLabel:
 * @layout: (nullable) (transfer none): the label, or %NULL when there is no room
 *   for it
 * @x: the left edge of the label, in pixels
 * @width: the width of the label
 * @line: the position of the beginning of the unit
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
  AcademyDay   day;
  AcademyUnit  unit;
  gboolean     minor;
} AcademyRulerLabel;

/**
 * AcademyPainter:
 * @canvas: the canvas; each function says where its origin is
 * @axis: the axis
 * @palette: the colours
 * @metrics: the sizes
 * @today: today, as a Julian day
 *
 * The environment that all parts of a timeline are drawn with. It borrows all of
 * its fields and lives as long as a frame or a page.
 */
typedef struct {
  AcademyCanvas        *canvas;
  AcademyAxis          *axis;
  const AcademyPalette *palette;
  const AcademyMetrics *metrics;
  AcademyDay            today;
} AcademyPainter;

/**
 * AcademySpot:
 * @x: the centre
 * @y: the centre
 * @size: the width and the height
 *
 * The position of a sign.
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
 * A horizontal extent in a lane, in pixels from its left edge.
 */
typedef struct {
  double left;
  double right;
} AcademyExtent;

/**
 * AcademyArrow:
 * @from_day: the end of the predecessor
 * @from_y: the top of its row
 * @to_day: the start of the successor
 * @to_y: the top of its row
 * @lag: (nullable): a layout of the lag, or %NULL for none
 * @broken: whether the successor starts too early
 *
 * A dependency between two rows.
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
 * @day: the end of the predecessor, or the start of the successor
 * @y: the top of its row
 * @edge: the edge of the row at which the line ends, its top or its bottom
 * @leaving: whether this is the predecessor
 * @broken: whether the successor starts too early
 *
 * One end of a dependency.
 */
typedef struct {
  double   day;
  double   y;
  double   edge;
  gboolean leaving;
  gboolean broken;
} AcademyArrowEnd;

double   academy_paint_line_height   (PangoContext          *context);
void     academy_metrics_init        (AcademyMetrics        *metrics,
                                      PangoContext          *context);

void     academy_paint_grid          (const AcademyPainter  *painter,
                                      double                 height);
void     academy_paint_holiday_names (const AcademyPainter  *painter,
                                      double                 height,
                                      PangoContext          *context,
                                      const AcademyLanguage *language);
void     academy_paint_ruler         (const AcademyPainter  *painter,
                                      PangoContext          *context,
                                      GHashTable            *layouts,
                                      const AcademyLanguage *language);
GArray  *academy_paint_layout_ruler  (AcademyAxis           *axis,
                                      PangoContext          *context,
                                      GHashTable            *layouts,
                                      const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
double   academy_paint_ruler_height  (PangoContext          *context);
void     academy_paint_bar           (const AcademyPainter  *painter,
                                      const AcademyBar      *bar,
                                      const AcademyBarText  *text);
void     academy_paint_bar_text      (const AcademyPainter  *painter,
                                      const AcademyBar      *bar,
                                      const AcademyBarText  *text,
                                      AcademyBarTextParts    parts);
void     academy_paint_title         (const AcademyPainter  *painter,
                                      PangoLayout           *title);
void     academy_paint_mark          (const AcademyPainter  *painter,
                                      AcademyShape           shape,
                                      AcademyDay             day);
void     academy_paint_link          (const AcademyPainter  *painter,
                                      const AcademyArrow    *arrow);
void     academy_paint_link_end      (const AcademyPainter  *painter,
                                      const AcademyArrowEnd *end);
void     academy_paint_rope          (const AcademyPainter  *painter,
                                      double                 x0,
                                      double                 y0,
                                      double                 x1,
                                      double                 y1);
void     academy_paint_handle        (const AcademyPainter  *painter,
                                      double                 x,
                                      double                 y);
void     academy_paint_knob          (const AcademyPainter  *painter,
                                      double                 x,
                                      double                 y,
                                      double                 radius);

void     academy_paint_glyph         (AcademyCanvas         *canvas,
                                      AcademyStatus          status,
                                      const AcademySpot     *spot,
                                      const AcademyColour   *colour);
void     academy_paint_warning       (AcademyCanvas         *canvas,
                                      const AcademySpot     *spot,
                                      const AcademyColour   *colour);
void     academy_paint_sign          (AcademyCanvas         *canvas,
                                      AcademyShape           shape,
                                      const AcademySpot     *spot,
                                      gboolean               filled,
                                      const AcademyColour   *colour);
void     academy_paint_layout        (AcademyCanvas         *canvas,
                                      PangoLayout           *layout,
                                      double                 x,
                                      double                 y,
                                      const AcademyColour   *colour);
void     academy_paint_layout_within (AcademyCanvas         *canvas,
                                      PangoLayout           *layout,
                                      PangoLayout           *ellipsis,
                                      const AcademyBox      *place,
                                      const AcademyColour   *colour);

void     academy_bar_get_extent      (const AcademyBar      *bar,
                                      AcademyAxis           *axis,
                                      const AcademyMetrics  *metrics,
                                      AcademyExtent         *extent);
gboolean academy_bar_get_text_extent (const AcademyBar      *bar,
                                      AcademyAxis           *axis,
                                      const AcademyMetrics  *metrics,
                                      const AcademyBarText  *text,
                                      AcademyExtent         *extent);

G_END_DECLS
