/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SUMMARY_DIALOG (academy_summary_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademySummaryDialog, academy_summary_dialog, ACADEMY, SUMMARY_DIALOG, AdwDialog)

AdwDialog *academy_summary_dialog_new (AcademyStore *store,
                                       AcademyItem  *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
