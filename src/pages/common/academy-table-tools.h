/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-table.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE_TOOLS (academy_table_tools_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableTools, academy_table_tools, ACADEMY, TABLE_TOOLS, AdwBin)

void academy_table_tools_set_table (AcademyTableTools *self,
                                    AcademyTable      *table);
void academy_table_tools_clear     (AcademyTableTools *self);
void academy_table_tools_filter    (AcademyTableTools *self,
                                    AcademyOperator    comparison);

G_END_DECLS
