/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_DAY_BUTTON (academy_day_button_get_type ())

G_DECLARE_FINAL_TYPE (AcademyDayButton, academy_day_button, ACADEMY, DAY_BUTTON, AdwBin)

GtkWidget *academy_day_button_new   (const char       *label) G_GNUC_WARN_UNUSED_RESULT;
void       academy_day_button_popup (AcademyDayButton *self);
GtkWidget *academy_day_button_add   (AdwEntryRow      *row,
                                     const char       *label);

G_END_DECLS
