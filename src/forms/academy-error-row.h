/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_ERROR_ROW (academy_error_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyErrorRow, academy_error_row, ACADEMY, ERROR_ROW, AdwPreferencesRow)

GtkWidget *academy_error_row_new         (void) G_GNUC_WARN_UNUSED_RESULT;
GtkLabel  *academy_error_row_get_label   (AcademyErrorRow *self);
gboolean   academy_error_row_has_message (AcademyErrorRow *self);
void       academy_error_row_set_message (AcademyErrorRow *self,
                                          const char      *message);
void       academy_error_row_show        (AcademyErrorRow *self,
                                          GtkWidget       *row,
                                          GtkAccessible   *control,
                                          const char      *message);
void       academy_error_row_mark        (GtkWidget       *widget,
                                          GtkAccessible   *control,
                                          GtkLabel        *label,
                                          const char      *message);

G_END_DECLS
