/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademySessionTurn:
 * @ACADEMY_SESSION_WAITS: it cannot begin: it was held, another one comes before it or
 *   goes on, or the file is read-only
 * @ACADEMY_SESSION_CAN_BEGIN: it is the next one
 * @ACADEMY_SESSION_IS_DUE: it is the next one, and its day has come
 * @ACADEMY_SESSION_GOES_ON: it has begun
 *
 * Whether it is the turn of a session.
 */
typedef enum {
  ACADEMY_SESSION_WAITS,
  ACADEMY_SESSION_CAN_BEGIN,
  ACADEMY_SESSION_IS_DUE,
  ACADEMY_SESSION_GOES_ON,
} AcademySessionTurn;

gboolean     academy_session_clock_is_open        (AcademyItem  *session);
AcademyItem *academy_session_clock_find_open      (AcademyStore *store,
                                                   GDateTime    *now) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_session_clock_find_next      (AcademyStore *store,
                                                   const char   *organisation) G_GNUC_WARN_UNUSED_RESULT;
AcademySessionTurn academy_session_clock_get_turn (AcademyStore *store,
                                                   AcademyItem  *session,
                                                   GDateTime    *now);

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
