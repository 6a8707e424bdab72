/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-document.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PRINT (academy_print_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPrint, academy_print, ACADEMY, PRINT, GtkPrintOperation)

AcademyPrint *academy_print_new        (AcademyDocument          *document) G_GNUC_WARN_UNUSED_RESULT;
void          academy_print_run        (AcademyPrint             *self,
                                        GtkPrintOperationAction   action,
                                        GtkWindow                *parent,
                                        GCancellable             *cancellable,
                                        GAsyncReadyCallback       callback,
                                        gpointer                  data);
gboolean      academy_print_run_finish (AcademyPrint             *self,
                                        GAsyncResult             *result,
                                        GError                  **error);

G_END_DECLS
