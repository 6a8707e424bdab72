/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-report.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_REPORT_VIEW (academy_report_view_get_type ())

G_DECLARE_FINAL_TYPE (AcademyReportView, academy_report_view, ACADEMY, REPORT_VIEW, AdwBin)

GtkWidget     *academy_report_view_new        (void) G_GNUC_WARN_UNUSED_RESULT;
AcademyReport *academy_report_view_get_report (AcademyReportView *self);
void           academy_report_view_set_report (AcademyReportView *self,
                                               AcademyReport     *report);

G_END_DECLS
