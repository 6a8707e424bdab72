/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-canvas.h"

/**
 * academy_canvas_fill:
 * @self: a canvas
 * @box: what is filled
 * @colour: its colour
 */
void
academy_canvas_fill (AcademyCanvas       *self,
                     const AcademyBox    *box,
                     const AcademyColour *colour)
{
  self->funcs->fill (self, box, colour);
}

/**
 * academy_canvas_fill_path:
 * @self: a canvas
 * @path: the edge of what is filled, by the winding rule
 * @colour: its colour
 */
void
academy_canvas_fill_path (AcademyCanvas       *self,
                          const AcademyPath   *path,
                          const AcademyColour *colour)
{
  self->funcs->fill_path (self, path, colour);
}

/**
 * academy_canvas_stroke:
 * @self: a canvas
 * @path: the middle of the line
 * @pen: how wide it is, and its dashes
 * @colour: its colour
 */
void
academy_canvas_stroke (AcademyCanvas       *self,
                       const AcademyPath   *path,
                       const AcademyPen    *pen,
                       const AcademyColour *colour)
{
  self->funcs->stroke (self, path, pen, colour);
}

/**
 * academy_canvas_border:
 * @self: a canvas
 * @box: the outer edge of the border
 * @radius: that of its corners
 * @width: how wide the border is
 * @colour: its colour
 *
 * Draws within @box. On a screen it takes half the time of a stroke.
 */
void
academy_canvas_border (AcademyCanvas       *self,
                       const AcademyBox    *box,
                       double               radius,
                       double               width,
                       const AcademyColour *colour)
{
  self->funcs->border (self, box, radius, width, colour);
}

/**
 * academy_canvas_gradient:
 * @self: a canvas
 * @box: what is filled
 * @stops: (array length=n_stops): the colours from its left edge to its right one
 * @n_stops: how many there are
 */
void
academy_canvas_gradient (AcademyCanvas           *self,
                         const AcademyBox        *box,
                         const AcademyColourStop *stops,
                         guint                    n_stops)
{
  self->funcs->gradient (self, box, stops, n_stops);
}

/**
 * academy_canvas_hatch:
 * @self: a canvas
 * @box: what is filled
 * @colour: the colour of the stripes
 *
 * Draws slanted stripes, between which one sees through.
 */
void
academy_canvas_hatch (AcademyCanvas       *self,
                      const AcademyBox    *box,
                      const AcademyColour *colour)
{
  self->funcs->hatch (self, box, colour);
}

/**
 * academy_canvas_layout:
 * @self: a canvas
 * @layout: a text
 * @x: its left edge
 * @y: its top
 * @colour: the colour of what has none of its own
 */
void
academy_canvas_layout (AcademyCanvas       *self,
                       PangoLayout         *layout,
                       double               x,
                       double               y,
                       const AcademyColour *colour)
{
  self->funcs->layout (self, layout, x, y, colour);
}

/**
 * academy_canvas_push_clip:
 * @self: a canvas
 * @box: what can be drawn on until academy_canvas_pop()
 */
void
academy_canvas_push_clip (AcademyCanvas    *self,
                          const AcademyBox *box)
{
  self->funcs->push_clip (self, box);
}

void
academy_canvas_pop (AcademyCanvas *self)
{
  self->funcs->pop (self);
}

/**
 * academy_canvas_save:
 * @self: a canvas
 *
 * Remembers where the origin is, until academy_canvas_restore().
 */
void
academy_canvas_save (AcademyCanvas *self)
{
  self->funcs->save (self);
}

void
academy_canvas_restore (AcademyCanvas *self)
{
  self->funcs->restore (self);
}

/**
 * academy_canvas_translate:
 * @self: a canvas
 * @x: where the origin will be
 * @y: where it will be
 */
void
academy_canvas_translate (AcademyCanvas *self,
                          double         x,
                          double         y)
{
  self->funcs->translate (self, x, y);
}

/**
 * academy_canvas_scale:
 * @self: a canvas
 * @factor: how many times larger all will be
 */
void
academy_canvas_scale (AcademyCanvas *self,
                      double         factor)
{
  self->funcs->scale (self, factor);
}

/**
 * academy_canvas_rotate:
 * @self: a canvas
 * @degrees: how far it is turned, clockwise
 */
void
academy_canvas_rotate (AcademyCanvas *self,
                       double         degrees)
{
  self->funcs->rotate (self, degrees);
}

/**
 * academy_canvas_begin_tag:
 * @self: a canvas
 * @tag: the type of an element of the structure, or “Artifact”
 *
 * Begins an element, where a structure is kept.
 */
void
academy_canvas_begin_tag (AcademyCanvas *self,
                          const char    *tag)
{
  if (self->funcs->begin_tag != NULL)
    self->funcs->begin_tag (self, tag);
}

void
academy_canvas_end_tag (AcademyCanvas *self,
                        const char    *tag)
{
  if (self->funcs->end_tag != NULL)
    self->funcs->end_tag (self, tag);
}
