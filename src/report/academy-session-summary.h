/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-report.h"
#include "academy-store.h"

G_BEGIN_DECLS

AcademyReport *academy_session_summary_create (AcademyStore           *store,
                                               AcademyItem            *session,
                                               const AcademyLanguage  *language,
                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
