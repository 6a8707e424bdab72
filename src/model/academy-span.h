/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-item.h"

G_BEGIN_DECLS

/**
 * AcademySpan:
 * @start: the first day as a Julian day (see #GDate), or 0 when unknown
 * @end: the last day, or 0 when unknown
 * @unsure: whether the days are only the limits within which the item lies
 * @months: whether the item is known to the month only, so that the days are
 *   those of whole months
 *
 * The time at which an item takes place.
 */
typedef struct {
  AcademyDay start;
  AcademyDay end;
  gboolean   unsure;
  gboolean   months;
} AcademySpan;

/**
 * AcademySpanEdge:
 * @ACADEMY_SPAN_START: its first day
 * @ACADEMY_SPAN_END: its last day
 *
 * An end of a span.
 */
typedef enum {
  ACADEMY_SPAN_START,
  ACADEMY_SPAN_END,
} AcademySpanEdge;

/**
 * AcademySpanStep:
 * @ACADEMY_SPAN_WORKING_DAYS: working days, see academy_calendar_is_working_day()
 * @ACADEMY_SPAN_DAYS: days of the calendar
 * @ACADEMY_SPAN_WEEKS: weeks
 *
 * In what a move is counted.
 */
typedef enum {
  ACADEMY_SPAN_WORKING_DAYS,
  ACADEMY_SPAN_DAYS,
  ACADEMY_SPAN_WEEKS,
} AcademySpanStep;

gboolean   academy_span_is_scheduled (AcademyItem         *item);
gboolean   academy_span_is_point (const AcademyKind     *kind);
guint      academy_span_count_back (AcademyItem           *item,
                                    AcademyDay            *starts);
AcademyDay academy_span_get_day  (AcademyItem           *item,
                                  const char            *name);
gboolean   academy_span_get      (AcademyItem           *item,
                                  AcademySpan           *span);
void       academy_span_shift    (AcademySpan           *span,
                                  int                    days);
void       academy_span_move     (AcademySpan           *span,
                                  int                    n_steps,
                                  AcademySpanStep        step);
void       academy_span_resize   (AcademySpan           *span,
                                  AcademySpanEdge        edge,
                                  int                    days);
int        academy_span_get_slip (const AcademySpan     *span,
                                  const AcademySpan     *before);
char      *academy_span_format   (const AcademySpan     *span,
                                  const AcademyLanguage *language);

G_END_DECLS
