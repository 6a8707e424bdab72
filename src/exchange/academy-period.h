/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-language-parse.h"

G_BEGIN_DECLS

/**
 * AcademyPeriod:
 * @start: the first day; invalid when the period is open
 * @end: the last day; invalid when the period is open
 * @is_range: whether both ends were written, as in “1.1.–30.6.2026”
 * @is_rough: whether the days follow from a week, month, quarter or year
 *
 * A period as people write it.
 */
typedef struct {
  GDate    start;
  GDate    end;
  gboolean is_range;
  gboolean is_rough;
} AcademyPeriod;

gboolean academy_period_parse (const AcademyLanguage  *language,
                               const char             *text,
                               const AcademyNear      *near,
                               AcademyPeriod          *period,
                               GError                **error);

G_END_DECLS
