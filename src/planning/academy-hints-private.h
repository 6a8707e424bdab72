/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-hints.h"

G_BEGIN_DECLS

/* The arguments of academy_hints_read(), and the hints found so far. */
typedef struct {
  /* Borrowed */
  AcademyStore          *store;
  const char            *organisation;
  const AcademyLanguage *language;
  GPtrArray             *hints;
} AcademyHintsReader;

AcademyHint *academy_hints_add          (AcademyHintsReader *self,
                                         AcademyHintType     type,
                                         const char         *organisation,
                                         const AcademyKind  *kind,
                                         AcademyDay          day,
                                         char               *text);
gboolean     academy_hints_read_clashes (AcademyHintsReader *self,
                                         GError            **error);
gboolean     academy_hints_read_load    (AcademyHintsReader *self,
                                         GError            **error);

G_END_DECLS
