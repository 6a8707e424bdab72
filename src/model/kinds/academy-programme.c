/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-programme.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-validation.h"

/* Shown in both languages everywhere, so that nobody takes the data for real. */
const char academy_programme_fictional_label[] = "Esimerkkiaineisto – kuvitteellinen · Illustrative – fictional";

const AcademyChoice academy_programme_languages[] = {
  { "fi", N_("Finnish") },
  { "sv", N_("Swedish") },
  { "en", N_("English") },
  { NULL }
};

static const AcademyField fields[] = {
  { "name_fi", ACADEMY_TEXT, N_("Name in Finnish"), ACADEMY_REQUIRED | ACADEMY_SEARCHABLE,
    .group = N_("Facts") },
  { "name_sv", ACADEMY_TEXT, N_("Name in Swedish"), ACADEMY_SEARCHABLE },
  { "name_en", ACADEMY_TEXT, N_("Name in English"), ACADEMY_SEARCHABLE },
  { "organiser", ACADEMY_TEXT, N_("Organiser"), ACADEMY_SEARCHABLE },
  { "start", ACADEMY_DATE, N_("Start date"), .check = academy_validation_start_before_end },
  { "end", ACADEMY_DATE, N_("End date"), .check = academy_validation_end_after_start },
  { "description_fi", ACADEMY_LONG_TEXT, N_("Description in Finnish"), ACADEMY_SEARCHABLE },
  { "description_en", ACADEMY_LONG_TEXT, N_("Description in English"), ACADEMY_SEARCHABLE },
  { "website", ACADEMY_URI, N_("Website") },
  { "language", ACADEMY_CHOICE, N_("Language of the texts"), .choices = academy_programme_languages, .since = 5 },
  { "second_language", ACADEMY_CHOICE, N_("Second language of titles and descriptions"),
    .choices = academy_programme_languages, .since = 5 },
  { "retention", ACADEMY_DATE, N_("Keep personal data until") },
  { "fictional", ACADEMY_FLAG, N_("Fictional example"), .since = 2,
    .note = N_("Every page and every export then says that it is fictional") },
  { "status_date", ACADEMY_DATE, N_("Status date"), .since = 3,
    .note = N_("What is overdue is judged by this day; today when it is empty") },
  { NULL }
};

const AcademyKind academy_programme_kind = {
  .name = "programme",
  .plural = "programmes",
  .label = N_("Programme"),
  .plural_label = N_("Programmes"),
  .add = N_("Add programme"),
  .change = N_("Change programme"),
  .remove = N_("Delete programme"),
  .addition = N_("addition of programme"),
  .alteration = N_("change of programme"),
  .deletion = N_("deletion of programme"),
  .fields = fields,
  .page = "overview",
  .dup_title = academy_item_dup_name,
  .subtitle = { "organiser", "start", "end" },
};

/**
 * academy_programme_get_label:
 * @programme: a programme
 *
 * Returns: (nullable) (transfer none): the label that @programme and all its
 *   exported plans must bear, or %NULL when the data is real
 */
const char *
academy_programme_get_label (AcademyItem *programme)
{
  return academy_item_get_flag (programme, "fictional") ? academy_programme_fictional_label : NULL;
}

/**
 * academy_programme_get_second_language:
 * @programme: a programme
 *
 * Returns: (nullable) (transfer none): the code of the language of translations
 *   (ISO 639-1), or %NULL when all is written in one language
 */
const char *
academy_programme_get_second_language (AcademyItem *programme)
{
  const char *second = academy_item_get_text (programme, "second_language");

  return g_strcmp0 (second, academy_item_get_text (programme, "language")) != 0 ? second : NULL;
}
