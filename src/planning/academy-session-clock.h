/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

gboolean     academy_session_clock_is_open        (AcademyItem  *session);
AcademyItem *academy_session_clock_find_open      (AcademyStore *store,
                                                   GDateTime    *now) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_session_clock_find_next      (AcademyStore *store,
                                                   const char   *organisation) G_GNUC_WARN_UNUSED_RESULT;

gint64       academy_session_clock_get_used       (AcademyItem  *point,
                                                   GDateTime    *now);
gint64       academy_session_clock_get_left       (AcademyItem  *point,
                                                   GDateTime    *now);
gint64       academy_session_clock_get_total_left (AcademyItem  *session,
                                                   GPtrArray    *points,
                                                   GDateTime    *now);
int          academy_session_clock_find_running   (GPtrArray    *points);
int          academy_session_clock_find_present   (GPtrArray    *points);

gboolean     academy_session_clock_begin          (AcademyStore *store,
                                                   AcademyItem  *session,
                                                   GDateTime    *now,
                                                   GError      **error);
gboolean     academy_session_clock_go             (AcademyStore *store,
                                                   GPtrArray    *points,
                                                   AcademyItem  *point,
                                                   GDateTime    *now,
                                                   GError      **error);
gboolean     academy_session_clock_end            (AcademyStore *store,
                                                   AcademyItem  *session,
                                                   GPtrArray    *points,
                                                   GDateTime    *now,
                                                   GError      **error);

G_END_DECLS
