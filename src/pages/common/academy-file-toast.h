/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void academy_file_toast_show (GtkWidget  *widget,
                              const char *title,
                              const char *path);

G_END_DECLS
