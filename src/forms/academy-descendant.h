/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *academy_descendant_find (GtkWidget *widget,
                                    GType      type);

G_END_DECLS
