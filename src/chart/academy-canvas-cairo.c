/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-canvas-cairo.h"

#include <pango/pangocairo.h>

/* The mitre limit of the snapshots of GTK, so that corners look the same. */
#define MITRE_LIMIT 4

static cairo_t *
get_cr (AcademyCanvas *canvas)
{
  return ((AcademyCairoCanvas *) canvas)->cr;
}

static void
set_colour (cairo_t             *cr,
            const AcademyColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
add_box (cairo_t          *cr,
         const AcademyBox *box)
{
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
}

static void
add_rounded (cairo_t          *cr,
             const AcademyBox *box,
             double            radius)
{
  double left = box->x + radius, right = box->x + box->width - radius;
  double top = box->y + radius, bottom = box->y + box->height - radius;

  cairo_move_to (cr, left, box->y);
  cairo_arc (cr, right, top, radius, -G_PI_2, 0);
  cairo_arc (cr, right, bottom, radius, 0, G_PI_2);
  cairo_arc (cr, left, bottom, radius, G_PI_2, G_PI);
  cairo_arc (cr, left, top, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_circle (cairo_t *cr,
            double   x,
            double   y,
            double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

/* Cairo has cubic curves only: the control points of a quadratic curve are raised
 * to the third degree. */
static void
add_quad (cairo_t               *cr,
          const AcademyPathStep *step)
{
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  cairo_curve_to (cr, (x + 2 * step->control_x) / 3, (y + 2 * step->control_y) / 3,
                  (step->x + 2 * step->control_x) / 3, (step->y + 2 * step->control_y) / 3, step->x, step->y);
}

static void
add_path (cairo_t           *cr,
          const AcademyPath *path)
{
  guint n_steps;
  const AcademyPathStep *steps = academy_path_get_steps (path, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      const AcademyPathStep *step = &steps[i];

      switch (step->type)
        {
        case ACADEMY_PATH_MOVE:
          cairo_move_to (cr, step->x, step->y);
          break;
        case ACADEMY_PATH_LINE:
          cairo_line_to (cr, step->x, step->y);
          break;
        case ACADEMY_PATH_QUAD:
          add_quad (cr, step);
          break;
        case ACADEMY_PATH_ROUNDED:
          add_rounded (cr, &(AcademyBox) { step->x, step->y, step->width, step->height }, step->radius);
          break;
        case ACADEMY_PATH_CIRCLE:
          add_circle (cr, step->x, step->y, step->radius);
          break;
        case ACADEMY_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
cairo_canvas_fill (AcademyCanvas       *canvas,
                   const AcademyBox    *box,
                   const AcademyColour *colour)
{
  cairo_t *cr = get_cr (canvas);

  set_colour (cr, colour);
  add_box (cr, box);
  cairo_fill (cr);
}

static void
cairo_canvas_fill_path (AcademyCanvas       *canvas,
                        const AcademyPath   *path,
                        const AcademyColour *colour)
{
  cairo_t *cr = get_cr (canvas);

  set_colour (cr, colour);
  add_path (cr, path);
  cairo_fill (cr);
}

static void
cairo_canvas_stroke (AcademyCanvas       *canvas,
                     const AcademyPath   *path,
                     const AcademyPen    *pen,
                     const AcademyColour *colour)
{
  cairo_t *cr = get_cr (canvas);

  set_colour (cr, colour);
  cairo_set_line_width (cr, pen->width);
  cairo_set_miter_limit (cr, MITRE_LIMIT);
  cairo_set_dash (cr, (double[]) { pen->dash, pen->gap }, pen->dash > 0 ? 2 : 0, 0);
  add_path (cr, path);
  cairo_stroke (cr);
}

static void
cairo_canvas_border (AcademyCanvas       *canvas,
                     const AcademyBox    *box,
                     double               radius,
                     double               width,
                     const AcademyColour *colour)
{
  cairo_t *cr = get_cr (canvas);
  AcademyBox inner = { box->x + width, box->y + width, box->width - 2 * width, box->height - 2 * width };

  cairo_save (cr);
  set_colour (cr, colour);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  add_rounded (cr, box, radius);
  add_rounded (cr, &inner, MAX (radius - width, 0));
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
fill_with_stops (cairo_t                 *cr,
                 const AcademyBox        *box,
                 cairo_pattern_t         *pattern,
                 const AcademyColourStop *stops,
                 guint                    n_stops)
{
  for (guint i = 0; i < n_stops; i++)
    cairo_pattern_add_color_stop_rgba (pattern, stops[i].offset, stops[i].colour.red, stops[i].colour.green,
                                       stops[i].colour.blue, stops[i].colour.alpha);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
  add_box (cr, box);
  cairo_fill (cr);
}

static void
cairo_canvas_gradient (AcademyCanvas           *canvas,
                       const AcademyBox        *box,
                       const AcademyColourStop *stops,
                       guint                    n_stops)
{
  fill_with_stops (get_cr (canvas), box, cairo_pattern_create_linear (box->x, box->y, box->x + box->width, box->y),
                   stops, n_stops);
}

/* Fills the stripes of a hatching as one path. They are at right angles to the
 * gradient of hatch_by_gradient(), which has twice the period along each axis. */
static void
hatch_by_stripes (cairo_t             *cr,
                  const AcademyBox    *box,
                  const AcademyColour *colour)
{
  double period = 2 * ACADEMY_CANVAS_HATCH, stripe = period * ACADEMY_CANVAS_HATCH_STRIPE;
  double bottom = box->y + box->height;

  cairo_save (cr);
  add_box (cr, box);
  cairo_clip (cr);
  set_colour (cr, colour);
  for (double x = box->x; x < box->x + box->width + box->height; x += period)
    {
      cairo_move_to (cr, x, box->y);
      cairo_line_to (cr, x + stripe, box->y);
      cairo_line_to (cr, x + stripe - box->height, bottom);
      cairo_line_to (cr, x - box->height, bottom);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
hatch_by_gradient (cairo_t             *cr,
                   const AcademyBox    *box,
                   const AcademyColour *colour)
{
  AcademyColour none = { colour->red, colour->green, colour->blue, 0 };
  AcademyColourStop stops[] = {
    { 0, *colour }, { ACADEMY_CANVAS_HATCH_STRIPE, *colour }, { ACADEMY_CANVAS_HATCH_STRIPE, none }, { 1, none },
  };
  cairo_pattern_t *pattern =
    cairo_pattern_create_linear (box->x, box->y, box->x + ACADEMY_CANVAS_HATCH, box->y + ACADEMY_CANVAS_HATCH);

  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  fill_with_stops (cr, box, pattern, stops, G_N_ELEMENTS (stops));
}

/* Cairo writes a repeating gradient in a PDF as a list of all its repetitions, with
 * a soft mask for the gaps: several kilobytes for each bar. In an SVG a gradient
 * takes less than the stripes. */
static void
cairo_canvas_hatch (AcademyCanvas       *canvas,
                    const AcademyBox    *box,
                    const AcademyColour *colour)
{
  cairo_t *cr = get_cr (canvas);

  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    hatch_by_stripes (cr, box, colour);
  else
    hatch_by_gradient (cr, box, colour);
}

static void
cairo_canvas_layout (AcademyCanvas       *canvas,
                     PangoLayout         *layout,
                     double               x,
                     double               y,
                     const AcademyColour *colour)
{
  cairo_t *cr = get_cr (canvas);

  set_colour (cr, colour);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
cairo_canvas_push_clip (AcademyCanvas    *canvas,
                        const AcademyBox *box)
{
  cairo_t *cr = get_cr (canvas);

  cairo_save (cr);
  add_box (cr, box);
  cairo_clip (cr);
}

static void
cairo_canvas_save (AcademyCanvas *canvas)
{
  cairo_save (get_cr (canvas));
}

static void
cairo_canvas_restore (AcademyCanvas *canvas)
{
  cairo_restore (get_cr (canvas));
}

static void
cairo_canvas_translate (AcademyCanvas *canvas,
                        double         x,
                        double         y)
{
  cairo_translate (get_cr (canvas), x, y);
}

static void
cairo_canvas_scale (AcademyCanvas *canvas,
                    double         factor)
{
  cairo_scale (get_cr (canvas), factor, factor);
}

static void
cairo_canvas_rotate (AcademyCanvas *canvas,
                     double         degrees)
{
  cairo_rotate (get_cr (canvas), degrees * G_PI / 180);
}

static void
cairo_canvas_begin_tag (AcademyCanvas *canvas,
                        const char    *tag)
{
  cairo_tag_begin (get_cr (canvas), tag, NULL);
}

static void
cairo_canvas_end_tag (AcademyCanvas *canvas,
                      const char    *tag)
{
  cairo_tag_end (get_cr (canvas), tag);
}

static const AcademyCanvasFuncs funcs = {
  .fill = cairo_canvas_fill,
  .fill_path = cairo_canvas_fill_path,
  .stroke = cairo_canvas_stroke,
  .border = cairo_canvas_border,
  .gradient = cairo_canvas_gradient,
  .hatch = cairo_canvas_hatch,
  .layout = cairo_canvas_layout,
  .push_clip = cairo_canvas_push_clip,
  .pop = cairo_canvas_restore,
  .save = cairo_canvas_save,
  .restore = cairo_canvas_restore,
  .translate = cairo_canvas_translate,
  .scale = cairo_canvas_scale,
  .rotate = cairo_canvas_rotate,
  .begin_tag = cairo_canvas_begin_tag,
  .end_tag = cairo_canvas_end_tag,
};

/**
 * academy_cairo_canvas_init:
 * @self: (out caller-allocates): the canvas to initialise
 * @cr: the context to draw on; it must outlive @self
 *
 * Returns: (transfer none): @self
 */
AcademyCanvas *
academy_cairo_canvas_init (AcademyCairoCanvas *self,
                           cairo_t            *cr)
{
  self->parent.funcs = &funcs;
  self->cr = cr;

  return &self->parent;
}
