/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PREPARE_PAGE (academy_prepare_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPreparePage, academy_prepare_page, ACADEMY, PREPARE_PAGE, AdwNavigationPage)

AdwNavigationPage *academy_prepare_page_new         (AcademyStore       *store,
                                                     AcademyItem        *session) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem       *academy_prepare_page_get_session (AcademyPreparePage *self);
void               academy_prepare_page_set_session (AcademyPreparePage *self,
                                                     AcademyItem        *session);

G_END_DECLS
