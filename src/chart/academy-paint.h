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

double academy_paint_line_height    (PangoContext            *context);
void academy_metrics_init           (AcademyMetrics          *metrics,
                                     PangoContext            *context);

void academy_paint_grid             (GtkSnapshot             *snapshot,
                                     AcademyAxis             *axis,
                                     const AcademyPalette    *palette,
                                     double                   height,
                                     guint32                  today);
void academy_paint_holiday_names    (GtkSnapshot             *snapshot,
                                     AcademyAxis             *axis,
                                     const AcademyPalette    *palette,
                                     double                   height,
                                     PangoContext            *context,
                                     const AcademyLanguage   *language);
void academy_paint_ruler            (GtkSnapshot             *snapshot,
                                     AcademyAxis             *axis,
                                     const AcademyPalette    *palette,
                                     PangoContext            *context,
                                     GHashTable              *layouts,
                                     const AcademyLanguage   *language,
                                     guint32                  today);
GArray *academy_paint_layout_ruler  (AcademyAxis             *axis,
                                     PangoContext            *context,
                                     GHashTable              *layouts,
                                     const AcademyLanguage   *language) G_GNUC_WARN_UNUSED_RESULT;
double academy_paint_ruler_height   (PangoContext            *context);
void academy_paint_bar              (GtkSnapshot             *snapshot,
                                     AcademyAxis             *axis,
                                     const AcademyPalette    *palette,
                                     const AcademyMetrics    *metrics,
                                     const AcademyBar        *bar,
                                     const AcademyBarText    *text,
                                     guint32                  today);
void academy_paint_bar_text         (GtkSnapshot             *snapshot,
                                     AcademyAxis             *axis,
                                     const AcademyPalette    *palette,
                                     const AcademyMetrics    *metrics,
                                     const AcademyBar        *bar,
                                     const AcademyBarText    *text,
                                     AcademyBarTextParts      parts);
void academy_paint_title            (GtkSnapshot             *snapshot,
                                     AcademyAxis             *axis,
                                     const AcademyPalette    *palette,
                                     const AcademyMetrics    *metrics,
                                     PangoLayout             *title);
void academy_paint_glyph            (GtkSnapshot             *snapshot,
                                     AcademyBarStatus         status,
                                     const GdkRGBA           *colour,
                                     double                   x,
                                     double                   y,
                                     double                   size);
void academy_paint_warning          (GtkSnapshot             *snapshot,
                                     const GdkRGBA           *colour,
                                     double                   x,
                                     double                   y,
                                     double                   size);
void academy_paint_sign             (GtkSnapshot             *snapshot,
                                     AcademyBarShape          shape,
                                     const GdkRGBA           *colour,
                                     gboolean                 filled,
                                     double                   x,
                                     double                   y,
                                     double                   size);
void academy_paint_layout           (GtkSnapshot             *snapshot,
                                     PangoLayout             *layout,
                                     double                   x,
                                     double                   y,
                                     const GdkRGBA           *colour);
void academy_paint_layout_within    (GtkSnapshot             *snapshot,
                                     PangoLayout             *layout,
                                     double                   x,
                                     double                   y,
                                     double                   room,
                                     PangoLayout             *ellipsis,
                                     const GdkRGBA           *colour);
void academy_paint_link             (GtkSnapshot             *snapshot,
                                     AcademyAxis             *axis,
                                     const AcademyPalette    *palette,
                                     const AcademyMetrics    *metrics,
                                     double                   from_day,
                                     double                   from_y,
                                     double                   to_day,
                                     double                   to_y,
                                     gboolean                 broken,
                                     PangoLayout             *lag);
void academy_paint_link_end         (GtkSnapshot             *snapshot,
                                     AcademyAxis             *axis,
                                     const AcademyPalette    *palette,
                                     const AcademyMetrics    *metrics,
                                     double                   day,
                                     double                   y,
                                     double                   edge,
                                     gboolean                 leaving,
                                     gboolean                 broken);

void academy_paint_handle           (GtkSnapshot             *snapshot,
                                     const AcademyPalette    *palette,
                                     double                   x,
                                     double                   y);
void academy_paint_knob             (GtkSnapshot             *snapshot,
                                     const AcademyPalette    *palette,
                                     double                   x,
                                     double                   y,
                                     double                   radius);
void academy_paint_mark             (GtkSnapshot             *snapshot,
                                     AcademyAxis             *axis,
                                     const AcademyPalette    *palette,
                                     const AcademyMetrics    *metrics,
                                     AcademyBarShape          shape,
                                     guint32                  day,
                                     guint32                  today);
void academy_paint_rope             (GtkSnapshot             *snapshot,
                                     const AcademyPalette    *palette,
                                     double                   x0,
                                     double                   y0,
                                     double                   x1,
                                     double                   y1);

void academy_bar_get_extent         (const AcademyBar        *bar,
                                     AcademyAxis             *axis,
                                     const AcademyMetrics    *metrics,
                                     double                  *left,
                                     double                  *right);
gboolean academy_bar_get_text_extent (const AcademyBar       *bar,
                                     AcademyAxis             *axis,
                                     const AcademyMetrics    *metrics,
                                     const AcademyBarText    *text,
                                     double                  *left,
                                     double                  *right);

G_END_DECLS
