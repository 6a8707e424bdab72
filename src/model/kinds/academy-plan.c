/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-publicity.h"

static const AcademyChoice statuses[] = {
  { "not_started", N_("Not started") },
  { "draft", N_("Draft") },
  { "in_sparring", N_("In sparring") },
  { "revised", N_("Revised") },
  { "ready_for_board", N_("Ready for the board") },
  { "presented", N_("Presented") },
  { "approved", N_("Approved") },
  { "approved_with_changes", N_("Approved with changes") },
  { "returned", N_("Returned for preparation") },
  { "archived", N_("Archived") },
  { NULL }
};

/* An unfinished document of an authority is not yet public (Act on the
 * Openness of Government Activities 621/1999), hence the initial publicity. */
static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "status", ACADEMY_CHOICE, N_("Status"), ACADEMY_REQUIRED, .choices = statuses, .initial = "not_started" },
  { "publicity", ACADEMY_CHOICE, N_("Publicity"), ACADEMY_REQUIRED, .choices = academy_publicity_choices,
    .initial = "not_yet_public" },
  { "version", ACADEMY_TEXT, N_("Version"), .max = 40 },
  { "case_number", ACADEMY_TEXT, N_("Case number"), .max = 80 },
  { "summary", ACADEMY_LONG_TEXT, N_("Summary"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { NULL }
};

const AcademyKind academy_plan_kind = {
  .name = "plan",
  .plural = "plans",
  .label = N_("Action plan"),
  .plural_label = N_("Action plans"),
  .add = N_("Add action plan"),
  .change = N_("Change action plan"),
  .remove = N_("Delete action plan"),
  .addition = N_("addition of action plan"),
  .alteration = N_("change of action plan"),
  .deletion = N_("deletion of action plan"),
  .flags = ACADEMY_KIND_SINGLE,
  .fields = fields,
  .page = "plan",
};
