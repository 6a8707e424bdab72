/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

GPtrArray *academy_contradictions_find      (AcademyStore           *store,
                                             const char             *organisation,
                                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   academy_contradictions_find_secret (AcademyStore         *store,
                                             AcademyItem            *note,
                                             gboolean               *is_secret,
                                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;
char      *academy_contradictions_dup_title (guint                   n_pairs,
                                             const AcademyLanguage  *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
