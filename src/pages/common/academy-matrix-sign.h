/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_MATRIX_SIGN (academy_matrix_sign_get_type ())

G_DECLARE_FINAL_TYPE (AcademyMatrixSign, academy_matrix_sign, ACADEMY, MATRIX_SIGN, GtkWidget)

GtkWidget *academy_matrix_sign_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       academy_matrix_sign_set (AcademyMatrixSign *self,
                                    guint              choice,
                                    double             share);

G_END_DECLS
