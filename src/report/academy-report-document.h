/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-document.h"
#include "academy-report-layout.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_REPORT_DOCUMENT (academy_report_document_get_type ())

G_DECLARE_FINAL_TYPE (AcademyReportDocument, academy_report_document, ACADEMY, REPORT_DOCUMENT, GObject)

AcademyReportDocument *academy_report_document_new       (AcademyReport         *report,
                                                          const AcademyGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray             *academy_report_document_get_pages (AcademyReportDocument *self);

G_END_DECLS
