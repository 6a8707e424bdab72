/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_WINDOW (academy_window_get_type ())

G_DECLARE_FINAL_TYPE (AcademyWindow, academy_window, ACADEMY, WINDOW, AdwApplicationWindow)

AcademyWindow *academy_window_new          (GtkApplication *application,
                                            GSettings      *settings) G_GNUC_WARN_UNUSED_RESULT;
gboolean       academy_window_open         (AcademyWindow  *self,
                                            const char     *path);
void           academy_window_show_welcome (AcademyWindow  *self);
gboolean       academy_window_has_file     (AcademyWindow  *self,
                                            const char     *path);
AcademyStore  *academy_window_get_store    (AcademyWindow  *self);
void           academy_window_show_place   (AcademyWindow  *self,
                                            const char     *place);

G_END_DECLS
