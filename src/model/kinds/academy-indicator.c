/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-indicator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-kinds.h"
#include "academy-typed-number.h"

static const AcademyChoice types[] = {
  { "input", N_("Input") },
  { "process", N_("Process") },
  { "output", N_("Output") },
  { "outcome", N_("Outcome") },
  { "impact", N_("Impact") },
  { NULL }
};

static const AcademyField fields[] = {
  { "goal", ACADEMY_LINK, N_("Impact goal"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "goal" },
  { "title", ACADEMY_TEXT, N_("Title"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE | ACADEMY_TRANSLATABLE },
  { "type", ACADEMY_CHOICE, N_("Type"), .choices = types },
  { "unit", ACADEMY_TEXT, N_("Unit"), .max = 80, .suggests = "unit" },
  { "baseline", ACADEMY_TEXT, N_("Baseline"), .max = 80, .group = N_("Levels") },
  { "baseline_date", ACADEMY_DATE, N_("Date of the baseline") },
  { "target", ACADEMY_TEXT, N_("Target level"), .max = 80 },
  { "target_date", ACADEMY_DATE, N_("Date of the target level") },
  { "data_source", ACADEMY_TEXT, N_("Data source"), ACADEMY_SEARCHABLE, .group = N_("Data"),
    .suggests = "data source" },
  { "collection_method", ACADEMY_TEXT, N_("How the data is collected") },
  { "frequency", ACADEMY_TEXT, N_("How often"), .max = 80, .suggests = "frequency" },
  { "not_measurable", ACADEMY_TEXT, N_("Why it cannot be measured yet") },
  { NULL }
};

/* Reads the number at the beginning of a text, and whether it is all of the text. What
 * can be read in two ways, such as “1,500”, is none: the text does not tell in which
 * language it was typed. */
static gboolean
read_number (const char *text,
             double     *number,
             gboolean   *is_whole)
{
  g_autofree char *clean = academy_typed_clean (text);
  gsize length = strspn (clean, "+-0123456789 .,'");
  g_autofree char *beginning = g_strndup (clean, length);
  g_autofree char *canonical =
    academy_typed_dup_number (academy_language_get ("fi", NULL), academy_kind_find_field (&academy_reading_kind, "value"),
                              beginning, NULL, NULL);

  if (canonical == NULL)
    return FALSE;

  *number = g_ascii_strtod (canonical, NULL);
  *is_whole = clean[length] == '\0';
  return TRUE;
}

/**
 * academy_indicator_get_level:
 * @self: an indicator
 * @name: the field of its baseline or target
 * @number: (out): the number at the beginning of that level: “3,6”, “1 200 kWh”
 *
 * Returns: whether the level is set and begins with a number
 */
gboolean
academy_indicator_get_level (AcademyItem *self,
                             const char  *name,
                             double      *number)
{
  const char *text = academy_item_get_text (self, name);
  gboolean is_whole;

  return text != NULL && read_number (text, number, &is_whole);
}

/**
 * academy_indicator_dup_level:
 * @self: an indicator
 * @name: the field of its baseline or target
 * @language: the language wanted
 *
 * Returns: (transfer full) (nullable): the level as readings are written when it is a
 *   number, or else as it was typed; %NULL when it is not set
 */
char *
academy_indicator_dup_level (AcademyItem           *self,
                             const char            *name,
                             const AcademyLanguage *language)
{
  const char *text = academy_item_get_text (self, name);
  double number;
  gboolean is_whole;

  return text != NULL && read_number (text, &number, &is_whole) && is_whole ? academy_language_format_decimal (language, number)
                                                                            : g_strdup (text);
}

/* Formats the baseline and target: “62 → 42 g / served meal”. */
static char *
dup_subtitle (AcademyItem           *item,
              const AcademyLanguage *language)
{
  g_autofree char *baseline = academy_indicator_dup_level (item, "baseline", language);
  g_autofree char *target = academy_indicator_dup_level (item, "target", language);
  const char *unit = academy_item_get_text (item, "unit");

  if (baseline == NULL && target == NULL)
    return g_strdup (unit != NULL ? unit : "");

  return g_strdup_printf ("%s → %s %s", baseline != NULL ? baseline : "?", target != NULL ? target : "?",
                          unit != NULL ? unit : "");
}

const AcademyKind academy_indicator_kind = {
  .name = "indicator",
  .plural = "indicators",
  .label = N_("Indicator"),
  .plural_label = N_("Indicators"),
  .add = N_("Add indicator"),
  .change = N_("Change indicator"),
  .remove = N_("Delete indicator"),
  .addition = N_("addition of indicator"),
  .alteration = N_("change of indicator"),
  .deletion = N_("deletion of indicator"),
  .paste = N_("Paste %u indicators"),
  .pasting = N_("pasting of %u indicators"),
  .fields = fields,
  .order = { { "title" } },
  .tells = "reading",
  .dup_subtitle = dup_subtitle,
};
