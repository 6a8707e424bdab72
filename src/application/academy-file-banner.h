/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_FILE_BANNER (academy_file_banner_get_type ())

G_DECLARE_FINAL_TYPE (AcademyFileBanner, academy_file_banner, ACADEMY, FILE_BANNER, AdwBin)

void academy_file_banner_set_store (AcademyFileBanner *self,
                                    AcademyStore      *store);

G_END_DECLS
