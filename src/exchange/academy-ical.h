/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

gboolean  academy_ical_has          (const AcademyKind      *kind);
gboolean  academy_ical_has_day      (AcademyItem            *item);
char     *academy_ical_write        (AcademyStore           *store,
                                     const char             *organisation,
                                     gboolean                with_archived,
                                     const AcademyLanguage  *language,
                                     guint                  *n_left_out,
                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
char     *academy_ical_write_item   (AcademyStore           *store,
                                     AcademyItem            *item,
                                     const AcademyLanguage  *language,
                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
char     *academy_ical_tell_left_out (guint                  n_left_out) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
