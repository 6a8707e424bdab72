/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_HISTORY_PAGE (academy_history_page_get_type ())

G_DECLARE_FINAL_TYPE (AcademyHistoryPage, academy_history_page, ACADEMY, HISTORY_PAGE, AdwNavigationPage)

AdwNavigationPage *academy_history_page_new (AcademyStore *store,
                                             const char   *organisation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
