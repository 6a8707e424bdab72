/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-legend.h"
#include "academy-paint.h"
#include "academy-paper.h"
#include "academy-annotations.h"
#include "academy-line.h"
#include "academy-text-layout.h"

G_BEGIN_DECLS

/**
 * ACADEMY_PAPER_PIXELS_PER_POINT:
 *
 * Pixels to the point. Papers are measured in pixels of 96 to the inch, as the
 * screen is, so that gaps and strokes have the same proportion to the text.
 */
#define ACADEMY_PAPER_PIXELS_PER_POINT (96. / 72.)

/* Font sizes in points; none is smaller than the last one. */
#define ACADEMY_PAPER_HEADING_FONT 15
#define ACADEMY_PAPER_FONT         10
#define ACADEMY_PAPER_LEAST_FONT   9

/* The gap between the column and the lanes, and the indent of items below their
 * heading, in pixels. */
#define ACADEMY_PAPER_GAP    8
#define ACADEMY_PAPER_INDENT 10

/**
 * AcademyDensity:
 * @ACADEMY_DENSITY_ROOMY: with the owner and the days of each item
 * @ACADEMY_DENSITY_CLOSE: with titles only
 * @ACADEMY_DENSITY_TIGHT: with a smaller font
 * @ACADEMY_DENSITY_PACKED: with several lines in one lane; see
 *   academy_paper_pack()
 *
 * How closely lines are set.
 */
typedef enum {
  ACADEMY_DENSITY_ROOMY,
  ACADEMY_DENSITY_CLOSE,
  ACADEMY_DENSITY_TIGHT,
  ACADEMY_DENSITY_PACKED,
  ACADEMY_N_DENSITIES
} AcademyDensity;

/**
 * AcademyPaperLine:
 * @column: (nullable): a layout of its column, which the first lines keep until they
 *   are drawn
 * @heights: the height of the line at each density, in pixels
 * @page: its page, from 0
 * @y: its top on its page
 * @height: its height on its page
 *
 * The heights and the place of a line.
 */
typedef struct {
  /* Owned */
  PangoLayout *column;

  float        heights[ACADEMY_N_DENSITIES];
  guint        page;
  float        y;
  float        height;
} AcademyPaperLine;

/**
 * AcademyPaperPage:
 * @first: the number of its first line
 * @n_lines: the number of its lines
 * @continued: whether it begins between the lines of a heading, which is repeated
 *   above them
 * @links: (element-type AcademyDependencyLine) (nullable): the dependencies of its
 *   lines
 *
 * The lines of a page.
 */
typedef struct {
  guint      first;
  guint      n_lines;
  gboolean   continued;

  /* Owned */
  GPtrArray *links;
} AcademyPaperPage;

/**
 * AcademyPaperLane:
 * @row: the row with its item
 * @title: (nullable): a layout of the title
 * @status: (nullable): a layout of the status
 * @slip: (nullable): a layout of the slip
 * @line: the number of the line
 * @whole: whether the lane has room for the whole title; otherwise it is not
 *   drawn there
 *
 * A line while its page is drawn.
 */
typedef struct {
  /* Owned */
  AcademyLine *row;
  PangoLayout *title;
  PangoLayout *status;
  PangoLayout *slip;

  guint        line;
  gboolean     whole;
} AcademyPaperLane;

struct _AcademyPaper {
  GObject              parent_instance;

  /* Owned */
  AcademyStore        *store;
  AcademyLines        *lines;
  AcademyAnnotations  *annotations;
  AcademyAxis         *axis;
  PangoContext        *context;
  GHashTable          *labels;
  GArray              *places;
  GArray              *pages;
  GArray              *outline;
  GArray              *figures;
  GPtrArray           *stamps;
  char                *organisation;
  AcademyDocumentFacts facts;
  char                *range;
  char                *baseline;

  /* How lines are drawn, and a bit for each AcademySign in the legend */
  AcademyPalette       palette;
  AcademyMetrics       metrics;
  AcademyDensity       density;
  double               least_heights[ACADEMY_N_DENSITIES];
  guint                signs;
  AcademyDay           today;

  /* How many lines are measured for the pages, and what kind of pages they are */
  guint                n_measured;
  gboolean             picture;
  gboolean             packed;
  gboolean             tagged;

  /* In pixels: the page without its margins, the column beside the lanes, the head
   * with the ruler, the foot with the legend, and the lines of a packed page */
  double               width;
  double               height;
  double               column;
  double               top;
  double               bottom;
  double               packed_height;
};

gboolean          academy_paper_read_baseline (AcademyPaper        *self,
                                               const char          *wanted,
                                               GError             **error);
gboolean          academy_paper_read_facts    (AcademyPaper        *self,
                                               GError             **error);

gboolean          academy_paper_is_heading    (AcademyPaper        *self,
                                               guint                line);
AcademyPaperLine *academy_paper_get_line      (AcademyPaper        *self,
                                               guint                line);
AcademyLine      *academy_paper_create_row    (AcademyPaper        *self,
                                               guint                line,
                                               GError             **error);
PangoLayout      *academy_paper_create_column (AcademyPaper        *self,
                                               AcademyLine         *row,
                                               AcademyDensity       density,
                                               gboolean             continued);
PangoLayout      *academy_paper_take_column   (AcademyPaper        *self,
                                               AcademyLine         *row,
                                               guint                line);
PangoLayout      *academy_paper_create_title  (AcademyPaper        *self,
                                               AcademyLine         *row);
gboolean          academy_paper_get_extent    (AcademyPaper        *self,
                                               const AcademyBar    *bar,
                                               PangoLayout         *title,
                                               AcademyExtent       *extent);
AcademyPaperLane *academy_paper_lane_new      (AcademyPaper        *self,
                                               guint                line,
                                               GError             **error);
void              academy_paper_lane_free     (AcademyPaperLane    *lane);
void              academy_paper_lane_paint    (AcademyPaperLane    *lane,
                                               AcademyPaper        *self,
                                               AcademyCanvas       *canvas);
void              academy_paper_lane_write    (AcademyPaperLane    *lane,
                                               AcademyPaper        *self,
                                               AcademyCanvas       *canvas,
                                               AcademyBarTextParts  parts);

void              academy_paper_begin_tag     (AcademyPaper        *self,
                                               AcademyCanvas       *canvas,
                                               const char          *tag);
void              academy_paper_end_tag       (AcademyPaper        *self,
                                               AcademyCanvas       *canvas,
                                               const char          *tag);
AcademyPainter    academy_paper_get_painter   (AcademyPaper        *self,
                                               AcademyCanvas       *canvas);
void              academy_paper_measure_frame (AcademyPaper        *self);
void              academy_paper_draw_range    (AcademyPaper        *self,
                                               AcademyCanvas       *canvas);
void              academy_paper_draw_frame    (AcademyPaper        *self,
                                               AcademyCanvas       *canvas,
                                               guint                page);
void              academy_paper_draw_labels   (AcademyPaper        *self,
                                               AcademyCanvas       *canvas);

AcademyDensity    academy_paper_get_usual_density
                                              (AcademyPaper        *self);
void              academy_paper_use_density   (AcademyPaper        *self,
                                               AcademyDensity       density);
void              academy_paper_measure_rows  (AcademyPaper        *self);
void              academy_paper_set_column    (AcademyPaper        *self,
                                               double               column);
double            academy_paper_get_lane_x    (AcademyPaper        *self);
double            academy_paper_get_room      (AcademyPaper        *self);
gboolean          academy_paper_measure_line  (AcademyPaper        *self,
                                               guint                line,
                                               GError             **error);
gboolean          academy_paper_lay_out       (AcademyPaper        *self,
                                               GError             **error);

gboolean          academy_paper_pack          (AcademyPaper        *self,
                                               gboolean            *fits,
                                               GError             **error);

gboolean          academy_paper_draw_page     (AcademyPaper        *self,
                                               guint                page,
                                               AcademyCanvas       *canvas,
                                               GError             **error);

G_END_DECLS
