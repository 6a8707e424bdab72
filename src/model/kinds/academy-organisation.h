/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

char       *academy_organisation_dup_short_name (AcademyItem           *organisation,
                                                 const AcademyLanguage *language);
const char *academy_organisation_get_slug       (AcademyItem           *organisation);

G_END_DECLS
