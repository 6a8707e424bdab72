/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-schedule.h"

G_BEGIN_DECLS

/**
 * AcademyTimelineColumn:
 * @ACADEMY_COLUMN_TITLE: the title
 * @ACADEMY_COLUMN_OWNER: the owner role
 * @ACADEMY_COLUMN_START: the start date
 * @ACADEMY_COLUMN_END: the end date
 * @ACADEMY_COLUMN_STATUS: the status
 * @ACADEMY_COLUMN_PROGRESS: the progress, in per cent
 * @ACADEMY_COLUMN_PRIORITY: the priority
 * @ACADEMY_COLUMN_GOALS: the impact goals
 * @ACADEMY_COLUMN_PERSON_DAYS: the work, in person-days
 * @ACADEMY_COLUMN_COST: the cost, in euros
 * @ACADEMY_COLUMN_DEPENDS: the number of predecessors
 * @ACADEMY_N_COLUMNS: the number of columns
 *
 * A column of the table.
 */
typedef enum {
  ACADEMY_COLUMN_TITLE,
  ACADEMY_COLUMN_OWNER,
  ACADEMY_COLUMN_START,
  ACADEMY_COLUMN_END,
  ACADEMY_COLUMN_STATUS,
  ACADEMY_COLUMN_PROGRESS,
  ACADEMY_COLUMN_PRIORITY,
  ACADEMY_COLUMN_GOALS,
  ACADEMY_COLUMN_PERSON_DAYS,
  ACADEMY_COLUMN_COST,
  ACADEMY_COLUMN_DEPENDS,
  ACADEMY_N_COLUMNS
} AcademyTimelineColumn;

#define ACADEMY_TYPE_TIMELINE_CELL (academy_timeline_cell_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineCell, academy_timeline_cell, ACADEMY, TIMELINE_CELL, GtkWidget)

GtkListItemFactory *academy_timeline_cell_factory_new  (AcademyTimelineColumn  column) G_GNUC_WARN_UNUSED_RESULT;
guint               academy_timeline_cell_get_position (AcademyTimelineCell   *self);
const char         *academy_timeline_column_get_title  (AcademyTimelineColumn  column);
AcademyOrder        academy_timeline_column_get_order  (AcademyTimelineColumn  column);

G_END_DECLS
