/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkFileDialog *academy_file_chooser_new       (const char    *title,
                                               const char    *name,
                                               const char    *pattern);
void           academy_file_chooser_propose   (GtkFileDialog *dialog,
                                               const char    *beside,
                                               const char    *name);
char          *academy_file_chooser_dup_name  (const char    *title,
                                               const char    *what,
                                               const char    *extension) G_GNUC_WARN_UNUSED_RESULT;
char          *academy_file_chooser_dup_name_of_day (const char  *title,
                                                     const char  *what,
                                                     const GDate *day,
                                                     const char  *extension) G_GNUC_WARN_UNUSED_RESULT;
char          *academy_file_chooser_dup_programme (const char *title) G_GNUC_WARN_UNUSED_RESULT;
char          *academy_file_chooser_dup_ended (GtkFileDialog *dialog,
                                               const char    *path) G_GNUC_WARN_UNUSED_RESULT;
char          *academy_file_chooser_finish    (GtkFileDialog *dialog,
                                               GAsyncResult  *result,
                                               GtkWidget     *place) G_GNUC_WARN_UNUSED_RESULT;
char          *academy_file_chooser_dup_stem  (const char    *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
