/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-question-reasons.h"

#include <glib/gi18n-lib.h>

#include "academy-agendas.h"
#include "academy-kinds.h"
#include "academy-status.h"
#include "academy-store-query.h"

/* The placeholders of the conditions: the organisation, the day, and that a measure
 * is unfinished. */
#define ORGANISATION "\"organisation\" = ?1"
#define DAY          "?2"
#define UNFINISHED   "\"status\" NOT IN %1$s"

/* What a plan gives reason to ask, in the order of academy_questions. A condition
 * counts what the reason tells; 0 gives no reason. Of several reasons for a question
 * the first counts. */
static const struct {
  const char *question;
  const char *condition;
  const char *reason;
} reasons[] = {
  {
    N_("Which strategic goal depends most on procurement?"),
    "NOT EXISTS (SELECT 1 FROM \"goal\" WHERE " ORGANISATION ")",
    N_("The plan has no impact goals yet."),
  }, {
    N_("Which strategic goal depends most on procurement?"),
    "(SELECT count(*) FROM \"goal\" WHERE " ORGANISATION " AND \"strategy_link\" IS NULL)",
    N_("Impact goals without a link to the strategy: %d."),
  }, {
    N_("Whose everyday life gets better if you succeed?"),
    "(SELECT count(*) FROM \"goal\" WHERE " ORGANISATION " AND \"beneficiary\" IS NULL)",
    N_("Impact goals that do not say who benefits: %d."),
  }, {
    N_("Which change has not happened because no ready solution was on the market?"),
    "NOT EXISTS (SELECT 1 FROM \"challenge\" WHERE " ORGANISATION ")",
    N_("The plan has no change challenges yet."),
  }, {
    N_("Which contracts end within two years?"),
    "(SELECT count(*) FROM \"opportunity\" WHERE " ORGANISATION " AND \"choice\" <> 'rejected' "
    "AND \"contract_end\" BETWEEN " DAY " AND date (" DAY ", '+2 years'))",
    N_("Present contracts that end within two years: %d."),
  }, {
    N_("Where do you still buy a way of working instead of a result?"),
    "(SELECT count(*) FROM \"opportunity\" WHERE " ORGANISATION " AND \"choice\" = 'chosen' AND \"need\" IS NULL)",
    N_("Chosen opportunities that do not tell the need: %d."),
  }, {
    N_("Who in management owns this change?"),
    "NOT EXISTS (SELECT 1 FROM \"participation\" WHERE " ORGANISATION " AND \"role\" IN ('top_management', 'board_member'))",
    N_("Nobody of the management takes part."),
  }, {
    N_("Who in management owns this change?"),
    "(SELECT count(*) FROM \"goal\" WHERE " ORGANISATION " AND \"owner_role\" IS NULL)",
    N_("Impact goals without an owner role: %d."),
  }, {
    N_("What do management and procurement experts see as the biggest obstacle – and is it the same?"),
    "(SELECT count(*) FROM \"note\" WHERE " ORGANISATION " AND \"private\" = 0 AND \"contradicts\" IS NOT NULL "
    "AND \"settlement\" IS NULL)",
    N_("Opinions that differ and are not settled: %d."),
  }, {
    N_("When did a market dialogue last change your plan?"),
    "(SELECT count(*) FROM \"opportunity\" WHERE " ORGANISATION " AND \"choice\" = 'chosen' AND \"market_readiness\" IS NULL)",
    N_("Chosen opportunities that do not say how ready the market is: %d."),
  }, {
    N_("Which three opportunities do you have strength for?"),
    "(SELECT iif (count(*) > 3, count(*), 0) FROM \"opportunity\" WHERE " ORGANISATION
    " AND \"choice\" IN ('open', 'chosen'))",
    N_("Opportunities that are chosen or to be decided: %d."),
  }, {
    N_("Which measure has the largest effect for the least effort?"),
    "(SELECT count(*) FROM \"measure\" WHERE " ORGANISATION " AND " UNFINISHED " AND \"priority\" IS NULL)",
    N_("Measures without a priority: %d."),
  }, {
    N_("Does every measure have an owner, a time and a first step?"),
    "(SELECT count(*) FROM \"measure\" WHERE " ORGANISATION " AND " UNFINISHED
    " AND (\"owner_role\" IS NULL OR \"start\" IS NULL OR \"end\" IS NULL))",
    N_("Measures without an owner role or dates: %d."),
  }, {
    N_("What does the pilot teach that cannot be learned otherwise?"),
    "(SELECT count(*) FROM \"pilot\" WHERE " ORGANISATION " AND \"hypothesis\" IS NULL)",
    N_("The pilot has no hypothesis."),
  }, {
    N_("How do you know that the pilot succeeded – or should stop?"),
    "(SELECT count(*) FROM \"pilot\" WHERE " ORGANISATION " AND \"success_criteria\" IS NULL)",
    N_("The pilot has no success criteria."),
  }, {
    N_("Which risk must be shared with the supplier, and how?"),
    "(SELECT count(*) FROM \"risk\" WHERE " ORGANISATION " AND \"closed\" = 0 AND \"response\" IS NULL)",
    N_("Risks without mitigation: %d."),
  }, {
    N_("What do you ask of the board: money, time, permission or direction?"),
    "(SELECT count(*) FROM \"board_item\" WHERE " ORGANISATION " AND \"outcome\" IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM \"proposal\" WHERE \"board_item\" = \"board_item\".\"id\"))",
    N_("The board presentation has no proposals for decision."),
  }, {
    N_("What is the board’s hardest question and how will you answer?"),
    "(SELECT count(*) FROM \"board_item\" WHERE " ORGANISATION " AND \"outcome\" IS NULL "
    "AND \"meeting_date\" BETWEEN " DAY " AND date (" DAY ", '+1 month'))",
    N_("The board meets within a month."),
  }, {
    N_("How will you follow the effect a year from now?"),
    "(SELECT count(*) FROM \"goal\" WHERE " ORGANISATION
    " AND NOT EXISTS (SELECT 1 FROM \"indicator\" WHERE \"goal\" = \"goal\".\"id\"))",
    N_("Impact goals without an indicator: %d."),
  }, {
    N_("What will you do tomorrow?"),
    "(SELECT count(*) FROM \"measure\" WHERE " ORGANISATION " AND \"status\" = 'in_progress' AND \"next_step\" IS NULL)",
    N_("Measures in progress without a next step: %d."),
  },
};

static void
free_reason (gpointer data)
{
  AcademyQuestionReason *self = data;

  g_free (self->text);
  g_free (self->reason);
  g_free (self);
}

static void
take_counts (AcademyStore *store,
             sqlite3_stmt *row,
             gpointer      data)
{
  int *counts = data;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    counts[i] = sqlite3_column_int (row, i);
}

static guint
find_question (const char *text)
{
  guint i = 0;

  while (!g_str_equal (academy_questions[i].text, text))
    i++;

  return i;
}

/* Whether a question is among those that have been chosen, in any language. */
static gboolean
is_chosen (GPtrArray             *chosen,
           const char            *text,
           const AcademyLanguage *language)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_strcmp0 (academy_agenda_get_title (g_ptr_array_index (chosen, i), language), text) == 0)
      return TRUE;

  return FALSE;
}

/* Puts the number into a sentence from the table, which the compiler cannot check as
 * a format. */
static char *
dup_reason (const char            *sentence,
            int                    number,
            const AcademyLanguage *language)
{
  g_auto(GStrv) around = g_strsplit (academy_language_translate (language, sentence), "%d", 2);
  g_autofree char *text = academy_language_format_number (language, number);

  return g_strjoinv (text, around);
}

static gint
compare_reasons (gconstpointer a,
                 gconstpointer b)
{
  const AcademyQuestionReason *reason_a = *(gpointer const *) a, *reason_b = *(gpointer const *) b;

  if (reason_a->suits != reason_b->suits)
    return reason_b->suits - reason_a->suits;

  return (reason_a->question > reason_b->question) - (reason_a->question < reason_b->question);
}

/**
 * academy_question_reasons_read:
 * @store: a store
 * @organisation: the id of an organisation
 * @session: (nullable): a sparring session of it
 * @language: the language of the texts
 * @error: return location for an error
 *
 * Finds the questions of academy_questions for which the plan gives a reason, without
 * those that have been chosen for @session. Those that suit @session by its number
 * come first.
 *
 * Returns: (transfer full) (nullable) (element-type AcademyQuestionReason): the
 *   questions
 */
GPtrArray *
academy_question_reasons_read (AcademyStore           *store,
                               const char             *organisation,
                               AcademyItem            *session,
                               const AcademyLanguage  *language,
                               GError                **error)
{
  g_autoptr(GPtrArray) chosen = NULL;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (free_reason);
  g_autoptr(GString) sql = g_string_new ("SELECT ");
  g_autofree char *finished = academy_status_dup_tokens (&academy_measure_kind, ACADEMY_STATUSES_FINISHED);
  g_autofree char *day = academy_date_day_to_text (academy_store_get_day (store));
  const char *texts[] = { organisation, day };
  int counts[G_N_ELEMENTS (reasons)] = { 0 };

  if (session != NULL)
    chosen = academy_store_get_all (store, &academy_question_kind, academy_item_get_id (session), error);
  else
    chosen = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_auto(GStrv) parts = g_strsplit (reasons[i].condition, "%1$s", -1);
      g_autofree char *condition = g_strjoinv (finished, parts);

      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", condition);
    }
  if (chosen == NULL || !academy_store_query (store, sql->str, texts, G_N_ELEMENTS (texts), take_counts, counts, error))
    return NULL;

  for (guint i = 0, last = G_MAXUINT; i < G_N_ELEMENTS (reasons); i++)
    {
      guint question = find_question (reasons[i].question);
      const char *text = academy_language_translate (language, reasons[i].question);
      AcademyQuestionReason *reason;

      if (counts[i] == 0 || question == last || is_chosen (chosen, text, language))
        continue;

      last = question;
      reason = g_new0 (AcademyQuestionReason, 1);
      reason->question = question;
      reason->suits = session != NULL && academy_agenda_suits (session, &academy_questions[question]);
      reason->text = g_strdup (text);
      reason->reason = dup_reason (reasons[i].reason, counts[i], language);
      g_ptr_array_add (found, reason);
    }
  g_ptr_array_sort (found, compare_reasons);

  return g_steal_pointer (&found);
}
