/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-timeline-links.h"

G_BEGIN_DECLS

/**
 * ACADEMY_TIMELINE_NEWEST_BASELINES:
 *
 * Stands for the newest baseline of each organisation, where the whole programme
 * is compared with its baselines.
 */
#define ACADEMY_TIMELINE_NEWEST_BASELINES "newest"

/**
 * AcademyTimelineNotes:
 *
 * Annotations of bars that do not come from their items: dependencies, hints and
 * the baseline.
 */
typedef struct _AcademyTimelineNotes AcademyTimelineNotes;

AcademyTimelineNotes *academy_timeline_notes_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void                  academy_timeline_notes_free          (AcademyTimelineNotes  *self);
gboolean              academy_timeline_notes_read          (AcademyTimelineNotes  *self,
                                                            AcademyStore          *store,
                                                            const char            *organisation,
                                                            GError               **error);
gboolean              academy_timeline_notes_read_links    (AcademyTimelineNotes  *self,
                                                            AcademyStore          *store,
                                                            const char            *organisation,
                                                            GError               **error);
void                  academy_timeline_notes_place         (AcademyTimelineNotes  *self,
                                                            AcademyTimelineLines  *lines);
void                  academy_timeline_notes_complete      (AcademyTimelineNotes  *self,
                                                            const char            *id,
                                                            AcademyBar            *bar);
GArray               *academy_timeline_notes_get_links     (AcademyTimelineNotes  *self);
GPtrArray            *academy_timeline_notes_get_hints     (AcademyTimelineNotes  *self);
gboolean              academy_timeline_notes_set_baseline  (AcademyTimelineNotes  *self,
                                                            AcademyStore          *store,
                                                            const char            *baseline,
                                                            GError               **error);
gboolean              academy_timeline_notes_set_baselines (AcademyTimelineNotes  *self,
                                                            AcademyStore          *store,
                                                            GPtrArray             *baselines,
                                                            GError               **error);
const char           *academy_timeline_notes_get_baseline  (AcademyTimelineNotes  *self);
void                  academy_timeline_notes_extend_range  (AcademyTimelineNotes  *self,
                                                            guint32               *first,
                                                            guint32               *last);

G_END_DECLS
