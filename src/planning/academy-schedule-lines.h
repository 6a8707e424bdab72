/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-schedule.h"

G_BEGIN_DECLS

/* Sums over measures; days as text, empty when there are none. */
typedef struct {
  guint n_measures;
  guint n_done;
  guint n_overdue;
  char  first[11];
  char  last[11];
} AcademyScheduleSums;

typedef struct {
  AcademyHeadingType   type;
  AcademyScheduleSums  sums;

  /* Owned */
  char                *id;
  char                *title;
  char                *key;
  GArray              *entries;
  GArray              *keys;
} AcademyScheduleGroup;

/* The measures of an organisation as lines, sorted and grouped. */
typedef struct _AcademyScheduleLines AcademyScheduleLines;

AcademyScheduleLines *academy_schedule_lines_read         (AcademyStore                *store,
                                                           const AcademyScheduleQuery  *query,
                                                           GError                     **error);
void                  academy_schedule_lines_free         (AcademyScheduleLines        *self);
guint                 academy_schedule_lines_get_n_groups (const AcademyScheduleLines  *self);
AcademyScheduleGroup *academy_schedule_lines_get_group    (const AcademyScheduleLines  *self,
                                                           guint                        i);
void                  academy_schedule_entry_init         (AcademyScheduleEntry        *entry,
                                                           const AcademyKind           *kind,
                                                           const char                  *id,
                                                           gint64                       row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyScheduleLines, academy_schedule_lines_free)

G_END_DECLS
