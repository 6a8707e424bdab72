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
  { "lag", ACADEMY_INTEGER, N_("Lag, days"), .min = -3650, .max = 3650, .initial = "0" },
  { NULL }
};

/* A title would have to name both ends, which only the store can read. */
static char *
dup_title (AcademyItem           *item,
           const AcademyLanguage *language)
{
  return NULL;
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
  .dup_title = dup_title,
};
