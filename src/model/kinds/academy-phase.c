/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-phase.h"

#include <glib/gi18n-lib.h>

#include "academy-certainty.h"
#include "academy-item.h"
#include "academy-kinds.h"
#include "academy-validation.h"

const AcademyChoice academy_phase_choices[] = {
  { "application", N_("Application") },
  { "selection", N_("Interviews and selection") },
  { "pre_assignment", N_("Pre-assignment") },
  { "kickoff", N_("Kick-off") },
  { "sparring_1", N_("Sparring 1") },
  { "sparring_2", N_("Sparring 2") },
  { "pilot", N_("Piloting") },
  { "board", N_("Executive board presentation") },
  { "closing", N_("Closing") },
  { "aftercare", N_("Aftercare") },
  { NULL }
};

static const AcademyField fields[] = {
  { "programme", ACADEMY_LINK, N_("Programme"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "programme" },
  { "phase", ACADEMY_CHOICE, N_("Phase"), ACADEMY_REQUIRED, .choices = academy_phase_choices, .initial = "application" },
  { "title", ACADEMY_TEXT, N_("Own title"), ACADEMY_SEARCHABLE },
  { "start", ACADEMY_DATE, N_("Start date"), .check = academy_validation_start_before_end },
  { "end", ACADEMY_DATE, N_("End date"), .check = academy_validation_end_after_start },
  { "certainty", ACADEMY_CHOICE, N_("Precision"), ACADEMY_REQUIRED,
    .choices = academy_certainty_choices, .initial = "day" },
  { "note", ACADEMY_LONG_TEXT, N_("Notes"), ACADEMY_SEARCHABLE },
  { NULL }
};

static char *
dup_title (AcademyItem           *item,
           const AcademyLanguage *language)
{
  return academy_item_dup_text_or_choice (item, "title", "phase", language);
}

const AcademyKind academy_phase_kind = {
  .name = "phase",
  .plural = "phases",
  .label = N_("Phase"),
  .plural_label = N_("Phases"),
  .add = N_("Add phase"),
  .change = N_("Change phase"),
  .remove = N_("Delete phase"),
  .addition = N_("addition of phase"),
  .alteration = N_("change of phase"),
  .deletion = N_("deletion of phase"),
  .paste = N_("Paste %u phases"),
  .pasting = N_("pasting of %u phases"),
  .fields = fields,
  .order = { { "start" }, { "end" }, { "phase" } },
  .start = "start",
  .end = "end",
  .role = ACADEMY_TIME_FRAME,
  .shape = ACADEMY_SHAPE_PHASE,
  .page = "overview",
  .prompt = N_("Which phases does the programme go through?"),
  .position = 1,
  .dup_title = dup_title,
  .subtitle = { "start", "end" },
};
