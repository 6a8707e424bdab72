/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-table-model.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_BULK_MOVE (academy_bulk_move_get_type ())

G_DECLARE_FINAL_TYPE (AcademyBulkMove, academy_bulk_move, ACADEMY, BULK_MOVE, GtkPopover)

void academy_bulk_move_set_model (AcademyBulkMove   *self,
                                  AcademyTableModel *model);

G_END_DECLS
