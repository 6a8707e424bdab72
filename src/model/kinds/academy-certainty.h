/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

extern const AcademyChoice academy_certainty_choices[];

char *academy_certainty_dup_period (AcademyItem           *item,
                                    const AcademyLanguage *language);

G_END_DECLS
