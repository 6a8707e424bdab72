/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-mentoring.h"

#include "academy-collation.h"
#include "academy-contradictions.h"
#include "academy-database-functions.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-status.h"
#include "academy-store-query.h"

/* Whether a participant is the mentor ?1, who may have no name. */
#define IS_MENTOR "\"role\" = 'mentor' AND \"person\" IS ?1"

struct _AcademyMentoring {
  /* Owned */
  AcademyStore *store;
  char         *mentor;
  GPtrArray    *states;
};

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title_a = academy_item_dup_title (*(AcademyItem * const *) a, language);
  g_autofree char *title_b = academy_item_dup_title (*(AcademyItem * const *) b, language);

  return academy_collation_compare (title_a, -1, title_b, -1);
}

static void
take_text (AcademyStore *store,
             sqlite3_stmt *row,
             gpointer      data)
{
  g_ptr_array_add (data, g_strdup (academy_database_find_text (row, 0)));
}

/**
 * academy_mentoring_get_mentors:
 * @store: a store
 * @has_nameless: (out): whether there are mentors without a name
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AcademyItem): the people who are mentors
 *   of an organisation that is not archived, by name
 */
GPtrArray *
academy_mentoring_get_mentors (AcademyStore  *store,
                               gboolean      *has_nameless,
                               GError       **error)
{
  static const char sql[] =
    "SELECT DISTINCT \"person\" FROM \"participation\" JOIN \"organisation\" ON \"organisation\".\"id\" = \"organisation\" "
    "WHERE \"role\" = 'mentor' AND \"archived\" IS NOT 1";
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) mentors = g_ptr_array_new_with_free_func (g_object_unref);

  *has_nameless = FALSE;
  if (!academy_store_query (store, sql, NULL, 0, take_text, ids, error))
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      AcademyItem *mentor;

      if (id == NULL)
        {
          *has_nameless = TRUE;
          continue;
        }
      mentor = academy_store_get (store, &academy_person_kind, id, error);
      if (mentor == NULL)
        return NULL;
      g_ptr_array_add (mentors, mentor);
    }

  g_ptr_array_sort (mentors, compare_titles);
  return g_steal_pointer (&mentors);
}

/**
 * academy_mentoring_touch_mentors:
 * @changes: changes of a store
 *
 * Returns: whether who is whose mentor may have changed
 */
gboolean
academy_mentoring_touch_mentors (const AcademyChanges *changes)
{
  return academy_changes_touch (changes, &academy_participation_kind) || academy_changes_touch (changes, &academy_person_kind) ||
         academy_changes_touch (changes, &academy_organisation_kind);
}

static void
take_id (AcademyStore *store,
         sqlite3_stmt *row,
         gpointer      data)
{
  g_hash_table_add (data, g_strdup (academy_database_find_text (row, 0)));
}

/* Returns the organisations of the mentor that are not archived, in the order that
 * people have chosen. */
static GPtrArray *
get_organisations (AcademyMentoring  *self,
                   GError           **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) all = academy_organisations_get (self->store, error);
  g_autoptr(GPtrArray) mentored = g_ptr_array_new_with_free_func (g_object_unref);
  const char *mentor = self->mentor;

  if (all == NULL || !academy_store_query (self->store, "SELECT \"organisation\" FROM \"participation\" WHERE " IS_MENTOR,
                                           &mentor, 1, take_id, ids, error))
    return NULL;

  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (ids, academy_item_get_id (g_ptr_array_index (all, i))))
      g_ptr_array_add (mentored, g_object_ref (g_ptr_array_index (all, i)));

  return g_steal_pointer (&mentored);
}

static void
take_participation (AcademyStore *store,
                    sqlite3_stmt *row,
                    gpointer      data)
{
  *(char **) data = g_strdup (academy_store_find_id (store, &academy_participation_kind, row, 0));
}

/**
 * academy_mentoring_find_participation:
 * @store: a store
 * @mentor: (nullable): the id of a person
 * @organisation: the id of one of the organisations of @mentor
 * @participation: (out) (nullable): the id of the participant that @mentor is there
 * @error: return location for an error
 *
 * Returns: whether there was no error
 */
gboolean
academy_mentoring_find_participation (AcademyStore  *store,
                                      const char    *mentor,
                                      const char    *organisation,
                                      char         **participation,
                                      GError       **error)
{
  const char *texts[] = { mentor, organisation };

  *participation = NULL;
  return academy_store_query (store, "SELECT \"id\" FROM \"participation\" WHERE " IS_MENTOR " AND \"organisation\" = ?2 "
                              "ORDER BY \"id\" LIMIT 1",
                              texts, G_N_ELEMENTS (texts), take_participation, participation, error);
}

static void
take_hours (AcademyStore *store,
            sqlite3_stmt *row,
            gpointer      data)
{
  AcademyMentored *self = data;

  self->hours = sqlite3_column_double (row, 0);
}

static void
take_last (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  AcademyMentored *self = data;

  self->last_contact = academy_database_get_day (row, 0);
  self->contact = g_strdup (academy_database_find_text (row, 1));
  self->held = g_strdup (academy_database_find_text (row, 2));
}

static void
take_next (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  AcademyMentored *self = data;

  self->next_session = academy_database_get_day (row, 0);
  self->session = g_strdup (academy_store_find_id (store, &academy_session_kind, row, 1));
}

/* The rows of a query about promises, each as the side, an id, and whether it is late. */
static void
take_promise (AcademyStore *store,
              sqlite3_stmt *row,
              gpointer      data)
{
  AcademyMentored *self = data;
  gboolean is_given = sqlite3_column_int (row, 0);
  AcademyPromises *promises = is_given ? &self->given : &self->awaited;
  const char *id = academy_store_find_id (store, &academy_follow_up_kind, row, 1);

  if (promises->open == 0)
    {
      promises->first = g_strdup (id);
      promises->due = academy_database_get_day (row, 2);
    }
  promises->open++;
  promises->late += sqlite3_column_int (row, 3);
  if (is_given && id != NULL)
    g_ptr_array_add (self->promises, g_strdup (id));
}

/* Contacts of another mentor of the organisation are not those of this one. */
#define CONTACTS \
  "FROM \"contact\" WHERE \"organisation\" = ?2 AND (\"participant\" IS NULL OR \"participant\" IN " \
  "(SELECT \"id\" FROM \"participation\" WHERE \"organisation\" = ?2 AND " IS_MENTOR "))"

static void
academy_mentored_free (AcademyMentored *self)
{
  g_free (self->given.first);
  g_free (self->awaited.first);
  g_clear_object (&self->organisation);
  g_free (self->contact);
  g_free (self->held);
  g_free (self->session);
  g_clear_pointer (&self->contradictions, g_ptr_array_unref);
  g_clear_pointer (&self->promises, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyMentored, academy_mentored_free)

/* A query must not run within another one: reads the items of ids after it. */
static gboolean
read_promises (AcademyMentoring  *self,
               AcademyMentored   *state,
               GError           **error)
{
  g_autoptr(GPtrArray) ids = g_steal_pointer (&state->promises);

  state->promises = academy_store_get_each (self->store, &academy_follow_up_kind, ids, error);
  return state->promises != NULL;
}

static AcademyMentored *
read_state (AcademyMentoring  *self,
            AcademyItem       *organisation,
            GError           **error)
{
  g_autofree char *finished = academy_status_dup_tokens (&academy_follow_up_kind, ACADEMY_STATUSES_FINISHED);
  g_autofree char *promises = g_strdup_printf (
    "SELECT \"side\" = 'mentor', \"id\", \"due\", coalesce (\"due\" < ?3, 0) FROM \"follow_up\" "
    "WHERE \"organisation\" = ?2 AND \"side\" IN ('mentor', 'organisation') AND \"status\" NOT IN %s "
    "ORDER BY \"due\" IS NULL, \"due\", \"id\"", finished);
  const struct {
    const char     *sql;
    AcademyRowFunc  take;
  } parts[] = {
    { "SELECT (SELECT total (\"hours\") " CONTACTS ") + (SELECT total (coalesce (24 * (julianday (\"ended\") - "
      "julianday (\"held\")), \"duration\" / 60.0)) FROM \"session\" WHERE \"organisation\" = ?2 "
      "AND " ACADEMY_DAY_OF " (\"held\") <= ?3)", take_hours },
    { "SELECT \"day\", \"contact\", \"session\" FROM (SELECT \"date\" AS \"day\", \"id\" AS \"contact\", NULL AS \"session\" "
      CONTACTS " UNION ALL SELECT " ACADEMY_DAY_OF " (\"held\"), NULL, \"id\" FROM \"session\" WHERE \"organisation\" = ?2) "
      "WHERE \"day\" <= ?3 ORDER BY \"day\" DESC, \"contact\", \"session\" LIMIT 1", take_last },
    { "SELECT " ACADEMY_DAY_OF " (\"start\") AS \"day\", \"id\" FROM \"session\" WHERE \"organisation\" = ?2 "
      "AND \"held\" IS NULL AND (\"start\" IS NULL OR " ACADEMY_DAY_OF " (\"start\") >= ?3) "
      "ORDER BY \"day\" IS NULL, \"day\", \"number\", \"id\" LIMIT 1", take_next },
    { promises, take_promise },
  };
  g_autofree char *day = academy_date_day_to_text (academy_store_get_day (self->store));
  const char *texts[] = { self->mentor, academy_item_get_id (organisation), day };
  g_autoptr(AcademyMentored) state = g_new0 (AcademyMentored, 1);

  state->organisation = g_object_ref (organisation);
  state->promises = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!academy_store_query (self->store, parts[i].sql, texts, G_N_ELEMENTS (texts), parts[i].take, state, error))
      return NULL;

  state->contradictions = academy_contradictions_find (self->store, academy_item_get_id (organisation), error);
  return state->contradictions != NULL && read_promises (self, state, error) ? g_steal_pointer (&state) : NULL;
}

/**
 * academy_mentoring_new:
 * @store: a store
 * @mentor: (nullable): the id of a person; %NULL for mentors without a name
 *
 * Returns: (transfer full): the mentoring of @mentor, not read yet
 */
AcademyMentoring *
academy_mentoring_new (AcademyStore *store,
                       const char   *mentor)
{
  AcademyMentoring *self = g_new0 (AcademyMentoring, 1);

  self->store = g_object_ref (store);
  self->mentor = g_strdup (mentor);
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_mentored_free);
  return self;
}

void
academy_mentoring_free (AcademyMentoring *self)
{
  g_ptr_array_unref (self->states);
  g_free (self->mentor);
  g_object_unref (self->store);
  g_free (self);
}

/* Reads the organisations again that have changed. */
static gboolean
read_changed (AcademyMentoring  *self,
              GHashTable        *changed,
              GError           **error)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      AcademyMentored *state = g_ptr_array_index (self->states, i);

      if (!g_hash_table_contains (changed, academy_item_get_id (state->organisation)))
        continue;
      state = read_state (self, state->organisation, error);
      if (state == NULL)
        return FALSE;
      academy_mentored_free (g_ptr_array_index (self->states, i));
      g_ptr_array_index (self->states, i) = state;
    }

  return TRUE;
}

/**
 * academy_mentoring_read:
 * @self: a mentoring
 * @changes: (nullable): changes since it was read; %NULL to read all
 * @error: return location for an error
 *
 * Reads each organisation of the mentor that may have changed. A held session takes
 * the time from its beginning to its end, or else the planned one. Days are past or
 * to come by academy_store_get_day().
 *
 * Returns: whether there was no error
 */
gboolean
academy_mentoring_read (AcademyMentoring      *self,
                        const AcademyChanges  *changes,
                        GError               **error)
{
  g_autoptr(GHashTable) changed =
    changes != NULL ? academy_changes_get_organisations (changes, NULL, G_MAXUINT64) : NULL;
  g_autoptr(GPtrArray) organisations = NULL;

  if (changed != NULL && !academy_mentoring_touch_mentors (changes))
    return read_changed (self, changed, error);

  organisations = get_organisations (self, error);
  if (organisations == NULL)
    return FALSE;

  g_ptr_array_set_size (self->states, 0);
  for (guint i = 0; i < organisations->len; i++)
    {
      AcademyMentored *state = read_state (self, g_ptr_array_index (organisations, i), error);

      if (state == NULL)
        return FALSE;
      g_ptr_array_add (self->states, state);
    }

  return TRUE;
}

/**
 * academy_mentoring_get_mentor:
 * @self: a mentoring
 *
 * Returns: (nullable): the id of the mentor
 */
const char *
academy_mentoring_get_mentor (AcademyMentoring *self)
{
  return self->mentor;
}

/**
 * academy_mentoring_get_states:
 * @self: a mentoring
 *
 * Returns: (transfer none) (element-type AcademyMentored): the organisations, in the
 *   order that people have chosen
 */
GPtrArray *
academy_mentoring_get_states (AcademyMentoring *self)
{
  return self->states;
}

/* What has no day comes last. */
static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const GDate *due_a = academy_item_get_date (*(AcademyItem * const *) a, "due");
  const GDate *due_b = academy_item_get_date (*(AcademyItem * const *) b, "due");

  if (due_a == NULL || due_b == NULL)
    return (due_a == NULL) - (due_b == NULL);

  return g_date_compare (due_a, due_b);
}

/**
 * academy_mentoring_get_promises:
 * @self: a mentoring
 *
 * Returns: (transfer full) (element-type AcademyItem): the open follow-ups that the
 *   mentor has promised, the first due first
 */
GPtrArray *
academy_mentoring_get_promises (AcademyMentoring *self)
{
  GPtrArray *promises = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->states->len; i++)
    {
      AcademyMentored *state = g_ptr_array_index (self->states, i);

      for (guint j = 0; j < state->promises->len; j++)
        g_ptr_array_add (promises, g_object_ref (g_ptr_array_index (state->promises, j)));
    }

  g_ptr_array_sort (promises, compare_due);
  return promises;
}

/**
 * academy_mentoring_dup_reminders:
 * @self: a mentoring
 * @language: the language to use
 *
 * Returns: (transfer full): what the mentor has promised as plain text, a line each:
 *   to which organisation, what, and by when
 */
char *
academy_mentoring_dup_reminders (AcademyMentoring      *self,
                                 const AcademyLanguage *language)
{
  g_autoptr(GPtrArray) promises = academy_mentoring_get_promises (self);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < promises->len; i++)
    {
      AcademyItem *promise = g_ptr_array_index (promises, i);
      g_autoptr(AcademyItem) organisation = academy_organisations_find (self->store, academy_item_get_owner (promise), NULL);
      g_autofree char *name = organisation != NULL ? academy_organisation_dup_short_name (organisation, language) : NULL;
      const GDate *due = academy_item_get_date (promise, "due");
      g_autofree char *day = due != NULL ? academy_language_format_date (language, due) : NULL;

      g_string_append_printf (text, "• %s – %s", name, academy_item_get_text (promise, "title"));
      if (day != NULL)
        g_string_append_printf (text, " (%s)", day);
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
