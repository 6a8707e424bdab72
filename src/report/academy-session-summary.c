/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-session-summary.h"

#include <glib/gi18n-lib.h>

#include "academy-agendas.h"
#include "academy-kinds.h"
#include "academy-programme.h"

/* What a summary is made of. */
typedef struct {
  /* Owned */
  AcademyReport         *report;
  AcademyItem           *organisation;
  GPtrArray             *notes;

  /* Borrowed */
  AcademyStore          *store;
  AcademyItem           *session;
  const AcademyLanguage *language;
} Summary;

static void
summary_clear (Summary *self)
{
  g_clear_pointer (&self->report, academy_report_unref);
  g_clear_object (&self->organisation);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Summary, summary_clear)

static const char *translate (const Summary *self,
                              const char    *text) G_GNUC_FORMAT (2);

static const char *
translate (const Summary *self,
           const char    *text)
{
  return academy_language_translate (self->language, text);
}

static AcademyBlock *
begin (const Summary    *self,
       const char       *id,
       const char       *title,
       AcademyBlockType  type)
{
  return academy_report_section_add_block (academy_report_add_section (self->report, id, title), type);
}

/* Returns the value of a field in words; an empty text when it is not set. */
static char *
dup_value (const Summary *self,
           AcademyItem   *item,
           const char    *name)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);

  return academy_language_format_value (self->language, field, academy_item_get_value (item, field));
}

static char *
dup_lead (const char *author)
{
  return author != NULL ? g_strconcat (author, ":", NULL) : NULL;
}

/* Returns the items of a kind that link to the session, by a field, or in the order of
 * the kind. */
static GPtrArray *
find_linked (const Summary      *self,
             const AcademyKind  *kind,
             const char         *order,
             GError            **error)
{
  AcademyQuery query = {
    .owner = academy_item_get_id (self->organisation),
    .link = academy_kind_find_field (kind, "session"),
    .target = academy_item_get_id (self->session),
    .order = { order },
  };
  g_autoptr(GPtrArray) ids = academy_store_find (self->store, kind, &query, error);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      AcademyItem *item = academy_store_get (self->store, kind, g_ptr_array_index (ids, i), error);

      if (item == NULL)
        return NULL;
      if (academy_item_is_confidential (item))
        g_object_unref (item);
      else
        g_ptr_array_add (items, item);
    }

  return ids != NULL ? g_steal_pointer (&items) : NULL;
}

static gboolean
add_facts (Summary  *self,
           GError  **error)
{
  gboolean was_held = academy_value_is_set (academy_kind_find_field (&academy_session_kind, "held"),
                                            academy_item_get_value (self->session,
                                                                    academy_kind_find_field (&academy_session_kind, "held")));
  g_autofree char *when = dup_value (self, self->session, was_held ? "held" : "start");
  const char *place = academy_item_get_text (self->session, "place");
  g_autoptr(GString) fact = g_string_new (when);

  if (academy_item_get_flag (self->session, "online"))
    g_string_append_printf (fact, "%s%s", fact->len > 0 ? " · " : "", translate (self, N_("Online")));
  if (place != NULL)
    g_string_append_printf (fact, "%s%s", fact->len > 0 ? " · " : "", place);
  if (fact->len > 0)
    academy_report_add_fact (self->report, NULL, fact->str);

  return TRUE;
}

static gboolean
add_text (Summary  *self,
          GError  **error)
{
  const char *summary = academy_item_get_text (self->session, "summary");

  if (summary != NULL)
    academy_block_add (begin (self, "summary", translate (self, N_("Summary")), ACADEMY_BLOCK_TEXT), NULL, summary, NULL);

  return TRUE;
}

/* Adds who was there, by role. Their names are nowhere in a summary. */
static gboolean
add_people (Summary  *self,
            GError  **error)
{
  const char * const *attendees = academy_item_get_links (self->session, "attendees");
  g_autoptr(GPtrArray) participations =
    academy_store_get_all (self->store, &academy_participation_kind, academy_item_get_id (self->organisation), error);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) roles = g_string_new (NULL);

  if (participations == NULL)
    return FALSE;

  for (guint i = 0; attendees != NULL && i < participations->len; i++)
    {
      AcademyItem *participation = g_ptr_array_index (participations, i);
      char *role = academy_item_dup_text_or_choice (participation, "role_title", "role", self->language);

      if (g_strv_contains (attendees, academy_item_get_id (participation)) && !g_hash_table_contains (seen, role))
        g_string_append_printf (roles, "%s%s", roles->len > 0 ? " · " : "", role);
      g_hash_table_add (seen, role);
    }
  if (roles->len > 0)
    academy_block_add (begin (self, "people", translate (self, N_("Attendees")), ACADEMY_BLOCK_TEXT), NULL, roles->str, NULL);

  return TRUE;
}

/* Adds the points of the agenda with what was noted. */
static gboolean
add_agenda (Summary  *self,
            GError  **error)
{
  g_autoptr(GPtrArray) points =
    academy_store_get_all (self->store, &academy_agenda_item_kind, academy_item_get_id (self->session), error);
  AcademyBlock *list;

  if (points == NULL)
    return FALSE;
  if (points->len == 0)
    return TRUE;

  list = begin (self, "agenda", translate (self, N_("Agenda")), ACADEMY_BLOCK_LIST);
  for (guint i = 0; i < points->len; i++)
    {
      AcademyItem *point = g_ptr_array_index (points, i);

      academy_block_add (list, NULL, academy_agenda_get_title (point, self->language), academy_item_get_text (point, "note"));
    }

  return TRUE;
}

/* Adds the notes of a type. */
static void
add_notes (Summary    *self,
           const char *type,
           const char *title)
{
  AcademyBlock *list = NULL;

  for (guint i = 0; i < self->notes->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (self->notes, i);
      g_autofree char *lead = dup_lead (academy_item_get_text (note, "author_role"));

      if (!g_str_equal (academy_item_get_text (note, "type"), type))
        continue;
      if (list == NULL)
        list = begin (self, type, title, ACADEMY_BLOCK_LIST);
      academy_block_add (list, lead, academy_item_get_text (note, "text"), NULL);
    }
}

static gboolean
add_decisions (Summary  *self,
               GError  **error)
{
  add_notes (self, "decision", translate (self, N_("Decisions")));

  return TRUE;
}

/* Adds the notes that tell what was seen and understood. */
static gboolean
add_findings (Summary  *self,
              GError  **error)
{
  add_notes (self, "insight", translate (self, N_("Insights")));
  add_notes (self, "observation", translate (self, N_("Observations")));
  add_notes (self, "free", translate (self, N_("Other notes")));

  return TRUE;
}

/* Adds the notes that are for later. */
static gboolean
add_open_matters (Summary  *self,
                  GError  **error)
{
  static const char * const types[] = { "idea", "risk", "question", "parking_lot" };
  AcademyBlock *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint j = 0; j < self->notes->len; j++)
      {
        AcademyItem *note = g_ptr_array_index (self->notes, j);
        g_autofree char *type = NULL;
        g_autofree char *lead = NULL;

        if (!g_str_equal (academy_item_get_text (note, "type"), types[i]))
          continue;

        type = dup_value (self, note, "type");
        lead = dup_lead (type);
        if (list == NULL)
          list = begin (self, "open", translate (self, N_("Ideas, risks and open questions")), ACADEMY_BLOCK_LIST);
        academy_block_add (list, lead, academy_item_get_text (note, "text"), academy_item_get_text (note, "author_role"));
      }

  return TRUE;
}

/* Adds the questions that were asked, with their answers. */
static gboolean
add_questions (Summary  *self,
               GError  **error)
{
  g_autoptr(GPtrArray) questions =
    academy_store_get_all (self->store, &academy_question_kind, academy_item_get_id (self->session), error);
  AcademyBlock *list = NULL;

  if (questions == NULL)
    return FALSE;

  for (guint i = 0; i < questions->len; i++)
    {
      AcademyItem *question = g_ptr_array_index (questions, i);
      const char *answer = academy_item_get_text (question, "answer");

      if (answer == NULL && !academy_item_get_flag (question, "asked"))
        continue;
      if (list == NULL)
        list = begin (self, "questions", translate (self, N_("Questions")), ACADEMY_BLOCK_LIST);
      academy_block_add (list, NULL, academy_agenda_get_title (question, self->language),
                         answer != NULL ? answer : translate (self, N_("not answered yet")));
    }

  return TRUE;
}

static gboolean
add_follow_ups (Summary  *self,
                GError  **error)
{
  static const struct {
    const char *field;
    const char *title;
  } columns[] = {
    { "title", N_("What") },
    { "owner_role", N_("Owner role") },
    { "side", N_("Side") },
    { "due", N_("Due date") },
  };
  g_autoptr(GPtrArray) follow_ups = find_linked (self, &academy_follow_up_kind, NULL, error);
  AcademyBlock *table;

  if (follow_ups == NULL)
    return FALSE;
  if (follow_ups->len == 0)
    return TRUE;

  table = begin (self, "agreed", translate (self, N_("Agreed follow-ups")), ACADEMY_BLOCK_TABLE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    academy_block_add_column (table, translate (self, columns[i].title), FALSE);
  for (guint i = 0; i < follow_ups->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
      {
        g_autofree char *value = dup_value (self, g_ptr_array_index (follow_ups, i), columns[j].field);

        academy_block_add (table, NULL, *value != '\0' ? value : "–", NULL);
      }

  return TRUE;
}

/* Adds advice that contradicts other advice, and how that was settled. */
static gboolean
add_contradictions (Summary  *self,
                    GError  **error)
{
  AcademyBlock *list = NULL;

  for (guint i = 0; i < self->notes->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (self->notes, i);
      const char *settlement = academy_item_get_text (note, "settlement");
      g_autoptr(AcademyItem) other = NULL;
      g_autofree char *lead = dup_lead (academy_item_get_text (note, "author_role"));
      g_autofree char *other_lead = NULL;
      g_autofree char *texts = NULL;

      if (academy_item_get_text (note, "contradicts") == NULL)
        continue;
      other = academy_store_get_linked (self->store, note, "contradicts", error);
      if (other == NULL)
        return FALSE;
      if (academy_item_is_confidential (other))
        continue;

      if (list == NULL)
        list = begin (self, "opinions", translate (self, N_("Opinions that differ")), ACADEMY_BLOCK_LIST);
      other_lead = dup_lead (academy_item_get_text (other, "author_role"));
      texts = g_strjoin (" ", academy_item_get_text (note, "text"), "↔", other_lead != NULL ? other_lead : "–",
                         academy_item_get_text (other, "text"), NULL);
      academy_block_add (list, lead, texts, settlement != NULL ? settlement : translate (self, N_("not settled yet")));
    }

  return TRUE;
}

static gboolean
add_next (Summary  *self,
          GError  **error)
{
  g_autofree char *day = dup_value (self, self->session, "next_date");

  if (*day != '\0')
    academy_block_add (begin (self, "next", translate (self, N_("Next date")), ACADEMY_BLOCK_TEXT), NULL, day, NULL);

  return TRUE;
}

static gboolean
begin_report (Summary  *self,
              GError  **error)
{
  g_autoptr(AcademyItem) programme = academy_store_get_owner (self->store, self->organisation, error);
  g_autofree char *academy = programme != NULL ? academy_item_dup_title (programme, self->language) : NULL;
  g_autofree char *name = academy_item_dup_title (self->organisation, self->language);
  g_autofree char *session = academy_item_dup_title (self->session, self->language);
  g_autofree char *title = session != NULL ? g_strconcat (name, "\u00a0– ", session, NULL) : g_strdup (name);
  g_autofree char *kicker = NULL;

  if (programme == NULL)
    return FALSE;

  kicker = g_strjoin (" · ", translate (self, N_("Summary of a sparring session")), academy, NULL);
  self->report = academy_report_new (kicker, title, self->language);
  academy_report_set_notice (self->report, academy_programme_get_label (programme));
  return TRUE;
}

/**
 * academy_session_summary_create:
 * @store: a store
 * @session: a session
 * @language: the language of labels
 * @error: return location for an error
 *
 * Makes the summary of @session for its organisation: who was there, what was decided
 * and agreed, and then what was discussed, with every note that is not private. It has
 * no private notes, no hypotheses of the mentor and no names.
 *
 * Returns: (transfer full) (nullable): the summary
 */
AcademyReport *
academy_session_summary_create (AcademyStore           *store,
                                AcademyItem            *session,
                                const AcademyLanguage  *language,
                                GError                **error)
{
  static gboolean (* const add[]) (Summary  *self,
                                   GError  **error) = {
    add_facts, add_text, add_people, add_decisions, add_follow_ups, add_next, add_agenda, add_findings, add_questions,
    add_open_matters, add_contradictions,
  };
  g_auto(Summary) self = { .store = store, .session = session, .language = language };

  self.organisation = academy_store_get_owner (store, session, error);
  self.notes = self.organisation != NULL ? find_linked (&self, &academy_note_kind, "time", error) : NULL;
  if (self.notes == NULL || !begin_report (&self, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (add); i++)
    if (!add[i] (&self, error))
      return NULL;

  return g_steal_pointer (&self.report);
}
