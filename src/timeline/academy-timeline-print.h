/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-paper.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_PRINT (academy_timeline_print_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelinePrint, academy_timeline_print, ACADEMY, TIMELINE_PRINT, GtkPrintOperation)

AcademyTimelinePrint *academy_timeline_print_new        (AcademyPaper            *paper) G_GNUC_WARN_UNUSED_RESULT;
void                  academy_timeline_print_run        (AcademyTimelinePrint    *self,
                                                         GtkPrintOperationAction  action,
                                                         GtkWindow               *parent,
                                                         GCancellable            *cancellable,
                                                         GAsyncReadyCallback      callback,
                                                         gpointer                 data);
gboolean              academy_timeline_print_run_finish (AcademyTimelinePrint    *self,
                                                         GAsyncResult            *result,
                                                         GError                 **error);

G_END_DECLS
