/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PAGE_TITLE (academy_page_title_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPageTitle, academy_page_title, ACADEMY, PAGE_TITLE, AdwBin)

GtkWidget *academy_page_title_new            (AcademyStore     *store,
                                              AcademyItem      *item) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *academy_page_title_new_title_only (AcademyItem      *item) G_GNUC_WARN_UNUSED_RESULT;
void       academy_page_title_set_item       (AcademyPageTitle *self,
                                              AcademyItem      *item);

G_END_DECLS
