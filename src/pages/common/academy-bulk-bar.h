/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-table.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_BULK_BAR (academy_bulk_bar_get_type ())

G_DECLARE_FINAL_TYPE (AcademyBulkBar, academy_bulk_bar, ACADEMY, BULK_BAR, AdwBin)

void academy_bulk_bar_set_table (AcademyBulkBar *self,
                                 AcademyTable   *table);

G_END_DECLS
