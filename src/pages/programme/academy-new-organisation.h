/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_NEW_ORGANISATION (academy_new_organisation_get_type ())

G_DECLARE_FINAL_TYPE (AcademyNewOrganisation, academy_new_organisation, ACADEMY, NEW_ORGANISATION, AdwDialog)

AdwDialog *academy_new_organisation_new (AcademyStore *store,
                                         AcademyItem  *programme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
