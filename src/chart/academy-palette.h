/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-bar.h"
#include "academy-canvas.h"

G_BEGIN_DECLS

/**
 * AcademyPaletteFlags:
 * @ACADEMY_PALETTE_DARK: light on dark
 * @ACADEMY_PALETTE_HIGH_CONTRAST: high contrast, as set in the system
 *
 * The style that a palette is for.
 */
typedef enum {
  ACADEMY_PALETTE_DARK          = 1 << 0,
  ACADEMY_PALETTE_HIGH_CONTRAST = 1 << 1,
} AcademyPaletteFlags;

/**
 * AcademyPalette:
 * @text: titles
 * @dim: texts beside titles
 * @grid: lines between units of time
 * @rest: the background of days off
 * @today: the line of today
 * @late: overdue, slipped or broken
 * @line: dependencies and baselines
 * @hues: the outlines of bars, by status
 * @phase: phases and events
 * @sign: sessions, board dates and milestones
 * @fill: the alpha of the fill of a bar, relative to its outline
 * @done: the alpha of its done part
 * @outline: the width of outlines, in pixels
 *
 * The colours of a timeline. The fill of bars is pale in every palette, because
 * titles are drawn over it.
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
