/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-cell.h"
#include "academy-table-model.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE_CELLS (academy_table_cells_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableCells, academy_table_cells, ACADEMY, TABLE_CELLS, GObject)

AcademyTableCells  *academy_table_cells_new            (AcademyTableModel  *model) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *academy_table_cells_create_factory (const AcademyField *field,
                                                        gpointer            cells) G_GNUC_WARN_UNUSED_RESULT;
AcademyCell        *academy_table_cells_find           (AcademyTableCells  *self,
                                                        AcademyItem        *item,
                                                        const AcademyField *field);
void                academy_table_cells_update         (AcademyTableCells  *self);
void                academy_table_cells_set_misplaced  (AcademyTableCells  *self,
                                                        AcademyItem        *item);

G_END_DECLS
