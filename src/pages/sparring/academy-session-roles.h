/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-session-note.h"
#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SESSION_ROLES (academy_session_roles_get_type ())

G_DECLARE_FINAL_TYPE (AcademySessionRoles, academy_session_roles, ACADEMY, SESSION_ROLES, GObject)

AcademySessionRoles *academy_session_roles_new      (AcademyStore        *store,
                                                     AcademyItem         *session) G_GNUC_WARN_UNUSED_RESULT;
void                 academy_session_roles_read     (AcademySessionRoles *self);
GMenuModel          *academy_session_roles_get_menu (AcademySessionRoles *self);
gboolean             academy_session_roles_has      (AcademySessionRoles *self,
                                                     const char          *role);
GPtrArray           *academy_session_roles_find     (AcademySessionRoles *self,
                                                     const char          *line) G_GNUC_WARN_UNUSED_RESULT;
char                *academy_session_roles_complete (AcademySessionRoles *self,
                                                     const char          *line,
                                                     const char         **role) G_GNUC_WARN_UNUSED_RESULT;
AcademySessionNote  *academy_session_roles_parse    (AcademySessionRoles *self,
                                                     const char          *line) G_GNUC_WARN_UNUSED_RESULT;
char                *academy_session_roles_set      (AcademySessionRoles *self,
                                                     const char          *line,
                                                     const char          *role) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
