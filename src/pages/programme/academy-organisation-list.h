/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_ORGANISATION_LIST (academy_organisation_list_get_type ())

G_DECLARE_FINAL_TYPE (AcademyOrganisationList, academy_organisation_list, ACADEMY, ORGANISATION_LIST, AdwPreferencesGroup)

GtkWidget *academy_organisation_list_new (AcademyStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
