/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-language.h"

G_BEGIN_DECLS

/**
 * AcademyCpvDivision:
 * @code: the code of the division, eight digits without the check digit
 * @fi: its official label in Finnish
 * @sv: its official label in Swedish
 * @en: its official label in English
 *
 * A division of the Common Procurement Vocabulary, which the first two digits of a
 * code name.
 */
typedef struct {
  const char *code;
  const char *fi;
  const char *sv;
  const char *en;
} AcademyCpvDivision;

extern const AcademyCpvDivision academy_cpv_divisions[];

const AcademyCpvDivision *academy_cpv_find_division   (const char               *code);
char                     *academy_cpv_dup_title       (const AcademyCpvDivision *division,
                                                       const AcademyLanguage    *language);
void                      academy_cpv_add_suggestions (AcademyItem              *owner,
                                                       const AcademyLanguage    *language,
                                                       GStrvBuilder             *texts);

G_END_DECLS
