/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

gboolean academy_command_delete    (GtkWidget         *widget,
                                    AcademyStore      *store,
                                    AcademyItem       *item);
gboolean academy_command_archive   (GtkWidget         *widget,
                                    AcademyStore      *store,
                                    AcademyItem       *organisation,
                                    gboolean           archived);
gboolean academy_command_add_usual (GtkWidget         *widget,
                                    AcademyStore      *store,
                                    const AcademyKind *kind,
                                    AcademyItem       *owner);
void     academy_command_copy      (GtkWidget         *widget,
                                    AcademyStore      *store,
                                    const AcademyKind *kind,
                                    GPtrArray         *items);

G_END_DECLS
