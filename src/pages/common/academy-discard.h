/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcademyDiscard:
 * @widget: the window or dialog
 *
 * Closes @widget and discards what is not saved.
 */
typedef void (*AcademyDiscard) (GtkWidget *widget);

void academy_discard_ask              (GtkWidget      *widget,
                                       const char     *heading,
                                       const char     *body,
                                       AcademyDiscard  discard);
void academy_discard_ask_about_errors (GtkWidget      *widget,
                                       AcademyDiscard  discard);
void academy_discard_close            (GtkWidget      *dialog);

G_END_DECLS
