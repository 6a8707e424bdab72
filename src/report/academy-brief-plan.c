/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-brief-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-hints.h"
#include "academy-kinds.h"
#include "academy-progress-figure.h"
#include "academy-status.h"
#include "academy-trend.h"

#define MOST_GOALS    4
#define MOST_READINGS 2

/* Returns what is not known of the days of a measure; %NULL when both are. */
static const char *
get_missing_days (AcademyBriefReader *self,
                  AcademyItem        *measure)
{
  gboolean has_start = academy_item_get_date (measure, "start") != NULL;
  gboolean has_end = academy_item_get_date (measure, "end") != NULL;

  if (has_start && has_end)
    return NULL;
  if (has_start)
    return academy_brief_translate (self, N_("no end date"));

  return has_end ? academy_brief_translate (self, N_("no start date")) : academy_brief_translate (self, N_("no dates"));
}

static void
add_measure (AcademyBriefReader *self,
             AcademyBlock       *list,
             AcademyItem        *measure)
{
  const GDate *end = academy_item_get_date (measure, "end");
  gboolean late = academy_status_is_overdue (measure, self->day);
  const char *owner = academy_item_get_text (measure, "owner_role");
  g_autofree char *days = late ? academy_brief_dup_days_overdue (self, end) : NULL;
  g_autofree char *lacks = academy_brief_join (owner == NULL ? academy_brief_translate (self, N_("no owner role")) : NULL,
                                               get_missing_days (self, measure), NULL);
  g_autofree char *reason = academy_brief_join (days, lacks, NULL);
  g_autofree char *lead = g_strconcat (reason, ":", NULL);
  const char *next = academy_item_get_text (measure, "next_step");
  g_autofree char *detail = academy_brief_join (owner, next, NULL);

  academy_block_add (list, lead, academy_brief_get_title (self, measure), detail)->urgent = late;
}

/* Adds how many measures are done, and those that are late or lack an owner role or
 * dates. */
gboolean
academy_brief_add_measures (AcademyBriefReader  *self,
                            GError             **error)
{
  g_autofree char *finished = academy_status_dup_tokens (&academy_measure_kind, ACADEMY_STATUSES_FINISHED);
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"id\" FROM \"measure\" WHERE \"organisation\" = ?1 AND \"status\" NOT IN %s "
    "AND (\"end\" < ?2 OR \"owner_role\" IS NULL OR \"start\" IS NULL OR \"end\" IS NULL) "
    "ORDER BY \"end\" >= ?2, \"end\" IS NULL, \"end\", " ACADEMY_BRIEF_BY_TITLE, finished);
  GDate today = academy_date_from_julian (self->day);
  AcademyProgress progress;
  guint n_more;
  g_autoptr(GPtrArray) measures = academy_brief_find (self, &academy_measure_kind, sql, ACADEMY_BRIEF_ITEMS, &n_more, error);
  AcademyReportSection *section;
  AcademyBlock *list;

  if (measures == NULL ||
      !academy_progress_read (&progress, self->store, academy_item_get_id (self->organisation), &today, error))
    return FALSE;
  if (progress.measures == 0)
    return TRUE;

  section = academy_brief_begin_section (self, "measures", N_("Measures"));
  academy_progress_figure_add (section, &progress, self->language);
  if (measures->len == 0)
    return TRUE;

  list = academy_report_section_add_block (section, ACADEMY_BLOCK_LIST);
  for (guint i = 0; i < measures->len; i++)
    add_measure (self, list, g_ptr_array_index (measures, i));
  academy_brief_add_more (self, list, n_more);

  return TRUE;
}

/* Returns the first indicators of a goal with their values: “Waste: 62 → 55 g”. */
static char *
dup_readings (AcademyBriefReader  *self,
              AcademyItem         *goal,
              GError             **error)
{
  g_autoptr(GPtrArray) indicators = academy_store_get_all (self->store, &academy_indicator_kind, academy_item_get_id (goal), error);
  g_autoptr(GString) readings = g_string_new (NULL);
  guint n_told = 0;

  if (indicators == NULL)
    return NULL;

  for (guint i = 0; i < indicators->len && n_told < MOST_READINGS; i++)
    {
      AcademyItem *indicator = g_ptr_array_index (indicators, i);
      g_autoptr(AcademyTrend) trend = academy_trend_read (self->store, indicator, error);
      g_autofree char *values = NULL;
      const char *title;

      if (trend == NULL)
        return NULL;

      values = academy_trend_dup_text (trend, indicator, self->language);
      if (*values == '\0')
        continue;
      title = academy_brief_get_title (self, indicator);
      g_string_append_printf (readings, "%s%s: %s", n_told++ > 0 ? " · " : "", title != NULL ? title : "", values);
    }

  return g_string_free_and_steal (g_steal_pointer (&readings));
}

gboolean
academy_brief_add_goals (AcademyBriefReader  *self,
                         GError             **error)
{
  guint n_more;
  g_autoptr(GPtrArray) goals =
    academy_brief_find (self, &academy_goal_kind,
                        "SELECT \"id\" FROM \"goal\" WHERE \"organisation\" = ?1 ORDER BY \"position\", " ACADEMY_BRIEF_BY_TITLE,
                        MOST_GOALS, &n_more, error);
  AcademyBlock *list;

  if (goals == NULL)
    return FALSE;
  if (goals->len == 0)
    return TRUE;

  list = academy_brief_begin_list (self, "goals", N_("Goals and indicators"));
  for (guint i = 0; i < goals->len; i++)
    {
      AcademyItem *goal = g_ptr_array_index (goals, i);
      g_autofree char *readings = dup_readings (self, goal, error);

      if (readings == NULL)
        return FALSE;
      academy_block_add (list, NULL, academy_brief_get_title (self, goal), readings);
    }
  academy_brief_add_more (self, list, n_more);

  return TRUE;
}

/* Returns which threshold the value of an opportunity reaches, without that it is a
 * hint, which is said once. */
static char *
dup_threshold (AcademyBriefReader *self,
               AcademyItem        *opportunity,
               const char         *disclaimer)
{
  const AcademyField *field = academy_kind_find_field (&academy_opportunity_kind, "value");
  GDate today = academy_date_from_julian (self->day);
  g_autofree char *hint = field->dup_hint (opportunity, self->organisation, &today, self->language);
  g_autofree char *line = hint != NULL ? g_strndup (hint, strcspn (hint, "\n")) : NULL;

  if (line == NULL || !g_str_has_suffix (line, disclaimer))
    return NULL;

  line[strlen (line) - strlen (disclaimer)] = '\0';
  return g_steal_pointer (&line);
}

gboolean
academy_brief_add_opportunities (AcademyBriefReader  *self,
                                 GError             **error)
{
  guint n_more;
  g_autoptr(GPtrArray) opportunities =
    academy_brief_find (self, &academy_opportunity_kind,
                        "SELECT \"id\" FROM \"opportunity\" WHERE \"organisation\" = ?1 AND \"choice\" IN ('chosen', 'open') "
                        "ORDER BY \"choice\", coalesce (\"impact\", 0) * coalesce (\"feasibility\", 0) DESC, "
                        ACADEMY_BRIEF_BY_TITLE,
                        ACADEMY_BRIEF_ITEMS, &n_more, error);
  const char *disclaimer = academy_brief_translate (self, N_("A hint, not legal advice."));
  AcademyReportSection *section;
  gboolean is_hinted = FALSE;
  AcademyBlock *list;

  if (opportunities == NULL)
    return FALSE;
  if (opportunities->len == 0)
    return TRUE;

  section = academy_brief_begin_section (self, "opportunities", N_("Opportunities"));
  list = academy_report_section_add_block (section, ACADEMY_BLOCK_LIST);
  for (guint i = 0; i < opportunities->len; i++)
    {
      AcademyItem *opportunity = g_ptr_array_index (opportunities, i);
      g_autofree char *choice = academy_brief_dup_value (self, opportunity, "choice");
      g_autofree char *lead = g_strconcat (choice, ":", NULL);
      g_autofree char *stage = academy_brief_dup_value (self, opportunity, "stage");
      g_autofree char *threshold = dup_threshold (self, opportunity, disclaimer);
      g_autofree char *detail = academy_brief_join (stage, threshold != NULL ? g_strchomp (threshold) : NULL, NULL);

      academy_block_add (list, lead, academy_brief_get_title (self, opportunity), detail);
      is_hinted = is_hinted || threshold != NULL;
    }
  academy_brief_add_more (self, list, n_more);
  if (is_hinted)
    academy_block_add (academy_report_section_add_block (section, ACADEMY_BLOCK_TEXT),
                       academy_brief_translate (self, N_("Threshold:")), disclaimer, NULL);

  return TRUE;
}

gboolean
academy_brief_add_pilots (AcademyBriefReader  *self,
                          GError             **error)
{
  guint n_more;
  g_autoptr(GPtrArray) pilots =
    academy_brief_find (self, &academy_pilot_kind,
                        "SELECT \"id\" FROM \"pilot\" WHERE \"organisation\" = ?1 ORDER BY \"start\", " ACADEMY_BRIEF_BY_TITLE,
                        MOST_GOALS, &n_more, error);
  AcademyBlock *list;

  if (pilots == NULL)
    return FALSE;
  if (pilots->len == 0)
    return TRUE;

  list = academy_brief_begin_list (self, "pilot", N_("Pilot"));
  for (guint i = 0; i < pilots->len; i++)
    {
      AcademyItem *pilot = g_ptr_array_index (pilots, i);
      gboolean late = academy_status_is_overdue (pilot, self->day);
      g_autofree char *status = academy_brief_dup_value (self, pilot, "status");
      g_autofree char *days = late ? academy_brief_dup_days_overdue (self, academy_item_get_date (pilot, "end")) : NULL;
      g_autofree char *state = academy_brief_join (status, days, NULL);
      g_autofree char *lead = g_strconcat (state, ":", NULL);
      g_autofree char *period = academy_language_format_period (self->language, academy_item_get_date (pilot, "start"),
                                                                academy_item_get_date (pilot, "end"));
      g_autofree char *result = academy_brief_shorten (academy_item_get_text (pilot, "result"));
      g_autofree char *detail = academy_brief_join (period, result, NULL);

      academy_block_add (list, lead, academy_brief_get_title (self, pilot), detail)->urgent = late;
    }
  academy_brief_add_more (self, list, n_more);

  return TRUE;
}

/* Whether a risk has become more likely, or its effect greater, since the session
 * before. */
static gboolean
has_grown (const AcademyBriefReader *self,
           AcademyItem              *risk)
{
  for (guint i = 0; self->changed != NULL && i < self->changed->len; i++)
    {
      const AcademyChanged *changed = g_ptr_array_index (self->changed, i);

      if (changed->kind == &academy_risk_kind && changed->field != NULL && changed->field->type == ACADEMY_INTEGER &&
          g_str_equal (changed->item, academy_item_get_id (risk)) && changed->before != NULL && changed->after != NULL &&
          g_ascii_strtoll (changed->after, NULL, 10) > g_ascii_strtoll (changed->before, NULL, 10))
        return TRUE;
    }

  return FALSE;
}

static void
add_risk (AcademyBriefReader *self,
          AcademyBlock       *list,
          AcademyItem        *risk)
{
  gint64 probability = academy_item_get_number (risk, "probability"), effect = academy_item_get_number (risk, "effect");
  gboolean grown = has_grown (self, risk);
  g_autofree char *response = academy_brief_shorten (academy_item_get_text (risk, "response"));
  g_autofree char *size = probability != ACADEMY_UNSET && effect != ACADEMY_UNSET
                            ? g_strdup_printf ("%d × %d", (int) probability, (int) effect) : NULL;
  g_autofree char *state = academy_brief_join (size, grown ? academy_brief_translate (self, N_("grown")) : NULL, NULL);
  g_autofree char *lead = *state != '\0' ? g_strconcat (state, ":", NULL) : NULL;

  academy_block_add (list, lead, academy_brief_get_title (self, risk),
                     response != NULL ? response : academy_brief_translate (self, N_("no mitigation")))->urgent = grown;
}

gboolean
academy_brief_add_risks (AcademyBriefReader  *self,
                         GError             **error)
{
  guint n_more;
  g_autoptr(GPtrArray) risks =
    academy_brief_find (self, &academy_risk_kind,
                        "SELECT \"id\" FROM \"risk\" WHERE \"organisation\" = ?1 AND \"closed\" = 0 "
                        "ORDER BY coalesce (\"probability\", 0) * coalesce (\"effect\", 0) DESC, " ACADEMY_BRIEF_BY_TITLE,
                        MOST_GOALS, &n_more, error);
  AcademyBlock *list;

  if (risks == NULL)
    return FALSE;
  if (risks->len == 0)
    return TRUE;

  list = academy_brief_begin_list (self, "risks", N_("Risks"));
  for (guint i = 0; i < risks->len; i++)
    add_risk (self, list, g_ptr_array_index (risks, i));
  academy_brief_add_more (self, list, n_more);

  return TRUE;
}

gboolean
academy_brief_add_challenges (AcademyBriefReader  *self,
                              GError             **error)
{
  guint n_more;
  g_autoptr(GPtrArray) challenges =
    academy_brief_find (self, &academy_challenge_kind,
                        "SELECT \"id\" FROM \"challenge\" WHERE \"organisation\" = ?1 "
                        "ORDER BY \"severity\" DESC, \"position\", \"id\"",
                        MOST_GOALS, &n_more, error);
  AcademyBlock *list;

  if (challenges == NULL)
    return FALSE;
  if (challenges->len == 0)
    return TRUE;

  list = academy_brief_begin_list (self, "challenges", N_("Change challenges"));
  for (guint i = 0; i < challenges->len; i++)
    academy_block_add (list, NULL, academy_brief_get_title (self, g_ptr_array_index (challenges, i)), NULL);
  academy_brief_add_more (self, list, n_more);

  return TRUE;
}

gboolean
academy_brief_add_dates (AcademyBriefReader  *self,
                         GError             **error)
{
  g_autoptr(GPtrArray) hints =
    academy_hints_read (self->store, academy_item_get_id (self->organisation), self->translations, self->language, error);
  AcademyBlock *list;
  guint n_told;

  if (hints == NULL)
    return FALSE;
  if (hints->len == 0)
    return TRUE;

  n_told = MIN (hints->len, ACADEMY_BRIEF_ITEMS);
  list = academy_brief_begin_list (self, "dates", N_("Dates to check"));
  for (guint i = 0; i < n_told; i++)
    academy_block_add (list, NULL, ((const AcademyHint *) g_ptr_array_index (hints, i))->text, NULL);
  academy_brief_add_more (self, list, hints->len - n_told);

  return TRUE;
}
