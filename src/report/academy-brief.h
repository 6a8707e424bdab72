/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-report.h"
#include "academy-store.h"

G_BEGIN_DECLS

AcademyItem   *academy_brief_find_session (AcademyStore           *store,
                                           const char             *organisation,
                                           gint64                  number,
                                           GError                **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyReport *academy_brief_create       (AcademyStore           *store,
                                           const char             *session,
                                           gboolean                for_mentor,
                                           const AcademyLanguage  *language,
                                           GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
