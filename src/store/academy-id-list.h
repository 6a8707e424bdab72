/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AcademyIdList AcademyIdList;

AcademyIdList *academy_id_list_new        (void) G_GNUC_WARN_UNUSED_RESULT;
AcademyIdList *academy_id_list_new_for    (GPtrArray           *ids,
                                           GPtrArray           *groups) G_GNUC_WARN_UNUSED_RESULT;
void           academy_id_list_free       (AcademyIdList       *self);
guint          academy_id_list_get_length (const AcademyIdList *self);
const char    *academy_id_list_get_id     (const AcademyIdList *self,
                                           guint                position);
const char    *academy_id_list_get_group  (const AcademyIdList *self,
                                           guint                position);
gboolean       academy_id_list_find       (const AcademyIdList *self,
                                           const char          *id,
                                           guint               *position);
GHashTable    *academy_id_list_index      (const AcademyIdList *self) G_GNUC_WARN_UNUSED_RESULT;
void           academy_id_list_insert     (AcademyIdList       *self,
                                           guint                position,
                                           const char          *id,
                                           const char          *group);
void           academy_id_list_splice     (AcademyIdList       *self,
                                           guint                position,
                                           guint                n_removed,
                                           const AcademyIdList *other,
                                           guint                start,
                                           guint                n_added);
gboolean       academy_id_list_compare    (const AcademyIdList *self,
                                           const AcademyIdList *other,
                                           guint               *start,
                                           guint               *n_removed,
                                           guint               *n_added);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyIdList, academy_id_list_free)

G_END_DECLS
