/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-grid.h"
#include "academy-table.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PASTE_DIALOG (academy_paste_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPasteDialog, academy_paste_dialog, ACADEMY, PASTE_DIALOG, AdwDialog)

gboolean   academy_paste_dialog_takes (AcademyStore        *store,
                                       const AcademyKind   *kind);
AdwDialog *academy_paste_dialog_open  (GtkWidget           *widget,
                                       AcademyStore        *store,
                                       const AcademyKind   *kind,
                                       AcademyItem         *owner,
                                       AcademyGrid         *grid);
AcademyTable *academy_paste_dialog_get_table (AcademyPasteDialog *self);

G_END_DECLS
