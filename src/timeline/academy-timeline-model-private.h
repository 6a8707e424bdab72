/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-lines.h"
#include "academy-timeline-model.h"

G_BEGIN_DECLS

struct _AcademyTimelineModel {
  GObject              parent_instance;

  /* Owned */
  AcademyStore        *store;
  char                *organisation;
  char                *search;
  AcademyLines        *lines;
  AcademyAnnotations  *annotations;
  GHashTable          *rows;
  GHashTable          *changed;

  AcademyScheduleQuery query;
  guint                refresh_id;
  gboolean             edited;
  gboolean             whole;
  gboolean             gone;
};

void academy_timeline_model_reload            (AcademyTimelineModel *self);
void academy_timeline_model_update_rows       (AcademyTimelineModel *self);
void academy_timeline_model_emit_changed      (AcademyTimelineModel *self);
void academy_timeline_model_fold_surroundings (AcademyTimelineModel *self);

G_END_DECLS
