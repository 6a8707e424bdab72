/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_PLACE_ROW (academy_place_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPlaceRow, academy_place_row, ACADEMY, PLACE_ROW, GtkListBoxRow)

GtkWidget  *academy_place_row_new         (const char      *place,
                                           const char      *section,
                                           const char      *icon);
const char *academy_place_row_get_place   (AcademyPlaceRow *self);
const char *academy_place_row_get_section (AcademyPlaceRow *self);
void        academy_place_row_set_title   (AcademyPlaceRow *self,
                                           const char      *title,
                                           const char      *tooltip);
void        academy_place_row_set_stage   (AcademyPlaceRow *self,
                                           const char      *stage);
void        academy_place_row_set_late    (AcademyPlaceRow *self,
                                           guint            n_late);

G_END_DECLS
