/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-item.h"

G_BEGIN_DECLS

/**
 * AcademyNear:
 * @today: the day that “today” means: that by which the programme is judged, where
 *   there is one
 * @day: the day of the field, or else of another field of the item; a time that
 *   is typed without a day is on it
 * @first: the first day of the plan
 * @last: the last day of the plan
 * @earliest: the earliest day that the typed one can be
 * @latest: the latest day that it can be
 * @is_end: whether a typed week means its end
 *
 * Hints where a day is typed, from which a missing year is found. Days that are
 * not known are invalid dates.
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

void     academy_near_init     (AcademyNear        *self,
                                AcademyDay          today);
void     academy_near_init_for (AcademyNear        *self,
                                AcademyDay          today,
                                AcademyItem        *item,
                                const AcademyField *field);
void     academy_near_get_day  (const AcademyNear  *self,
                                GDate              *day);
void     academy_near_move     (AcademyNear        *self,
                                int                 years);
gboolean academy_near_follows  (const AcademyNear  *self,
                                const GDate        *date);
gboolean academy_near_is_closer (const AcademyNear *self,
                                 const GDate       *date,
                                 const GDate       *than,
                                 guint              weekday);

G_END_DECLS
