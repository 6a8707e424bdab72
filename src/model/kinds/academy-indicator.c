/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"

static const AcademyChoice types[] = {
  { "input", N_("Input") },
  { "process", N_("Process") },
  { "output", N_("Output") },
  { "outcome", N_("Outcome") },
  { "impact", N_("Impact") },
  { NULL }
};

static const AcademyField fields[] = {
  { "goal", ACADEMY_LINK, N_("Impact goal"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "goal" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "type", ACADEMY_CHOICE, N_("Type"), .choices = types },
  { "unit", ACADEMY_TEXT, N_("Unit"), .max = 80, .suggests = "unit" },
  { "baseline", ACADEMY_TEXT, N_("Baseline"), .max = 80, .group = N_("Levels") },
  { "baseline_date", ACADEMY_DATE, N_("Date of the baseline") },
  { "target", ACADEMY_TEXT, N_("Target level"), .max = 80 },
  { "target_date", ACADEMY_DATE, N_("Date of the target level") },
  { "data_source", ACADEMY_TEXT, N_("Data source"), ACADEMY_SEARCHABLE, .group = N_("Data"),
    .suggests = "data source" },
  { "collection_method", ACADEMY_TEXT, N_("How the data is collected") },
  { "frequency", ACADEMY_TEXT, N_("How often"), .max = 80, .suggests = "frequency" },
  { "not_measurable", ACADEMY_TEXT, N_("Why it cannot be measured yet") },
  { NULL }
};

/* Formats the baseline and target: “62 → 42 g / served meal”. */
static char *
dup_subtitle (AcademyItem           *item,
              const AcademyLanguage *language)
{
  const char *baseline = academy_item_get_text (item, "baseline");
  const char *target = academy_item_get_text (item, "target");
  const char *unit = academy_item_get_text (item, "unit");

  if (baseline == NULL && target == NULL)
    return g_strdup (unit != NULL ? unit : "");

  return g_strdup_printf ("%s → %s %s", baseline != NULL ? baseline : "?", target != NULL ? target : "?",
                          unit != NULL ? unit : "");
}

const AcademyKind academy_indicator_kind = {
  .name = "indicator",
  .plural = "indicators",
  .label = N_("Indicator"),
  .plural_label = N_("Indicators"),
  .add = N_("Add indicator"),
  .change = N_("Change indicator"),
  .remove = N_("Delete indicator"),
  .addition = N_("addition of indicator"),
  .alteration = N_("change of indicator"),
  .deletion = N_("deletion of indicator"),
  .paste = N_("Paste %u indicators"),
  .pasting = N_("pasting of %u indicators"),
  .fields = fields,
  .order = { { "title" } },
  .tells = "reading",
  .dup_subtitle = dup_subtitle,
};
