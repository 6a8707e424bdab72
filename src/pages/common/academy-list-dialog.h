/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-list.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_LIST_DIALOG (academy_list_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyListDialog, academy_list_dialog, ACADEMY, LIST_DIALOG, AdwDialog)

AdwDialog *academy_list_dialog_new         (AcademyStore      *store,
                                            const AcademyKind *kind,
                                            const char        *owner,
                                            const char        *title) G_GNUC_WARN_UNUSED_RESULT;
AdwDialog *academy_list_dialog_new_chooser (AcademyStore      *store,
                                            const AcademyKind *kind,
                                            const char        *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
