/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-session.h"

#include "academy-kinds.h"

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

/* The baseline of the last visit may have been deleted. */
static gboolean
is_baseline (AcademyTimelineModel *model,
             const char           *baseline)
{
  g_autoptr(AcademyItem) item = NULL;

  if (g_strcmp0 (baseline, ACADEMY_TIMELINE_NEWEST_BASELINES) == 0)
    return TRUE;

  if (baseline != NULL)
    item = academy_store_get (academy_timeline_model_get_store (model), &academy_baseline_kind, baseline, NULL);
  return item != NULL;
}

/**
 * academy_timeline_session_restore:
 * @self: a session
 * @model: a model whose rows nobody has asked for yet
 *
 * Gives @model the grouping, order, baseline and collapsed headings of @self, if
 * the timeline has been shown before.
 */
void
academy_timeline_session_restore (AcademyTimelineSession *self,
                                  AcademyTimelineModel   *model)
{
  if (self->folded == NULL)
    return;

  academy_timeline_model_set_grouping (model, self->grouping);
  academy_timeline_model_set_order (model, self->order, self->descending);
  academy_timeline_model_set_folded_keys (model, self->folded);
  if (is_baseline (model, self->baseline))
    academy_timeline_model_set_baseline (model, self->baseline, NULL);
}

/**
 * academy_timeline_session_save:
 * @self: a session
 * @model: the model
 *
 * Stores what academy_timeline_session_restore() restores.
 */
void
academy_timeline_session_save (AcademyTimelineSession *self,
                               AcademyTimelineModel   *model)
{
  g_clear_pointer (&self->folded, g_hash_table_unref);
  self->folded = academy_timeline_model_dup_folded_keys (model);
  self->grouping = academy_timeline_model_get_grouping (model);
  self->order = academy_timeline_model_get_order (model, &self->descending);
  g_set_str (&self->baseline, academy_timeline_model_get_baseline (model));
}
