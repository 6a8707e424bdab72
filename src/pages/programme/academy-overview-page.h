/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

AdwNavigationPage *academy_overview_page_new (AcademyStore *store,
                                              AcademyItem  *programme) G_GNUC_WARN_UNUSED_RESULT;
AdwNavigationPage *academy_timeline_page_new (AcademyStore *store,
                                              AcademyItem  *programme) G_GNUC_WARN_UNUSED_RESULT;
void               academy_timeline_page_show_item (AdwNavigationPage *page,
                                                    AcademyItem       *item);

G_END_DECLS
