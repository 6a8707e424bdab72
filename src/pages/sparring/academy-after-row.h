/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_AFTER_ROW (academy_after_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyAfterRow, academy_after_row, ACADEMY, AFTER_ROW, AdwExpanderRow)

void academy_after_row_show (AcademyAfterRow *self,
                             AcademyStore    *store,
                             AcademyItem     *follow_up);

G_END_DECLS
