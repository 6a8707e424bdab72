/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-procurement.h"
static const AcademyChoice choices[] = {
  { "open", N_("To be decided") },
  { "chosen", N_("Chosen") },
  { "later", N_("Later") },
  { "rejected", N_("Rejected") },
  { NULL }
};

static const AcademyChoice readiness[] = {
  { "available", N_("Ready products on the market") },
  { "adaptable", N_("Can be adapted from what there is") },
  { "prototype", N_("Prototypes only") },
  { "research", N_("Needs research and development") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE },
  { "need", ACADEMY_LONG_TEXT, N_("Need: the problem, not its solution"), ACADEMY_SEARCHABLE },
  { "owner_role", ACADEMY_TEXT, N_("Owner role"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "choice", ACADEMY_CHOICE, N_("Choice"), ACADEMY_REQUIRED, .choices = choices, .initial = "open", .group = N_("Priority") },
  { "reason", ACADEMY_TEXT, N_("Reason for the choice"), ACADEMY_SEARCHABLE },
  { "impact", ACADEMY_INTEGER, N_("Impact, 1–5"), .min = 1, .max = 5 },
  { "feasibility", ACADEMY_INTEGER, N_("Feasibility, 1–5"), .min = 1, .max = 5 },
  { "value", ACADEMY_MONEY, N_("Estimated value excluding VAT, €"), .min = 0, .max = 10000000000, .group = N_("Procurement") },
  { "years", ACADEMY_INTEGER, N_("Years that the value covers"), .min = 1, .max = 50 },
  { "object", ACADEMY_CHOICE, N_("Object of the procurement"), .choices = academy_procurement_objects },
  { "cpv", ACADEMY_CPV, N_("CPV code") },
  { "procedure", ACADEMY_CHOICE, N_("Procedure"), .choices = academy_procurement_procedures },
  { "stage", ACADEMY_CHOICE, N_("Stage of the procurement"), .choices = academy_procurement_stages },
  { "contract_end", ACADEMY_DATE, N_("Present contract ends"), .group = N_("Schedule") },
  { "notice", ACADEMY_DATE, N_("Procurement begins, planned") },
  { "needed", ACADEMY_DATE, N_("In use by") },
  { "novelty", ACADEMY_CHOICE, N_("Novelty"), .choices = academy_procurement_novelties, .group = N_("Innovation") },
  { "innovation_type", ACADEMY_CHOICE, N_("Type of innovation"), .choices = academy_procurement_innovation_types },
  { "aim", ACADEMY_CHOICE, N_("Aim of strategic procurement"), .choices = academy_procurement_aims },
  { "market_readiness", ACADEMY_CHOICE, N_("Readiness of the market"), .choices = readiness },
  { "benefit", ACADEMY_LONG_TEXT, N_("Benefit"), ACADEMY_SEARCHABLE },
  { "risk", ACADEMY_LONG_TEXT, N_("Risk"), ACADEMY_SEARCHABLE },
  { "goals", ACADEMY_LINKS, N_("Impact goals"), .target = "goal", .group = N_("Belongs to") },
  { "challenges", ACADEMY_LINKS, N_("Change challenges"), .target = "challenge" },
  { NULL }
};

const AcademyKind academy_opportunity_kind = {
  .name = "opportunity",
  .plural = "opportunities",
  .label = N_("Innovation opportunity"),
  .plural_label = N_("Innovation opportunities"),
  .add = N_("Add innovation opportunity"),
  .change = N_("Change innovation opportunity"),
  .remove = N_("Delete innovation opportunity"),
  .addition = N_("addition of innovation opportunity"),
  .alteration = N_("change of innovation opportunity"),
  .deletion = N_("deletion of innovation opportunity"),
  .paste = N_("Paste %u innovation opportunities"),
  .pasting = N_("pasting of %u innovation opportunities"),
  .since = 5,
  .fields = fields,
  .order = { { "title" } },
  .page = "opportunities",
  .prompt = N_("Which need could be met in a new way by what the organisation buys?"),
  .subtitle = { "choice", "value", "stage" },
};
