/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-palette.h"

#define RGB(hex)         { ((hex) >> 16 & 0xff) / 255.f, ((hex) >> 8 & 0xff) / 255.f, ((hex) & 0xff) / 255.f, 1 }
#define RGBA(hex, alpha) { ((hex) >> 16 & 0xff) / 255.f, ((hex) >> 8 & 0xff) / 255.f, ((hex) & 0xff) / 255.f, alpha }

/* Hues of the GNOME palette (GNOME Human Interface Guidelines), darkened for
 * light and lightened for dark styles, with a contrast of at least 3:1 to their
 * background (WCAG 2.1, 1.4.11); texts have 4.5:1, also over bars. */
static const AcademyPalette palettes[] = {
  [0] = {
    .text = RGB (0x241f31),
    .dim = RGBA (0x241f31, 0.7f),
    .grid = RGBA (0x241f31, 0.1f),
    .rest = RGBA (0x241f31, 0.045f),
    .today = RGBA (0xc01c28, 0.75f),
    .late = RGB (0xc01c28),
    .line = RGB (0x77767b),
    .hues = {
      [ACADEMY_STATUS_UNKNOWN] = RGB (0x5e5c64),
      [ACADEMY_STATUS_IDEA] = RGB (0x77767b),
      [ACADEMY_STATUS_PLANNED] = RGB (0x1c71d8),
      [ACADEMY_STATUS_IN_PROGRESS] = RGB (0x1c71d8),
      [ACADEMY_STATUS_ON_HOLD] = RGB (0x986a44),
      [ACADEMY_STATUS_DONE] = RGB (0x1b8553),
      [ACADEMY_STATUS_DROPPED] = RGB (0x77767b),
    },
    .phase = RGB (0x813d9c),
    .sign = RGB (0x613583),
    .fill = 0.14f,
    .done = 0.3f,
    .outline = 1.f,
  },
  [ACADEMY_PALETTE_DARK] = {
    .text = RGB (0xffffff),
    .dim = RGBA (0xffffff, 0.72f),
    .grid = RGBA (0xffffff, 0.1f),
    .rest = RGBA (0xffffff, 0.05f),
    .today = RGBA (0xff7b63, 0.8f),
    .late = RGB (0xff7b63),
    .line = RGB (0x9a9996),
    .hues = {
      [ACADEMY_STATUS_UNKNOWN] = RGB (0xc0bfbc),
      [ACADEMY_STATUS_IDEA] = RGB (0x9a9996),
      [ACADEMY_STATUS_PLANNED] = RGB (0x78aeed),
      [ACADEMY_STATUS_IN_PROGRESS] = RGB (0x78aeed),
      [ACADEMY_STATUS_ON_HOLD] = RGB (0xcdab8f),
      [ACADEMY_STATUS_DONE] = RGB (0x8ff0a4),
      [ACADEMY_STATUS_DROPPED] = RGB (0x9a9996),
    },
    .phase = RGB (0xdc8add),
    .sign = RGB (0xdc8add),
    .fill = 0.16f,
    .done = 0.3f,
    .outline = 1.f,
  },
  [ACADEMY_PALETTE_HIGH_CONTRAST] = {
    .text = RGB (0x000000),
    .dim = RGB (0x000000),
    .grid = RGBA (0x000000, 0.3f),
    .rest = RGBA (0x000000, 0.1f),
    .today = RGB (0xa51d2d),
    .late = RGB (0xa51d2d),
    .line = RGB (0x000000),
    .hues = {
      [ACADEMY_STATUS_UNKNOWN] = RGB (0x000000),
      [ACADEMY_STATUS_IDEA] = RGB (0x3d3846),
      [ACADEMY_STATUS_PLANNED] = RGB (0x0b3d91),
      [ACADEMY_STATUS_IN_PROGRESS] = RGB (0x0b3d91),
      [ACADEMY_STATUS_ON_HOLD] = RGB (0x63452c),
      [ACADEMY_STATUS_DONE] = RGB (0x0b4f2c),
      [ACADEMY_STATUS_DROPPED] = RGB (0x3d3846),
    },
    .phase = RGB (0x4b1d63),
    .sign = RGB (0x4b1d63),
    .fill = 0.06f,
    .done = 0.25f,
    .outline = 2.f,
  },
  [ACADEMY_PALETTE_DARK | ACADEMY_PALETTE_HIGH_CONTRAST] = {
    .text = RGB (0xffffff),
    .dim = RGB (0xffffff),
    .grid = RGBA (0xffffff, 0.3f),
    .rest = RGBA (0xffffff, 0.12f),
    .today = RGB (0xff938c),
    .late = RGB (0xff938c),
    .line = RGB (0xffffff),
    .hues = {
      [ACADEMY_STATUS_UNKNOWN] = RGB (0xffffff),
      [ACADEMY_STATUS_IDEA] = RGB (0xdeddda),
      [ACADEMY_STATUS_PLANNED] = RGB (0x99c1f1),
      [ACADEMY_STATUS_IN_PROGRESS] = RGB (0x99c1f1),
      [ACADEMY_STATUS_ON_HOLD] = RGB (0xe5c8ae),
      [ACADEMY_STATUS_DONE] = RGB (0x8ff0a4),
      [ACADEMY_STATUS_DROPPED] = RGB (0xdeddda),
    },
    .phase = RGB (0xf0b6f1),
    .sign = RGB (0xf0b6f1),
    .fill = 0.1f,
    .done = 0.21f,
    .outline = 2.f,
  },
};

/**
 * academy_palette_get:
 * @flags: the style; 0 for light styles and paper
 *
 * Returns: (transfer none): the colours
 */
const AcademyPalette *
academy_palette_get (AcademyPaletteFlags flags)
{
  return &palettes[flags & (ACADEMY_PALETTE_DARK | ACADEMY_PALETTE_HIGH_CONTRAST)];
}
