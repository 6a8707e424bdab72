/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *academy_heading_new (const char *text,
                                int         level);

G_END_DECLS
