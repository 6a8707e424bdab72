/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-query.h"
#include "academy-show.h"
#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PLAN_PAGE (academy_plan_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPlanPage, academy_plan_page, ACADEMY, PLAN_PAGE, AdwBin)

GtkWidget  *academy_plan_page_new              (AcademyStore    *store,
                                                AcademyItem     *organisation) G_GNUC_WARN_UNUSED_RESULT;
void        academy_plan_page_set_organisation (AcademyPlanPage *self,
                                                AcademyItem     *organisation);
void        academy_plan_page_show_view        (AcademyPlanPage *self,
                                                const char      *view);
const char *academy_plan_page_get_view         (AcademyPlanPage *self);
void        academy_plan_page_add              (AcademyPlanPage *self);
gboolean    academy_plan_page_has_view         (const char      *view);
gboolean    academy_plan_page_show_item        (AcademyPlanPage *self,
                                                AcademyItem     *item,
                                                AcademyShow      show);
void        academy_plan_page_filter           (AcademyPlanPage *self,
                                                AcademyOperator  comparison);

G_END_DECLS
