/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-legend.h"
#include "academy-paint.h"
#include "academy-paper.h"
#include "academy-timeline-notes.h"
#include "academy-timeline-row.h"

G_BEGIN_DECLS

/* Everything is measured as on a screen, at 96 pixels to the inch, so that
 * lines and gaps are to the text what they are there. */
#define ACADEMY_PAPER_PIXELS_PER_POINT (96. / 72.)

/* The text of a page, in points; none is smaller than the last. */
#define ACADEMY_PAPER_HEADING_FONT 15
#define ACADEMY_PAPER_FONT         10
#define ACADEMY_PAPER_LEAST_FONT   9

#define ACADEMY_PAPER_GAP          8
#define ACADEMY_PAPER_INDENT       10

typedef enum {
  ACADEMY_DENSITY_ROOMY,
  ACADEMY_DENSITY_CLOSE,
  ACADEMY_DENSITY_TIGHT,
  ACADEMY_DENSITY_PACKED,
  ACADEMY_N_DENSITIES
} AcademyDensity;

/* The heights that a line wants, and where it stands on its page. */
typedef struct {
  float heights[ACADEMY_N_DENSITIES];
  float y;
  float height;
} AcademyPaperLine;

/* The lines of a page; whether the heading of the first one is repeated above it. */
typedef struct {
  guint    first;
  guint    n_lines;
  gboolean continued;
} AcademyPaperPage;

/* A line while its page is drawn, and what is written in its lane. A title that
 * is not whole there is not written. */
typedef struct {
  /* Owned */
  AcademyTimelineRow *row;
  PangoLayout        *title;
  PangoLayout        *status;
  PangoLayout        *slip;

  guint               line;
  gboolean            whole;
} AcademyPaperLane;

struct _AcademyPaper {
  GObject                parent_instance;

  /* Owned */
  AcademyStore          *store;
  AcademyTimelineLines  *lines;
  AcademyTimelineNotes  *notes;
  AcademyAxis           *axis;
  PangoContext          *context;
  GHashTable            *labels;
  GArray                *places;
  GArray                *pages;
  GArray                *outline;
  GArray                *figures;
  GPtrArray             *stamps;
  char                  *organisation;
  AcademyDocumentFacts   facts;
  char                  *range;
  char                  *baseline;

  AcademyPalette         palette;
  AcademyMetrics         metrics;
  AcademyDensity         density;
  guint                  signs;
  guint32                today;
  guint                  n_measured;
  gboolean               picture;
  gboolean               packed;
  gboolean               tagged;

  double                 width;
  double                 height;
  double                 column;
  double                 top;
  double                 bottom;
  double                 packed_height;
};

AcademyTimelineRow *academy_paper_create_row     (AcademyPaper         *self,
                                                  guint                 line,
                                                  GError              **error);
PangoLayout        *academy_paper_create_layout  (AcademyPaper         *self,
                                                  const char           *text,
                                                  double                font,
                                                  gboolean              bold,
                                                  double                width);
PangoLayout        *academy_paper_create_column  (AcademyPaper         *self,
                                                  AcademyTimelineRow   *row,
                                                  AcademyDensity        density,
                                                  gboolean              continued);
PangoLayout        *academy_paper_create_title   (AcademyPaper         *self,
                                                  AcademyTimelineRow   *row);
gboolean            academy_paper_is_heading     (AcademyPaper         *self,
                                                  guint                 line);
AcademyPaperLine   *academy_paper_get_line       (AcademyPaper         *self,
                                                  guint                 line);

gboolean            academy_paper_read_facts     (AcademyPaper         *self,
                                                  GError              **error);
gboolean            academy_paper_read_baseline  (AcademyPaper         *self,
                                                  const char           *wanted,
                                                  GError              **error);
void                academy_paper_use_density    (AcademyPaper         *self,
                                                  AcademyDensity        density);
void                academy_paper_set_column     (AcademyPaper         *self,
                                                  double                column);
double              academy_paper_get_lane_x     (AcademyPaper         *self);
double              academy_paper_get_room       (AcademyPaper         *self);
gboolean            academy_paper_get_extent     (AcademyPaper         *self,
                                                  const AcademyBar     *bar,
                                                  PangoLayout          *title,
                                                  AcademyExtent        *extent);
gboolean            academy_paper_measure_line   (AcademyPaper         *self,
                                                  guint                 line,
                                                  GError              **error);
gboolean            academy_paper_lay_out        (AcademyPaper         *self,
                                                  GError              **error);
gboolean            academy_paper_pack           (AcademyPaper         *self,
                                                  gboolean             *fits,
                                                  GError              **error);

void                academy_paper_measure_frame  (AcademyPaper         *self);
void                academy_paper_draw_frame     (AcademyPaper         *self,
                                                  AcademyCanvas        *canvas,
                                                  guint                 page);
void                academy_paper_draw_range     (AcademyPaper         *self,
                                                  AcademyCanvas        *canvas);
void                academy_paper_draw_labels    (AcademyPaper         *self,
                                                  AcademyCanvas        *canvas);
void                academy_paper_draw_layout    (AcademyCanvas        *canvas,
                                                  PangoLayout          *layout,
                                                  double                x,
                                                  double                y,
                                                  const AcademyColour  *colour);
AcademyPainter      academy_paper_get_painter    (AcademyPaper         *self,
                                                  AcademyCanvas        *canvas);
gboolean            academy_paper_draw_page      (AcademyPaper         *self,
                                                  guint                 page,
                                                  AcademyCanvas        *canvas,
                                                  GError              **error);
void                academy_paper_begin_tag      (AcademyPaper         *self,
                                                  AcademyCanvas        *canvas,
                                                  const char           *tag);
void                academy_paper_end_tag        (AcademyPaper         *self,
                                                  AcademyCanvas        *canvas,
                                                  const char           *tag);

AcademyPaperLane   *academy_paper_lane_new       (AcademyPaper         *self,
                                                  guint                 line,
                                                  GError              **error);
void                academy_paper_lane_free      (AcademyPaperLane     *lane);
void                academy_paper_lane_paint     (AcademyPaperLane     *lane,
                                                  AcademyPaper         *self,
                                                  AcademyCanvas        *canvas);
void                academy_paper_lane_write     (AcademyPaperLane     *lane,
                                                  AcademyPaper         *self,
                                                  AcademyCanvas        *canvas,
                                                  AcademyBarTextParts   parts);

G_END_DECLS
