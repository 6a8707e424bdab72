/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GTimeZone *academy_instant_get_zone     (void);
GDateTime *academy_instant_new          (const GDate *day,
                                         int          hour,
                                         int          minute) G_GNUC_WARN_UNUSED_RESULT;
gint64     academy_instant_get_midnight (const GDate *day);
GDateTime *academy_instant_from_stamp   (gint64       stamp) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *academy_instant_from_text    (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
char      *academy_instant_to_text      (GDateTime   *instant) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *academy_instant_get_twin     (GDateTime   *instant) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *academy_instant_move         (GDateTime   *instant,
                                         const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
