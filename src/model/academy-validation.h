/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

gboolean academy_validation_token                  (const AcademyField  *field,
                                                    const char          *text,
                                                    GError             **error);
gboolean academy_validation_text                   (const AcademyField  *field,
                                                    const char          *text,
                                                    GError             **error);
gboolean academy_validation_start_before_end       (AcademyItem         *item,
                                                    const AcademyField  *field,
                                                    GError             **error);
gboolean academy_validation_end_after_start        (AcademyItem         *item,
                                                    const AcademyField  *field,
                                                    GError             **error);
gboolean academy_validation_earliest_before_latest (AcademyItem         *item,
                                                    const AcademyField  *field,
                                                    GError             **error);
gboolean academy_validation_ended_after_held        (AcademyItem         *item,
                                                    const AcademyField  *field,
                                                    GError             **error);
gboolean academy_validation_not_itself              (AcademyItem         *item,
                                                    const AcademyField  *field,
                                                    GError             **error);
gboolean academy_validation_latest_after_earliest  (AcademyItem         *item,
                                                    const AcademyField  *field,
                                                    GError             **error);
gboolean academy_validation_slug                   (AcademyItem         *item,
                                                    const AcademyField  *field,
                                                    GError             **error);

G_END_DECLS
