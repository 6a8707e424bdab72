/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TABLE_DIALOG (academy_table_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableDialog, academy_table_dialog, ACADEMY, TABLE_DIALOG, AdwDialog)

AdwDialog *academy_table_dialog_new (AcademyStore      *store,
                                     const AcademyKind *kind,
                                     AcademyItem       *owner,
                                     const char        *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
