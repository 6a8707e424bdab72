/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void academy_whole_texts_show (GtkWidget *window);

G_END_DECLS
