/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
#include "academy-validation.h"

static const AcademyField baseline_fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE },
  { "made", ACADEMY_INSTANT, N_("Set on"), ACADEMY_HIDDEN },
  { "note", ACADEMY_LONG_TEXT, N_("Notes"), ACADEMY_SEARCHABLE },
  { NULL }
};

/* The item of a date may have been deleted, so that its id is no link and its
 * title is stored. Nobody edits a baseline. */
static const AcademyField date_fields[] = {
  { "baseline", ACADEMY_LINK, N_("Plan baseline"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "baseline" },
  { "kind", ACADEMY_TEXT, N_("Kind"), ACADEMY_REQUIRED | ACADEMY_HIDDEN, .max = 40 },
  { "item", ACADEMY_TEXT, N_("Id"), ACADEMY_REQUIRED | ACADEMY_HIDDEN, .max = 36 },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_HIDDEN },
  { "start", ACADEMY_DATE, N_("Start date"), ACADEMY_HIDDEN, .check = academy_validation_start_before_end },
  { "end", ACADEMY_DATE, N_("End date"), ACADEMY_HIDDEN, .check = academy_validation_end_after_start },
  { NULL }
};

const AcademyKind academy_baseline_kind = {
  .name = "baseline",
  .plural = "baselines",
  .label = N_("Plan baseline"),
  .plural_label = N_("Plan baselines"),
  .add = N_("Set baseline"),
  .change = N_("Change baseline"),
  .remove = N_("Delete baseline"),
  .addition = N_("addition of baseline"),
  .alteration = N_("change of baseline"),
  .deletion = N_("deletion of baseline"),
  .since = 2,
  .fields = baseline_fields,
  .order = { { "made" }, { "title" } },
  .page = "plan",
  .subtitle = { "made" },
};

/* A baseline has one for each item that had days. */
const AcademyKind academy_baseline_date_kind = {
  .name = "baseline_date",
  .plural = "baseline_dates",
  .label = N_("Days in a baseline"),
  .plural_label = N_("Days in a baseline"),
  .add = N_("Add days to a baseline"),
  .change = N_("Change days in a baseline"),
  .remove = N_("Delete days from a baseline"),
  .addition = N_("addition of days in a baseline"),
  .alteration = N_("change of days in a baseline"),
  .deletion = N_("deletion of days in a baseline"),
  .flags = ACADEMY_KIND_MANY,
  .since = 2,
  .fields = date_fields,
  .order = { { "start" } },
};
