/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* So many letters leave room in the narrowest window, also with large text. */
#define ACADEMY_LEAST_LETTERS 6

void academy_least_width_set (GtkWidget *widget,
                              int        n_letters);

G_END_DECLS
