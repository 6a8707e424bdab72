/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcademyFirstFrameFunc:
 * @widget: the widget passed with the function
 *
 * Does work that can wait until the window is visible.
 */
typedef void (*AcademyFirstFrameFunc) (GtkWidget *widget);

void academy_first_frame_wait (GtkWidget             *widget,
                               AcademyFirstFrameFunc  func);

G_END_DECLS
