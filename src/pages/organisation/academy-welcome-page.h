/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_WELCOME_PAGE (academy_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyWelcomePage, academy_welcome_page, ACADEMY, WELCOME_PAGE, AdwBin)

G_END_DECLS
