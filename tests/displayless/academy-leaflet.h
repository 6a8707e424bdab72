/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-document.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_LEAFLET (academy_leaflet_get_type ())

G_DECLARE_FINAL_TYPE (AcademyLeaflet, academy_leaflet, ACADEMY, LEAFLET, GObject)

/* The top of the second line, in points. */
#define ACADEMY_LEAFLET_LINE 60

/* A document of another kind than those of the program: two portrait pages (A5)
 * or one picture, with a line of text on each. Drawing the second one fails on
 * request. */
AcademyDocument *academy_leaflet_new (gboolean fails);

G_END_DECLS
