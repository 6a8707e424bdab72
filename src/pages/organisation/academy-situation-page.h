/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

GtkWidget *academy_situation_page_new (AcademyStore *store,
                                       AcademyItem  *organisation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
