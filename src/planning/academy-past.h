/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item-change.h"

G_BEGIN_DECLS

typedef struct _AcademyPast AcademyPast;

AcademyPast             *academy_past_new               (AcademyStore             *store,
                                                         gint64                    since,
                                                         gint64                    until,
                                                         GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void                     academy_past_free              (AcademyPast              *self);
GPtrArray               *academy_past_get_changes       (AcademyPast              *self);
const AcademyItemChange *academy_past_find_change       (AcademyPast              *self,
                                                         const char               *id);
AcademyItem             *academy_past_dup_before        (AcademyItem              *item,
                                                         const AcademyItemChange  *change) G_GNUC_WARN_UNUSED_RESULT;
gboolean                 academy_past_find_after        (AcademyPast              *self,
                                                         const AcademyKind        *kind,
                                                         const char               *id,
                                                         AcademyItem             **after,
                                                         GError                  **error);
gboolean                 academy_past_find_last         (AcademyPast              *self,
                                                         const AcademyKind        *kind,
                                                         const char               *id,
                                                         AcademyItem             **item,
                                                         GError                  **error);
gboolean                 academy_past_find_organisation (AcademyPast              *self,
                                                         AcademyItem              *item,
                                                         char                    **organisation,
                                                         GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyPast, academy_past_free)

G_END_DECLS
