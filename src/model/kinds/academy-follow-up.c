/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
static const AcademyChoice types[] = {
  { "task", N_("Task") },
  { "material", N_("Material") },
  { "contact", N_("Contact") },
  { "decision_needed", N_("Decision needed") },
  { NULL }
};

static const AcademyChoice sides[] = {
  { "organisation", N_("Organisation") },
  { "mentor", N_("Mentor") },
  { "coordinator", N_("Coordinator") },
  { NULL }
};

static const AcademyChoice statuses[] = {
  { "open", N_("Open"), ACADEMY_STATUS_PLANNED },
  { "in_progress", N_("In progress"), ACADEMY_STATUS_IN_PROGRESS },
  { "done", N_("Done"), ACADEMY_STATUS_DONE },
  { "dropped", N_("Dropped"), ACADEMY_STATUS_DROPPED },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE },
  { "type", ACADEMY_CHOICE, N_("Type"), ACADEMY_REQUIRED, .choices = types, .initial = "task" },
  { "owner_role", ACADEMY_TEXT, N_("Owner role"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "side", ACADEMY_CHOICE, N_("Side"), ACADEMY_REQUIRED, .choices = sides, .initial = "organisation" },
  { "due", ACADEMY_DATE, N_("Due date") },
  { "status", ACADEMY_CHOICE, N_("Status"), ACADEMY_REQUIRED, .choices = statuses, .initial = "open" },
  { "session", ACADEMY_LINK, N_("Agreed in"), .target = "session" },
  { "measure", ACADEMY_LINK, N_("Measure"), .target = "measure" },
  { "result", ACADEMY_LONG_TEXT, N_("Result"), ACADEMY_SEARCHABLE },
  { NULL }
};

const AcademyKind academy_follow_up_kind = {
  .name = "follow_up",
  .plural = "follow_ups",
  .label = N_("Follow-up"),
  .plural_label = N_("Follow-ups"),
  .add = N_("Add follow-up"),
  .change = N_("Change follow-up"),
  .remove = N_("Delete follow-up"),
  .addition = N_("addition of follow-up"),
  .alteration = N_("change of follow-up"),
  .deletion = N_("deletion of follow-up"),
  .paste = N_("Paste %u follow-ups"),
  .pasting = N_("pasting of %u follow-ups"),
  .flags = ACADEMY_KIND_WORK,
  .since = 5,
  .fields = fields,
  .order = { { "due" }, { "title" } },
  .summed = { "status", "due" },
  .start = "due",
  .end = "due",
  .shape = ACADEMY_SHAPE_MILESTONE,
  .status = "status",
  .page = "sparring",
  .heading = N_("Agreed follow-ups"),
  .prompt = N_("What was promised, by whom and by when?"),
  .position = 1,
  .subtitle = { "owner_role", "due", "status" },
};
