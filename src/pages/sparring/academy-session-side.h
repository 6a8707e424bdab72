/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SESSION_SIDE (academy_session_side_get_type ())

G_DECLARE_FINAL_TYPE (AcademySessionSide, academy_session_side, ACADEMY, SESSION_SIDE, AdwBin)

void  academy_session_side_set_session (AcademySessionSide *self,
                                        AcademyStore       *store,
                                        AcademyItem        *session);
void  academy_session_side_show_time   (AcademySessionSide *self,
                                        GPtrArray          *points,
                                        GDateTime          *now);
char *academy_session_side_dup_time    (gint64              seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
