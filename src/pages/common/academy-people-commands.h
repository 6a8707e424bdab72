/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

void academy_command_erase_people (GtkWidget    *widget,
                                   AcademyStore *store,
                                   GPtrArray    *people);
void academy_command_save_people  (GtkWidget    *widget,
                                   AcademyStore *store,
                                   GPtrArray    *people,
                                   const char   *name);

G_END_DECLS
