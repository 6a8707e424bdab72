/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-grid.h"

G_BEGIN_DECLS

void         academy_clipboard_read_async  (GtkWidget            *widget,
                                            GAsyncReadyCallback   callback,
                                            gpointer              data);
AcademyGrid *academy_clipboard_read_finish (GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void         academy_clipboard_set_texts   (GtkWidget            *widget,
                                            const char           *html,
                                            const char           *text);

G_END_DECLS
