/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-catalogue.h"
#include "academy-language.h"

G_BEGIN_DECLS

struct _AcademyLanguage {
  const char       *code;
  const char       *group_separator;
  char              decimal_separator;
  const char       *money_format;
  const char       *time_format;
  gboolean          numeric_dates;

  /* Owned */
  AcademyCatalogue *catalogue;
};

const char *academy_language_get_month (const AcademyLanguage *self,
                                        guint                  month);

G_END_DECLS
