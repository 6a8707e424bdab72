/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
#include "academy-procurement.h"
#include "academy-validation.h"

static const AcademyChoice objects[] = {
  { "leadership_practice", N_("Leadership practice") },
  { "tool", N_("Tool") },
  { "procedure", N_("Procedure") },
  { "solution", N_("Solution") },
  { NULL }
};

static const AcademyChoice statuses[] = {
  { "designed", N_("Designed"), ACADEMY_STATUS_PLANNED },
  { "running", N_("Running"), ACADEMY_STATUS_IN_PROGRESS },
  { "measured", N_("Measured"), ACADEMY_STATUS_DONE },
  { "scale", N_("To be scaled"), ACADEMY_STATUS_DONE },
  { "adjust", N_("To be adjusted"), ACADEMY_STATUS_DONE },
  { "stopped", N_("Stopped"), ACADEMY_STATUS_DROPPED },
  { NULL }
};

static const AcademyChoice decisions[] = {
  { "scale", N_("Scale up") },
  { "adjust", N_("Go on with changes") },
  { "stop", N_("Stop") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "hypothesis", ACADEMY_LONG_TEXT, N_("Hypothesis"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "scope", ACADEMY_LONG_TEXT, N_("Scope"), ACADEMY_SEARCHABLE },
  { "tested", ACADEMY_CHOICE, N_("What is tested"), .choices = objects },
  { "tested_description", ACADEMY_LONG_TEXT, N_("How it is tested"), ACADEMY_SEARCHABLE },
  { "stage", ACADEMY_CHOICE, N_("Stage of the procurement"), .choices = academy_procurement_stages,
    .group = N_("Schedule and status") },
  { "start", ACADEMY_DATE, N_("Start date"), .check = academy_validation_start_before_end },
  { "end", ACADEMY_DATE, N_("End date"), .check = academy_validation_end_after_start },
  { "status", ACADEMY_CHOICE, N_("Status"), ACADEMY_REQUIRED, .choices = statuses, .initial = "designed" },
  { "success_criteria", ACADEMY_LONG_TEXT, N_("Success criteria"), ACADEMY_SEARCHABLE, .group = N_("Result") },
  { "result", ACADEMY_LONG_TEXT, N_("Measured result"), ACADEMY_SEARCHABLE },
  { "lessons", ACADEMY_LONG_TEXT, N_("Lessons"), ACADEMY_SEARCHABLE },
  { "decision", ACADEMY_CHOICE, N_("Decision"), .choices = decisions },
  { NULL }
};

/* The steps of a pilot are the measures that link to it. */
const AcademyKind academy_pilot_kind = {
  .name = "pilot",
  .plural = "pilots",
  .label = N_("Pilot"),
  .plural_label = N_("Pilots"),
  .add = N_("Add pilot"),
  .change = N_("Change pilot"),
  .remove = N_("Delete pilot"),
  .addition = N_("addition of pilot"),
  .alteration = N_("change of pilot"),
  .deletion = N_("deletion of pilot"),
  .flags = ACADEMY_KIND_SINGLE | ACADEMY_KIND_WORK,
  .since = 2,
  .fields = fields,
  .start = "start",
  .end = "end",
  .role = ACADEMY_TIME_WORK,
  .shape = ACADEMY_SHAPE_PILOT,
  .status = "status",
  .page = "pilot",
  .heading = N_("Pilot"),
  .prompt = N_("What is tried on a small scale first?"),
  .subtitle = { "status", "start", "end" },
};
