/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-brief.h"

#include <glib/gi18n-lib.h>

#include "academy-board-date.h"
#include "academy-brief-private.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-programme.h"
#include "academy-store-query.h"

static void
take_board (AcademyStore *store,
            sqlite3_stmt *row,
            gpointer      data)
{
  *(AcademyDay *) data = academy_database_get_day (row, 0);
}

/* Says by which day the plan is judged, unless that is today. */
static void
add_status_date (AcademyBriefReader *self)
{
  AcademyDay status_date = academy_store_get_status_date (self->store);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (status_date == 0)
    return;

  day = academy_language_format_day (self->language, status_date);
  text = g_strdup_printf (academy_brief_translate (self, N_("As of %s")), day);
  academy_report_add_fact (self->report, NULL, text);
}

/* Says when the session is and where, and how many days are left until the board
 * meets, which by an earlier status date it does though the outcome is known. */
static gboolean
add_facts (AcademyBriefReader  *self,
           GError             **error)
{
  static const char sql[] =
    "SELECT min (\"day\") FROM (SELECT \"meeting_date\" AS \"day\" FROM \"board_item\" WHERE \"organisation\" = ?1 "
    "UNION ALL SELECT \"board_date\" FROM \"organisation\" WHERE \"id\" = ?1 AND " ACADEMY_BOARD_DATE_COUNTS ("?2") ") "
    "WHERE \"day\" >= ?2";
  const char *texts[] = { academy_item_get_id (self->organisation), self->today };
  const char *place = academy_item_get_text (self->session, "place");
  g_autofree char *when = academy_item_dup_subtitle (self->session, self->language);
  g_autofree char *where =
    academy_brief_join (academy_item_get_flag (self->session, "online") ? academy_brief_translate (self, N_("Online")) : NULL,
                        place, NULL);
  g_autofree char *fact = academy_brief_join (when, where, NULL);
  g_autofree char *lead = g_strconcat (academy_brief_translate (self, N_("The board meets")), ":", NULL);
  AcademyDay board = 0;

  if (!academy_store_query (self->store, sql, texts, G_N_ELEMENTS (texts), take_board, &board, error))
    return FALSE;

  if (*fact != '\0')
    academy_report_add_fact (self->report, NULL, fact);
  if (board != 0)
    {
      int days = board - self->day;
      g_autofree char *day = academy_language_format_day (self->language, board);
      g_autofree char *left =
        days > 0 ? g_strdup_printf (academy_language_translate_n (self->language, "in %d day", "in %d days", days), days)
                 : g_strdup (academy_brief_translate (self, N_("today")));
      g_autofree char *text = academy_brief_join (day, left, NULL);

      academy_report_add_fact (self->report, lead, text);
    }
  add_status_date (self);

  return TRUE;
}

/* Finds the session before this one, in the order of sessions. */
static gboolean
find_previous (AcademyBriefReader  *self,
               GError             **error)
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
begin_report (AcademyBriefReader  *self,
              GError             **error)
{
  g_autoptr(AcademyItem) programme = academy_store_get_owner (self->store, self->organisation, error);
  g_autofree char *academy = programme != NULL ? academy_item_dup_title (programme, self->language) : NULL;
  g_autofree char *name = academy_item_dup_title (self->organisation, self->language);
  g_autofree char *session = academy_item_dup_title (self->session, self->language);
  g_autofree char *title = session != NULL ? g_strconcat (name, "\u00a0– ", session, NULL) : g_strdup (name);
  g_autofree char *kicker = academy_brief_join (academy_brief_translate (self, N_("Sparring brief")), academy, NULL);
  const char *label = programme != NULL ? academy_programme_get_label (programme) : NULL;
  g_autofree char *notice =
    academy_brief_join (self->for_mentor ? academy_brief_translate (self, N_("Only for the mentor")) : NULL, label, NULL);

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
  static gboolean (* const add[]) (AcademyBriefReader   *self,
                                   GError **error) = {
    add_facts, academy_brief_add_aim, academy_brief_add_agreed, academy_brief_add_changes, academy_brief_add_measures,
    academy_brief_add_questions, academy_brief_add_agenda, academy_brief_add_goals, academy_brief_add_opportunities,
    academy_brief_add_pilots, academy_brief_add_risks, academy_brief_add_challenges, academy_brief_add_opinions,
    academy_brief_add_dates, academy_brief_add_people, academy_brief_add_private,
  };
  g_auto(AcademyBriefReader) self = { .store = store, .language = language, .for_mentor = for_mentor };

  self.day = academy_store_get_day (store);
  self.today = academy_date_day_to_text (self.day);
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
