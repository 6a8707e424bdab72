/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void academy_list_start_at_top (GtkListView *list_view);

G_END_DECLS
