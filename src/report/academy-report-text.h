/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-report.h"

G_BEGIN_DECLS

/**
 * AcademyReportForm:
 * @ACADEMY_REPORT_PLAIN: plain text
 * @ACADEMY_REPORT_MARKDOWN: Markdown (CommonMark, with the tables of GitHub)
 * @ACADEMY_REPORT_HTML: a fragment of HTML, for the clipboard
 * @ACADEMY_REPORT_HTML_PAGE: a whole page of HTML
 *
 * The form of a report as text.
 */
typedef enum {
  ACADEMY_REPORT_PLAIN,
  ACADEMY_REPORT_MARKDOWN,
  ACADEMY_REPORT_HTML,
  ACADEMY_REPORT_HTML_PAGE,
  ACADEMY_N_REPORT_FORMS
} AcademyReportForm;

char *academy_report_dup_text (const AcademyReport *self,
                               AcademyReportForm    form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
