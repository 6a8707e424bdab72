/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-session-notes.h"

G_BEGIN_DECLS

void academy_session_focus_attach (GtkWidget           *place,
                                   AcademySessionNotes *notes);

G_END_DECLS
