/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-schedule.h"

G_BEGIN_DECLS

/* The number of what has no value, which comes last whichever way round. */
#define ACADEMY_SCHEDULE_LAST G_MAXDOUBLE

/* What an entry is put in order by: its number, then its text; and where it is. */
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
