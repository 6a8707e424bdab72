/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_MEASURE_FOLLOW_UPS (academy_measure_follow_ups_get_type ())

G_DECLARE_FINAL_TYPE (AcademyMeasureFollowUps, academy_measure_follow_ups, ACADEMY, MEASURE_FOLLOW_UPS, AdwBin)

GtkWidget *academy_measure_follow_ups_new         (AcademyStore            *store) G_GNUC_WARN_UNUSED_RESULT;
void       academy_measure_follow_ups_set_measure (AcademyMeasureFollowUps *self,
                                                   AcademyItem             *measure);

G_END_DECLS
