/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "academy-picture.h"

G_BEGIN_DECLS

/* A picture that is being drawn. */
typedef struct {
  /* Owned */
  AcademyDocument       *document;
  GByteArray            *bytes;
  cairo_surface_t       *surface;
  cairo_t               *cr;

  AcademyPictureFormat   format;
  double                 margin;
  guint                  page;
} AcademyPictureDrawing;

AcademyPictureDrawing *academy_picture_drawing_new     (AcademyDocument        *document,
                                                        AcademyPictureFormat    format);
void                   academy_picture_drawing_free    (AcademyPictureDrawing  *self);
gboolean               academy_picture_drawing_advance (AcademyPictureDrawing  *self,
                                                        gboolean               *drawn,
                                                        GError                **error);
GBytes                *academy_picture_drawing_finish  (AcademyPictureDrawing  *self,
                                                        GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyPictureDrawing, academy_picture_drawing_free)

G_END_DECLS
