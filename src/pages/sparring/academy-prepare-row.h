/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PREPARE_ROW (academy_prepare_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPrepareRow, academy_prepare_row, ACADEMY, PREPARE_ROW, AdwBin)

GtkWidget *academy_prepare_row_new              (AcademyStore      *store,
                                                 AcademyItem       *organisation) G_GNUC_WARN_UNUSED_RESULT;
void       academy_prepare_row_set_organisation (AcademyPrepareRow *self,
                                                 AcademyItem       *organisation);

G_END_DECLS
