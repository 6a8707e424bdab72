/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SESSION_STEPS (academy_session_steps_get_type ())

G_DECLARE_FINAL_TYPE (AcademySessionSteps, academy_session_steps, ACADEMY, SESSION_STEPS, AdwPreferencesGroup)

GtkWidget *academy_session_steps_new              (AcademyStore        *store,
                                                   AcademyItem         *organisation) G_GNUC_WARN_UNUSED_RESULT;
void       academy_session_steps_set_organisation (AcademySessionSteps *self,
                                                   AcademyItem         *organisation);
char      *academy_session_steps_dup_when         (AcademyStore        *store,
                                                   AcademyItem         *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
