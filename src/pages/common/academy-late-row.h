/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

void academy_late_row_show (AdwActionRow *row,
                            AcademyStore *store,
                            AcademyItem  *item,
                            const char   *subtitle);

G_END_DECLS
