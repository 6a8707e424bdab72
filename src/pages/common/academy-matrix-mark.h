/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-item.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_MATRIX_MARK (academy_matrix_mark_get_type ())

G_DECLARE_FINAL_TYPE (AcademyMatrixMark, academy_matrix_mark, ACADEMY, MATRIX_MARK, GtkButton)

GtkWidget   *academy_matrix_mark_new      (gboolean           movable) G_GNUC_WARN_UNUSED_RESULT;
void         academy_matrix_mark_set_item (AcademyMatrixMark *self,
                                           AcademyItem       *item);
AcademyItem *academy_matrix_mark_get_item (AcademyMatrixMark *self);
void         academy_matrix_mark_set      (AcademyMatrixMark *self,
                                           const char        *title,
                                           const char        *description,
                                           guint              choice,
                                           double             share);
void         academy_matrix_mark_set_number (AcademyMatrixMark *self,
                                             guint            number);

G_END_DECLS
