/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyShow:
 * @ACADEMY_SHOW_IF_SHOWN: only find out whether it is visible
 * @ACADEMY_SHOW_BESIDE: select it if that does not leave the present page
 * @ACADEMY_SHOW_GO: go to its page and select it
 *
 * The navigation allowed for showing an item.
 */
typedef enum {
  ACADEMY_SHOW_IF_SHOWN,
  ACADEMY_SHOW_BESIDE,
  ACADEMY_SHOW_GO,
} AcademyShow;

#define ACADEMY_TYPE_PLAN_PAGE (academy_plan_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPlanPage, academy_plan_page, ACADEMY, PLAN_PAGE, AdwBin)

GtkWidget  *academy_plan_page_new              (AcademyStore    *store,
                                                AcademyItem     *organisation) G_GNUC_WARN_UNUSED_RESULT;
void        academy_plan_page_set_organisation (AcademyPlanPage *self,
                                                AcademyItem     *organisation);
void        academy_plan_page_show_view        (AcademyPlanPage *self,
                                                const char      *view);
const char *academy_plan_page_get_view         (AcademyPlanPage *self);
gboolean    academy_plan_page_has_view         (const char      *view);
gboolean    academy_plan_page_show_item        (AcademyPlanPage *self,
                                                AcademyItem     *item,
                                                AcademyShow      show);

G_END_DECLS
