/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-hints.h"

G_BEGIN_DECLS

/* The arguments of academy_hints_read(), a day or empty text before which dates are of
 * no interest, and the hints found so far. */
typedef struct {
  /* Borrowed */
  AcademyStore              *store;
  const char                *organisation;
  const char                *since;
  const AcademyTranslations *translations;
  const AcademyLanguage     *language;
  GPtrArray                 *hints;
} AcademyHintsReader;

AcademyHint *academy_hints_add          (AcademyHintsReader     *self,
                                         AcademyHintType         type,
                                         const char             *organisation,
                                         const AcademyKind      *kind,
                                         AcademyDay              day,
                                         char                   *text);
gboolean     academy_hints_read_clashes (AcademyHintsReader     *self,
                                         GError                **error);
gboolean     academy_hints_read_load    (AcademyHintsReader     *self,
                                         GError                **error);
gboolean     academy_hints_read_procurements (AcademyHintsReader *self,
                                         GError                **error);
GPtrArray   *academy_hints_read_own     (AcademyStore           *store,
                                         const char             *organisation,
                                         AcademyDay              since,
                                         const AcademyLanguage  *language,
                                         GError                **error);
GPtrArray   *academy_hints_read_common  (AcademyStore           *store,
                                         const char             *organisation,
                                         const AcademyLanguage  *language,
                                         GError                **error);

G_END_DECLS
