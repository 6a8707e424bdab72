/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-language.h"

G_BEGIN_DECLS

/**
 * AcademyUnit:
 * @ACADEMY_UNIT_DAY: a day
 * @ACADEMY_UNIT_WEEK: a week of ISO 8601, from Monday
 * @ACADEMY_UNIT_MONTH: a month
 * @ACADEMY_UNIT_QUARTER: three months
 * @ACADEMY_UNIT_YEAR: a calendar year
 * @ACADEMY_UNIT_DECADE: ten years, from one that ends in 0
 *
 * What a ruler counts in.
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
 * @least: the fewest pixels per day, at the normal size of text, that it is for
 * @major: the unit of the upper tier of the ruler
 * @minor: the unit of the lower tier
 * @lines: the unit at whose beginnings lines stand behind the bars, at some
 *   distance from each other
 * @snap: the unit to which what is dragged keeps
 *
 * How time is divided at a zoom level.
 */
typedef struct {
  double      least;
  AcademyUnit major;
  AcademyUnit minor;
  AcademyUnit lines;
  AcademyUnit snap;
} AcademyZoom;

const AcademyZoom *academy_zoom_find     (double pixels_per_day);
guint32             academy_unit_get_start (AcademyUnit unit,
                                            guint32     day);
guint32             academy_unit_get_next  (AcademyUnit unit,
                                            guint32     day);
guint32             academy_unit_snap      (AcademyUnit unit,
                                            double      day);
char               *academy_unit_format    (AcademyUnit            unit,
                                            guint32                day,
                                            guint                  room,
                                            const AcademyLanguage *language);

G_END_DECLS
