/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-table.h"

G_BEGIN_DECLS

void academy_table_keys_attach  (AcademyTable *table);
void academy_table_keys_end_run (AcademyTable *table);

G_END_DECLS
