/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-rules-private.h"

/* Returns the rules of every edit, in the order of their checks and ending with
 * %NULL. */
const AcademyRule * const *
academy_rules (void)
{
  static const AcademyRule * const rules[] = {
    &academy_dependency_rule,
    &academy_baseline_rule,
    &academy_translation_rule,
    NULL,
  };

  return rules;
}

gboolean
academy_rules_check_edit (AcademyDatabase  *database,
                          AcademyEdit      *edit,
                          GError          **error)
{
  for (const AcademyRule * const *rule = academy_rules (); *rule != NULL; rule++)
    if ((*rule)->check_edit != NULL && !(*rule)->check_edit (database, edit, error))
      return FALSE;

  return TRUE;
}

gboolean
academy_rules_follow_edit (AcademyDatabase  *database,
                           AcademyEdit      *edit,
                           GError          **error)
{
  for (const AcademyRule * const *rule = academy_rules (); *rule != NULL; rule++)
    if ((*rule)->follow_edit != NULL && !(*rule)->follow_edit (database, edit, error))
      return FALSE;

  return TRUE;
}
