/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

const AcademyField *
             academy_translation_find_field   (const char         *kind,
                                              const char         *name);
char        *academy_translation_dup_id      (const char         *item,
                                              const AcademyField *field,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_translation_new         (const char         *organisation,
                                              AcademyItem        *item,
                                              const AcademyField *field,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean     academy_translation_is_possible (const AcademyKind  *kind);

G_END_DECLS
