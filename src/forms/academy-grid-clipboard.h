/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-grid.h"

G_BEGIN_DECLS

void academy_grid_clipboard_set (GtkWidget   *widget,
                                 AcademyGrid *grid);

G_END_DECLS
