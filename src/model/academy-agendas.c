/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-agendas.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"

/**
 * academy_agendas:
 *
 * The usual agendas of the sparring sessions, each of two hours, in their order; a
 * row without a title ends them.
 */
const AcademyAgendaPoint academy_agendas[] = {
  { 1, 10, N_("Opening and aim") },
  { 1, 20, N_("Findings of the pre-assignment") },
  { 1, 25, N_("Impact goals") },
  { 1, 25, N_("Change challenges") },
  { 1, 25, N_("Opportunities and priorities") },
  { 1, 15, N_("Agreed follow-ups") },
  { 2, 10, N_("Opening and agreed items") },
  { 2, 20, N_("Walk-through of the draft") },
  { 2, 25, N_("Measures and responsibilities") },
  { 2, 25, N_("Pilot and success measures") },
  { 2, 25, N_("Risks, resources and board proposal") },
  { 2, 15, N_("Agreed follow-ups") },
  { 0, 0, NULL }
};

/* Returns the number by which a session has its agenda and questions: that of the last
 * one of the table for those that follow it. */
static gint64
get_number (AcademyItem *session)
{
  gint64 number = academy_item_get_number (session, "number");

  return number == ACADEMY_UNSET ? number : MIN (number, academy_agendas[G_N_ELEMENTS (academy_agendas) - 2].session);
}

/**
 * academy_agenda_create_usual:
 * @session: a sparring session
 * @position: the position of a point
 * @language: the language of its title
 *
 * Returns: (transfer full) (nullable): that point of the usual agenda of @session, by
 *   its number; %NULL after the last one, and for a session that has no usual agenda
 */
AcademyItem *
academy_agenda_create_usual (AcademyItem           *session,
                             guint                  position,
                             const AcademyLanguage *language)
{
  gint64 number = get_number (session);
  AcademyItem *item;

  for (const AcademyAgendaPoint *point = academy_agendas; point->title != NULL; point++)
    if (point->session == number && position-- == 0)
      {
        item = academy_item_new_part (&academy_agenda_item_kind, academy_item_get_id (session));
        g_object_set (item,
                      "title", academy_language_translate (language, point->title),
                      "minutes", point->minutes,
                      NULL);
        return item;
      }

  return NULL;
}

/**
 * academy_agenda_add_suggestions:
 * @session: a sparring session
 * @language: the language to use
 * @texts: the texts to add to
 *
 * An #AcademyFieldSuggestions of the title of a point: the points of the usual agenda
 * of @session, by its number.
 */
void
academy_agenda_add_suggestions (AcademyItem           *session,
                                const AcademyLanguage *language,
                                GStrvBuilder          *texts)
{
  gint64 number = get_number (session);

  for (const AcademyAgendaPoint *point = academy_agendas; point->title != NULL; point++)
    if (point->session == number)
      g_strv_builder_add (texts, academy_language_translate (language, point->title));
}

/**
 * academy_agenda_suits:
 * @session: a sparring session
 * @question: a question of academy_questions
 *
 * Returns: whether @question suits @session, by its number
 */
gboolean
academy_agenda_suits (AcademyItem           *session,
                      const AcademyQuestion *question)
{
  gint64 number = get_number (session);

  return number >= 0 && number < 32 && (question->sessions >> number & 1) != 0;
}

/**
 * academy_agenda_add_questions:
 * @session: a sparring session
 * @language: the language to use
 * @texts: the texts to add to
 *
 * An #AcademyFieldSuggestions of a question: those that suit @session, by its number.
 */
void
academy_agenda_add_questions (AcademyItem           *session,
                              const AcademyLanguage *language,
                              GStrvBuilder          *texts)
{
  for (const AcademyQuestion *question = academy_questions; question->text != NULL; question++)
    if (academy_agenda_suits (session, question))
      g_strv_builder_add (texts, academy_language_translate (language, question->text));
}

/* Whether a text is one of the program, in any language. */
static gboolean
is_said (const char *text,
         const char *msgid)
{
  static const char * const codes[] = { "fi", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (text, academy_language_translate (academy_language_get (codes[i], NULL), msgid)))
      return TRUE;

  return FALSE;
}

/**
 * academy_agenda_get_title:
 * @item: a point of an agenda, or a question
 * @language: the language wanted
 *
 * A point of the usual agenda and a question of the program are kept as texts, in the
 * language in which they were chosen.
 *
 * Returns: (nullable) (transfer none): the title in @language when it is one of these
 *   in any language, or else as it was written
 */
const char *
academy_agenda_get_title (AcademyItem           *item,
                          const AcademyLanguage *language)
{
  const char *title = academy_item_get_text (item, "title");

  for (const AcademyAgendaPoint *point = academy_agendas; title != NULL && point->title != NULL; point++)
    if (is_said (title, point->title))
      return academy_language_translate (language, point->title);
  for (const AcademyQuestion *question = academy_questions; title != NULL && question->text != NULL; question++)
    if (is_said (title, question->text))
      return academy_language_translate (language, question->text);

  return title;
}
