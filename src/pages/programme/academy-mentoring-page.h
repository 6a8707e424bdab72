/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_MENTORING_PAGE (academy_mentoring_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyMentoringPage, academy_mentoring_page, ACADEMY, MENTORING_PAGE, AdwNavigationPage)

AdwNavigationPage *academy_mentoring_page_new (AcademyStore *store,
                                               AcademyItem  *programme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
