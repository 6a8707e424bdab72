/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-dependency-lines.h"

G_BEGIN_DECLS

/**
 * ACADEMY_TIMELINE_NEWEST_BASELINES:
 *
 * Stands for the newest baseline of each organisation, where the whole programme
 * is compared with its baselines.
 */
#define ACADEMY_TIMELINE_NEWEST_BASELINES "newest"

/**
 * AcademyAnnotations:
 *
 * Annotations of bars that do not come from their items: dependencies, hints and
 * the baseline.
 */
typedef struct _AcademyAnnotations AcademyAnnotations;

AcademyAnnotations *academy_annotations_new               (void) G_GNUC_WARN_UNUSED_RESULT;
void                academy_annotations_free              (AcademyAnnotations *self);
gboolean            academy_annotations_read              (AcademyAnnotations *self,
                                                           AcademyStore       *store,
                                                           const char         *organisation,
                                                           GError            **error);
gboolean            academy_annotations_update            (AcademyAnnotations *self,
                                                           AcademyStore       *store,
                                                           GHashTable         *changed,
                                                           GError            **error);
gboolean            academy_annotations_read_dependencies (AcademyAnnotations *self,
                                                           AcademyStore       *store,
                                                           const char         *organisation,
                                                           GError            **error);
void                academy_annotations_place             (AcademyAnnotations *self,
                                                           AcademyLines       *lines);
void                academy_annotations_complete          (AcademyAnnotations *self,
                                                           const char         *id,
                                                           AcademyBar         *bar);
GArray             *academy_annotations_get_dependencies  (AcademyAnnotations *self);
GPtrArray          *academy_annotations_get_hints         (AcademyAnnotations *self);
gboolean            academy_annotations_set_baseline      (AcademyAnnotations *self,
                                                           AcademyStore       *store,
                                                           const char         *baseline,
                                                           GError            **error);
gboolean            academy_annotations_set_baselines     (AcademyAnnotations *self,
                                                           AcademyStore       *store,
                                                           GPtrArray          *baselines,
                                                           GError            **error);
const char         *academy_annotations_get_baseline      (AcademyAnnotations *self);
void                academy_annotations_extend_range      (AcademyAnnotations *self,
                                                           AcademyDay         *first,
                                                           AcademyDay         *last);

G_END_DECLS
