/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-matrix-grid.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_MATRIX (academy_matrix_get_type ())

G_DECLARE_FINAL_TYPE (AcademyMatrix, academy_matrix, ACADEMY, MATRIX, AdwPreferencesGroup)

GtkWidget *academy_matrix_new        (AcademyStore            *store,
                                      GListModel              *list,
                                      const AcademyMatrixAxes *axes,
                                      const char              *title) G_GNUC_WARN_UNUSED_RESULT;
void       academy_matrix_set_narrow (AcademyMatrix           *self,
                                      gboolean                 is_narrow);
AcademyItem *academy_matrix_find_item (GtkWidget *target);
gboolean   academy_matrix_focus_item (AcademyMatrix           *self,
                                      AcademyItem             *item);

G_END_DECLS
