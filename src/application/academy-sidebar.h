/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SIDEBAR (academy_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (AcademySidebar, academy_sidebar, ACADEMY, SIDEBAR, AdwBin)

void academy_sidebar_set_store (AcademySidebar *self,
                                AcademyStore   *store);
void academy_sidebar_select    (AcademySidebar *self,
                                const char     *place);

G_END_DECLS
