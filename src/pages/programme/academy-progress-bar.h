/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-progress.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PROGRESS_BAR (academy_progress_bar_get_type ())

G_DECLARE_FINAL_TYPE (AcademyProgressBar, academy_progress_bar, ACADEMY, PROGRESS_BAR, GtkWidget)

void academy_progress_bar_set_progress (AcademyProgressBar    *self,
                                        const AcademyProgress *progress);

G_END_DECLS
