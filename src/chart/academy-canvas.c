/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-canvas.h"

/**
 * academy_canvas_fill:
 * @self: a canvas
 * @box: the rectangle to fill
 * @colour: the colour
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
 * @path: the path to fill, by the winding rule
 * @colour: the colour
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
 * @path: the centre line of the stroke
 * @pen: the width and the dashes
 * @colour: the colour
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
 * @radius: the radius of its corners
 * @width: the width of the border
 * @colour: the colour
 *
 * Draws a border inside @box. On the screen it takes half the time of a stroke.
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
 * @box: the rectangle to fill
 * @stops: (array length=n_stops): the colours from its left to its right edge
 * @n_stops: the number of stops
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
 * @box: the rectangle to fill
 * @colour: the colour of the stripes
 *
 * Fills a rectangle with diagonal stripes; between them it is transparent. See
 * %ACADEMY_CANVAS_HATCH.
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
 * @layout: a layout
 * @x: its left edge
 * @y: its top
 * @colour: the colour of text without a colour of its own
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
 * @box: the clip; nothing outside it is drawn until academy_canvas_pop()
 */
void
academy_canvas_push_clip (AcademyCanvas    *self,
                          const AcademyBox *box)
{
  self->funcs->push_clip (self, box);
}

/**
 * academy_canvas_pop:
 * @self: a canvas
 *
 * Removes the clip of the last academy_canvas_push_clip().
 */
void
academy_canvas_pop (AcademyCanvas *self)
{
  self->funcs->pop (self);
}

/**
 * academy_canvas_save:
 * @self: a canvas
 *
 * Saves the transformation until academy_canvas_restore().
 */
void
academy_canvas_save (AcademyCanvas *self)
{
  self->funcs->save (self);
}

/**
 * academy_canvas_restore:
 * @self: a canvas
 *
 * Restores the transformation of the last academy_canvas_save().
 */
void
academy_canvas_restore (AcademyCanvas *self)
{
  self->funcs->restore (self);
}

/**
 * academy_canvas_translate:
 * @self: a canvas
 * @x: the new origin, in the coordinates before
 * @y: the new origin
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
 * @factor: the factor by which all is enlarged
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
 * @degrees: the angle, clockwise
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
 * @tag: the type of a structure element (ISO 32000-1, 14.8.4), or “Artifact” for
 *   content that belongs to none
 *
 * Begins an element of a tagged PDF. Other canvases ignore tags.
 */
void
academy_canvas_begin_tag (AcademyCanvas *self,
                          const char    *tag)
{
  if (self->funcs->begin_tag != NULL)
    self->funcs->begin_tag (self, tag);
}

/**
 * academy_canvas_end_tag:
 * @self: a canvas
 * @tag: the type of the element that was begun last
 *
 * Ends the element that was begun by academy_canvas_begin_tag().
 */
void
academy_canvas_end_tag (AcademyCanvas *self,
                        const char    *tag)
{
  if (self->funcs->end_tag != NULL)
    self->funcs->end_tag (self, tag);
}
