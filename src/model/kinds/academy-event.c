/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-certainty.h"
#include "academy-item.h"
#include "academy-kinds.h"
#include "academy-validation.h"

static const AcademyChoice types[] = {
  { "kickoff", N_("Kick-off event") },
  { "meeting", N_("Meeting") },
  { "training", N_("Training") },
  { "closing", N_("Closing event") },
  { "other", N_("Other event") },
  { NULL }
};

static const AcademyField fields[] = {
  { "programme", ACADEMY_LINK, N_("Programme"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "programme" },
  { "type", ACADEMY_CHOICE, N_("Event"), ACADEMY_REQUIRED, .choices = types, .initial = "meeting" },
  { "title", ACADEMY_TEXT, N_("Own title"), ACADEMY_SEARCHABLE },
  { "start", ACADEMY_DATE, N_("Start date"), .check = academy_validation_start_before_end },
  { "end", ACADEMY_DATE, N_("End date"), .check = academy_validation_end_after_start },
  { "certainty", ACADEMY_CHOICE, N_("Precision"), ACADEMY_REQUIRED,
    .choices = academy_certainty_choices, .initial = "day" },
  { "place", ACADEMY_TEXT, N_("Place"), ACADEMY_SEARCHABLE, .suggests = "place" },
  { "note", ACADEMY_LONG_TEXT, N_("Notes"), ACADEMY_SEARCHABLE },
  { NULL }
};

static char *
dup_title (AcademyItem           *item,
           const AcademyLanguage *language)
{
  return academy_item_dup_text_or_choice (item, "title", "type", language);
}

const AcademyKind academy_event_kind = {
  .name = "event",
  .plural = "events",
  .label = N_("Event"),
  .plural_label = N_("Events"),
  .add = N_("Add event"),
  .change = N_("Change event"),
  .remove = N_("Delete event"),
  .addition = N_("addition of event"),
  .alteration = N_("change of event"),
  .deletion = N_("deletion of event"),
  .paste = N_("Paste %u events"),
  .pasting = N_("pasting of %u events"),
  .flags = ACADEMY_KIND_GATHERING,
  .fields = fields,
  .order = { { "start" }, { "end" }, { "type" } },
  .start = "start",
  .end = "end",
  .role = ACADEMY_TIME_FRAME,
  .shape = ACADEMY_SHAPE_EVENT,
  .page = "overview",
  .prompt = N_("When does everybody meet?"),
  .dup_title = dup_title,
  .subtitle = { "start", "end" },
};
