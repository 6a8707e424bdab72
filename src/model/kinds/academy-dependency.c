/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "academy-item.h"
#include "academy-kinds.h"

/* Finish to start: the successor may start `lag` days after the day after the end
 * of the predecessor. An organisation may have too many measures for a row that
 * lists them, so a dependency gets both ends when it is created. */
static const AcademyField fields[] = {
  { "organisation", ACADEMY_LINK, N_("Organisation"), ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "organisation" },
  { "predecessor", ACADEMY_LINK, N_("Predecessor"), ACADEMY_REQUIRED | ACADEMY_HIDDEN, .target = "measure" },
  { "successor", ACADEMY_LINK, N_("Successor"), ACADEMY_REQUIRED | ACADEMY_HIDDEN, .target = "measure" },
  { "lag", ACADEMY_INTEGER, N_("Lag, days"), .min = -3650, .max = 3650, .initial = "0", .unit = "day" },
  { NULL }
};

/* The lag between the end of the predecessor and the start of its successor. */
static char *
dup_lag (AcademyItem           *dependency,
         const AcademyLanguage *language)
{
  gint64 lag = academy_item_get_number (dependency, "lag");

  if (lag == ACADEMY_UNSET || lag == 0)
    return NULL;
  if (lag > 0)
    return g_strdup_printf (academy_language_translate_n (language,
                              "Then %d day of waiting", "Then %d days of waiting", lag), (int) lag);

  return g_strdup_printf (academy_language_translate_n (language,
                            "May overlap by %d day", "May overlap by %d days", -lag), (int) -lag);
}

static char *
dup_joint (AcademyItem           *dependency,
           AcademyItem           *predecessor,
           const AcademyLanguage *language)
{
  const GDate *end = predecessor != NULL ? academy_item_get_date (predecessor, "end") : NULL;
  g_autofree char *date = end != NULL ? academy_language_format_date (language, end) : NULL;
  /* Translators: the date on which the measure ends that this one depends on */
  g_autofree char *until = date != NULL ? g_strdup_printf (academy_language_translate (language, N_("Ends on %s")), date)
                                        : g_strdup (academy_language_translate (language, N_("No end date")));
  g_autofree char *lag = dup_lag (dependency, language);

  return lag != NULL ? g_strdup_printf ("%s · %s", until, lag) : g_steal_pointer (&until);
}

static char *
dup_sentence (const char            *predecessor,
              const char            *successor,
              const AcademyLanguage *language)
{
  /* Translators: the titles of two measures, of which the second comes first */
  return g_strdup_printf (academy_language_translate (language, N_("“%s” depends on “%s”")), successor, predecessor);
}

const AcademyKind academy_dependency_kind = {
  .name = "dependency",
  .plural = "dependencies",
  .label = N_("Dependency"),
  .plural_label = N_("Dependencies"),
  .add = N_("Add dependency"),
  .change = N_("Change dependency"),
  .remove = N_("Delete dependency"),
  .addition = N_("addition of dependency"),
  .alteration = N_("change of dependency"),
  .deletion = N_("deletion of dependency"),
  .since = 2,
  .fields = fields,
  .page = "plan",
  .joins = { "predecessor", "successor" },
  .dup_joint = dup_joint,
  .dup_sentence = dup_sentence,
};
