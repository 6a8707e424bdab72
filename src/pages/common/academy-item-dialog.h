/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_ITEM_DIALOG (academy_item_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyItemDialog, academy_item_dialog, ACADEMY, ITEM_DIALOG, AdwDialog)

AdwDialog *academy_item_dialog_new     (AcademyStore *store,
                                        AcademyItem  *item,
                                        GtkWidget    *opener) G_GNUC_WARN_UNUSED_RESULT;
void       academy_item_dialog_open    (GtkWidget    *opener,
                                        AcademyItem  *item,
                                        AcademyStore *store);
void       academy_item_dialog_open_at (GtkWidget    *opener,
                                        AcademyItem  *item,
                                        AcademyStore *store,
                                        const char   *field);

G_END_DECLS
