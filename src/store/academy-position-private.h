/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"
#include "academy-item.h"

G_BEGIN_DECLS

gboolean academy_position_append (AcademyDatabase  *database,
                                  GHashTable       *lasts,
                                  AcademyItem      *item,
                                  GError          **error);

G_END_DECLS
