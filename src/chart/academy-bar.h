/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-span.h"

G_BEGIN_DECLS

/**
 * ACADEMY_BAR_MOST_NAMED:
 *
 * The number of predecessors that a description names; more would be too long to
 * listen to, so that the others are counted.
 */
#define ACADEMY_BAR_MOST_NAMED 2

/**
 * AcademyBar:
 * @shape: the shape of the drawing
 * @status: the status
 * @span: the days of the item
 * @baseline: its days in the baseline; no days without one
 * @progress: the progress in percent, or -1 when it is unknown
 * @overdue: the days since the item should have ended; 0 when it is not overdue
 * @n_stages: the number of its stages that are counted back from its end
 * @stages: the first days of these
 * @warned: whether a hint is about the item
 * @n_waits: the number of measures that it depends on
 * @n_broken: the number of those for which it starts too early
 * @named: the ids of the first measures for which it starts too early, or else of
 *   the first that it depends on; "" for none
 *
 * All that is shown of an item: the same values are drawn on the screen and on
 * paper and told to screen readers.
 */
typedef struct {
  AcademyShape     shape;
  AcademyStatus    status;
  AcademySpan      span;
  AcademySpan      baseline;
  int              progress;
  guint            overdue;
  guint            n_stages;
  AcademyDay       stages[ACADEMY_KIND_MOST_STAGES];
  gboolean         warned;
  guint            n_waits;
  guint            n_broken;
  char             named[ACADEMY_BAR_MOST_NAMED][37];
} AcademyBar;

void     academy_bar_init              (AcademyBar            *bar,
                                        AcademyItem           *item,
                                        AcademyDay             today);
int      academy_bar_get_slip          (const AcademyBar      *bar);
gboolean academy_bar_is_point          (const AcademyBar      *bar);
char    *academy_bar_dup_status        (const AcademyBar      *bar,
                                        AcademyItem           *item,
                                        const AcademyLanguage *language);
char    *academy_bar_format_overdue    (const char            *status,
                                        const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char    *academy_bar_dup_state         (const AcademyBar      *bar,
                                        AcademyItem           *item,
                                        const AcademyLanguage *language);
char    *academy_bar_format_days       (int                    days,
                                        const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char    *academy_bar_format_lag        (int                    days,
                                        const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char    *academy_bar_format_done       (guint                  n_measures,
                                        guint                  n_done,
                                        guint                  n_overdue,
                                        const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char    *academy_bar_format_done_short (guint                  n_measures,
                                        guint                  n_done,
                                        guint                  n_overdue,
                                        const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char    *academy_bar_dup_slip          (const AcademyBar      *bar,
                                        const AcademyLanguage *language);
char    *academy_bar_dup_description   (const AcademyBar      *bar,
                                        AcademyItem           *item,
                                        const char * const    *named,
                                        const AcademyLanguage *language);

G_END_DECLS
