/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_STAGES (academy_stages_get_type ())

G_DECLARE_FINAL_TYPE (AcademyStages, academy_stages, ACADEMY, STAGES, AdwPreferencesGroup)

GtkWidget *academy_stages_new (AcademyStore *store,
                               AcademyItem  *programme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
