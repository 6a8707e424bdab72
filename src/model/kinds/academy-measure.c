/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-validation.h"

static const AcademyChoice statuses[] = {
  { "idea", N_("Idea"), ACADEMY_STATUS_IDEA },
  { "planned", N_("Planned"), ACADEMY_STATUS_PLANNED },
  { "in_progress", N_("In progress"), ACADEMY_STATUS_IN_PROGRESS },
  { "on_hold", N_("On hold"), ACADEMY_STATUS_ON_HOLD },
  { "done", N_("Done"), ACADEMY_STATUS_DONE },
  { "dropped", N_("Dropped"), ACADEMY_STATUS_DROPPED },
  { NULL }
};

static const AcademyChoice categories[] = {
  { "strategy", N_("Strategy and goals") },
  { "leadership", N_("Leadership and roles") },
  { "skills", N_("Skills") },
  { "analysis", N_("Analysis and data") },
  { "market", N_("Market work") },
  { "procedures", N_("Procedures and contracts") },
  { "experiments", N_("Experiments") },
  { "risk", N_("Risk management") },
  { "measuring", N_("Measuring") },
  { "communication", N_("Communication and networks") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "position", ACADEMY_INTEGER, N_("Place in the order"), ACADEMY_POSITION | ACADEMY_HIDDEN | ACADEMY_PRIVATE, .since = 5 },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "description", ACADEMY_LONG_TEXT, N_("Description"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "owner_role", ACADEMY_TEXT, N_("Owner role"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "contributors", ACADEMY_TEXT, N_("Contributors"), ACADEMY_SEARCHABLE },
  { "start", ACADEMY_DATE, N_("Start date"), .check = academy_validation_start_before_end,
    .group = N_("Schedule and status") },
  { "end", ACADEMY_DATE, N_("End date"), .check = academy_validation_end_after_start },
  { "status", ACADEMY_CHOICE, N_("Status"), ACADEMY_REQUIRED, .choices = statuses, .initial = "idea" },
  { "progress", ACADEMY_INTEGER, N_("Progress, %"), .min = 0, .max = 100 },
  { "priority", ACADEMY_INTEGER, N_("Priority, 1–3"), .min = 1, .max = 3 },
  { "person_days", ACADEMY_DECIMAL, N_("Person-days"), .min = 0, .max = 100000, .unit = "day", .widened = 4,
    .group = N_("Resources") },
  { "cost", ACADEMY_MONEY, N_("Cost, €"), .min = 0, .max = 10000000000 },
  { "goals", ACADEMY_LINKS, N_("Impact goals"), .target = "goal", .group = N_("Aim and result") },
  { "indicators", ACADEMY_LINKS, N_("Indicators"), .target = "indicator", .since = 7 },
  { "challenges", ACADEMY_LINKS, N_("Change challenges"), .target = "challenge", .since = 5 },
  { "opportunities", ACADEMY_LINKS, N_("Innovation opportunities"), .target = "opportunity", .since = 5 },
  { "pilot", ACADEMY_LINK, N_("Pilot"), .target = "pilot", .since = 2 },
  { "category", ACADEMY_CHOICE, N_("Category"), .choices = categories },
  { "next_step", ACADEMY_TEXT, N_("Next step"), ACADEMY_SEARCHABLE },
  { "result", ACADEMY_LONG_TEXT, N_("Result"), ACADEMY_SEARCHABLE },
  { NULL }
};

const AcademyKind academy_measure_kind = {
  .name = "measure",
  .plural = "measures",
  .label = N_("Measure"),
  .plural_label = N_("Measures"),
  .add = N_("Add measure"),
  .change = N_("Change measure"),
  .remove = N_("Delete measure"),
  .addition = N_("addition of measure"),
  .alteration = N_("change of measure"),
  .deletion = N_("deletion of measure"),
  .paste = N_("Paste %u measures"),
  .pasting = N_("pasting of %u measures"),
  .flags = ACADEMY_KIND_WORK,
  .fields = fields,
  .order = { { "position" }, { "start" }, { "title" } },
  .chronology = { { "start" }, { "title" } },
  .listed = { "end", "status", "owner_role", "progress", "pilot", "position" },
  .columns = { "title", "owner_role", "start", "end", "status", "goals", "progress" },
  .summed = { "status", "end", "person_days", "cost", "start", "owner_role" },
  .start = "start",
  .end = "end",
  .role = ACADEMY_TIME_WORK,
  .shape = ACADEMY_SHAPE_MEASURE,
  .status = "status",
  .progress = "progress",
  .page = "plan",
  .subtitle = { "owner_role", "start", "end" },
};
