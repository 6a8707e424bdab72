/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

typedef struct _AcademyRevisions AcademyRevisions;

AcademyRevisions *academy_revisions_read       (AcademyStore            *store,
                                                GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void              academy_revisions_free       (AcademyRevisions        *self);
gint64            academy_revisions_find       (const AcademyRevisions  *self,
                                                const char              *id);
gint64            academy_revisions_find_field (const AcademyRevisions  *self,
                                                const char              *id,
                                                const char              *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyRevisions, academy_revisions_free)

G_END_DECLS
