/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_KEPT_END (academy_kept_end_get_type ())

G_DECLARE_FINAL_TYPE (AcademyKeptEnd, academy_kept_end, ACADEMY, KEPT_END, GObject)

AcademyKeptEnd *academy_kept_end_new (GtkListView    *list_view) G_GNUC_WARN_UNUSED_RESULT;
void            academy_kept_end_go  (AcademyKeptEnd *self);

G_END_DECLS
