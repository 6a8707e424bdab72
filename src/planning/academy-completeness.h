/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-store.h"

G_BEGIN_DECLS

/**
 * AcademyPart:
 * @ACADEMY_PART_GOAL: an impact goal with an indicator
 * @ACADEMY_PART_CHALLENGE: a change challenge
 * @ACADEMY_PART_MEASURES: three measures with an owner role and dates
 * @ACADEMY_PART_PILOT: a pilot with success criteria
 * @ACADEMY_PART_PROPOSALS: proposals for a board that has not decided yet
 *
 * What a plan needs before it goes to the executive board.
 */
typedef enum {
  ACADEMY_PART_GOAL,
  ACADEMY_PART_CHALLENGE,
  ACADEMY_PART_MEASURES,
  ACADEMY_PART_PILOT,
  ACADEMY_PART_PROPOSALS,
  ACADEMY_N_PARTS,
} AcademyPart;

gboolean    academy_completeness_read      (guint        *missing,
                                            AcademyStore *store,
                                            const char   *organisation,
                                            GError      **error);
const char *academy_completeness_get_label (AcademyPart   part);

G_END_DECLS
