/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyTrendPoint:
 * @day: the day of a value; 0 when it is not known
 * @value: the value
 *
 * A value of an indicator.
 */
typedef struct {
  AcademyDay day;
  double     value;
} AcademyTrendPoint;

/**
 * AcademyTrend:
 * @points: (element-type AcademyTrendPoint): the baseline and the readings, in the
 *   order of their days
 * @target: the target level
 * @has_target: whether there is one that is a number
 *
 * How an indicator has developed.
 */
typedef struct {
  /* Owned */
  GArray   *points;

  double    target;
  gboolean  has_target;
} AcademyTrend;

AcademyTrend *academy_trend_read     (AcademyStore          *store,
                                      AcademyItem           *indicator,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;
char         *academy_trend_dup_text (const AcademyTrend    *self,
                                      AcademyItem           *indicator,
                                      const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
void          academy_trend_free     (AcademyTrend          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyTrend, academy_trend_free)

G_END_DECLS
