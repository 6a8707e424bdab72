/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *academy_date_to_text     (const GDate  *date);
gboolean  academy_date_from_text   (const char   *text,
                                    GDate        *date,
                                    GError      **error);
GDate     academy_date_from_julian (guint32       day);
gboolean  academy_date_set_ymd     (GDate        *date,
                                    gint64        year,
                                    gint64        month,
                                    gint64        day);

G_END_DECLS
