/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_APPLICATION (academy_application_get_type ())

G_DECLARE_FINAL_TYPE (AcademyApplication, academy_application, ACADEMY, APPLICATION, AdwApplication)

AcademyApplication *academy_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
