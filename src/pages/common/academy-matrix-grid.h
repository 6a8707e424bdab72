/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyMatrixAxes:
 * @kind: the kind of the items
 * @x: name of the field of the columns, a whole number from 1 to 5
 * @y: name of the field of the rows
 * @mark: name of the choice field that the signs tell
 * @size: (nullable): name of the field of the amount that the signs tell
 * @closed: (nullable): name of a flag; items that have it set are left out
 * @severe: whether the product of both numbers is a danger, rather than a promise
 *
 * What a matrix shows.
 */
typedef struct {
  const AcademyKind *kind;
  const char        *x;
  const char        *y;
  const char        *mark;
  const char        *size;
  const char        *closed;
  gboolean           severe;
} AcademyMatrixAxes;

#define ACADEMY_MATRIX_SIDE 5

#define ACADEMY_TYPE_MATRIX_GRID (academy_matrix_grid_get_type ())

G_DECLARE_FINAL_TYPE (AcademyMatrixGrid, academy_matrix_grid, ACADEMY, MATRIX_GRID, GtkWidget)

void  academy_matrix_grid_set_axes  (AcademyMatrixGrid       *self,
                                     AcademyStore            *store,
                                     const AcademyMatrixAxes *axes);
void  academy_matrix_grid_set_numbered (AcademyMatrixGrid    *self,
                                     gboolean                 is_numbered);
void  academy_matrix_grid_set_items (AcademyMatrixGrid       *self,
                                     GPtrArray               *items);
GPtrArray *academy_matrix_grid_get_placed (AcademyMatrixGrid *self);
gboolean academy_matrix_grid_focus_item (AcademyMatrixGrid   *self,
                                     AcademyItem             *item);

G_END_DECLS
