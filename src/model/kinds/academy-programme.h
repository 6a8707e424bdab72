/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

extern const char          academy_programme_fictional_label[];
extern const AcademyChoice academy_programme_languages[];

const char *academy_programme_get_label           (AcademyItem *programme);
const char *academy_programme_get_second_language (AcademyItem *programme);

G_END_DECLS
