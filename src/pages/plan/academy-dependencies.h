/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_DEPENDENCIES (academy_dependencies_get_type ())

G_DECLARE_FINAL_TYPE (AcademyDependencies, academy_dependencies, ACADEMY, DEPENDENCIES, AdwBin)

GtkWidget *academy_dependencies_new         (AcademyStore        *store) G_GNUC_WARN_UNUSED_RESULT;
void       academy_dependencies_set_measure (AcademyDependencies *self,
                                             AcademyItem         *measure);

G_END_DECLS
