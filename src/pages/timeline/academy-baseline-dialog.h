/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-timeline-view.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_BASELINE_DIALOG (academy_baseline_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyBaselineDialog, academy_baseline_dialog, ACADEMY, BASELINE_DIALOG, AdwAlertDialog)

AdwDialog *academy_baseline_dialog_new (AcademyTimelineView *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
