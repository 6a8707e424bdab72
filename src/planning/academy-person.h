/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

GPtrArray   *academy_person_find_records   (AcademyStore           *store,
                                            AcademyItem            *person,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *academy_person_find_mentions  (AcademyStore           *store,
                                            AcademyItem            *person,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
char        *academy_person_describe_item  (AcademyStore           *store,
                                            AcademyItem            *item,
                                            const AcademyLanguage  *language,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
char        *academy_person_dup_text       (AcademyStore           *store,
                                            AcademyItem            *person,
                                            const AcademyLanguage  *language,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
AcademyEdit *academy_person_create_erasure (GPtrArray              *people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
