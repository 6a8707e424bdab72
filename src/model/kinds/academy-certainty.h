/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

extern const AcademyChoice academy_certainty_choices[];

gboolean  academy_certainty_is_month   (AcademyItem           *item);
char     *academy_certainty_dup_period (AcademyItem           *item,
                                        const char            *start,
                                        const char            *end,
                                        const AcademyLanguage *language);

G_END_DECLS
