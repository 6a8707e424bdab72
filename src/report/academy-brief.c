/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-brief.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-agendas.h"
#include "academy-error.h"
#include "academy-hints.h"
#include "academy-kinds.h"
#include "academy-organisations.h"
#include "academy-programme.h"
#include "academy-progress-figure.h"
#include "academy-question-reasons.h"
#include "academy-status.h"
#include "academy-store-query.h"
#include "academy-translations.h"
#include "academy-trend.h"
#include "academy-what-changed.h"

/* How many items of a section are told; of others only the number is. */
#define MOST_ITEMS     6
#define MOST_CHANGES   8
#define MOST_QUESTIONS 5
#define MOST_GOALS     4
#define MOST_READINGS  2

/* The greatest length of an excerpt, in characters. */
#define MOST_LETTERS 280

/* What a brief is made of. */
typedef struct {
  /* Owned */
  AcademyReport         *report;
  AcademyItem           *session;
  AcademyItem           *organisation;
  AcademyTranslations   *translations;
  GPtrArray             *changed;
  char                  *previous;
  char                  *today;

  /* Borrowed */
  AcademyStore          *store;
  const AcademyLanguage *language;

  AcademyDay             day;
  gboolean               for_mentor;
} Brief;

/* The first ids that a query finds, and how many there are. */
typedef struct {
  GPtrArray *ids;
  guint      limit;
  guint      n_rows;
} Found;

static void
brief_clear (Brief *self)
{
  g_clear_pointer (&self->report, academy_report_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->organisation);
  g_clear_pointer (&self->translations, academy_translations_free);
  g_clear_pointer (&self->changed, g_ptr_array_unref);
  g_free (self->previous);
  g_free (self->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Brief, brief_clear)

static const char *translate (const Brief *self,
                              const char  *text) G_GNUC_FORMAT (2);

static const char *
translate (const Brief *self,
           const char  *text)
{
  return academy_language_translate (self->language, text);
}

/* Joins texts by dots, without those that are empty. */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  const char *texts[] = { first, second, third };
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " · " : "", texts[i]);

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/* Returns a text, or its beginning up to a space and an ellipsis. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;
  char *space;

  if (text == NULL || g_utf8_strlen (text, -1) <= MOST_LETTERS)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MOST_LETTERS);
  space = strrchr (start, ' ');
  if (space != NULL && space > start + strlen (start) / 2)
    *space = '\0';

  return g_strconcat (start, "…", NULL);
}

/* Returns the value of a field in words; an empty text when it is not set. */
static char *
dup_value (const Brief *self,
           AcademyItem *item,
           const char  *name)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);

  return academy_language_format_value (self->language, field, academy_item_get_value (item, field));
}

/* Returns a title, in the language of the brief where it is translated. */
static const char *
get_title (const Brief *self,
           AcademyItem *item)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), "title");

  return academy_translations_get_text (self->translations, item, field);
}

static void
take_id (AcademyStore *store,
         sqlite3_stmt *row,
         gpointer      data)
{
  Found *found = data;

  if (found->n_rows++ <= found->limit)
    g_ptr_array_add (found->ids, g_strdup (academy_database_get_text (row, 0)));
}

/* Reads the first items that a query finds; a single other one is told, too, rather
 * than its number. The query may use the ids of the organisation, the session and the
 * session before, and the day. */
static GPtrArray *
find (const Brief       *self,
      const AcademyKind *kind,
      const char        *sql,
      guint              limit,
      guint             *n_more,
      GError           **error)
{
  const char *texts[] = { academy_item_get_id (self->organisation), self->today, academy_item_get_id (self->session),
                          self->previous };
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Found found = { .ids = ids, .limit = limit };

  if (!academy_store_query (self->store, sql, texts, G_N_ELEMENTS (texts), take_id, &found, error))
    return NULL;

  if (found.n_rows > limit + 1)
    g_ptr_array_set_size (ids, limit);
  for (guint i = 0; i < ids->len; i++)
    {
      AcademyItem *item = academy_store_get (self->store, kind, g_ptr_array_index (ids, i), error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  if (n_more != NULL)
    *n_more = found.n_rows - ids->len;

  return g_steal_pointer (&items);
}

static void
add_more (const Brief  *self,
          AcademyBlock *list,
          guint         n_more)
{
  g_autofree char *text = NULL;

  if (n_more == 0)
    return;

  text = g_strdup_printf (academy_language_translate_n (self->language, "and %u more", "and %u more", n_more), n_more);
  academy_block_add (list, NULL, NULL, text);
}

static AcademyBlock *
begin_list (const Brief *self,
            const char  *id,
            const char  *title)
{
  return academy_section_add_block (academy_report_add_section (self->report, id, title), ACADEMY_BLOCK_LIST);
}

static char *
dup_days_overdue (const Brief *self,
                  const GDate *day)
{
  int days = self->day - g_date_get_julian (day);

  return g_strdup_printf (academy_language_translate_n (self->language, "%d day overdue", "%d days overdue", days), days);
}

static gboolean
add_aim (Brief   *self,
         GError **error)
{
  const char *aim = academy_item_get_text (self->session, "aim");
  const char *outcome = academy_item_get_text (self->session, "wanted_outcome");

  if (aim != NULL)
    {
      AcademySection *section = academy_report_add_section (self->report, "aim", translate (self, N_("Aim")));

      academy_block_add (academy_section_add_block (section, ACADEMY_BLOCK_TEXT), NULL, aim, NULL);
    }
  if (outcome != NULL)
    {
      AcademySection *section = academy_report_add_section (self->report, "outcome", translate (self, N_("Wanted outcome")));

      academy_block_add (academy_section_add_block (section, ACADEMY_BLOCK_TEXT), NULL, outcome, NULL);
    }

  return TRUE;
}

static void
add_follow_up (Brief        *self,
               AcademyBlock *list,
               AcademyItem  *follow_up)
{
  const GDate *due = academy_item_get_date (follow_up, "due");
  gboolean late = academy_status_is_overdue (follow_up, self->day);
  g_autofree char *status = late ? dup_days_overdue (self, due) : dup_value (self, follow_up, "status");
  g_autofree char *lead = g_strconcat (status, ":", NULL);
  g_autofree char *day = dup_value (self, follow_up, "due");
  g_autofree char *result = shorten (academy_item_get_text (follow_up, "result"));
  g_autofree char *detail = join (academy_item_get_text (follow_up, "owner_role"), day, result);

  academy_block_add (list, lead, academy_item_get_text (follow_up, "title"), detail)->urgent = late;
}

/* Adds what is still to be done, and what has been done of what the session before
 * agreed. */
static gboolean
add_agreed (Brief   *self,
            GError **error)
{
  g_autofree char *finished = academy_status_dup_tokens (&academy_follow_up_kind, ACADEMY_STATUSES_FINISHED);
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"id\" FROM \"follow_up\" WHERE \"organisation\" = ?1 AND \"session\" IS NOT ?3 "
    "AND (\"status\" NOT IN %1$s OR \"session\" = ?4) "
    "ORDER BY \"status\" IN %1$s, \"due\" IS NULL, \"due\", \"title\", \"id\"", finished);
  guint n_more;
  g_autoptr(GPtrArray) follow_ups = find (self, &academy_follow_up_kind, sql, MOST_ITEMS, &n_more, error);
  AcademyBlock *list;

  if (follow_ups == NULL)
    return FALSE;
  if (follow_ups->len == 0)
    return TRUE;

  list = begin_list (self, "agreed", translate (self, N_("Agreed before")));
  for (guint i = 0; i < follow_ups->len; i++)
    add_follow_up (self, list, g_ptr_array_index (follow_ups, i));
  add_more (self, list, n_more);

  return TRUE;
}

/* Whether a change is told elsewhere in a brief, or is a part of it. */
static gboolean
is_told (const AcademyChanged *changed)
{
  return changed->kind == &academy_follow_up_kind || changed->kind == &academy_agenda_item_kind ||
         changed->kind == &academy_question_kind ||
         (changed->kind == &academy_measure_kind && changed->type == ACADEMY_CHANGED_LATE);
}

/* Adds what has changed since the session before. What is private is not told here,
 * on the copy of the mentor either: only the section for the mentor is marked. */
static gboolean
add_changes (Brief   *self,
             GError **error)
{
  const char *organisation = academy_item_get_id (self->organisation);
  AcademyBlock *list = NULL;
  guint n_changes = 0;
  gint64 since;

  if (!academy_what_changed_find_session (self->store, organisation, academy_item_get_id (self->session), &since, error))
    return FALSE;
  if (since == 0)
    return TRUE;

  self->changed = academy_what_changed_read (self->store, organisation, since, 0, FALSE, self->language, error);
  if (self->changed == NULL)
    return FALSE;

  for (guint i = 0; i < self->changed->len; i++)
    {
      const AcademyChanged *changed = g_ptr_array_index (self->changed, i);

      if (is_told (changed))
        continue;
      if (list == NULL)
        list = begin_list (self, "changes", translate (self, N_("Changed since then")));
      if (n_changes++ < MOST_CHANGES)
        academy_block_add (list, NULL, changed->text, NULL);
    }
  if (n_changes > MOST_CHANGES)
    add_more (self, list, n_changes - MOST_CHANGES);

  return TRUE;
}

static void
add_measure (Brief        *self,
             AcademyBlock *list,
             AcademyItem  *measure)
{
  const GDate *end = academy_item_get_date (measure, "end");
  gboolean late = academy_status_is_overdue (measure, self->day);
  const char *owner = academy_item_get_text (measure, "owner_role");
  g_autofree char *days = late ? dup_days_overdue (self, end) : NULL;
  g_autofree char *lacks = join (owner == NULL ? translate (self, N_("no owner role")) : NULL,
                                 end == NULL || academy_item_get_date (measure, "start") == NULL
                                   ? translate (self, N_("no dates")) : NULL, NULL);
  g_autofree char *reason = join (days, lacks, NULL);
  g_autofree char *lead = g_strconcat (reason, ":", NULL);
  const char *next = academy_item_get_text (measure, "next_step");
  g_autofree char *detail = join (owner, next, NULL);

  academy_block_add (list, lead, get_title (self, measure), detail)->urgent = late;
}

/* Adds how many measures are done, and those that are late or lack an owner role or
 * dates. */
static gboolean
add_measures (Brief   *self,
              GError **error)
{
  g_autofree char *finished = academy_status_dup_tokens (&academy_measure_kind, ACADEMY_STATUSES_FINISHED);
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"id\" FROM \"measure\" WHERE \"organisation\" = ?1 AND \"status\" NOT IN %s "
    "AND (\"end\" < ?2 OR \"owner_role\" IS NULL OR \"start\" IS NULL OR \"end\" IS NULL) "
    "ORDER BY \"end\" >= ?2, \"end\" IS NULL, \"end\", \"title\", \"id\"", finished);
  GDate today = academy_date_from_julian (self->day);
  AcademyProgress progress;
  guint n_more;
  g_autoptr(GPtrArray) measures = find (self, &academy_measure_kind, sql, MOST_ITEMS, &n_more, error);
  AcademySection *section;
  AcademyBlock *list;

  if (measures == NULL ||
      !academy_progress_read (&progress, self->store, academy_item_get_id (self->organisation), &today, error))
    return FALSE;
  if (progress.measures == 0)
    return TRUE;

  section = academy_report_add_section (self->report, "measures", translate (self, N_("Measures")));
  academy_progress_figure_add (section, &progress, self->language);
  if (measures->len == 0)
    return TRUE;

  list = academy_section_add_block (section, ACADEMY_BLOCK_LIST);
  for (guint i = 0; i < measures->len; i++)
    add_measure (self, list, g_ptr_array_index (measures, i));
  add_more (self, list, n_more);

  return TRUE;
}

/* Adds the questions that were chosen, and those that the plan gives reason for. */
static gboolean
add_questions (Brief   *self,
               GError **error)
{
  g_autoptr(GPtrArray) chosen =
    academy_store_get_all (self->store, &academy_question_kind, academy_item_get_id (self->session), error);
  g_autoptr(GPtrArray) reasons =
    chosen != NULL ? academy_question_reasons_read (self->store, academy_item_get_id (self->organisation), self->session,
                                                    self->language, error) : NULL;
  AcademySection *section;
  AcademyBlock *list;

  if (reasons == NULL)
    return FALSE;
  if (chosen->len + reasons->len == 0)
    return TRUE;

  section = academy_report_add_section (self->report, "questions", translate (self, N_("Questions")));
  if (chosen->len > 0)
    {
      list = academy_section_add_block (section, ACADEMY_BLOCK_LIST);
      for (guint i = 0; i < chosen->len; i++)
        {
          AcademyItem *question = g_ptr_array_index (chosen, i);
          g_autofree char *answer = shorten (academy_item_get_text (question, "answer"));

          academy_block_add (list, academy_item_get_text (question, "title"), NULL, answer);
        }
    }
  if (reasons->len == 0)
    return TRUE;

  academy_block_add (academy_section_add_block (section, ACADEMY_BLOCK_HEADING), NULL,
                     translate (self, N_("The plan gives reason to ask")), NULL);
  list = academy_section_add_block (section, ACADEMY_BLOCK_LIST);
  for (guint i = 0; i < MIN (reasons->len, MOST_QUESTIONS); i++)
    {
      const AcademyQuestionReason *reason = g_ptr_array_index (reasons, i);

      academy_block_add (list, NULL, reason->text, reason->reason);
    }

  return TRUE;
}

/* Returns the points of the agenda, or those of the usual one. */
static GPtrArray *
read_agenda (Brief     *self,
             gboolean  *usual,
             GError   **error)
{
  g_autoptr(GPtrArray) points =
    academy_store_get_all (self->store, &academy_agenda_item_kind, academy_item_get_id (self->session), error);
  AcademyItem *point;

  *usual = points != NULL && points->len == 0;
  if (*usual)
    while ((point = academy_agenda_create_usual (self->session, points->len, self->language)) != NULL)
      g_ptr_array_add (points, point);

  return g_steal_pointer (&points);
}

static gboolean
add_agenda (Brief   *self,
            GError **error)
{
  gboolean usual;
  g_autoptr(GPtrArray) points = read_agenda (self, &usual, error);
  g_autoptr(GDateTime) start = NULL;
  AcademySection *section;
  AcademyBlock *table;
  gint64 minutes = 0;

  if (points == NULL)
    return FALSE;
  if (points->len == 0)
    return TRUE;

  g_object_get (self->session, "start", &start, NULL);
  section = academy_report_add_section (self->report, "agenda", translate (self, N_("Agenda")));
  table = academy_section_add_block (section, ACADEMY_BLOCK_TABLE);
  if (start != NULL)
    academy_block_add_column (table, translate (self, N_("Time")), TRUE);
  academy_block_add_column (table, translate (self, N_("Minutes")), TRUE);
  academy_block_add_column (table, usual ? translate (self, N_("Usual agenda")) : translate (self, N_("Subject")), FALSE);

  for (guint i = 0; i < points->len; i++)
    {
      AcademyItem *point = g_ptr_array_index (points, i);
      gint64 length = academy_item_get_number (point, "minutes");
      g_autofree char *number = length != ACADEMY_UNSET ? academy_language_format_number (self->language, length) : g_strdup ("–");

      if (start != NULL)
        {
          g_autoptr(GDateTime) begins = g_date_time_add_minutes (start, minutes);
          /* Translators: a time of the day: “9:30”, in Finnish “9.30” */
          g_autofree char *time = g_date_time_format (begins, translate (self, N_("%-H:%M")));

          academy_block_add (table, NULL, time, NULL);
        }
      academy_block_add (table, NULL, number, NULL);
      academy_block_add (table, NULL, academy_item_get_text (point, "title"), NULL);
      minutes += length != ACADEMY_UNSET ? length : 0;
    }

  return TRUE;
}

/* Returns the first indicators of a goal with their values: “Waste: 62 → 55 g”. */
static char *
dup_readings (Brief        *self,
              AcademyItem  *goal,
              GError      **error)
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
      title = get_title (self, indicator);
      g_string_append_printf (readings, "%s%s: %s", n_told++ > 0 ? " · " : "", title != NULL ? title : "", values);
    }

  return g_string_free_and_steal (g_steal_pointer (&readings));
}

static gboolean
add_goals (Brief   *self,
           GError **error)
{
  guint n_more;
  g_autoptr(GPtrArray) goals =
    find (self, &academy_goal_kind,
          "SELECT \"id\" FROM \"goal\" WHERE \"organisation\" = ?1 ORDER BY \"position\", \"title\", \"id\"",
          MOST_GOALS, &n_more, error);
  AcademyBlock *list;

  if (goals == NULL)
    return FALSE;
  if (goals->len == 0)
    return TRUE;

  list = begin_list (self, "goals", translate (self, N_("Goals and indicators")));
  for (guint i = 0; i < goals->len; i++)
    {
      AcademyItem *goal = g_ptr_array_index (goals, i);
      g_autofree char *readings = dup_readings (self, goal, error);

      if (readings == NULL)
        return FALSE;
      academy_block_add (list, NULL, get_title (self, goal), readings);
    }
  add_more (self, list, n_more);

  return TRUE;
}

/* Returns which threshold the value of an opportunity reaches: the first sentence of
 * the hint. */
static char *
dup_threshold (Brief       *self,
               AcademyItem *opportunity)
{
  const AcademyField *field = academy_kind_find_field (&academy_opportunity_kind, "value");
  GDate today = academy_date_from_julian (self->day);
  g_autofree char *hint = field->dup_hint (opportunity, self->organisation, &today, self->language);
  char *end = hint != NULL ? strstr (hint, ". ") : NULL;

  if (end != NULL)
    *end = '\0';

  return hint != NULL ? g_strndup (hint, strcspn (hint, "\n")) : NULL;
}

static gboolean
add_opportunities (Brief   *self,
                   GError **error)
{
  guint n_more;
  g_autoptr(GPtrArray) opportunities =
    find (self, &academy_opportunity_kind,
          "SELECT \"id\" FROM \"opportunity\" WHERE \"organisation\" = ?1 AND \"choice\" IN ('chosen', 'open') "
          "ORDER BY \"choice\", coalesce (\"impact\", 0) * coalesce (\"feasibility\", 0) DESC, \"title\", \"id\"",
          MOST_ITEMS, &n_more, error);
  AcademyBlock *list;

  if (opportunities == NULL)
    return FALSE;
  if (opportunities->len == 0)
    return TRUE;

  list = begin_list (self, "opportunities", translate (self, N_("Opportunities")));
  for (guint i = 0; i < opportunities->len; i++)
    {
      AcademyItem *opportunity = g_ptr_array_index (opportunities, i);
      g_autofree char *choice = dup_value (self, opportunity, "choice");
      g_autofree char *lead = g_strconcat (choice, ":", NULL);
      g_autofree char *stage = dup_value (self, opportunity, "stage");
      g_autofree char *threshold = dup_threshold (self, opportunity);
      g_autofree char *detail = join (stage, threshold, NULL);

      academy_block_add (list, lead, get_title (self, opportunity), detail);
    }
  add_more (self, list, n_more);

  return TRUE;
}

static gboolean
add_pilots (Brief   *self,
            GError **error)
{
  guint n_more;
  g_autoptr(GPtrArray) pilots =
    find (self, &academy_pilot_kind,
          "SELECT \"id\" FROM \"pilot\" WHERE \"organisation\" = ?1 ORDER BY \"start\", \"title\", \"id\"",
          MOST_GOALS, &n_more, error);
  AcademyBlock *list;

  if (pilots == NULL)
    return FALSE;
  if (pilots->len == 0)
    return TRUE;

  list = begin_list (self, "pilot", translate (self, N_("Pilot")));
  for (guint i = 0; i < pilots->len; i++)
    {
      AcademyItem *pilot = g_ptr_array_index (pilots, i);
      gboolean late = academy_status_is_overdue (pilot, self->day);
      g_autofree char *status = dup_value (self, pilot, "status");
      g_autofree char *days = late ? dup_days_overdue (self, academy_item_get_date (pilot, "end")) : NULL;
      g_autofree char *state = join (status, days, NULL);
      g_autofree char *lead = g_strconcat (state, ":", NULL);
      g_autofree char *period = academy_language_format_period (self->language, academy_item_get_date (pilot, "start"),
                                                                academy_item_get_date (pilot, "end"));
      g_autofree char *result = shorten (academy_item_get_text (pilot, "result"));
      g_autofree char *detail = join (period, result, NULL);

      academy_block_add (list, lead, get_title (self, pilot), detail)->urgent = late;
    }
  add_more (self, list, n_more);

  return TRUE;
}

/* Whether a risk has become more likely, or its effect greater, since the session
 * before. */
static gboolean
has_grown (const Brief *self,
           AcademyItem *risk)
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
add_risk (Brief        *self,
          AcademyBlock *list,
          AcademyItem  *risk)
{
  gint64 probability = academy_item_get_number (risk, "probability"), effect = academy_item_get_number (risk, "effect");
  gboolean grown = has_grown (self, risk);
  g_autofree char *response = shorten (academy_item_get_text (risk, "response"));
  g_autofree char *size = probability != ACADEMY_UNSET && effect != ACADEMY_UNSET
                            ? g_strdup_printf ("%d × %d", (int) probability, (int) effect) : NULL;
  g_autofree char *state = join (size, grown ? translate (self, N_("grown")) : NULL, NULL);
  g_autofree char *lead = *state != '\0' ? g_strconcat (state, ":", NULL) : NULL;

  academy_block_add (list, lead, get_title (self, risk),
                     response != NULL ? response : translate (self, N_("no mitigation")))->urgent = grown;
}

static gboolean
add_risks (Brief   *self,
           GError **error)
{
  guint n_more;
  g_autoptr(GPtrArray) risks =
    find (self, &academy_risk_kind,
          "SELECT \"id\" FROM \"risk\" WHERE \"organisation\" = ?1 AND \"closed\" = 0 "
          "ORDER BY coalesce (\"probability\", 0) * coalesce (\"effect\", 0) DESC, \"title\", \"id\"",
          MOST_GOALS, &n_more, error);
  AcademyBlock *list;

  if (risks == NULL)
    return FALSE;
  if (risks->len == 0)
    return TRUE;

  list = begin_list (self, "risks", translate (self, N_("Risks")));
  for (guint i = 0; i < risks->len; i++)
    add_risk (self, list, g_ptr_array_index (risks, i));
  add_more (self, list, n_more);

  return TRUE;
}

static gboolean
add_challenges (Brief   *self,
                GError **error)
{
  guint n_more;
  g_autoptr(GPtrArray) challenges =
    find (self, &academy_challenge_kind,
          "SELECT \"id\" FROM \"challenge\" WHERE \"organisation\" = ?1 ORDER BY \"severity\" DESC, \"position\", \"id\"",
          MOST_GOALS, &n_more, error);
  AcademyBlock *list;

  if (challenges == NULL)
    return FALSE;
  if (challenges->len == 0)
    return TRUE;

  list = begin_list (self, "challenges", translate (self, N_("Change challenges")));
  for (guint i = 0; i < challenges->len; i++)
    academy_block_add (list, NULL, get_title (self, g_ptr_array_index (challenges, i)), NULL);
  add_more (self, list, n_more);

  return TRUE;
}

static gboolean
add_dates (Brief   *self,
           GError **error)
{
  g_autoptr(GPtrArray) hints =
    academy_hints_read (self->store, academy_item_get_id (self->organisation), self->language, error);
  AcademyBlock *list;
  guint n_told;

  if (hints == NULL)
    return FALSE;
  if (hints->len == 0)
    return TRUE;

  n_told = MIN (hints->len, MOST_ITEMS);
  list = begin_list (self, "dates", translate (self, N_("Dates to check")));
  for (guint i = 0; i < n_told; i++)
    academy_block_add (list, NULL, ((const AcademyHint *) g_ptr_array_index (hints, i))->text, NULL);
  add_more (self, list, hints->len - n_told);

  return TRUE;
}

/* Adds the opinions that differ until they are settled. Private ones are in the
 * section for the mentor. */
static gboolean
add_opinions (Brief   *self,
              GError **error)
{
  guint n_more;
  g_autoptr(GPtrArray) notes =
    find (self, &academy_note_kind,
          "SELECT \"note\".\"id\" FROM \"note\" JOIN \"note\" AS \"other\" ON \"other\".\"id\" = \"note\".\"contradicts\" "
          "WHERE \"note\".\"organisation\" = ?1 AND \"note\".\"settlement\" IS NULL AND \"other\".\"settlement\" IS NULL "
          "AND \"note\".\"private\" = 0 AND \"other\".\"private\" = 0 ORDER BY \"note\".\"time\" DESC, \"note\".\"id\"",
          MOST_GOALS, &n_more, error);
  AcademyBlock *list;

  if (notes == NULL)
    return FALSE;
  if (notes->len == 0)
    return TRUE;

  list = begin_list (self, "opinions", translate (self, N_("Opinions that differ")));
  for (guint i = 0; i < notes->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (notes, i);
      g_autoptr(AcademyItem) other = academy_store_get_linked (self->store, note, "contradicts", error);
      g_autofree char *text = shorten (academy_item_get_text (note, "text"));
      g_autofree char *other_text = other != NULL ? shorten (academy_item_get_text (other, "text")) : NULL;
      const char *author = academy_item_get_text (note, "author_role");
      g_autofree char *lead = author != NULL ? g_strconcat (author, ":", NULL) : NULL;
      const char *other_author = other != NULL ? academy_item_get_text (other, "author_role") : NULL;
      g_autofree char *detail = other_author != NULL ? g_strconcat (other_author, ": ", other_text, NULL) : g_strdup (other_text);

      if (other == NULL)
        return FALSE;
      academy_block_add (list, lead, text, detail);
    }
  add_more (self, list, n_more);

  return TRUE;
}

/* Adds who attends, or who takes part, by role. Their names are nowhere in a brief. */
static gboolean
add_people (Brief   *self,
            GError **error)
{
  const char * const *attendees = academy_item_get_links (self->session, "attendees");
  g_autoptr(GPtrArray) participations =
    academy_store_get_all (self->store, &academy_participation_kind, academy_item_get_id (self->organisation), error);
  gboolean all = attendees == NULL || attendees[0] == NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) roles = g_string_new (NULL);
  AcademySection *section;

  if (participations == NULL)
    return FALSE;

  for (guint i = 0; i < participations->len; i++)
    {
      AcademyItem *participation = g_ptr_array_index (participations, i);
      char *role = academy_item_dup_text_or_choice (participation, "role_title", "role", self->language);

      if ((all || g_strv_contains (attendees, academy_item_get_id (participation))) && !g_hash_table_contains (seen, role))
        g_string_append_printf (roles, "%s%s", roles->len > 0 ? " · " : "", role);
      g_hash_table_add (seen, role);
    }
  if (roles->len == 0)
    return TRUE;

  section = academy_report_add_section (self->report, "people", translate (self, N_("Attendees")));
  academy_block_add (academy_section_add_block (section, ACADEMY_BLOCK_TEXT), NULL, roles->str, NULL);

  return TRUE;
}

/* Adds what nobody but the mentor may see. */
static gboolean
add_private (Brief   *self,
             GError **error)
{
  const char *hypotheses = academy_item_get_text (self->session, "hypotheses");
  guint n_more;
  g_autoptr(GPtrArray) notes = NULL;
  AcademySection *section;
  AcademyBlock *list;

  if (!self->for_mentor)
    return TRUE;

  notes = find (self, &academy_note_kind,
                "SELECT \"id\" FROM \"note\" WHERE \"organisation\" = ?1 AND \"private\" = 1 ORDER BY \"time\" DESC, \"id\"",
                MOST_ITEMS, &n_more, error);
  if (notes == NULL)
    return FALSE;
  if (hypotheses == NULL && notes->len == 0)
    return TRUE;

  section = academy_report_add_section (self->report, "private", translate (self, N_("Only for the mentor")));
  section->confidential = TRUE;
  if (hypotheses != NULL)
    {
      g_autofree char *lead = g_strconcat (translate (self, N_("Hypotheses of the mentor")), ":", NULL);

      academy_block_add (academy_section_add_block (section, ACADEMY_BLOCK_TEXT), lead, hypotheses, NULL);
    }
  if (notes->len == 0)
    return TRUE;

  list = academy_section_add_block (section, ACADEMY_BLOCK_LIST);
  for (guint i = 0; i < notes->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (notes, i);
      g_autofree char *type = dup_value (self, note, "type");
      g_autofree char *lead = g_strconcat (type, ":", NULL);
      g_autofree char *text = shorten (academy_item_get_text (note, "text"));
      g_autofree char *time = dup_value (self, note, "time");
      g_autofree char *detail = join (academy_item_get_text (note, "author_role"), time, NULL);

      academy_block_add (list, lead, text, detail);
    }
  add_more (self, list, n_more);

  return TRUE;
}

static void
take_board (AcademyStore *store,
            sqlite3_stmt *row,
            gpointer      data)
{
  *(AcademyDay *) data = academy_database_get_day (row, 0);
}

/* Says when the session is and where, and how many days are left until the board
 * meets. */
static gboolean
add_facts (Brief   *self,
           GError **error)
{
  static const char sql[] =
    "SELECT min (\"day\") FROM (SELECT \"meeting_date\" AS \"day\" FROM \"board_item\" WHERE \"organisation\" = ?1 "
    "AND \"outcome\" IS NULL UNION ALL SELECT \"board_date\" FROM \"organisation\" WHERE \"id\" = ?1) WHERE \"day\" >= ?2";
  const char *texts[] = { academy_item_get_id (self->organisation), self->today };
  const char *place = academy_item_get_text (self->session, "place");
  g_autofree char *when = academy_item_dup_subtitle (self->session, self->language);
  g_autofree char *where =
    join (academy_item_get_flag (self->session, "online") ? translate (self, N_("Online")) : NULL, place, NULL);
  g_autofree char *fact = join (when, where, NULL);
  g_autofree char *lead = g_strconcat (translate (self, N_("The board meets")), ":", NULL);
  AcademyDay board = 0;

  if (!academy_store_query (self->store, sql, texts, G_N_ELEMENTS (texts), take_board, &board, error))
    return FALSE;

  if (*fact != '\0')
    academy_report_add_fact (self->report, NULL, fact);
  if (board != 0)
    {
      GDate date = academy_date_from_julian (board);
      int days = board - self->day;
      g_autofree char *day = academy_language_format_date (self->language, &date);
      g_autofree char *left =
        days > 0 ? g_strdup_printf (academy_language_translate_n (self->language, "in %d day", "in %d days", days), days)
                 : g_strdup (translate (self, N_("today")));
      g_autofree char *text = join (day, left, NULL);

      academy_report_add_fact (self->report, lead, text);
    }

  return TRUE;
}

/* Finds the session before this one, in the order of sessions. */
static gboolean
find_previous (Brief   *self,
               GError **error)
{
  g_autoptr(GPtrArray) ids =
    academy_store_get_ids (self->store, &academy_session_kind, academy_item_get_id (self->organisation), error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 1; i < ids->len; i++)
    if (g_str_equal (g_ptr_array_index (ids, i), academy_item_get_id (self->session)))
      self->previous = g_strdup (g_ptr_array_index (ids, i - 1));
  if (self->previous == NULL)
    self->previous = g_strdup ("");

  return TRUE;
}

static gboolean
begin_report (Brief   *self,
              GError **error)
{
  g_autoptr(AcademyItem) programme = academy_store_get_owner (self->store, self->organisation, error);
  g_autofree char *academy = programme != NULL ? academy_item_dup_title (programme, self->language) : NULL;
  g_autofree char *name = academy_item_dup_title (self->organisation, self->language);
  g_autofree char *session = academy_item_dup_title (self->session, self->language);
  g_autofree char *title = session != NULL ? g_strconcat (name, "\u00a0– ", session, NULL) : g_strdup (name);
  g_autofree char *kicker = join (translate (self, N_("Sparring brief")), academy, NULL);
  const char *label = programme != NULL ? academy_programme_get_label (programme) : NULL;
  g_autofree char *notice = join (self->for_mentor ? translate (self, N_("Only for the mentor")) : NULL, label, NULL);

  if (programme == NULL)
    return FALSE;

  self->report = academy_report_new (kicker, title, self->language);
  academy_report_set_notice (self->report, notice);
  return TRUE;
}

/**
 * academy_brief_find_session:
 * @store: a store
 * @organisation: the id of an organisation
 * @number: the number of a session, or %ACADEMY_UNSET
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the session with @number, or the next one that
 *   has not been held, or else the last one
 */
AcademyItem *
academy_brief_find_session (AcademyStore  *store,
                            const char    *organisation,
                            gint64         number,
                            GError       **error)
{
  g_autoptr(GPtrArray) sessions = academy_store_get_all (store, &academy_session_kind, organisation, error);
  const AcademyField *held = academy_kind_find_field (&academy_session_kind, "held");
  AcademyItem *last = NULL;

  if (sessions == NULL)
    return NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      AcademyItem *session = g_ptr_array_index (sessions, i);

      if (number == ACADEMY_UNSET)
        last = session;
      if (number != ACADEMY_UNSET ? academy_item_get_number (session, "number") == number
                                  : !academy_value_is_set (held, academy_item_get_value (session, held)))
        return g_object_ref (session);
    }
  if (last != NULL)
    return g_object_ref (last);

  if (number != ACADEMY_UNSET)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                 _("The organisation has no sparring session %d."), (int) number);
  else
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                 _("The organisation has no sparring session yet. Add one first."));
  return NULL;
}

/* Reads all that a brief tells. */
static AcademyReport *
read_brief (AcademyStore           *store,
            const char             *session,
            gboolean                for_mentor,
            const AcademyLanguage  *language,
            GError                **error)
{
  static gboolean (* const add[]) (Brief   *self,
                                   GError **error) = {
    add_facts, add_aim, add_agreed, add_changes, add_measures, add_questions, add_agenda, add_goals, add_opportunities,
    add_pilots, add_risks, add_challenges, add_opinions, add_dates, add_people, add_private,
  };
  g_auto(Brief) self = { .store = store, .language = language, .for_mentor = for_mentor };
  GDate today;

  self.day = academy_store_get_day (store);
  today = academy_date_from_julian (self.day);
  self.today = academy_date_to_text (&today);
  self.session = academy_store_get (store, &academy_session_kind, session, error);
  if (self.session != NULL)
    self.organisation = academy_store_get_owner (store, self.session, error);
  if (self.organisation != NULL)
    self.translations = academy_translations_read (store, academy_item_get_id (self.organisation),
                                                   academy_language_get_code (language), error);
  if (self.translations == NULL || !find_previous (&self, error) || !begin_report (&self, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (add); i++)
    if (!add[i] (&self, error))
      return NULL;

  return g_steal_pointer (&self.report);
}

/**
 * academy_brief_create:
 * @store: a store
 * @session: the id of a sparring session
 * @for_mentor: whether to add what only the mentor may see, which is marked
 * @language: the language of the labels, and of the titles that are translated
 * @error: return location for an error
 *
 * Collects what is worth knowing before a session, the most important first. People
 * are told by their roles only.
 *
 * Returns: (transfer full) (nullable): the brief
 */
AcademyReport *
academy_brief_create (AcademyStore           *store,
                      const char             *session,
                      gboolean                for_mentor,
                      const AcademyLanguage  *language,
                      GError                **error)
{
  AcademyReport *report;

  if (!academy_store_begin_reading (store, error))
    return NULL;

  report = read_brief (store, session, for_mentor, language, error);
  academy_store_end_reading (store);
  return report;
}
