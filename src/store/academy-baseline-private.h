/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-baseline.h"
#include "academy-database.h"
#include "academy-edit-private.h"

G_BEGIN_DECLS

gboolean academy_baseline_write_dates (AcademyDatabase  *database,
                                       AcademyItem      *baseline,
                                       GError          **error);
gboolean academy_baseline_follow_edit (AcademyDatabase  *database,
                                       AcademyEdit      *edit,
                                       GError          **error);

G_END_DECLS
