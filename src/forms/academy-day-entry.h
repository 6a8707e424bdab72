/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-near.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_DAY_ENTRY (academy_day_entry_get_type ())

G_DECLARE_FINAL_TYPE (AcademyDayEntry, academy_day_entry, ACADEMY, DAY_ENTRY, AdwEntryRow)

GtkWidget *academy_day_entry_new           (const char        *title) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *academy_day_entry_get_error_row (AcademyDayEntry   *self);
void       academy_day_entry_set_near      (AcademyDayEntry   *self,
                                            const AcademyNear *near);
gboolean   academy_day_entry_get_day       (AcademyDayEntry   *self,
                                            GDate             *day);
void       academy_day_entry_refuse        (AcademyDayEntry   *self,
                                            const char        *message);

G_END_DECLS
