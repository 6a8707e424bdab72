/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcademyDay:
 *
 * A day as its Julian day (see #GDate), or 0 for none.
 */
typedef guint32 AcademyDay;

char       *academy_date_to_text           (const GDate  *date);
gboolean    academy_date_from_text         (const char   *text,
                                            GDate        *date,
                                            GError      **error);
GDate       academy_date_from_julian       (AcademyDay    day);
char       *academy_date_day_to_text       (AcademyDay    day);
GDate       academy_date_from_instant      (GDateTime    *instant);
AcademyDay  academy_date_get_last_of_month (AcademyDay    day);
gboolean    academy_date_set_ymd           (GDate        *date,
                                            gint64        year,
                                            gint64        month,
                                            gint64        day);

G_END_DECLS
