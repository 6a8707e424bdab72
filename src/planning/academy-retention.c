/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-retention.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-kinds.h"

/* The day until which a programme may keep personal data (General Data Protection
 * Regulation, art. 5, 1 e). */

/* How many days before that day there is a reminder. */
#define REMINDER_DAYS 30

/* Returns the days from today to the day; negative when it has passed. */
static int
count_days (AcademyItem *programme)
{
  return (int) g_date_get_julian (academy_item_get_date (programme, "retention")) - (int) academy_clock_get_day ();
}

/**
 * academy_retention_is_due:
 * @programme: a programme
 *
 * Returns: whether the day until which it keeps personal data has passed, or comes
 *   within 30 days
 */
gboolean
academy_retention_is_due (AcademyItem *programme)
{
  return academy_item_get_date (programme, "retention") != NULL && count_days (programme) <= REMINDER_DAYS;
}

/**
 * academy_retention_dup_text:
 * @store: a store
 * @programme: its programme
 * @language: the language to use
 * @text: (out) (nullable): a sentence for a reminder; %NULL when there is nothing
 *   to be reminded of
 * @error: return location for an error
 *
 * Returns: whether the file was read
 */
gboolean
academy_retention_dup_text (AcademyStore           *store,
                            AcademyItem            *programme,
                            const AcademyLanguage  *language,
                            char                  **text,
                            GError                **error)
{
  g_autofree char *day = NULL;
  gint64 n_people;
  int days;

  *text = NULL;
  if (!academy_retention_is_due (programme))
    return TRUE;
  if (!academy_store_count (store, &academy_person_kind, NULL, &n_people, error))
    return FALSE;
  if (n_people == 0)
    return TRUE;

  days = count_days (programme);
  day = academy_language_format_date (language, academy_item_get_date (programme, "retention"));
  if (days < 0)
    /* Translators: a day */
    *text = g_strdup_printf (academy_language_translate (language, N_("Keep personal data until %s: the day has passed.")), day);
  else if (days == 0)
    /* Translators: a day */
    *text = g_strdup_printf (academy_language_translate (language, N_("Keep personal data until %s: today is the last day.")),
                             day);
  else
    /* Translators: a day, and the number of days until then */
    *text = g_strdup_printf (academy_language_translate_n (language, "Keep personal data until %s: %d day is left.",
                                                           "Keep personal data until %s: %d days are left.", days),
                             day, days);

  return TRUE;
}
