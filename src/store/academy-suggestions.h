/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

GStrv    academy_suggestions_get         (AcademyStore         *store,
                                          AcademyItem          *item,
                                          const AcademyField   *field,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean academy_suggestions_are_changed (const char           *owner,
                                          const AcademyField   *field,
                                          const AcademyChanges *changes);
char    *academy_suggestions_dup_value   (const AcademyField   *field,
                                          const char           *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
