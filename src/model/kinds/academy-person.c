/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"

static const AcademyField fields[] = {
  { "programme", ACADEMY_LINK, N_("Programme"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "programme" },
  { "name", ACADEMY_TEXT, N_("Name"), ACADEMY_REQUIRED | ACADEMY_PERSONAL | ACADEMY_SEARCHABLE },
  { "email", ACADEMY_EMAIL, N_("E-mail"), ACADEMY_PERSONAL },
  { "phone", ACADEMY_TEXT, N_("Telephone"), ACADEMY_PERSONAL, .max = 40 },
  { "changed", ACADEMY_TEXT, N_("Changed"), ACADEMY_HIDDEN | ACADEMY_PRIVATE | ACADEMY_STAMP, .since = 3 },
  { NULL }
};

/* Data about people stays out of the stored history, so that erasing a person is
 * complete (General Data Protection Regulation, art. 17). */
const AcademyKind academy_person_kind = {
  .name = "person",
  .plural = "people",
  .label = N_("Person"),
  .plural_label = N_("People"),
  .add = N_("Add person"),
  .change = N_("Change person"),
  .remove = N_("Delete person"),
  .addition = N_("addition of person"),
  .alteration = N_("change of person"),
  .deletion = N_("deletion of person"),
  .paste = N_("Paste %u people"),
  .pasting = N_("pasting of %u people"),
  .flags = ACADEMY_KIND_UNRECORDED,
  .fields = fields,
  .order = { { "name" } },
  .page = "people",
  .heading = N_("Names and contact details"),
  .prompt = N_("Names are needed only where a role title is not enough."),
  .title = "name",
  .subtitle = { "email" },
};
