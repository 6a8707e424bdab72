/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
#include "academy-validation.h"

static const AcademyChoice roles[] = {
  { "top_management", N_("Top management") },
  { "board_member", N_("Executive board member") },
  { "procurement_lead", N_("Procurement management") },
  { "procurement_expert", N_("Procurement expert") },
  { "substance_expert", N_("Substance expert") },
  { "development_expert", N_("Development expert") },
  { "mentor", N_("KEINO mentor") },
  { "sparring_expert", N_("Sparring expert") },
  { "coordinator", N_("Coordinator") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "role", ACADEMY_CHOICE, N_("Role"), ACADEMY_REQUIRED | ACADEMY_ASKED, .choices = roles, .initial = "procurement_expert" },
  { "role_title", ACADEMY_TEXT, N_("Role title"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "person", ACADEMY_LINK, N_("Person"), ACADEMY_PERSONAL, .target = "person" },
  { "contact_person", ACADEMY_FLAG, N_("Contact person") },
  { "start", ACADEMY_DATE, N_("Start date"), .check = academy_validation_start_before_end },
  { "end", ACADEMY_DATE, N_("End date"), .check = academy_validation_end_after_start },
  { NULL }
};

static char *
dup_title (AcademyItem           *item,
           const AcademyLanguage *language)
{
  return academy_item_dup_text_or_choice (item, "role_title", "role", language);
}

const AcademyKind academy_participation_kind = {
  .name = "participation",
  .plural = "participations",
  .label = N_("Participant"),
  .plural_label = N_("Participants"),
  .add = N_("Add participant"),
  .change = N_("Change participant"),
  .remove = N_("Delete participant"),
  .addition = N_("addition of participant"),
  .alteration = N_("change of participant"),
  .deletion = N_("deletion of participant"),
  .paste = N_("Paste %u participants"),
  .pasting = N_("pasting of %u participants"),
  .fields = fields,
  .order = { { "role" }, { "role_title" } },
  .page = "situation",
  .heading = N_("Team and mentor"),
  .prompt = N_("Who takes part, and who is the KEINO mentor?"),
  .position = 2,
  .dup_title = dup_title,
  .subtitle = { "role", "start", "end", "person" },
};
