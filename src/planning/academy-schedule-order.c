/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-schedule-order.h"

#include <string.h>

#define DIGITS_OF_A_DATE 8

/**
 * academy_schedule_get_date_order:
 * @date: (nullable): a date as text
 *
 * Returns: the digits of @date as a number, which sorts like the date;
 *   %ACADEMY_SCHEDULE_LAST for none
 */
double
academy_schedule_get_date_order (const char *date)
{
  gint32 number = 0;
  guint n_digits = 0;

  if (date == NULL)
    return ACADEMY_SCHEDULE_LAST;

  for (const char *p = date; *p != '\0' && n_digits < DIGITS_OF_A_DATE; p++)
    if (g_ascii_isdigit (*p))
      {
        number = number * 10 + (*p - '0');
        n_digits++;
      }

  return number;
}

/**
 * academy_schedule_get_text_order:
 * @text: a collation key
 *
 * Most texts differ in their first bytes, and numbers compare faster than texts.
 *
 * Returns: the first bytes of @text as a number, which sorts like them
 */
double
academy_schedule_get_text_order (const char *text)
{
  guint32 number = 0;

  for (guint i = 0; i < sizeof number; i++)
    {
      number = number << 8 | (guchar) *text;
      text += *text != '\0';
    }

  return number;
}

static gint
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const AcademyScheduleKey *key_a = a, *key_b = b;
  int sign = GPOINTER_TO_INT (data);

  if (key_a->number != key_b->number)
    {
      if (key_a->number == ACADEMY_SCHEDULE_LAST || key_b->number == ACADEMY_SCHEDULE_LAST)
        return key_a->number == ACADEMY_SCHEDULE_LAST ? 1 : -1;
      return key_a->number < key_b->number ? -sign : sign;
    }

  return key_a->text != key_b->text ? sign * strcmp (key_a->text, key_b->text) : 0;
}

static void
permute (AcademyScheduleEntry *entries,
         AcademyScheduleKey   *keys,
         guint                 length)
{
  g_autofree AcademyScheduleEntry *before = g_memdup2 (entries, length * sizeof *entries);

  for (guint i = 0; i < length; i++)
    entries[i] = before[keys[i].position];
}

/**
 * academy_schedule_sort:
 * @entries: (element-type AcademyScheduleEntry): entries
 * @keys: (element-type AcademyScheduleKey): their keys, in the same order;
 *   invalid afterwards
 * @descending: whether to reverse the order
 *
 * Sorts @entries by @keys; entries with equal keys keep their order.
 */
void
academy_schedule_sort (GArray   *entries,
                       GArray   *keys,
                       gboolean  descending)
{
  g_array_sort_with_data (keys, compare_keys, GINT_TO_POINTER (descending ? -1 : 1));
  permute ((AcademyScheduleEntry *) entries->data, (AcademyScheduleKey *) keys->data, keys->len);
}
