/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-letter.h"

/* Letters that Unicode does not decompose, or that sort with another letter than
 * their base letter. */
static const AcademyLetter letters[] = {
  { 0xe5, "a", "{", TRUE }, /* å */
  { 0xe4, "a", "|", TRUE }, /* ä */
  { 0xf6, "o", "}", TRUE }, /* ö */
  { 0xfc, "u", "y" }, /* ü */
  { 0xe6, "ae", "|" }, /* æ */
  { 0xf8, "o", "}" }, /* ø */
  { 0xdf, "ss", "ss" }, /* ß */
  { 0xf0, "d", "d" }, /* ð */
  { 0xfe, "th", "th" }, /* þ */
  { 0x111, "d", "d" }, /* đ */
  { 0x127, "h", "h" }, /* ħ */
  { 0x131, "i", "i" }, /* ı */
  { 0x142, "l", "l" }, /* ł */
  { 0x14b, "n", "n" }, /* ŋ */
  { 0x153, "oe", "oe" }, /* œ */
  { 0x167, "t", "t" }, /* ŧ */
  { 0x1e5, "g", "g" }, /* ǥ */
  { 0x292, "z", "z" }, /* ʒ */
};

/**
 * academy_letter_find:
 * @letter: a small letter
 *
 * Returns: (transfer none) (nullable): the row of @letter, or %NULL for a letter
 *   that needs none
 */
const AcademyLetter *
academy_letter_find (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      return &letters[i];

  return NULL;
}
