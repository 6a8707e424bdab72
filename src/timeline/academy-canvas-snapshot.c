/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-canvas-snapshot.h"

static GtkSnapshot *
get_snapshot (AcademyCanvas *canvas)
{
  return ((AcademySnapshotCanvas *) canvas)->snapshot;
}

static GdkRGBA
to_rgba (const AcademyColour *colour)
{
  return (GdkRGBA) { colour->red, colour->green, colour->blue, colour->alpha };
}

static graphene_rect_t
to_rect (const AcademyBox *box)
{
  return GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height);
}

static void
add_rounded (GskPathBuilder        *builder,
             const AcademyPathStep *step)
{
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (step->x, step->y, step->width, step->height), step->radius);
  gsk_path_builder_add_rounded_rect (builder, &rect);
}

static GskPath *
create_path (const AcademyPath *path)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  guint n_steps;
  const AcademyPathStep *steps = academy_path_get_steps (path, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      const AcademyPathStep *step = &steps[i];

      switch (step->type)
        {
        case ACADEMY_PATH_MOVE:
          gsk_path_builder_move_to (builder, step->x, step->y);
          break;
        case ACADEMY_PATH_LINE:
          gsk_path_builder_line_to (builder, step->x, step->y);
          break;
        case ACADEMY_PATH_QUAD:
          gsk_path_builder_quad_to (builder, step->control_x, step->control_y, step->x, step->y);
          break;
        case ACADEMY_PATH_ROUNDED:
          add_rounded (builder, step);
          break;
        case ACADEMY_PATH_CIRCLE:
          gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (step->x, step->y), step->radius);
          break;
        case ACADEMY_PATH_CLOSE:
        default:
          gsk_path_builder_close (builder);
          break;
        }
    }

  return gsk_path_builder_free_to_path (builder);
}

static void
snapshot_canvas_fill (AcademyCanvas       *canvas,
                      const AcademyBox    *box,
                      const AcademyColour *colour)
{
  graphene_rect_t rect = to_rect (box);
  GdkRGBA rgba = to_rgba (colour);

  gtk_snapshot_append_color (get_snapshot (canvas), &rgba, &rect);
}

static void
snapshot_canvas_fill_path (AcademyCanvas       *canvas,
                           const AcademyPath   *path,
                           const AcademyColour *colour)
{
  g_autoptr(GskPath) shape = create_path (path);
  GdkRGBA rgba = to_rgba (colour);

  gtk_snapshot_append_fill (get_snapshot (canvas), shape, GSK_FILL_RULE_WINDING, &rgba);
}

static void
snapshot_canvas_stroke (AcademyCanvas       *canvas,
                        const AcademyPath   *path,
                        const AcademyPen    *pen,
                        const AcademyColour *colour)
{
  g_autoptr(GskPath) shape = create_path (path);
  GskStroke *stroke = gsk_stroke_new (pen->width);
  GdkRGBA rgba = to_rgba (colour);

  if (pen->dash > 0)
    gsk_stroke_set_dash (stroke, (float[]) { pen->dash, pen->gap }, 2);
  gtk_snapshot_append_stroke (get_snapshot (canvas), shape, stroke, &rgba);
  gsk_stroke_free (stroke);
}

static void
snapshot_canvas_border (AcademyCanvas       *canvas,
                        const AcademyBox    *box,
                        double               radius,
                        double               width,
                        const AcademyColour *colour)
{
  graphene_rect_t rect = to_rect (box);
  GdkRGBA rgba = to_rgba (colour);
  float line = width;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, radius);
  gtk_snapshot_append_border (get_snapshot (canvas), &outline, (float[4]) { line, line, line, line },
                              (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

static void
snapshot_canvas_gradient (AcademyCanvas           *canvas,
                          const AcademyBox        *box,
                          const AcademyColourStop *stops,
                          guint                    n_stops)
{
  graphene_rect_t rect = to_rect (box);
  g_autofree GskColorStop *colours = g_new (GskColorStop, n_stops);

  for (guint i = 0; i < n_stops; i++)
    colours[i] = (GskColorStop) { stops[i].offset, to_rgba (&stops[i].colour) };
  gtk_snapshot_append_linear_gradient (get_snapshot (canvas), &rect, &GRAPHENE_POINT_INIT (box->x, box->y),
                                       &GRAPHENE_POINT_INIT (box->x + box->width, box->y), colours, n_stops);
}

static void
snapshot_canvas_hatch (AcademyCanvas       *canvas,
                       const AcademyBox    *box,
                       const AcademyColour *colour)
{
  graphene_rect_t rect = to_rect (box);
  GdkRGBA rgba = to_rgba (colour);
  GdkRGBA none = { rgba.red, rgba.green, rgba.blue, 0 };
  GskColorStop stops[] = {
    { 0, rgba }, { ACADEMY_CANVAS_HATCH_STRIPE, rgba }, { ACADEMY_CANVAS_HATCH_STRIPE, none }, { 1, none },
  };

  gtk_snapshot_append_repeating_linear_gradient (get_snapshot (canvas), &rect, &GRAPHENE_POINT_INIT (box->x, box->y),
                                                 &GRAPHENE_POINT_INIT (box->x + ACADEMY_CANVAS_HATCH,
                                                                       box->y + ACADEMY_CANVAS_HATCH),
                                                 stops, G_N_ELEMENTS (stops));
}

static void
snapshot_canvas_layout (AcademyCanvas       *canvas,
                        PangoLayout         *layout,
                        double               x,
                        double               y,
                        const AcademyColour *colour)
{
  GtkSnapshot *snapshot = get_snapshot (canvas);
  GdkRGBA rgba = to_rgba (colour);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_canvas_push_clip (AcademyCanvas    *canvas,
                           const AcademyBox *box)
{
  graphene_rect_t rect = to_rect (box);

  gtk_snapshot_push_clip (get_snapshot (canvas), &rect);
}

static void
snapshot_canvas_pop (AcademyCanvas *canvas)
{
  gtk_snapshot_pop (get_snapshot (canvas));
}

static void
snapshot_canvas_save (AcademyCanvas *canvas)
{
  gtk_snapshot_save (get_snapshot (canvas));
}

static void
snapshot_canvas_restore (AcademyCanvas *canvas)
{
  gtk_snapshot_restore (get_snapshot (canvas));
}

static void
snapshot_canvas_translate (AcademyCanvas *canvas,
                           double         x,
                           double         y)
{
  gtk_snapshot_translate (get_snapshot (canvas), &GRAPHENE_POINT_INIT (x, y));
}

static void
snapshot_canvas_scale (AcademyCanvas *canvas,
                       double         factor)
{
  gtk_snapshot_scale (get_snapshot (canvas), factor, factor);
}

static void
snapshot_canvas_rotate (AcademyCanvas *canvas,
                        double         degrees)
{
  gtk_snapshot_rotate (get_snapshot (canvas), degrees);
}

static const AcademyCanvasFuncs funcs = {
  .fill = snapshot_canvas_fill,
  .fill_path = snapshot_canvas_fill_path,
  .stroke = snapshot_canvas_stroke,
  .border = snapshot_canvas_border,
  .gradient = snapshot_canvas_gradient,
  .hatch = snapshot_canvas_hatch,
  .layout = snapshot_canvas_layout,
  .push_clip = snapshot_canvas_push_clip,
  .pop = snapshot_canvas_pop,
  .save = snapshot_canvas_save,
  .restore = snapshot_canvas_restore,
  .translate = snapshot_canvas_translate,
  .scale = snapshot_canvas_scale,
  .rotate = snapshot_canvas_rotate,
};

/**
 * academy_snapshot_canvas_init:
 * @self: (out caller-allocates): a canvas
 * @snapshot: a snapshot, valid as long as @self
 *
 * Makes @self draw into @snapshot.
 *
 * Returns: (transfer none): the canvas
 */
AcademyCanvas *
academy_snapshot_canvas_init (AcademySnapshotCanvas *self,
                              GtkSnapshot           *snapshot)
{
  self->parent.funcs = &funcs;
  self->snapshot = snapshot;

  return &self->parent;
}
