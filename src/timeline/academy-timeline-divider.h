/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACADEMY_TIMELINE_DIVIDER_WIDTH 9

#define ACADEMY_TYPE_TIMELINE_DIVIDER (academy_timeline_divider_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineDivider, academy_timeline_divider, ACADEMY, TIMELINE_DIVIDER, GtkWidget)

void academy_timeline_divider_set_value (AcademyTimelineDivider *self,
                                         double                  value,
                                         double                  least,
                                         double                  most);

G_END_DECLS
