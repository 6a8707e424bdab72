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
 * @item: an item with the fields `start`, `end` and `certainty`
 * @language: the language wanted
 *
 * When only the months are known, `start` and `end` are the limits within
 * which the days lie, and no day is shown.
 *
 * Returns: (transfer full): when @item takes place; empty when that is not known
 */
char *
academy_certainty_dup_period (AcademyItem           *item,
                              const AcademyLanguage *language)
{
  const GDate *start = academy_item_get_date (item, "start");
  const GDate *end = academy_item_get_date (item, "end");

  if (g_strcmp0 (academy_item_get_text (item, "certainty"), "month") == 0 && start != NULL)
    return academy_language_format_months (language, start, end != NULL ? end : start);

  return academy_language_format_period (language, start, end);
}
