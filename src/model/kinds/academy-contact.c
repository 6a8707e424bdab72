/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
static const AcademyChoice channels[] = {
  { "meeting", N_("Meeting") },
  { "online", N_("Online meeting") },
  { "phone", N_("Telephone") },
  { "email", N_("E-mail") },
  { "other", N_("Other") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "date", ACADEMY_DATE, N_("Date"), ACADEMY_NOW },
  { "channel", ACADEMY_CHOICE, N_("Channel"), ACADEMY_REQUIRED, .choices = channels, .initial = "phone" },
  { "topic", ACADEMY_TEXT, N_("What about"), ACADEMY_SEARCHABLE },
  { "hours", ACADEMY_DECIMAL, N_("Hours"), .min = 0, .max = 10000, .unit = "hour" },
  { "participant", ACADEMY_LINK, N_("Mentor"), .target = "participation" },
  { "note", ACADEMY_LONG_TEXT, N_("Notes"), ACADEMY_SEARCHABLE },
  { NULL }
};

static char *
dup_title (AcademyItem           *item,
           const AcademyLanguage *language)
{
  return academy_item_dup_text_or_choice (item, "topic", "channel", language);
}

const AcademyKind academy_contact_kind = {
  .name = "contact",
  .plural = "contacts",
  .label = N_("Mentor contact"),
  .plural_label = N_("Mentor contacts"),
  .add = N_("Add mentor contact"),
  .change = N_("Change mentor contact"),
  .remove = N_("Delete mentor contact"),
  .addition = N_("addition of mentor contact"),
  .alteration = N_("change of mentor contact"),
  .deletion = N_("deletion of mentor contact"),
  .paste = N_("Paste %u mentor contacts"),
  .pasting = N_("pasting of %u mentor contacts"),
  .since = 5,
  .fields = fields,
  .order = { { "date", .descending = TRUE } },
  .page = "sparring",
  .prompt = N_("When was the mentor in touch, and what about?"),
  .position = 3,
  .dup_title = dup_title,
  .subtitle = { "date", "channel" },
};
