/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

GHashTable *academy_follow_get_taken (AcademyStore       *store,
                                      const AcademyKind  *kind,
                                      const AcademyField *field,
                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char       *academy_follow_dup_slug  (const AcademyField *field,
                                      const char         *name,
                                      GHashTable         *taken) G_GNUC_WARN_UNUSED_RESULT;
gboolean    academy_follow_write     (AcademyStore       *store,
                                      AcademyEdit        *edit,
                                      AcademyItem        *item,
                                      const AcademyField *field,
                                      const GValue       *value,
                                      GError            **error);

G_END_DECLS
