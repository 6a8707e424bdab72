/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-item.h"

G_BEGIN_DECLS

void academy_subtitle_show (AdwNavigationPage *page,
                            AcademyItem       *item);

G_END_DECLS
