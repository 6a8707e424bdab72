/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-schedule.h"

G_BEGIN_DECLS

/* The number of an entry without a value, which comes last in both directions. */
#define ACADEMY_SCHEDULE_LAST G_MAXDOUBLE

/* A sort key, compared by number and then by text, and the position of its entry. */
typedef struct {
  const char *text;
  double      number;
  guint       position;
} AcademyScheduleKey;

double academy_schedule_get_date_order (const char *date);
double academy_schedule_get_text_order (const char *text);
void   academy_schedule_sort           (GArray     *entries,
                                        GArray     *keys,
                                        gboolean    descending);

G_END_DECLS
