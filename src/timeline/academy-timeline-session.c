/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-session.h"

#define KEY "academy-timeline-sessions"

static void
session_free (gpointer data)
{
  AcademyTimelineSession *session = data;

  g_clear_pointer (&session->folded, g_hash_table_unref);
  g_free (session->baseline);
  g_free (session);
}

/**
 * academy_timeline_session_get:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for the whole
 *   programme
 *
 * Returns: (transfer none): the state that the timeline of @organisation was left
 *   in; it lives as long as @store
 */
AcademyTimelineSession *
academy_timeline_session_get (AcademyStore *store,
                              const char   *organisation)
{
  GHashTable *sessions = g_object_get_data (G_OBJECT (store), KEY);
  const char *name = organisation != NULL ? organisation : "";
  AcademyTimelineSession *session;

  if (sessions == NULL)
    {
      sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, session_free);
      g_object_set_data_full (G_OBJECT (store), KEY, sessions, (GDestroyNotify) g_hash_table_unref);
    }

  session = g_hash_table_lookup (sessions, name);
  if (session == NULL)
    {
      session = g_new0 (AcademyTimelineSession, 1);
      g_hash_table_insert (sessions, g_strdup (name), session);
    }

  return session;
}
