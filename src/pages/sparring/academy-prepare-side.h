/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PREPARE_SIDE (academy_prepare_side_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPrepareSide, academy_prepare_side, ACADEMY, PREPARE_SIDE, AdwBin)

void academy_prepare_side_set_session (AcademyPrepareSide *self,
                                       AcademyStore       *store,
                                       AcademyItem        *session);
void academy_prepare_side_update      (AcademyPrepareSide *self,
                                       gboolean            with_private);

G_END_DECLS
