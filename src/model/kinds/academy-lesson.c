/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
static const AcademyChoice sources[] = {
  { "pilot", N_("Pilot") },
  { "sparring", N_("Sparring") },
  { "board", N_("Executive board") },
  { "procurement", N_("Procurement") },
  { "programme", N_("Programme") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "title", ACADEMY_TEXT, N_("Lesson"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE },
  { "description", ACADEMY_LONG_TEXT, N_("Description"), ACADEMY_SEARCHABLE },
  { "source", ACADEMY_CHOICE, N_("Learned in"), .choices = sources },
  { "useful_to", ACADEMY_TEXT, N_("Useful to"), ACADEMY_SEARCHABLE },
  { "date", ACADEMY_DATE, N_("Date") },
  { NULL }
};

const AcademyKind academy_lesson_kind = {
  .name = "lesson",
  .plural = "lessons",
  .label = N_("Lesson"),
  .plural_label = N_("Lessons"),
  .add = N_("Add lesson"),
  .change = N_("Change lesson"),
  .remove = N_("Delete lesson"),
  .addition = N_("addition of lesson"),
  .alteration = N_("change of lesson"),
  .deletion = N_("deletion of lesson"),
  .paste = N_("Paste %u lessons"),
  .pasting = N_("pasting of %u lessons"),
  .since = 5,
  .fields = fields,
  .order = { { "date" }, { "title" } },
  .page = "board",
  .prompt = N_("What was learned that others could use as well?"),
  .position = 2,
  .subtitle = { "source", "useful_to" },
};
