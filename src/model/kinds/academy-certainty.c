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
 * academy_certainty_is_month:
 * @item: an item
 *
 * Returns: whether only the months of @item are known, within which its days lie
 */
gboolean
academy_certainty_is_month (AcademyItem *item)
{
  return academy_kind_find_field (academy_item_get_kind (item), "certainty") != NULL &&
         g_strcmp0 (academy_item_get_text (item, "certainty"), "month") == 0;
}

/**
 * academy_certainty_dup_period:
 * @item: an item
 * @start: the name of the date field with its beginning
 * @end: the name of the one with its end
 * @language: the language wanted
 *
 * Returns: (transfer full): the period of @item; no day of it when only its months
 *   are known, and empty when nothing is
 */
char *
academy_certainty_dup_period (AcademyItem           *item,
                              const char            *start,
                              const char            *end,
                              const AcademyLanguage *language)
{
  const GDate *first = academy_item_get_date (item, start);
  const GDate *last = academy_item_get_date (item, end);

  if (first != NULL && academy_certainty_is_month (item))
    return academy_language_format_months (language, first, last != NULL ? last : first);

  return academy_language_format_period (language, first, last);
}
