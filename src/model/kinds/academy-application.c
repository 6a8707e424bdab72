/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
static const AcademyChoice decisions[] = {
  { "accepted", N_("Accepted") },
  { "reserve", N_("On the reserve list") },
  { "rejected", N_("Not accepted") },
  { "withdrawn", N_("Withdrawn") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "received", ACADEMY_DATE, N_("Application received") },
  { "motives", ACADEMY_LONG_TEXT, N_("Why the organisation applies"), ACADEMY_SEARCHABLE },
  { "commitment", ACADEMY_LONG_TEXT, N_("Commitment of the management"), ACADEMY_SEARCHABLE },
  { "development_task", ACADEMY_LONG_TEXT, N_("Development task"), ACADEMY_SEARCHABLE },
  { "maturity", ACADEMY_INTEGER, N_("Maturity at the start, 1–5"), .min = 1, .max = 5 },
  { "interview", ACADEMY_INSTANT, N_("Interview"), .group = N_("Interview and decision") },
  { "interview_notes", ACADEMY_LONG_TEXT, N_("Notes of the interview"), ACADEMY_SEARCHABLE },
  { "decision", ACADEMY_CHOICE, N_("Decision"), .choices = decisions },
  { "decided", ACADEMY_DATE, N_("Date of the decision") },
  { NULL }
};

const AcademyKind academy_application_kind = {
  .name = "application",
  .plural = "applications",
  .label = N_("Application and interview"),
  .plural_label = N_("Applications and interviews"),
  .add = N_("Add application and interview"),
  .change = N_("Change application and interview"),
  .remove = N_("Delete application and interview"),
  .addition = N_("addition of application and interview"),
  .alteration = N_("change of application and interview"),
  .deletion = N_("deletion of application and interview"),
  .flags = ACADEMY_KIND_SINGLE | ACADEMY_KIND_GATHERING,
  .since = 5,
  .fields = fields,
  .start = "interview",
  .end = "interview",
  .role = ACADEMY_TIME_MEETING,
  .shape = ACADEMY_SHAPE_EVENT,
  .page = "situation",
  .heading = N_("Application and interview"),
  .prompt = N_("Why does the organisation take part, and who in its management stands behind it?"),
  .position = 3,
  .subtitle = { "received", "interview", "decision" },
};
