/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-field.h"

G_BEGIN_DECLS

const AcademyLanguage *academy_language_get            (const char            *code,
                                                        GError               **error);
const AcademyLanguage *academy_language_get_default    (void);
const char            *academy_language_get_code       (const AcademyLanguage *self);
const char            *academy_language_translate     (const AcademyLanguage  *self,
                                                       const char             *msgid) G_GNUC_FORMAT (2);
const char            *academy_language_translate_n   (const AcademyLanguage  *self,
                                                       const char             *singular,
                                                       const char             *plural,
                                                       gint64                  n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

char                  *academy_language_casefold       (const char            *text) G_GNUC_WARN_UNUSED_RESULT;

char                  *academy_language_format_date    (const AcademyLanguage *self,
                                                        const GDate           *date);
char                  *academy_language_format_day     (const AcademyLanguage *self,
                                                        AcademyDay             day) G_GNUC_WARN_UNUSED_RESULT;
char                  *academy_language_format_period  (const AcademyLanguage *self,
                                                        const GDate           *start,
                                                        const GDate           *end);
char                  *academy_language_format_months  (const AcademyLanguage *self,
                                                        const GDate           *start,
                                                        const GDate           *end);
char                  *academy_language_format_number  (const AcademyLanguage *self,
                                                        gint64                 number);
char                  *academy_language_format_decimal (const AcademyLanguage *self,
                                                        double                 number);
char                  *academy_language_format_money   (const AcademyLanguage *self,
                                                        gint64                 euros);
char                  *academy_language_format_time    (const AcademyLanguage *self,
                                                        GDateTime             *instant) G_GNUC_WARN_UNUSED_RESULT;
char                  *academy_language_format_instant (const AcademyLanguage *self,
                                                        GDateTime             *instant);
char                  *academy_language_format_value   (const AcademyLanguage *self,
                                                        const AcademyField    *field,
                                                        const GValue          *value);

G_END_DECLS
