/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-organisation.h"

#include <glib/gi18n-lib.h>

#include "academy-phase.h"
#include "academy-validation.h"

static const AcademyChoice sectors[] = {
  { "municipal", N_("Municipal") },
  { "state", N_("State") },
  { "state_company", N_("State-owned company") },
  { NULL }
};

/* The national languages that it serves people in. */
static const AcademyChoice language_statuses[] = {
  { "finnish", N_("Finnish-speaking") },
  { "swedish", N_("Swedish-speaking") },
  { "bilingual", N_("Bilingual") },
  { NULL }
};

/* Who buys, as the EU thresholds tell it apart. */
static const AcademyChoice buyer_classes[] = {
  { "central", N_("Central government authority") },
  { "other", N_("Other contracting entity") },
  { "utility", N_("Utility") },
  { NULL }
};

static const AcademyField fields[] = {
  { "programme", ACADEMY_LINK, N_("Programme"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "programme" },
  { "position", ACADEMY_INTEGER, N_("Place in the order"), ACADEMY_POSITION | ACADEMY_HIDDEN | ACADEMY_PRIVATE, .since = 5 },
  { "archived", ACADEMY_FLAG, N_("Archived"), ACADEMY_HIDDEN | ACADEMY_PRIVATE, .since = 5 },
  { "name_fi", ACADEMY_TEXT, N_("Name in Finnish"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE,
    .group = N_("Facts") },
  { "name_sv", ACADEMY_TEXT, N_("Name in Swedish"), ACADEMY_SEARCHABLE },
  { "name_en", ACADEMY_TEXT, N_("Name in English"), ACADEMY_SEARCHABLE },
  { "short_name_fi", ACADEMY_TEXT, N_("Short name in Finnish"), ACADEMY_SEARCHABLE, .max = 60 },
  { "short_name_en", ACADEMY_TEXT, N_("Short name in English"), ACADEMY_SEARCHABLE, .max = 60 },
  { "slug", ACADEMY_TEXT, N_("Short name for files"), ACADEMY_REQUIRED | ACADEMY_UNIQUE, .max = 40,
    .follows = "name_fi", .check = academy_validation_slug },
  { "stage", ACADEMY_CHOICE, N_("Stage"), .choices = academy_phase_choices, .since = 5,
    .note = N_("Found from what has been recorded, unless one is chosen") },
  { "sector", ACADEMY_CHOICE, N_("Sector"), .choices = sectors },
  { "buyer_class", ACADEMY_CHOICE, N_("Contracting entity"), .choices = buyer_classes, .since = 5 },
  { "parent_body", ACADEMY_TEXT, N_("Ministry or parent body"), ACADEMY_SEARCHABLE },
  { "language_status", ACADEMY_CHOICE, N_("Language status"), .choices = language_statuses, .since = 7 },
  { "description_fi", ACADEMY_LONG_TEXT, N_("Description in Finnish"), ACADEMY_SEARCHABLE },
  { "description_en", ACADEMY_LONG_TEXT, N_("Description in English"), ACADEMY_SEARCHABLE },
  { "contact_point", ACADEMY_TEXT, N_("Contact point") },
  { "website", ACADEMY_URI, N_("Website") },
  { "board_name", ACADEMY_TEXT, N_("Name of the executive board"), .group = N_("Executive board"),
    .suggests = "board" },
  { "board_date", ACADEMY_DATE, N_("Next board date") },
  { "note", ACADEMY_LONG_TEXT, N_("Notes"), ACADEMY_SEARCHABLE, .group = N_("Notes") },
  { NULL }
};

const AcademyKind academy_organisation_kind = {
  .name = "organisation",
  .plural = "organisations",
  .label = N_("Organisation"),
  .plural_label = N_("Organisations"),
  .add = N_("Add organisation"),
  .change = N_("Change organisation"),
  .remove = N_("Delete organisation"),
  .addition = N_("addition of organisation"),
  .alteration = N_("change of organisation"),
  .deletion = N_("deletion of organisation"),
  .paste = N_("Paste %u organisations"),
  .pasting = N_("pasting of %u organisations"),
  .flags = ACADEMY_KIND_SORTED,
  .fields = fields,
  .order = { { "position" }, { "slug" } },
  .start = "board_date",
  .end = "board_date",
  .shape = ACADEMY_SHAPE_BOARD,
  .page = "situation",
  .dup_title = academy_item_dup_name,
};

/**
 * academy_organisation_dup_short_name:
 * @organisation: an organisation
 * @language: the language wanted
 *
 * Returns: (transfer full): the name of @organisation where there is little room;
 *   its full name when it has no shorter one
 */
char *
academy_organisation_dup_short_name (AcademyItem           *organisation,
                                     const AcademyLanguage *language)
{
  char *name = academy_item_dup_in_language (organisation, "short_name", language);

  return name != NULL ? name : academy_item_dup_title (organisation, language);
}

/**
 * academy_organisation_get_slug:
 * @organisation: an organisation
 *
 * Returns: (transfer none): its short name for files; the name of its kind when a
 *   damaged file holds none that is valid in a file name
 */
const char *
academy_organisation_get_slug (AcademyItem *organisation)
{
  const AcademyField *field = academy_kind_find_field (&academy_organisation_kind, "slug");

  return academy_item_validate_field (organisation, field, NULL) ? academy_item_get_text (organisation, field->name)
                                                                 : academy_organisation_kind.name;
}
