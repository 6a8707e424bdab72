/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-certainty.h"

#include <glib/gi18n-lib.h>

const AcademyChoice academy_certainty_choices[] = {
  { "day", N_("Days known") },
  { "month", N_("Only months known") },
  { NULL }
};

/**
 * academy_certainty_dup_period:
 * @item: an item with the field `certainty`, of a kind that has a place in time
 * @language: the language wanted
 *
 * When only the months are known, the start and end of @item are the limits
 * within which the days lie, and no day is shown.
 *
 * Returns: (transfer full): the period of @item; empty when it is not known
 */
char *
academy_certainty_dup_period (AcademyItem           *item,
                              const AcademyLanguage *language)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const GDate *start = academy_item_get_date (item, kind->start);
  const GDate *end = academy_item_get_date (item, kind->end);

  if (g_strcmp0 (academy_item_get_text (item, "certainty"), "month") == 0 && start != NULL)
    return academy_language_format_months (language, start, end != NULL ? end : start);

  return academy_language_format_period (language, start, end);
}
