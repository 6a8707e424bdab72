/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PREFERENCES_DIALOG (academy_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPreferencesDialog, academy_preferences_dialog, ACADEMY, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *academy_preferences_dialog_new (AcademyStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
