/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyShow:
 * @ACADEMY_SHOW_IF_SHOWN: only see whether it is in sight
 * @ACADEMY_SHOW_BESIDE: select it where that leads nobody elsewhere
 * @ACADEMY_SHOW_GO: go to it
 *
 * How far an item is to be brought into sight.
 */
typedef enum {
  ACADEMY_SHOW_IF_SHOWN,
  ACADEMY_SHOW_BESIDE,
  ACADEMY_SHOW_GO,
} AcademyShow;

#define ACADEMY_TYPE_PLAN_PAGE (academy_plan_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPlanPage, academy_plan_page, ACADEMY, PLAN_PAGE, AdwBin)

GtkWidget *academy_plan_page_new       (AcademyStore    *store,
                                        AcademyItem     *organisation) G_GNUC_WARN_UNUSED_RESULT;
void       academy_plan_page_show_view (AcademyPlanPage *self,
                                        const char      *view);
gboolean   academy_plan_page_is_timeline_shown (AcademyPlanPage *self);
gboolean   academy_plan_page_show_item (AcademyPlanPage *self,
                                        AcademyItem     *item,
                                        AcademyShow      show);

G_END_DECLS
