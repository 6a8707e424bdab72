/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

GPtrArray   *academy_organisations_get         (AcademyStore          *store,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *academy_organisations_get_all     (AcademyStore          *store,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *academy_organisations_get_archived (AcademyStore         *store,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_organisations_find        (AcademyStore          *store,
                                                const char            *id,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable  *academy_organisations_get_changed (const AcademyChanges  *changes) G_GNUC_WARN_UNUSED_RESULT;
gboolean     academy_organisations_touch_stage (const AcademyChanges  *changes);
char        *academy_organisations_dup_stage   (AcademyStore          *store,
                                                const char            *organisation,
                                                const AcademyLanguage *language,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
