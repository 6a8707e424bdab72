/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"

G_BEGIN_DECLS

gboolean academy_schema_add_points (AcademyDatabase  *database,
                                    GError          **error);

G_END_DECLS
