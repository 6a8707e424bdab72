/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-recorder.h"

/* A length larger than anything that is drawn. */
#define FAR 1e6

/* The state that pop() and restore() return to. */
typedef struct {
  AcademyBox     clip;
  cairo_matrix_t matrix;
  gboolean       is_clip;
} State;

static AcademyRecorder *
get_self (AcademyCanvas *canvas)
{
  return (AcademyRecorder *) canvas;
}

static AcademyBox
from_edges (double left,
            double top,
            double right,
            double bottom)
{
  return (AcademyBox) { left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
}

static AcademyBox
intersect (const AcademyBox *a,
           const AcademyBox *b)
{
  return from_edges (MAX (a->x, b->x), MAX (a->y, b->y), MIN (a->x + a->width, b->x + b->width),
                     MIN (a->y + a->height, b->y + b->height));
}

static AcademyBox
join (const AcademyBox *a,
      const AcademyBox *b)
{
  return from_edges (MIN (a->x, b->x), MIN (a->y, b->y), MAX (a->x + a->width, b->x + b->width),
                     MAX (a->y + a->height, b->y + b->height));
}

static AcademyBox
place (AcademyRecorder  *self,
       const AcademyBox *box)
{
  AcademyBox placed = { 0 };

  for (guint i = 0; i < 4; i++)
    {
      double x = box->x + (i % 2) * box->width, y = box->y + (i / 2) * box->height;

      cairo_matrix_transform_point (&self->matrix, &x, &y);
      placed = i == 0 ? (AcademyBox) { x, y, 0, 0 } : join (&placed, &(AcademyBox) { x, y, 0, 0 });
    }

  return placed;
}

static AcademyRecord *
add (AcademyRecorder     *self,
     AcademyRecordType    type,
     const AcademyBox    *box,
     const AcademyColour *colour)
{
  AcademyRecord record = { .type = type, .bounds = place (self, box), .colour = *colour };

  g_assert_cmpfloat (colour->alpha, >=, 0);
  g_assert_cmpfloat (colour->alpha, <=, 1);
  record.seen = intersect (&record.bounds, &self->clip);
  g_array_append_val (self->records, record);
  return &g_array_index (self->records, AcademyRecord, self->records->len - 1);
}

static AcademyBox
get_step_bounds (const AcademyPathStep *step)
{
  AcademyBox end = { step->x, step->y, 0, 0 };

  switch (step->type)
    {
    case ACADEMY_PATH_QUAD:
      return join (&end, &(AcademyBox) { step->control_x, step->control_y, 0, 0 });
    case ACADEMY_PATH_ROUNDED:
      return (AcademyBox) { step->x, step->y, step->width, step->height };
    case ACADEMY_PATH_CIRCLE:
      return (AcademyBox) { step->x - step->radius, step->y - step->radius, 2 * step->radius, 2 * step->radius };
    case ACADEMY_PATH_MOVE:
    case ACADEMY_PATH_LINE:
    case ACADEMY_PATH_CLOSE:
    default:
      return end;
    }
}

static AcademyBox
get_path_bounds (const AcademyPath *path,
                 double             margin)
{
  guint n_steps;
  const AcademyPathStep *steps = academy_path_get_steps (path, &n_steps);
  AcademyBox bounds;

  g_assert_cmpuint (n_steps, >, 0);
  g_assert_cmpint (steps[0].type, !=, ACADEMY_PATH_LINE);
  bounds = get_step_bounds (&steps[0]);
  for (guint i = 1; i < n_steps; i++)
    if (steps[i].type != ACADEMY_PATH_CLOSE)
      {
        AcademyBox step = get_step_bounds (&steps[i]);

        bounds = join (&bounds, &step);
      }

  return (AcademyBox) { bounds.x - margin, bounds.y - margin, bounds.width + 2 * margin, bounds.height + 2 * margin };
}

static void
recorder_fill (AcademyCanvas       *canvas,
               const AcademyBox    *box,
               const AcademyColour *colour)
{
  add (get_self (canvas), ACADEMY_RECORD_FILL, box, colour);
}

static void
recorder_fill_path (AcademyCanvas       *canvas,
                    const AcademyPath   *path,
                    const AcademyColour *colour)
{
  AcademyBox bounds = get_path_bounds (path, 0);

  add (get_self (canvas), ACADEMY_RECORD_FILL_PATH, &bounds, colour);
}

static void
recorder_stroke (AcademyCanvas       *canvas,
                 const AcademyPath   *path,
                 const AcademyPen    *pen,
                 const AcademyColour *colour)
{
  AcademyBox bounds = get_path_bounds (path, pen->width / 2);

  g_assert_cmpfloat (pen->width, >, 0);
  add (get_self (canvas), ACADEMY_RECORD_STROKE, &bounds, colour)->dashed = pen->dash > 0;
}

static void
recorder_border (AcademyCanvas       *canvas,
                 const AcademyBox    *box,
                 double               radius,
                 double               width,
                 const AcademyColour *colour)
{
  add (get_self (canvas), ACADEMY_RECORD_BORDER, box, colour);
}

static void
recorder_gradient (AcademyCanvas           *canvas,
                   const AcademyBox        *box,
                   const AcademyColourStop *stops,
                   guint                    n_stops)
{
  for (guint i = 1; i < n_stops; i++)
    g_assert_cmpfloat (stops[i].offset, >=, stops[i - 1].offset);
  add (get_self (canvas), ACADEMY_RECORD_GRADIENT, box, &stops[0].colour);
}

static void
recorder_hatch (AcademyCanvas       *canvas,
                const AcademyBox    *box,
                const AcademyColour *colour)
{
  add (get_self (canvas), ACADEMY_RECORD_HATCH, box, colour);
}

static void
recorder_layout (AcademyCanvas       *canvas,
                 PangoLayout         *layout,
                 double               x,
                 double               y,
                 const AcademyColour *colour)
{
  PangoRectangle ink;
  AcademyBox bounds;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  bounds = (AcademyBox) { x + ink.x, y + ink.y, ink.width, ink.height };
  add (get_self (canvas), ACADEMY_RECORD_LAYOUT, &bounds, colour)->text = g_strdup (pango_layout_get_text (layout));
}

static void
push (AcademyRecorder *self,
      gboolean         is_clip)
{
  State state = { .clip = self->clip, .matrix = self->matrix, .is_clip = is_clip };

  g_array_append_val (self->states, state);
}

static void
pull (AcademyRecorder *self,
      gboolean         is_clip)
{
  State state;

  g_assert_cmpuint (self->states->len, >, 0);
  state = g_array_index (self->states, State, self->states->len - 1);
  g_assert_cmpint (state.is_clip, ==, is_clip);
  g_array_set_size (self->states, self->states->len - 1);
  self->clip = state.clip;
  self->matrix = state.matrix;
}

static void
recorder_push_clip (AcademyCanvas    *canvas,
                    const AcademyBox *box)
{
  AcademyRecorder *self = get_self (canvas);
  AcademyBox placed = place (self, box);

  push (self, TRUE);
  self->clip = intersect (&self->clip, &placed);
}

static void
recorder_pop (AcademyCanvas *canvas)
{
  pull (get_self (canvas), TRUE);
}

static void
recorder_save (AcademyCanvas *canvas)
{
  push (get_self (canvas), FALSE);
}

static void
recorder_restore (AcademyCanvas *canvas)
{
  pull (get_self (canvas), FALSE);
}

static void
recorder_translate (AcademyCanvas *canvas,
                    double         x,
                    double         y)
{
  cairo_matrix_translate (&get_self (canvas)->matrix, x, y);
}

static void
recorder_scale (AcademyCanvas *canvas,
                double         factor)
{
  cairo_matrix_scale (&get_self (canvas)->matrix, factor, factor);
}

static void
recorder_rotate (AcademyCanvas *canvas,
                 double         degrees)
{
  cairo_matrix_rotate (&get_self (canvas)->matrix, degrees * G_PI / 180);
}

static const AcademyCanvasFuncs funcs = {
  .fill = recorder_fill,
  .fill_path = recorder_fill_path,
  .stroke = recorder_stroke,
  .border = recorder_border,
  .gradient = recorder_gradient,
  .hatch = recorder_hatch,
  .layout = recorder_layout,
  .push_clip = recorder_push_clip,
  .pop = recorder_pop,
  .save = recorder_save,
  .restore = recorder_restore,
  .translate = recorder_translate,
  .scale = recorder_scale,
  .rotate = recorder_rotate,
};

static void
record_clear (gpointer data)
{
  g_free (((AcademyRecord *) data)->text);
}

AcademyRecorder *
academy_recorder_new (void)
{
  AcademyRecorder *self = g_new0 (AcademyRecorder, 1);

  self->parent.funcs = &funcs;
  self->records = g_array_new (FALSE, FALSE, sizeof (AcademyRecord));
  g_array_set_clear_func (self->records, record_clear);
  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  self->clip = (AcademyBox) { -FAR, -FAR, 2 * FAR, 2 * FAR };
  cairo_matrix_init_identity (&self->matrix);

  return self;
}

/* Checks that each push_clip() has its pop(), and each save() its restore(). */
void
academy_recorder_free (AcademyRecorder *self)
{
  g_assert_cmpuint (self->states->len, ==, 0);
  g_array_unref (self->records);
  g_array_unref (self->states);
  g_free (self);
}

void
academy_recorder_clear (AcademyRecorder *self)
{
  g_array_set_size (self->records, 0);
}

const AcademyRecord *
academy_recorder_get (AcademyRecorder *self,
                      guint            i)
{
  g_assert_cmpuint (i, <, self->records->len);
  return &g_array_index (self->records, AcademyRecord, i);
}

/* Returns the first recorded item of a type, or NULL. */
const AcademyRecord *
academy_recorder_find (AcademyRecorder   *self,
                       AcademyRecordType  type)
{
  for (guint i = 0; i < self->records->len; i++)
    if (academy_recorder_get (self, i)->type == type)
      return academy_recorder_get (self, i);

  return NULL;
}

/* Returns the bounds of all that is visible. */
AcademyBox
academy_recorder_get_seen (AcademyRecorder *self)
{
  AcademyBox seen = academy_recorder_get (self, 0)->seen;

  for (guint i = 1; i < self->records->len; i++)
    seen = join (&seen, &academy_recorder_get (self, i)->seen);

  return seen;
}
