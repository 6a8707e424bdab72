/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-timeline-view.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SLIPS_DIALOG (academy_slips_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademySlipsDialog, academy_slips_dialog, ACADEMY, SLIPS_DIALOG, AdwDialog)

AdwDialog *academy_slips_dialog_new (AcademyTimelineView  *view,
                                     const char           *baseline,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
