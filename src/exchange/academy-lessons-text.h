/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyLessonsForm:
 * @ACADEMY_LESSONS_PLAIN: plain text
 * @ACADEMY_LESSONS_HTML: HTML, for mail and word processors
 */
typedef enum {
  ACADEMY_LESSONS_PLAIN,
  ACADEMY_LESSONS_HTML,
} AcademyLessonsForm;

char *academy_lessons_dup_text (AcademyStore           *store,
                                AcademyLessonsForm      form,
                                const AcademyLanguage  *language,
                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
