/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

GtkListItemFactory *academy_note_row_factory_new (AcademyStore *store) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem        *academy_note_row_find        (GtkWidget    *target);

G_END_DECLS
