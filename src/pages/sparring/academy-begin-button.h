/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_BEGIN_BUTTON (academy_begin_button_get_type ())

G_DECLARE_FINAL_TYPE (AcademyBeginButton, academy_begin_button, ACADEMY, BEGIN_BUTTON, AdwBin)

void academy_begin_button_show_session (GtkWidget    *button,
                                        AcademyStore *store,
                                        AcademyItem  *session);

G_END_DECLS
