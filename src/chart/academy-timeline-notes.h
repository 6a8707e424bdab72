/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-timeline-links.h"

G_BEGIN_DECLS

/**
 * ACADEMY_TIMELINE_NEWEST_BASELINES:
 *
 * What stands for a baseline in the whole programme: the newest of each
 * organisation.
 */
#define ACADEMY_TIMELINE_NEWEST_BASELINES "newest"

/* What bars are told beside what their items say: dependencies, hints and the
 * baseline. */
typedef struct _AcademyTimelineNotes AcademyTimelineNotes;

AcademyTimelineNotes *academy_timeline_notes_new          (void);
void                  academy_timeline_notes_free         (AcademyTimelineNotes  *self);
gboolean              academy_timeline_notes_read         (AcademyTimelineNotes  *self,
                                                           AcademyStore          *store,
                                                           const char            *organisation,
                                                           GError               **error);
void                  academy_timeline_notes_place        (AcademyTimelineNotes  *self,
                                                           AcademyTimelineLines  *lines);
void                  academy_timeline_notes_complete     (AcademyTimelineNotes  *self,
                                                           const char            *id,
                                                           AcademyBar            *bar);
GArray               *academy_timeline_notes_get_links    (AcademyTimelineNotes  *self);
GPtrArray            *academy_timeline_notes_get_hints    (AcademyTimelineNotes  *self);
gboolean              academy_timeline_notes_set_baseline (AcademyTimelineNotes  *self,
                                                           AcademyStore          *store,
                                                           const char            *baseline,
                                                           GError               **error);
const char           *academy_timeline_notes_get_baseline (AcademyTimelineNotes  *self);

G_END_DECLS
