/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-certainty.h"
#include "academy-kinds.h"

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "date", ACADEMY_DATE, N_("Date") },
  { "certainty", ACADEMY_CHOICE, N_("Precision"), ACADEMY_REQUIRED,
    .choices = academy_certainty_choices, .initial = "day" },
  { "done", ACADEMY_FLAG, N_("Done") },
  { "owner_role", ACADEMY_TEXT, N_("Owner role"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "note", ACADEMY_LONG_TEXT, N_("Notes"), ACADEMY_SEARCHABLE },
  { NULL }
};

const AcademyKind academy_milestone_kind = {
  .name = "milestone",
  .plural = "milestones",
  .label = N_("Milestone"),
  .plural_label = N_("Milestones"),
  .add = N_("Add milestone"),
  .change = N_("Change milestone"),
  .remove = N_("Delete milestone"),
  .addition = N_("addition of milestone"),
  .alteration = N_("change of milestone"),
  .deletion = N_("deletion of milestone"),
  .paste = N_("Paste %u milestones"),
  .pasting = N_("pasting of %u milestones"),
  .flags = ACADEMY_KIND_WORK,
  .since = 2,
  .fields = fields,
  .order = { { "date" }, { "title" } },
  .start = "date",
  .end = "date",
  .role = ACADEMY_TIME_MEETING,
  .shape = ACADEMY_SHAPE_MILESTONE,
  .done = "done",
  .page = "plan",
  .prompt = N_("Which days show that the plan moves on?"),
  .subtitle = { "date", "done" },
};
