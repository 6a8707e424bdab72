/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-brief-private.h"

#include <glib/gi18n-lib.h>

#include "academy-agendas.h"
#include "academy-kinds.h"
#include "academy-question-reasons.h"
#include "academy-status.h"

#define MOST_CHANGES   8
#define MOST_QUESTIONS 5
#define MOST_OPINIONS  4

gboolean
academy_brief_add_aim (AcademyBriefReader  *self,
                       GError             **error)
{
  static const struct { const char *field; const char *label; } texts[] = {
    { "aim", N_("Aim") },
    { "wanted_outcome", N_("Wanted outcome") },
    { "materials", N_("Materials to read") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = academy_item_get_text (self->session, texts[i].field);

      if (text != NULL)
        academy_block_add (academy_report_section_add_block (academy_brief_begin_section (self, texts[i].field, texts[i].label),
                                                             ACADEMY_BLOCK_TEXT), NULL, text, NULL);
    }

  return TRUE;
}

static void
add_follow_up (AcademyBriefReader *self,
               AcademyBlock       *list,
               AcademyItem        *follow_up)
{
  const GDate *due = academy_item_get_date (follow_up, "due");
  gboolean late = academy_status_is_overdue (follow_up, self->day);
  g_autofree char *status = late ? academy_brief_dup_days_overdue (self, due) : academy_brief_dup_value (self, follow_up, "status");
  g_autofree char *lead = g_strconcat (status, ":", NULL);
  g_autofree char *day = academy_brief_dup_value (self, follow_up, "due");
  g_autofree char *result = academy_brief_shorten (academy_item_get_text (follow_up, "result"));
  g_autofree char *detail = academy_brief_join (academy_item_get_text (follow_up, "owner_role"), day, result);

  academy_block_add (list, lead, academy_item_get_text (follow_up, "title"), detail)->urgent = late;
}

/* Adds what is still to be done, and what has been done of what the session before
 * agreed. */
gboolean
academy_brief_add_agreed (AcademyBriefReader  *self,
                          GError             **error)
{
  g_autofree char *finished = academy_status_dup_tokens (&academy_follow_up_kind, ACADEMY_STATUSES_FINISHED);
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"id\" FROM \"follow_up\" WHERE \"organisation\" = ?1 AND \"session\" IS NOT ?3 "
    "AND (\"status\" NOT IN %1$s OR \"session\" = ?4) AND NOT EXISTS (SELECT 1 FROM \"session\" AS \"later\", \"session\" AS "
    "\"this\" WHERE \"later\".\"id\" = \"follow_up\".\"session\" AND \"this\".\"id\" = ?3 "
    "AND \"later\".\"number\" > \"this\".\"number\") "
    "ORDER BY \"status\" IN %1$s, \"due\" IS NULL, \"due\", " ACADEMY_BRIEF_BY_TITLE, finished);
  guint n_more;
  g_autoptr(GPtrArray) follow_ups = academy_brief_find (self, &academy_follow_up_kind, sql, ACADEMY_BRIEF_ITEMS, &n_more, error);
  AcademyBlock *list;

  if (follow_ups == NULL)
    return FALSE;
  if (follow_ups->len == 0)
    return TRUE;

  list = academy_brief_begin_list (self, "agreed", N_("Agreed before"));
  for (guint i = 0; i < follow_ups->len; i++)
    add_follow_up (self, list, g_ptr_array_index (follow_ups, i));
  academy_brief_add_more (self, list, n_more);

  return TRUE;
}

/* Whether a change is what was written down of a session: of one that was held, all,
 * and of one to come, anything but that and when it is. */
static gboolean
is_bookkeeping (AcademyBriefReader   *self,
                const AcademyChanged *changed)
{
  g_autoptr(AcademyItem) session = NULL;

  if (changed->kind != &academy_session_kind)
    return FALSE;
  if (changed->field != NULL && g_strcmp0 (changed->field->name, academy_session_kind.start) != 0)
    return TRUE;

  session = academy_store_get (self->store, &academy_session_kind, changed->item, NULL);
  return session != NULL && academy_status_get (session) == ACADEMY_STATUS_DONE;
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
gboolean
academy_brief_add_changes (AcademyBriefReader  *self,
                           GError             **error)
{
  const char *organisation = academy_item_get_id (self->organisation);
  AcademyBlock *list = NULL;
  guint n_changes = 0;
  gint64 since;

  if (!academy_what_changed_find_session (self->store, organisation, academy_item_get_id (self->session), &since, error))
    return FALSE;
  if (since == 0)
    return TRUE;

  self->changed = academy_what_changed_read (self->store, organisation, since, 0, FALSE, self->translations, self->language,
                                             error);
  if (self->changed == NULL)
    return FALSE;

  for (guint i = 0; i < self->changed->len; i++)
    {
      const AcademyChanged *changed = g_ptr_array_index (self->changed, i);

      if (is_told (changed) || is_bookkeeping (self, changed))
        continue;
      if (list == NULL)
        list = academy_brief_begin_list (self, "changes", N_("Changed since then"));
      if (n_changes++ < MOST_CHANGES)
        academy_block_add (list, NULL, changed->text, NULL);
    }
  if (n_changes > MOST_CHANGES)
    academy_brief_add_more (self, list, n_changes - MOST_CHANGES);

  return TRUE;
}

/* Adds the questions that were chosen, and for the mentor, who chooses them, those that
 * the plan gives reason for. */
gboolean
academy_brief_add_questions (AcademyBriefReader  *self,
                             GError             **error)
{
  g_autoptr(GPtrArray) chosen =
    academy_store_get_all (self->store, &academy_question_kind, academy_item_get_id (self->session), error);
  g_autoptr(GPtrArray) reasons = NULL;
  AcademyReportSection *section;
  AcademyBlock *list;

  if (chosen == NULL)
    return FALSE;

  reasons = self->for_mentor ? academy_question_reasons_read (self->store, academy_item_get_id (self->organisation), self->session,
                                                              self->language, error)
                             : g_ptr_array_new ();
  if (reasons == NULL)
    return FALSE;
  if (chosen->len + reasons->len == 0)
    return TRUE;

  section = academy_brief_begin_section (self, "questions", N_("Questions"));
  if (chosen->len > 0)
    {
      list = academy_report_section_add_block (section, ACADEMY_BLOCK_LIST);
      for (guint i = 0; i < chosen->len; i++)
        {
          AcademyItem *question = g_ptr_array_index (chosen, i);
          g_autofree char *answer = academy_brief_shorten (academy_item_get_text (question, "answer"));

          academy_block_add (list, academy_agenda_get_title (question, self->language), NULL, answer);
        }
    }
  if (reasons->len == 0)
    return TRUE;

  academy_block_add (academy_report_section_add_block (section, ACADEMY_BLOCK_HEADING), NULL,
                     academy_brief_translate (self, N_("The plan gives reason to ask")), NULL);
  list = academy_report_section_add_block (section, ACADEMY_BLOCK_LIST);
  for (guint i = 0; i < MIN (reasons->len, MOST_QUESTIONS); i++)
    {
      const AcademyQuestionReason *reason = g_ptr_array_index (reasons, i);

      academy_block_add (list, NULL, reason->text, reason->reason);
    }

  return TRUE;
}

/* Returns the points of the agenda, or those of the usual one. */
static GPtrArray *
read_agenda (AcademyBriefReader  *self,
             gboolean            *usual,
             GError             **error)
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

gboolean
academy_brief_add_agenda (AcademyBriefReader  *self,
                          GError             **error)
{
  gboolean usual;
  g_autoptr(GPtrArray) points = read_agenda (self, &usual, error);
  g_autoptr(GDateTime) start = NULL;
  AcademyReportSection *section;
  AcademyBlock *table;
  gint64 minutes = 0;

  if (points == NULL)
    return FALSE;
  if (points->len == 0)
    return TRUE;

  g_object_get (self->session, "start", &start, NULL);
  section = academy_brief_begin_section (self, "agenda", N_("Agenda"));
  table = academy_report_section_add_block (section, ACADEMY_BLOCK_TABLE);
  if (start != NULL)
    academy_block_add_column (table, academy_brief_translate (self, N_("Time")), TRUE);
  academy_block_add_column (table, academy_brief_translate (self, N_("Minutes")), TRUE);
  academy_block_add_column (table, academy_language_translate (self->language, usual ? N_("Usual agenda") : N_("Subject")), FALSE);

  for (guint i = 0; i < points->len; i++)
    {
      AcademyItem *point = g_ptr_array_index (points, i);
      gint64 length = academy_item_get_number (point, "minutes");
      g_autofree char *number =
        length != ACADEMY_UNSET ? academy_language_format_number (self->language, length) : g_strdup ("–");

      if (start != NULL)
        {
          g_autoptr(GDateTime) begins = g_date_time_add_minutes (start, minutes);
          /* Translators: a time of the day: “9:30”, in Finnish “9.30” */
          g_autofree char *time = g_date_time_format (begins, academy_brief_translate (self, N_("%-H:%M")));

          academy_block_add (table, NULL, time, NULL);
        }
      academy_block_add (table, NULL, number, NULL);
      academy_block_add (table, NULL, academy_agenda_get_title (point, self->language), NULL);
      minutes += length != ACADEMY_UNSET ? length : 0;
    }

  return TRUE;
}

/* Adds the opinions that differ until they are settled. Private ones are in the
 * section for the mentor. */
gboolean
academy_brief_add_opinions (AcademyBriefReader  *self,
                            GError             **error)
{
  guint n_more;
  g_autoptr(GPtrArray) notes =
    academy_brief_find (self, &academy_note_kind,
                        "SELECT \"note\".\"id\" FROM \"note\" "
                        "JOIN \"note\" AS \"other\" ON \"other\".\"id\" = \"note\".\"contradicts\" "
                        "WHERE \"note\".\"organisation\" = ?1 "
                        "AND \"note\".\"settlement\" IS NULL AND \"other\".\"settlement\" IS NULL "
                        "AND \"note\".\"private\" = 0 AND \"other\".\"private\" = 0 "
                        "ORDER BY \"note\".\"time\" DESC, \"note\".\"id\"",
                        MOST_OPINIONS, &n_more, error);
  AcademyBlock *list;

  if (notes == NULL)
    return FALSE;
  if (notes->len == 0)
    return TRUE;

  list = academy_brief_begin_list (self, "opinions", N_("Opinions that differ"));
  for (guint i = 0; i < notes->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (notes, i);
      g_autoptr(AcademyItem) other = academy_store_get_linked (self->store, note, "contradicts", error);
      g_autofree char *text = academy_brief_shorten (academy_item_get_text (note, "text"));
      g_autofree char *other_text = other != NULL ? academy_brief_shorten (academy_item_get_text (other, "text")) : NULL;
      const char *author = academy_item_get_text (note, "author_role");
      g_autofree char *lead = author != NULL ? g_strconcat (author, ":", NULL) : NULL;
      const char *other_author = other != NULL ? academy_item_get_text (other, "author_role") : NULL;
      g_autofree char *detail = other_author != NULL ? g_strconcat (other_author, ": ", other_text, NULL) : g_strdup (other_text);

      if (other == NULL)
        return FALSE;
      academy_block_add (list, lead, text, detail);
    }
  academy_brief_add_more (self, list, n_more);

  return TRUE;
}

/* Adds who is invited, or who takes part, by role. Their names are nowhere in a brief. */
gboolean
academy_brief_add_people (AcademyBriefReader  *self,
                          GError             **error)
{
  const char * const *attendees = academy_item_get_links (self->session, "attendees");
  g_autoptr(GPtrArray) participations =
    academy_store_get_all (self->store, &academy_participation_kind, academy_item_get_id (self->organisation), error);
  gboolean all = attendees == NULL || attendees[0] == NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) roles = g_string_new (NULL);
  AcademyReportSection *section;

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

  section = academy_brief_begin_section (self, "people", N_("Invited"));
  academy_block_add (academy_report_section_add_block (section, ACADEMY_BLOCK_TEXT), NULL, roles->str, NULL);

  return TRUE;
}

/* Adds what nobody but the mentor may see. */
gboolean
academy_brief_add_private (AcademyBriefReader  *self,
                           GError             **error)
{
  const char *hypotheses = academy_item_get_text (self->session, "hypotheses");
  guint n_more;
  g_autoptr(GPtrArray) notes = NULL;
  AcademyReportSection *section;
  AcademyBlock *list;

  if (!self->for_mentor)
    return TRUE;

  notes = academy_brief_find (self, &academy_note_kind,
                              "SELECT \"id\" FROM \"note\" WHERE \"organisation\" = ?1 AND \"private\" = 1 "
                              "ORDER BY \"time\" DESC, \"id\"",
                              ACADEMY_BRIEF_ITEMS, &n_more, error);
  if (notes == NULL)
    return FALSE;
  if (hypotheses == NULL && notes->len == 0)
    return TRUE;

  section = academy_brief_begin_section (self, "private", N_("Only for the mentor"));
  section->confidential = TRUE;
  if (hypotheses != NULL)
    {
      g_autofree char *lead = g_strconcat (academy_brief_translate (self, N_("Hypotheses of the mentor")), ":", NULL);

      academy_block_add (academy_report_section_add_block (section, ACADEMY_BLOCK_TEXT), lead, hypotheses, NULL);
    }
  if (notes->len == 0)
    return TRUE;

  list = academy_report_section_add_block (section, ACADEMY_BLOCK_LIST);
  for (guint i = 0; i < notes->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (notes, i);
      g_autofree char *type = academy_brief_dup_value (self, note, "type");
      g_autofree char *lead = g_strconcat (type, ":", NULL);
      g_autofree char *text = academy_brief_shorten (academy_item_get_text (note, "text"));
      g_autofree char *time = academy_brief_dup_value (self, note, "time");
      g_autofree char *detail = academy_brief_join (academy_item_get_text (note, "author_role"), time, NULL);

      academy_block_add (list, lead, text, detail);
    }
  academy_brief_add_more (self, list, n_more);

  return TRUE;
}
