/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-paint.h"

G_BEGIN_DECLS

/**
 * ACADEMY_LEGEND_SAMPLE_WIDTH:
 *
 * The width of a sample in a legend, in pixels.
 */
#define ACADEMY_LEGEND_SAMPLE_WIDTH 32

/**
 * AcademySign:
 *
 * The signs that a timeline draws and a legend explains, in the order of the
 * legend.
 */
typedef enum {
  ACADEMY_SIGN_IDEA,
  ACADEMY_SIGN_PLANNED,
  ACADEMY_SIGN_IN_PROGRESS,
  ACADEMY_SIGN_ON_HOLD,
  ACADEMY_SIGN_DONE,
  ACADEMY_SIGN_DROPPED,
  ACADEMY_SIGN_PHASE,
  ACADEMY_SIGN_EVENT,
  ACADEMY_SIGN_SESSION,
  ACADEMY_SIGN_BOARD,
  ACADEMY_SIGN_MILESTONE,
  ACADEMY_SIGN_PILOT,
  ACADEMY_SIGN_UNSURE,
  ACADEMY_SIGN_LATE,
  ACADEMY_SIGN_BASELINE,
  ACADEMY_SIGN_DEPENDENCY,
  ACADEMY_SIGN_BROKEN,
  ACADEMY_SIGN_ELSEWHERE,
  ACADEMY_SIGN_TODAY,
  ACADEMY_SIGN_REST,
  ACADEMY_N_SIGNS
} AcademySign;

guint       academy_legend_find      (const AcademyBar     *bar);
const char *academy_legend_get_label (AcademySign           sign);
void        academy_legend_paint     (AcademyCanvas        *canvas,
                                      AcademySign           sign,
                                      const AcademyPalette *palette,
                                      const AcademyMetrics *metrics);

G_END_DECLS
