/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-path.h"

/* The number of steps that is allocated at once; no sign has more. */
#define USUAL_STEPS 16

/**
 * AcademyPath:
 *
 * A path of lines and curves. It is built step by step and converted by each
 * canvas into a path of its own.
 */
struct _AcademyPath {
  /* Owned */
  GArray *steps;
};

/**
 * academy_path_new:
 *
 * Returns: (transfer full): an empty path
 */
AcademyPath *
academy_path_new (void)
{
  AcademyPath *self = g_new (AcademyPath, 1);

  self->steps = g_array_sized_new (FALSE, FALSE, sizeof (AcademyPathStep), USUAL_STEPS);
  return self;
}

/**
 * academy_path_free:
 * @self: (transfer full): a path
 */
void
academy_path_free (AcademyPath *self)
{
  g_array_unref (self->steps);
  g_free (self);
}

static void
add_step (AcademyPath     *self,
          AcademyPathStep  step)
{
  g_array_append_val (self->steps, step);
}

/**
 * academy_path_move_to:
 * @self: a path
 * @x: the start of a line
 * @y: the start of a line
 *
 * Starts a new sub-path.
 */
void
academy_path_move_to (AcademyPath *self,
                      double       x,
                      double       y)
{
  add_step (self, (AcademyPathStep) { .type = ACADEMY_PATH_MOVE, .x = x, .y = y });
}

/**
 * academy_path_line_to:
 * @self: a path that has been started
 * @x: the end of the line
 * @y: the end of the line
 *
 * Adds a straight line.
 */
void
academy_path_line_to (AcademyPath *self,
                      double       x,
                      double       y)
{
  add_step (self, (AcademyPathStep) { .type = ACADEMY_PATH_LINE, .x = x, .y = y });
}

/**
 * academy_path_quad_to:
 * @self: a path that has been started
 * @control_x: the control point
 * @control_y: the control point
 * @x: the end of the curve
 * @y: the end of the curve
 *
 * Adds a quadratic Bézier curve.
 */
void
academy_path_quad_to (AcademyPath *self,
                      double       control_x,
                      double       control_y,
                      double       x,
                      double       y)
{
  add_step (self, (AcademyPathStep) {
    .type = ACADEMY_PATH_QUAD, .x = x, .y = y, .control_x = control_x, .control_y = control_y,
  });
}

/**
 * academy_path_close:
 * @self: a path that has been started
 *
 * Adds a straight line to the start of the sub-path.
 */
void
academy_path_close (AcademyPath *self)
{
  add_step (self, (AcademyPathStep) { .type = ACADEMY_PATH_CLOSE });
}

/**
 * academy_path_add_rounded:
 * @self: a path
 * @box: a rectangle
 * @radius: the radius of its corners
 *
 * Adds a rounded rectangle as a sub-path.
 */
void
academy_path_add_rounded (AcademyPath      *self,
                          const AcademyBox *box,
                          double            radius)
{
  add_step (self, (AcademyPathStep) {
    .type = ACADEMY_PATH_ROUNDED, .x = box->x, .y = box->y, .width = box->width, .height = box->height, .radius = radius,
  });
}

/**
 * academy_path_add_circle:
 * @self: a path
 * @x: the centre
 * @y: the centre
 * @radius: the radius
 *
 * Adds a circle as a sub-path.
 */
void
academy_path_add_circle (AcademyPath *self,
                         double       x,
                         double       y,
                         double       radius)
{
  add_step (self, (AcademyPathStep) { .type = ACADEMY_PATH_CIRCLE, .x = x, .y = y, .radius = radius });
}

/**
 * academy_path_get_steps:
 * @self: a path
 * @n_steps: (out): the number of steps
 *
 * Returns: (transfer none) (array length=n_steps): the steps, for a canvas to
 *   convert
 */
const AcademyPathStep *
academy_path_get_steps (const AcademyPath *self,
                        guint             *n_steps)
{
  *n_steps = self->steps->len;
  return &g_array_index (self->steps, AcademyPathStep, 0);
}
