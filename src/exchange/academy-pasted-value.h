/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-grid.h"
#include "academy-kind.h"
#include "academy-near.h"
#include "academy-period.h"

G_BEGIN_DECLS

/**
 * AcademyColumnForm:
 * @month_first: whether the month comes before the day
 * @day_first: whether the day certainly comes before the month
 * @decimal: the decimal separator, or 0 when no number shows it
 *
 * How the values of a column are written, which a single one of them may not show.
 */
typedef struct {
  gboolean month_first;
  gboolean day_first;
  char     decimal;
} AcademyColumnForm;

AcademyColumnForm *academy_column_forms_new    (AcademyGrid              *grid,
                                                guint                     first_row) G_GNUC_WARN_UNUSED_RESULT;
gboolean           academy_pasted_period_parse (const AcademyColumnForm  *form,
                                                const char               *text,
                                                const AcademyNear        *near,
                                                AcademyPeriod            *period,
                                                GError                  **error);
gboolean           academy_pasted_value_parse  (const AcademyColumnForm  *form,
                                                const AcademyField       *field,
                                                const char               *text,
                                                const AcademyNear        *near,
                                                GValue                   *value,
                                                gboolean                 *rounded,
                                                GError                  **error);

G_END_DECLS
