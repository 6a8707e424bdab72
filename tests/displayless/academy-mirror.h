/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-timeline-model.h"

G_BEGIN_DECLS

/* A model as somebody sees it who believes what it tells: @rows are those that
 * are held, or NULL; @lines stand for what is to be seen. */
typedef struct {
  AcademyScheduleQuery  query;

  /* Owned */
  AcademyTimelineModel *model;
  GPtrArray            *rows;
  GHashTable           *folded;
  GHashTable           *orders;
  char                 *organisation;
  char                 *search;
  GStrv                 lines;
} AcademyMirror;

AcademyMirror   *academy_mirror_new      (AcademyStore                 *store,
                                          const char                   *organisation);
void             academy_mirror_free     (AcademyMirror                *mirror);
AcademySchedule *academy_mirror_read     (AcademyMirror                *mirror,
                                          guint32                       today);
char            *academy_mirror_get_key  (const AcademyScheduleHeading *heading);
void             academy_mirror_check    (AcademyMirror                *mirror,
                                          guint32                       today,
                                          GRand                        *random);

G_END_DECLS
