/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_PLAN_FORMAT  "innovation-academy-plan"
#define ACADEMY_PLAN_VERSION 1
#define ACADEMY_PLAN_MISSING "missing_translations"

GBytes *academy_plan_export (AcademyStore           *store,
                             AcademyItem            *organisation,
                             const AcademyLanguage  *language,
                             gboolean                with_people,
                             GCancellable           *cancellable,
                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
