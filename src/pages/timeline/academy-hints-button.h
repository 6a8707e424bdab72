/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-timeline-view.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_HINTS_BUTTON (academy_hints_button_get_type ())

G_DECLARE_FINAL_TYPE (AcademyHintsButton, academy_hints_button, ACADEMY, HINTS_BUTTON, AdwBin)

void academy_hints_button_set_view (AcademyHintsButton  *self,
                                    AcademyTimelineView *view);

G_END_DECLS
