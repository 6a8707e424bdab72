/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-path.h"

/* The longest that is drawn so far, the bubble of a session, has fewer steps. */
#define USUAL_STEPS 16

/**
 * AcademyPath:
 *
 * Lines and curves, step by step.
 */
struct _AcademyPath {
  /* Owned */
  GArray *steps;
};

/**
 * academy_path_new:
 *
 * Returns: (transfer full): a path without steps
 */
AcademyPath *
academy_path_new (void)
{
  AcademyPath *self = g_new (AcademyPath, 1);

  self->steps = g_array_sized_new (FALSE, FALSE, sizeof (AcademyPathStep), USUAL_STEPS);
  return self;
}

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
 * @x: where a line begins
 * @y: where it begins
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
 * @self: a path that has begun
 * @x: where it goes
 * @y: where it goes
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
 * @self: a path that has begun
 * @control_x: the control point of a quadratic curve
 * @control_y: the control point
 * @x: where it goes
 * @y: where it goes
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
 * @self: a path that has begun
 *
 * Goes straight to where it began.
 */
void
academy_path_close (AcademyPath *self)
{
  add_step (self, (AcademyPathStep) { .type = ACADEMY_PATH_CLOSE });
}

/**
 * academy_path_add_rounded:
 * @self: a path
 * @box: a box
 * @radius: that of its corners
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
 * @x: the middle
 * @y: the middle
 * @radius: half its width
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
 * @n_steps: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_steps): its steps, for who draws it
 */
const AcademyPathStep *
academy_path_get_steps (const AcademyPath *self,
                        guint             *n_steps)
{
  *n_steps = self->steps->len;
  return &g_array_index (self->steps, AcademyPathStep, 0);
}
