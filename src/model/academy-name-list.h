/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcademyNameList:
 * @names: (element-type utf8): the names, in their order
 * @repeated: how many were left out because they were there already
 * @empty: how many empty lines were left out
 *
 * Names of several items, such as pasted ones.
 */
typedef struct {
  GPtrArray *names;
  guint      repeated;
  guint      empty;

  /*< private >*/
  GHashTable *keys;
} AcademyNameList;

AcademyNameList *academy_name_list_new        (void) G_GNUC_WARN_UNUSED_RESULT;
AcademyNameList *academy_name_list_parse      (const char      *text) G_GNUC_WARN_UNUSED_RESULT;
void             academy_name_list_free       (AcademyNameList *self);
void             academy_name_list_add        (AcademyNameList *self,
                                               const char      *name);
char            *academy_name_list_dup_remark (AcademyNameList *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyNameList, academy_name_list_free)

G_END_DECLS
