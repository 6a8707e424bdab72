/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

GtkWidget *academy_retention_group_new (AcademyStore *store,
                                        AcademyItem  *programme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
