/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"

static const AcademyChoice levels[] = {
  { "strategic", N_("Strategic") },
  { "category", N_("Procurement category") },
  { "single_procurement", N_("Single procurement") },
  { NULL }
};

/* The eight will-statements of the national public procurement strategy (2020). */
static const AcademyChoice themes[] = {
  { "strategic_leadership", N_("Strategic leadership") },
  { "skills", N_("Procurement skills") },
  { "knowledge", N_("Knowledge-based management and effectiveness") },
  { "functioning_procurement", N_("Functioning procurement and vital markets") },
  { "innovation", N_("Innovations") },
  { "economic", N_("Economic sustainability") },
  { "social", N_("Social sustainability") },
  { "ecological", N_("Ecological sustainability") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "position", ACADEMY_INTEGER, N_("Place in the order"), ACADEMY_POSITION | ACADEMY_HIDDEN | ACADEMY_PRIVATE, .since = 5 },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "description", ACADEMY_LONG_TEXT, N_("Description"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "strategy_link", ACADEMY_TEXT, N_("Link to the strategy"), ACADEMY_SEARCHABLE },
  { "theme", ACADEMY_CHOICE, N_("National strategy theme"), .choices = themes },
  { "beneficiary", ACADEMY_TEXT, N_("Beneficiary"), ACADEMY_SEARCHABLE },
  { "level", ACADEMY_CHOICE, N_("Level"), .choices = levels },
  { "horizon", ACADEMY_DATE, N_("Time horizon") },
  { "owner_role", ACADEMY_TEXT, N_("Owner role"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { NULL }
};

const AcademyKind academy_goal_kind = {
  .name = "goal",
  .plural = "goals",
  .label = N_("Impact goal"),
  .plural_label = N_("Impact goals"),
  .add = N_("Add impact goal"),
  .change = N_("Change impact goal"),
  .remove = N_("Delete impact goal"),
  .addition = N_("addition of impact goal"),
  .alteration = N_("change of impact goal"),
  .deletion = N_("deletion of impact goal"),
  .paste = N_("Paste %u impact goals"),
  .pasting = N_("pasting of %u impact goals"),
  .fields = fields,
  .order = { { "position" }, { "title" } },
  .page = "situation",
  .prompt = N_("What shall be better, and for whom, when the plan has worked?"),
  .tells = "indicator",
};
