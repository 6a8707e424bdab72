/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

/**
 * AcademyNear:
 * @today: what “today” is
 * @day: the day of the field, or else of another field of the item; a time
 *   without a day is of that day
 * @first: the first day of the plan
 * @last: the last day of the plan
 * @earliest: the day before which the typed one cannot lie
 * @latest: the day after which it cannot lie
 * @is_end: whether of a week its end is meant
 *
 * What is known where a day is typed, so that a year that is left out can be
 * found. Days that are not known are not valid.
 */
typedef struct {
  GDate    today;
  GDate    day;
  GDate    first;
  GDate    last;
  GDate    earliest;
  GDate    latest;
  gboolean is_end;
} AcademyNear;

void     academy_near_init     (AcademyNear        *self);
void     academy_near_init_for (AcademyNear        *self,
                                AcademyItem        *item,
                                const AcademyField *field);
void     academy_near_get_day  (const AcademyNear  *self,
                                GDate              *day);
gboolean academy_near_is_closer (const AcademyNear *self,
                                 const GDate       *date,
                                 const GDate       *than,
                                 guint              weekday);

G_END_DECLS
