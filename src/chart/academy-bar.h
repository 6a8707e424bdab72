/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-span.h"

G_BEGIN_DECLS

/* As many predecessors as one listens to; the others are counted. */
#define ACADEMY_BAR_MOST_NAMED 2

/**
 * AcademyBar:
 * @shape: how it is drawn
 * @status: how far it has come
 * @span: when it takes place
 * @baseline: when it was to take place by the plan that it is compared with;
 *   no days when there is none
 * @progress: percent, or -1 when not known
 * @overdue: days since it should have been finished; 0 when it is not overdue
 * @warned: whether a hint is about it
 * @n_waits: on how many measures it depends
 * @n_broken: how many of those dependencies do not hold
 * @named: the ids of the first measures that it starts too early for, or else
 *   of the first that it depends on; "" for none
 *
 * All that is drawn and told of an item: the same on the screen, on paper and
 * to a screen reader.
 */
typedef struct {
  AcademyShape     shape;
  AcademyStatus    status;
  AcademySpan      span;
  AcademySpan      baseline;
  int              progress;
  guint            overdue;
  gboolean         warned;
  guint            n_waits;
  guint            n_broken;
  char             named[ACADEMY_BAR_MOST_NAMED][37];
} AcademyBar;

void        academy_bar_init            (AcademyBar            *bar,
                                         AcademyItem           *item,
                                         guint32                today);
int         academy_bar_get_slip        (const AcademyBar      *bar);
gboolean    academy_bar_is_point        (const AcademyBar      *bar);
char       *academy_bar_dup_status      (const AcademyBar      *bar,
                                         AcademyItem           *item,
                                         const AcademyLanguage *language);
char       *academy_bar_dup_state       (const AcademyBar      *bar,
                                         AcademyItem           *item,
                                         const AcademyLanguage *language);
char       *academy_bar_format_overdue  (const char            *status,
                                         const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char       *academy_bar_format_days     (int                    days,
                                         const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char       *academy_bar_format_lag      (int                    days,
                                         const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char       *academy_bar_format_done     (guint                  n_measures,
                                         guint                  n_done,
                                         guint                  n_overdue,
                                         const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char       *academy_bar_format_done_short
                                        (guint                  n_measures,
                                         guint                  n_done,
                                         guint                  n_overdue,
                                         const AcademyLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
char       *academy_bar_dup_slip        (const AcademyBar      *bar,
                                         const AcademyLanguage *language);
char       *academy_bar_dup_description (const AcademyBar      *bar,
                                         AcademyItem           *item,
                                         const char * const    *named,
                                         const AcademyLanguage *language);

G_END_DECLS
