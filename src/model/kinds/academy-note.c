/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
#include "academy-validation.h"
static const AcademyChoice types[] = {
  { "observation", N_("Observation") },
  { "insight", N_("Insight") },
  { "decision", N_("Decision") },
  { "question", N_("Question") },
  { "idea", N_("Idea") },
  { "risk", N_("Risk") },
  { "parking_lot", N_("Parked matter") },
  { "free", N_("Free note") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "type", ACADEMY_CHOICE, N_("Type"), ACADEMY_REQUIRED, .choices = types, .initial = "observation" },
  { "text", ACADEMY_LONG_TEXT, N_("Text"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE },
  { "private", ACADEMY_FLAG, N_("Private"), .note = N_("Stays in this file; no export has it but the brief for the mentor") },
  { "author_role", ACADEMY_TEXT, N_("Whose note"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "time", ACADEMY_INSTANT, N_("Time"), ACADEMY_NOW },
  { "session", ACADEMY_LINK, N_("Sparring session"), .target = "session", .group = N_("Is about") },
  { "goal", ACADEMY_LINK, N_("Impact goal"), .target = "goal" },
  { "challenge", ACADEMY_LINK, N_("Change challenge"), .target = "challenge" },
  { "opportunity", ACADEMY_LINK, N_("Innovation opportunity"), .target = "opportunity" },
  { "measure", ACADEMY_LINK, N_("Measure"), .target = "measure" },
  { "pilot", ACADEMY_LINK, N_("Pilot"), .target = "pilot", .since = 7 },
  { "risk", ACADEMY_LINK, N_("Risk"), .target = "risk" },
  { "contradicts", ACADEMY_LINK, N_("Contradiction"), .target = "note", .check = academy_validation_not_itself, .since = 6,
    .group = N_("Another opinion") },
  { "settlement", ACADEMY_LONG_TEXT, N_("How it was settled"), ACADEMY_SEARCHABLE, .since = 6 },
  { NULL }
};

/* The first line of the text. */
static char *
dup_title (AcademyItem           *item,
           const AcademyLanguage *language)
{
  const char *text = academy_item_get_text (item, "text");

  return text != NULL ? g_strndup (text, strcspn (text, "\n")) : NULL;
}

const AcademyKind academy_note_kind = {
  .name = "note",
  .plural = "notes",
  .label = N_("Note"),
  .plural_label = N_("Notes"),
  .add = N_("Add note"),
  .change = N_("Change note"),
  .remove = N_("Delete note"),
  .addition = N_("addition of note"),
  .alteration = N_("change of note"),
  .deletion = N_("deletion of note"),
  .paste = N_("Paste %u notes"),
  .pasting = N_("pasting of %u notes"),
  .since = 5,
  .fields = fields,
  .order = { { "time", .descending = TRUE } },
  .confidential = "private",
  .page = "sparring",
  .prompt = N_("What was noticed, decided or left open?"),
  .position = 2,
  .title = "text",
  .dup_title = dup_title,
  .subtitle = { "type", "time", "private", "session" },
};
