/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-kind.h"

G_BEGIN_DECLS

char      **academy_synonyms_dup_headings (const AcademyKind  *kind,
                                           const AcademyField *field) G_GNUC_WARN_UNUSED_RESULT;
const char *academy_synonyms_find_value   (const AcademyField *field,
                                           const char         *word);
char       *academy_synonyms_fold         (const char         *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
