/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-timeline-view.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_EXPORT_DIALOG (academy_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyExportDialog, academy_export_dialog, ACADEMY, EXPORT_DIALOG, AdwAlertDialog)

AdwDialog *academy_export_dialog_new (AcademyTimelineView *view,
                                      gboolean             print) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
