/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_HISTORY_GROUP (academy_history_group_get_type ())

G_DECLARE_FINAL_TYPE (AcademyHistoryGroup, academy_history_group, ACADEMY, HISTORY_GROUP, AdwPreferencesGroup)

GtkWidget *academy_history_group_new (AcademyStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
