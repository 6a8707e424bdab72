/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-annotations.h"
#include "academy-line.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_MODEL (academy_timeline_model_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineModel, academy_timeline_model, ACADEMY, TIMELINE_MODEL, GObject)

AcademyTimelineModel *academy_timeline_model_new              (AcademyStore         *store,
                                                               const char           *organisation) G_GNUC_WARN_UNUSED_RESULT;
AcademyStore         *academy_timeline_model_get_store        (AcademyTimelineModel *self);
const char           *academy_timeline_model_get_organisation (AcademyTimelineModel *self);
void                  academy_timeline_model_set_organisation (AcademyTimelineModel *self,
                                                               const char           *organisation,
                                                               GHashTable           *folded);
AcademyGrouping       academy_timeline_model_get_grouping     (AcademyTimelineModel *self);
void                  academy_timeline_model_set_grouping     (AcademyTimelineModel *self,
                                                               AcademyGrouping       grouping);
AcademyFilter         academy_timeline_model_get_filter       (AcademyTimelineModel *self);
void                  academy_timeline_model_set_filter       (AcademyTimelineModel *self,
                                                               AcademyFilter         filter);
void                  academy_timeline_model_set_search       (AcademyTimelineModel *self,
                                                               const char           *search);
gboolean              academy_timeline_model_is_filtered      (AcademyTimelineModel *self);
gboolean              academy_timeline_model_has_measures     (AcademyTimelineModel *self);
char                 *academy_timeline_model_dup_key          (AcademyTimelineModel *self,
                                                               guint                 position) G_GNUC_WARN_UNUSED_RESULT;
AcademyOrder          academy_timeline_model_get_order        (AcademyTimelineModel *self,
                                                               gboolean             *descending);
void                  academy_timeline_model_set_order        (AcademyTimelineModel *self,
                                                               AcademyOrder          order,
                                                               gboolean              descending);
gboolean              academy_timeline_model_set_baseline     (AcademyTimelineModel *self,
                                                               const char           *baseline,
                                                               GError              **error);
const char           *academy_timeline_model_get_baseline     (AcademyTimelineModel *self);
void                  academy_timeline_model_set_folded       (AcademyTimelineModel *self,
                                                               guint                 position,
                                                               gboolean              folded);
void                  academy_timeline_model_set_all_folded   (AcademyTimelineModel *self,
                                                               gboolean              folded);
GHashTable           *academy_timeline_model_dup_folded_keys  (AcademyTimelineModel *self) G_GNUC_WARN_UNUSED_RESULT;
void                  academy_timeline_model_set_folded_keys  (AcademyTimelineModel *self,
                                                               GHashTable           *folded);
gboolean              academy_timeline_model_find             (AcademyTimelineModel *self,
                                                               const char           *id,
                                                               guint                *position);
guint                 academy_timeline_model_find_folded      (AcademyTimelineModel *self,
                                                               const char           *id);
guint                 academy_timeline_model_find_heading     (AcademyTimelineModel *self,
                                                               guint                 position);
AcademyItem          *academy_timeline_model_dup_like         (AcademyTimelineModel *self,
                                                               guint                 position);
void                  academy_timeline_model_get_range        (AcademyTimelineModel *self,
                                                               AcademyDay           *first,
                                                               AcademyDay           *last);
GArray               *academy_timeline_model_get_dependencies (AcademyTimelineModel *self);
GPtrArray            *academy_timeline_model_get_hints        (AcademyTimelineModel *self);
void                  academy_timeline_model_load_rest        (AcademyTimelineModel *self);

G_END_DECLS
