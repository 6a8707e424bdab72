/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcademyDiscard:
 * @widget: the window or dialog
 *
 * Closes @widget, whatever is typed in it.
 */
typedef void (*AcademyDiscard) (GtkWidget *widget);

void academy_discard_ask (GtkWidget      *widget,
                          AcademyDiscard  discard);

G_END_DECLS
