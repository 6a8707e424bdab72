/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SESSION_PAGE (academy_session_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademySessionPage, academy_session_page, ACADEMY, SESSION_PAGE, AdwBreakpointBin)

GtkWidget   *academy_session_page_new         (AcademyStore       *store,
                                               AcademyItem        *session) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_session_page_get_session (AcademySessionPage *self);
void         academy_session_page_start       (AcademySessionPage *self);
void         academy_session_page_add         (AcademySessionPage *self);
gboolean     academy_session_page_bring_back  (AcademySessionPage *self);
void         academy_session_page_look        (AcademySessionPage *self);

G_END_DECLS
