/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-reversal.h"
#include "academy-store.h"

G_BEGIN_DECLS

AcademyReversal *academy_reversal_new          (const char      *label,
                                                gboolean         is_redo,
                                                gint64           step,
                                                AcademyChanges  *changes) G_GNUC_WARN_UNUSED_RESULT;
void             academy_reversal_free         (AcademyReversal *self);
void             academy_reversal_name_removed (AcademyReversal *self,
                                                AcademyStore    *store);
void             academy_reversal_name_others  (AcademyReversal *self,
                                                AcademyStore    *store);

char            *academy_reversal_dup_place    (AcademyStore    *store,
                                                AcademyItem     *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyReversal, academy_reversal_free)

G_END_DECLS
