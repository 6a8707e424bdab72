/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-bar.h"
#include "academy-canvas.h"

G_BEGIN_DECLS

/**
 * AcademyPaletteFlags:
 * @ACADEMY_PALETTE_DARK: light on dark
 * @ACADEMY_PALETTE_HIGH_CONTRAST: for those who ask for high contrast
 */
typedef enum {
  ACADEMY_PALETTE_DARK          = 1 << 0,
  ACADEMY_PALETTE_HIGH_CONTRAST = 1 << 1,
} AcademyPaletteFlags;

/**
 * AcademyPalette:
 * @text: titles
 * @dim: what is said beside them
 * @grid: lines between weeks and months
 * @rest: behind weekends and holidays
 * @today: the line of today
 * @late: what is overdue, slipped or broken
 * @line: dependencies and baselines
 * @hues: outlines of the bars, by status
 * @phase: phases and events
 * @sign: sessions, board dates and milestones
 * @fill: how strong the inside of a bar is, against its outline
 * @done: how strong the part that is done is
 * @outline: how wide outlines are, in pixels
 *
 * The colours of a timeline. Titles are drawn over the inside of bars, so that
 * it is pale in every palette.
 */
typedef struct {
  AcademyColour text;
  AcademyColour dim;
  AcademyColour grid;
  AcademyColour rest;
  AcademyColour today;
  AcademyColour late;
  AcademyColour line;
  AcademyColour hues[ACADEMY_N_STATUSES];
  AcademyColour phase;
  AcademyColour sign;
  float         fill;
  float         done;
  float         outline;
} AcademyPalette;

const AcademyPalette *academy_palette_get (AcademyPaletteFlags flags);

G_END_DECLS
