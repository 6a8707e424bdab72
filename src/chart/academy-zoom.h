/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-language.h"

G_BEGIN_DECLS

/**
 * AcademyUnit:
 * @ACADEMY_UNIT_DAY: a day
 * @ACADEMY_UNIT_WEEK: a week, from Monday (ISO 8601)
 * @ACADEMY_UNIT_MONTH: a month
 * @ACADEMY_UNIT_QUARTER: a quarter of a year
 * @ACADEMY_UNIT_YEAR: a calendar year
 * @ACADEMY_UNIT_DECADE: ten years, from one that ends in 0
 *
 * A unit of time on a ruler.
 */
typedef enum {
  ACADEMY_UNIT_DAY,
  ACADEMY_UNIT_WEEK,
  ACADEMY_UNIT_MONTH,
  ACADEMY_UNIT_QUARTER,
  ACADEMY_UNIT_YEAR,
  ACADEMY_UNIT_DECADE,
} AcademyUnit;

/**
 * AcademyZoom:
 * @least: the least pixels per day, at the normal text size, that the level is
 *   for
 * @major: the unit of the upper tier of the ruler
 * @minor: the unit of the lower tier
 * @lines: the unit between whose beginnings lines are drawn behind the bars, with
 *   some distance between them
 * @snap: the unit to which dragged days snap
 *
 * A zoom level: the units of time at a scale.
 */
typedef struct {
  double      least;
  AcademyUnit major;
  AcademyUnit minor;
  AcademyUnit lines;
  AcademyUnit snap;
} AcademyZoom;

const AcademyZoom *academy_zoom_find      (double                 pixels_per_day);
AcademyDay         academy_unit_get_start (AcademyUnit            unit,
                                           AcademyDay             day);
AcademyDay         academy_unit_get_next  (AcademyUnit            unit,
                                           AcademyDay             day);
AcademyDay         academy_unit_snap      (AcademyUnit            unit,
                                           double                 day);
char              *academy_unit_format    (AcademyUnit            unit,
                                           AcademyDay             day,
                                           guint                  room,
                                           const AcademyLanguage *language);

G_END_DECLS
