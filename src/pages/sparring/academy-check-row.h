/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-item.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_CHECK_ROW (academy_check_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyCheckRow, academy_check_row, ACADEMY, CHECK_ROW, AdwActionRow)

GtkWidget   *academy_check_row_new      (AcademyItem     *item) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_check_row_get_item (AcademyCheckRow *self);
void         academy_check_row_show     (AcademyCheckRow *self,
                                         const char      *title,
                                         const char      *subtitle,
                                         gboolean         checked);

G_END_DECLS
