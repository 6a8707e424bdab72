/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SESSION_NOTES (academy_session_notes_get_type ())

G_DECLARE_FINAL_TYPE (AcademySessionNotes, academy_session_notes, ACADEMY, SESSION_NOTES, AdwBin)

void     academy_session_notes_set_session (AcademySessionNotes *self,
                                            AcademyStore        *store,
                                            AcademyItem         *session);
void     academy_session_notes_start       (AcademySessionNotes *self);
void     academy_session_notes_take_focus  (AcademySessionNotes *self);
gboolean academy_session_notes_bring_back  (AcademySessionNotes *self);
gboolean academy_session_notes_save        (AcademySessionNotes *self);

G_END_DECLS
