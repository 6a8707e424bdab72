/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "academy-canvas.h"
#include "academy-language.h"

G_BEGIN_DECLS

PangoContext *academy_text_layout_create_context (const AcademyLanguage *language,
                                                  double                 pixels_per_inch) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout  *academy_text_layout_new            (PangoContext          *context,
                                                  const char            *text,
                                                  double                 font,
                                                  gboolean               bold,
                                                  double                 width) G_GNUC_WARN_UNUSED_RESULT;
void          academy_text_layout_draw           (PangoLayout           *layout,
                                                  AcademyCanvas         *canvas,
                                                  double                 x,
                                                  double                 y,
                                                  const AcademyColour   *colour);

G_END_DECLS
