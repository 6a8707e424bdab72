/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-certainty.h"
#include "academy-kinds.h"
#include "academy-publicity.h"

static const AcademyChoice types[] = {
  { "for_decision", N_("For decision") },
  { "for_discussion", N_("For discussion") },
  { "for_information", N_("For information") },
  { NULL }
};

static const AcademyChoice outcomes[] = {
  { "approved", N_("Approved") },
  { "approved_with_changes", N_("Approved with changes") },
  { "returned", N_("Returned for preparation") },
  { "noted", N_("Noted") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "meeting_date", ACADEMY_DATE, N_("Date of the meeting"), .inherits = "board_date" },
  { "certainty", ACADEMY_CHOICE, N_("Precision"), ACADEMY_REQUIRED,
    .choices = academy_certainty_choices, .initial = "day" },
  { "board_name", ACADEMY_TEXT, N_("Name of the executive board"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE,
    .inherits = "board_name", .suggests = "board" },
  { "type", ACADEMY_CHOICE, N_("Type"), ACADEMY_REQUIRED, .choices = types, .initial = "for_decision" },
  { "preparer_role", ACADEMY_TEXT, N_("Preparer"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "presenter_role", ACADEMY_TEXT, N_("Presenting official"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "decision_maker", ACADEMY_TEXT, N_("Decision-maker"), ACADEMY_SEARCHABLE, .suggests = "role" },
  /* The proposals before version 5; they are items now. */
  { "proposals", ACADEMY_LONG_TEXT, N_("Proposals for decision"), ACADEMY_HIDDEN | ACADEMY_PRIVATE },
  { "requested_money", ACADEMY_MONEY, N_("Requested money, €"), .min = 0, .max = 10000000000, .group = N_("Proposal"),
    .sums = "cost" },
  { "requested_person_days", ACADEMY_DECIMAL, N_("Requested person-days"), .min = 0, .max = 100000, .widened = 4,
    .sums = "person_days" },
  { "publicity", ACADEMY_CHOICE, N_("Publicity"), ACADEMY_REQUIRED, .choices = academy_publicity_choices,
    .initial = "not_yet_public" },
  { "annexes", ACADEMY_LONG_TEXT, N_("Annexes"), ACADEMY_SEARCHABLE },
  { "outcome", ACADEMY_CHOICE, N_("Outcome of the meeting"), .choices = outcomes, .group = N_("Decision") },
  { "outcome_text", ACADEMY_LONG_TEXT, N_("Text of the decision"), ACADEMY_SEARCHABLE },
  { "conditions", ACADEMY_LONG_TEXT, N_("Conditions"), ACADEMY_SEARCHABLE },
  { "follow_up_date", ACADEMY_DATE, N_("Date of the follow-up") },
  { NULL }
};

/* An organisation may have several, since a plan can be returned and presented
 * again. */
const AcademyKind academy_board_item_kind = {
  .name = "board_item",
  .plural = "board_items",
  .label = N_("Board presentation"),
  .plural_label = N_("Board presentations"),
  .add = N_("Add board presentation"),
  .change = N_("Change board presentation"),
  .remove = N_("Delete board presentation"),
  .addition = N_("addition of board presentation"),
  .alteration = N_("change of board presentation"),
  .deletion = N_("deletion of board presentation"),
  .paste = N_("Paste %u board presentations"),
  .pasting = N_("pasting of %u board presentations"),
  .flags = ACADEMY_KIND_GATHERING,
  .since = 2,
  .fields = fields,
  .order = { { "meeting_date" } },
  .start = "meeting_date",
  .end = "meeting_date",
  .role = ACADEMY_TIME_MEETING,
  .shape = ACADEMY_SHAPE_BOARD,
  .done = "outcome",
  .page = "board",
  .prompt = N_("What is put before the executive board, when, and what did it decide?"),
  .title = "board_name",
  .subtitle = { "meeting_date", "type" },
};
