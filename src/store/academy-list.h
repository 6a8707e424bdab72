/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-rows.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_LIST (academy_list_get_type ())

G_DECLARE_FINAL_TYPE (AcademyList, academy_list, ACADEMY, LIST, AcademyRows)

AcademyList *academy_list_new           (AcademyStore       *store,
                                         const AcademyKind  *kind,
                                         const char         *owner) G_GNUC_WARN_UNUSED_RESULT;
AcademyList *academy_list_new_for_query (AcademyStore       *store,
                                         const AcademyKind  *kind,
                                         const AcademyQuery *query) G_GNUC_WARN_UNUSED_RESULT;
void         academy_list_set_query     (AcademyList        *self,
                                         const AcademyQuery *query);
gboolean     academy_list_find          (AcademyList        *self,
                                         const char         *id,
                                         guint              *position);
gboolean     academy_list_is_moving     (AcademyList        *self);

G_END_DECLS
