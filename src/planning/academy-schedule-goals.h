/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

GArray   *academy_schedule_goals_read (AcademyStore        *store,
                                       const AcademyKind   *kind,
                                       const AcademyField  *field,
                                       GHashTable          *groups,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  academy_schedule_goals_find (GArray              *goals,
                                       const char          *measure,
                                       guint               *group);

G_END_DECLS
