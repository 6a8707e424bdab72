/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-form.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_ITEM_PAGE (academy_item_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyItemPage, academy_item_page, ACADEMY, ITEM_PAGE, AdwNavigationPage)

AcademyItemPage *academy_item_page_new       (AcademyStore    *store,
                                              AcademyItem     *item,
                                              GtkWidget       *opener) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem     *academy_item_page_get_item  (AcademyItemPage *self);
AcademyForm     *academy_item_page_get_form  (AcademyItemPage *self);
void             academy_item_page_add_back  (AcademyItemPage *self);
void             academy_item_page_set_first (AcademyItemPage *self,
                                              const char      *field);
void             academy_item_page_return    (AcademyItemPage *self);

G_END_DECLS
