/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-near.h"
#include "academy-typed.h"

G_BEGIN_DECLS

/* Result of reading tokens: they are of another form, they have the right form
 * but an impossible value, or they are read. */
typedef enum {
  ACADEMY_READING_NONE,
  ACADEMY_READING_REFUSED,
  ACADEMY_READING_DONE,
} AcademyReading;

AcademyReading academy_typed_read_day   (const AcademyLanguage  *language,
                                         const AcademyToken     *tokens,
                                         guint                   length,
                                         const AcademyNear      *near,
                                         GDate                  *date,
                                         GError                **error);
AcademyReading academy_typed_refuse_day (const AcademyLanguage  *language,
                                         const AcademyToken     *tokens,
                                         guint                   length,
                                         const AcademyNear      *near,
                                         GError                **error);

G_END_DECLS
