/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PEOPLE_PAGE (academy_people_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPeoplePage, academy_people_page, ACADEMY, PEOPLE_PAGE, AdwNavigationPage)

AdwNavigationPage *academy_people_page_new    (AcademyStore      *store,
                                               AcademyItem       *programme) G_GNUC_WARN_UNUSED_RESULT;
void               academy_people_page_import (AcademyPeoplePage *self,
                                               GFile             *file);

G_END_DECLS
