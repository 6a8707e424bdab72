/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_COLUMN (academy_column_get_type ())

G_DECLARE_FINAL_TYPE (AcademyColumn, academy_column, ACADEMY, COLUMN, AdwBin)

AcademyColumn *academy_column_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void           academy_column_append (AcademyColumn *self,
                                      GtkWidget     *group);
void           academy_column_rewind (AcademyColumn *self);

G_END_DECLS
