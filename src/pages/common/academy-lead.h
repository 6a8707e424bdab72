/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_LEAD (academy_lead_get_type ())

G_DECLARE_FINAL_TYPE (AcademyLead, academy_lead, ACADEMY, LEAD, AdwBin)

GtkWidget *academy_lead_new (AcademyStore *store,
                             AcademyItem  *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
