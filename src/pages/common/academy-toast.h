/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

void      academy_toast_present     (GtkWidget  *widget,
                                     AdwToast   *toast);
void      academy_toast_take_place  (AdwToastOverlay *inner);
void      academy_toast_show        (GtkWidget  *widget,
                                     const char *title);
void      academy_toast_show_refusal (GtkWidget    *widget,
                                      AcademyStore *store,
                                      const char   *title);
void      academy_toast_show_step   (GtkWidget    *widget,
                                     AcademyStore *store,
                                     const char   *title,
                                     const char   *button,
                                     const char   *action,
                                     GVariant     *target);
void      academy_toast_show_undo   (GtkWidget    *widget,
                                     AcademyStore *store,
                                     const char   *title);
void      academy_toast_show_error  (GtkWidget  *widget,
                                     GError     *error);
AdwToast *academy_toast_new_offer  (const char *title,
                                    const char *button) G_GNUC_WARN_UNUSED_RESULT;
void      academy_toast_report      (GtkWidget  *widget,
                                     GError     *error);

G_END_DECLS
