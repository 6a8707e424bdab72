/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
static const AcademyField fields[] = {
  { "board_item", ACADEMY_LINK, N_("Board presentation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "board_item" },
  { "position", ACADEMY_INTEGER, N_("Place in the order"), ACADEMY_POSITION | ACADEMY_HIDDEN | ACADEMY_PRIVATE },
  { "title", ACADEMY_TEXT, N_("Proposal"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "grounds", ACADEMY_LONG_TEXT, N_("Grounds"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { NULL }
};

const AcademyKind academy_proposal_kind = {
  .name = "proposal",
  .plural = "proposals",
  .label = N_("Proposal"),
  .plural_label = N_("Proposals for decision"),
  .add = N_("Add proposal"),
  .change = N_("Change proposal"),
  .remove = N_("Delete proposal"),
  .addition = N_("addition of proposal"),
  .alteration = N_("change of proposal"),
  .deletion = N_("deletion of proposal"),
  .paste = N_("Paste %u proposals"),
  .pasting = N_("pasting of %u proposals"),
  .flags = ACADEMY_KIND_NUMBERED,
  .since = 5,
  .fields = fields,
  .order = { { "position" } },
  .prompt = N_("What is the board asked to decide? One decision in each point."),
};
