/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
static const AcademyChoice areas[] = {
  { "leadership", N_("Leadership") },
  { "strategy", N_("Link to the strategy") },
  { "competence", N_("Competence") },
  { "resources", N_("Resources") },
  { "process", N_("Process") },
  { "market", N_("Market knowledge") },
  { "risk_appetite", N_("Risk appetite") },
  { "legal", N_("Legal uncertainty") },
  { "data", N_("Data") },
  { "culture", N_("Culture") },
  { "stakeholders", N_("Commitment of stakeholders") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "position", ACADEMY_INTEGER, N_("Place in the order"), ACADEMY_POSITION | ACADEMY_HIDDEN | ACADEMY_PRIVATE },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "description", ACADEMY_LONG_TEXT, N_("Description"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "root_cause", ACADEMY_LONG_TEXT, N_("Root cause"), ACADEMY_SEARCHABLE },
  { "area", ACADEMY_CHOICE, N_("Area"), .choices = areas },
  { "severity", ACADEMY_INTEGER, N_("Severity, 1–5"), .min = 1, .max = 5 },
  { "goals", ACADEMY_LINKS, N_("Impact goals"), .target = "goal" },
  { NULL }
};

static char *
dup_subtitle (AcademyItem           *item,
              const AcademyLanguage *language)
{
  const AcademyField *area = academy_kind_find_field (&academy_challenge_kind, "area");
  gint64 severity = academy_item_get_number (item, "severity");
  g_autofree char *label = academy_language_format_value (language, area, academy_item_get_value (item, area));
  g_autofree char *degree = NULL;

  if (severity == ACADEMY_UNSET)
    return g_steal_pointer (&label);

  /* Translators: how severe a challenge is, from 1 to 5 */
  degree = g_strdup_printf (academy_language_translate (language, N_("Severity %d/5")), (int) severity);
  return *label != '\0' ? g_strdup_printf ("%s · %s", label, degree) : g_steal_pointer (&degree);
}

const AcademyKind academy_challenge_kind = {
  .name = "challenge",
  .plural = "challenges",
  .label = N_("Change challenge"),
  .plural_label = N_("Change challenges"),
  .add = N_("Add change challenge"),
  .change = N_("Change change challenge"),
  .remove = N_("Delete change challenge"),
  .addition = N_("addition of change challenge"),
  .alteration = N_("change of change challenge"),
  .deletion = N_("deletion of change challenge"),
  .paste = N_("Paste %u change challenges"),
  .pasting = N_("pasting of %u change challenges"),
  .since = 5,
  .fields = fields,
  .order = { { "position" } },
  .page = "situation",
  .prompt = N_("What stands in the way of the goals?"),
  .position = 1,
  .dup_subtitle = dup_subtitle,
};
