/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-table-model.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE_ROWS (academy_table_rows_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableRows, academy_table_rows, ACADEMY, TABLE_ROWS, GObject)

AcademyTableRows *academy_table_rows_new             (AcademyTableModel *model,
                                                      GtkColumnView     *view) G_GNUC_WARN_UNUSED_RESULT;
void              academy_table_rows_update_headings (AcademyTableRows  *self);

G_END_DECLS
