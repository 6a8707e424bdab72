/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-mentoring.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_MENTORING_ROW (academy_mentoring_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyMentoringRow, academy_mentoring_row, ACADEMY, MENTORING_ROW, AdwPreferencesRow)

void academy_mentoring_row_show (AcademyMentoringRow *self,
                                 AcademyStore        *store,
                                 const char          *mentor,
                                 AcademyMentored     *state);

G_END_DECLS
