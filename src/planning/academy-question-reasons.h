/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyQuestionReason:
 * @question: its place in academy_questions
 * @suits: whether it suits the session by its number
 * @text: the question, in the language asked for
 * @reason: why it is worth asking: a sentence about the plan
 *
 * A question that the plan gives reason for.
 */
typedef struct {
  guint     question;
  gboolean  suits;

  /* Owned */
  char     *text;
  char     *reason;
} AcademyQuestionReason;

GPtrArray *academy_question_reasons_read (AcademyStore           *store,
                                          const char             *organisation,
                                          AcademyItem            *session,
                                          const AcademyLanguage  *language,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
