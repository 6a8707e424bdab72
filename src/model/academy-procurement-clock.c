/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-procurement-clock.h"

#include <glib/gi18n-lib.h>

#include "academy-calendar.h"
#include "academy-procurement.h"
#include "academy-span.h"

#define DAYS_OF_A_WEEK 5

/* The stages before a procured thing is in use, the field of an opportunity with the
 * weeks of each, and the weeks without one. No published source gives lengths: these
 * are estimates of the program for a procurement of moderate size. */
static const struct {
  const char *stage;
  const char *field;
  guint       weeks;
} durations[ACADEMY_KIND_MOST_STAGES] = {
  { "need", "weeks_need", 4 },
  { "prior_art", "weeks_prior_art", 2 },
  { "market", "weeks_market", 6 },
  { "business_case", "weeks_business_case", 2 },
  { "documents", "weeks_documents", 4 },
  { "tendering", "weeks_tendering", 10 },
  { "contract", "weeks_contract", 6 },
};

static const AcademyChoice *
find_stage (const char *token)
{
  const AcademyChoice *stage = academy_procurement_stages;

  while (stage->token != NULL && g_strcmp0 (stage->token, token) != 0)
    stage++;

  return stage->token != NULL ? stage : NULL;
}

static AcademyDay
find_working_day (AcademyDay day)
{
  while (!academy_calendar_is_working_day (day))
    day--;

  return day;
}

/* Returns the first of as many working days, of which @end is the last. */
static AcademyDay
count_back (AcademyDay end,
            guint      n_days)
{
  AcademyDay day = end;

  for (guint i = 1; i < n_days; i++)
    day = find_working_day (day - 1);

  return day;
}

/**
 * academy_procurement_clock_count_back:
 * @opportunity: an innovation opportunity
 * @stages: (out caller-allocates) (array length=7): return location for the stages,
 *   the earliest first
 *
 * Counts back from the day on which the procured thing is to be in use, in working
 * days of Finland, to the present stage of the procurement, or to the first one when
 * none is chosen. A stage of no weeks is left out.
 *
 * Returns: the number of stages; 0 when the day is unset, and when the stage is
 *   after it
 */
guint
academy_procurement_clock_count_back (AcademyItem             *opportunity,
                                      AcademyProcurementStage *stages)
{
  const AcademyChoice *present = find_stage (academy_item_get_text (opportunity, "stage"));
  AcademyDay end = academy_span_get_day (opportunity, "needed");
  AcademyProcurementStage found[ACADEMY_KIND_MOST_STAGES];
  guint n_stages = 0;

  for (guint i = G_N_ELEMENTS (durations); end != 0 && i > 0; i--)
    {
      const AcademyChoice *stage = find_stage (durations[i - 1].stage);
      gint64 weeks = academy_item_get_number (opportunity, durations[i - 1].field);
      AcademyProcurementStage *next = &found[n_stages];

      if (present != NULL && stage < present)
        break;

      next->stage = stage;
      next->estimated = weeks == ACADEMY_UNSET;
      next->weeks = next->estimated ? durations[i - 1].weeks : (guint) weeks;
      if (next->weeks == 0)
        continue;

      next->end = find_working_day (end);
      next->start = count_back (next->end, next->weeks * DAYS_OF_A_WEEK);
      end = next->start - 1;
      n_stages++;
    }

  for (guint i = 0; i < n_stages; i++)
    stages[i] = found[n_stages - 1 - i];
  return n_stages;
}

/**
 * academy_procurement_clock_get_starts:
 * @opportunity: an innovation opportunity
 * @starts: (out caller-allocates) (array length=7): return location for the first day
 *   of each stage from the present one, counted back
 *
 * Returns: the number of stages; 0 when they cannot be counted
 */
guint
academy_procurement_clock_get_starts (AcademyItem *opportunity,
                                      AcademyDay  *starts)
{
  AcademyProcurementStage stages[ACADEMY_KIND_MOST_STAGES];
  guint n_stages = academy_procurement_clock_count_back (opportunity, stages);

  for (guint i = 0; i < n_stages; i++)
    starts[i] = stages[i].start;
  return n_stages;
}

static char *
describe (const AcademyProcurementStage *stage,
          const AcademyLanguage         *language)
{
  GDate start = academy_date_from_julian (stage->start);
  GDate end = academy_date_from_julian (stage->end);
  g_autofree char *period = academy_language_format_period (language, &start, &end);
  const char *label = academy_language_translate (language, stage->stage->label);

  if (stage->estimated)
    /* Translators: a stage of a procurement, its days, and an estimate of its length */
    return g_strdup_printf (academy_language_translate_n (language, "%s: %s, about %u week", "%s: %s, about %u weeks",
                                                          stage->weeks), label, period, stage->weeks);

  /* Translators: a stage of a procurement, its days, and how long it takes */
  return g_strdup_printf (academy_language_translate_n (language, "%s: %s, %u week", "%s: %s, %u weeks", stage->weeks),
                          label, period, stage->weeks);
}

/* Says that the first stage is late. One that is chosen as the present one has begun. */
static char *
describe_lateness (AcademyItem                   *opportunity,
                   const AcademyProcurementStage *first,
                   AcademyDay                     today,
                   const AcademyLanguage         *language,
                   AcademyDay                    *last)
{
  gboolean has_begun = academy_item_get_text (opportunity, "stage") != NULL;
  const char *label = academy_language_translate (language, first->stage->label);
  g_autofree char *day = NULL;

  *last = has_begun ? first->end : first->start;
  if (today <= *last)
    return NULL;

  day = academy_language_format_day (language, *last);
  if (has_begun)
    /* Translators: a stage of a procurement, and a day in the past */
    return g_strdup_printf (academy_language_translate (language, N_("“%s” should have ended on %s.")), label, day);

  /* Translators: a stage of a procurement, and a day in the past */
  return g_strdup_printf (academy_language_translate (language, N_("“%s” should have begun on %s.")), label, day);
}

/**
 * academy_procurement_clock_dup_late:
 * @opportunity: an innovation opportunity
 * @today: the day that decides what is late
 * @language: the language to use
 * @last: (out): return location for the last day on which it was not late
 *
 * Returns: (transfer full) (nullable): that its present stage should have ended, or
 *   without one that the first should have begun; %NULL when that is not late
 */
char *
academy_procurement_clock_dup_late (AcademyItem           *opportunity,
                                    AcademyDay             today,
                                    const AcademyLanguage *language,
                                    AcademyDay            *last)
{
  AcademyProcurementStage stages[ACADEMY_KIND_MOST_STAGES];

  *last = 0;
  return academy_procurement_clock_count_back (opportunity, stages) > 0
           ? describe_lateness (opportunity, &stages[0], today, language, last) : NULL;
}

static char *
describe_begin (AcademyItem                   *opportunity,
                const AcademyProcurementStage *first,
                const AcademyLanguage         *language)
{
  const GDate *planned = academy_item_get_date (opportunity, "notice");
  g_autofree char *day = NULL;

  if (planned == NULL || g_date_get_julian (planned) <= first->start)
    return NULL;

  day = academy_language_format_date (language, planned);
  return g_strdup_printf (academy_language_translate (language, N_("The procurement is planned to begin too late, on %s.")), day);
}

/**
 * academy_procurement_clock_dup_hint:
 * @opportunity: an innovation opportunity
 * @organisation: (nullable): its owner
 * @today: the day that decides what is late
 * @language: the language to use
 *
 * An #AcademyFieldHint of the day on which the procured thing is to be in use.
 *
 * Returns: (transfer full) (nullable): a line for each stage with its days, and
 *   whether the first one or the planned begin is late; %NULL when nothing can be
 *   counted, and for a rejected opportunity
 */
char *
academy_procurement_clock_dup_hint (AcademyItem           *opportunity,
                                    AcademyItem           *organisation,
                                    const GDate           *today,
                                    const AcademyLanguage *language)
{
  AcademyProcurementStage stages[ACADEMY_KIND_MOST_STAGES];
  guint n_stages = academy_procurement_clock_count_back (opportunity, stages);
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;
  char *late, *begin;
  AcademyDay last;

  if (n_stages == 0 || g_strcmp0 (academy_item_get_text (opportunity, "choice"), "rejected") == 0)
    return NULL;

  g_strv_builder_add (lines, academy_language_translate (language, N_("Counted back in working days:")));
  for (guint i = 0; i < n_stages; i++)
    g_strv_builder_take (lines, describe (&stages[i], language));
  late = describe_lateness (opportunity, &stages[0], g_date_get_julian (today), language, &last);
  if (late != NULL)
    g_strv_builder_take (lines, late);
  begin = describe_begin (opportunity, &stages[0], language);
  if (begin != NULL)
    g_strv_builder_take (lines, begin);

  texts = g_strv_builder_end (lines);
  return g_strjoinv ("\n", texts);
}
