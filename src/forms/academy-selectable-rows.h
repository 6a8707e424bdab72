/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-rows.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SELECTABLE_ROWS (academy_selectable_rows_get_type ())

G_DECLARE_DERIVABLE_TYPE (AcademySelectableRows, academy_selectable_rows, ACADEMY, SELECTABLE_ROWS, AcademyRows)

struct _AcademySelectableRowsClass {
  AcademyRowsClass parent_class;
};

guint academy_selectable_rows_count_selected (AcademySelectableRows *self);
void  academy_selectable_rows_forget_lost    (AcademySelectableRows *self);

G_END_DECLS
