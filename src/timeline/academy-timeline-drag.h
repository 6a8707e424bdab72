/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-bar.h"
#include "academy-zoom.h"
#include "academy-dependency-lines.h"

G_BEGIN_DECLS

/**
 * AcademyDragMode:
 * @ACADEMY_DRAG_NONE: nothing
 * @ACADEMY_DRAG_MOVE: the whole bar, and the other selected ones
 * @ACADEMY_DRAG_START: its start
 * @ACADEMY_DRAG_END: its end
 * @ACADEMY_DRAG_PROGRESS: its progress
 * @ACADEMY_DRAG_LINK: a new dependency, from its end
 *
 * The part of a bar that is dragged.
 */
typedef enum {
  ACADEMY_DRAG_NONE,
  ACADEMY_DRAG_MOVE,
  ACADEMY_DRAG_START,
  ACADEMY_DRAG_END,
  ACADEMY_DRAG_PROGRESS,
  ACADEMY_DRAG_LINK,
} AcademyDragMode;

/* A drag of bars, in days; it knows no pixels and no widgets. */
typedef struct _AcademyTimelineDrag AcademyTimelineDrag;

AcademyTimelineDrag *academy_timeline_drag_new          (AcademyDragMode            mode,
                                                         AcademyItem               *item,
                                                         const AcademyBar          *bar,
                                                         double                     day);
void                 academy_timeline_drag_free         (AcademyTimelineDrag       *self);
void                 academy_timeline_drag_add          (AcademyTimelineDrag       *self,
                                                         AcademyItem               *item,
                                                         const AcademyBar          *bar);
gboolean             academy_timeline_drag_update       (AcademyTimelineDrag       *self,
                                                         double                     day,
                                                         AcademyUnit                snap);
AcademyDragMode      academy_timeline_drag_get_mode     (const AcademyTimelineDrag *self);
AcademySpanEdge      academy_timeline_drag_get_edge     (const AcademyTimelineDrag *self);
AcademyItem         *academy_timeline_drag_get_item     (const AcademyTimelineDrag *self);
GPtrArray           *academy_timeline_drag_get_items    (const AcademyTimelineDrag *self);
gboolean             academy_timeline_drag_has_moved    (const AcademyTimelineDrag *self);
int                  academy_timeline_drag_get_days     (const AcademyTimelineDrag *self);
int                  academy_timeline_drag_get_progress (const AcademyTimelineDrag *self);
gboolean             academy_timeline_drag_apply_to     (const AcademyTimelineDrag *self,
                                                         AcademyItem               *item,
                                                         AcademyBar                *bar);
void                 academy_timeline_drag_follow_link  (const AcademyTimelineDrag *self,
                                                         AcademyDependencyLine     *link);
char                *academy_timeline_drag_dup_text     (const AcademyTimelineDrag *self,
                                                         const AcademyLanguage     *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyTimelineDrag, academy_timeline_drag_free)

G_END_DECLS
