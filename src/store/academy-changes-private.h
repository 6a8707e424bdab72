/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-changes.h"
#include "academy-database.h"

G_BEGIN_DECLS

AcademyChanges *academy_changes_new            (void) G_GNUC_WARN_UNUSED_RESULT;
AcademyChanges *academy_changes_new_everything (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean        academy_changes_add_changeset  (AcademyChanges   *self,
                                                AcademyDatabase  *database,
                                                GBytes           *changeset,
                                                GError          **error);
const AcademyField *
                academy_changes_find_field     (AcademyDatabase    *database,
                                                const AcademyKind  *kind,
                                                int                 column,
                                                GError            **error);
gboolean        academy_changes_overlap        (const AcademyChanges *self,
                                                const AcademyChanges *other);

G_END_DECLS
