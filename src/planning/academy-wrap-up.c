/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-wrap-up.h"

#include "academy-collation.h"
#include "academy-contradictions.h"
#include "academy-database-functions.h"
#include "academy-kinds.h"
#include "academy-status.h"
#include "academy-store-query.h"

static void
take_id (AcademyStore *store,
         sqlite3_stmt *row,
         gpointer      data)
{
  *(char **) data = g_strdup (academy_store_find_id (store, &academy_session_kind, row, 0));
}

/* Returns the session that a query finds, or %NULL. */
static AcademyItem *
find_session (AcademyStore  *store,
              const char    *sql,
              const char    *organisation,
              GError       **error)
{
  g_autofree char *id = NULL;

  if (!academy_store_query (store, sql, &organisation, 1, take_id, &id, error) || id == NULL)
    return NULL;

  return academy_store_get (store, &academy_session_kind, id, error);
}

/**
 * academy_wrap_up_find_session:
 * @store: a store
 * @organisation: the id of an organisation
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the last session that was held and is over;
 *   %NULL when @error is set, or when there is none. While a point of an agenda is
 *   running, its session is not over
 */
AcademyItem *
academy_wrap_up_find_session (AcademyStore  *store,
                              const char    *organisation,
                              GError       **error)
{
  return find_session (store, "SELECT \"id\" FROM \"session\" WHERE \"organisation\" = ?1 AND \"held\" IS NOT NULL AND NOT EXISTS "
                       "(SELECT 1 FROM \"agenda_item\" WHERE \"session\" = \"session\".\"id\" AND \"begun\" IS NOT NULL) "
                       "ORDER BY julianday (\"held\") DESC, \"number\" DESC, \"id\" LIMIT 1", organisation, error);
}

/**
 * academy_wrap_up_find_undated:
 * @store: a store
 * @organisation: the id of an organisation
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the first session that is to come and has no
 *   time yet; %NULL when @error is set, or when there is none
 */
AcademyItem *
academy_wrap_up_find_undated (AcademyStore  *store,
                              const char    *organisation,
                              GError       **error)
{
  return find_session (store, "SELECT \"id\" FROM \"session\" WHERE \"organisation\" = ?1 AND \"held\" IS NULL "
                       "AND \"start\" IS NULL ORDER BY \"number\" IS NULL, \"number\", \"id\" LIMIT 1", organisation, error);
}

/**
 * academy_follow_up_is_complete:
 * @follow_up: a follow-up
 *
 * Returns: whether it is known whose it is and when it is due
 */
gboolean
academy_follow_up_is_complete (AcademyItem *follow_up)
{
  return academy_item_get_text (follow_up, "owner_role") != NULL && academy_item_get_date (follow_up, "due") != NULL;
}

static int
compare_authors (gconstpointer a,
                 gconstpointer b)
{
  const char *author_a = academy_item_get_text (*(AcademyItem * const *) a, "author_role");
  const char *author_b = academy_item_get_text (*(AcademyItem * const *) b, "author_role");

  if (author_a == NULL || author_b == NULL)
    return (author_a == NULL) - (author_b == NULL);

  return academy_collation_compare (author_a, -1, author_b, -1);
}

static GPtrArray *
find_linked (AcademyStore       *store,
             const AcademyKind  *kind,
             AcademyItem        *session,
             GError            **error)
{
  AcademyQuery query = {
    .owner = academy_item_get_owner (session),
    .link = academy_kind_find_field (kind, "session"),
    .target = academy_item_get_id (session),
  };
  g_autoptr(GPtrArray) ids = academy_store_find (store, kind, &query, error);

  return ids != NULL ? academy_store_get_each (store, kind, ids, error) : NULL;
}

static gboolean
read_follow_ups (AcademyWrapUp  *self,
                 AcademyStore   *store,
                 GError        **error)
{
  g_autoptr(GPtrArray) all = find_linked (store, &academy_follow_up_kind, self->session, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      AcademyItem *follow_up = g_ptr_array_index (all, i);

      if (academy_status_is_finished (academy_status_get (follow_up)))
        continue;
      g_ptr_array_add (self->follow_ups, g_object_ref (follow_up));
      self->n_incomplete += !academy_follow_up_is_complete (follow_up);
    }

  return all != NULL;
}

/* Reads the opinions that stand against each other, of whatever session, and those of
 * this one that were settled. */
static gboolean
read_notes (AcademyWrapUp  *self,
            AcademyStore   *store,
            GError        **error)
{
  g_autoptr(GPtrArray) open = academy_contradictions_find (store, academy_item_get_owner (self->session), error);

  self->notes = open != NULL ? find_linked (store, &academy_note_kind, self->session, error) : NULL;
  if (self->notes == NULL)
    return FALSE;

  self->n_unsettled = open->len;
  for (guint i = 0; i < open->len; i++)
    g_ptr_array_add (self->contradictions, g_object_ref (g_ptr_array_index (open, i)));
  g_ptr_array_sort (self->notes, compare_authors);
  for (guint i = 0; i < self->notes->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (self->notes, i);

      if (academy_item_get_text (note, "contradicts") != NULL && !g_ptr_array_find (self->contradictions, note, NULL))
        g_ptr_array_add (self->contradictions, g_object_ref (note));
    }

  return TRUE;
}

/**
 * academy_wrap_up_read:
 * @store: a store
 * @session: a session
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is left to do after @session
 */
AcademyWrapUp *
academy_wrap_up_read (AcademyStore  *store,
                      AcademyItem   *session,
                      GError       **error)
{
  g_autoptr(AcademyWrapUp) self = g_new0 (AcademyWrapUp, 1);

  self->session = g_object_ref (session);
  self->follow_ups = g_ptr_array_new_with_free_func (g_object_unref);
  self->contradictions = g_ptr_array_new_with_free_func (g_object_unref);
  if (!read_follow_ups (self, store, error) || !read_notes (self, store, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
academy_wrap_up_free (AcademyWrapUp *self)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->contradictions, g_ptr_array_unref);
  g_free (self);
}

/**
 * academy_wrap_up_is_open:
 * @self: what is left to do after a session
 *
 * Returns: whether a follow-up lacks something, advice contradicts other advice, or
 *   the session has no summary, next date or feedback
 */
gboolean
academy_wrap_up_is_open (AcademyWrapUp *self)
{
  return self->n_incomplete > 0 || self->n_unsettled > 0 || academy_item_get_text (self->session, "summary") == NULL ||
         academy_item_get_date (self->session, "next_date") == NULL ||
         academy_item_get_number (self->session, "feedback") == ACADEMY_UNSET;
}

static void
take_count (AcademyStore *store,
            sqlite3_stmt *row,
            gpointer      data)
{
  *(gboolean *) data = sqlite3_column_int (row, 0) == 0;
}

/**
 * academy_wrap_up_needs_next_session:
 * @store: a store
 * @session: a session
 * @needed: (out): whether its next date is set and no session begins on that day
 * @error: return location for an error
 *
 * Returns: whether there was no error
 */
gboolean
academy_wrap_up_needs_next_session (AcademyStore  *store,
                                    AcademyItem   *session,
                                    gboolean      *needed,
                                    GError       **error)
{
  const GDate *next = academy_item_get_date (session, "next_date");
  g_autofree char *day = next != NULL ? academy_date_to_text (next) : NULL;
  const char *texts[] = { academy_item_get_owner (session), day };

  *needed = FALSE;
  return next == NULL ||
         academy_store_query (store, "SELECT count(*) FROM \"session\" WHERE \"organisation\" = ?1 "
                              "AND " ACADEMY_DAY_OF " (coalesce (\"held\", \"start\")) = ?2",
                              texts, G_N_ELEMENTS (texts), take_count, needed, error);
}
