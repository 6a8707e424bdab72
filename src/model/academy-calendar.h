/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *academy_calendar_get_holiday        (guint32  julian);
gboolean    academy_calendar_is_working_day     (guint32  julian);
guint       academy_calendar_count_working_days (guint32  first,
                                                 guint32  last);
guint       academy_calendar_get_iso_week       (guint32  julian,
                                                 int     *iso_year);

G_END_DECLS
