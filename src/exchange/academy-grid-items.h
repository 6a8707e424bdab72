/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-grid.h"
#include "academy-store.h"

G_BEGIN_DECLS

AcademyGrid *academy_grid_new_for_items (GPtrArray                   *items,
                                         const AcademyField * const  *fields,
                                         AcademyStore                *store,
                                         const AcademyLanguage       *language,
                                         GError                     **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyGrid *academy_grid_new_for_value (AcademyItem                 *item,
                                         const AcademyField          *field,
                                         AcademyStore                *store,
                                         const AcademyLanguage       *language,
                                         GError                     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
