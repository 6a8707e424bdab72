/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"

G_BEGIN_DECLS

const char *academy_calendar_get_holiday        (AcademyDay julian);
const char *academy_calendar_get_day_off        (AcademyDay julian);
gboolean    academy_calendar_is_working_day     (AcademyDay julian);
guint       academy_calendar_count_working_days (AcademyDay first,
                                                 AcademyDay last);
AcademyDay  academy_calendar_add_working_days   (AcademyDay julian,
                                                 int        n_days);
guint       academy_calendar_get_iso_week       (AcademyDay julian,
                                                 int       *iso_year);

G_END_DECLS
