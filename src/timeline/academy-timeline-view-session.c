/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-timeline-view-private.h"

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
 * Returns: (transfer none): how the timeline of @organisation was last seen, for
 *   as long as @store is open
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

static AcademyTimelineSession *
get_session (AcademyTimelineView *self)
{
  return academy_timeline_session_get (academy_timeline_model_get_store (self->model),
                                       academy_timeline_model_get_organisation (self->model));
}

/* A baseline may have been deleted meanwhile. */
static gboolean
is_baseline (AcademyTimelineView *self,
             const char          *baseline)
{
  g_autoptr(AcademyItem) item = NULL;

  if (g_strcmp0 (baseline, ACADEMY_TIMELINE_NEWEST_BASELINES) == 0)
    return TRUE;

  if (baseline != NULL)
    item = academy_store_get (academy_timeline_model_get_store (self->model), &academy_baseline_kind, baseline, NULL);
  return item != NULL;
}

/* Before anybody sees the rows. */
void
academy_timeline_view_restore (AcademyTimelineView *self)
{
  AcademyTimelineSession *session = get_session (self);

  if (session->folded == NULL)
    return;

  self->grouping = session->grouping;
  self->order = session->order;
  self->descending = session->descending;
  academy_timeline_model_set_grouping (self->model, self->grouping);
  academy_timeline_model_set_order (self->model, self->order, self->descending);
  academy_timeline_model_set_folded_keys (self->model, session->folded);
  if (is_baseline (self, session->baseline))
    academy_timeline_model_set_baseline (self->model, session->baseline, NULL);
}

/* The days that were in sight; those of the whole plan at first. */
void
academy_timeline_view_restore_zoom (AcademyTimelineView *self)
{
  AcademyTimelineSession *session = get_session (self);

  if (session->n_days > 0)
    academy_axis_show (academy_timeline_context_get_axis (self->context), session->first, session->n_days);
  else
    academy_timeline_view_fit (self);
}

void
academy_timeline_view_remember (AcademyTimelineView *self)
{
  AcademyTimelineSession *session = get_session (self);
  AcademyAxis *axis = academy_timeline_context_get_axis (self->context);

  if (!self->fitted)
    return;

  g_clear_pointer (&session->folded, g_hash_table_unref);
  session->folded = academy_timeline_model_dup_folded_keys (self->model);
  session->grouping = self->grouping;
  session->order = self->order;
  session->descending = self->descending;
  session->tabular = self->tabular;
  g_set_str (&session->baseline, academy_timeline_model_get_baseline (self->model));
  session->first = academy_axis_get_first (axis);
  session->n_days = academy_axis_get_n_days (axis);
}
