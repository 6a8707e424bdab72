/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "academy-path.h"

G_BEGIN_DECLS

/**
 * AcademyColour:
 * @red: from 0 to 1
 * @green: from 0 to 1
 * @blue: from 0 to 1
 * @alpha: from 0, which is transparent, to 1
 *
 * A colour (sRGB).
 */
typedef struct {
  float red;
  float green;
  float blue;
  float alpha;
} AcademyColour;

/**
 * AcademyColourStop:
 * @offset: the position between two edges, from 0 to 1
 * @colour: the colour there
 *
 * A stop of a gradient.
 */
typedef struct {
  float         offset;
  AcademyColour colour;
} AcademyColourStop;

/**
 * AcademyPen:
 * @width: the line width
 * @dash: the length of a dash, or 0 for a solid line
 * @gap: the length of the gap between two dashes
 *
 * The style of a stroke. Line caps are butt, line joins are mitred.
 */
typedef struct {
  double width;
  double dash;
  double gap;
} AcademyPen;

/**
 * ACADEMY_CANVAS_HATCH:
 *
 * The period of a hatching, along both axes.
 */
#define ACADEMY_CANVAS_HATCH 4

/**
 * ACADEMY_CANVAS_HATCH_STRIPE:
 *
 * The part of the period that a stripe takes, from 0 to 1.
 */
#define ACADEMY_CANVAS_HATCH_STRIPE 0.4f

typedef struct _AcademyCanvas AcademyCanvas;

/**
 * AcademyCanvasFuncs:
 * @begin_tag: (nullable): for canvases that write tagged PDF
 * @end_tag: (nullable): for canvases that write tagged PDF
 *
 * The virtual functions of a canvas; see the functions of the same names.
 */
typedef struct {
  void (* fill)      (AcademyCanvas           *self,
                      const AcademyBox        *box,
                      const AcademyColour     *colour);
  void (* fill_path) (AcademyCanvas           *self,
                      const AcademyPath       *path,
                      const AcademyColour     *colour);
  void (* stroke)    (AcademyCanvas           *self,
                      const AcademyPath       *path,
                      const AcademyPen        *pen,
                      const AcademyColour     *colour);
  void (* border)    (AcademyCanvas           *self,
                      const AcademyBox        *box,
                      double                   radius,
                      double                   width,
                      const AcademyColour     *colour);
  void (* gradient)  (AcademyCanvas           *self,
                      const AcademyBox        *box,
                      const AcademyColourStop *stops,
                      guint                    n_stops);
  void (* hatch)     (AcademyCanvas           *self,
                      const AcademyBox        *box,
                      const AcademyColour     *colour);
  void (* layout)    (AcademyCanvas           *self,
                      PangoLayout             *layout,
                      double                   x,
                      double                   y,
                      const AcademyColour     *colour);
  void (* push_clip) (AcademyCanvas           *self,
                      const AcademyBox        *box);
  void (* pop)       (AcademyCanvas           *self);
  void (* save)      (AcademyCanvas           *self);
  void (* restore)   (AcademyCanvas           *self);
  void (* translate) (AcademyCanvas           *self,
                      double                   x,
                      double                   y);
  void (* scale)     (AcademyCanvas           *self,
                      double                   factor);
  void (* rotate)    (AcademyCanvas           *self,
                      double                   degrees);
  void (* begin_tag) (AcademyCanvas           *self,
                      const char              *tag);
  void (* end_tag)   (AcademyCanvas           *self,
                      const char              *tag);
} AcademyCanvasFuncs;

/**
 * AcademyCanvas:
 * @funcs: the virtual functions
 *
 * Abstract drawing target: charts are drawn with one code onto files, printers
 * and widgets. The struct of a backend has it as its first member. It is no
 * GObject, because one is made for each frame.
 */
struct _AcademyCanvas {
  const AcademyCanvasFuncs *funcs;
};

void academy_canvas_fill      (AcademyCanvas           *self,
                               const AcademyBox        *box,
                               const AcademyColour     *colour);
void academy_canvas_fill_path (AcademyCanvas           *self,
                               const AcademyPath       *path,
                               const AcademyColour     *colour);
void academy_canvas_stroke    (AcademyCanvas           *self,
                               const AcademyPath       *path,
                               const AcademyPen        *pen,
                               const AcademyColour     *colour);
void academy_canvas_border    (AcademyCanvas           *self,
                               const AcademyBox        *box,
                               double                   radius,
                               double                   width,
                               const AcademyColour     *colour);
void academy_canvas_gradient  (AcademyCanvas           *self,
                               const AcademyBox        *box,
                               const AcademyColourStop *stops,
                               guint                    n_stops);
void academy_canvas_hatch     (AcademyCanvas           *self,
                               const AcademyBox        *box,
                               const AcademyColour     *colour);
void academy_canvas_layout    (AcademyCanvas           *self,
                               PangoLayout             *layout,
                               double                   x,
                               double                   y,
                               const AcademyColour     *colour);
void academy_canvas_push_clip (AcademyCanvas           *self,
                               const AcademyBox        *box);
void academy_canvas_pop       (AcademyCanvas           *self);
void academy_canvas_save      (AcademyCanvas           *self);
void academy_canvas_restore   (AcademyCanvas           *self);
void academy_canvas_translate (AcademyCanvas           *self,
                               double                   x,
                               double                   y);
void academy_canvas_scale     (AcademyCanvas           *self,
                               double                   factor);
void academy_canvas_rotate    (AcademyCanvas           *self,
                               double                   degrees);
void academy_canvas_begin_tag (AcademyCanvas           *self,
                               const char              *tag);
void academy_canvas_end_tag   (AcademyCanvas           *self,
                               const char              *tag);

G_END_DECLS
