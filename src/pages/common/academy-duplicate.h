/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

gboolean     academy_duplicate_is_possible (const AcademyKind *kind);
AcademyItem *academy_command_duplicate     (GtkWidget         *widget,
                                            AcademyStore      *store,
                                            AcademyItem       *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
