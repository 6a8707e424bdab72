/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"
#include "academy-dependency.h"
#include "academy-edit-private.h"

G_BEGIN_DECLS

gboolean academy_dependency_check_edit (AcademyDatabase  *database,
                                        AcademyEdit      *edit,
                                        GError          **error);
gboolean academy_dependency_check_file (AcademyDatabase  *database,
                                        GPtrArray        *findings,
                                        GError          **error);

G_END_DECLS
