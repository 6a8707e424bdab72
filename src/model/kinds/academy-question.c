/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-agendas.h"
#include "academy-kinds.h"
static const AcademyField fields[] = {
  { "session", ACADEMY_LINK, N_("Sparring session"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "session" },
  { "position", ACADEMY_INTEGER, N_("Place in the order"), ACADEMY_POSITION | ACADEMY_HIDDEN | ACADEMY_PRIVATE },
  { "title", ACADEMY_TEXT, N_("Question"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE,
    .suggests = "question", .add_suggestions = academy_agenda_add_questions },
  { "asked", ACADEMY_FLAG, N_("Asked") },
  { "answer", ACADEMY_LONG_TEXT, N_("Answer"), ACADEMY_SEARCHABLE },
  { NULL }
};

const AcademyKind academy_question_kind = {
  .name = "question",
  .plural = "questions",
  .label = N_("Question"),
  .plural_label = N_("Questions"),
  .add = N_("Add question"),
  .change = N_("Change question"),
  .remove = N_("Delete question"),
  .addition = N_("addition of question"),
  .alteration = N_("change of question"),
  .deletion = N_("deletion of question"),
  .paste = N_("Paste %u questions"),
  .pasting = N_("pasting of %u questions"),
  .since = 6,
  .fields = fields,
  .order = { { "position" } },
  .prompt = N_("What is worth asking in this session?"),
  .subtitle = { "asked", "answer" },
};
