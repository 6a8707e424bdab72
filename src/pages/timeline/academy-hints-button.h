/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-timeline-view.h"

G_BEGIN_DECLS

GtkWidget *academy_hints_button_new (AcademyTimelineView *view);

G_END_DECLS
