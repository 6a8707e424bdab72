/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcademyBox:
 * @x: the left edge
 * @y: the top
 * @width: the width
 * @height: the height
 *
 * A rectangle.
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} AcademyBox;

/**
 * AcademyPathStepType:
 * @ACADEMY_PATH_MOVE: starts a sub-path
 * @ACADEMY_PATH_LINE: a straight line
 * @ACADEMY_PATH_QUAD: a quadratic curve
 * @ACADEMY_PATH_CLOSE: a straight line to the start of the sub-path
 * @ACADEMY_PATH_ROUNDED: a rounded rectangle, clockwise from its top left
 * @ACADEMY_PATH_CIRCLE: a circle, clockwise from its right
 *
 * The type of a step.
 */
typedef enum {
  ACADEMY_PATH_MOVE,
  ACADEMY_PATH_LINE,
  ACADEMY_PATH_QUAD,
  ACADEMY_PATH_CLOSE,
  ACADEMY_PATH_ROUNDED,
  ACADEMY_PATH_CIRCLE,
} AcademyPathStepType;

/**
 * AcademyPathStep:
 * @type: the type
 * @x: the end of a line, the left edge of a rectangle, or the centre of a circle
 * @y: the end of a line, the top of a rectangle, or the centre of a circle
 * @control_x: the control point of a curve
 * @control_y: the control point of a curve
 * @width: the width of a rectangle
 * @height: the height of a rectangle
 * @radius: the radius of a circle, or of the corners of a rectangle
 *
 * A step of a path.
 */
typedef struct {
  AcademyPathStepType type;
  double              x;
  double              y;
  union {
    struct {
      double          control_x;
      double          control_y;
    };
    struct {
      double          width;
      double          height;
      double          radius;
    };
  };
} AcademyPathStep;

typedef struct _AcademyPath AcademyPath;

AcademyPath           *academy_path_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void                   academy_path_free        (AcademyPath       *self);
void                   academy_path_move_to     (AcademyPath       *self,
                                                 double             x,
                                                 double             y);
void                   academy_path_line_to     (AcademyPath       *self,
                                                 double             x,
                                                 double             y);
void                   academy_path_quad_to     (AcademyPath       *self,
                                                 double             control_x,
                                                 double             control_y,
                                                 double             x,
                                                 double             y);
void                   academy_path_close       (AcademyPath       *self);
void                   academy_path_add_rounded (AcademyPath       *self,
                                                 const AcademyBox  *box,
                                                 double             radius);
void                   academy_path_add_circle  (AcademyPath       *self,
                                                 double             x,
                                                 double             y,
                                                 double             radius);
const AcademyPathStep *academy_path_get_steps   (const AcademyPath *self,
                                                 guint             *n_steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyPath, academy_path_free)

G_END_DECLS
