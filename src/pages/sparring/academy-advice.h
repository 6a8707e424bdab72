/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_ADVICE (academy_advice_get_type ())

G_DECLARE_FINAL_TYPE (AcademyAdvice, academy_advice, ACADEMY, ADVICE, AdwPreferencesGroup)

void academy_advice_show (AcademyAdvice *self,
                          AcademyStore  *store,
                          GPtrArray     *notes);

G_END_DECLS
