/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

gboolean academy_retention_is_due   (AcademyItem            *programme);
gboolean academy_retention_dup_text (AcademyStore           *store,
                                     AcademyItem            *programme,
                                     const AcademyLanguage  *language,
                                     char                  **text,
                                     GError                **error);

G_END_DECLS
