/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-editor.h"
#include "academy-list.h"

G_BEGIN_DECLS

AcademyList *academy_link_targets_new     (AcademyEditor *editor) G_GNUC_WARN_UNUSED_RESULT;
GStrv        academy_link_targets_get     (AcademyEditor *editor,
                                           GStrv         *ids) G_GNUC_WARN_UNUSED_RESULT;
char        *academy_link_targets_dup_apart (AcademyEditor *editor,
                                             AcademyItem   *target) G_GNUC_WARN_UNUSED_RESULT;
gboolean     academy_link_targets_are_affected (AcademyEditor        *editor,
                                                const AcademyChanges *changes);
gboolean     academy_link_targets_may_add (AcademyEditor *editor,
                                           guint          n_targets);
void         academy_link_targets_add     (AcademyEditor *editor);
gboolean     academy_link_targets_refuse  (const char    *typed,
                                           GError       **error);

G_END_DECLS
