/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-cpv.h"
#include "academy-error.h"
#include "academy-item.h"
#include "academy-kinds.h"
#include "academy-procurement-clock.h"
#include "academy-procurement.h"
#include "academy-threshold.h"

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

/* By the thresholds of the day on which the procurement begins. */
static AcademyThresholdJudgement
judge (AcademyItem *item,
       AcademyItem *organisation,
       const GDate *today)
{
  const GDate *planned = academy_item_get_date (item, "notice");

  return academy_threshold_judge (academy_item_get_number (item, "value"), academy_item_get_text (item, "object"),
                                  organisation != NULL ? academy_threshold_get_buyer (organisation) : NULL,
                                  planned != NULL ? planned : today);
}

static char *
dup_threshold_hint (AcademyItem           *item,
                    AcademyItem           *organisation,
                    const GDate           *today,
                    const AcademyLanguage *language)
{
  AcademyThresholdJudgement judgement = judge (item, organisation, today);

  return academy_threshold_dup_hint (&judgement, academy_item_get_number (item, "value"), language);
}

/* Of the procedures, only the small procurement is defined by its size. */
static char *
dup_procedure_hint (AcademyItem           *item,
                    AcademyItem           *organisation,
                    const GDate           *today,
                    const AcademyLanguage *language)
{
  AcademyThresholdJudgement judgement = judge (item, organisation, today);
  g_autofree char *threshold = NULL;

  if (g_strcmp0 (academy_item_get_text (item, "procedure"), "small") != 0 || judgement.national == NULL ||
      judgement.size == ACADEMY_SIZE_SMALL)
    return NULL;

  threshold = academy_language_format_money (language, judgement.national->amount);
  return g_strdup_printf (academy_language_translate (language, N_("A small procurement is below the national threshold, "
                                                                   "which is %s here. A hint, not legal advice.")),
                          threshold);
}

/* The division of the code, whatever its last digits refine. */
static char *
dup_division_hint (AcademyItem           *item,
                   AcademyItem           *organisation,
                   const GDate           *today,
                   const AcademyLanguage *language)
{
  const AcademyCpvDivision *division = academy_cpv_find_division (academy_item_get_text (item, "cpv"));

  return division != NULL ? academy_cpv_dup_title (division, language) : NULL;
}

static gboolean
check_days (AcademyItem         *item,
            const AcademyField  *field,
            GError             **error)
{
  const GDate *begins = academy_item_get_date (item, "notice");
  const GDate *needed = academy_item_get_date (item, "needed");

  if (begins == NULL || needed == NULL || g_date_compare (begins, needed) <= 0)
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
               _("The procurement begins after the day on which it is in use. Change one of the two."));
  return FALSE;
}

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "need", ACADEMY_LONG_TEXT, N_("Need: the problem, not its solution"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "owner_role", ACADEMY_TEXT, N_("Owner role"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "choice", ACADEMY_CHOICE, N_("Choice"), ACADEMY_REQUIRED, .choices = choices, .initial = "open", .group = N_("Priority") },
  { "reason", ACADEMY_TEXT, N_("Reason for the choice"), ACADEMY_SEARCHABLE },
  { "impact", ACADEMY_INTEGER, N_("Impact, 1–5"), .min = 1, .max = 5 },
  { "feasibility", ACADEMY_INTEGER, N_("Feasibility, 1–5"), .min = 1, .max = 5 },
  { "value", ACADEMY_MONEY, N_("Estimated value excluding VAT, €"), .min = 0, .max = 10000000000, .group = N_("Procurement"),
    .dup_hint = dup_threshold_hint },
  { "years", ACADEMY_INTEGER, N_("Years that the value covers"), .min = 1, .max = 50 },
  { "object", ACADEMY_CHOICE, N_("Object of the procurement"), .choices = academy_procurement_objects },
  { "cpv", ACADEMY_CPV, N_("CPV code"), .suggests = "cpv", .add_suggestions = academy_cpv_add_suggestions,
    .dup_hint = dup_division_hint },
  { "procedure", ACADEMY_CHOICE, N_("Procedure"), .choices = academy_procurement_procedures,
    .dup_hint = dup_procedure_hint },
  { "stage", ACADEMY_CHOICE, N_("Stage of the procurement"), .choices = academy_procurement_stages },
  { "contract_end", ACADEMY_DATE, N_("Present contract ends"), .group = N_("Schedule") },
  { "notice", ACADEMY_DATE, N_("Procurement begins, planned"), .check = check_days },
  { "needed", ACADEMY_DATE, N_("In use by"), .check = check_days,
    .dup_hint = academy_procurement_clock_dup_hint },
  { "weeks_need", ACADEMY_INTEGER, N_("Needs identification, weeks"), .min = 0, .max = 260,
    .group = N_("Length of the stages") },
  { "weeks_prior_art", ACADEMY_INTEGER, N_("Prior-art analysis, weeks"), .min = 0, .max = 260 },
  { "weeks_market", ACADEMY_INTEGER, N_("Market consultation, weeks"), .min = 0, .max = 260 },
  { "weeks_business_case", ACADEMY_INTEGER, N_("Business case, weeks"), .min = 0, .max = 260 },
  { "weeks_documents", ACADEMY_INTEGER, N_("Procurement documents, weeks"), .min = 0, .max = 260 },
  { "weeks_tendering", ACADEMY_INTEGER, N_("Tendering, weeks"), .min = 0, .max = 260 },
  { "weeks_contract", ACADEMY_INTEGER, N_("Contract implementation until use, weeks"), .min = 0, .max = 260 },
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
  .start = "notice",
  .end = "needed",
  .count_back = academy_procurement_clock_get_starts,
  .scheduled = { "choice", "chosen" },
  .role = ACADEMY_TIME_PROCUREMENT,
  .shape = ACADEMY_SHAPE_PHASE,
  .page = "opportunities",
  .prompt = N_("Which need could be met in a new way by what the organisation buys?"),
  .subtitle = { "choice", "value", "stage" },
};
