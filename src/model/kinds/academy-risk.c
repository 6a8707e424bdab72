/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"
/* The classes of a study on sharing risks in sustainable and innovative
 * procurement (Publications of the Government's analysis, assessment and
 * research activities 2022:36). */
static const AcademyChoice classes[] = {
  { "object", N_("Object of the procurement") },
  { "parties", N_("Actions of buyer and suppliers") },
  { "process", N_("Procurement process") },
  { "market", N_("Markets and ecosystems") },
  { NULL }
};

static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "description", ACADEMY_LONG_TEXT, N_("Description"), ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "class", ACADEMY_CHOICE, N_("Class"), .choices = classes },
  { "probability", ACADEMY_INTEGER, N_("Likelihood, 1–5"), .min = 1, .max = 5 },
  { "effect", ACADEMY_INTEGER, N_("Effect, 1–5"), .min = 1, .max = 5 },
  { "response", ACADEMY_LONG_TEXT, N_("Mitigation"), ACADEMY_SEARCHABLE },
  { "owner_role", ACADEMY_TEXT, N_("Owner role"), ACADEMY_SEARCHABLE, .suggests = "role" },
  { "closed", ACADEMY_FLAG, N_("No longer a risk") },
  { NULL }
};

static char *
dup_subtitle (AcademyItem           *item,
              const AcademyLanguage *language)
{
  gint64 probability = academy_item_get_number (item, "probability");
  gint64 effect = academy_item_get_number (item, "effect");
  const char *owner_role = academy_item_get_text (item, "owner_role");
  g_autofree char *degree = NULL;

  if (academy_item_get_flag (item, "closed"))
    return g_strdup (academy_language_translate (language, academy_kind_find_field (&academy_risk_kind, "closed")->label));
  if (probability == ACADEMY_UNSET || effect == ACADEMY_UNSET)
    return g_strdup (owner_role != NULL ? owner_role : "");

  /* Translators: how likely a risk is and how large its effect, each from 1 to 5 */
  degree = g_strdup_printf (academy_language_translate (language, N_("Likelihood %d · effect %d")), (int) probability,
                            (int) effect);
  return owner_role != NULL ? g_strdup_printf ("%s · %s", degree, owner_role) : g_steal_pointer (&degree);
}

const AcademyKind academy_risk_kind = {
  .name = "risk",
  .plural = "risks",
  .label = N_("Risk"),
  .plural_label = N_("Risks"),
  .add = N_("Add risk"),
  .change = N_("Change risk"),
  .remove = N_("Delete risk"),
  .addition = N_("addition of risk"),
  .alteration = N_("change of risk"),
  .deletion = N_("deletion of risk"),
  .paste = N_("Paste %u risks"),
  .pasting = N_("pasting of %u risks"),
  .since = 5,
  .fields = fields,
  .order = { { "effect", .descending = TRUE }, { "probability", .descending = TRUE }, { "title" } },
  .page = "risks",
  .prompt = N_("What could keep the plan from working, and what is done about it?"),
  .dup_subtitle = dup_subtitle,
};
