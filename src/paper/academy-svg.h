/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-scratch.h"

G_BEGIN_DECLS

/*
 * AcademySvg: an SVG on its way from Cairo into a file. Cairo keeps all that is
 * drawn on a surface in memory, so that a large picture is drawn on several, which
 * are joined here.
 */
typedef struct _AcademySvg AcademySvg;

AcademySvg *academy_svg_new        (const char      *title,
                                    const char      *description,
                                    const char      *code) G_GNUC_WARN_UNUSED_RESULT;
gboolean    academy_svg_write      (AcademySvg      *self,
                                    const char      *data,
                                    gsize            length,
                                    AcademyScratch  *content,
                                    GError         **error);
gboolean    academy_svg_begin_part (AcademySvg      *self);
gboolean    academy_svg_finish     (AcademySvg      *self,
                                    AcademyScratch  *content,
                                    GError         **error);
void        academy_svg_free       (AcademySvg      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademySvg, academy_svg_free)

G_END_DECLS
