/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-report.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_FIGURE_VIEW (academy_figure_view_get_type ())

G_DECLARE_FINAL_TYPE (AcademyFigureView, academy_figure_view, ACADEMY, FIGURE_VIEW, GtkWidget)

GtkWidget            *academy_figure_view_new         (AcademyReport      *report,
                                                       const AcademyBlock *block) G_GNUC_WARN_UNUSED_RESULT;
const AcademyPalette *academy_figure_view_get_palette (void);

G_END_DECLS
