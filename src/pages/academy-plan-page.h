/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PLAN_PAGE (academy_plan_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPlanPage, academy_plan_page, ACADEMY, PLAN_PAGE, AdwBin)

GtkWidget *academy_plan_page_new       (AcademyStore    *store,
                                        AcademyItem     *organisation) G_GNUC_WARN_UNUSED_RESULT;
void       academy_plan_page_show_view (AcademyPlanPage *self,
                                        const char      *view);
gboolean   academy_plan_page_is_timeline_shown (AcademyPlanPage *self);

G_END_DECLS
