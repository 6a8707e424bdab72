/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
static const AcademyField fields[] = {
  { "indicator", ACADEMY_LINK, N_("Indicator"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "indicator" },
  { "date", ACADEMY_DATE, N_("Date"), ACADEMY_NOW },
  { "value", ACADEMY_DECIMAL, N_("Actual value") },
  { "source", ACADEMY_TEXT, N_("Source"), ACADEMY_SEARCHABLE, .suggests = "data source" },
  { "note", ACADEMY_LONG_TEXT, N_("Notes"), ACADEMY_SEARCHABLE },
  { NULL }
};

static char *
dup_title (AcademyItem           *item,
           const AcademyLanguage *language)
{
  const AcademyField *value = academy_kind_find_field (&academy_reading_kind, "value");

  return academy_language_format_value (language, value, academy_item_get_value (item, value));
}

const AcademyKind academy_reading_kind = {
  .name = "reading",
  .plural = "readings",
  .label = N_("Indicator reading"),
  .plural_label = N_("Indicator readings"),
  .add = N_("Add indicator reading"),
  .change = N_("Change indicator reading"),
  .remove = N_("Delete indicator reading"),
  .addition = N_("addition of indicator reading"),
  .alteration = N_("change of indicator reading"),
  .deletion = N_("deletion of indicator reading"),
  .paste = N_("Paste %u indicator readings"),
  .pasting = N_("pasting of %u indicator readings"),
  .since = 5,
  .fields = fields,
  .order = { { "date" } },
  .heading = N_("Readings"),
  .prompt = N_("What has been measured, and when?"),
  .dup_title = dup_title,
  .subtitle = { "date", "source" },
};
