/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-report-layout.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyReportOutput:
 * @store: the store of the programme
 * @report: the report
 * @geometry: its layout on pages
 * @title: the title of the file dialog
 * @name: the proposed name of the file, without an extension
 * @saved: what tells that the file, %s, is saved
 * @is_private: whether nobody else on this computer may read the file
 *
 * A report that is printed or saved.
 */
typedef struct {
  AcademyStore          *store;
  AcademyReport         *report;
  const AcademyGeometry *geometry;
  const char            *title;
  const char            *name;
  const char            *saved;
  gboolean               is_private;
} AcademyReportOutput;

gboolean academy_report_output_write    (const AcademyReportOutput  *self,
                                         const char                 *path,
                                         gboolean                    as_text,
                                         GError                    **error);
char    *academy_report_output_dup_name (const AcademyReportOutput  *self,
                                         gboolean                    as_text) G_GNUC_WARN_UNUSED_RESULT;
char    *academy_report_output_dup_job  (const AcademyReportOutput  *self) G_GNUC_WARN_UNUSED_RESULT;

void     academy_command_copy_report    (GtkWidget                  *widget,
                                         AcademyReport              *report,
                                         const char                 *copied);
void     academy_command_print_report   (GtkWidget                  *widget,
                                         const AcademyReportOutput  *output);
void     academy_command_save_report    (GtkWidget                  *widget,
                                         const AcademyReportOutput  *output,
                                         gboolean                    as_text);

G_END_DECLS
