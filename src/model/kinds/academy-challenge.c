/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
static const AcademyChoice areas[] = {
  { "leadership", N_("Leadership") },
  { "strategy", N_("Link to the strategy") },
  { "competence", N_("Competence") },
  { "resources", N_("Resources") },
  { "process", N_("Process") },
  { "market", N_("Market knowledge") },
  { "risk_appetite", N_("Risk appetite") },
  { "legal", N_("Legal uncertainty") },
  { "data", N_("Data") },
  { "culture", N_("Culture") },
  { "stakeholders", N_("Commitment of stakeholders") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "position", ACADEMY_INTEGER, N_("Place in the order"), ACADEMY_POSITION | ACADEMY_HIDDEN | ACADEMY_PRIVATE },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE },
  { "description", ACADEMY_LONG_TEXT, N_("Description"), ACADEMY_SEARCHABLE },
  { "root_cause", ACADEMY_LONG_TEXT, N_("Root cause"), ACADEMY_SEARCHABLE },
  { "area", ACADEMY_CHOICE, N_("Area"), .choices = areas },
  { "severity", ACADEMY_INTEGER, N_("Severity, 1–5"), .min = 1, .max = 5 },
  { "goals", ACADEMY_LINKS, N_("Impact goals"), .target = "goal" },
  { NULL }
};

const AcademyKind academy_challenge_kind = {
  .name = "challenge",
  .plural = "challenges",
  .label = N_("Change challenge"),
  .plural_label = N_("Change challenges"),
  .add = N_("Add change challenge"),
  .change = N_("Change change challenge"),
  .remove = N_("Delete change challenge"),
  .addition = N_("addition of change challenge"),
  .alteration = N_("change of change challenge"),
  .deletion = N_("deletion of change challenge"),
  .since = 5,
  .fields = fields,
  .order = { { "position" } },
  .page = "situation",
  .prompt = N_("What stands in the way of the goals?"),
  .position = 1,
  .subtitle = { "area", "severity" },
};
