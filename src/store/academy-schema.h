/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"
#include "academy-kind.h"

G_BEGIN_DECLS

#define ACADEMY_APPLICATION_NUMBER 0x41636164 /* “Acad” */

int       academy_schema_get_version (void);
gboolean  academy_schema_create      (AcademyDatabase  *database,
                                      GError          **error);
gboolean  academy_schema_is_current  (AcademyDatabase  *database,
                                      gboolean         *current,
                                      GError          **error);
gboolean  academy_schema_migrate     (AcademyDatabase  *database,
                                      GError          **error);

G_END_DECLS
