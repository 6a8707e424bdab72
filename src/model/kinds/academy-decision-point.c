/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
/* In the order of the work. */
static const AcademyChoice points[] = {
  { "selected", N_("Organisation selected") },
  { "goals", N_("Goals and challenges confirmed") },
  { "opportunities", N_("Opportunities prioritised") },
  { "measures", N_("Measures and pilot chosen") },
  { "pilot", N_("Start of the pilot") },
  { "board", N_("Decision of the executive board") },
  { "scale", N_("Scale up, adjust or stop") },
  { "closing", N_("Closing") },
  { NULL }
};

static const AcademyChoice decisions[] = {
  { "go", N_("Go on") },
  { "go_with_conditions", N_("Go on with conditions") },
  { "hold", N_("Wait") },
  { "no_go", N_("Do not go on") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "point", ACADEMY_CHOICE, N_("Decision point"), ACADEMY_REQUIRED, .choices = points, .initial = "selected" },
  { "date", ACADEMY_DATE, N_("Date") },
  { "decision", ACADEMY_CHOICE, N_("Decision"), .choices = decisions },
  { "decided_by", ACADEMY_TEXT, N_("Decision-maker"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "grounds", ACADEMY_LONG_TEXT, N_("Grounds"), ACADEMY_SEARCHABLE },
  { NULL }
};

static char *
dup_title (AcademyItem           *item,
           const AcademyLanguage *language)
{
  const AcademyField *point = academy_kind_find_field (&academy_decision_point_kind, "point");

  return academy_language_format_value (language, point, academy_item_get_value (item, point));
}

const AcademyKind academy_decision_point_kind = {
  .name = "decision_point",
  .plural = "decision_points",
  .label = N_("Decision point"),
  .plural_label = N_("Decision points"),
  .add = N_("Add decision point"),
  .change = N_("Change decision point"),
  .remove = N_("Delete decision point"),
  .addition = N_("addition of decision point"),
  .alteration = N_("change of decision point"),
  .deletion = N_("deletion of decision point"),
  .paste = N_("Paste %u decision points"),
  .pasting = N_("pasting of %u decision points"),
  .since = 5,
  .fields = fields,
  .order = { { "date" } },
  .page = "board",
  .prompt = N_("Where is it decided whether to go on?"),
  .position = 1,
  .dup_title = dup_title,
  .subtitle = { "date", "decision", "decided_by" },
};
