/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_CONTRADICTION_ROW (academy_contradiction_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyContradictionRow, academy_contradiction_row, ACADEMY, CONTRADICTION_ROW, AdwPreferencesRow)

void         academy_contradiction_row_show     (AcademyContradictionRow *self,
                                                 AcademyStore            *store,
                                                 AcademyItem             *note,
                                                 AcademyItem             *other);
AcademyItem *academy_contradiction_row_get_note (AcademyContradictionRow *self);

G_END_DECLS
