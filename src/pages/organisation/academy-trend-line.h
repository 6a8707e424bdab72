/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TREND_LINE (academy_trend_line_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTrendLine, academy_trend_line, ACADEMY, TREND_LINE, GtkWidget)

void academy_trend_line_show_goal (GtkWidget    *line,
                                   AcademyStore *store,
                                   AcademyItem  *goal);

G_END_DECLS
