/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "sent", ACADEMY_DATE, N_("Sent") },
  { "due", ACADEMY_DATE, N_("Due date") },
  { "returned", ACADEMY_DATE, N_("Returned") },
  { "strategic_goals", ACADEMY_LONG_TEXT, N_("Strategic goals that procurement serves"), ACADEMY_SEARCHABLE,
    .group = N_("Answers") },
  { "leadership", ACADEMY_LONG_TEXT, N_("How procurement is led today"), ACADEMY_SEARCHABLE },
  { "management_view", ACADEMY_LONG_TEXT, N_("Biggest challenges as the management sees them"), ACADEMY_SEARCHABLE },
  { "expert_view", ACADEMY_LONG_TEXT, N_("Biggest challenges as the experts see them"), ACADEMY_SEARCHABLE },
  { "largest_categories", ACADEMY_LONG_TEXT, N_("Largest procurement categories"), ACADEMY_SEARCHABLE },
  { "earlier", ACADEMY_LONG_TEXT, N_("Earlier innovative procurements"), ACADEMY_SEARCHABLE },
  { NULL }
};

const AcademyKind academy_pre_assignment_kind = {
  .name = "pre_assignment",
  .plural = "pre_assignments",
  .label = N_("Pre-assignment"),
  .plural_label = N_("Pre-assignments"),
  .add = N_("Add pre-assignment"),
  .change = N_("Change pre-assignment"),
  .remove = N_("Delete pre-assignment"),
  .addition = N_("addition of pre-assignment"),
  .alteration = N_("change of pre-assignment"),
  .deletion = N_("deletion of pre-assignment"),
  .flags = ACADEMY_KIND_SINGLE | ACADEMY_KIND_WORK,
  .since = 5,
  .fields = fields,
  .start = "due",
  .end = "due",
  .role = ACADEMY_TIME_MEETING,
  .shape = ACADEMY_SHAPE_MILESTONE,
  .done = "returned",
  .page = "situation",
  .heading = N_("Pre-assignment"),
  .prompt = N_("What did the organisation answer before the kick-off?"),
  .position = 4,
  .subtitle = { "due", "returned" },
};
