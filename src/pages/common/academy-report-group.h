/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_REPORT_GROUP (academy_report_group_get_type ())

G_DECLARE_FINAL_TYPE (AcademyReportGroup, academy_report_group, ACADEMY, REPORT_GROUP, GtkBox)

GtkWidget *academy_report_group_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
