/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-agendas.h"
#include "academy-item.h"
#include "academy-kinds.h"
static const AcademyField fields[] = {
  { "session", ACADEMY_LINK, N_("Sparring session"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "session" },
  { "position", ACADEMY_INTEGER, N_("Place in the order"), ACADEMY_POSITION | ACADEMY_HIDDEN | ACADEMY_PRIVATE },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE,
    .suggests = "agenda", .add_suggestions = academy_agenda_add_suggestions },
  { "minutes", ACADEMY_INTEGER, N_("Minutes"), .min = 1, .max = 1440, .unit = "minute" },
  { "note", ACADEMY_LONG_TEXT, N_("Notes"), ACADEMY_SEARCHABLE },
  /* The clock of the session: when the point was begun, while it runs, and how long it
   * had taken before that. */
  { "begun", ACADEMY_INSTANT, N_("Begun"), ACADEMY_HIDDEN | ACADEMY_PRIVATE, .since = 6 },
  { "seconds", ACADEMY_INTEGER, N_("Seconds used"), ACADEMY_HIDDEN | ACADEMY_PRIVATE, .min = 0, .max = 86400, .since = 6 },
  { NULL }
};

static char *
dup_subtitle (AcademyItem           *item,
              const AcademyLanguage *language)
{
  gint64 minutes = academy_item_get_number (item, "minutes");

  if (minutes == ACADEMY_UNSET)
    return g_strdup ("");

  /* Translators: the time that a point of an agenda takes */
  return g_strdup_printf (academy_language_translate (language, N_("%d min")), (int) minutes);
}

const AcademyKind academy_agenda_item_kind = {
  .name = "agenda_item",
  .plural = "agenda_items",
  .label = N_("Point of the agenda"),
  .plural_label = N_("Agenda"),
  .add = N_("Add point of the agenda"),
  .change = N_("Change point of the agenda"),
  .remove = N_("Delete point of the agenda"),
  .addition = N_("addition of point of the agenda"),
  .alteration = N_("change of point of the agenda"),
  .deletion = N_("deletion of point of the agenda"),
  .paste = N_("Paste %u points of the agenda"),
  .pasting = N_("pasting of %u points of the agenda"),
  .since = 5,
  .fields = fields,
  .order = { { "position" } },
  .prompt = N_("What is talked about, and how many minutes each?"),
  .dup_subtitle = dup_subtitle,
  .usual = N_("Fill in the usual agenda"),
  .create_usual = academy_agenda_create_usual,
};
