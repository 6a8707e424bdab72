/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-table.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE_DRAG (academy_table_drag_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableDrag, academy_table_drag, ACADEMY, TABLE_DRAG, GObject)

AcademyTableDrag *academy_table_drag_new (AcademyTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
