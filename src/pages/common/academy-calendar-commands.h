/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

void academy_command_save_calendar   (GtkWidget    *widget,
                                      AcademyStore *store,
                                      AcademyItem  *whole);
void academy_command_save_invitation (GtkWidget    *widget,
                                      AcademyStore *store,
                                      AcademyItem  *item);

G_END_DECLS
