/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_CONTRADICTION_GROUP (academy_contradiction_group_get_type ())

G_DECLARE_FINAL_TYPE (AcademyContradictionGroup, academy_contradiction_group, ACADEMY, CONTRADICTION_GROUP, AdwPreferencesGroup)

void academy_contradiction_group_show (AcademyContradictionGroup *self,
                                       AcademyStore              *store,
                                       const char                *organisation,
                                       gboolean                   with_private);

G_END_DECLS
