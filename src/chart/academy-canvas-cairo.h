/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "academy-canvas.h"

G_BEGIN_DECLS

/**
 * AcademyCairoCanvas:
 *
 * A canvas that draws on a Cairo context, for files and printers.
 */
typedef struct {
  AcademyCanvas  parent;

  /* Borrowed */
  cairo_t       *cr;
} AcademyCairoCanvas;

AcademyCanvas *academy_cairo_canvas_init (AcademyCairoCanvas *self,
                                          cairo_t            *cr);

G_END_DECLS
