/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcademyQuestion:
 * @text: the question, marked for translation
 * @sessions: the numbers of the sparring sessions that it suits, as bits: 1 << number
 *
 * A question that helps a conversation on.
 */
typedef struct {
  const char *text;
  guint       sessions;
} AcademyQuestion;

extern const AcademyQuestion academy_questions[];

G_END_DECLS
