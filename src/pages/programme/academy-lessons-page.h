/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_LESSONS_PAGE (academy_lessons_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyLessonsPage, academy_lessons_page, ACADEMY, LESSONS_PAGE, AdwNavigationPage)

AdwNavigationPage *academy_lessons_page_new (AcademyStore *store,
                                             AcademyItem  *programme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
