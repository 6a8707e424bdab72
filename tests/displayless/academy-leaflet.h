/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-document.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_LEAFLET (academy_leaflet_get_type ())

G_DECLARE_FINAL_TYPE (AcademyLeaflet, academy_leaflet, ACADEMY, LEAFLET, GObject)

/* How far down the second of its lines stands. */
#define ACADEMY_LEAFLET_LINE 60

/* A document of another kind than those of the program: two upright pages (A5), or
 * one picture, with a line of text on each. The second one may fail. */
AcademyDocument *academy_leaflet_new (gboolean fails);

G_END_DECLS
